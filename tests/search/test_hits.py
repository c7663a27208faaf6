"""What of a hit is made only for those who look at it."""

import pytest

from search import Engine, SearchRequest, hits
from search.page import ArticleHit
from search.places import found_in


def test_titles_are_marked_for_all_hits_when_the_first_is_asked_for(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up = []

    def noted(columns, analyzer, leaves, name, texts):  # type: ignore[no-untyped-def]
        looked_up.append(name)
        return found_in(columns, analyzer, leaves, name, texts)

    monkeypatch.setattr(hits, "found_in", noted)
    page = engine.search(SearchRequest(q="harbour", view="articles"))
    assert looked_up == ["body"]
    titles = [hit.title for hit in page.hits if isinstance(hit, ArticleHit)]
    assert looked_up == ["body", "title"]
    assert any(
        title.text[start:end].lower().startswith("harbo") for title in titles for start, end in title.ranges
    )
    assert [title.text for title in titles] == [hit.article.title or "" for hit in page.hits]
