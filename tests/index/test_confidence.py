"""How sure a quote is, by the way its speaker was reached, its kind, its cue and its marks."""

from __future__ import annotations

from itertools import product

import pytest

from index.article import Kind
from index.confidence import SHARES, UNMARKED, confidence
from tests.benchmarks.reliability import Judged, share_at_least
from tests.index.conftest import Quotes

KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect")


@pytest.mark.parametrize(("way", "kind", "cue"), list(product(SHARES, KINDS, [True, False])))
def test_lies_between_0_and_1_and_is_less_where_a_mark_is_missing(way: str, kind: Kind, cue: bool) -> None:
    whole = confidence(way, kind, cue=cue)
    assert 0 < whole <= 1
    assert confidence(way, kind, cue=cue, unmarked=True) == pytest.approx(whole * UNMARKED, abs=0.006)


@pytest.mark.parametrize("way", SHARES)
def test_a_cue_and_whole_marks_never_make_a_quote_less_sure(way: str) -> None:
    assert confidence(way, "direct", cue=True) >= confidence(way, "direct", cue=False)
    assert confidence(way, "mixed", cue=True) >= confidence(way, "mixed", cue=False)
    assert confidence(way, "direct", cue=True) >= confidence(way, "mixed", cue=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_is_surest_and_nobody_least(kind: Kind) -> None:
    given = {way: confidence(way, kind, cue=True) for way in SHARES}
    assert max(given, key=given.__getitem__) == "name"
    assert min(given, key=given.__getitem__) == "nobody"


def test_a_way_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError, match="rumour"):
        confidence("rumour", "direct", cue=True)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("“It is dead,” Jane Doe said.", ("name", "direct", True)),
        ("Jane Doe met us. “It is dead,” she said.", ("pronoun", "direct", True)),
        (
            "Jane Doe met Anna Berg. Both left.\nIt rains.\nIt pours.\n“It is dead,” she said.",
            ("doubtful", "direct", True),
        ),
        ("Jane Doe called it “a bad joke” on Monday.", ("name", "mixed", True)),
        ("Jane Doe said the plan is dead.", ("name", "indirect", True)),
        ("“It is dead,” Jane Doe said. “It is gone.”", ("name", "direct", False)),
        ("“It is dead,” the Oslo Herald said.", ("body", "direct", True)),
        ("“It is dead,” an aide said.", ("unnamed", "direct", True)),
        ("“It is dead,” he said.", ("nobody", "direct", True)),
    ],
)
def test_a_quote_is_as_sure_as_its_way_kind_and_cue(
    quotes_of: Quotes, text: str, given: tuple[str, Kind, bool]
) -> None:
    way, kind, cue = given
    assert quotes_of(text)[-1].confidence == confidence(way, kind, cue=cue)


JUDGED = [Judged(0.97, True), Judged(0.95, True), Judged(0.9, False), Judged(0.5, False), Judged(0.3, True)]


@pytest.mark.parametrize(
    ("floor", "share"), [(0.95, 1.0), (0.9, 2 / 3), (0.91, 1.0), (0.5, 0.5), (0.0, 0.6), (0.99, 0.0)]
)
def test_the_share_of_right_ones_counts_those_of_at_least_so_much(floor: float, share: float) -> None:
    assert share_at_least(JUDGED, floor) == pytest.approx(share)


def test_of_no_quotes_no_share_is_right() -> None:
    assert share_at_least([], 0.0) == 0.0
