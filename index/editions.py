"""Which article of an index a source is another edition of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from index.schema import Document, Identified, identity_fields


@dataclass(frozen=True, slots=True)
class Known:
    """An article of the index: its id, and fingerprints of what it was made from.

    That is one where it was read from the source's own path before, else one for each path of its copies.
    """

    id: str
    fingerprints: frozenset[str]


@dataclass(frozen=True, slots=True)
class Edition:
    """The stored fields of an article that is the same again, and the field that says so."""

    document: Document
    by: str

    @property
    def id(self) -> str:
        """The article's id."""
        found: str = self.document["id"]
        return found

    @property
    def others(self) -> dict[str, str]:
        """The fingerprints of what was read before, by path, as far as it is certainly the same article.

        Where the path alone is the same, what was read from other paths may be another article now.
        """
        found: dict[str, str] = self.document["editions"] if self.by != "path" else {}
        return found

    def known_to(self, source: Identified) -> Known:
        """Return what a source has to be held against."""
        editions, path = self.document["editions"], identity_fields(source)["path"]
        return Known(self.id, frozenset([editions[path]] if path in editions else editions.values()))


def edition_of(source: Identified, having: Callable[[str, str], Iterable[Document]]) -> Edition | None:
    """Return the article that a source is another edition of; ``having`` gives those with a field's value.

    It is the same where both have one URL, else where outlet, date and title are the same and all known,
    else where it was read from the same path; never where both have a URL and these differ. A place in
    a file of several counts only where outlet, date and title do not differ: lines move.
    """
    wanted = identity_fields(source)
    told_apart_by = {
        "url": (),
        "key": ("url",),
        "path": ("url", "key") if "#" in source.path else ("url",),
    }
    for field, others in told_apart_by.items():
        for document in having(field, wanted[field]) if field in wanted else ():
            if not any(_differ(document.get(other), wanted.get(other)) for other in others):
                return Edition(document, field)
    return None


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other
