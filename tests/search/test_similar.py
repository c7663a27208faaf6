"""More like this: the same story in other words comes first, another story not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.article import Article
from search import Engine, open_engine

STORY = "The ferry to Lowmere ran aground on a sandbank off the harbour before dawn; nobody was hurt."
TEXTS = {
    "first": STORY,
    "again": "A sandbank off Lowmere caught the early ferry. Passengers left for the harbour, none was hurt.",
    "copy": STORY,
    "other": "Parliament voted late on the budget. The opposition wants lower taxes and a review.",
}
SMALL_TALK = "The weather and the news of the day: nothing was off, nobody left before a late {} on the way."
TEXTS |= {f"talk{number}": SMALL_TALK.format(f"word{number}") for number in range(20)}


@pytest.fixture
def lowmere(tmp_path: Path, write: Callable[..., None]) -> Engine:
    write(tmp_path, *(Article(id=name, text=text, path=name) for name, text in TEXTS.items()))
    return open_engine(tmp_path)


def like(engine: Engine, name: str) -> list[str]:
    article = engine.article(name)
    assert article
    return [other.id for other in engine.similar(article)]


def test_the_same_story_is_found_in_other_words(lowmere: Engine) -> None:
    with lowmere:
        assert like(lowmere, "first") == ["copy", "again"]
        assert like(lowmere, "other") == []


def test_an_article_that_has_left_the_index_is_like_none(lowmere: Engine) -> None:
    with lowmere:
        assert lowmere.similar(Article(id="gone", text=STORY, path="gone")) == ()
