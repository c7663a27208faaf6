"""The JSON endpoint: its shape, its links, its errors, its ETag."""

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from index.article import Article
from index.writer import open_writer
from web.app import create_app

SEARCH = "/api/v1/search"


def get(client: FlaskClient, query: str = "") -> Any:
    response = client.get(f"{SEARCH}?{query}")
    assert response.status_code == 200, response.text
    assert response.content_type == "application/json"
    return response.json


def refusal(client: FlaskClient, path: str, status: int) -> Any:
    response = client.get(path)
    assert response.status_code == status, response.text
    assert response.content_type == "application/problem+json"
    problem = response.get_json(force=True)
    assert {"type", "title", "status", "detail", "instance"} <= set(problem)
    assert problem["status"] == status
    return problem


def test_the_answer_has_the_documented_members(client: FlaskClient) -> None:
    answer = get(client, "q=spend")
    assert {
        *("total", "took_ms", "page", "page_size", "hits", "facets", "relaxed", "links", "warnings"),
    } <= set(answer)
    assert set(answer["facets"]) == {"speaker", "outlet", "topic", "date", "kind", "implies", "verb"}
    assert set(answer["links"]) == {"self", "first", "prev", "next", "last"}
    assert answer["warnings"] == []


def test_a_quote_hit_has_the_documented_shape(client: FlaskClient, corpus: tuple[Article, ...]) -> None:
    (hit,) = get(client, "topic=spending-targets&q=spend")["hits"]
    quote = corpus[0].quotes[0]
    assert hit == {
        "id": quote.id,
        "text": "We will spend much more on defence, and sooner,",
        "ranges": [[8, 13]],
        "html": "We will <mark>spend</mark> much more on defence, and sooner,",
        "context": {"before": "“", "after": "” Rutte told reporters. He had arrived late."},
        "missing_words": [],
        "link": f"/quote/{quote.id}",
        "kind": "direct",
        "cue": "told reporters",
        "verb": "tell",
        "implies": "neutral",
        "confidence": 0.95,
        "speaker": {"id": "mark-rutte", "name": "Mark Rutte", "role": "NATO Secretary General"},
        "topics": [{"id": "spending-targets", "name": "Spending targets"}],
        "article": {
            "id": corpus[0].id,
            "title": "Talks on spending",
            "outlet": "The Daily",
            "date": "2025-04-03",
            "url": "https://daily.example/talks",
            "link": f"/article/{corpus[0].id}",
        },
    }


def test_an_article_hit_has_the_documented_shape(client: FlaskClient) -> None:
    hits = get(client, "view=articles&q=defence")["hits"]
    assert set(hits[0]) == {
        *("id", "title", "outlet", "date", "author", "url", "link"),
        *("topics", "speakers", "quotes", "snippets", "missing_words"),
    }
    assert [speaker["id"] for speaker in hits[0]["speakers"]] == ["mark-rutte", "marco-rubio"]


def test_unknown_is_null(client: FlaskClient) -> None:
    (hit,) = get(client, "q=Nobody")["hits"]
    assert hit["speaker"] is None
    (hit,) = get(client, "q=onerror&view=articles")["hits"]
    assert (hit["title"], hit["outlet"], hit["date"]) == (None, None, None)


def test_a_bucket_leads_to_the_search_with_and_without_it(client: FlaskClient) -> None:
    def bucket(query: str) -> Any:
        return next(
            b for b in get(client, query)["facets"]["speaker"]["buckets"] if b["value"] == "mark-rutte"
        )

    unchosen = bucket("q=spend")
    assert unchosen == {
        "value": "mark-rutte",
        "label": "Mark Rutte",
        "count": 2,
        "selected": False,
        "excluded": False,
        "url": f"{SEARCH}?q=spend&speaker=mark-rutte",
    }
    chosen = bucket(unchosen["url"].partition("?")[2])
    assert (chosen["selected"], chosen["url"]) == (True, f"{SEARCH}?q=spend")


def test_a_date_bucket_leads_to_its_days(client: FlaskClient) -> None:
    (bucket,) = get(client, "")["facets"]["date"]["buckets"]
    chosen = client.get(bucket["url"]).get_json()
    assert chosen["total"] == bucket["count"]
    assert chosen["facets"]["date"]["missing"] == 1


def test_only_the_facets_that_are_asked_for_are_counted(client: FlaskClient) -> None:
    answer = get(client, "q=spend&facets=topic&facets=date")
    everything = get(client, "q=spend")
    assert {name for name, facet in answer["facets"].items() if facet} == {"topic", "date"}
    assert answer["facets"]["date"]["total"] == everything["facets"]["date"]["total"]
    assert answer["links"]["self"] == f"{SEARCH}?q=spend&facets=topic&facets=date"
    (topic, *_) = answer["facets"]["topic"]["buckets"]
    assert topic["url"] == f"{SEARCH}?q=spend&topic={topic['value']}&facets=topic&facets=date"
    assert set(get(client, "q=spend&facets=none")["facets"].values()) == {None}


def test_pages_are_linked(client: FlaskClient) -> None:
    assert get(client, "page=2&page_size=1")["links"] == {
        "self": f"{SEARCH}?page=2&page_size=1",
        "first": f"{SEARCH}?page_size=1",
        "prev": f"{SEARCH}?page_size=1",
        "next": f"{SEARCH}?page=3&page_size=1",
        "last": f"{SEARCH}?page=4&page_size=1",
    }


def test_a_page_beyond_the_last_is_empty_with_the_right_total_and_says_so(client: FlaskClient) -> None:
    answer = get(client, "page=9&page_size=2")
    assert (answer["total"], answer["hits"], answer["links"]["next"]) == (4, [], None)
    said = {"message": "Page 9 is past the last, which is 2.", "parameter": "page", "position": None}
    assert answer["warnings"] == [said]
    assert get(client, "page=2&page_size=2")["warnings"] == []
    values = client.get("/api/v1/facets/speaker?page=9&page_size=1").get_json()
    assert (values["buckets"], values["warnings"][0]["parameter"]) == ([], "page")


def test_what_was_ignored_is_a_warning(client: FlaskClient) -> None:
    (warning,) = get(client, "colour=red")["warnings"]
    assert warning["parameter"] == "colour"


@pytest.mark.parametrize(
    ("query", "status", "parameter", "position"),
    [
        ("q=aid+(spend", 400, "q", 4),
        ("page=0", 400, "page", None),
        ("page_size=1000000000", 400, "page_size", None),
        ("from=soon", 400, "from", None),
        ("facets=speaker,topic", 400, "facets", None),
        ("page=1001", 422, "page", None),
        ("q=" + "a" * 1001, 422, "q", None),
        ("q=a%00", 400, "q", None),
        ("-outlet=caf%E9", 400, "-outlet", None),
        ("speaker=" + "a" * 201, 400, "speaker", None),
        ("&".join(["topic=a"] + [f"topic={n}" for n in range(50)]), 422, "topic", None),
    ],
)
def test_a_bad_request_is_a_problem_with_its_parameter(
    client: FlaskClient, query: str, status: int, parameter: str, position: int | None
) -> None:
    problem = refusal(client, f"{SEARCH}?{query}", status)
    assert (problem["parameter"], problem.get("position")) == (parameter, position)


def test_an_unknown_path_is_a_problem_too(client: FlaskClient) -> None:
    for path in ("/api/v1/nothing", "/api/v1/", "/api/v2/search", "/api/v1/articles/x", "/api/v1/quotes/x-y"):
        refusal(client, path, 404)


@pytest.mark.parametrize(
    ("method", "path", "detail"),
    [
        ("POST", SEARCH, "This address does not take POST. It takes GET, HEAD, OPTIONS."),
        ("GET", "/api/v1/articles", "This address does not take GET. It takes OPTIONS, POST."),
    ],
)
def test_a_method_that_is_not_taken_is_told_which_are(
    client: FlaskClient, method: str, path: str, detail: str
) -> None:
    refused = client.open(path, method=method)
    assert (refused.status_code, refused.get_json()["detail"]) == (405, detail)


def test_without_an_index_the_endpoint_answers_503_until_there_is_one(
    tmp_path: Path, corpus: tuple[Article, ...]
) -> None:
    client = create_app({"ONRECORD_INDEX": tmp_path / "index"}).test_client()
    assert "onrecord index" in refusal(client, SEARCH, 503)["detail"]
    with open_writer(tmp_path / "index") as writer:
        writer.add(corpus[0], fingerprint="1")
        writer.commit()
    assert get(client)["total"] == 3


def test_an_unchanged_answer_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get(f"{SEARCH}?q=spend&page=1")
    tag = {"If-None-Match": first.headers["ETag"]}
    again = client.get(f"{SEARCH}?page=&q=spend", headers=tag)
    assert (again.status_code, again.data) == (304, b"")
    assert client.get(f"{SEARCH}?q=spending", headers=tag).status_code == 200
    assert client.get(f"{SEARCH}?q=spend&colour=red", headers=tag).status_code == 200


def test_articles_and_quotes_are_data_too(client: FlaskClient, corpus: tuple[Article, ...]) -> None:
    talks = corpus[0]
    article = client.get(f"/api/v1/articles/{talks.id}").get_json()
    assert article["text"] == talks.text
    assert [quote["id"] for quote in article["quotes"]] == [quote.id for quote in talks.quotes]
    assert article["speakers"] == [
        {"id": "mark-rutte", "name": "Mark Rutte", "role": "NATO Secretary General"},
        {"id": "marco-rubio", "name": "Marco Rubio", "role": "U.S. Secretary of State"},
    ]
    start = talks.text.index("spend")
    assert article["topics"] == [
        {"id": "spending-targets", "name": "Spending targets", "evidence": [[start, start + 5]]}
    ]
    start, end = article["quotes"][0]["spans"]["content"]
    quote = client.get(f"/api/v1/quotes/{talks.quotes[0].id}").get_json()
    assert quote["text"] == talks.text[start:end]
    assert quote["article"]["id"] == talks.id


def test_a_speaker_is_data_with_names_roles_and_days(client: FlaskClient) -> None:
    assert client.get("/api/v1/speakers/mark-rutte").get_json() == {
        "id": "mark-rutte",
        "name": "Mark Rutte",
        "quotes": 2,
        "articles": 2,
        "first": "2025-04-03",
        "last": "2025-04-03",
        "forms": [{"name": "Mark Rutte", "articles": 2}],
        "roles": [
            {"role": "NATO Secretary General", "articles": 2, "first": "2025-04-03", "last": "2025-04-03"}
        ],
        "link": "/speaker/mark-rutte",
        "search": f"{SEARCH}?speaker=mark-rutte",
        "warnings": [],
    }


def test_a_facet_is_listed_page_by_page(client: FlaskClient) -> None:
    path = "/api/v1/facets/speaker"
    first = client.get(f"{path}?page_size=1").get_json()
    assert (first["name"], first["size"], first["total"], first["other"], first["missing"]) == (
        *("speaker", 2, 3),
        *(1, 1),
    )
    assert [bucket["value"] for bucket in first["buckets"]] == ["mark-rutte"]
    assert first["buckets"][0]["url"] == f"{SEARCH}?speaker=mark-rutte"
    assert (first["links"]["prev"], first["links"]["last"]) == (None, first["links"]["next"])
    second = client.get(first["links"]["next"]).get_json()
    assert [bucket["value"] for bucket in second["buckets"]] == ["marco-rubio"]
    assert second["links"]["first"] == f"{path}?page_size=1"


def test_a_facet_is_that_of_a_search_and_can_be_searched(client: FlaskClient) -> None:
    def values(query: str) -> list[str]:
        found = client.get(f"/api/v1/facets/speaker?{query}").get_json()
        return [bucket["value"] for bucket in found["buckets"]]

    assert values("find=rub") == ["marco-rubio"]
    assert values("find=zebra") == []
    assert values("topic=spending-targets") == ["mark-rutte"]
    assert values("topic=spending-targets&speaker=marco-rubio") == ["mark-rutte"]


def test_suggestions_lead_to_searches(client: FlaskClient) -> None:
    (person, *_) = client.get("/api/v1/suggest?q=nato+rut&sort=newest").get_json()["suggestions"]
    assert person == {
        "kind": "speaker",
        "value": "mark-rutte",
        "label": "Mark Rutte",
        "count": 2,
        "q": "nato",
        "url": f"{SEARCH}?q=nato&speaker=mark-rutte&sort=newest",
    }
    assert client.get(person["url"]).status_code == 200


@pytest.mark.parametrize(
    ("path", "parameter"),
    [
        ("/articles/talksaaaaaaa?colour=red", "colour"),
        ("/speakers/mark-rutte?q=spend", "q"),
        ("/facets/speaker?sort=newest", "sort"),
        ("/facets/speaker?topic=weather", "topic"),
        ("/suggest?q=ru&page=2", "page"),
        ("/suggest?q=" + "a" * 101, "q"),
    ],
    ids=lambda value: value[:30],
)
def test_what_is_ignored_is_a_warning_everywhere(client: FlaskClient, path: str, parameter: str) -> None:
    (warning,) = client.get(f"/api/v1{path}").get_json()["warnings"]
    assert warning["parameter"] == parameter


@pytest.mark.parametrize(
    "path", ["/articles/a%00b", "/articles/%FF", "/quotes/" + "a" * 5_000, "/speakers/..", "/facets/"]
)
def test_no_odd_path_is_more_than_not_found(client: FlaskClient, path: str) -> None:
    assert len(refusal(client, f"/api/v1{path}", 404)["detail"]) < 200


def test_head_gives_the_headers_alone(client: FlaskClient) -> None:
    got, head = client.get(SEARCH), client.head(SEARCH)
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == got.headers["ETag"]


@pytest.mark.parametrize("path", [SEARCH, "/api/v1/articles/any", "/api/v1/openapi.json", "/api"])
def test_options_and_a_refused_method_name_those_that_are_allowed(client: FlaskClient, path: str) -> None:
    asked, *refused = [client.open(path, method=method) for method in ("OPTIONS", "PUT", "TRACE")]
    assert [answer.status_code for answer in (asked, *refused)] == [204, 405, 405]
    for answer in (asked, *refused):
        assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_options_of_what_is_not_there_is_not_found(client: FlaskClient) -> None:
    assert client.options("/api/v1/nothing").status_code == 404


def test_the_values_of_a_search_come_with_what_is_to_say_of_it(client: FlaskClient) -> None:
    answer = client.get("/api/v1/facets/speaker?q=spend+zebra&-outlet=None+Such").get_json()
    assert answer["buckets"]
    assert {warning["parameter"] for warning in answer["warnings"]} == {"q", "-outlet"}
    assert any(warning["message"].startswith("Nothing has all") for warning in answer["warnings"])
