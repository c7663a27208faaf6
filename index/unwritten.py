"""Articles added since the last commit, and found by what they are known again by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.article import Article
from index.schema import Document


@dataclass(frozen=True, slots=True)
class _One:
    article: Article
    documents: Sequence[Document]


class Unwritten:
    """Articles by id, in the order in which they came, each with its documents."""

    def __init__(self) -> None:
        self._by_id: dict[str, _One] = {}
        self._by_value: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)

    def __contains__(self, article_id: str) -> bool:
        return article_id in self._by_id

    def article(self, article_id: str) -> Article:
        """Return an article that is there."""
        return self._by_id[article_id].article

    def documents(self) -> Iterator[Sequence[Document]]:
        """Yield the documents of each article."""
        return (one.documents for one in self._by_id.values())

    def having(self, field: str, value: str) -> Iterator[Document]:
        """Yield the articles' own documents whose field url, key or path has the value."""
        return (self._by_id[id].documents[0] for id in self._by_value.get((field, value), ()))

    def add(self, article: Article, documents: Sequence[Document]) -> None:
        """Add an article, in place of one of the same id."""
        self._unmark(article.id)
        self._by_id[article.id] = _One(article, documents)
        for mark in _marks(documents[0]):
            self._by_value[mark][article.id] = None

    def drop(self, article_id: str) -> None:
        """Leave an article out, if it is there."""
        self._unmark(article_id)
        self._by_id.pop(article_id, None)

    def clear(self) -> None:
        """Leave all out."""
        self._by_id.clear()
        self._by_value.clear()

    def _unmark(self, article_id: str) -> None:
        if one := self._by_id.get(article_id):
            for mark in _marks(one.documents[0]):
                del self._by_value[mark][article_id]


def _marks(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the fields, with their values, that an article's document is found by."""
    yield from ((name, document[name]) for name in ("url", "key") if name in document)
    yield from (("path", path) for path in document["path"])
