"""Every answer has its shape, member for member, and unknown is null."""

import json

import msgspec
import pytest
from flask.testing import FlaskClient

from index.article import Article
from search.facets import LABELS
from web import shapes
from web.operations import OPERATIONS
from web.shapes import Shape

ASKED: dict[str, type[Shape]] = {
    "/search?q=spend": shapes.QuoteResults,
    "/search": shapes.QuoteResults,
    "/search?q=spend+zebra&colour=red": shapes.QuoteResults,
    "/search?q=zebra&speaker=nobody": shapes.QuoteResults,
    "/search?view=articles&q=defence": shapes.ArticleResults,
    "/search?view=articles&q=zebra": shapes.ArticleResults,
    "/search?page=9": shapes.QuoteResults,
    "/facets/speaker": shapes.FacetValues,
    "/facets/verb?view=articles&find=zebra&page=3": shapes.FacetValues,
    "/suggest?q=ru": shapes.Suggestions,
    "/suggest": shapes.Suggestions,
    "/articles/talksaaaaaaa": shapes.ArticleAnswer,
    "/articles/hostileaaaaa": shapes.ArticleAnswer,
    "/speakers/mark-rutte": shapes.SpeakerAnswer,
    "/search?q=%22": shapes.Problem,
    "/facets/weather": shapes.Problem,
}


@pytest.mark.parametrize(("path", "shape"), ASKED.items(), ids=ASKED.keys())
def test_an_answer_has_its_shape_and_nothing_else(client: FlaskClient, path: str, shape: type[Shape]) -> None:
    answer = client.get(f"/api/v1{path}").data
    decoded = msgspec.json.decode(answer, type=shape)
    assert json.loads(msgspec.json.encode(decoded)) == json.loads(answer)


def test_a_quote_has_its_shape(client: FlaskClient, corpus: tuple[Article, ...]) -> None:
    for article in corpus:
        for quote in article.quotes:
            answer = client.get(f"/api/v1/quotes/{quote.id}").data
            assert msgspec.json.decode(answer, type=shapes.QuoteAnswer).id == quote.id


def test_every_operation_is_asked_here() -> None:
    answers = {answer for operation in OPERATIONS if not operation.takes for answer in operation.answers}
    assert answers == {*ASKED.values(), shapes.QuoteAnswer} - {shapes.Problem}


def test_the_facets_are_those_that_are_counted() -> None:
    assert shapes.Facets.__struct_fields__ == tuple(LABELS)


def test_a_problem_leaves_out_what_it_does_not_know(client: FlaskClient) -> None:
    assert set(json.loads(client.get("/api/v1/nothing").data)) == {
        *("type", "title", "status", "detail", "instance")
    }
