"""Totals and facets of random filters, against plain Python over the articles themselves."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.article import Article, Quote
from index.identity import slug
from search import Engine, SearchRequest, open_engine
from search.request import FILTERS, Filter
from search.values import QUOTE_FIELDS

Leaf = tuple[Article, Quote | None]
VALUES = {
    "speaker": ["anna-berg", "tom-reyes", "ilse-kroon"],
    "outlet": ["coast-daily", "hill-post"],
    "topic": ["harbour-works", "public-budget", "weather"],
    "kind": ["direct", "mixed", "indirect"],
    "verb": ["say", "call-out"],
    "implies": ["criticising", "warning"],
}
CHOSEN = st.sampled_from([(facet, value) for facet in FILTERS for value in VALUES[facet]])
REQUESTS = st.builds(
    SearchRequest,
    view=st.sampled_from(["quotes", "articles"]),
    q=st.sampled_from(["", "", "harbour", "speaker:berg", "-kind:direct", "topic:weather OR the"]),
    filters=st.lists(st.tuples(CHOSEN, st.booleans()), max_size=3).map(
        lambda found: tuple(Filter(*key, out) for key, out in dict(found).items())
    ),
    start=st.none() | st.just(dt.date(2025, 1, 1)),
    page_size=st.just(100),
)


@pytest.fixture(scope="module", params=["index_folder", "segmented_folder"])
def opened(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with open_engine(request.getfixturevalue(request.param)) as engine:
        yield engine


def values(leaf: Leaf, facet: str, view: str) -> set[str]:
    article, quote = leaf
    match facet:
        case "speaker":
            return {quote.speaker.id} if quote and quote.speaker else set()
        case "kind":
            return {quote.kind} if quote else set()
        case "verb":
            return {slug(quote.verb)} if quote and quote.verb else set()
        case "implies":
            return {quote.implies} if quote and quote.implies else set()
        case "outlet":
            return {slug(article.outlet)} if article.outlet else set()
        case "date":
            return {str(article.date)} if article.date else set()
    topics = {topic.id for topic in article.topics}
    return set(quote.topics) if quote and view == "quotes" else topics


def meets(leaf: Leaf, request: SearchRequest, facet: str) -> bool:
    if facet == "date":
        return not request.start or bool(leaf[0].date and leaf[0].date >= request.start)
    chosen, excluded = request.chosen(facet), request.chosen(facet, excluded=True)  # type: ignore[arg-type]
    has = values(leaf, facet, request.view)
    if facet in QUOTE_FIELDS and (chosen or excluded) and leaf[1] is None:
        return False
    return (not chosen or bool(has & set(chosen))) and not has & set(excluded)


def matching(leaves: list[Leaf], request: SearchRequest, without: str | None = None) -> list[Leaf]:
    facets = [facet for facet in (*FILTERS, "date") if facet != without]
    return [leaf for leaf in leaves if all(meets(leaf, request, facet) for facet in facets)]


def base(engine: Engine, corpus: tuple[Article, ...], request: SearchRequest) -> list[Leaf]:
    """The quotes, and in the articles view the articles without any, that match the query alone."""
    everything: list[Leaf] = [
        (article, quote)
        for article in corpus
        for quote in (article.quotes or ((None,) if request.view == "articles" else ()))
    ]
    match request.q:
        case "":
            return everything
        case "speaker:berg":
            return [leaf for leaf in everything if "anna-berg" in values(leaf, "speaker", request.view)]
        case "-kind:direct":
            return [leaf for leaf in everything if leaf[1] and leaf[1].kind != "direct"]
    page = engine.search(SearchRequest(q=request.q, view=request.view, page_size=100))
    if request.view == "articles":
        found = {hit.article.id for hit in page.hits}
        return [leaf for leaf in everything if leaf[0].id in found]
    quotes = {hit.quote.id for hit in page.hits}  # type: ignore[union-attr]
    return [leaf for leaf in everything if leaf[1] and leaf[1].id in quotes]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(REQUESTS)
def test_totals_and_facets_are_those_of_plain_counting(
    opened: Engine, corpus: tuple[Article, ...], asked: SearchRequest
) -> None:
    page = opened.search(asked)
    if page.relaxed:
        return
    leaves = base(opened, corpus, asked)

    def unit(leaf: Leaf) -> str:
        return leaf[1].id if asked.view == "quotes" and leaf[1] else leaf[0].id

    assert page.total == len({unit(leaf) for leaf in matching(leaves, asked)})
    for facet in page.facets:
        counted = matching(leaves, asked, facet.name)
        pairs = {(unit(leaf), value) for leaf in counted for value in values(leaf, facet.name, asked.view)}
        units = {unit(leaf) for leaf in counted}
        assert (facet.total, facet.missing) == (len(pairs), len(units - {one for one, _ in pairs})), (
            facet.name
        )
        if facet.name != "date":
            expected = Counter(value for _, value in pairs)
            assert {bucket.value: bucket.count for bucket in facet.buckets if bucket.count} == dict(expected)
