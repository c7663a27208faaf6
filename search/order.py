"""Matches → a stretch of them in the order asked for; ties fall the same way every time."""

from __future__ import annotations

import numpy as np

from search.arrays import Array, Docs, Floats, leading
from search.matching import Matches
from search.request import SearchRequest


def page_of(request: SearchRequest, matches: Matches) -> tuple[Docs, Floats]:
    """Return the slots of the page and their scores; none past the last page."""
    return stretch_of(request, matches, first_of(request), request.page_size)


def first_of(request: SearchRequest) -> int:
    """Return how many hits stand before the page."""
    return (request.page - 1) * request.page_size


def stretch_of(request: SearchRequest, matches: Matches, first: int, count: int) -> tuple[Docs, Floats]:
    """Return the slots of ``count`` hits from the ``first`` on, counted from 0, and their scores.

    By relevance, equal scores go newest first; by date, equal days go by score. Undated documents come
    last, those that came into the index last before the others where the newest go first. What is still
    equal stays in the order of the index. Only what can stand in the stretch is sorted.
    """
    slots, scores = matches.slots, matches.scores
    stop = first + count
    if request.sort == "relevance":
        places = leading(scores, stop)
        keys: tuple[Array, Array] = (-scores[places], -matches.days(slots[places]))
    else:
        newest = request.sort == "newest"
        days = matches.days(slots)
        rank = days if newest else np.where(days == 0, -(2**62), -days)
        # Ties of the last rank are all kept, so that undated ones are there to be told apart.
        places = leading(rank, stop)
        articles = matches.columns.article_of[matches.docs(slots[places])].astype(np.int64)
        undated = -articles if newest else articles
        keys = (-rank[places], np.where(days[places] == 0, undated, -scores[places]))
    order = places[np.lexsort((slots[places], keys[1], keys[0]))][first:stop]
    return slots[order], scores[order]
