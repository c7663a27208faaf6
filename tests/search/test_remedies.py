"""A search that found nothing says which part to leave out, and how much there is then."""

import datetime as dt

import pytest

from search import Engine, SearchRequest
from search.request import FacetName


def filtered(q: str, **filters: str) -> SearchRequest:
    request = SearchRequest(q=q)
    names: dict[str, FacetName] = {"speaker": "speaker", "kind": "kind", "outlet": "outlet"}
    for name, value in filters.items():
        request = request.with_filter(names[name], value)
    return request


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (filtered("zebra", speaker="anna-berg"), {("zebra", 2)}),
        (filtered("numbers", speaker="tom-reyes"), {("numbers", 3), ("speaker", 1)}),
        (filtered("", speaker="anna-berg", kind="mixed"), {("speaker", 1), ("kind", 2)}),
        (filtered('"costly fantasy"', speaker="ilse-kroon"), {('"costly fantasy"', 2), ("speaker", 1)}),
        (filtered("ferry").between(dt.date(2001, 1, 1), dt.date(2001, 1, 2)), {("date", 2)}),
        (filtered('"no such phrase" -ferry'), {('"no such phrase"', 7)}),
        (filtered("zebra quagga", speaker="anna-berg"), {("zebra quagga", 2)}),
        (filtered("zebra quagga"), set()),
        (filtered("zebra"), set()),
        (filtered("ferry"), set()),
    ],
)
def test_each_part_that_empties_a_search_is_named(
    engine: Engine, request_: SearchRequest, expected: set[tuple[str, int]]
) -> None:
    page = engine.search(request_)
    assert {(remedy.part, remedy.total) for remedy in page.remedies} == expected
    for remedy in page.remedies:
        assert engine.search(remedy.request).total == remedy.total
    assert [r.total for r in page.remedies] == sorted((r.total for r in page.remedies), reverse=True)


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (filtered("zebra quagga"), ["Nowhere on record: “zebra”, “quagga”."]),
        (filtered('"costly zebra"'), ["Nowhere on record: “costly zebra”."]),
        (filtered("zebra* OR quagga"), ["Nowhere on record: “zebra*”, “quagga”."]),
        (filtered("zebra", speaker="anna-berg"), ["Nowhere on record: “zebra”."]),
        (filtered("ferry", speaker="ilse-kroon"), []),
        (filtered("ferry zebra"), []),
    ],
)
def test_what_nothing_on_record_has_is_named_where_nothing_is_found(
    engine: Engine, request_: SearchRequest, said: list[str]
) -> None:
    assert [remark.message for remark in engine.search(request_).warnings] == said
