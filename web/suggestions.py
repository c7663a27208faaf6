"""Completions of what was typed → groups of suggestions, each with the search it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.identity import slug
from search import Engine
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
    """A completion, and the search it leads to."""

    completion: Completion
    request: SearchRequest

    @property
    def count(self) -> str:
        """How much of it there is: "12 quotes"."""
        noun = "quote" if self.completion.kind == "speaker" else "article"
        return count(self.completion.count, noun)

    @property
    def url(self) -> str:
        """The address of the search on the page."""
        return search_url(self.request)


def ways_on(engine: Engine, asked: SearchRequest) -> list[Suggestion]:
    """Return how to go on from the query of a search, as long as it has MAX_TYPED characters at most."""
    return suggested(asked, engine.suggest(asked.q)) if len(asked.q) <= MAX_TYPED else []


def suggested(asked: SearchRequest, completions: Iterable[Completion]) -> list[Suggestion]:
    """Return completions as suggestions, each with its search."""
    return [Suggestion(completion, _request(asked, completion)) for completion in completions]


def grouped(found: Sequence[Suggestion]) -> list[tuple[str, list[Suggestion]]]:
    """Return the suggestions by group, groups without any left out."""
    groups = [
        (name, [each for each in found if each.completion.kind == kind]) for kind, name in GROUPS.items()
    ]
    return [(name, members) for name, members in groups if members]


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


def _request(asked: SearchRequest, completion: Completion) -> SearchRequest:
    if completion.kind == "word":
        return asked.asking(typed_out(asked.q, completion))
    q = _without_name(asked.q, completion.value)
    return asked.asking(q).with_filter(completion.kind, completion.value)


def _without_name(q: str, value: str) -> str:
    """Return the query without the beginning of a name it ends in: all words of it, else the last one.

    >>> _without_name("mark ru", "mark-rutte"), _without_name("nato speaker:rut", "mark-rutte")
    ('', 'nato')
    """
    before, colon, name = q.rpartition(":")
    if f"-{slug(name)}" in f"-{value}":
        return before.rpartition(" ")[0] if colon else ""
    return q.rstrip().rpartition(" ")[0]
