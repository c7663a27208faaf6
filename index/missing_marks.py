"""Where a quotation sensibly begins or ends of which one mark is missing."""

from __future__ import annotations

import re

SHORT_CLAUSE = 40  # characters of "Doe said." at the end of a paragraph

_VERB = r"\b(?:said|says|added|adds|asked|wrote|tweeted|continued|replied)"
_CLAUSE_AFTER = re.compile(
    r"""
    [,?!]\s                                        # “We will vote, | Doe said.
    (?=
        (?: (?:he|she|they|the\s[a-z]{1,20}|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})\s
            (?:said|says|told|added|adds|asked|wrote|tweeted|continued|explained|noted|argued|replied)\b
            (?!\sthat\b) )
      | (?: (?:said|says|added|asked|wrote|replied)\s(?:[A-Z]|(?:he|she|the|a)\s) )
    )
    """,
    re.VERBOSE,
)
_VERB_BEFORE = re.compile(_VERB + r",$")
_CLAUSE_BEFORE = re.compile(_VERB + r"[,:]\s+")
_SENTENCE = re.compile(_VERB + r"[,:]\s+|[.!?…][)\]]?\s+(?=\S)")
_CREDIT_WORD = r"(?:[A-Z][\w.’'-]{0,30}|[a-z]{1,20}|&)"
_CREDIT = re.compile(rf"\s*[A-Z][\w.’'-]{{0,30}}(?:,?\s{_CREDIT_WORD}){{1,11}}\.?\s*")


def end_before_clause(text: str, start: int, limit: int, *, goes_on: bool) -> int | None:
    """Return where words from ``start`` end because a reporting clause follows them; None without one.

    In a speech that ``goes_on`` in the next paragraph only a clause that ends this one is no part of it.
    """
    clause = _CLAUSE_AFTER.search(text, start, limit)
    if clause is None or (goes_on and limit - clause.end() > SHORT_CLAUSE):
        return None
    return clause.start() + 1


def start_of_paragraph(text: str, start: int, end: int) -> int:
    """Return where words that close at ``end`` begin in a paragraph without other marks."""
    return max((clause.end() for clause in _CLAUSE_BEFORE.finditer(text, start, end)), default=start)


def start_of_sentence(text: str, start: int, end: int) -> int | None:
    """Return where the sentence that closes at ``end`` begins, after ``start``; None if not after it."""
    return max((sentence.end() for sentence in _SENTENCE.finditer(text, start, end)), default=None)


def follows_verb(text: str, start: int) -> bool:
    """Whether "he said," stands before ``start``, so that a mark there must open."""
    return _VERB_BEFORE.search(text, max(0, start - 12), start) is not None


def is_credit(text: str, start: int, end: int) -> bool:
    """Whether this is a name under a pulled quotation: "Jane Doe, mayor of Springfield."."""
    return _CREDIT.fullmatch(text, start, end) is not None


def next_paragraph_opens(text: str, end: int) -> bool:
    """Whether the paragraph after a line that ends at ``end`` opens with a mark, going on with the speech."""
    after = text[end : end + 40].lstrip()
    return after[:1] in tuple('“"„«') or after[:2] in ("''", "‘‘", "``")
