"""Matches → one page of them in the order asked for; ties fall the same way every time."""

from __future__ import annotations

import numpy as np

from search.arrays import Array, Docs, Floats, leading
from search.matching import Matches
from search.request import SearchRequest


def page_of(request: SearchRequest, matches: Matches) -> tuple[Docs, Floats]:
    """Return the slots of the page and their scores; none past the last page.

    By relevance, equal scores go newest first; by date, equal days go by score, and undated documents
    come last; what is still equal stays in the order of the index. Only what can stand on the page is sorted.
    """
    slots, scores = matches.slots, matches.scores
    first, stop = (request.page - 1) * request.page_size, request.page * request.page_size
    if request.sort == "relevance":
        places = leading(scores, stop)
        keys: tuple[Array, Array] = (-scores[places], -matches.days(slots[places]))
    else:
        days = matches.days(slots)
        rank = days if request.sort == "newest" else np.where(days == 0, -(2**62), -days)
        places = leading(rank, stop)
        keys = (-rank[places], -scores[places])
    order = places[np.lexsort((slots[places], keys[1], keys[0]))][first:stop]
    return slots[order], scores[order]
