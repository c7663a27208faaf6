"""Matches → one page of them in the order asked for; ties fall the same way every time."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.arrays import Docs, Floats
from search.columns import Columns
from search.request import SearchRequest


def page_of(columns: Columns, request: SearchRequest, docs: Docs, scores: Floats) -> tuple[Docs, Floats]:
    """Return the documents of the page and their scores; none past the last page.

    By relevance, equal scores go newest first; by date, equal days go by score, and undated documents
    come last; what is still equal stays in the order of the index.
    """
    days = columns.days[docs]
    first, stop = (request.page - 1) * request.page_size, request.page * request.page_size
    if request.sort == "relevance":
        keys: list[NDArray[Any]] = [-scores, -days]
    elif request.sort == "newest":
        keys = [-days, -scores]
    else:
        keys = [np.where(days == 0, np.iinfo(np.int64).max, days), -scores]
    leading = _leading(keys[0], stop)
    order = leading[np.lexsort((docs[leading], keys[1][leading], keys[0][leading]))][first:stop]
    return docs[order], scores[order]


def _leading(key: NDArray[Any], size: int) -> Docs:
    """Return the places of the ``size`` smallest keys and of all that equal the last: enough to sort."""
    if len(key) <= size:
        return np.arange(len(key))
    return np.flatnonzero(key <= np.partition(key, size)[size])
