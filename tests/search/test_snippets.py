"""What is marked in a hit, and what is shown around it."""

import pytest

from index.analyzer import ANALYZER
from search import Engine, SearchRequest
from search.highlight import Found, ranges
from search.page import ArticleHit, QuoteHit, Snippet
from search.snippets import passages
from search.terms import Terms
from tests.search.highlighter import Highlighter

BERG_SAID = "We will fund the harbour in full,"
REYES_SAID = "defence policies had failed and that spending would rise by 5 percent"
OLD_QUAY = "Work on the old quay begins in spring."
ARCHIVE = "From the archive: the harbour was dredged by hand. Fishing boats and trawlers lay in the mud."


def marked(snippet: Snippet) -> list[str]:
    return [snippet.text[start:end] for start, end in snippet.ranges]


def first_quote(engine: Engine, q: str) -> QuoteHit:
    hit = engine.search(SearchRequest(q=q)).hits[0]
    assert isinstance(hit, QuoteHit)
    return hit


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("harbour", "Harbours, a harbor; harboring no harbinger.", ["Harbours", "harbor", "harboring"]),
        (
            "defence spending",
            "Defence-spending and defense spending",
            ["Defence-spending", "defense spending"],
        ),
        ("O'Brien", "O’Brien and O'Brien’s", ["O’Brien", "O'Brien"]),
        ("5%", "5 percent, 5% or 15%", ["5 percent", "5%"]),
        ("may", "May may", ["May", "may"]),
        ("May", "May may", ["May"]),
        ("indopacific", "the Indo-Pacific", ["Indo-Pacific"]),
        ("pacific", "the Indo-Pacific", ["Pacific"]),
        ("b", "<b>b</b>", ["b", "b", "b"]),
        ("zebra", "No such animal.", []),
    ],
)
def test_just_what_matched_is_marked(query: str, text: str, expected: list[str]) -> None:
    highlighter = Highlighter(ANALYZER, [Terms(ANALYZER.query_phrase(query))])
    assert marked(Snippet(text, ranges(highlighter.find(text), 0, len(text)))) == expected


def test_ranges_are_cut_to_the_snippet_and_never_touch() -> None:
    found = [Found(0, 4, 0), Found(4, 6, 1), Found(5, 9, 0), Found(12, 20, 0), Found(30, 31, 0)]
    assert ranges(found, 2, 15) == ((0, 7), (10, 13))


def test_a_quote_is_shown_whole_with_the_rest_of_its_paragraph(engine: Engine) -> None:
    hit = first_quote(engine, "harbour thursday speaker:berg")
    assert (hit.before.text, hit.snippet.text) == ("“", "We will fund the harbour in full,")
    assert hit.after.text == "” the minister said on Thursday."
    assert (marked(hit.snippet), marked(hit.after)) == (["harbour"], ["Thursday"])


def test_of_a_partly_quoted_statement_the_whole_clause_is_shown(engine: Engine) -> None:
    hit = first_quote(engine, '"costly fantasy"')
    assert hit.snippet.text == "called the plan “a costly fantasy”"
    assert marked(hit.snippet) == ["costly fantasy"]


def test_excluded_words_and_field_values_are_not_marked(engine: Engine) -> None:
    hit = first_quote(engine, "speaker:berg numbers -fantasy")
    assert marked(hit.snippet) == ["numbers"]
    assert marked(hit.after) == []


def test_a_prefix_is_marked(engine: Engine) -> None:
    assert marked(first_quote(engine, "polic*").snippet) == ["policies"]


@pytest.mark.parametrize(
    ("q", "quotes", "snippets"),
    [
        ("harbour outlet:coast date:2025", [BERG_SAID], []),
        ("quay", [], [OLD_QUAY]),
        ("old speaker:berg", [BERG_SAID], [OLD_QUAY]),
        ("trawlers", [], [ARCHIVE]),
        ("outlet:hill date:2025 kind:indirect", [REYES_SAID], []),
    ],
)
def test_an_article_shows_its_best_quotes_or_else_passages(
    engine: Engine, q: str, quotes: list[str], snippets: list[str]
) -> None:
    hit = engine.search(SearchRequest(q=q, view="articles")).hits[0]
    assert isinstance(hit, ArticleHit)
    assert [quote.snippet.text for quote in hit.quotes] == quotes
    assert [snippet.text for snippet in hit.snippets] == snippets


def test_the_passage_with_most_of_the_words_is_chosen() -> None:
    text = f"alpha {'word ' * 200}alpha beta {'word ' * 200}beta {'word ' * 99}"
    found = Highlighter(ANALYZER, [Terms((("alpha",),)), Terms((("beta",),))]).find(text)
    best = [passage for passage in passages(text, found) if len(marked(passage)) == 2]
    assert [marked(passage) for passage in best] == [["alpha", "beta"]]
    assert all(len(passage.text) <= 200 for passage in passages(text, found))
    assert set(best[0].text.split()) == {"word", "alpha", "beta"}


def test_without_a_match_a_passage_is_the_beginning() -> None:
    assert passages("\n\nFirst words.\nMore.", ()) == (Snippet("First words."),)
    assert passages("", ()) == (Snippet(""),)
