"""The arrays that matching works on: documents, masks, scores, postings, values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Docs = NDArray[np.int64]
Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]

POSITION_BITS = 24  # an article has at most 5 MB, so fewer than 2**24 words


class Postings(NamedTuple):
    """The documents that hold a term, ascending, and how often."""

    docs: Docs
    freqs: Floats


class Values(NamedTuple):
    """A field's values: for each pair the document and the place of its value in ``names``."""

    names: Sequence[Any]
    docs: Docs
    codes: Docs


NO_POSTINGS = Postings(np.empty(0, np.int64), np.empty(0, np.float64))
