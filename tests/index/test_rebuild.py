"""Indexes of an older version made anew, and indexes written for plain Whoosh."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.index import create_in, open_dir

from index.analyzer import ANALYZER
from index.article import Article, Quote, Span, Speaker
from index.export import ExportError, export
from index.identity import article_id, number_quotes
from index.rebuild import rebuild
from index.record import record_of
from index.stored_articles import stored_article
from index.version import IndexMismatch, IndexMissing, check_version
from index.writer import Known, open_writer, verify_index


def article(name: str, text: str) -> Article:
    id = article_id(path=name)
    quote = Quote(kind="direct", content=Span(0, 5), speaker=Speaker("ann-lee", "Ann Lee"))
    when = dt.datetime(2024, 1, 2, tzinfo=dt.UTC)
    return Article(id=id, text=text, path=name, quotes=number_quotes(id, text, [quote]), indexed=when)


ARTICLES = [article("a.txt", "Running to the harbour."), article("b.txt", "Policies of May.")]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An index as the first version kept it: Whoosh's own codec, another field table."""
    folder = tmp_path / "index"
    folder.mkdir()
    fields = Schema(id=ID(stored=True), body=TEXT(analyzer=ANALYZER), editions=STORED(), record=STORED())
    writer = create_in(folder, fields).writer()
    for one in ARTICLES:
        writer.add_document(id=one.id, body=one.text, editions={one.path: "mark"}, record=record_of(one))
        writer.add_document(id=one.quotes[0].id)
    writer.commit()
    (folder / "schema.json").write_text('{"schema": 1}')
    return folder


def stored(folder: Path) -> list[Article]:
    with open_dir(folder).reader() as reader:
        return [stored_article(found) for found in reader.all_stored_fields() if "record" in found]


def test_an_older_index_says_how_to_make_it_anew_and_keeps_all_it_holds(old: Path) -> None:
    with pytest.raises(IndexMismatch, match="onrecord rebuild"):
        check_version(old)
    assert rebuild(old) == 2
    check_version(old)
    assert stored(old) == ARTICLES
    with open_writer(old) as writer:
        assert writer.known(ARTICLES[0]) == Known(ARTICLES[0].id, frozenset({"mark"}))
    assert [path.name for path in old.parent.iterdir()] == ["index"]


def test_there_must_be_an_index_to_rebuild(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        rebuild(tmp_path)


READ_IT = """
import sys
sys.modules["index"] = None  # this program is not there
from whoosh.index import open_dir
from whoosh.qparser import QueryParser
index = open_dir(sys.argv[1])
with index.searcher() as searcher:
    for words in ("run", "policy", "speaker:ann-lee", '"policies of"'):
        found = searcher.search(QueryParser("body", index.schema).parse(words))
        print(words, sorted(hit["id"] for hit in found), sep="|")
"""


def test_an_export_is_read_by_plain_whoosh(tmp_path: Path) -> None:
    with open_writer(tmp_path / "index") as writer:
        for one in ARTICLES:
            writer.add(one, "mark")
    assert export(tmp_path / "index", tmp_path / "plain") == 4
    assert not list((tmp_path / "plain").glob("*.arrays"))
    command = [sys.executable, "-c", READ_IT, str(tmp_path / "plain")]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    running, may = ARTICLES[0].id, ARTICLES[1].id
    quotes = sorted(one.quotes[0].id for one in ARTICLES)
    assert said.splitlines() == [
        f"run|{[running]}",
        f"policy|{[may]}",
        f"speaker:ann-lee|{quotes}",
        f'"policies of"|{[may]}',
    ]
    with pytest.raises(ExportError, match="already"):
        export(tmp_path / "index", tmp_path / "plain")


def test_verify_counts_the_segments(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        writer.add(ARTICLES[0], "mark")
    assert verify_index(tmp_path) == 1
