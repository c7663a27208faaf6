"""What a value means: as typed, and as chosen from a facet."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.article import Article, Quote, Span, Speaker
from search import SearchRequest, open_engine


def saying(name: str, speaker: str) -> Article:
    id, words = speaker.lower().replace(" ", "-"), "The dam will hold."
    quote = Quote(kind="direct", content=Span(0, len(words)), speaker=Speaker(id, speaker), id=f"{name}-1")
    return Article(id=name, text=words, path=f"corpus/{name}.txt", quotes=(quote,))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, write: Callable[..., None]) -> Path:
    folder = tmp_path_factory.mktemp("values") / "index"
    write(folder, saying("a", "Reyes"), saying("b", "Tom Reyes"), saying("c", "Anna Berg"))
    return folder


@pytest.mark.parametrize(
    ("request_", "articles"),
    [
        (SearchRequest(q="speaker:Reyes"), {"a", "b"}),
        (SearchRequest(q="speaker:reyes"), {"a", "b"}),
        (SearchRequest(q='speaker:"Tom Reyes"'), {"b"}),
        (SearchRequest(q="-speaker:Reyes"), {"c"}),
        (SearchRequest().with_filter("speaker", "reyes"), {"a"}),
        (SearchRequest().with_filter("speaker", "Reyes"), {"a", "b"}),
        (SearchRequest().with_filter("speaker", "Reyes", excluded=True), {"c"}),
        (SearchRequest().with_filter("speaker", "Tom Reyes"), {"b"}),
    ],
)
def test_a_surname_means_everybody_of_that_name_and_an_id_that_one(
    folder: Path, request_: SearchRequest, articles: set[str]
) -> None:
    with open_engine(folder) as engine:
        assert {hit.article.id for hit in engine.search(request_).hits} == articles
