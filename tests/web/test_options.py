"""The options of `onrecord search`: each parameter has one, and means what it means in an address."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from search.request import SearchRequest
from web import params
from web.cli import main
from web.options import OPTIONS, fields_of

GIVEN: dict[str, Any] = {
    **dict.fromkeys(("speaker", "outlet", "topic", "kind", "implies", "verb"), ()),
    **{f"not_{name}": () for name in ("speaker", "outlet", "topic", "kind", "implies", "verb")},
    **{"view": "quotes", "from": None, "to": None, "sort": "relevance", "page": "1", "page_size": "10"},
}


@pytest.mark.parametrize(
    ("options", "query"),
    [
        ({}, ""),
        ({"speaker": ("a", "b"), "not_topic": ("c",)}, "speaker=a&speaker=b&-topic=c"),
        ({"from": "2025-04", "sort": "newest", "page": "2"}, "from=2025-04&sort=newest&page=2"),
    ],
)
def test_options_ask_what_an_address_asks(options: dict[str, Any], query: str) -> None:
    asked, remarks = params.parse(fields_of("aid", GIVEN | options))
    assert (asked, remarks) == params.parse(f"q=aid&{query}")


def test_without_options_nothing_but_the_query_is_asked() -> None:
    assert params.parse(fields_of("aid", GIVEN))[0] == SearchRequest(q="aid")


def test_every_parameter_has_an_option() -> None:
    said = CliRunner().invoke(main, ["search", "--help"]).stdout
    for name in OPTIONS:
        option = name.replace("-", "not-").replace("_", "-")
        assert f"--{option} " in said


def test_words_that_are_no_text_are_refused_in_a_line(index: Path) -> None:
    result = CliRunner().invoke(main, ["search", "a\udcff", "--index", str(index)])
    assert result.exit_code == 2
    assert "UTF-8" in result.stderr
    assert len(result.stderr.splitlines()) == 1
