"""Tables read line by line say what tomllib reads in them, whatever the text."""

from __future__ import annotations

import tomllib
from importlib import resources
from importlib.resources.abc import Traversable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index import plain_toml

KEYS = ("ann", "anna-lee", '"o\'brien"', '"josé"', '""', '"a.b"', "a.b", "[names]", "# note", "#\t", "é")
VALUES = (" = ", "=", '"male"', '""', "'x'", '"a\\"b"', "1", '"""', '"')
BETWEEN = ("\n", "\n\n", " ", "\t", "\r\n", "\x7f", "\x00", "\\")
PIECES = st.sampled_from((*KEYS, *VALUES, *BETWEEN))


@pytest.mark.parametrize(
    "item", [item for item in resources.files("index.data").iterdir() if item.name.endswith(".toml")], ids=str
)
def test_every_table_that_ships_is_read_as_tomllib_reads_it(item: Traversable) -> None:
    text = item.read_text(encoding="utf-8")
    assert plain_toml.loads(text) == tomllib.loads(text)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=40))
@example('ann = "female"\nann = "male"\n')
@example('"ann" = "female"\nann = "male"\n')
@example('ann = "fe\nmale"')
@example('ann = "a" # note')
@example('# one\n\nann = "a"\n"b c" = ""')
@example('"\'" = "a"\n')
def test_any_text_gives_what_tomllib_gives_or_its_error(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        with pytest.raises(tomllib.TOMLDecodeError):
            plain_toml.loads(text)
    else:
        assert plain_toml.loads(text) == expected
