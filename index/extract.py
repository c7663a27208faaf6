"""The pipeline: an article as given → an Article, cleaned, its quotes found and named, its topics told."""

from __future__ import annotations

import hashlib
import json

from index.article import Article, Quote, replace
from index.cleaning import Cleaned, clean
from index.identity import article_id, quote_ids
from index.metadata import Metadata, find_metadata, outlet_of
from index.quotes import find_quotes
from index.registry import register
from index.sources import Source
from index.speakers import name_speakers
from index.tables import Tables
from index.topics import find_topics, quote_topics
from index.verbs import implied

EXTRACTOR_VERSION = 10
"""Raised with every change to what extraction gives, so that the next indexing does the work again."""


def extract(source: Source, tables: Tables) -> Article:
    """Return the article a source holds. What is given beside the text goes before what the text says."""
    found = find_metadata(source.text, tables)
    title = source.title or found.title
    outlet = source.outlet or (outlet_of(source.url, tables) if source.url else None) or found.outlet
    date = source.date or found.date
    identity = article_id(path=source.path, url=source.url, outlet=outlet, date=date, title=title)
    cleaned, named = extract_quotes(source, tables, found)
    text = cleaned.text
    topics = find_topics(text, tables)
    quotes = tuple(
        replace(quote, id=id, topics=treated, implies=implied(quote.verb, tables))
        for quote, id, treated in zip(
            named, quote_ids(identity, text, named), quote_topics(text, named, topics), strict=True
        )
    )
    article = Article(
        id=identity,
        text=text,
        path=source.path,
        title=title,
        outlet=outlet,
        date=date,
        url=source.url,
        author=source.author or found.author,
        quotes=quotes,
        topics=topics,
    )
    return register(article, tables)


def extract_quotes(
    source: Source, tables: Tables, found: Metadata | None = None
) -> tuple[Cleaned, tuple[Quote, ...]]:
    """Return the cleaned text and its quotes, speakers named; offsets are into the cleaned text.

    ``found`` is what the text says of itself, read anew where it is not given.
    """
    cleaned = clean(source.text, tables, source.title)
    author = source.author or (found or find_metadata(source.text, tables)).author
    return cleaned, name_speakers(cleaned.text, find_quotes(cleaned.text, tables), tables, author)


def fingerprint(source: Source, tables: Tables) -> str:
    """Return the sha256 of all that an extraction depends on: text, given metadata, tables and version."""
    given = (source.title, source.outlet, str(source.date), source.url, source.author)
    whole = json.dumps([source.text, given, tables.digest, EXTRACTOR_VERSION])
    return hashlib.sha256(whole.encode()).hexdigest()
