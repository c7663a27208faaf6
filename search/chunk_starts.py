"""Where in some texts of a field the chunks begin that positions belong to, as the index keeps it."""

from __future__ import annotations

from itertools import accumulate

import numpy as np

from index.codec.fields import Field
from search.arrays import Docs


class ChunkStarts:
    """The texts of some documents of a segment, numbered from 0 on, one after another as if they were one.

    ``_starts`` are where the chunk of each position begins, ``_firsts`` where each text's positions do, and
    ``_bases`` where the text itself does; None where the index keeps nothing of that.
    """

    def __init__(self, field: Field, docs: Docs) -> None:
        self._starts: Docs | None = None
        if field.gaps is None or field.gap_starts is None:
            return
        begins, ends = field.gap_starts[docs].tolist(), field.gap_starts[docs + 1].tolist()
        gaps = [field.gaps[begin:end] for begin, end in zip(begins, ends, strict=True)]
        firsts = [0, *accumulate(map(len, gaps[:-1]))]
        starts = np.concatenate(([0], *gaps)).cumsum(dtype=np.int64)  # from the end of the one before each
        self._starts, self._firsts, self._bases = starts[1:], np.array(firsts), starts[firsts]

    def at(self, numbers: Docs, positions: Docs) -> Docs:
        """Return for positions in texts where the chunk of each begins; -1 where the index does not say."""
        if self._starts is None:
            return np.full(len(numbers), -1)
        found: Docs = self._starts.take(self._firsts.take(numbers) + positions)
        found -= self._bases.take(numbers)
        return found

    def first_of_chunk(self, number: int, position: int) -> int:
        """Return the first position of the chunk that a position of a text belongs to."""
        assert self._starts is not None
        begin = int(self._firsts[number])
        while position and self._starts[begin + position - 1] == self._starts[begin + position]:
            position -= 1
        return position
