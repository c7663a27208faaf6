"""How often may be asked: a rate as people write it, and the count of each asker's requests."""

from __future__ import annotations

import math
import re
import time
from typing import Any, Self

from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from werkzeug.exceptions import TooManyRequests

from web.setting_types import NOTHING

OFF = "off"
LONG = 120  # seconds, past which a wait is said in minutes

_ONE = r"[1-9][0-9]{0,8} ?/ ?([1-9][0-9]{0,4} ?)?(second|minute|hour|day)s?"
_RATE = re.compile(rf"{_ONE}( ?[;,] ?{_ONE})*")


class Rate:
    """So many requests in a time, or several such: "60/minute", "10/second, 1000/hour"."""

    def __init__(self, text: str = OFF, items: tuple[RateLimitItem, ...] = ()) -> None:
        self.text, self.items = text, items

    @classmethod
    def of(cls, value: Any) -> Self:
        """Read the setting; ValueError where it is none."""
        text = " ".join(value.lower().split()) if isinstance(value, str) else ""
        if text in NOTHING:
            return cls()
        items = tuple(parse_many(text)) if _RATE.fullmatch(text) else ()
        if not items:
            raise ValueError("Expected requests by second, minute, hour or day, as in “60/minute”, or “off”")
        return cls(text, items)

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rate) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Rate({self.text!r})"


class RateLimit:
    """Counts the requests of each asker, in this process."""

    def __init__(self, rate: Rate) -> None:
        self._items = rate.items
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def check(self, asker: str) -> None:
        """Count a request; TooManyRequests, with the seconds to wait, for one too many."""
        for item in self._items:
            if not self._limiter.hit(item, asker):
                wait = max(1, round(self._limiter.get_window_stats(item, asker).reset_time - time.time()))
                raise TooManyRequests(
                    f"More than {item.amount:,} requests in {_span(item)} are not answered here. "
                    f"Try again in {_waiting(wait)}.",
                    retry_after=wait,
                )


def _span(item: RateLimitItem) -> str:
    unit = item.GRANULARITY.name
    return f"{item.multiples} {unit}s" if item.multiples > 1 else f"{'an' if unit == 'hour' else 'a'} {unit}"


def _waiting(seconds: int) -> str:
    if seconds > LONG:
        return f"{math.ceil(seconds / 60)} minutes"
    return "a second" if seconds == 1 else f"{seconds} seconds"
