"""A schema with every kind of field, documents for it, and the two ways to keep them: Whoosh's and ours."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from whoosh.analysis import RegexTokenizer, StemmingAnalyzer, Token
from whoosh.analysis import Tokenizer as WhooshTokenizer
from whoosh.fields import DATETIME, ID, IDLIST, KEYWORD, NGRAM, NUMERIC, STORED, TEXT, Schema
from whoosh.index import FileIndex, create_in
from whoosh.writing import IndexWriter

from index.codec import ColumnarCodec, ColumnarWriter

Document = dict[str, Any]
CODEC = ColumnarCodec(owned=("key", "tags"), ranks=("text", "chunked"), gaps=("chunked",), nexts=("chunked",))

WORDS = (
    *("alpha", "beta", "gamma", "delta", "running", "runs", "ran", "May", "may", "half-open", "—"),
    *("naïve", "O'Brien", "x", "zeta", "epsilon", "policy", "policies", "\u00a0", "\x85gap", "ﬁ", "😀"),
)


class ChunkTokenizer(WhooshTokenizer):  # type: ignore[misc]
    """Words of letters, lower case, each chunk by itself: an analyzer that may be asked for chunks."""

    longest_chunk = 12

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ChunkTokenizer)

    def __hash__(self) -> int:
        return 1

    def chunk(self, text: str) -> tuple[int, list[tuple[int, str]]]:
        words = "".join(letter.lower() if letter.isalpha() else " " for letter in text).split()
        found = list(enumerate(words))
        if len(words) > 1:  # a compound stands at its first and its last position
            found += [(0, "".join(words)), (len(words) - 1, "".join(words))]
        return len(words), found

    def __call__(
        self, value: str, positions: bool = False, chars: bool = False, **kwargs: Any
    ) -> Iterable[Token]:
        token, start = Token(positions, chars, **kwargs), 0
        token.boost = 1.0
        for chunk in value.split():
            for piece in (
                chunk[at : at + self.longest_chunk] for at in range(0, len(chunk), self.longest_chunk)
            ):
                length, found = self.chunk(piece)
                for token.pos, token.text in sorted((start + place, word) for place, word in found):
                    yield token
                start += length


def schema() -> Schema:
    """A field of each kind."""
    return Schema(
        id=ID(stored=True, unique=True),
        text=TEXT(stored=True, analyzer=StemmingAnalyzer(), spelling=True, vector=True),
        chunked=TEXT(analyzer=ChunkTokenizer()),
        chars=TEXT(chars=True, analyzer=RegexTokenizer()),
        boosted=TEXT(field_boost=2.0),
        key=ID(sortable=True),
        tags=KEYWORD(commas=True, scorable=True, lowercase=True),
        list=IDLIST(),
        number=NUMERIC(int, sortable=True, stored=True),
        decimal=NUMERIC(float),
        day=DATETIME(sortable=True),
        grams=NGRAM(minsize=2, maxsize=3),
        kept=STORED(),
    )


def documents(count: int, seed: int = 1) -> list[Document]:
    """Documents with some of the fields each; an id comes more than once."""
    chance = random.Random(seed)

    def text(most: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(chance.randrange(most)))

    made = []
    for number in range(count):
        document: Document = {
            "id": str(number % (count * 2 // 3)),
            "text": text(12),
            "chunked": text(30),
            "chars": text(8),
            "boosted": text(5),
            "key": chance.choice(["a", "b", "c"]),
            "tags": ",".join(chance.sample(["One", "two", "three"], chance.randrange(3))),
            "list": "x y" if number % 3 else "z",
            "number": chance.randrange(-3, 9),
            "decimal": chance.random(),
            "day": dt.datetime(2025, 1, 1 + number % 28),
            "grams": text(3),
            "kept": {"n": number},
        }
        if number % 11 == 0:
            document |= {"_text_boost": 2.5, "_chunked_boost": 1.5}
        if number % 17 == 0:
            document["_stored_text"] = "shown instead"
        kept = [name for name in document if name == "id" or chance.random() < 0.8]
        made.append({name: document[name] for name in kept if document[name] != ""})
    return made


Writer = Callable[[FileIndex], IndexWriter]


def stock(index: FileIndex) -> IndexWriter:
    """Whoosh's own writer and codec."""
    return index.writer()


def columnar(index: FileIndex) -> IndexWriter:
    """Ours."""
    return ColumnarWriter(index, CODEC)


def seam(index: FileIndex) -> IndexWriter:
    """Whoosh's own writer with our codec."""
    return index.writer(codec=CODEC)


def fresh(folder: Path, writer: Writer) -> FileIndex:
    """One segment."""
    index = create_in(folder, schema())
    made = writer(index)
    for document in documents(150):
        made.add_document(**document)
    made.commit()
    return index


def changed(folder: Path, writer: Writer) -> FileIndex:
    """Several segments, with documents deleted and replaced."""
    index = create_in(folder, schema())
    for first in range(0, 150, 40):
        made = writer(index)
        for document in documents(150)[first : first + 40]:
            made.update_document(**document)
        made.commit(merge=False)
    made = writer(index)
    made.delete_by_term("key", "c")
    made.commit(merge=False)
    return index


def optimised(folder: Path, writer: Writer) -> FileIndex:
    """The same, merged into one."""
    index = changed(folder, writer)
    writer(index).commit(optimize=True)
    return index


STATES = {made.__name__: made for made in (fresh, changed, optimised)}
WRITERS = {made.__name__: made for made in (columnar, seam)}
