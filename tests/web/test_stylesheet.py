"""The stylesheet's colours are legible in light and in dark, and every token it uses is there."""

import re
from pathlib import Path

import pytest

import web.app
from web.voices import COLOURS

CSS = (Path(web.app.__file__).parent / "static/onrecord.css").read_text(encoding="utf-8")
TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")
SCHEMES = re.compile(r"light-dark\((#\w+), (#\w+)\)")
TOKENS = dict(TOKEN.findall(CSS.split(":root {", 1)[1].split("}", 1)[0]))
LIGHT, DARK = ({name: SCHEMES.sub(rf"\{at}", value) for name, value in TOKENS.items()} for at in (1, 2))
TEXT, LARGE = 4.5, 3.0  # WCAG 2.2 AA: text, and the edges of controls


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        *(
            (front, back, TEXT)
            for front in ("--ink", "--soft", "--accent")
            for back in ("--paper", "--raised")
        ),
        ("--ink", "--tint", TEXT),
        ("--soft", "--tint", TEXT),
        ("--edge", "--paper", LARGE),
        ("--edge", "--raised", LARGE),
        *((front, "--bar", TEXT) for front in ("--ink", "--soft")),
        *((f"--voice-{n}", back, TEXT) for n in range(COLOURS + 1) for back in ("--paper", "--tint")),
    ],
)
def test_colours_stand_out(tokens: dict[str, str], front: str, back: str, least: float) -> None:
    assert contrast(tokens[front], tokens[back]) >= least


def test_every_token_used_is_defined() -> None:
    assert set(re.findall(r"var\((--[\w-]+)", CSS)) <= set(LIGHT)


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert "url(" not in CSS
    assert "@import" not in CSS
