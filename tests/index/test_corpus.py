"""Reading: every kind of file, and one clear reason for each that is refused while the rest go on."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.corpus import CorpusError, Source, read, read_json
from index.sources import LARGEST, from_record, from_text


def one(path: Path) -> Source:
    [found] = read([path])
    assert isinstance(found, Source), found
    return found


def reasons(*paths: Path | str) -> list[str]:
    return [found.reason for found in read(paths) if isinstance(found, CorpusError)]


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_is_read_as_it_stands(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "One.\r\n\r\nTwo — “three”.\r\n")
    assert one(path) == Source(text="One.\r\n\r\nTwo — “three”.\r\n", path=str(path))


def test_every_seed_is_read(seed_folder: Path, seeds: dict[str, str]) -> None:
    assert [item.text for item in read([seed_folder]) if isinstance(item, Source)] == list(seeds.values())


def test_front_matter_gives_metadata_and_the_text_behind_it(tmp_path: Path) -> None:
    given = 'title: "Talks: day two"\noutlet: WORLD\ndate: 2025-04-03\nurl: https://wng.org/a\nauthor: [A, B]'
    content = f"---\n{given}\n---\nIt rained.\n"
    source = one(written(tmp_path, "a.md", content))
    assert (source.title, source.outlet, source.date) == ("Talks: day two", "WORLD", dt.date(2025, 4, 3))
    assert (source.url, source.author) == ("https://wng.org/a", "A, B")
    assert content[source.start :] == source.text == "\nIt rained.\n"


@pytest.mark.parametrize(
    "content",
    [
        "--- \nIt rained.\n",
        "---\nIt rained.\n---\nIt snowed.\n",
        "It rained.\n---\na: b\n---\n",
        "---\n" + "\n" * 200_000 + "It rained.",
    ],
)
def test_rules_across_the_page_are_no_front_matter(content: str) -> None:
    assert from_text(content, "a.txt").text == content


def test_a_byte_order_mark_is_not_text(tmp_path: Path) -> None:
    source = one(written(tmp_path, "a.txt", b"\xef\xbb\xbfIt rained."))
    assert (source.text, source.start) == ("It rained.", 1)
    assert one(written(tmp_path, "b.md", "\ufeff---\r\ntitle: T\r\n---\r\nIt rained.")).title == "T"


RECORD = {
    "title": "T",
    "text": "It rained.",
    "outlet": "WORLD",
    "date": "April 3, 2025",
    "url": "http://x.org/a",
    "author": None,
}


@pytest.mark.parametrize(
    ("name", "content", "ignored"),
    [
        ("a.json", json.dumps(RECORD | {"byline": "A. B.", "Date": "soon"}), ("byline", "Date")),
        ("a.jsonl", json.dumps(RECORD | {"\ud800": 1, "x" * 90: 2}), ("\ufffd", "x" * 60 + "…")),
        ("a.json", json.dumps(RECORD), ()),
        ("a.md", "---\ntitle: T\ntext: none\n2025: x\n---\nIt rained.", ("text", "2025")),
        ("a.txt", "byline: A. B.\n\nIt rained.", ()),
    ],
)
def test_keys_that_are_not_known_are_kept_to_be_told(
    tmp_path: Path, name: str, content: str, ignored: tuple[str, ...]
) -> None:
    assert one(written(tmp_path, name, content)).ignored == ignored


def test_json_holds_one_article_or_a_list(tmp_path: Path) -> None:
    source = one(written(tmp_path, "a.json", json.dumps(RECORD)))
    assert (source.title, source.date, source.author) == ("T", dt.date(2025, 4, 3), None)
    path = written(tmp_path, "b.json", json.dumps([RECORD, 7, RECORD]))
    assert [found.path for found in read([path])] == [f"{path}#1", f"{path}#2", f"{path}#3"]
    assert len(reasons(path)) == 1


def test_a_bad_line_is_refused_by_its_number_and_the_rest_go_in(tmp_path: Path) -> None:
    good = json.dumps(RECORD).encode()
    path = written(
        tmp_path, "a.jsonl", b"\n".join([good, b"{bad", b"", b'{"text": "\xff"}', good, b'{"text": ""}'])
    )
    found = list(read([path]))
    assert [item.path.rpartition("#")[2] for item in found] == ["1", "2", "4", "5", "6"]
    assert [isinstance(item, Source) for item in found] == [True, False, False, True, False]
    assert f"byte {len(good) + 1 + 5 + 1 + 10}" in reasons(path)[1]


def test_a_line_too_long_is_refused_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.corpus.LONGEST_LINE", 200)
    path = written(tmp_path, "a.jsonl", json.dumps({"text": "a" * 1000}) + "\n" + json.dumps(RECORD) + "\n")
    first, second = read([path])
    assert isinstance(first, CorpusError)
    assert "more than 5 MB" in first.reason
    assert second.path == f"{path}#2"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"PK\x03\x04\x00\x00", "binary"),
        ("a.txt", b"caf\xe9", "not UTF-8 at byte 3"),
        ("a.txt", b"a" * (LARGEST + 1), "more than 5 MB"),
        ("a.json", b"{", "not JSON"),
        ("a.json", b"[" * 100_000, "not JSON"),
        ("a.json", b'{"title": "T"}', 'no "text"'),
        ("a.json", b'{"text": 7}', 'no "text"'),
        ("a.json", b'{"text": "T", "title": {}}', '"title" is not a text'),
        ("a.json", b'{"text": "T", "date": "April 2025"}', "day, month and year"),
        ("a.json", b'{"text": "T", "date": 1743638400}', "day, month and year"),
        ("a.json", b'{"text": "T", "url": "javascript:alert(1)"}', "not an http or https address"),
        ("a.json", b'{"text": "T", "url": "http://[x"}', "not an http or https address"),
        ("a.md", b"---\ntitle: US: NATO\n---\nText.", "front matter is no YAML"),
        ("a.pdf", b"text", "not a kind of file"),
    ],
)
def test_what_is_refused_says_why(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    [found] = reasons(written(tmp_path, name, content))
    assert reason in found


def test_a_missing_path_does_not_stop_the_others(tmp_path: Path) -> None:
    found = list(read([tmp_path / "none.txt", written(tmp_path, "a.txt", "It rained.")]))
    assert str(found[0]) == f"{tmp_path / 'none.txt'}: no such file or folder"
    assert isinstance(found[1], Source)


def test_folders_are_read_through_in_order_other_files_passed_over(tmp_path: Path) -> None:
    for name in ("b/two.md", "a/one.txt", "three.TXT", "picture.jpg", ".hidden.txt", ".git/x.txt"):
        written(tmp_path, name, "It rained.")
    found = [Path(item.path).name for item in read([tmp_path])]
    assert found == ["one.txt", "two.md", "three.TXT"]


def test_links_that_go_round_are_followed_once(tmp_path: Path) -> None:
    written(tmp_path, "a/one.txt", "It rained.")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "a")
    assert len(list(read([tmp_path]))) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "It rained.")
    path.chmod(0)
    assert reasons(path) == ["permission denied"]


def test_a_pipe_by_name_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(tmp_path / "pipe.txt") == ["neither a file nor a folder"]


LINE = json.dumps(RECORD)


@pytest.mark.parametrize(
    ("content", "texts", "refused"),
    [
        ("It rained.\nIt snowed.", ["It rained.\nIt snowed."], 0),
        (f"{LINE}\n{LINE}\n", ["It rained."] * 2, 0),
        (f"{LINE}\nbad\n{LINE}", ["It rained."] * 2, 1),
        (f"{{bad\n{LINE}", ["It rained."], 1),
        (json.dumps(RECORD, indent=2), ["It rained."], 0),
        (json.dumps([RECORD, RECORD], indent=2), ["It rained."] * 2, 0),
        ("", [], 1),
    ],
)
def test_standard_input_is_lines_json_or_text(
    content: str, texts: list[str], refused: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content.encode())))
    found = list(read(["-"]))
    assert [item.text for item in found if isinstance(item, Source)] == texts
    assert sum(isinstance(item, CorpusError) for item in found) == refused


def test_what_came_by_standard_input_is_known_by_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def path(content: bytes) -> str:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
        return next(read(["-"])).path

    assert path(b"It rained.") == path(b"It rained.") != path(b"It snowed.")


@pytest.mark.parametrize(
    ("content", "texts", "refused"),
    [
        (json.dumps(RECORD), ["It rained."], []),
        ("\ufeff " + json.dumps(RECORD), ["It rained."], []),
        (json.dumps([RECORD, RECORD]), ["It rained."] * 2, []),
        (f"{json.dumps(RECORD)}\n\n{json.dumps(RECORD)}\n", ["It rained."] * 2, []),
        (f'{json.dumps(RECORD)}\n{{"text": 3}}\n', ["It rained."], ["sent#2"]),
        ('[{"text": 3}, 4]', [], ["sent#1", "sent#2"]),
        ("[", [], ["sent"]),
        ("[]", [], []),
        ("It rained.", [], ["sent"]),
        ("", [], ["sent"]),
    ],
)
def test_what_a_program_sends_is_json_and_never_plain_text(
    content: str, texts: list[str], refused: list[str]
) -> None:
    found = list(read_json(content.encode()))
    assert [item.text for item in found if isinstance(item, Source)] == texts
    assert [item.path for item in found if isinstance(item, CorpusError)] == refused


def test_what_a_program_sends_is_known_by_its_text_as_on_standard_input(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = json.dumps(RECORD).encode()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    assert list(read_json(content)) == list(read(["-"]))


@given(st.binary(max_size=200))
def test_any_bytes_a_program_sends_are_articles_or_reasons(content: bytes) -> None:
    for item in read_json(content):
        assert item.reason if isinstance(item, CorpusError) else item.text


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    assert from_record({"text": "a\ud800b", "title": "\udfff"}, "a.json") == Source(
        text="a\ufffdb", path="a.json", title="\ufffd"
    )


def outcome(make: Callable[[], Source]) -> Source | CorpusError:
    try:
        return make()
    except CorpusError as error:
        return error


@given(st.text(), st.booleans())
def test_any_text_is_an_article_or_a_reason(content: str, fenced: bool) -> None:
    whole = f"---\n{content}\n---\nIt rained." if fenced else content
    found = outcome(lambda: from_text(whole, "a.txt"))
    assert found.reason if isinstance(found, CorpusError) else whole[found.start :] == found.text


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3), max_leaves=5)
KEYS = st.sampled_from(["text", "title", "outlet", "date", "url", "author"])


@given(st.dictionaries(KEYS, VALUES) | VALUES)
def test_any_json_is_an_article_or_a_reason(record: object) -> None:
    found = outcome(lambda: from_record(record, "a.json"))
    assert found.reason if isinstance(found, CorpusError) else found.text
