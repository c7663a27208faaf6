"""Keys that stood beside the texts of articles and are not known: said of each, so that none goes unseen."""

from __future__ import annotations

from collections import Counter

from index.sources import KEYS
from search.page import Remark
from web.wording import count

MOST = 10  # keys named; a file of records that hold much else has dozens

_KNOWN = f"The keys are {', '.join(KEYS[:-1])} and {KEYS[-1]}."


def ignored_keys(articles: Counter[str]) -> tuple[Remark, ...]:
    """Return a remark on each key, by the number of articles that had it, and one on those past ``MOST``.

    >>> ignored_keys(Counter({"byline": 3}))[0].message.partition(".")[0]
    'There is no key “byline”; it was ignored in 3 articles'
    """
    named = sorted(articles.items(), key=lambda item: (-item[1], item[0]))
    remarks = [_remark(key, number) for key, number in named[:MOST]]
    if len(named) > MOST:
        others = count(len(named) - MOST, "other key")
        remarks.append(Remark(message=f"{others} that are not known were ignored likewise."))
    return tuple(remarks)


def _remark(key: str, number: int) -> Remark:
    message = f"There is no key “{key}”; it was ignored in {count(number, 'article')}. {_KNOWN}"
    return Remark(message=message, parameter=key)
