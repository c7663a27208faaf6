"""What `onrecord quotes` prints of each quote of a file: JSON, its words to read, or an explanation."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from index.article import Quote, Span
from index.cleaning import Cleaned
from index.corpus import CorpusError, read
from index.extract import extract_quotes
from index.tables import Tables
from web import wording

LONGEST_WORDS = 60  # characters of a quote in an explanation
WIDTH = 100  # longer lines read badly, however wide the terminal


class _Place(NamedTuple):
    """Where a stretch of a quote stands in its file, in characters; nulls where there is none."""

    start: int | None
    end: int | None


class _Found(NamedTuple):
    """A quote of a file: its words, and the places of content, cue and source in the file's own text.

    ``shown`` are the words a reader sees: of a quote with a clause, the clause.
    """

    quote: Quote
    words: str
    shown: str
    cue_words: str
    source_words: str
    content: _Place
    cue: _Place
    source: _Place


def quote_records(path: Path, tables: Tables) -> Iterator[str]:
    """Yield a JSON object for each quote of the file, in text order.

    Its keys: article (the file's stem), start, end, kind, speaker, speaker_start, speaker_end, cue_start,
    cue_end, confidence. Offsets are characters into the file's own text, null where there is nothing to
    point at. CorpusError where the file cannot be read.
    """
    for found in _quotes_of(path, tables):
        record = {
            "article": path.stem,
            "start": found.content.start,
            "end": found.content.end,
            "kind": found.quote.kind,
            "speaker": found.quote.speaker.name if found.quote.speaker else None,
            "speaker_start": found.source.start,
            "speaker_end": found.source.end,
            "cue_start": found.cue.start,
            "cue_end": found.cue.end,
            "confidence": round(found.quote.confidence, 3),
        }
        yield json.dumps(record, ensure_ascii=False)


def readings(path: Path, tables: Tables) -> Iterator[str]:
    """Yield the quotes of the file as people read them: a heading, then of each its words and its speaker."""
    every = list(_quotes_of(path, tables))
    yield wording.printable(f"{path}: {wording.count(len(every), 'quote')}")
    width = min(WIDTH, shutil.get_terminal_size().columns)
    for found in every:
        opening, closing = wording.marks(found.quote)
        words = f"{opening}{found.shown}{closing}"
        yield "\n" + textwrap.fill(wording.printable(words), width)
        yield textwrap.indent(textwrap.fill(wording.printable(_said(found)), width - 4), "    ")
    yield ""


def _said(found: _Found) -> str:
    quote, speaker = found.quote, found.quote.speaker
    parts = [
        ", ".join(filter(None, (speaker.name, speaker.role))) if speaker else "nobody named",
        wording.KINDS[quote.kind],
        f"by “{found.cue_words}”" if found.cue_words else None,
        wording.doubt(quote),
    ]
    return " · ".join(filter(None, parts))


def explanations(path: Path, tables: Tables) -> Iterator[str]:
    """Yield a line for each quote of the file: its place, its words, and how the speaker was reached."""
    for found in _quotes_of(path, tables):
        quote = found.quote
        place = f"{path.stem}:{found.content.start}-{found.content.end}"
        words = wording.shortened(found.words, LONGEST_WORDS)
        speaker = quote.speaker.name if quote.speaker else "nobody named"
        yield wording.printable(
            f"{place}  {wording.KINDS[quote.kind]}  “{words}”  {speaker} ({quote.confidence:.2f})  "
            f"cue: {found.cue_words or 'none'}  source: {found.source_words or 'none'}  "
            f"because: {quote.reason or 'nothing names a speaker'}"
        )


def _quotes_of(path: Path, tables: Tables) -> Iterator[_Found]:
    for source in read([path]):
        if isinstance(source, CorpusError):
            raise source
        cleaned, quotes = extract_quotes(source, tables)
        for quote in quotes:
            yield _found(quote, cleaned, source.start)


def _found(quote: Quote, cleaned: Cleaned, start: int) -> _Found:
    def words(span: Span | None) -> str:
        return " ".join(span.cut(cleaned.text).split()) if span else ""

    def place(span: Span | None) -> _Place:
        if span is None:
            return _Place(None, None)
        original = cleaned.original(span)
        return _Place(start + original.start, start + original.end)

    content, cue, source = quote.content, quote.cue, quote.source
    return _Found(
        quote,
        words=words(content),
        shown=words(quote.shown),
        cue_words=words(cue),
        source_words=words(source),
        content=place(content),
        cue=place(cue),
        source=place(source),
    )
