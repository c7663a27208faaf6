"""Chunks are those of ``str.split``, whatever characters a text has, and no two have one key."""

from __future__ import annotations

import re
import sys

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from index.codec.chunks import SHORT, chunks_of

SPACES = "".join(chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace())
LETTERS = "ab\0é’“\u00ad\u2010\u2060\u3001\u1681ﬁ😀\ud800\udfff"
TEXTS = st.text(st.sampled_from(SPACES + LETTERS) | st.characters(), max_size=60)


@given(TEXTS, st.integers(1, 9))
@example(SPACES.join("abc"), 9)
@example("".join(f"{space}é{space}" for space in SPACES), 9)
@example("", 1)
@example("😀" * 40 + " a", 7)
def test_chunks_are_what_a_text_splits_into(text: str, longest: int) -> None:
    expected = [(match.start(), match[0]) for match in re.finditer(rf"\S{{1,{longest}}}", text)]
    chunks = chunks_of(text, longest)
    found = chunks.bytes_at(np.arange(len(chunks)))
    words = [chunk.decode("utf-8", "surrogatepass") for chunk in found]
    assert list(zip(chunks.starts.tolist(), words, strict=True)) == expected


@given(st.lists(st.text(st.sampled_from("ab\0é"), min_size=1, max_size=12), max_size=40))
def test_chunks_have_one_key_where_they_are_the_same_and_short(words: list[str]) -> None:
    chunks = chunks_of(" ".join(words), 100)
    keys = list(zip(*(numbers.tolist() for numbers in chunks.as_keys()), strict=True))
    short = {(word, key) for word, key in zip(words, keys, strict=True) if len(word.encode()) <= SHORT}
    long = {key for word, key in zip(words, keys, strict=True) if len(word.encode()) > SHORT}
    assert len({word for word, _ in short}) == len({key for _, key in short}) == len(short)
    assert not long & {key for _, key in short}
    assert (0, 0) not in keys
