"""What has been typed so far → names, topics and words that go on so; a query without hits → a mended one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from index.identity import slug
from search.columns import Columns
from search.facets import Label
from search.names import ids_of_form
from search.query import Node, Word, texts
from search.request import View
from search.scoring import WEIGHTS
from search.spaces import Space
from search.spelling import Vocabulary
from search.terms import Terms

LIMIT = 5  # of each kind
MIN_LETTERS = 2
MAX_MENDED = 5  # words: a query with more that stand nowhere is in another language

CompletionKind = Literal["speaker", "outlet", "topic", "word"]


@dataclass(frozen=True, slots=True)
class Completion:
    """A way to go on: ``value`` is an id or the word; ``count`` quotes of a speaker, else articles."""

    kind: CompletionKind
    value: str
    label: str
    count: int


def complete(columns: Columns, vocabulary: Vocabulary, text: str, label: Label) -> tuple[Completion, ...]:
    """Return speakers, outlets, topics and words that begin with the end of what was typed.

    A name is found by any of its words, and by several ("mark ru"); nothing for fewer than two letters.
    """
    whole = text.rpartition(":")[2].strip(' "“”-(')
    last = whole.split()[-1] if whole.split() else ""
    if sum(map(str.isalnum, last)) < MIN_LETTERS:
        return ()
    names = [
        completion
        for kind in get_args(CompletionKind)[:-1]
        for completion in _names(columns, kind, {slug(whole), slug(last)}, label)
    ]
    words = [Completion("word", word, word, count) for word, count in vocabulary.words(last, LIMIT)]
    return (*names, *words)


def mended(
    q: str, tree: Node, columns: Columns, view: View, terms: Mapping[Node, Terms], vocabulary: Vocabulary
) -> str | None:
    """Return the query with each word that stands nowhere replaced by one that does; None for no change."""
    words = [leaf for leaf in texts(tree) if isinstance(leaf, Word)]
    unknown = [word for word in words if not _stands_anywhere(columns, view, terms[word])]
    changed = q
    for word in reversed(unknown) if len(unknown) <= MAX_MENDED else ():
        better = vocabulary.correct(word.text)
        if better:
            better = better.capitalize() if word.text[0].isupper() else better
            changed = changed[: word.span.start] + better + changed[word.span.end :]
    return changed if changed != q else None


def _names(columns: Columns, kind: CompletionKind, starts: set[str], label: Label) -> list[Completion]:
    def fits(name: str) -> bool:
        return any(f"-{start}" in f"-{name}" for start in starts)

    others = set(ids_of_form(columns, fits)) if kind == "speaker" else ()
    found = [(code, name) for name, code in columns.places_of(kind).items() if fits(name) or name in others]
    if not found:
        return []
    space = Space(columns, "quotes" if kind == "speaker" else "articles")
    counts, _ = space.codes.counted(kind, space.count(space.everything()))
    found.sort(key=lambda item: (-counts[item[0]], item[1]))
    return [
        Completion(kind, name, label(kind, name), int(counts[code]))
        for code, name in found[:LIMIT]
        if counts[code]
    ]


def _stands_anywhere(columns: Columns, view: View, terms: Terms) -> bool:
    return any(
        all(columns.doc_frequency(field, term) for term in sequence)
        for sequence in terms.sequences
        for field in WEIGHTS[view]
    )
