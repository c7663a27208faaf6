"""The registry over articles: a speaker as one article names them → the same id in every article.

Nothing is remembered between articles, so the order of indexing never matters: the tables and the article
decide. The table ``speakers`` joins names that no rule may join, and keeps apart people of one name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from index.article import Article, Speaker, replace
from index.entries import Entry, read_entries
from index.identity import slug
from index.misread import reread
from index.names import affixes_of, keys_of
from index.tables import Tables


class Registry:
    """The tables about speakers, compiled."""

    def __init__(self, tables: Tables) -> None:
        self._affixes = affixes_of(tables.contents)
        self._entries = read_entries(tables.table("speakers"), self._affixes)

    def registered(self, speaker: Speaker, article: Article) -> Speaker:
        """Return the speaker under the id they have in every article; the role stays the article's own.

        The name becomes the table's where it has one; else it stays as the article gives it, letters that
        were misread put right.
        """
        letters = reread(speaker.name)
        if letters != speaker.name:
            speaker = replace(speaker, name=letters, form=speaker.form or speaker.name)
        keys = keys_of(speaker.name, self._affixes)
        for entry in self._called(*keys):
            if _holds(entry, speaker, article):
                return _as_entered(speaker, entry)
        return speaker if speaker.id == keys.plain else replace(speaker, id=keys.plain)

    def identified(self, id: str) -> Speaker:
        """Return whom an id means; a name that the table does not give is spelt from the id."""
        entries = [entry for entry in self._entries.get(id, ()) if entry.id == id or not entry.where]
        entry = next(iter(sorted(entries, key=lambda entry: entry.id != id)), None)
        id = entry.id if entry else id
        return Speaker(id, entry.name if entry and entry.name else id.replace("-", " ").title())

    def _called(self, full: str, plain: str) -> Iterator[Entry]:
        """Yield whom a name may mean: with its initials first, for they may tell two people apart."""
        yield from self._entries.get(full, ())
        if plain != full:
            yield from self._entries.get(plain, ())


@lru_cache(maxsize=4)
def registry_of(tables: Tables) -> Registry:
    """Return the registry of these tables."""
    return Registry(tables)


def register(article: Article, tables: Tables) -> Article:
    """Return the article with each of its speakers registered."""
    registry = registry_of(tables)
    speakers = dict.fromkeys(quote.speaker for quote in article.quotes if quote.speaker)
    known = {speaker: registry.registered(speaker, article) for speaker in speakers}
    changed = {before: after for before, after in known.items() if after != before}
    if not changed:
        return article
    quotes = (
        replace(quote, speaker=changed[quote.speaker]) if quote.speaker in changed else quote
        for quote in article.quotes
    )
    return replace(article, quotes=tuple(quotes))


def _as_entered(speaker: Speaker, entry: Entry) -> Speaker:
    if entry.name is None or entry.name == speaker.name:
        return speaker if speaker.id == entry.id else replace(speaker, id=entry.id)
    return replace(speaker, id=entry.id, name=entry.name, form=speaker.form or speaker.name)


def _holds(entry: Entry, speaker: Speaker, article: Article) -> bool:
    """Whether all words of ``where`` stand in the role, the outlet, the title or the text."""
    role = f"-{slug(speaker.role or '')}-"
    parts = (article.outlet, article.title, article.text)
    return all(f"-{words}-" in role or _stands(words, parts) for words in entry.where)


# An article may name a thousand people of one name; its text is looked through once for all of them.
@lru_cache(maxsize=64)
def _stands(words: str, parts: tuple[str | None, ...]) -> bool:
    return f"-{words}-" in _folded(parts)


@lru_cache(maxsize=1)
def _folded(parts: tuple[str | None, ...]) -> str:
    return f"-{'--'.join(slug(part) for part in parts if part)}-"
