"""From paths to articles as given: files, folders, standard input. A bad one is reported, the rest go on."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple

from index.sources import BINARY, LARGEST, TOO_LARGE, CorpusError, Source, from_record, from_text

__all__ = ["CorpusError", "Found", "Source", "read", "read_json"]

STDIN = "-"
SENT = "sent"
"""What is read from a program is called so where it is refused: "sent#3" is its third article."""

LONGEST_LINE = (
    6 * LARGEST + 1_000_000
)  # bytes: JSON may write a character of text as six, and more keys beside it
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Found = Source | CorpusError


class _Line(NamedTuple):
    """A line of a stream: its number from 1, the offset of its first byte, its bytes (cut if too many)."""

    number: int
    offset: int
    content: bytes


def read(paths: Iterable[str | Path]) -> Iterator[Found]:
    """Yield each article found, and a CorpusError, not raised, for each file, line or item refused.

    A folder is read with all in it, in order of names, hidden files aside; "-" is standard input: JSON
    lines, JSON or plain text. In a folder, files of other kinds are passed over; by name, they are refused.
    """
    for path in paths:
        if str(path) == STDIN:
            yield from _read_stdin(sys.stdin.buffer)
        elif Path(path).is_dir():
            yield from _read_folder(Path(path), set())
        else:
            yield from _read_file(Path(path))


def _read_folder(folder: Path, seen: set[str]) -> Iterator[Found]:
    """``seen`` are the real folders read already: a link to one of them is a loop or a repetition."""
    real = os.path.realpath(folder)
    if real in seen:
        return
    seen.add(real)
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield CorpusError(str(folder), _reason(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _read_folder(entry, seen)
        elif entry.suffix.lower() in _READERS and entry.is_file():
            yield from _read_file(entry)


def _read_file(path: Path) -> Iterator[Found]:
    reader = _READERS.get(path.suffix.lower())
    # Not Path.resolve, which would follow links: the name given is the name kept.
    name = os.path.abspath(path)  # noqa: PTH100
    if not path.exists():
        yield CorpusError(str(path), "no such file or folder")
    elif not path.is_file():
        yield CorpusError(str(path), "neither a file nor a folder")
    elif reader is None:
        yield CorpusError(str(path), f"not a kind of file that is read here ({', '.join(_READERS)})")
    else:
        try:
            with path.open("rb") as stream:
                yield from reader(stream, name)
        except OSError as error:
            yield CorpusError(str(path), _reason(error))


def read_json(content: bytes) -> Iterator[Found]:
    """Yield each article of a JSON object or list or of JSON lines, and a CorpusError for each refused."""
    if content.removeprefix(_BYTE_ORDER_MARK).lstrip()[:1] in (b"{", b"["):
        yield from _by_text(_sniffed(BytesIO(content), SENT))
    else:
        yield CorpusError(SENT, "neither a JSON object nor a list of them nor JSON lines")


def _read_stdin(stream: BinaryIO) -> Iterator[Found]:
    """Read JSON lines as they come in, anything else whole."""
    return _by_text(_sniffed(stream, STDIN))


def _by_text(found: Iterable[Found]) -> Iterator[Found]:
    """Name by its text what came from no file."""
    for item in found:
        if isinstance(item, Source):
            digest = hashlib.sha256(item.text.encode("utf-8")).hexdigest()[:12]
            yield dataclasses.replace(item, path=f"{STDIN}#{digest}")
        else:
            yield item


def _sniffed(stream: BinaryIO, name: str) -> Iterator[Found]:
    lines = _lines(stream)
    first = next(lines, _Line(1, 0, b""))
    opening = first.content.removeprefix(_BYTE_ORDER_MARK).lstrip()[:1]
    if opening == b"{" and _is_json(first.content):
        return _each_line(chain([first], lines), name)
    if opening not in (b"{", b"["):
        return _text(first.content + stream.read(LARGEST), name)
    content = first.content + stream.read()
    broken = opening == b"{" and not _is_json(content)
    return _each_line(_lines(BytesIO(content)), name) if broken else _json(content, name)


def _read_text(stream: BinaryIO, name: str) -> Iterator[Found]:
    return _text(stream.read(LARGEST + 1), name)


def _read_json(stream: BinaryIO, name: str) -> Iterator[Found]:
    return _json(stream.read(), name)


def _read_json_lines(stream: BinaryIO, name: str) -> Iterator[Found]:
    return _each_line(_lines(stream), name)


_READERS: dict[str, Callable[[BinaryIO, str], Iterator[Found]]] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".json": _read_json,
    ".jsonl": _read_json_lines,
}


def _text(content: bytes, name: str) -> Iterator[Found]:
    if len(content) > LARGEST:
        yield CorpusError(name, TOO_LARGE)
    else:
        yield _caught(lambda: from_text(_decoded(content, name), name))


def _json(content: bytes, name: str) -> Iterator[Found]:
    try:
        value = _parsed(content, name)
    except CorpusError as error:
        yield error
        return
    items = enumerate(value, 1) if isinstance(value, list) else [(0, value)]
    for number, item in items:
        where = f"{name}#{number}" if number else name
        yield _caught(partial(from_record, item, where))


def _each_line(lines: Iterable[_Line], name: str) -> Iterator[Found]:
    for line in lines:
        where = f"{name}#{line.number}"
        if len(line.content) > LONGEST_LINE:
            yield CorpusError(where, TOO_LARGE)
        elif line.content.strip():
            yield _caught(partial(_from_line, line, where))


def _from_line(line: _Line, where: str) -> Source:
    return from_record(_parsed(line.content, where, line.offset), where)


def _caught(make: Callable[[], Source]) -> Found:
    try:
        return make()
    except CorpusError as error:
        return error


def _lines(stream: BinaryIO) -> Iterator[_Line]:
    number = offset = 0
    while content := stream.readline(LONGEST_LINE + 1):
        number += 1
        yield _Line(number, offset, content)
        offset += len(content)
        while not content.endswith(b"\n") and (content := stream.readline(LONGEST_LINE)):
            offset += len(content)


def _parsed(content: bytes, where: str, offset: int = 0) -> object:
    text = _decoded(content, where, offset).removeprefix("\ufeff")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CorpusError(where, f"not JSON: {error}") from error


def _decoded(content: bytes, where: str, offset: int = 0) -> str:
    if b"\0" in content:
        raise CorpusError(where, BINARY)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(where, f"not UTF-8 at byte {offset + error.start}") from error


def _is_json(content: bytes) -> bool:
    try:
        _parsed(content, STDIN)
    except CorpusError:
        return False
    return True


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
