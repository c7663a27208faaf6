"""Where a source begins and ends in a sentence, past verbs, clauses, numbers and asides."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes

DEAD = "“It is dead, and nobody will bring it back to us.”"


def source_and_speaker(quotes: Quotes, text: str) -> tuple[str | None, str | None]:
    quote = quotes(text)[-1]
    source = quote.source.cut(text) if quote.source is not None else None
    return source, quote.speaker.name if quote.speaker is not None else None


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        # A participle without an auxiliary reports nothing.
        ("The plan, known as Oslo Two, “can be a tool to help us all,” Doe wrote.", "Doe", "Doe"),
        # A number is followed by a noun, an auxiliary by no subject.
        (f"Jane Doe said, with some 185,000 views, {DEAD}", "Jane Doe", "Jane Doe"),
        (
            "He saw the 2012 attacks when Jane Doe ordered men to “stand down at once.”",
            "Jane Doe",
            "Jane Doe",
        ),
        # An article begins the phrase.
        (f"He spoke, at which point the crowd chanted {DEAD}", "the crowd", None),
        (f"Jane Doe said half the town was there. She added: {DEAD}", "She", "Jane Doe"),
        # A pronoun and its verb in one word.
        ("Jane Doe is here. She’s predicting it will do “very, very well indeed.”", "She’s", "Jane Doe"),
        ("He spoke because they’ve said the plan is dead.", "they’ve", None),
        # A determiner alone.
        (f"Another said {DEAD}", "Another", None),
        (f"Jane Doe left. Several said {DEAD}", "Several", None),
        # Adverbs of two words.
        (f"Jane Doe at last said {DEAD}", "Jane Doe", "Jane Doe"),
        (f"Jane Doe in turn said {DEAD}", "Jane Doe", "Jane Doe"),
        # Appositions without their second comma, and asides after "and".
        (f"Jane Doe, president and CEO of Oslo Restaurants stated, {DEAD}", "Jane Doe", "Jane Doe"),
        (f"Jane Doe backs Roe as a delegate and in a statement said {DEAD}", "Jane Doe", "Jane Doe"),
        # What stands before the comma is the earlier verb’s.
        (
            "Jane Doe mocked a reporter, called it “bad news for us all” and left.",
            "Jane Doe",
            "Jane Doe",
        ),
        # A participle after the noun.
        (f"{DEAD[:-2]},” the order released Friday said.", "the order", None),
        (f"{DEAD[:-2]},” said the base chief known as Bob.", "the base chief", "Bob"),
        # An inverted verb between commas.
        (
            "The paradox of the plan, says Jane Doe, a historian, is that it was “as dead as can be.”",
            "Jane Doe",
            "Jane Doe",
        ),
        # Brackets part two reports.
        (
            "Most historians recognize it for what it is (Jane Doe once said, “It happened so many times”).",
            "Jane Doe",
            "Jane Doe",
        ),
        # A colon after a predicate, and after a time.
        (f"Jane Doe told what was wrong with the Oslo Herald: {DEAD}", "Jane Doe", "Jane Doe"),
        (f"Jane Doe said it was well. Then, later that month on air: {DEAD}", "Jane Doe", "Jane Doe"),
        # The antecedent of a relative clause before a participle.
        (f"There is talk about Jane Doe, who is on stage, saying {DEAD}", "Jane Doe", "Jane Doe"),
        # Who called it so, after "by".
        ("A move called “a bad joke” by Jane Doe failed.", "Jane Doe", "Jane Doe"),
        ("The order, dubbed “a bad joke” by the council, failed.", "the council", None),
        # A pronoun with any verb, in an aside.
        (
            "Paul Roe rose. The plan is dead, though he used harsher words, saying “it is rotten.”",
            "he",
            "Paul Roe",
        ),
        # "heard" ends the phrase.
        ("Anna Berg heard Paul Roe, who said the plan lives on.", "Paul Roe, who", "Paul Roe"),
        # What papers do.
        (f"{DEAD[:-2]},” the editorial read.", "the editorial", None),
    ],
)
def test_where_a_source_begins_and_ends(quotes_of: Quotes, text: str, source: str, name: str | None) -> None:
    assert source_and_speaker(quotes_of, text) == (source, name)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe spoke. The rules need a change to “the main thing.”",
        "Jane Doe spoke of frustrations. Frustrations about “cash flow” have begun to grow.",
        "Jane Doe spoke. The battery of “the old kind” is dead.",
    ],
)
def test_a_term_beside_what_cannot_speak_is_no_quotation(quotes_of: Quotes, text: str) -> None:
    assert quotes_of(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Jane Doe spoke. The plan was described as “the main thing.”", None),
        ("Jane Doe spoke. Her plan called for a change to “the main thing.”", "Her plan"),
        ("Jane Doe spoke. The mayors want a change to “the main thing.”", "The mayors"),
    ],
)
def test_a_term_that_somebody_says_is_one(quotes_of: Quotes, text: str, source: str | None) -> None:
    assert source_and_speaker(quotes_of, text)[0] == source


@pytest.mark.parametrize(
    "text",
    [
        f"The laws require that clinics have rights, and requires them to move.\n{DEAD}",
        f"Pause.\n{DEAD}",
    ],
)
def test_nobody_goes_on_with_what_cannot_speak(quotes_of: Quotes, text: str) -> None:
    quote = quotes_of(text)[-1]
    assert quote.source is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Thank you all,” said master of ceremonies Anna Berg, a baker.", "Anna Berg"),
        ("“Thank you all,” said friends of Anna Berg.", None),
        ("“Thank you all,” said a friend of Anna Berg.", None),
        ("At a fair in Ames, Iowa, on Sunday, Anna Berg went on, saying the land “must rally.”", "Anna Berg"),
        (
            "At a fair in Columbia, South Carolina, on Sunday, Anna Berg went on, saying all “must rally.”",
            "Anna Berg",
        ),
        (
            "“No,” said Anna Berg. A native of Oslo who came in May, she “loves this town dearly.”",
            "Anna Berg",
        ),
        (
            "Anna Berg came. Berg earlier denied that she would go by tweeting that “I am here to stay.”",
            "Anna Berg",
        ),
    ],
)
def test_whose_name_is_behind_titles_places_and_descriptions(
    quotes_of: Quotes, text: str, name: str | None
) -> None:
    assert source_and_speaker(quotes_of, text)[1] == name
