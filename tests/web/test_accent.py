"""An accent of somebody else's choice is read strictly and made legible on our paper."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.accent import LEGIBLE, RAISED, Colour, contrast, legible, stylesheet

STYLE = Path(__file__).parents[2] / "web/static/onrecord.css"


@pytest.mark.parametrize(
    ("written", "read"),
    [("#00538a", (0, 83, 138)), ("00538A", (0, 83, 138)), ("#05a", (0, 85, 170)), ("fff", (255, 255, 255))],
)
def test_a_colour_is_three_or_six_hexadecimal_digits(written: str, read: tuple[int, int, int]) -> None:
    assert Colour.of(written) == read


@pytest.mark.parametrize(
    "written", ["", "#", "red", "#12345", "#1234567", "#00538a;}", "#00538g", "٠٥٣", "\n05a"]
)
def test_what_is_no_colour_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is no colour"):
        Colour.of(written)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(Colour.of("000"), Colour.of("fff")) == pytest.approx(21)
    assert contrast(Colour.of("777"), Colour.of("fff")) == pytest.approx(4.48, abs=0.005)
    assert contrast(Colour.of("fff"), Colour.of("fff")) == 1


@given(colour=st.tuples(*[st.integers(0, 255)] * 3).map(Colour), scheme=st.sampled_from(sorted(RAISED)))
def test_every_colour_becomes_legible(colour: Colour, scheme: str) -> None:
    ground = Colour.of(RAISED[scheme])
    found = legible(colour, ground)
    assert contrast(found, ground) >= LEGIBLE
    if contrast(colour, ground) >= LEGIBLE:
        assert found == colour


def test_what_text_stands_on_is_the_stylesheet_s() -> None:
    found = re.search(r"--raised: light-dark\(#(\w+), #(\w+)\)", STYLE.read_text(encoding="utf-8"))
    assert found
    assert list(found.groups()) == [RAISED["light"], RAISED["dark"]]


def test_the_stylesheet_names_both_schemes() -> None:
    assert "light-dark(#00538a, #" in stylesheet(Colour.of("#00538a"))
