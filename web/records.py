"""What `onrecord quotes` prints: one JSON object, or one readable line, for each quote of a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from index.article import Quote, Span
from index.corpus import CorpusError, read
from index.extract import Extraction, extract_quotes
from index.tables import Tables


def quote_records(path: Path, tables: Tables) -> Iterator[str]:
    """Yield a JSON object for each quote of the file, in text order.

    Its keys: article (the file's stem), start, end, kind, speaker, speaker_start, speaker_end, cue_start,
    cue_end, confidence. Offsets are characters into the file's own text, null where there is nothing to
    point at. CorpusError where the file cannot be read.
    """
    for found in _extractions(path, tables):
        for quote in found.quotes:
            yield json.dumps(_record(path.stem, quote, found), ensure_ascii=False)


def explanations(path: Path, tables: Tables) -> Iterator[str]:
    """Yield a line for each quote of the file: its place, its words, and how the speaker was reached."""
    for found in _extractions(path, tables):
        for quote in found.quotes:
            yield _explanation(path.stem, quote, found)


def _extractions(path: Path, tables: Tables) -> Iterator[Extraction]:
    for source in read([path]):
        if isinstance(source, CorpusError):
            raise source
        yield extract_quotes(source, tables)


def _record(stem: str, quote: Quote, found: Extraction) -> dict[str, object]:
    content = found.original(quote.content)
    source = _ends(quote.source, found)
    cue = _ends(quote.cue, found)
    return {
        "article": stem,
        "start": content.start,
        "end": content.end,
        "kind": quote.kind,
        "speaker": quote.speaker.name if quote.speaker else None,
        "speaker_start": source[0],
        "speaker_end": source[1],
        "cue_start": cue[0],
        "cue_end": cue[1],
        "confidence": round(quote.confidence, 3),
    }


def _ends(span: Span | None, found: Extraction) -> tuple[int | None, int | None]:
    if span is None:
        return None, None
    original = found.original(span)
    return original.start, original.end


def _explanation(stem: str, quote: Quote, found: Extraction) -> str:
    content = found.original(quote.content)
    words = " ".join(quote.content.cut(found.text).split())
    shown = words if len(words) <= 60 else f"{words[:59]}…"
    speaker = quote.speaker.name if quote.speaker else "nobody named"
    cue = quote.cue.cut(found.text) if quote.cue else "none"
    source = quote.source.cut(found.text) if quote.source else "none"
    place = f"{stem}:{content.start}-{content.end}"
    return (
        f"{place}  {quote.kind}  “{shown}”  {speaker} ({quote.confidence:.2f})  "
        f"cue: {cue}  source: {source}  because: {quote.reason}"
    )
