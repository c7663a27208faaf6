"""One article as it was given: its raw text and the metadata stated beside it, checked."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from frontmatter.default_handlers import YAMLHandler
from yaml import YAMLError

from index.dates import parse_date

LARGEST = 5_000_000  # bytes of one article's text in UTF-8
TOO_LARGE = f"an article of more than {LARGEST // 1_000_000} MB"
BINARY = "binary, not text"
SHOWN = 60  # characters of a bad value that its message repeats
KEYS = ("title", "text", "outlet", "date", "url", "author")  # of a JSON object; front matter has no text
LARGEST_FRONT_MATTER = 64_000  # characters; YAML is read at some 100 KB a second

_OPENING_FENCE = re.compile(r"-{3,}[ \t\r]*\n")
_CLOSING_FENCE = re.compile(r"^-{3,}[ \t\r]*$", re.MULTILINE)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_ADDRESS = re.compile(r"[^\s<>\"]+")


class CorpusError(Exception):
    """An article, file or line that cannot be read: ``path`` says which, ``reason`` why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article before extraction.

    text    the raw text, furniture and all; the part of the file after any front matter
    path    where it was read from: absolute, with "#12" for line or item 12 of a file of several
    start   how many characters of the file stand before ``text``
    title, outlet, date, url, author    as given beside the text, else None
    ignored     keys given beside it that are not among KEYS, shortened where they are long
    """

    text: str
    path: str
    start: int = 0
    title: str | None = None
    outlet: str | None = None
    date: dt.date | None = None
    url: str | None = None
    author: str | None = None
    ignored: tuple[str, ...] = ()


def from_text(content: str, path: str) -> Source:
    """Make a source of a .txt or .md file's content, reading its front matter if it has one.

    CorpusError for an empty or binary text and for front matter that cannot be understood.
    """
    given, start = _front_matter(content, path)
    return _source(content[start:], path, given, start, {*KEYS} - {"text"})


def from_record(record: object, path: str) -> Source:
    """Make a source of a JSON object with a text and, if given, title, outlet, date, url and author."""
    if not isinstance(record, dict):
        raise CorpusError(path, f"an article is a JSON object, not {_shown(json.dumps(record))}")
    text = record.get("text")
    if not isinstance(text, str):
        raise CorpusError(path, 'no "text", or it is not a string')
    return _source(_whole(text), path, record)


def _source(
    text: str, path: str, given: Mapping[Any, Any], start: int = 0, known: Set[str] = frozenset(KEYS)
) -> Source:
    if "\0" in text:
        raise CorpusError(path, BINARY)
    if not text.strip():
        raise CorpusError(path, "empty")
    if len(text.encode("utf-8")) > LARGEST:
        raise CorpusError(path, TOO_LARGE)
    return Source(
        text=text,
        path=path,
        start=start,
        title=_words(given, "title", path),
        outlet=_words(given, "outlet", path),
        date=_date(given.get("date"), path),
        url=_url(_words(given, "url", path), path),
        author=_words(given, "author", path),
        ignored=tuple(_short(_whole(str(key))) for key in given if key not in known),
    )


def _front_matter(content: str, path: str) -> tuple[Mapping[str, Any], int]:
    """The mapping between two fences at the very start, and where the text after it begins."""
    mark = len(content) - len(content.removeprefix("\ufeff"))
    opening = _OPENING_FENCE.match(content, mark)
    closing = _CLOSING_FENCE.search(content, opening.end(), LARGEST_FRONT_MATTER) if opening else None
    if opening is None or closing is None:
        return {}, mark
    try:
        given = YAMLHandler().load(content[opening.end() : closing.start()])
    except (ValueError, RecursionError, YAMLError) as error:
        raise CorpusError(path, f"its front matter is no YAML: {' '.join(str(error).split())}") from error
    return (given, closing.end()) if isinstance(given, dict) else ({}, mark)


def _words(given: Mapping[str, Any], key: str, path: str) -> str | None:
    """The value of a key as one line of text; a list of authors becomes "A, B"."""
    value = given.get(key)
    values = value if isinstance(value, list) else [value]
    if not all(item is None or isinstance(item, str | int | float) for item in values):
        raise CorpusError(path, f'"{key}" is not a text')
    words = ", ".join(str(item) for item in values if item is not None)
    return " ".join(_whole(words).split()) or None


def _date(value: object, path: str) -> dt.date | None:
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    date = parse_date(value) if isinstance(value, str) else None
    if date is None:
        raise CorpusError(path, f"date {_shown(value)}: day, month and year must be stated, as in 2025-04-03")
    return date


def _url(value: str | None, path: str) -> str | None:
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        good = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if not good or not _ADDRESS.fullmatch(value):
        raise CorpusError(path, f"url {_shown(value)}: not an http or https address")
    return value


def _whole(text: str) -> str:
    """The text with the replacement character for each half of a surrogate pair, which JSON may hold."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _shown(value: object) -> str:
    return f'"{_short(str(value))}"'


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
