"""What is typed → tree, or InvalidQuery with place and mended query."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.invalid_query import InvalidQuery
from search.query import And, DateRange, Field, Node, Not, Or, Phrase, Prefix, Word, leaves
from search.syntax import parse

A, B, C = Word("a"), Word("b"), Word("c")
APRIL = DateRange(dt.date(2025, 4, 1), dt.date(2025, 4, 30))


@pytest.mark.parametrize(
    ("q", "tree"),
    [
        ("", And(())),
        ("a", A),
        ("a b", And((A, B))),
        ("a b a", And((A, B))),
        ("(a b) OR (a b)", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b c", Or((A, And((B, C))))),
        ("(a OR b) c", And((Or((A, B)), C))),
        ("(a b) c", And((A, B, C))),
        ("a or b", And((A, Word("or"), B))),
        ("-a b", And((Not(A), B))),
        ("−a", Not(A)),
        ("NOT a", Not(A)),
        ("NOT NOT a", A),
        ("-(a OR b)", Not(Or((A, B)))),
        ("a - b", And((A, B))),
        ("a — b & ?", And((A, B))),
        ("Indo-Pacific", Word("Indo-Pacific")),
        ('"a b"', Phrase("a b")),
        ("“a b” „c“ «b»", And((Phrase("a b"), Phrase("c"), Phrase("b")))),
        ("econom*", Prefix("econom")),
        ("speaker:berg", Field("speaker", "berg")),
        ("Speaker: “Anna  Berg” a", And((Field("speaker", "Anna Berg"), A))),
        ("-outlet:post", Not(Field("outlet", "post"))),
        ("topic:a kind:b about:c", And((Field("topic", "a"), Field("kind", "b"), Field("about", "c")))),
        ("date:2025", DateRange(dt.date(2025, 1, 1), dt.date(2025, 12, 31))),
        ("date:2025-04", APRIL),
        ("date:2025-04-03", DateRange(dt.date(2025, 4, 3), dt.date(2025, 4, 3))),
        ("date:2025-04-01..2025-04-30", APRIL),
        ("date:2025-04..2025-04", APRIL),
        ("date:2025-04..", DateRange(dt.date(2025, 4, 1), None)),
        ('date:"..2025-04"', DateRange(None, dt.date(2025, 4, 30))),
        ("5:30", Word("5:30")),
        ("https://a.example/b", Word("https://a.example/b")),
    ],
)
def test_a_query_becomes_a_tree(q: str, tree: Node) -> None:
    assert parse(q).tree == tree


@pytest.mark.parametrize(
    ("q", "tree", "message"),
    [
        ("foo:bar", And((Word("foo"), Word("bar"))), "There is no field foo"),
        ("a OR", A, "Nothing stands after OR"),
        ("OR a", A, "Nothing stands before OR"),
        ("a NOT", A, "Nothing stands after NOT"),
        ("a ()", A, "Nothing stands between these brackets"),
        ('a "" -""', A, "Nothing to search for"),
        ("a speaker:", A, "speaker: needs a value"),
        ("a\x00b", And((A, B)), "Control characters"),
        ("a\ud800", A, "Control characters"),
    ],
)
def test_what_is_ignored_is_remarked_on(q: str, tree: Node, message: str) -> None:
    parsed = parse(q)
    assert parsed.tree == tree
    assert parsed.remarks[0].message.startswith(message)
    assert parsed.remarks[0].parameter == "q"


@pytest.mark.parametrize(
    ("q", "position", "suggestion", "costly"),
    [
        ('a "b c', 2, 'a "b c"', False),
        ("“b c", 0, "“b c”", False),
        ('a b"', 3, "a b", False),
        ("(a (b", 0, "(a (b))", False),
        ("a) b", 1, "a b", False),
        (') "a', 0, '"a"', False),
        ("*", 0, None, True),
        ("b a*", 2, "b", True),
        ("wo*d a", 2, "wo* a", False),
        ("date:2025-02-30", 0, "date:2025-02", False),
        ("a date:2025-4-3", 2, "a date:2025-04-03", False),
        ("date:2025-05..2025-04", 0, "date:2025-04..2025-05", False),
        ("date:soon a", 0, "a", False),
        ("speaker:& a", 0, "a", False),
        ("(" * 900, 20, None, True),
        ("(" * 5_000, 1_000, None, True),
        ("a " * 65, 128, " ".join("a" * 64), True),
    ],
)
def test_a_mistake_is_told_with_its_place_and_a_mended_query(
    q: str, position: int, suggestion: str | None, costly: bool
) -> None:
    with pytest.raises(InvalidQuery) as caught:
        parse(q)
    assert (caught.value.position, caught.value.suggestion, caught.value.costly) == (
        position,
        suggestion,
        costly,
    )


def test_nodes_know_where_they_stand() -> None:
    q = 'aid -speaker:"Anna Berg" “in full” econom*'
    spans = [leaf.span.cut(q) for leaf in leaves(parse(q).tree)]
    assert spans == ["aid", 'speaker:"Anna Berg"', "“in full”", "econom*"]


PIECES = st.sampled_from(
    [
        *'ab "“”()-*:',
        "OR ",
        "NOT ",
        " ",
        "speaker:",
        "date:",
        "2025-04",
        "..",
        "\x00",
        "(((",
        "foo:",
        "é",
        "-(",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=1_100))
def test_any_string_gives_a_tree_or_an_explained_mistake_at_once(q: str) -> None:
    started = time.perf_counter()
    mistake = mistake_in(q)
    assert time.perf_counter() - started < 0.1
    if mistake is None:
        assert all(0 <= leaf.span.start <= leaf.span.end <= len(q) for leaf in leaves(parse(q).tree))
    else:
        assert mistake.message
        assert 0 <= mistake.position <= len(q)
        assert mistake.suggestion is None or mistake_in(mistake.suggestion) is None


def mistake_in(q: str) -> InvalidQuery | None:
    try:
        parse(q)
    except InvalidQuery as mistake:
        return mistake
    return None
