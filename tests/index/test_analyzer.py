"""What a typed word finds and what it does not, over the analyzer's own tokens."""

from __future__ import annotations

import pickle
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analyzer import ANALYZER, MAX_ALTERNATIVES, Analyzer
from index.tables import load_tables


def finds(query: str, text: str) -> bool:
    """Whether one of the ways a phrase may be written stands in the text at consecutive positions."""
    places: dict[str, set[int]] = defaultdict(set)
    for token in ANALYZER.tokens(text):
        for term in token.terms:
            places[term].add(token.position)
    return any(
        any(all(start + i in places[term] for i, term in enumerate(terms)) for start in places[terms[0]])
        for terms in ANALYZER.query_phrase(query)
    )


MATCHING = [
    # query, the texts it must find, the texts it must not
    ("May", ["in May 2025", "May's budget"], ["it may rain", "mayor"]),
    ("may", ["in May 2025", "it may rain"], ["mayor"]),
    ("US", ["the US army", "the U.S. army", "the USA", "the U.S.'s role", "a US-led force"], ["tell us now"]),
    ("U.S.", ["the US army", "the U.S. army", "U.S.-led", "the USA's role"], ["tell us now"]),
    ("u.s.", ["the US army"], ["tell us now"]),
    ("usa", ["the US army", "the U.S. army"], ["tell us now"]),
    ("us", ["the US army", "the U.S. army", "the USA", "tell us now"], ["use it"]),
    ("U.K.", ["the UK", "the U.K. government", "UK's"], []),
    ("uk", ["the U.K.'s navy"], []),
    ("WHO", ["the WHO said"], ["the man who said"]),
    ("F-16", ["an F-16 jet", "F16s", "the F 16", "F-16s"], ["16 jets", "an F-15"]),
    ("F16", ["an F-16 jet", "the F 16"], ["F-35"]),
    ("F 16", ["an F-16 jet", "F16"], ["F and 16"]),
    ("G7", ["the G-7 leaders", "G7's"], ["G20"]),
    ("O'Brien", ["Mr O’Brien said", "O'Brien's", "OBrien"], ["Brien"]),
    ("o’brien", ["O'Brien"], []),
    ("Erdogan", ["Erdoğan said", "ERDOĞAN", "Erdog\u0306an"], []),
    ("Erdoğan", ["Erdogan said"], []),
    ("Lodz", ["in Łódź"], []),
    ("Yildiz", ["Yıldız", "YILDIZ"], []),
    ("Tromso", ["Tromsø"], []),
    ("strasse", ["die Straße"], []),
    ("encyclopaedia", ["encyclopædia", "an encyclopedia"], []),
    ("defence", ["defense spending", "the defences"], ["defend"]),
    ("defense", ["defence spending"], []),
    ("labor", ["Labour party", "labouring"], ["laboratory"]),
    ("center", ["the centre", "centres", "centred on"], ["central"]),
    ("organize", ["organised", "organising", "organisation"], []),
    ("analyse", ["analyzed"], ["analogue"]),
    ("paradise", ["in paradise"], ["a parade"]),
    ("programme", ["the program"], []),
    ("kyiv", ["in Kiev"], []),
    ("policy", ["policies"], ["police"]),
    ("Indo-Pacific", ["the Indo Pacific", "IndoPacific", "Indo–Pacific"], ["the Pacific"]),
    ("Indo Pacific", ["the Indo-Pacific"], ["Indo and Pacific"]),
    ("indopacific", ["the Indo-Pacific"], ["the Pacific"]),
    ("reelection", ["his re-election"], ["the election"]),
    ("the reelection", ["the re-election campaign"], []),
    ("reelection campaign", ["the re-election campaign"], []),
    ("Rutte", ["Rutte's plan", "Rutte’s"], []),
    ("Rutte's", ["Rutte said"], []),
    ("allies'", ["an ally", "allies"], ["alloy"]),
    ("don't", ["do not go", "don’t go"], ["do it"]),
    ("do not", ["don't go"], ["not do"]),
    ("cannot", ["can't", "can not"], ["can do"]),
    ("can't", ["cannot"], ["can do"]),
    ("won't", ["will not"], ["wont"]),
    ("not", ["don't", "cannot", "not at all"], ["note"]),
    ("no", ["no way"], ["not"]),
    ("5%", ["5 percent", "5% of GDP", "5 per cent", "5-percent"], ["15%", "5 cents", "0.5%"]),
    ("5 percent", ["5%", "5 per cent"], ["5 points"]),
    ("5 per cent", ["5%", "5 percent"], ["5 per head"]),
    ("per cent", ["5%", "five percent"], ["cent"]),
    ("2.5%", ["2.5 percent"], ["25%", "5%"]),
    ("$20", ["$20", "US$20", "$20bn", "20 dollars", "USD 20", "20 USD"], ["20 men", "€20", "EUR 20", "$200"]),
    ("20", ["$20", "20 men", "€20bn", "EUR20"], ["200", "$20.5"]),
    (
        "$20 billion",
        ["$20bn", "$20b", "$20-billion", "20 billion dollars"],
        ["$20 million", "20 billion men"],
    ),
    ("$20bn", ["$20 billion", "$20 bn", "USD 20 billion"], ["€20bn", "$20m"]),
    ("20bn", ["$20 billion", "20 billion"], ["20 million"]),
    ("€20 billion", ["EUR 20 billion", "EUR20bn", "20 billion euros"], ["$20 billion"]),
    ("1000", ["1,000 troops"], ["1,0000", "10,000"]),
    ("1,000", ["1000 troops", "1,000"], ["1 or 000"]),
    ("100m", ["the 100m race"], ["100 million"]),
    ("1990", ["the 1990s"], []),
    ("Trump Rubio", ["Trump, Rubio", "Trump (Rubio)"], ["Trump and Rubio"]),
    ("senator", ['a "senator"', "“Senator", "senator,", "@senator"], []),
    ("…", [], ["…", "a … b"]),
]


@pytest.mark.parametrize(("query", "text"), [(query, text) for query, found, _ in MATCHING for text in found])
def test_a_query_finds_every_way_of_writing_it(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"), [(query, text) for query, _, missed in MATCHING for text in missed]
)
def test_a_query_does_not_find_what_only_looks_like_it(query: str, text: str) -> None:
    assert not finds(query, text)


@pytest.mark.parametrize(
    ("text", "highlights"),
    [
        ("Rutte's plan", ["Rutte", "plan"]),
        ("U.S.-led", ["U.S.", "U.S.-led", "led", "U.S.-led"]),
        ("“don’t”", ["don’t", "don’t"]),
        ("$20bn,", ["$20", "bn"]),
        ("a   5%", ["a", "5", "%"]),
    ],
)
def test_tokens_say_what_to_highlight(text: str, highlights: list[str]) -> None:
    assert [text[token.start : token.end] for token in ANALYZER.tokens(text)] == highlights


@pytest.mark.parametrize(
    ("query", "groups"),
    [
        ("F 16 jets", (2, 1)),
        ("a 20 year plan", (1, 1, 1, 1)),
        ("5 per cent of GDP", (3, 1, 1)),
        ("over $20 billion", (1, 2)),
        ("5 percent", (2,)),
        ("NATO 2025 summit", (1, 1, 1)),
        ("", ()),
    ],
)
def test_neighbouring_words_that_make_one_term_are_asked_together(
    query: str, groups: tuple[int, ...]
) -> None:
    assert ANALYZER.query_groups(query.split()) == groups


@pytest.mark.parametrize("written", ["economy", "Economic", "economists", "ECONOMY"])
def test_a_prefix_stands_for_stems_and_words(written: str) -> None:
    (token,) = ANALYZER.tokens(written)
    assert any(term.startswith(ANALYZER.prefix_terms("econom")) for term in token.terms)


def test_a_prefix_without_letters_stands_for_nothing() -> None:
    assert ANALYZER.prefix_terms("*-") == ()


@given(st.lists(st.sampled_from([text for _, found, missed in MATCHING for text in found + missed])))
def test_an_article_finds_its_own_words(texts: list[str]) -> None:
    text = " ".join(texts)
    assert all(finds(word, text) for word in text.split() if ANALYZER.query_phrase(word))


@given(st.text())
def test_offsets_and_positions_hold_for_any_text(text: str) -> None:
    tokens = list(ANALYZER.tokens(text))
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert [token.position for token in tokens] == sorted(token.position for token in tokens)
    assert all(term for token in tokens for term in token.terms)
    assert {token.position for token in tokens} == set(range(len({token.position for token in tokens})))


@given(st.text(), st.text())
def test_a_chunk_is_analysed_without_its_neighbours(one: str, other: str) -> None:
    apart = [token.terms for text in (one, other) for token in ANALYZER.tokens(text)]
    assert [token.terms for token in ANALYZER.tokens(f"{one} {other}")] == apart


@given(st.text(max_size=60))
def test_any_query_gets_few_alternatives(text: str) -> None:
    alternatives = ANALYZER.query_phrase(text)
    assert len(alternatives) <= MAX_ALTERNATIVES
    assert all(terms and all(terms) for terms in alternatives)


def test_whoosh_gets_one_token_for_each_term() -> None:
    found = [(t.text, t.pos, t.startchar, t.endchar) for t in ANALYZER("In May", positions=True, chars=True)]
    assert found == [("in", 0, 0, 2), ("may", 1, 3, 6), ("May", 1, 3, 6)]


def test_an_analyzer_survives_pickling_with_its_tables() -> None:
    tables = load_tables()
    own = Analyzer(tables.table("spellings"), {"forms": {"Reading": "Reading"}})
    again = pickle.loads(pickle.dumps(own))
    assert again == own != ANALYZER
    assert again.query_phrase("Reading") == (("Reading",),)


CAREFUL = Analyzer(load_tables().table("spellings"), load_tables().table("cased"))
CAREFUL._plain_word = lambda _: None  # type: ignore[assignment,method-assign]
CHUNKS = st.text(st.sampled_from("abMayUS.,'’“”()-–$€%12 \u00ad\u0301é"), min_size=1, max_size=9)


@given(CHUNKS | st.sampled_from(["may,", "“May”", "cannot", "(don't)", "U.S.", "…word—", "'tis"]))
def test_a_plain_word_has_the_tokens_that_taking_it_apart_gives(chunk: str) -> None:
    assert list(ANALYZER.tokens(chunk)) == list(CAREFUL.tokens(chunk))
    for part in chunk.split():
        length, terms = ANALYZER.chunk(part)
        assert (length, list(terms)) == (CAREFUL.chunk(part)[0], list(CAREFUL.chunk(part)[1]))
