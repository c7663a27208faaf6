"""Articles into a real index on disk: which is the same again, what a commit leaves, who may write."""

from __future__ import annotations

import datetime as dt
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from whoosh.index import EmptyIndexError, open_dir
from whoosh.query import Every, Term

from index.analyzer import Analyzer
from index.article import Article, Quote, Span, replace
from index.identity import article_id, number_quotes
from index.stored_articles import stored_article
from index.tables import load_tables
from index.version import IndexMismatch
from index.writer import IndexBusy, Known, open_writer

DAY = dt.date(2025, 4, 3)


def article(
    path: str = "one.txt",
    text: str = "He said no.",
    *,
    url: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    date: dt.date | None = None,
) -> Article:
    id = article_id(path=path, url=url, title=title, outlet=outlet, date=date)
    quotes = number_quotes(id, text, [Quote(kind="indirect", content=Span(0, len(text)))])
    return Article(id=id, text=text, path=path, url=url, title=title, outlet=outlet, date=date, quotes=quotes)


work = partial(article, title="A title", outlet="The Crier", date=DAY)


def stored(directory: Path) -> list[Article]:
    """The articles of the index in their order, each checked to be followed by its quotes."""
    with open_dir(directory).searcher() as searcher:
        documents = [searcher.stored_fields(doc) for doc in searcher.docs_for_query(Every())]
    articles = [stored_article(document) for document in documents if "record" in document]
    expected = [id for found in articles for id in (found.id, *(quote.id for quote in found.quotes))]
    assert [document["id"] for document in documents] == expected
    return articles


def write(directory: Path, *articles: Article) -> list[str]:
    with open_writer(directory) as writer:
        return [writer.add(one, "mark") for one in articles]


SAME = [
    # the article there is, the one that is added, whether it is the same again
    (article("a.txt"), article("a.txt", "Other."), True),
    (article("a.txt"), article("b.txt"), False),
    (article("a.txt", url="https://x.org/1"), article("b.txt", url="https://X.org/1/"), True),
    (article("a.txt", url="https://x.org/1"), article("a.txt", url="https://x.org/2"), False),
    (article("a.txt", url="https://x.org/1"), article("a.txt"), True),
    (article("a.txt"), article("a.txt", url="https://x.org/1"), True),
    (article("a.txt", url="https://x.org/11"), article("b.txt", url="https://x.org/1"), False),
    (work("a.txt"), work("b.txt"), True),
    (work("a.txt", title="A title told"), work("b.txt"), False),
    (work("a.txt"), work("b.txt", title="Another"), False),
    (work("a.txt"), work("b.txt", date=None), False),
    (work("a.txt"), work("a.txt", title="Another"), True),
    (work("a.jsonl#1"), work("a.jsonl#1", title="Another"), False),
    (work("a.jsonl#1"), work("a.jsonl#2"), True),
    (article("a.jsonl#1", title="One"), article("a.jsonl#1", title="Another"), True),
    (work("a.txt"), work("b.txt", url="https://x.org/1"), True),
    (work("a.txt", url="https://x.org/2"), work("b.txt", url="https://x.org/1"), False),
]


@pytest.mark.parametrize("committed", [True, False])
@pytest.mark.parametrize(("first", "second", "same"), SAME)
def test_an_article_is_known_by_url_else_by_its_title_else_by_path(
    tmp_path: Path, first: Article, second: Article, same: bool, committed: bool
) -> None:
    with open_writer(tmp_path) as writer:
        writer.add(first, "mark")
        if committed:
            writer.commit()
        assert writer.known(second) == (Known(first.id, frozenset({"mark"})) if same else None)
        assert writer.add(second, "mark") == ("replaced" if same else "added")
    assert [found.text for found in stored(tmp_path)] == [second.text] if same else [first.text, second.text]


def test_a_replacement_keeps_the_id_its_quotes_ids_and_the_time_it_was_indexed(tmp_path: Path) -> None:
    write(tmp_path, article("a.txt"))
    (before,) = stored(tmp_path)
    write(tmp_path, article("a.txt", url="https://x.org/1"))
    (after,) = stored(tmp_path)
    assert before.indexed is not None
    assert after == replace(before, url="https://x.org/1")


@pytest.mark.parametrize("committed", [True, False])
def test_copies_are_each_known_by_their_own_fingerprint(tmp_path: Path, committed: bool) -> None:
    one, copy = work("a.txt"), work("b.txt")
    with open_writer(tmp_path) as writer:
        writer.add(one, "mark a")
        writer.add(copy, "mark b")
        if committed:
            writer.commit()
        assert writer.known(work("a.txt")) == Known(one.id, frozenset({"mark a"}))
        assert writer.known(work("b.txt")) == Known(one.id, frozenset({"mark b"}))
        assert writer.known(work("c.txt")) == Known(one.id, frozenset({"mark a", "mark b"}))
        writer.add(article("b.txt", "No copy any more."), "mark c")
        assert writer.known(article("a.txt")) is None


def test_the_same_path_in_two_folders_gets_two_ids_that_stay(tmp_path: Path) -> None:
    one, two = article("/april/news/1.txt"), article("/may/news/1.txt")
    assert one.id == two.id
    write(tmp_path, one, two)
    ids = {found.path: found.id for found in stored(tmp_path)}
    assert len(set(ids.values())) == 2
    assert write(tmp_path, two, one) == ["replaced", "replaced"]
    assert {found.path: found.id for found in stored(tmp_path)} == ids


def test_delete_takes_the_quotes_along(tmp_path: Path) -> None:
    one, two, three = (article(f"{name}.txt") for name in "abc")
    write(tmp_path, one, two)
    with open_writer(tmp_path) as writer:
        writer.add(three, "mark")
        assert writer.delete(one.id)
        assert writer.delete(three.id)
        assert not writer.delete("nobody")
        assert writer.known(one) is None
    assert [found.path for found in stored(tmp_path)] == ["b.txt"]


def test_an_error_drops_what_was_not_committed_and_frees_the_index(tmp_path: Path) -> None:
    def fail() -> None:
        with open_writer(tmp_path) as writer:
            writer.add(article("a.txt"), "mark")
            writer.commit()
            writer.add(article("b.txt"), "mark")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert [found.path for found in stored(tmp_path)] == ["a.txt"]
    write(tmp_path, article("c.txt"))
    assert [found.path for found in stored(tmp_path)] == ["a.txt", "c.txt"]


def test_many_commits_leave_few_segments(tmp_path: Path) -> None:
    for number in range(30):
        write(tmp_path, article(f"{number}.txt"))
    with open_dir(tmp_path).reader() as reader:
        assert len(reader.leaf_readers()) < 10
    assert len(stored(tmp_path)) == 30


def test_nothing_to_write_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, article())
    generation = open_dir(tmp_path).latest_generation()
    write(tmp_path)
    assert open_dir(tmp_path).latest_generation() == generation


def test_an_index_of_another_version_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, article())
    (tmp_path / "schema.json").write_text('{"schema": 0}')
    with pytest.raises(IndexMismatch), open_writer(tmp_path):
        pass


def test_an_edited_table_holds_for_what_is_written_from_then_on(tmp_path: Path) -> None:
    spellings = load_tables().table("spellings")
    write(tmp_path, article("a.txt", "Reading"))
    with open_writer(tmp_path, analyzer=Analyzer(spellings, {"forms": {"Reading": "Reading"}})) as writer:
        writer.add(article("b.txt", "Reading"), "mark")
    index = open_dir(tmp_path)
    assert index.schema["body"].analyzer.query_phrase("Reading") == (("Reading",),)
    with index.searcher() as searcher:
        (found,) = searcher.search(Term("body", "Reading"))
        assert stored_article(found).path == "b.txt"


def run(code: str, directory: Path) -> subprocess.Popen[str]:
    """Start another process that has ``directory``, ``article`` and ``open_writer``, and runs ``code``."""
    start = (
        "import sys, time\nfrom pathlib import Path\n"
        "from index.article import Article, Quote, Span\nfrom index.writer import open_writer\n"
        "directory = Path(sys.argv[1])\n"
        "def article(name, text):\n"
        "    quote = Quote(kind='indirect', content=Span(0, 3), id=f'{name}-q')\n"
        "    return Article(id=name, text=text, path=name, quotes=(quote,))\n"
    )
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", start + code, str(directory)], stdout=subprocess.PIPE, text=True, cwd=root
    )


HOLD = """
with open_writer(directory) as writer:
    writer.add(article("held", "Held."), "mark")
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path) -> subprocess.Popen[str]:
    """Another process in the midst of writing; it goes on when it is killed only."""
    process = run(HOLD, tmp_path)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_a_second_writer_waits_then_says_who_writes(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    start = time.monotonic()
    message = rf"process {holder.pid} on {socket.gethostname()} since \d{{4}}-.*; waited 0.3 seconds"
    with pytest.raises(IndexBusy, match=message), open_writer(tmp_path, wait=0.3):
        pass
    assert time.monotonic() - start >= 0.3
    end(holder)
    assert write(tmp_path, article("after.txt")) == ["added"]
    assert [found.path for found in stored(tmp_path)] == ["after.txt"]
    assert not (tmp_path / "writer.json").exists()


@pytest.mark.parametrize("note", [None, "no JSON", "{}"])
def test_a_lost_note_on_the_holder_does_no_harm(
    tmp_path: Path, holder: subprocess.Popen[str], note: str | None
) -> None:
    (tmp_path / "writer.json").unlink()
    if note is not None:
        (tmp_path / "writer.json").write_text(note)
    with pytest.raises(IndexBusy, match="by another process"), open_writer(tmp_path, wait=0):
        pass
    end(holder)


WRITE_FOR_EVER = """
for number in range(10**9):
    with open_writer(directory) as writer:
        for name in "abcdefgh":
            writer.add(article(name, f"{number} words " * 40), "mark")
    print(number, flush=True)
"""


@pytest.mark.parametrize("milliseconds", [3, 11, 23, 37, 61, 97])
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_index(tmp_path: Path, milliseconds: int) -> None:
    process = run(WRITE_FOR_EVER, tmp_path)
    assert process.stdout is not None
    assert process.stdout.readline() == "0\n"
    time.sleep(milliseconds / 1000)
    os.kill(process.pid, signal.SIGKILL)
    said = [0, *map(int, process.communicate()[0].split())]
    found = stored(tmp_path)
    assert {one.id for one in found} == set("abcdefgh")
    (number,) = {int(one.text.split()[0]) for one in found}
    assert number in (said[-1], said[-1] + 1)

    write(tmp_path, article("healed.txt"))
    assert len(stored(tmp_path)) == 9
    segments = {reader.segment().segment_id() for reader, _ in open_dir(tmp_path).reader().leaf_readers()}
    left = {path.name for path in tmp_path.iterdir()} - {"schema.json", "MAIN_WRITELOCK"}
    assert all(name.endswith(".toc") or any(id in name for id in segments) for name in left), left


def test_readers_answer_while_another_process_writes(tmp_path: Path) -> None:
    process = run(WRITE_FOR_EVER, tmp_path)
    assert process.stdout is not None
    assert process.stdout.readline() == "0\n"
    answered, until = 0, time.monotonic() + 0.7
    while time.monotonic() < until:
        # Whoosh looks for the latest table of contents and then opens it: in between it may have gone.
        with suppress(FileNotFoundError, EmptyIndexError), open_dir(tmp_path).searcher() as searcher:
            assert len(searcher.search(Term("type", "article"), limit=None)) == 8
            answered += 1
    end(process)
    assert answered > 1
