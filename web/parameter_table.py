"""The table of the parameters that addresses take: names, types, bounds, defaults, what each is for.

``params`` reads and writes them; the endpoint's description and the command line's options come from here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, get_origin

from msgspec import Meta

from search.request import FILTERS, MAX_DEPTH, MAX_PAGE_SIZE, MAX_QUERY, Counted, SearchRequest, Sort, View

MAX_FILTERS = 50  # values chosen or excluded
MAX_VALUE = 200  # characters of one such value; the longest names of bodies have some 120

CONTROLS = r"\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f"  # all but tabs and line ends
_PRINTABLE = f"^[^{CONTROLS}]*$"

Text = Annotated[str, Meta(max_length=MAX_QUERY, pattern=_PRINTABLE)]
Value = Annotated[str, Meta(max_length=MAX_VALUE, pattern=_PRINTABLE)]
Day = Annotated[str, Meta(pattern=r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of an address: its name, its type with its bounds, what it is for.

    A list may stand several times. Where ``default`` is None, nothing is asked unless it is given.
    """

    name: str
    type: Any
    says: str
    default: str | int | None = None

    @property
    def repeatable(self) -> bool:
        """Whether it may stand several times."""
        return get_origin(self.type) is list


_PLAIN = SearchRequest()
_CHOSEN = {
    "speaker": "Said by: an id or a name; several widen the search.",
    "outlet": "Published in: an id or a name; several widen the search.",
    "topic": "About: an id or a name; several widen the search.",
    "kind": "How it was said: direct, mixed or indirect; several widen the search.",
    "implies": "What the verb implies: denying, warning, neutral …; several widen the search.",
    "verb": "The reporting verb: say, deny, tell …; several widen the search.",
}

PARAMETERS = (
    Parameter(
        name="q",
        type=Text,
        says='Words and "phrases", -not, OR, prefix*, speaker: outlet: topic: kind: verb: about: date: …',
        default=_PLAIN.q,
    ),
    Parameter(name="view", type=View, says="What a hit is.", default=_PLAIN.view),
    *(Parameter(name=name, type=list[Value], says=says) for name, says in _CHOSEN.items()),
    *(
        Parameter(name=f"-{name}", type=list[Value], says=f"To leave out what {name} would choose.")
        for name in FILTERS
    ),
    Parameter(name="from", type=Day, says="The first day: 2025-04-03, or all of 2025-04 or 2025."),
    Parameter(name="to", type=Day, says="The last day, itself included."),
    Parameter(name="sort", type=Sort, says="The order; what has no date comes last.", default=_PLAIN.sort),
    Parameter(
        name="page",
        type=Annotated[int, Meta(ge=1, le=MAX_DEPTH)],
        says=f"From 1; a page past the {MAX_DEPTH:,}th result is refused.",
        default=_PLAIN.page,
    ),
    Parameter(
        name="page_size",
        type=Annotated[int, Meta(ge=1, le=MAX_PAGE_SIZE)],
        says="Results on a page.",
        default=_PLAIN.page_size,
    ),
)
"""The parameters of a search."""

NONE = "none"
FACETS = Parameter(
    name="facets",
    type=list[Counted | Literal["none"]],
    says="The facets to count, all of them where nothing is said; without those that are not shown, or with "
    f"{NONE}, an answer comes sooner.",
)
OF_ENDPOINT = (*PARAMETERS, FACETS)
"""The parameters of a search as JSON; a page shows all facets."""

FIND = Parameter(
    name="find", type=Value, says="Only values that have, for each of these words, one that begins so."
)
OF_FACETS = (*(each for each in PARAMETERS if each.name != "sort"), FIND)
"""The parameters of a list of a facet's values: page and page_size are the list's."""

OF_VALUES = (*PARAMETERS, FIND)
"""The parameters of the page of a filter's values: all but find stay in the searches that it leads to."""

OF_FILES = tuple(each for each in PARAMETERS if each.name not in ("page", "page_size"))
"""The parameters of a file of all hits."""

FEED = SearchRequest(sort="newest", page_size=50)
OF_FEEDS = tuple(
    replace(each, default=getattr(FEED, each.name)) if each.name in ("sort", "page_size") else each
    for each in PARAMETERS
)
"""The parameters of a feed: those of a search, in another order and length where nothing is said."""

OF_SUGGESTIONS = tuple(each for each in PARAMETERS if each.name != "page")
"""The parameters of suggestions: but for q they stay in the searches that suggestions lead to."""
