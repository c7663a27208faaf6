"""Memory that a query has let go of is kept for the next one."""

from __future__ import annotations

import ctypes
import sys
from functools import cache

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # names of settings in the GNU C library's malloc.h
KEPT = 32 << 20  # bytes


@cache
def keep_memory() -> None:
    """Tell the C library to keep up to KEPT bytes that were let go of, for the whole process, once.

    Else a query's larger arrays are handed back to the system and asked for again, and each fresh page of
    them costs more than what is done in it. All threads share what is kept, for each would keep as much, and
    the interpreter lets one at a time work anyway. Where it is not the GNU library, nothing is done.
    """
    set_option = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if set_option is not None:
        set_option(_ARENA_MAX, 1)
        set_option(_MMAP_THRESHOLD, KEPT)
        set_option(_TRIM_THRESHOLD, KEPT)
