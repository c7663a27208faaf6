"""Whom news means: the person or body that each way of naming a source comes to."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes


def last_speaker(quotes: Quotes, text: str) -> str | None:
    speaker = quotes(text)[-1].speaker
    return speaker.name if speaker else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is dead,” Harbour Watch said.", "Harbour Watch"),
        ("Jane Doe gave to the group One Valley. “It is dead,” One Valley said.", "One Valley"),
        ("The plan is dead, according to donors of Our Valley PAC.", None),
        ("“It is dead,” said Our Valley PAC.", "Our Valley PAC"),
        ("One thing was clear. “It is dead,” said Jane Doe.", "Jane Doe"),
    ],
)
def test_a_small_word_in_capitals_within_a_sentence_is_part_of_a_name(
    quotes_of: Quotes, text: str, name: str | None
) -> None:
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Oslo Daily Herald ran it. “It is dead,” the Daily Herald wrote.", "Oslo Daily Herald"),
        ("The Bergen Supreme Court sat. “It is dead,” the Supreme Court wrote.", "Supreme Court"),
        ("Jane Doe reads the Advocate. “It is dead,” the Sun wrote.", "Sun"),
    ],
)
def test_a_newspaper_is_known_by_the_end_of_its_name(quotes_of: Quotes, text: str, name: str) -> None:
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Enter The Oslo Herald. “It is dead,” the editorial board wrote.",
        "Enter The Oslo Herald. “It is dead,” the paper’s editorial board wrote.",
        "“It is dead,” the Oslo Herald’s editorial board wrote.",
        "“No,” the Oslo Herald’s editorial board wrote. The piece calls it “as dead as can be.”",
    ],
)
def test_an_editorial_board_is_its_newspapers(quotes_of: Quotes, text: str) -> None:
    assert last_speaker(quotes_of, text) == "Oslo Herald editorial board"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Oslo Herald ran it. Jane Doe left. “It is dead,” the editorial said.", "Oslo Herald"),
        ("“It is dead,” said the Doe Foundation. The report calls it “as dead as can be.”", "Doe Foundation"),
        (
            "A book by Jane Doe tells it. “It was dead,” Anna Berg “had known all along,” the passage says.",
            "Jane Doe",
        ),
    ],
)
def test_what_is_published_is_its_publishers(quotes_of: Quotes, text: str, name: str) -> None:
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Paul Roe met John Doe. “Roe will win,” he said.", "John Doe"),
        ("Paul Roe spoke to John Doe. Roe was glad. “We will win,” he said.", "Paul Roe"),
    ],
)
def test_who_is_named_in_the_words_is_less_likely_their_speaker(
    quotes_of: Quotes, text: str, name: str
) -> None:
    assert last_speaker(quotes_of, text) == name


def test_whoever_asks_leaves_the_floor(quotes_of: Quotes) -> None:
    text = "Paul Roe was calm when John Doe asked whether he would stay. “I will,” he said."
    assert last_speaker(quotes_of, text) == "Paul Roe"


@pytest.mark.parametrize(
    "text",
    [
        "“It is dead,” Jane Doe, who is chairman of Our Town PAC said.",
        "“It is dead,” Jane Doe, president and CEO of the Town Hall Association stated.",
        "“It is dead,” Jane Doe of Columbia, South Carolina said.",
        "As Jane Doe, the No. 2 in the town, put it: “It is dead.”",
        "One voter, Jane Doe, 35, told us that “it is as dead as can be.”",
        "Two voters, Jane Doe and Paul Roe, left. “It is dead,” said one voter, Jane Doe.",
        "“It is as dead as can be,” said one voter who had won, former actor Jane Doe of Oslo.",
    ],
)
def test_appositions_whose_comma_is_missing_leave_the_name_in_sight(quotes_of: Quotes, text: str) -> None:
    assert last_speaker(quotes_of, text) == "Jane Doe"


def test_a_noun_with_a_name_behind_it_is_that_name(quotes_of: Quotes) -> None:
    text = "Two voters, Jane Doe and Paul Roe, found the plan “as dead as can be.”"
    assert last_speaker(quotes_of, text) == "Jane Doe"


@pytest.mark.parametrize("signature", ["Jane Doe, Center for Plans.", "Former mayor Jane Doe.", "Jane Doe."])
def test_a_signature_may_stand_within_the_marks(quotes_of: Quotes, signature: str) -> None:
    text = f"The plan is here.\n\n“It is the best plan in years.\n\n{signature}”\n\nThe mayor left."
    assert last_speaker(quotes_of, text) == "Jane Doe"


def test_an_abbreviated_state_is_nobody(quotes_of: Quotes) -> None:
    text = "Anna Berg rose. In a speech in Denver, Colo. she said it is “as bad as it gets.”"
    assert last_speaker(quotes_of, text) == "Anna Berg"


def test_a_headline_with_a_quotation_names_nobody_new(quotes_of: Quotes) -> None:
    text = "Jane Doe Explained What It Means To Be “Dutch Enough.”\n\n“It is dead,” said Jane Doe."
    assert last_speaker(quotes_of, text) == "Jane Doe"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is dead,” said Wendy Long.", "Wendy Long"),
        ("“It is dead,” said Wendy Long. “It is,” Long said.", "Wendy Long"),
        ("“It is dead,” Al From told us. “It is so,” From said.", "Al From"),
        ("Jane Doe left. From what she said, “it is as dead as can be.”", "Jane Doe"),
        ("“It is dead,” said Jane Doe. Long live the plan.", "Jane Doe"),
    ],
)
def test_a_small_word_may_be_a_surname(quotes_of: Quotes, text: str, name: str) -> None:
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is dead,” said Jose\u0301 Garci\u0301a.", "Jose\u0301 Garci\u0301a"),
        ("“It is dead,” said Ana PeA\u0303±a Roe.", "Ana PeA\u0303±a Roe"),
        ("«It is dead,» said Jose\u0301.", "Jose\u0301"),
        ("RenÃ©e Roe and Paul Doe left. “It is dead,” she said.", "RenÃ©e Roe"),
        ("JosÃ© Garcia left. “It is dead,” Mr. Garcia said.", "JosÃ© Garcia"),
    ],
)
def test_an_accent_apart_from_its_letter_is_part_of_the_name(quotes_of: Quotes, text: str, name: str) -> None:
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is dead,” said Marine John Doe.", "John Doe"),
        ("“It is dead,” said Marine Le Roe.", "Marine Le Roe"),
    ],
)
def test_a_title_that_is_a_first_name_too(quotes_of: Quotes, text: str, name: str) -> None:
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Jane Doe, an oncologist who advised Roe on it, said Roecare so far was “as good as can be.”",
            "Jane Doe",
        ),
        ("The State Department has classified 22 Doe emails as “top secret” papers.", "State Department"),
        (
            "Roe’s Virginia state director, Jane Doe, reached out, writing in a note: “We go now.”",
            "Jane Doe",
        ),
        ("Moreover, in a report, Berg referenced an “absolute lack of any sense” in it.", "Berg"),
        ("Then back on home soil, Berg returned to her old lines: “It is over.”", "Berg"),
        (
            "A letter from the director, Jane Doe, came. Paul Roe left. The letter said, “It is over.”",
            "Jane Doe",
        ),
        ("A suit was filed by Jane Doe. Paul Roe left. “It is over,” the lawsuit says.", "Jane Doe"),
        ("The State Department met. “It is over now,” State said.", "State Department"),
        ("Oslo, 9 p.m. EST. “It is over now,” it said.", None),
        (
            "Anna Berg said so. For Jane Doe, a teacher, it is hard. “I go now,” she said.",
            "Jane Doe",
        ),
    ],
)
def test_the_source_is_found_behind_words_that_look_like_it(
    quotes_of: Quotes, text: str, name: str | None
) -> None:
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Doe rose. The plan, too late, was “a sign of how little anybody cares.”", None),
        ("Jane Doe rose. The crowd chanted: “It is a sign of how little anybody cares.”", None),
        ("The plan, too late, was “a sign of how little anybody cares.”", None),
    ],
)
def test_what_cannot_speak_is_no_speaker(quotes_of: Quotes, text: str, name: str | None) -> None:
    quote = quotes_of(text)[-1]
    assert (quote.speaker.name if quote.speaker else None) == name
    assert quote.confidence <= 0.7


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Oslo Herald said no. It added: “We are all lost.”", "Oslo Herald"),
        ("“No,” said Paul Roe. The Doe Foundation rose. It added: “We are all lost.”", "Doe Foundation"),
        ("Paul Roe wrote that we are all lost. It reads: “We are all lost.”", "Paul Roe"),
        ("The Doe Foundation rose. At the bottom it reads: “We are all lost.”", None),
    ],
)
def test_it_is_a_body_named_just_before(quotes_of: Quotes, text: str, name: str | None) -> None:
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The plan is dead,” a CNN poll said.", "CNN poll"),
        ("Jane Doe sent a letter, which says “the plan is dead as can be.”", "Jane Doe"),
        ("A letter signed by Jane Doe said the plan is dead.", "Jane Doe"),
        ("In Georgia Jane Doe said the plan is dead.", "Jane Doe"),
        ("Doe notes: “The plan is dead.”", "Doe"),
        ("Senator Jane Doe of Texas, who said “it is as dead as can be,” left.", "Jane Doe"),
        ("Optimism is high. Doe adds: “The plan is dead.”", "Doe"),
        ("“It is dead,” Fight for Bread organiser Jane Doe said.", "Jane Doe"),
        ("“No,” said JANE DOE.", "Jane Doe"),
        ("“No,” said J.D. ROE.", "J.D. Roe"),
    ],
)
def test_names_and_papers_that_news_writes_in_other_ways(quotes_of: Quotes, text: str, name: str) -> None:
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Then-Mayor Anna Berg left. “No,” Berg said.", "Mayor"),
        ("The then-mayor Anna Berg left. “No,” Berg said.", "mayor"),
        ("“No,” top aide Jane Doe said.", "top aide"),
    ],
)
def test_a_role_is_without_its_time(quotes_of: Quotes, text: str, role: str) -> None:
    speaker = quotes_of(text)[-1].speaker
    assert speaker is not None
    assert speaker.role == role


def test_the_source_is_not_among_those_the_words_name(quotes_of: Quotes) -> None:
    (quote,) = quotes_of("The plan of Paul Roe is dead, Jane Doe said, because Roe’s money has gone.")
    assert quote.mentions == ("Paul Roe",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is dead,” said J. “Tig” Roe. Jane Doe left.", "J. Roe"),
        ("“It is dead,” said Sophie in ’t Dorp, a Dutch liberal.", "Sophie in ’t Dorp"),
        ("“It is dead,” Ursula von der Berg said.", "Ursula von der Berg"),
        ("They had a plan B. “Tig is dead,” said Jane Doe.", "Jane Doe"),
        ("“It is dead,” said Jane Doe and Paul B. Roe.", "Jane Doe"),
        ("“It is dead,” said Jane and Paul Roe.", "Paul Roe"),
    ],
)
def test_a_name_is_read_whole(quotes_of: Quotes, text: str, name: str) -> None:
    assert [quote.speaker and quote.speaker.name for quote in quotes_of(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # An address is a body's name, which "the company" and "it" mean.
        ("He sold it on the website OldBooks.com. “It is dead,” the company wrote.", "OldBooks.com"),
        ("“No,” OldBooks.com said on Monday. It added, “It is dead.”", "OldBooks.com"),
        # A newspaper whose name else is a title.
        ("The Advocate chided her. “It is dead,” the editorial said.", "Advocate"),
        ("The Advocate chided her. “It is dead,” the newspaper said.", "Advocate"),
        # The name right before the noun, of two words at least.
        ("Reuters left. “It is dead,” the nationalist Oslo Herald tabloid wrote.", "Oslo Herald"),
        ("Reuters left. “It is dead,” said Time magazine.", "Time magazine"),
        # Who sent a paper; whose it is; who made what the table of papers lacks.
        ("An email was sent from the director, Jane Doe, to all. The email said, “It is dead.”", "Jane Doe"),
        ("“It is dead,” Jane Doe’s press release said.", "Jane Doe"),
        ("“It is dead,” according to calculations by Jane Doe of Oslo.", "Jane Doe"),
        ("“It is dead,” according to calculations by students.", None),
        # A report is not of whoever is spoken of just before, a statement is.
        ("Jane Doe rose. “It is dead,” the report said.", None),
        ("Jane Doe rose. “It is dead,” the statement said.", "Jane Doe"),
        # Names after "known as"; an embassy is nobody.
        ("“It is dead,” said the base chief known as Bob.", "Bob"),
        ("The Oslo Embassy fell. “It is dead,” he said.", None),
    ],
)
def test_bodies_and_papers_are_those_the_text_names(quotes_of: Quotes, text: str, name: str | None) -> None:
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Many Germans said that the plan is dead.", None),
        ("Some Harbourites said that the plan is dead.", None),
        ("A German said that the plan is dead.", None),
        ("Germans said that the plan is dead.", "Germans"),
        ("A defiant Doe said that the plan is dead.", "Doe"),
        ("Another Jane Doe said that the plan is dead.", "Jane Doe"),
    ],
)
def test_a_word_in_capitals_right_after_a_small_number_is_no_name(
    quotes_of: Quotes, text: str, name: str | None
) -> None:
    assert last_speaker(quotes_of, text) == name


def test_a_newspaper_that_a_verb_follows_is_the_source(quotes_of: Quotes) -> None:
    text = "The Oslo Herald focuses on how many came: “In an hour they were gone.”"
    assert last_speaker(quotes_of, text) == "Oslo Herald"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # The only one of the article.
        (
            "Jane Doe won. “It is odd,” columnist Paul Poe wrote. “Doe won,” the columnist wrote.",
            "Paul Poe",
        ),
        # "the judge" was spoken of in between, if not by name.
        (
            "Judge Jane Doe sat. "
            + "The lawyer Paul Poe spoke, and the judge heard him. " * 9
            + "Poe said it is odd. “It is dead,” the judge said.",
            "Jane Doe",
        ),
        # A chairman is a head, an attorney general no lawyer.
        ("Rules chairman Jane Doe left. “It is dead,” the head of the rules board said.", "Jane Doe"),
        ("Attorney General Jane Doe left. Paul Poe came. “It is dead,” the lawyer said.", "Paul Poe"),
    ],
)
def test_whom_a_noun_means(quotes_of: Quotes, text: str, name: str | None) -> None:
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # A party and a state say nothing of what somebody is called.
        (
            "Paul Poe (D-Ohio) praised Jack Roe. “It is dead,” the Senate minority leader said.",
            "Paul Poe",
        ),
        # The letters of a surname in another order, or one doubled that is not.
        ("Gary Byrne left. “It is dead,” Bryne said.", "Gary Byrne"),
        ("Elise Labott left. “It is dead,” Labbot said.", "Elise Labott"),
        ("Elise Labott left. “It is dead,” Talbot said.", "Talbot"),
        # A campaign has the name that its owner is called by.
        ("Jane Marie Doe left. “It is dead,” the Doe campaign said.", "Jane Doe campaign"),
        (
            "Ursula von der Leyen left. “It is dead,” the Leyen campaign said.",
            "Ursula von der Leyen campaign",
        ),
        # What "which" goes on with is no person, and the paper that it stands behind.
        ("We asked Zorblat, which opposed it. “It is dead,” the company said.", "Zorblat"),
        (
            "Doe’s letter linked to the Oslo Herald report, which notes “it is as dead as can be.”",
            "Oslo Herald",
        ),
        # Editors are they.
        (
            "“It is dead,” the Oslo Herald’s editorial board wrote. “It is odd,” they wrote.",
            "Oslo Herald editorial board",
        ),
        ("“It is dead,” the Oslo Senate wrote. “It is odd,” they wrote.", None),
        # A day is no part of a body’s name.
        ("“It is dead,” the Oslo City Council on Monday said.", "Oslo City Council"),
        # A place behind an introduction is no subject.
        ("In a speech in Aspen, Colo., Jane Doe ended by quoting Roe: “It is dead.”", "Jane Doe"),
    ],
)
def test_whom_news_means_by_what_stands_beside_a_name(quotes_of: Quotes, text: str, name: str | None) -> None:
    assert last_speaker(quotes_of, text) == name


def test_what_is_only_ever_named_before_a_noun_is_nobody(quotes_of: Quotes) -> None:
    text = "He played Latin hits there. One voter, Juan Poe, came.\n“It is dead,” he said."
    assert last_speaker(quotes_of, text) == "Juan Poe"


def test_a_paragraph_of_words_alone_goes_on_with_whom_the_one_before_is_about(quotes_of: Quotes) -> None:
    text = "Jane Doe also spoke of it. (The laws require that clinics move.)\n“It is dead, and we know it.”"
    assert last_speaker(quotes_of, text) == "Jane Doe"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # A party and a state behind a name, and a surname that is a title elsewhere.
        ("“It is dead,” Representative Jane Doe, Democrat of Ohio, said.", "Jane Doe"),
        ("Senator Jane Doe, Republican of Ohio, who chairs it, said “it is as dead as can be.”", "Jane Doe"),
        ("“It is dead,” said Representative Jane King of Ohio.", "Jane King"),
        ("“It is dead,” said Representative Peter T. King of Ohio.", "Peter T. King"),
        ("Senator Barbara Boxer of Ohio left. “It is dead,” Ms. Boxer said.", "Barbara Boxer"),
        ("Speaker of the House Rep. Jane Doe said “it is as dead as can be.”", "Jane Doe"),
        # An adverb or an apposition between a name and its verb.
        ("Jane Doe left. Doe earlier said “it is as dead as can be.”", "Jane Doe"),
        ("It rained. CNN also noted that it is dead.", "CNN"),
        ("“It is dead,” Zorblat, the official news agency, wrote.", "Zorblat"),
        ("It rained. Increasingly, the mayor, said Doe, is odd.", None),
        # What is no majority leader, no attorney general, no agency, no person.
        ("Majority Leader Jane Doe left. The vast majority of men say “it is as dead as can be.”", None),
        ("The Border Patrol came. Border Patrol agents call it “as dead as can be.”", None),
        ("Jane Doe left. The long-time delegate and activist called it “as dead as can be.”", "Jane Doe"),
        ("Jane Doe left. “It is dead,” the investor said.", "Jane Doe"),
        # Who filed it is the subject.
        (
            "Jane Doe, hurt at a U.S. school, has filed a lawsuit. The lawsuit calls it “as dead as can be.”",
            "Jane Doe",
        ),
        # A verb that a subject follows has its own before the marks.
        ("Jane Doe, citing “the magic of it all,” said the mayor would win.", "Jane Doe"),
        ("It was O.K. for us. It calls itself “as dead as can be.”", None),
        # A clause that a comma closes reports nothing behind it.
        ("Jane Doe said that when Paul Roe railed at it, “he is as right as can be.”", "Jane Doe"),
    ],
)
def test_whom_news_means_in_the_ways_of_newspapers(quotes_of: Quotes, text: str, name: str | None) -> None:
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(("role", "name"), [("a former", "Jane Doe"), ("the", "Paul Roe")])
def test_a_noun_in_between_is_whoever_the_article_calls_so_still(
    quotes_of: Quotes, role: str, name: str
) -> None:
    long_ago = f"Paul Roe, {role} mayor of Oslo, left. " + "It rained on the old town and its hall. " * 10
    text = long_ago + "They like the mayor.\nJane Doe spoke. “It is dead,” the mayor said."
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Chinese names begin with the surname, Spanish ones have two.
        ("Xi Jinping left. “It is dead,” Mr. Xi said.", "Xi Jinping"),
        ("Ana Roe Berg left. “It is dead,” Ms. Roe said.", "Ana Roe Berg"),
        ("Ana Roe Berg met Paul Roe. “It is dead,” Mr. Roe said.", "Paul Roe"),
        ("Xi Jinping met Xi Mingze. “It is dead,” Mr. Xi said.", "Xi"),  # one of two
        # Behind a place the name that it is the better mention of.
        ("“It is dead,” said his best friend at Oslo, Bruce Roe, who came.", "Bruce Roe"),
        ("“It is dead,” said the mayor in Springfield, Ohio.", None),
        ("“It is dead,” wrote the ambassador at the time, John E. Roe.", "John E. Roe"),
        # An apposition with a clause of its own is of the name before it.
        ("Jane Doe, a native who writes of “the dead plan of ours,” left.", "Jane Doe"),
        ("Mayor Paul Roe met Jane Doe, the Oslo mayor who calls it “the dead plan of ours.”", "Jane Doe"),
        # The subject behind an introduction that ends with a name.
        (
            "On the topic of a tough man, Mr. Roe, Jane Doe was asked why she had called him “a great man.”",
            "Jane Doe",
        ),
        # The paper whose page it is; whoever heads something else.
        ("Paul Roe lost. “Choke on it!” blared the front page of The Oslo Herald.", "Oslo Herald"),
        (
            "Paul Roe, chief strategist, left. The head of the Oslo Church called it “as dead as can be.”",
            None,
        ),
    ],
)
def test_surnames_within_names_and_names_behind_places(
    quotes_of: Quotes, text: str, name: str | None
) -> None:
    assert last_speaker(quotes_of, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is dead,” said another leading Supreme Court advocate, Jane Doe of Roe.", "Jane Doe"),
        ("“It is dead,” said Roe’s top rival, Jane Doe of Oslo.", "Jane Doe"),
        ("According to one lawyer, Jane Doe of Acme “lied” to us.", None),
    ],
)
def test_an_apposition_goes_on_with_where_somebody_is_from(
    quotes_of: Quotes, text: str, name: str | None
) -> None:
    assert last_speaker(quotes_of, text) == name
