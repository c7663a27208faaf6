"""Suggestions: grouped, each leading to the search that takes its place; none for what cannot be read."""

import pytest
from flask.testing import FlaskClient

from search.request import SearchRequest
from search.suggest import Completion
from web.app import create_app
from web.suggestions import suggested

RUTTE = Completion("speaker", "mark-rutte", "Mark Rutte", 14)


@pytest.mark.parametrize(
    ("q", "completion", "left", "url"),
    [
        ("rut", RUTTE, "", "/?speaker=mark-rutte"),
        ("mark ru", RUTTE, "", "/?speaker=mark-rutte"),
        ("nato rut", RUTTE, "nato", "/?q=nato&speaker=mark-rutte"),
        ("speaker:rut", RUTTE, "", "/?speaker=mark-rutte"),
        ("nato speaker:rut", RUTTE, "nato", "/?q=nato&speaker=mark-rutte"),
        ("aid spe", Completion("word", "spending", "spending", 3), "aid spending", "/?q=aid+spending"),
        ("(aid OR spe", Completion("word", "spend", "spend", 3), "(aid OR spend", "/?q=%28aid+OR+spend"),
        ("dai", Completion("outlet", "the-daily", "The Daily", 1), "", "/?outlet=the-daily"),
    ],
)
def test_a_suggestion_takes_the_place_of_what_it_completes(
    q: str, completion: Completion, left: str, url: str
) -> None:
    with create_app().test_request_context():
        (suggestion,) = suggested(SearchRequest(q=q), [completion])
        assert (suggestion.request.q, suggestion.url) == (left, url)


def test_filters_stay(client: FlaskClient) -> None:
    page = client.get("/suggestions?q=rut&topic=spending-targets").text
    assert 'data-href="/?topic=spending-targets&amp;speaker=mark-rutte"' in page


def test_groups_come_in_order_with_counts(client: FlaskClient) -> None:
    page = client.get("/suggestions?q=sp").text
    assert page.index("Topics") < page.index("Terms")
    assert "People" not in page
    assert 'role="option" id="suggestion-1"' in page
    assert "1 article<" in page


@pytest.mark.parametrize(
    "query", ["", "q=", "q=r", "q=%00", "q=rut&page=0", "q=" + "x" * 3000, "q=" + "rut+" * 26]
)
def test_nothing_is_suggested_for_nothing(client: FlaskClient, query: str) -> None:
    response = client.get(f"/suggestions?{query}")
    assert response.status_code == 200
    assert "option" not in response.text
