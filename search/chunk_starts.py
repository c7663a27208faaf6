"""Where in a document's text the chunks begin that its positions belong to, as the index keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from index.codec.fields import Field


def chunk_starts(field: Field, doc: int) -> Sequence[int]:
    """Return for each position of a document's text where its chunk begins; nothing where no index says."""
    if field.gaps is None or field.gap_starts is None:
        return ()
    begin, end = int(field.gap_starts[doc]), int(field.gap_starts[doc + 1])
    starts: Any = np.add.accumulate(field.gaps[begin:end].astype(np.int64))
    return memoryview(starts)  # of which a few numbers are read: a list would take ten times as long


def first_of_chunk(starts: Sequence[int], position: int) -> int:
    """Return the first position of the chunk that a position belongs to."""
    while position and starts[position - 1] == starts[position]:
        position -= 1
    return position
