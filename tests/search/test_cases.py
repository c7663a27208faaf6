"""Search cases: a request and what must come of it. Any engine that answers them is one of ours.

A hit is called by its article's file name, a quote by that and its number in the text ("quay-1").
"""

import datetime as dt
from typing import Any

import pytest

from search import Engine, SearchRequest
from search.page import QuoteHit, SearchPage
from search.request import FacetName

QUOTES, ARTICLES = "quotes", "articles"
APRIL_3 = dt.date(2025, 4, 3)


def hits(page: SearchPage, names: dict[str, str]) -> list[str]:
    return [names[(hit.quote if isinstance(hit, QuoteHit) else hit.article).id] for hit in page.hits]


def request(q: str = "", view: Any = QUOTES, **rest: Any) -> SearchRequest:
    """Build a request; a facet's name with values chooses them, after a minus ("-kind") excludes them."""
    plain = {
        key: value for key, value in rest.items() if key in ("start", "end", "sort", "page", "page_size")
    }
    made = SearchRequest(q=q, view=view, **plain)
    for key, values in rest.items():
        facet: Any = key.lstrip("-")
        if key not in plain:
            for value in values.split("|"):
                made = made.with_filter(facet, value, excluded=key.startswith("-"))
    return made


ALL_QUOTES = "quay-1 quay-2 budget-1 budget-2 budget-3 storm-1 islands-1 islands-2 letters-1"


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("", ALL_QUOTES),
        ("harbour", "quay-1 islands-2"),
        ("harbor", "quay-1 islands-2"),
        ("HARBOURS", "quay-1 islands-2"),
        ("numbers sound", "budget-3"),
        # in the speaker's name and role, in the sentences around, in the title
        ("berg numbers", "budget-3"),
        ("minister", "quay-1 budget-3"),
        ("rebuilt", "quay-1 quay-2"),
        ("thursday", "quay-1"),
        ("rotten OR numbers", "islands-2 budget-3"),
        ("defence", "budget-1 budget-2"),
        ('"defence spending"', "budget-2"),
        ('"spending defence"', ""),
        ("“Defense spending”", "budget-2"),
        ("defence -failed", "budget-2"),
        ("defence NOT (failed OR rise)", "budget-2"),
        ("polic*", "budget-1"),
        ("policies", "budget-1"),
        ("policie*", "budget-1"),
        ("zz*", ""),
        ("5%", "budget-1"),
        ("5 per cent", "budget-1"),
        ("indo-pacific", "islands-1"),
        ("indopacific", "islands-1"),
        ("May", "islands-1"),
        ("speaker:anna-berg", "quay-1 budget-3"),
        ('speaker:"Anna Berg"', "quay-1 budget-3"),
        ("speaker:berg harbour", "quay-1"),
        ("-speaker:berg -speaker:reyes", "storm-1 islands-1 islands-2 letters-1"),
        ("outlet:hill", "budget-1 budget-2 budget-3 islands-1 islands-2"),
        ("kind:reported", "budget-1 islands-2"),
        ('kind:"partly quoted"', "quay-2"),
        ("topic:harbour", "quay-1 quay-2 islands-2"),
        ("about:berg", "budget-2"),
        ("about:reyes", ""),
        ("date:2025-03", "storm-1"),
        ("date:2025-04-03", "quay-1 quay-2 letters-1"),
        ("date:..2025-03-31", "storm-1"),
        ("-date:2025", "islands-1 islands-2"),
        ("speaker:nobody", ""),
        ("dredged", ""),
    ],
)
def test_which_quotes_a_query_finds(engine: Engine, names: dict[str, str], q: str, expected: str) -> None:
    page = engine.search(request(q, page_size=50))
    assert sorted(hits(page, names)) == sorted(expected.split())
    assert page.total == len(expected.split())
    assert not page.relaxed


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("", "quay budget storm archive islands letters note"),
        ("harbour", "quay archive islands"),
        ("harbour -mud", "quay islands"),
        ('"old quay"', "quay"),
        ("dredged", "archive"),
        ("topic:harbour", "quay archive islands"),
        ("topic:harbour outlet:coast", "quay archive"),
        ("speaker:berg", "quay budget"),
        ("speaker:berg speaker:reyes", ""),
        ("speaker:reyes kind:direct", "budget"),
        ("speaker:kroon kind:mixed", ""),
        # somebody else's quote is enough; an article without quotes has none
        ("-speaker:berg", "quay budget storm islands letters"),
        ("-speaker:kroon harbour", "quay"),
        ("about:berg", "budget"),
        ("date:2019", "archive"),
        ("spending speaker:berg", "budget"),
    ],
)
def test_which_articles_a_query_finds(engine: Engine, names: dict[str, str], q: str, expected: str) -> None:
    page = engine.search(request(q, ARTICLES))
    assert sorted(hits(page, names)) == sorted(expected.split())
    assert page.total == len(expected.split())


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"speaker": "Anna Berg"}, "quay-1 budget-3"),
        ({"speaker": "anna-berg|kroon"}, "quay-1 budget-3 islands-1 islands-2"),
        ({"speaker": "berg", "topic": "Public budget"}, "quay-1 budget-3"),
        ({"speaker": "berg", "-topic": "budget"}, ""),
        ({"-kind": "direct"}, "quay-2 budget-1 islands-2"),
        ({"-speaker": "berg|reyes"}, "storm-1 islands-1 islands-2 letters-1"),
        ({"start": APRIL_3, "end": APRIL_3}, "quay-1 quay-2 letters-1"),
        ({"end": APRIL_3}, "quay-1 quay-2 letters-1 storm-1"),
        ({"outlet": "Coast Daily", "end": dt.date(2025, 3, 31)}, "storm-1"),
        ({"outlet": "nowhere"}, ""),
        ({"view": ARTICLES, "speaker": "reyes", "kind": "direct"}, "budget"),
        ({"view": ARTICLES, "speaker": "reyes", "kind": "mixed|indirect"}, "quay budget"),
        ({"view": ARTICLES, "speaker": "kroon", "-kind": "direct|indirect"}, ""),
        ({"view": ARTICLES, "-outlet": "coast-daily"}, "budget islands letters note"),
    ],
)
def test_values_of_a_facet_widen_and_facets_narrow(
    engine: Engine, names: dict[str, str], asked: dict[str, Any], expected: str
) -> None:
    assert sorted(hits(engine.search(request(**asked)), names)) == sorted(expected.split())


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (
            {"sort": "newest"},
            "budget quay letters storm archive note islands",
        ),  # undated: latest first
        ({"sort": "oldest"}, "archive storm quay letters budget islands note"),
        ({}, "budget quay letters storm archive islands note"),  # nothing asked: newest first
        ({"q": "harbour"}, "archive quay islands"),  # the title counts twice
        ({"q": "harbour", "sort": "newest"}, "quay archive islands"),
        ({"page_size": 3, "page": 2}, "storm archive islands"),
        ({"page_size": 3, "page": 3}, "note"),
        ({"page_size": 3, "page": 4}, ""),
    ],
)
def test_the_order_and_the_page(
    engine: Engine, names: dict[str, str], asked: dict[str, Any], expected: str
) -> None:
    page = engine.search(request(view=ARTICLES, **asked))
    assert hits(page, names) == expected.split()
    assert page.total == (3 if "q" in asked else 7)


@pytest.mark.parametrize(
    ("asked", "facet", "buckets", "missing"),
    [
        ({}, "speaker", {"Tom Reyes": 3, "Anna Berg": 2, "Ilse Kroon": 2}, 2),
        ({}, "outlet", {"Hill Post": 5, "Coast Daily": 3}, 1),
        ({}, "topic", {"Public budget": 4, "Harbour works": 3, "Weather": 1}, 2),
        ({}, "kind", {"Quoted": 6, "Reported": 2, "Partly quoted": 1}, 0),
        ({}, "date", {"20 March 2025": 1, "3 April 2025": 3, "4 April 2025": 3}, 2),
        ({"q": "speaker:berg"}, "speaker", {"Anna Berg": 2}, 0),
        # its own choice is left out, the others' are not; what is chosen is shown even at 0
        ({"speaker": "berg"}, "speaker", {"Tom Reyes": 3, "Anna Berg": 2, "Ilse Kroon": 2}, 2),
        ({"speaker": "berg"}, "outlet", {"Coast Daily": 1, "Hill Post": 1}, 0),
        ({"speaker": "berg", "kind": "mixed"}, "speaker", {"Tom Reyes": 1, "Anna Berg": 0}, 0),
        ({"speaker": "no one"}, "speaker", {"Tom Reyes": 3, "Anna Berg": 2, "Ilse Kroon": 2, "no one": 0}, 2),
        ({"view": ARTICLES}, "speaker", {"Anna Berg": 2, "Tom Reyes": 2, "Ilse Kroon": 1}, 4),
        ({"view": ARTICLES}, "outlet", {"Coast Daily": 3, "Hill Post": 2}, 2),
        ({"view": ARTICLES}, "topic", {"Harbour works": 3, "Public budget": 2, "Weather": 1}, 2),
        (
            {"view": ARTICLES, "kind": "direct"},
            "speaker",
            {"Anna Berg": 2, "Ilse Kroon": 1, "Tom Reyes": 1},
            2,
        ),
        ({"view": ARTICLES, "speaker": "reyes"}, "kind", {"Partly quoted": 1, "Quoted": 1, "Reported": 1}, 0),
        ({"view": ARTICLES, "q": "harbour"}, "outlet", {"Coast Daily": 2, "Hill Post": 1}, 0),
    ],
)
def test_facet_counts(
    engine: Engine, asked: dict[str, Any], facet: FacetName, buckets: dict[str, int], missing: int
) -> None:
    found = engine.search(request(**asked)).facet(facet)
    assert [(bucket.label, bucket.count) for bucket in found.buckets] == list(buckets.items())
    assert found.missing == missing
    assert found.total == sum(buckets.values())


@pytest.mark.parametrize(
    ("q", "view", "expected"),
    [
        ("harbour zebra", QUOTES, {"quay-1": ("zebra",), "islands-2": ("zebra",)}),
        ("harbour zebra mud", ARTICLES, {"archive": ("zebra",)}),
        ("harbour storm -mud", ARTICLES, {"quay": ("storm",), "islands": ("storm",), "storm": ("harbour",)}),
        ('"old quay" zebra dawn', ARTICLES, {}),
        ('"new quay" harbour zebra', ARTICLES, {}),
        ("speaker:kroon defence harbour", QUOTES, {"islands-2": ("defence",)}),
        ("zebra yak", QUOTES, {}),
    ],
)
def test_where_nothing_has_all_words_those_with_most_are_found(
    engine: Engine, names: dict[str, str], q: str, view: str, expected: dict[str, tuple[str, ...]]
) -> None:
    page = engine.search(request(q, view))
    assert dict(zip(hits(page, names), (hit.missing_words for hit in page.hits), strict=True)) == expected
    assert page.relaxed == bool(expected)


@pytest.mark.parametrize(
    ("q", "suggestion", "total"),
    [
        ("defnece", "defence", 2),
        ("harbuor wall", "harbour wall", 1),
        ("defnece xylophone", "defence xylophone", 2),
        ("speaker:kroon Indo-Pacific ferri -Colapse", None, 0),
        ("xylophone", None, 0),
        ("harbour", None, 0),
        ("Fantas", "Fantas*", 1),
        ("defnece polic", "defence polic*", 1),
        ("fantas nowhe", "fantasy nowhe", 1),
        ("costly fantas", "costly fantas*", 1),
        ("fantas costly", "fantasy costly", 1),
        ("-fantas", None, 0),
    ],
)
def test_a_misspelt_or_half_typed_word_is_mended(
    engine: Engine, q: str, suggestion: str | None, total: int
) -> None:
    page = engine.search(request(q))
    assert (page.suggestion, page.suggestion_total) == (suggestion, total)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"speaker": "Nobody Known"}, "There is no speaker “Nobody Known” here."),
        ({"implies": "singing"}, "There is no verb here that implies “singing”."),
        ({"q": "kind:shouted"}, "There is no kind “shouted”. There are direct, mixed and indirect."),
        ({"q": "outlet:gazette"}, "There is no outlet “gazette” here."),
        ({"q": "harbour & wall"}, None),
        ({"q": "foo:bar"}, "There is no field foo"),
    ],
)
def test_what_was_ignored_or_unknown_is_remarked_on(
    engine: Engine, asked: dict[str, Any], message: str | None
) -> None:
    warnings = [remark.message for remark in engine.search(request(**asked)).warnings]
    assert any(found.startswith(message) for found in warnings) if message else not warnings


def test_an_unknown_value_that_is_left_out_is_remarked_on_by_its_own_parameter(engine: Engine) -> None:
    asked = SearchRequest().with_filter("outlet", "Gazette", excluded=True)
    assert [remark.parameter for remark in engine.search(asked).warnings] == ["-outlet"]
