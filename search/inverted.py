"""The values of slots turned round: for each value of a facet the slots that have it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from search.arrays import Docs, union


class Inverted(NamedTuple):
    """The slots of code ``c``, ascending, are ``slots[starts[c] : starts[c + 1]]``."""

    starts: Docs
    slots: Docs

    def having(self, codes: Sequence[int]) -> Docs:
        """Return the slots that have any of the codes, ascending, each once."""
        return union([self.slots[self.starts[code] : self.starts[code + 1]] for code in codes])


def inverted(slots: Docs, codes: Docs, values: int) -> Inverted:
    """Return for each of ``values`` codes the slots it stands beside; no pair of them comes twice.

    They may come in any order; slots that ascend and codes of 16 bits are sorted in a tenth of the time.
    """
    order = np.lexsort((slots, codes))
    starts = np.searchsorted(codes.take(order), np.arange(values + 1))
    found = slots.take(order).astype(np.int32)
    found.flags.writeable = False  # parts of it are handed out
    return Inverted(starts, found)
