"""Why a value is no setting, in the words of people and not of a program's types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

OTHER_FORM = "it does not have the form that is described here"

_TYPES = {"int": "a whole number", "bool": "true or false", "str": "a text", "null": "nothing"}
_TYPE = re.compile(r"`(\w+)(?: \| null)?`")
_PLACE = re.compile(r" - at `[^`]*`$")
_BOUNDS = (("of length >= 1", "that is not empty"), (" <= ", " of at most "), (" >= ", " of at least "))


def reason(error: ValueError, kind: Any) -> str:
    """Return what is wrong with a value of a type, as an error of ``msgspec`` or of a reader of ours has it.

    >>> reason(ValueError("Expected `int` <= 65535 - at `$`"), int)
    'Expected a whole number of at most 65535'
    """
    said = _PLACE.sub("", str(error))
    if said.startswith("Invalid enum value"):
        return f"there is no such choice. There are: {', '.join(_choices(kind))}"
    if "matching regex" in said:
        return OTHER_FORM
    said = _TYPE.sub(lambda match: _TYPES.get(match[1], match[0]), said)
    for code, words in _BOUNDS:
        said = said.replace(code, words)
    return said


def _choices(kind: Any) -> Iterator[str]:
    """Yield the words a setting, or one of its list, may be."""
    if get_origin(kind) is Literal:
        yield from map(str, get_args(kind))
    else:
        for part in get_args(kind):
            yield from _choices(part)
