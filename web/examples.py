"""What an index has that makes good examples: a speaker, what they speak of, where, and in which words.

They are drawn from the index that is served, so that every example of the description can be tried.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from index.article import Article
from search import Engine
from search.page import Facet
from search.request import SearchRequest

LETTERS = 3  # of a name, as somebody begins to type it
WORDS = 6  # of a query
LONGEST = 100  # characters of one
OPERATORS = ("OR", "AND", "NOT")

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")


class Example(NamedTuple):
    """Something to ask: what it is, the operation, what stands in its path, its parameters."""

    says: str
    operation: str
    place: str | None
    parameters: Mapping[str, str]


class Named(NamedTuple):
    """A value of a facet and what it is called."""

    value: str
    label: str


class Samples(NamedTuple):
    """A speaker; of one of their quotes the id, the article, outlet, topic and month, and words on it."""

    speaker: Named
    quote: str
    article: str
    outlet: Named | None
    topic: Named | None
    month: str | None
    words: str

    @property
    def values(self) -> dict[str, str]:
        """Examples by name: of parameters, and of what stands in the path of an operation."""
        found = {
            "q": self.words,
            "speaker": self.speaker.value,
            "outlet": self.outlet and self.outlet.value,
            "topic": self.topic and self.topic.value,
            "from": self.month,
            "to": self.month,
            "find": self.beginning,
            "facet": "speaker",
            "quote": self.quote,
            "article": self.article,
        }
        return {name: value for name, value in found.items() if value}

    @property
    def beginning(self) -> str:
        """The first letters of the speaker's last name; "" where it has none that can be typed."""
        return typed(self.speaker.label).rpartition(" ")[2][:LETTERS]


def samples(engine: Engine) -> Samples | None:
    """Return what to make examples of; None where nobody is quoted."""
    speaker = _commonest(engine.search(SearchRequest(page_size=1)).facet("speaker"))
    if speaker is None:
        return None
    asked = SearchRequest(page_size=1, sort="newest").with_filter("speaker", speaker.value)
    page = engine.search(asked)
    topic = _commonest(page.facet("topic"))
    if topic:
        page = engine.search(asked.with_filter("topic", topic.value))
    for hit in page.quote_hits:
        return Samples(
            speaker=speaker,
            quote=hit.quote.id,
            article=hit.article.id,
            outlet=_commonest(page.facet("outlet")),
            topic=topic,
            month=hit.article.date.isoformat()[:7] if hit.article.date else None,
            words=typed(_evidence(hit.article, topic) or speaker.label),
        )
    return None  # the index was written to in between


def examples(found: Samples) -> list[Example]:
    """Return what can be asked of the endpoint, the simplest of each operation first."""
    name, q, letters = found.speaker.label, {"q": found.words}, found.beginning
    by = {"speaker": found.speaker.value, "sort": "newest"}
    asked = [
        Example(f"Quotes with “{found.words}”", "search", None, q),
        Example(f"{name}, newest first", "search", None, by),
        Example(f"Who speaks in quotes with “{found.words}”", "facet", "speaker", q),
        Example(f"Speakers with a name in “{letters}…”", "facet", "speaker", {"find": letters}),
        Example(f"How to go on from “{letters}”", "suggest", None, {"q": letters}),
        Example("The article of the quote below", "article", found.article, {}),
        Example(f"A quote by {name}", "quote", found.quote, {}),
        Example(name, "speaker", found.speaker.value, {}),
    ]
    if found.topic:
        about = by | {"topic": found.topic.value}
        asked[1] = Example(f"{name} about {found.topic.label}, newest first", "search", None, about)
    if found.outlet:
        where = {"view": "articles", "outlet": found.outlet.value, "page_size": "2"}
        asked.insert(2, Example(f"Two articles of {found.outlet.label}", "search", None, where))
    return [each for each in asked if all(each.parameters.values())]


def typed(text: str) -> str:
    """Return the first words of a text as a query that asks for them and for nothing else.

    >>> typed("“Support for Ukraine” -- OR none")
    'Support for Ukraine or none'
    """
    words = [word.lower() if word in OPERATORS else word for word in _WORD.findall(text)]
    return " ".join(words[:WORDS])[:LONGEST]


def _commonest(facet: Facet) -> Named | None:
    return next((Named(bucket.value, bucket.label) for bucket in facet.buckets if bucket.count), None)


def _evidence(article: Article, topic: Named | None) -> str | None:
    """Return words of the article that are evidence of the topic."""
    spans = [span for each in article.topics if topic and each.id == topic.value for span in each.evidence]
    return spans[0].cut(article.text) if spans else None
