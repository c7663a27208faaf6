"""Corrections by hand: who said a quote, by the quote's id, whatever extraction finds there.

They are applied when the article has the id it keeps in the index, so that a quote is corrected under the
id that people see, and an edit of the table is work for the articles concerned alone.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator

from index.article import Article, Quote, Speaker, replace
from index.identity import slug
from index.registry import registry_of
from index.tables import Tables

REASON = "corrected by hand"
NOBODY = ("", "nobody")


class Corrections:
    """The table ``corrections``, ready to be applied."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._by_article: dict[str, dict[str, str]] = defaultdict(dict)
        for quote_id, speaker in tables.table("corrections").items():
            self._by_article[quote_id.partition("-")[0]][quote_id] = speaker

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of the quotes that are corrected."""
        for corrections in self._by_article.values():
            yield from corrections

    def marked(self, fingerprint: str, article_id: str) -> str:
        """Return the fingerprint of an article with its corrections; the same one where it has none."""
        corrections = self._by_article.get(article_id)
        if not corrections:
            return fingerprint
        whole = json.dumps([fingerprint, sorted(corrections.items())])
        return hashlib.sha256(whole.encode()).hexdigest()

    def corrected(self, article: Article) -> Article:
        """Return the article, under its final id, with the corrections of its quotes."""
        corrections = self._by_article.get(article.id)
        if not corrections:
            return article
        quotes = tuple(
            self._corrected(quote, corrections[quote.id], article) if quote.id in corrections else quote
            for quote in article.quotes
        )
        return replace(article, quotes=quotes)

    def _corrected(self, quote: Quote, said: str, article: Article) -> Quote:
        speaker = None if said.strip().lower() in NOBODY else self._speaker(said, article)
        return replace(quote, speaker=speaker, confidence=1.0, reason=REASON)

    def _speaker(self, said: str, article: Article) -> Speaker:
        """Return whom an id or a name means; as the article calls them, where it quotes them elsewhere."""
        registry = registry_of(self._tables)
        if said == slug(said):
            speaker = registry.identified(said)
        else:
            speaker = registry.registered(Speaker(slug(said), said), article)
        others = (quote.speaker for quote in article.quotes if quote.speaker)
        return next((other for other in others if other.id == speaker.id), speaker)
