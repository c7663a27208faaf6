"""One id and one name a person over all articles: by rule, by the table, and by what an article says."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pytest

from index.article import Article, Quote, Span, Speaker
from index.identity import slug
from index.registry import register, registry_of
from index.tables import TableError, load_tables

OURS = registry_of(load_tables())
NOWHERE = Article(id="a", text="", path="a.txt")


def found(name: str, role: str | None = None) -> Speaker:
    return Speaker(slug(name), name, role)


def registered(folder: Path, table: str, speaker: Speaker, article: Article = NOWHERE) -> Speaker:
    (folder / "speakers.toml").write_text(table, encoding="utf-8")
    return registry_of(load_tables(folder)).registered(speaker, article)


@pytest.mark.parametrize(
    ("id", "names"),
    [
        ("donald-trump", ["Donald Trump", "Donald J. Trump", "President Donald J. Trump", "DONALD TRUMP"]),
        ("donald-trump-jr", ["Donald Trump Jr.", "Donald J. Trump, Jr.", "Don Trump Jr."]),
        ("trump", ["Trump", "President Trump"]),
        ("recep-tayyip-erdogan", ["Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "Tayyip Erdogan"]),
        ("erdogan", ["Erdoğan", "President Erdogan"]),
        ("george-w-bush", ["George W. Bush", "President George W. Bush", "George Walker Bush"]),
        ("george-hw-bush", ["George H. W. Bush", "George H.W. Bush", "George HW Bush"]),
        ("george-bush", ["George Bush"]),
        ("hillary-clinton", ["Hillary Clinton", "Hillary Rodham Clinton", "Hillary R. Clinton"]),
        ("bill-clinton", ["Bill Clinton", "William J. Clinton"]),
        ("clinton", ["Clinton", "Mrs. Clinton", "Mr. Clinton"]),
        ("volodymyr-zelenskyy", ["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy"]),
        ("john-f-kennedy", ["John F. Kennedy", "JFK"]),
        ("john-kennedy", ["John Kennedy", "Sen. John N. Kennedy"]),
        ("robert-kennedy-jr", ["Robert F. Kennedy Jr.", "Robert Kennedy Jr.", "RFK Jr."]),
        ("mark-rutte", ["Mark Rutte", "Secretary-General Mark Rutte"]),
    ],
)
def test_the_table_that_ships_joins_and_keeps_apart(id: str, names: list[str]) -> None:
    assert {name: OURS.registered(found(name), NOWHERE).id for name in names} == dict.fromkeys(names, id)


def test_misread_letters_of_a_name_are_put_right() -> None:
    assert OURS.registered(found("JosÃ© CalderÃ³n"), NOWHERE) == Speaker(
        "jose-calderon", "José Calderón", None, "JosÃ© CalderÃ³n"
    )


def test_a_person_of_the_table_has_its_name_and_keeps_the_article_s_form_and_role() -> None:
    assert OURS.registered(found("Hillary Rodham Clinton", "Secretary of State"), NOWHERE) == Speaker(
        "hillary-clinton", "Hillary Clinton", "Secretary of State", "Hillary Rodham Clinton"
    )
    assert OURS.registered(found("Ann B. Lee", "mayor"), NOWHERE) == Speaker("ann-lee", "Ann B. Lee", "mayor")


def test_registering_twice_changes_nothing() -> None:
    for name in ("Hillary Rodham Clinton", "Ann B. Lee", "Mr. Lee", "George W. Bush"):
        once = OURS.registered(found(name), NOWHERE)
        assert OURS.registered(once, NOWHERE) == once


TWO = """
ann-lee-mayor = { name = "Ann Lee", where = ["mayor", "New Haven"] }
ann-lee-chef = { name = "Ann Lee, chef", aliases = ["Ann Lee"], where = ["restaurant"] }
"""


@pytest.mark.parametrize(
    ("role", "article", "id"),
    [
        ("Mayor of New Haven", {}, "ann-lee-mayor"),
        ("Mayor", {"text": "In NEW HAVEN, people met."}, "ann-lee-mayor"),
        ("Mayor", {"title": "New Haven votes"}, "ann-lee-mayor"),
        ("Mayor", {"outlet": "New Haven Post"}, "ann-lee-mayor"),
        ("Mayor", {"text": "A new haven’t-seen thing."}, "ann-lee"),
        ("Mayor", {}, "ann-lee"),
        (None, {"text": "Her restaurant opened."}, "ann-lee-chef"),
        ("Mayor of New Haven", {"text": "Her restaurant opened."}, "ann-lee-mayor"),
        (None, {"text": "Two restaurants opened."}, "ann-lee"),
    ],
)
def test_two_people_of_one_name_are_told_apart_by_what_is_said(
    tmp_path: Path, role: str | None, article: dict[str, str], id: str
) -> None:
    where = Article(**{"id": "a", "text": "", "path": "a.txt"} | article)  # type: ignore[arg-type]
    assert registered(tmp_path, TWO, found("Ann Lee", role), where).id == id
    assert registered(tmp_path, TWO, found("Ann B. Lee", role), where).id == id


def test_who_needs_no_words_comes_after_those_who_do(tmp_path: Path) -> None:
    table = 'ann = { aliases = ["Ann Lee"] }\n' + TWO
    assert registered(tmp_path, table, found("Ann Lee"), NOWHERE).id == "ann"
    assert registered(tmp_path, table, found("Ann Lee", "restaurant owner"), NOWHERE).id == "ann-lee-chef"


def test_a_user_s_table_may_join_a_surname_and_take_an_alias_of_ours_away(tmp_path: Path) -> None:
    table = 'marco-rubio = { aliases = ["Rubio"] }\nhillary-clinton = { aliases = [] }\n'
    assert registered(tmp_path, table, found("Rubio"), NOWHERE) == Speaker("marco-rubio", "Rubio")
    hillary = registered(tmp_path, table, found("Hillary Rodham Clinton"), NOWHERE)
    assert hillary.id == "hillary-rodham-clinton"


@pytest.mark.parametrize(
    ("id", "speaker"),
    [
        ("hillary-clinton", Speaker("hillary-clinton", "Hillary Clinton")),
        ("hillary-rodham-clinton", Speaker("hillary-clinton", "Hillary Clinton")),
        ("ann-lee", Speaker("ann-lee", "Ann Lee")),
    ],
)
def test_an_id_means_somebody_too(id: str, speaker: Speaker) -> None:
    assert OURS.identified(id) == speaker


def test_the_order_of_articles_never_matters() -> None:
    tables = load_tables()
    articles = [
        Article(
            id=name,
            text="Words",
            path=name,
            quotes=(Quote(kind="direct", content=Span(0, 5), speaker=found(name)), _unnamed()),
        )
        for name in ("Donald J. Trump", "Donald Trump", "Trump", "Hillary Rodham Clinton")
    ]
    for order in itertools.permutations(articles):
        ids = {
            article.id: [quote.speaker and quote.speaker.id for quote in register(article, tables).quotes]
            for article in order
        }
        assert ids == {
            "Donald J. Trump": ["donald-trump", None],
            "Donald Trump": ["donald-trump", None],
            "Trump": ["trump", None],
            "Hillary Rodham Clinton": ["hillary-clinton", None],
        }


def test_a_thousand_people_of_one_name_cost_one_reading_of_the_article(tmp_path: Path) -> None:
    (tmp_path / "speakers.toml").write_text(TWO, encoding="utf-8")
    tables = load_tables(tmp_path)
    quotes = tuple(
        Quote(kind="direct", content=Span(0, 5), speaker=found("Ann Lee", f"role {number}"))
        for number in range(2_000)
    )
    long = Article(id="a", text="Words of a town. " * 60_000, path="a.txt", quotes=quotes)
    started = time.process_time()
    assert {quote.speaker.id for quote in register(long, tables).quotes if quote.speaker} == {"ann-lee"}
    assert time.process_time() - started < 10  # some 0.5 s; each by itself would take minutes


def _unnamed() -> Quote:
    return Quote(kind="direct", content=Span(0, 5))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('"Ann Lee" = { name = "Ann Lee" }', "“Ann Lee” is no id. Write it as “ann-lee”."),
        ('ann-lee = "Ann Lee"', "ann-lee = 'Ann Lee' is no entry"),
        ("ann-lee = { name = 3 }", "ann-lee: name = 3 is no text"),
        ('ann-lee = { name = " " }', "ann-lee: name = ' ' is no text"),
        ('ann-lee = { alias = ["Lee"] }', "ann-lee has a key “alias”, which is not known. The keys are"),
        ('ann-lee = { aliases = "Lee" }', "ann-lee: aliases = 'Lee' is no list"),
        ("ann-lee = { aliases = [1] }", "ann-lee: aliases has 1, which is no text"),
        ('ann-lee = { where = [""] }', "ann-lee: where has '', which is no text"),
        ('a = { aliases = ["H. Lee"] }\nb = { name = "H. Lee" }', "“h-lee” is given to a and to b"),
        ('hilla = { aliases = ["Hillary Rodham"] }', "given to hillary-clinton and to hilla. Take it out"),
        ('ann-lee = { name = "Ann Lee", where = ["mayor"] }', "Take another id"),
    ],
)
def test_a_mistake_in_the_table_names_file_key_value_and_reason(
    tmp_path: Path, line: str, message: str
) -> None:
    with pytest.raises(TableError) as raised:
        registered(tmp_path, line, found("Ann Lee"))
    assert str(raised.value).startswith(f"{tmp_path / 'speakers.toml'}: ")
    assert message in str(raised.value)
