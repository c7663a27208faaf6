"""Lines that open with who speaks: "DOE: …", "Jane Doe: …", "Q. …"; and whether they are a conversation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index import grammar
from index.article import Span
from index.interviews import initials_of
from index.lexicon import lexicon
from index.tables import Tables
from index.words import Words

LABEL_WORDS = 5
LEAST_TURNS = 3
MOST_IN_MARKS = 20  # lines that open with a quotation mark before the label; bounds the time on any text

Form = Literal["capitals", "title", "question", "answer"]

_LABELLED = re.compile(
    r"""
    [ \t]* (?P<mark>["“])? [*_]{0,3} (?P<drop>(?!))?
    (?P<label>[A-Z][^:\n*_"“”]{0,60}?) [*_]{0,3} (?P<cue>:) [*_]{0,3} [ \t]+ (?=\S)
    """,
    re.VERBOSE,
)
_LETTERED = re.compile(
    r"""
    [ \t]* (?P<mark>["“])? [*_]{0,3}
    (?: (?P<label>[QA]) [*_]{0,3} (?P<cue>[.:]|[ ]?[—–-]) [*_]{0,3} [ \t]+ (?=\S)
      | (?P<drop>Q) (?=[A-Z][a-z]*[\s’']) )      # a drop capital: "QWhen will you run?"
    """,
    re.VERBOSE,
)
PERSON = re.compile(r"\b(?:I|(?i:we|you|me|my|our|your|let[’']s))\b|\bus\b")

_SMALL_WORDS = grammar.SMALL_WORDS | grammar.SUBORDINATORS


@dataclass(frozen=True, slots=True)
class Label:
    """A line's label: ``span`` who it names, ``cue`` the colon, ``words`` the rest of the line.

    key  the last word, lower case, by which one person's labels are known to be theirs
    """

    form: Form
    key: str
    span: Span
    cue: Span
    line: Span
    words: Span

    def initials(self, text: str) -> str:
        """Return the label as initials would be written: "J.D." is "JD"."""
        return self.span.cut(text).replace(".", "")


def find_labels(words: Words, tables: Tables) -> Sequence[Label]:
    """Return the labels of the text's turns in text order; none where it holds no conversation."""
    return _turns(words, list(_labels(words.text, tables)), tables)


def _labels(text: str, tables: Tables) -> Iterator[Label]:
    table = tables.table("transcripts")["labels"]
    in_marks = 0
    for start in _line_starts(text):
        match = _LETTERED.match(text, start) or _LABELLED.match(text, start)
        label = _label(text, match, table) if match is not None else None
        if label is not None and match is not None and match["mark"] is not None and in_marks < MOST_IN_MARKS:
            label, in_marks = _named_outside(text, label), in_marks + 1
        if label is not None:
            yield label


def _line_starts(text: str) -> Iterator[int]:
    start = 0
    while start < len(text):
        yield start
        start = text.find("\n", start) + 1 or len(text)


def _named_outside(text: str, label: Label) -> Label | None:
    """The label with its name where it stands outside of quotation marks, which hide the words within."""
    name = label.span.cut(text)
    place = text.find(name)
    if place == label.span.start:
        place = text.find(name, label.line.end)
    return replace(label, span=Span(place, place + len(name))) if place >= 0 else None


def _label(text: str, match: re.Match[str], table: dict[str, list[str]]) -> Label | None:
    name = "label" if match["label"] else "drop"
    start = match.start(name)
    end = start + len(re.split(r"\s*[(\[,]|\s+$", match[name], maxsplit=1)[0])
    forms = text[start:end].split()
    keys = [form.lower().rstrip(".") for form in forms]
    if not forms or len(forms) > LABEL_WORDS or not all(map(_may_name, forms)):
        return None
    whole = " ".join(keys)
    if whole in table["others"] or keys[-1] in table["others"]:
        return None
    line_end = text.find("\n", match.end())
    line = Span(match.start(), line_end if line_end >= 0 else len(text))
    form: Form = "capitals" if all(form.isupper() for form in forms) and len(whole) > 1 else "title"
    if whole in table["questions"]:
        form = "question"
    elif whole in table["answers"]:
        form = "answer"
    spoken = within(text, match.end(), line.end, marked=match["mark"] is not None)
    if text[spoken.start] in "“\"‘'" and form in ("capitals", "title"):
        return None  # words in marks are read as any quotation
    return Label(
        form, keys[-1], Span(start, end), Span(*match.span("cue" if match["label"] else "drop")), line, spoken
    )


def _may_name(form: str) -> bool:
    return (form[0].isupper() and not any(map(str.isdigit, form))) or form in (
        "de",
        "van",
        "von",
        "del",
        "al",
        "bin",
    )


def within(text: str, start: int, end: int, *, marked: bool = False) -> Span:
    """Return the span less white space at its ends, and less the mark that closes a ``marked`` line."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if marked and end - start > 1 and text[end - 1] in '”"':
        end -= 1
    return Span(start, end)


def _turns(words: Words, labels: Sequence[Label], tables: Tables) -> Sequence[Label]:
    """The labels that are turns: of an interview, else of a transcript in capitals, else in small letters."""
    if len(labels) < 2:
        return ()
    unnamed = lexicon(tables).unnamed
    known = _known(words) | unnamed
    places = lexicon(tables).places
    initials = initials_of(words.text, labels[0].line.start)
    labels = [label for label in labels if _is_person(words.text, label, known, places, initials)]
    if len(labels) >= LEAST_TURNS and {label.form for label in labels} >= {"question", "answer"}:
        return labels
    for form in ("capitals", "title"):
        turns = [label for label in labels if label.form in (form, "question")]
        if _is_conversation(words.text, turns, unnamed):
            return turns
    return ()


def _is_person(
    text: str, label: Label, known: set[str], places: frozenset[str], initials: Mapping[str, Span]
) -> bool:
    """Whether the label stands for somebody: a name of the article, initials of one, or a part in it."""
    if label.form in ("question", "answer"):
        return True
    if all(form.lower() in places for form in label.span.cut(text).split()):
        return False
    return label.key in known or label.initials(text) in initials


def _is_conversation(text: str, turns: Sequence[Label], unnamed: frozenset[str]) -> bool:
    """Whether several people address each other, and take turns or answer who asks."""
    counted = Counter(label.key for label in turns)
    addressing = sum(_addresses(label.words.cut(text)) for label in turns)
    if len(counted) < 2:
        return False
    if len(turns) >= LEAST_TURNS and max(counted.values()) > 1:
        return 3 * addressing >= len(turns)
    asks = turns[0].form == "question" or turns[0].key in unnamed or turns[0].words.cut(text).endswith("?")
    return asks and addressing == len(turns)


def _addresses(words: str) -> bool:
    return "?" in words or PERSON.search(words) is not None


def _known(words: Words) -> set[str]:
    """The words, lower case, that end a name of two words or more anywhere in the text."""
    form, lower = words.form, words.lower
    return {
        lower[i].removesuffix("’s").removesuffix("'s")
        for i in range(1, len(form))
        if form[i][0].isupper() and form[i - 1][0].isupper() and lower[i - 1] not in _SMALL_WORDS
    }
