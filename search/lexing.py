"""A typed query as tokens: words, phrases, fields, operators and brackets, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, get_args

from index.article import Span
from search.query import FieldName

FIELDS: tuple[str, ...] = (*get_args(FieldName), "date")

QUOTATION_MARKS = '"“”„‟«»＂'

_TOKEN = re.compile(
    rf"""
      (?P<space>   \s+ )
    | (?P<open>    \( )
    | (?P<close>   \) )
    | (?P<field>   (?i:{"|".join(FIELDS)}) : \s* )
    | (?P<phrase>  [{QUOTATION_MARKS}] [^{QUOTATION_MARKS}]* [{QUOTATION_MARKS}] )
    | (?P<lone>    [{QUOTATION_MARKS}] )
    | (?P<minus>   [-−] (?=[^\s)\-−–—]) )
    | (?P<operator>(?:OR|AND|NOT) (?=[\s()] | $) )
    | (?P<word>    [^\s(){QUOTATION_MARKS}]+ )
    """,
    re.VERBOSE,
)
_PARTNERS = {"“": "”", "„": "“", "«": "»"}


class Token(NamedTuple):
    """``kind`` is a group's name of the pattern above; ``text`` is as typed."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The characters of the query it takes."""
        return Span(self.start, self.end)


def tokens(q: str) -> Iterator[Token]:
    """Yield the tokens of any string; white space is none."""
    for match in _TOKEN.finditer(q):
        kind = match.lastgroup
        if kind and kind != "space":
            yield Token(kind, match[0], match.start(), match.end())


def paired(q: str, mark: Token) -> str:
    """Close a lone quotation mark at the query's end, or drop it where nothing follows it."""
    if not any(map(str.isalnum, q[mark.end :])):
        return spliced(q, mark.start, mark.end, " ")
    return q.rstrip() + _PARTNERS.get(mark.text, '"')


def spliced(q: str, start: int, end: int, text: str) -> str:
    """Return the query with other text between two places."""
    return " ".join(f"{q[:start]}{text}{q[end:]}".split())
