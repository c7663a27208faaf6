"""Nouns for people that no table has, told by their endings: "welder", "pollster", not "number"."""

from __future__ import annotations

import re

from index.grammar import word_set

_ENDINGS = re.compile(r"[a-z-]+(?:er|or|ist|ian|ican|ant|(?<!m)ent|ee|man|men|woman|women)$")
_PEOPLE = word_set("graduate legend people")
_THINGS = word_set(
    """
    accent accident answer anchor behavior border center chamber chapter cluster color committee computer
    consent constant content corner counter cover current danger degree dinner door earlier easier either
    element error event extent factor favor fee fever floor folder former grant greater harbor harder
    higher honor horror humor important incident independent intent labor latter larger later letter list
    longer lower major manner matter minor neither number offer older order other paper patent percent
    plant poster power quarter rather recent register reminder rent restaurant river rumor sector shelter
    shorter significant similar smaller stronger summer talent tent terror theater tier together tower
    tree trigger under upper vector violent warrant water weather whether winter wonder younger
    """
)  # what else ends so


def is_doer(noun: str) -> bool:
    """Return whether a noun in lower case is of somebody, or of several such, by how it ends.

    >>> is_doer("welder"), is_doer("regulators"), is_doer("number"), is_doer("agreement")
    (True, True, False, False)
    """
    one = noun.removesuffix("s")
    return one in _PEOPLE or (one not in _THINGS and _ENDINGS.match(one) is not None)
