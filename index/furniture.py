"""What each paragraph of a raw text is: body, title, byline, caption, or furniture of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from index.dates import FULL_DATE, date_line, dateline
from index.paragraphs import Paragraph, ends_sentence, split
from index.tables import Tables

Label = Literal["body", "title", "byline", "caption", "furniture"]

# Longest of their kind, in characters. A table's pattern never sees a longer text, so none can be slow.
FURNITURE = 400
TITLE = 160
CREDIT = 80
LONGEST_CREDIT = 40  # of a credit's own words
SHORTEST_CAPTION = 20
HEAD = 12  # paragraphs, furniture included, the title and byline stand in

_IMAGE_NAME = re.compile(
    r"""(?:webp|jpe?g|png|gif|avif|img|image|dsc|photo)[ _-](?=[\w-]*\d)[\w-]{8,}  # Webp pzt2sjfeqjjd…
      | [\w-]{1,200}\.(?:webp|jpe?g|png|gif|avif|svg)                              # rutte-rubio.jpg""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME = r"[A-Z][\w.'’-]{0,40}"
_BYLINE = re.compile(
    rf"[Bb][Yy] (?P<author>{_NAME}(?: {_NAME}){{1,3}}(?:(?:,| and|, and) {_NAME}(?: {_NAME}){{1,3}}){{0,3}})"
)
_SENTENCE_END = re.compile(r"[.!?][)\]]? ")
_PLAIN_MARKS = (("“", '"'), ("”", '"'), ("„", '"'), ("’", "'"), ("‘", "'"), ("‛", "'"))


class Rules(NamedTuple):
    """The furniture and outlets tables, compiled."""

    line: re.Pattern[str]
    credit: re.Pattern[str]
    header: re.Pattern[str]
    sections: frozenset[str]
    signs: frozenset[str]


@lru_cache(maxsize=1)  # metadata and cleaning read each article one after the other
def labelled(raw: str, tables: Tables, title: str | None) -> tuple[tuple[Paragraph, Label], ...]:
    """Return the paragraphs of a raw text and what each is. ``title`` is the title where it is known."""
    rules = _rules(tables)
    paragraphs, alone = _by_themselves(raw, tables)
    labels = list(alone)
    _mark_captions(paragraphs, labels, rules)
    _mark_head(paragraphs, labels, rules, plain(title) if title else None)
    _mark_tail(paragraphs, labels, rules)
    return tuple(zip(paragraphs, labels, strict=True))


def plain(text: str) -> str:
    """Return the text as tables are compared with it: lowercase, straight marks, single spaces."""
    for mark, straight in _PLAIN_MARKS:  # replace: translate asks for each character
        text = text.replace(mark, straight)
    return " ".join(text.lower().split())


def header_date(text: str, tables: Tables) -> re.Match[str] | None:
    """Return the match of a date that opens a paragraph behind its label ("date 2025-04-04 …")."""
    return _rules(tables).header.match(text)


def byline(text: str) -> str | None:
    """Return the author a line of the form "By Ann Lee" names, else None."""
    match = _BYLINE.fullmatch(text) if len(text) <= TITLE else None
    return match["author"] if match else None


@lru_cache(maxsize=8)
def _rules(tables: Tables) -> Rules:
    furniture, outlets = tables.table("furniture"), tables.table("outlets")["outlets"]
    credit_words = "|".join(map(re.escape, furniture["credits"]))
    date_labels = "|".join(map(re.escape, furniture["date_labels"]))
    signs = {plain(sign) for name, entry in outlets.items() for sign in _signs(name, entry)}
    blurbs = [f"*{blurb}*" for entry in outlets.values() for blurb in entry.get("blurbs", ())]
    return Rules(
        line=re.compile("|".join(map(_pattern, [*furniture["lines"], *blurbs])), re.DOTALL),
        credit=re.compile(rf"(?<!\w)(?:{credit_words})[^.!?]{{0,{CREDIT}}}$", re.IGNORECASE),
        header=re.compile(
            rf"(?:{date_labels})\s{{0,4}}[:–—|-]?\s{{0,4}}(?:\w{{3,9}},?\s)?(?P<date>{FULL_DATE.pattern})\s*",
            re.IGNORECASE | re.VERBOSE,
        ),
        sections=frozenset(map(plain, furniture["sections"])),
        signs=frozenset(signs),
    )


def _signs(name: str, entry: dict[str, list[str]]) -> Iterable[str]:
    domains = entry.get("domains", [])
    return [name, *entry.get("signs", ()), *domains, *(f"www.{domain}" for domain in domains)]


def _pattern(line: str) -> str:
    """A line of the table as a regular expression: * is any words, # a number."""
    return re.escape(plain(line)).replace(r"\*", ".*").replace(r"\#", r"\d[\d,.]*k?")


@lru_cache(maxsize=1)
def _by_themselves(raw: str, tables: Tables) -> tuple[tuple[Paragraph, ...], tuple[Label, ...]]:
    paragraphs, rules = split(raw), _rules(tables)
    return paragraphs, tuple(_by_itself(paragraph.text, rules) for paragraph in paragraphs)


def _by_itself(text: str, rules: Rules) -> Label:
    if len(text) > FURNITURE:
        return "body"
    if _IMAGE_NAME.fullmatch(text) or rules.line.fullmatch(plain(text)):
        return "furniture"
    # No full stop stands behind a credit's own words: most paragraphs need no more than a look at their end.
    full_stop = max(text.rfind("."), text.rfind("!"), text.rfind("?"))
    start = max(0, full_stop - LONGEST_CREDIT, len(text) - CREDIT - LONGEST_CREDIT)
    return "caption" if rules.credit.search(text, start) else "body"


def _mark_captions(paragraphs: Sequence[Paragraph], labels: list[Label], rules: Rules) -> None:
    """Captions without a credit: a captioned line once more, or the line below an image's name."""
    known: set[str] = set()
    for paragraph, mark in zip(paragraphs, labels, strict=True):
        if mark == "caption":
            known.update(_uncredited(paragraph.text, rules))
    for index, paragraph in enumerate(paragraphs):
        below_image = index > 0 and _IMAGE_NAME.fullmatch(paragraphs[index - 1].text[:FURNITURE]) is not None
        if labels[index] == "body" and (
            paragraph.text in known or (below_image and not is_prose(paragraph.text))
        ):
            labels[index] = "caption"


def _uncredited(caption: str, rules: Rules) -> Iterable[str]:
    """The caption less its credit, and less what stands between its last full stop and the credit."""
    credit = rules.credit.search(caption)
    words = caption[: credit.start()].rstrip(" (/|[-–—") if credit else caption
    ends = [match.start() + 1 for match in _SENTENCE_END.finditer(words)]
    candidates = {words.strip(), words[: ends[-1]].strip() if ends else ""}
    return (candidate for candidate in candidates if len(candidate) >= SHORTEST_CAPTION)


def _mark_head(
    paragraphs: Sequence[Paragraph], labels: list[Label], rules: Rules, known_title: str | None
) -> None:
    """Title, section names and byline above the article's first prose; the title wherever it is repeated."""
    title = known_title
    for index, paragraph in enumerate(paragraphs):
        if labels[index] != "body":
            continue
        text = paragraph.text
        if len(text) <= TITLE and plain(text) in rules.sections:
            labels[index] = "furniture"
        elif byline(text):
            labels[index] = "byline"
        elif is_prose(text) or index >= HEAD:
            break
        elif date_line(text) or dateline(text) or rules.header.match(text):
            continue
        elif title is None and _is_title(text) and "body" in labels[index + 1 : index + 4]:
            labels[index], title = "title", plain(text)
        else:
            title = title or ""
    if title:
        _mark_repeats(paragraphs, labels, title)


def _mark_repeats(paragraphs: Sequence[Paragraph], labels: list[Label], title: str) -> None:
    titled = "title" in labels
    for index, paragraph in enumerate(paragraphs):
        if labels[index] == "body" and len(paragraph.text) <= FURNITURE and plain(paragraph.text) == title:
            labels[index] = "furniture" if titled else "title"
            titled = True


def _mark_tail(paragraphs: Sequence[Paragraph], labels: list[Label], rules: Rules) -> None:
    """After the last prose: the outlet's signature, and other stories' titles from the first furniture on."""
    tail = len(paragraphs)
    while tail and (labels[tail - 1] != "body" or not _may_close(paragraphs[tail - 1].text)):
        tail -= 1
    if not tail:
        return
    for index in range(tail, len(paragraphs)):
        if labels[index] == "body" and plain(paragraphs[index].text[:FURNITURE]) in rules.signs:
            labels[index] = "furniture"
    marked = [index for index in range(tail, len(paragraphs)) if labels[index] != "body"]
    for index in range(marked[0], len(paragraphs)) if marked else ():
        if labels[index] == "body":
            labels[index] = "furniture"


def _is_title(text: str) -> bool:
    """Whether a line that is no prose opens like a title, has several words and does not break off."""
    return not text[0].islower() and " " in text and not text.endswith((",", ";", ":"))


def is_prose(text: str) -> bool:
    """Whether this is a paragraph rather than a heading: long, a quotation, or closing like a sentence.

    A question or an exclamation may be a heading, too.
    """
    closes = ends_sentence(text) and not text.endswith(("?", "!"))
    return closes or len(text) > TITLE or text[0] in "\"“'‘"


def _may_close(text: str) -> bool:
    """Whether an article may end with this: prose, or a question."""
    return is_prose(text) or ends_sentence(text)
