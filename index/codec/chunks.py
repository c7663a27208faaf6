"""A text's chunks, ``text.split()``, found and told apart as bytes, all at once.

A chunk of up to SHORT bytes is told by two whole numbers: its bytes, and behind them how many they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.codec.files import Array

SHORT = 15  # bytes of UTF-8: all but one in 300 chunks of English news
_WORD = 8  # bytes of a whole number
_PADDING = " " * (SHORT + 1)  # what is read past the last chunk

_SPACES = [0x20, *range(0x09, 0x0E), *range(0x1C, 0x20), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B)]
_SPACES += [0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
_IS_SPACE = np.zeros(0x3002, dtype=bool)  # by character; the last stands for all after it
_IS_SPACE[_SPACES] = True

_LEADS = sorted({chr(code).encode()[0] for code in _SPACES if code >= 0x80})  # of spaces of several bytes

_LENGTHS = range(SHORT + 2)
_FIRST = np.array([256 ** min(n, _WORD) - 1 for n in _LENGTHS], np.uint64)
_SECOND = np.array([256 ** max(0, min(n, SHORT) - _WORD) - 1 for n in _LENGTHS], np.uint64)
_LENGTH = np.array([n << 56 for n in _LENGTHS], np.uint64)


@dataclass(frozen=True, slots=True)
class Chunks:
    """The chunks of a text: bytes ``firsts`` up to ``ends`` of ``data``; ``starts`` counts characters."""

    data: bytes
    firsts: Array
    ends: Array
    starts: Array

    def __len__(self) -> int:
        return len(self.firsts)

    def as_keys(self) -> tuple[Array, Array]:
        """Return the two numbers of each chunk; of those longer than SHORT none is that of a short one."""
        words = np.ndarray((len(self.data) - _WORD + 1,), "S8", self.data, strides=(1,))
        lengths = np.minimum(self.ends - self.firsts, SHORT + 1)
        first = words[self.firsts].view("<u8") & _FIRST[lengths]
        second = words[self.firsts + _WORD].view("<u8") & _SECOND[lengths]
        return first, second | _LENGTH[lengths]

    def bytes_at(self, places: Array) -> list[bytes]:
        """Return the bytes of some chunks."""
        bounds = zip(self.firsts[places].tolist(), self.ends[places].tolist(), strict=True)
        return [self.data[first:end] for first, end in bounds]


def chunks_of(text: str, longest: int) -> Chunks:
    """Return the chunks of a text; of one of more characters than ``longest`` each so many are a chunk."""
    data = f" {text}{_PADDING}".encode("utf-8", "surrogatepass")
    codes = np.frombuffer(data, np.uint8)
    solid = _solid(codes)
    edges = np.flatnonzero(solid[1:] != solid[:-1])
    characters = _characters(codes, edges)
    firsts, ends = edges[::2] + 1, edges[1::2] + 1
    starts, stops = characters[::2], characters[1::2]
    if int((stops - starts).max(initial=0)) <= longest:
        return Chunks(data, firsts, ends, starts)
    pieces = -((starts - stops) // longest)
    parts = np.arange(int(pieces.sum())) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    cut = np.repeat(starts, pieces) + longest * parts
    bytes_of = np.flatnonzero(_begins(codes))[1:]  # of each character
    return Chunks(data, bytes_of[cut], bytes_of[np.minimum(cut + longest, np.repeat(stops, pieces))], cut)


def _solid(codes: Array) -> Array:
    """Return for each byte whether it is of no space."""
    solid: Array = codes > 0x20
    low = np.flatnonzero(codes < 0x20)
    solid[low] = ~_IS_SPACE[codes[low]]
    at = np.flatnonzero((codes >= _LEADS[0]) & (codes <= _LEADS[-1]))
    if len(at):
        lead, second, third = (codes[at + n].astype(np.int32) for n in range(3))
        two = lead < 0xE0  # bytes; else three
        short, long = (lead & 0x1F) << 6 | second & 0x3F, (lead & 0x0F) << 12 | (second & 0x3F) << 6
        character = np.where(two, short, long | third & 0x3F)
        spaces = _IS_SPACE[np.minimum(character, len(_IS_SPACE) - 1)]
        at, third_at = at[spaces], at[spaces & ~two] + 2
        solid[at] = solid[at + 1] = solid[third_at] = False
    return solid


def _characters(codes: Array, edges: Array) -> Array:
    """Return how many characters stand before each edge, the space that the text was given aside."""
    characters: Array = np.cumsum(_begins(codes), dtype=np.int32)[edges] - np.int32(1)
    return characters


def _begins(codes: Array) -> Array:
    """Return for each byte whether it begins a character."""
    begins: Array = codes.view(np.int8) >= -64  # all but 10xxxxxx
    return begins
