"""What has been typed so far → names, topics and words that go on so; a query without hits → mended ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from index.article import Span
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
) -> Iterator[str]:
    """Yield the query with each word that stands nowhere replaced by one that does, the likeliest way first.

    The last word may be half typed: it is taken for the beginning of one before it is taken for a slip.
    """
    words = [leaf for leaf in texts(tree) if isinstance(leaf, Word)]
    unknown = [word for word in words if not _stands_anywhere(columns, view, terms[word])]
    if not unknown or len(unknown) > MAX_MENDED:
        return
    last = unknown[-1]
    better = _corrections(unknown[:-1], vocabulary)
    if last.span.end == len(q) and last.text.isalpha():
        yield _replaced(q, [*better, (last.span, f"{last.text}*")])
    better += _corrections([last], vocabulary)
    if better:
        yield _replaced(q, better)


def _corrections(words: Iterable[Word], vocabulary: Vocabulary) -> list[tuple[Span, str]]:
    """Return what was probably meant by words, and where they stand."""
    found = ((word, vocabulary.correct(word.text)) for word in words)
    return [
        (word.span, better.capitalize() if word.text[0].isupper() else better)
        for word, better in found
        if better
    ]


def _replaced(q: str, others: Sequence[tuple[Span, str]]) -> str:
    """Return the query with other words in some places, given in their order."""
    for span, word in reversed(others):
        q = q[: span.start] + word + q[span.end :]
    return q


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
