"""Completions of what was typed → groups of suggestions, each with the search it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.identity import slug
from search.request import SearchRequest
from search.suggest import Completion, CompletionKind
from web.links import search_url
from web.wording import count

MAX_TYPED = 100  # characters that suggestions are given for

GROUPS: dict[CompletionKind, str] = {
    "speaker": "People",
    "outlet": "Outlets",
    "topic": "Topics",
    "word": "Terms",
}
"""The kinds of suggestions in their order, and what they are called."""

_LAST_WORD = re.compile(r"[\w’'.-]*\Z")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is shown, how much of it there is, what the search box then has, and the search it leads to."""

    label: str
    count: str
    q: str
    url: str


def suggested(asked: SearchRequest, completions: Iterable[Completion]) -> list[tuple[str, list[Suggestion]]]:
    """Return the suggestions by group, groups without any left out."""
    found = tuple(completions)
    groups = [
        (name, [_suggestion(asked, each) for each in found if each.kind == kind])
        for kind, name in GROUPS.items()
    ]
    return [(name, suggestions) for name, suggestions in groups if suggestions]


def typed_out(q: str, completion: Completion) -> str:
    """Return what somebody would have typed who meant the completion, all of it in the query.

    >>> typed_out("nato rut", Completion("speaker", "mark-rutte", "Mark Rutte", 12))
    'nato Mark Rutte'
    >>> typed_out("aid", Completion("topic", "ukraine-aid", "Ukraine aid", 3))
    'topic:"Ukraine aid"'
    """
    if completion.kind == "word":
        return _LAST_WORD.sub(lambda _: completion.value, q, count=1)
    name = completion.label.replace('"', "")
    if completion.kind != "speaker":  # a person is found by the name alone
        name = f'{completion.kind}:"{name}"'
    return f"{_without_name(q, completion.value)} {name}".strip()


def _suggestion(asked: SearchRequest, completion: Completion) -> Suggestion:
    if completion.kind == "word":
        q = _LAST_WORD.sub(lambda _: completion.value, asked.q, count=1)
        chosen = asked.asking(q)
    else:
        q = _without_name(asked.q, completion.value)
        chosen = asked.asking(q).with_filter(completion.kind, completion.value)
    noun = "quote" if completion.kind == "speaker" else "article"
    return Suggestion(completion.label, count(completion.count, noun), q, search_url(chosen))


def _without_name(q: str, value: str) -> str:
    """Return the query without the beginning of a name it ends in: all words of it, else the last one.

    >>> _without_name("mark ru", "mark-rutte"), _without_name("nato speaker:rut", "mark-rutte")
    ('', 'nato')
    """
    before, colon, name = q.rpartition(":")
    if f"-{slug(name)}" in f"-{value}":
        return before.rpartition(" ")[0] if colon else ""
    return q.rstrip().rpartition(" ")[0]
