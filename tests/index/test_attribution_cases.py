"""Sentences as news has them: which cue, source and speaker each quotation gets."""

from __future__ import annotations

import pytest

from index.article import Quote, Span
from index.quotes import find_quotes
from index.speakers import name_speakers
from index.tables import load_tables

TABLES = load_tables()


def quoted(text: str) -> tuple[Quote, ...]:
    return name_speakers(text, find_quotes(text, TABLES), TABLES)


def cut(text: str, span: Span | None) -> str | None:
    return span.cut(text) if span is not None else None


def name_of(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker is not None else None


def role_of(text: str) -> str | None:
    quote = quoted(text)[-1]
    return quote.speaker.role if quote.speaker is not None else None


@pytest.mark.parametrize("text", ["“Yes,” Jr. Jr. said.", "The Jr. III met. “No,” Anna Berg said."])
def test_suffixes_alone_are_no_crash(text: str) -> None:
    assert len(quoted(text)) == 1


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“The plan is dead,” said Mayor Anna Berg.", "Mayor"),
        ("“The plan is dead,” said conservative talk host Anna Berg.", "conservative talk host"),
        ("He told Mayor Anna Berg so. “The plan is dead,” Berg said.", "Mayor"),
        ("He wrote Mayor Anna Berg. “The plan is dead,” Berg said.", "Mayor"),
    ],
)
def test_a_role_holds_no_verb(text: str, role: str) -> None:
    assert role_of(text) == role


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Officials said the plan is dead.", "Officials"),
        ("Critics said the plan is dead.", "Critics"),
        ("Authorities said the plan is dead.", "Authorities"),
        ("Police said the plan is dead.", "Police"),
        ("Voters said “it is dead to all of us.”", "Voters"),
        ("Officials told reporters that the plan is dead.", "Officials"),
        ("Judges said the plan is dead.", "Judges"),
        ("Many fishers came. Fishers said the plan is dead.", "Fishers"),
    ],
)
def test_a_noun_that_opens_a_sentence_is_no_name(text: str, source: str) -> None:
    quote = quoted(text)[-1]
    assert (cut(text, quote.source), name_of(quote)) == (source, None)


def test_a_surname_that_opens_a_sentence_is_one() -> None:
    text = "Jane Guest came. Guest said the plan is dead."
    assert name_of(quoted(text)[-1]) == "Jane Guest"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The plan is dead,” the family said.", "the family"),
        ("The family said the plan is dead.", "The family"),
        ("The assembly said the plan is dead.", "The assembly"),
        ("Her family told the Herald that the plan is dead.", "Her family"),
        ("A close ally said the plan is dead.", "A close ally"),
        ("The mayor quickly said the plan is dead.", "The mayor"),
    ],
)
def test_a_noun_in_ly_is_no_adverb(text: str, source: str) -> None:
    assert cut(text, quoted(text)[-1].source) == source


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Jane Doe and Anna Berg say the plan is dead.", "say", "Jane Doe and Anna Berg"),
        ("“The plan is dead,” Jane Doe and Anna Berg say.", "say", "Jane Doe and Anna Berg"),
        ("The mayor and the council say the plan is dead.", "say", "The mayor and the council"),
        ("Jane Doe and Anna Berg claim that the plan is dead.", "claim", "Jane Doe and Anna Berg"),
        ("Police say the plan is dead.", "say", "Police"),
    ],
)
def test_a_plural_subject_has_a_verb_without_s(text: str, cue: str, source: str) -> None:
    quote = quoted(text)[-1]
    assert (cut(text, quote.cue), cut(text, quote.source)) == (cue, source)


@pytest.mark.parametrize(
    "text",
    [
        "Saying “the plan is dead,” Jane Doe left.",
        "Calling the plan “a bad joke,” Jane Doe left the room.",
        "Calling the plan, which failed, “a bad joke,” Jane Doe left the room.",
        "Saying the plan is “dead in the water, sadly, for all of us,” Jane Doe left the room.",
    ],
)
def test_an_opening_participle_is_that_of_the_subject_after_its_quotation(text: str) -> None:
    quote = quoted(text)[-1]
    assert (cut(text, quote.source), name_of(quote)) == ("Jane Doe", "Jane Doe")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Jane Doe, president and owner of the firm said the plan is dead.",
            "president and owner of the firm",
        ),
        ("Jane Doe, a senator from Ohio who left, said the plan is dead.", "senator from Ohio"),
        ("Jane Doe, chairman of the united board, said the plan is dead.", "chairman of the united board"),
    ],
)
def test_a_role_ends_at_the_verb(text: str, role: str) -> None:
    assert role_of(text) == role


def test_a_role_never_begins_with_and() -> None:
    text = "Sen. Paul Roe, D-Ohio, and Senator Anna Berg of Vermont left.\n“No,” the Vermont senator said."
    assert name_of(quoted(text)[-1]) == "Anna Berg"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Jane Doe said Monday the plan is dead.", "the plan is dead"),
        ("Jane Doe said on Monday the plan is dead.", "the plan is dead"),
        ("Jane Doe said Monday night the plan is dead.", "the plan is dead"),
        ("Jane Doe pledged on Monday to build the bridge.", "to build the bridge"),
        ("Jane Doe pledged Monday to build the bridge.", "to build the bridge"),
        ("Jane Doe told the council on Monday the plan is dead.", "the plan is dead"),
        ("Jane Doe said Monday is a good day.", "Monday is a good day"),
        ("Jane Doe said Monday’s vote is over.", "Monday’s vote is over"),
    ],
)
def test_the_day_of_a_statement_is_no_part_of_it(text: str, content: str) -> None:
    assert [quote.content.cut(text) for quote in quoted(text)] == [content]


def test_a_day_and_a_place_are_no_statement() -> None:
    assert quoted("Jane Doe said Monday at a rally in Oslo.") == ()


@pytest.mark.parametrize(
    "text", ["Jane Doe told the council", "Jane Doe said on", "Jane Doe told the council on"]
)
def test_a_statement_that_breaks_off_is_none(text: str) -> None:
    assert quoted(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Paul Roe spoke in the hall.\n“It is dead,” the vice president said.", None),
        (
            "President Paul Roe met Vice President Anna Berg.\n“It is dead,” the vice president said.",
            "Anna Berg",
        ),
        ("President Paul Roe met Vice President Anna Berg.\n“It is dead,” the president said.", "Paul Roe"),
    ],
)
def test_a_vice_president_is_no_president(text: str, name: str | None) -> None:
    assert name_of(quoted(text)[-1]) == name


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("“The plan is dead,” John “Tig” Roe, mayor of Oslo, said.", "John “Tig” Roe", "John Roe"),
        ("“The plan is dead,” said Jane “Tig” Doe.", "Jane “Tig” Doe", "Jane Doe"),
        ("“The plan is dead,” John “Tig” Roe said.", "John “Tig” Roe", "John Roe"),
    ],
)
def test_a_nickname_is_part_of_the_name_and_no_quotation(text: str, source: str, name: str) -> None:
    found = [(quote.content.cut(text), cut(text, quote.source), name_of(quote)) for quote in quoted(text)]
    assert found == [("The plan is dead,", source, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Paul Roe, Jr., said the plan is dead.",
        "“No,” said Paul Roe, Jr. in Oslo.",
        "“No,” Paul Roe Jr. said.",
    ],
)
def test_a_suffix_is_part_of_the_name(text: str) -> None:
    assert name_of(quoted(text)[-1]) == "Paul Roe Jr."


def test_a_name_with_a_suffix_is_known_within_a_quotation() -> None:
    text = "“Paul Roe Jr. is here,” Anna Berg said. Mr. Paul Roe Jr. left."
    assert quoted(text)[0].mentions == ("Paul Roe Jr.",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Oslo Herald and the Club for Growth met.\n“No,” the Herald said.", "Oslo Herald"),
        ("President Anna Berg met Mrs. Ruth Roe.\n“No,” Mrs. Roe said.", "Ruth Roe"),
    ],
)
def test_a_line_with_a_full_stop_is_prose(text: str, name: str) -> None:
    assert name_of(quoted(text)[-1]) == name


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe told reporters the plan is dead.",
        "Jane Doe told CNN the plan is dead.",
        "Jane Doe told the Oslo Herald the plan is dead.",
        "Jane Doe told members of the council the plan is dead.",
    ],
)
def test_whom_it_was_told_ends_before_the_statement(text: str) -> None:
    assert [quote.content.cut(text) for quote in quoted(text)] == ["the plan is dead"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("On Monday the senator said the plan is dead.", "the senator"),
        ("In a letter the senator said the plan is dead.", "the senator"),
        ("In a letter the senator of the state said the plan is dead.", "the senator of the state"),
        ("Last week the senator said the plan is dead.", "the senator"),
        ("Last week Jane Berg said the plan is dead.", "Jane Berg"),
        ("On Monday Berg said the plan is dead.", "Berg"),
        ("The senator from the north said the plan is dead.", "The senator from the north"),
    ],
)
def test_an_introduction_without_a_comma_is_no_part_of_the_source(text: str, source: str) -> None:
    assert cut(text, quoted(text)[-1].source) == source


def test_a_word_of_a_headline_in_marks_is_no_nickname() -> None:
    text = "Jane Doe said why She Felt “Invisible” As A Child."
    assert "Invisible" in [quote.content.cut(text) for quote in quoted(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The plan is dead, according to Jane Doe, the mayor of Oslo.", "The plan is dead"),
        ("The plan is dead, said Jane Doe, a mayor of Oslo.", "The plan is dead"),
        ("The plan is dead, said Jane Doe, who left the town.", "The plan is dead"),
        ("The plan, according to Jane Doe, is as dead as can be.",) * 2,
        ("Had it rained, according to Jane Doe, the plan would be dead.",) * 2,
    ],
)
def test_an_apposition_of_the_source_is_no_part_of_the_content(text: str, content: str) -> None:
    assert [quote.content.cut(text) for quote in quoted(text)] == [content.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Theresa May said it is dead. “It is,” May said.", "Theresa May"),
        ("Anna Berg came. “In May it was,” she said.", "Anna Berg"),
        ("Theresa May met Anna Berg. In May took place a vote. “It is,” Berg said.", "Anna Berg"),
    ],
)
def test_a_surname_that_is_a_month_has_a_verb_after_it(text: str, name: str) -> None:
    assert name_of(quoted(text)[-1]) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("While Jane Doe called the plan “a bad joke,” Anna Berg said it will stay.", "Jane Doe"),
        ("As Jane Doe called for calm, “it is a bad joke,” Anna Berg said on Monday.", "Anna Berg"),
        ("After Jane Doe left, “it is a bad joke,” Anna Berg said.", "Anna Berg"),
    ],
)
def test_a_clause_before_the_main_one_has_its_own_quotation(text: str, name: str) -> None:
    assert name_of(next(quote for quote in quoted(text) if quote.kind != "indirect")) == name


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The plan is dead,” an academic named Jane Doe said.", "an academic named Jane Doe"),
        ("A man called Jane Doe said the plan is dead.", "A man called Jane Doe"),
    ],
)
def test_somebody_named_so_is_the_source_with_the_name(text: str, source: str) -> None:
    quote = quoted(text)[-1]
    assert (cut(text, quote.cue), cut(text, quote.source), name_of(quote)) == ("said", source, "Jane Doe")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“No,” said Jane Doe. “We will win.” The crowd roared.", ["Jane Doe", "Jane Doe"]),
        (
            "“No,” said Jane Doe. “Why us?” Her friends, many of them farmers, nodded.",
            ["Jane Doe", "Jane Doe"],
        ),
        ("“We will win.” The crowd roared.", [None]),
        ("“No,” said Jane Doe. “Why us?” two voters asked.", ["Jane Doe", None]),
        ("“No,” said Jane Doe. “Why us?” Roe asked. Anna Roe left.", ["Jane Doe", "Anna Roe"]),
    ],
)
def test_a_capital_after_a_quotation_begins_another_sentence(text: str, names: list[str | None]) -> None:
    assert [name_of(quote) for quote in quoted(text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "It drew a rebuke from the Oslo Council, whose head, Jane Doe, said it was “beneath the office.”",
            "Jane Doe",
        ),
        ("Jane Doe, whose husband, Paul, died in May, said it was “beneath the office.”", "Jane Doe"),
        ("When Anna Berg went on, Doe cut her short. Jane Doe cut them off: “No more.”", "Jane Doe"),
    ],
)
def test_a_clause_beside_a_name_is_no_part_of_the_source(text: str, name: str) -> None:
    assert name_of(quoted(text)[-1]) == name


@pytest.mark.parametrize(
    "text",
    [
        "“No,” the diplomat said, speaking on condition of anonymity. Ambassador Jane Doe, a diplomat, left.",
        "Ambassador Jane Doe, a diplomat, left. “No,” said the diplomat, who asked not to be named.",
        "Ambassador Jane Doe, a diplomat, left. “No,” said the diplomat, who declined to be identified.",
    ],
)
def test_who_asks_not_to_be_named_stays_without_a_name(text: str) -> None:
    assert {name_of(quote) for quote in quoted(text)} == {None}


def test_a_diplomat_who_asks_for_nothing_is_the_one_of_the_article() -> None:
    text = "Ambassador Jane Doe, a diplomat, left. “No,” the diplomat said. It is not to be named after her."
    assert [name_of(quote) for quote in quoted(text)] == ["Jane Doe"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The plan is dead,” Jane Doe is expected to say on Monday, according to excerpts.", "Jane Doe"),
        ("It comes from the teacher Jane Doe, who liked to say that “talk is cheap enough.”", "Jane Doe"),
        ("In the words of her friend Jane Doe, it was “a waste of a good day.”", "Jane Doe"),
        ("Anna Berg left. Only Jane Doe stayed. “It is dead,” she said.", "Jane Doe"),
    ],
)
def test_what_is_to_be_said_or_often_is_has_who_says_it(text: str, name: str) -> None:
    assert name_of(quoted(text)[-1]) == name
