"""Folders of articles into the index: what is added, replaced, left alone and refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from whoosh.index import open_dir

from index import ingest as module
from index import workers
from index.article import Article, Speaker, replace
from index.ingest import ingest
from index.stored_articles import stored_article
from index.tables import Tables, load_tables

TABLES = load_tables()
TEXT = "“We will not pay,” the mayor, Ann Lee, said on Friday. The council met in May.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(f"{name.upper()} town. {TEXT}", encoding="utf-8")
    return folder


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "index"


def articles(directory: Path) -> list[Article]:
    with open_dir(directory).searcher() as searcher:
        return [stored_article(document) for document in searcher.documents(type="article")]


def stored(directory: Path) -> dict[str, Article]:
    return {Path(article.path).name: article for article in articles(directory)}


def counts(paths: list[Path], directory: Path, tables: Tables = TABLES) -> tuple[int, int, int, int]:
    report = ingest(paths, directory, tables)
    return report.added, report.replaced, report.unchanged, len(report.refused)


def test_only_what_changed_is_indexed_again(corpus: Path, directory: Path) -> None:
    assert counts([corpus], directory) == (3, 0, 0, 0)
    assert counts([corpus], directory) == (0, 0, 3, 0)
    before = stored(directory)
    (corpus / "b.txt").write_text(f"New words. {TEXT}", encoding="utf-8")
    assert counts([corpus], directory) == (0, 1, 2, 0)
    after = stored(directory)
    assert after["b.txt"].id == before["b.txt"].id
    assert after["b.txt"].text.startswith("New words.")
    assert after["a.txt"] == before["a.txt"]


def test_a_file_named_twice_is_indexed_once(corpus: Path, directory: Path) -> None:
    assert counts([corpus, corpus / "a.txt"], directory) == (3, 0, 1, 0)


def test_copies_are_one_article_and_left_alone_the_next_time(directory: Path, corpus: Path) -> None:
    given = "---\ntitle: A title\noutlet: The Crier\ndate: 2025-04-03\n---\n"
    for name in "ab":
        (corpus / f"{name}.txt").write_text(given + name + TEXT, encoding="utf-8")
    assert counts([corpus], directory) == (2, 1, 0, 0)
    assert counts([corpus], directory) == (0, 0, 3, 0)
    assert len(articles(directory)) == 2


def test_other_tables_do_the_work_again(corpus: Path, directory: Path, tmp_path: Path) -> None:
    ingest([corpus], directory, TABLES)
    own = tmp_path / "tables"
    own.mkdir()
    (own / "cased.toml").write_text('[forms]\nPay = "Pay"\n', encoding="utf-8")
    assert counts([corpus], directory, load_tables(own)) == (0, 3, 0, 0)
    analyzer = open_dir(directory).schema["body"].analyzer
    assert analyzer.query_phrase("Pay") == (("Pay",),)


def test_lines_that_move_keep_their_ids(corpus: Path, directory: Path) -> None:
    lines = [
        {
            "title": f"Title {name}",
            "outlet": "The Crier",
            "date": "2025-04-03",
            "text": f"{name} town. {TEXT}",
        }
        for name in "abc"
    ]
    file = corpus.parent / "all.jsonl"
    file.write_text("\n".join(map(json.dumps, lines[1:])), encoding="utf-8")
    ingest([file], directory, TABLES)
    before = {article.title: article.id for article in articles(directory)}
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert counts([file], directory)[:2] == (1, 0)
    after = {article.title: article.id for article in articles(directory)}
    assert len(after) == 3
    assert before.items() < after.items()


def test_what_cannot_be_read_is_refused_by_name_and_the_rest_goes_in(corpus: Path, directory: Path) -> None:
    (corpus / "empty.txt").write_text("")
    (corpus / "binary.txt").write_bytes(b"\0\1\2")
    report = ingest([corpus, corpus / "none.txt"], directory, TABLES)
    assert report.added == 3
    assert report.done == 6
    assert {Path(refusal.path).name for refusal in report.refused} == {"empty.txt", "binary.txt", "none.txt"}
    assert all(str(refusal) == f"{refusal.path}: {refusal.reason}" for refusal in report.refused)


def test_an_article_that_breaks_a_rule_is_refused(corpus: Path, directory: Path) -> None:
    broken = Tables("broken", {name: TABLES.table(name) for name in ("spellings", "cased", "corrections")})
    report = ingest([corpus], directory, broken)
    assert [Path(refusal.path).name for refusal in report.refused] == ["a.txt", "b.txt", "c.txt"]
    assert "cannot be indexed (KeyError" in str(report.refused[0])


def test_where_nothing_can_be_read_no_index_is_made(corpus: Path, directory: Path) -> None:
    (corpus.parent / "empty").mkdir()
    report = ingest([corpus / "corpsu", corpus.parent / "empty"], directory, TABLES)
    assert [refusal.reason for refusal in report.refused] == ["no such file or folder"]
    assert not directory.parent.exists()


def test_keys_that_are_not_known_are_counted_by_article(corpus: Path, directory: Path) -> None:
    lines = [{"text": f"{name} {TEXT}", "byline": name, "by" + name: name} for name in "ab"]
    (corpus / "more.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    for _ in range(2):  # also of what is unchanged: it is still not read
        assert ingest([corpus], directory, TABLES).ignored == {"byline": 2, "bya": 1, "byb": 1}


def test_an_interruption_keeps_what_was_done(corpus: Path, directory: Path) -> None:
    def interrupt(done: int, total: int | None, path: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest([corpus], directory, TABLES, progress=interrupt)
    assert set(stored(directory)) == {"a.txt", "b.txt"}
    assert counts([corpus], directory) == (1, 0, 2, 0)


def test_progress_is_told_of_every_article(corpus: Path, directory: Path) -> None:
    told: list[tuple[int, str]] = []
    ingest(
        [corpus], directory, TABLES, progress=lambda done, total, path: told.append((done, Path(path).name))
    )
    assert told == [(1, "a.txt"), (2, "b.txt"), (3, "c.txt")]


@pytest.mark.parametrize("limit", ["BATCH_ARTICLES", "BATCH_CHARACTERS", "BATCH_SECONDS"])
def test_a_full_batch_is_committed_on_the_way(
    corpus: Path, directory: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(module, limit, 0)
    seen: list[int] = []
    ingest(
        [corpus], directory, TABLES, progress=lambda done, total, path: seen.append(len(stored(directory)))
    )
    assert seen == [1, 2, 3]


def corrected(folder: Path, *lines: str) -> Tables:
    """The tables with these corrections."""
    folder.mkdir(exist_ok=True)
    (folder / "corrections.toml").write_text("\n".join(lines), encoding="utf-8")
    return load_tables(folder)


def test_a_correction_is_work_for_its_article_alone_and_outlives_every_indexing(
    corpus: Path, directory: Path, tmp_path: Path
) -> None:
    ingest([corpus], directory, TABLES)
    quote = stored(directory)["b.txt"].quotes[0]
    tables = corrected(tmp_path / "tables", f'"{quote.id}" = "Bo Day"')
    assert counts([corpus], directory, tables) == (0, 1, 2, 0)
    assert counts([corpus], directory, tables) == (0, 0, 3, 0)
    for words in ("B town.", "B town has grown.", "A town called B."):
        (corpus / "b.txt").write_text(f"{words} {TEXT}", encoding="utf-8")
        ingest([corpus], directory, tables)
        right = stored(directory)["b.txt"].quotes[0]
        assert right.id == quote.id
        assert right.speaker
        assert (right.speaker.id, right.confidence, right.reason) == ("bo-day", 1.0, "corrected by hand")
    assert counts([corpus], directory, TABLES) == (0, 1, 2, 0)
    assert stored(directory)["b.txt"].quotes[0].speaker == quote.speaker


def test_a_correction_holds_for_an_article_that_keeps_an_older_id(
    corpus: Path, directory: Path, tmp_path: Path
) -> None:
    ingest([corpus], directory, TABLES)
    (corpus / "b.txt").write_text(
        f"---\ntitle: A title\noutlet: The Crier\ndate: 2025-04-03\n---\n{TEXT}", encoding="utf-8"
    )
    ingest([corpus], directory, TABLES)
    quote = stored(directory)["b.txt"].quotes[0]
    tables = corrected(tmp_path / "tables", f'"{quote.id}" = "nobody"')
    assert counts([corpus], directory, tables) == (0, 1, 2, 0)
    assert stored(directory)["b.txt"].quotes[0].speaker is None
    assert counts([corpus], directory, tables) == (0, 0, 3, 0)


def test_corrections_that_change_nothing_are_reported_with_the_reason(
    corpus: Path, directory: Path, tmp_path: Path
) -> None:
    ingest([corpus], directory, TABLES)
    a, b = (stored(directory)[name].quotes[0].id for name in ("a.txt", "b.txt"))
    tables = corrected(
        tmp_path / "tables", f'"{a}" = "Bo Day"', f'"{b}" = "Bo Day"', '"none-such" = "Bo Day"'
    )
    report = ingest([corpus / "a.txt"], directory, tables)
    assert report.not_corrected == [f"{b} (index {corpus / 'b.txt'} again)", "none-such (no such quote)"]
    assert ingest([corpus], directory, tables).not_corrected == ["none-such (no such quote)"]


def test_the_order_of_articles_makes_no_difference_to_who_is_who(directory: Path, tmp_path: Path) -> None:
    names = ("Hillary Rodham Clinton", "Hillary Clinton", "Ann B. Lee", "Ann Lee", "Lee")
    paths = [tmp_path / f"{number}.txt" for number in range(len(names))]
    for path, name in zip(paths, names, strict=True):
        path.write_text(f"“We will not pay,” {name} said on Friday.\n", encoding="utf-8")
    ids: list[list[Speaker | None]] = []
    for order in (paths, paths[::-1]):
        ingest(order, directory / str(len(ids)), TABLES)
        found = stored(directory / str(len(ids)))
        ids.append([found[path.name].quotes[0].speaker for path in paths])
    assert ids[0] == ids[1]
    assert [speaker and speaker.id for speaker in ids[0]] == [
        *("hillary-clinton", "hillary-clinton", "ann-lee", "ann-lee", "lee")
    ]


def test_several_processes_leave_what_one_leaves(
    corpus: Path, directory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "INLINE", 2)
    for number in range(20):
        (corpus / f"more{number:02}.txt").write_text(f"Report {number}.\n{TEXT}", encoding="utf-8")
    (corpus / "zz.txt").write_bytes(b"\0")
    one, two = tmp_path / "one", tmp_path / "two"
    reports = [ingest([corpus], folder, TABLES, processes=n) for folder, n in ((one, 1), (two, 2))]
    assert reports[0] == reports[1]
    assert reports[0].added == 23
    found = [[replace(article, indexed=None) for article in articles(folder)] for folder in (one, two)]
    assert found[0] == found[1]


def test_an_article_that_breaks_a_rule_elsewhere_is_refused(
    corpus: Path, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "INLINE", 0)
    broken = Tables("broken", {name: TABLES.table(name) for name in ("spellings", "cased", "corrections")})
    report = ingest([corpus], directory, broken, processes=2)
    assert [Path(refusal.path).name for refusal in report.refused] == ["a.txt", "b.txt", "c.txt"]
    assert "cannot be indexed (KeyError" in str(report.refused[0])
