"""Which words of a sentence report a quotation in it, and so whose words it is."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes


def speakers(quotes: Quotes, text: str) -> list[str | None]:
    found = [quote for quote in quotes(text) if quote.kind != "indirect"]
    return [quote.speaker.name if quote.speaker is not None else None for quote in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # The verb of the clause the marks stand in, not one that a "when" parts from it.
        ("Paul Roe tweeted after Jane Doe argued again that “it is as dead as can be.”", ["Jane Doe"]),
        ("Jane Doe said that people such as Paul Roe want “a dead plan.”", ["Jane Doe"]),
        # What ends the sentence reports it where nothing in it does.
        (
            "Jane Doe, who delivered the speech, is a “good friend of ours” who won, Paul Roe writes.",
            ["Paul Roe"],
        ),
        # A noun behind a participle is no verb.
        (
            "Jane Doe called Roe’s talk of a “right to it” over her recovered emails “very bad for us.”",
            ["Jane Doe", "Jane Doe"],
        ),
        # Each participle has its own subject.
        (
            "They met, with Jane Doe saying she was “very glad” and Paul Roe calling it a “great day.”",
            ["Jane Doe", "Paul Roe"],
        ),
        # A verb that goes on, or that people are heard and seen by, has the subject.
        (
            "Jane Doe spoke. Paul Roe wins cheers as he keeps talking about the “dead plan of ours.”",
            ["Paul Roe"],
        ),
        ("“Should there be a list?” a reporter can be heard asking Jane Doe after a rally.", [None]),
        ("Paul Roe was seen telling Jane Doe that it is “as dead as can be.”", ["Paul Roe"]),
        # A name and its verb between a subject and its own verb.
        ("Going out, Jane Doe said, allowed her to “get in touch with the sea.”", ["Jane Doe"]),
        ("It is a rise that Jane Doe predicts will continue “for a very long time.”", ["Jane Doe"]),
        # A clause of its own that tells of somebody else, and one that begins behind "that".
        (
            "Some voters said they feared days when Jane Doe called for a fight against “the tired rich.”",
            ["Jane Doe"],
        ),
        (
            "It moved them, making a song of tales that Jane Doe, for one, called “sad and tired talk.”",
            ["Jane Doe"],
        ),
        # A crowd chants.
        ("Walking in to chants of “Jane! Jane!,” the mayor smiled.", [None]),
        ("Jane Doe left to chants of “Lock him up!”", [None]),
        # What somebody’s paper says in a relative clause.
        ("Jane Doe sent out a letter that said, “It is dead.”", ["Jane Doe"]),
        ("The bill was replaced at noon by a message that said “it is as dead as can be.”", [None]),
        # "that" may stand before a noun.
        ("Jane Doe read that report “as if it were dead.”", ["Jane Doe"]),
    ],
)
def test_which_words_report_a_quotation(quotes_of: Quotes, text: str, names: list[str | None]) -> None:
    assert speakers(quotes_of, text) == names


def test_a_quotation_whose_last_words_stand_in_marks_of_their_own_goes_on(quotes_of: Quotes) -> None:
    text = "“I was shocked,” said Jane Doe, 44. “I kept on saying, ‘Yes, I am; I came too.’”"
    assert speakers(quotes_of, text) == ["Jane Doe", "Jane Doe"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Jane Doe is dead,” reads a Monday editorial in The Oslo Herald.", "Oslo Herald"),
        ("“Jane Doe is dead,” reads a Monday editorial in the Oslo Register.", "Oslo Register"),
        ("“Jane Doe is dead,” read one. “So is Roe,” was another.", None),
        ("Jane Doe came. “It is dead,” said another.", None),
        ("“It is dead,” said Doug \xadBerg, a fan.", "Doug Berg"),
        ("“It is dead,” said Doug Ber\xadglund.", "Doug Berglund"),
    ],
)
def test_who_follows_an_inverted_verb(quotes_of: Quotes, text: str, name: str | None) -> None:
    assert set(speakers(quotes_of, text)) == {name}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # What a noun of speech governs is its owner's, and only that.
        ("The worries go beyond Anna Berg’s recent pledge to be “neutral” in talks.", ["Anna Berg"]),
        ("It was Anna Berg’s stern rejection of “a politics of fear” that moved us.", ["Anna Berg"]),
        (
            "Paul Roe called Anna Berg’s assertion of a “right to roam” over the land “bold and wrong.”",
            ["Anna Berg", "Paul Roe"],
        ),
        ("Paul Roe called Anna Berg’s pledge to the poor of the whole land “bold and wrong.”", ["Paul Roe"]),
        ("It is the pull of Anna Berg’s “if you like it, you can keep it” promise.", ["Anna Berg"]),
        # Neither a determiner nor a noun in the way is a verb that reports.
        (
            "Anna Berg, after sending out a film about the “clash of tribes,” revamped his plans.",
            ["Anna Berg"],
        ),
        ("No one doubts that Anna Berg said, and I quote, “We love the rain.”", ["Anna Berg"]),
        (
            "Paul Roe heard a man uttering charges that Anna Berg, for one, called “cheap talk.”",
            ["Anna Berg"],
        ),
    ],
)
def test_owners_and_words_that_only_look_like_cues(
    quotes_of: Quotes, text: str, names: list[str | None]
) -> None:
    assert speakers(quotes_of, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # An aside between subject and verb is no source, nor is what begins with "to".
        ("Jane Doe, who has in the past described Paul Roe as “a clown,” left.", ["Jane Doe"]),
        ("Jane Doe, who for weeks had called the plan “a joke,” left.", ["Jane Doe"]),
        ("Jane Doe has on two days called the plan “a joke.”", ["Jane Doe"]),
        # After a preposition stands a noun.
        ("Jane Doe met Paul Roe amid reports that the plan is “as dead as can be.”", ["Jane Doe"]),
        # Nor does "to have pledged" have its subject before it.
        ("Jane Doe is the only rival here to have pledged a vote for “land and bread.”", ["Jane Doe"]),
        ("Jane Doe is said to have called Paul Roe “a clown.”", ["Jane Doe"]),
        # A sentence in brackets has an end.
        ("(Jane Doe says it rained.) The guests included Paul Roe, who called it “a joy.”", ["Paul Roe"]),
    ],
)
def test_what_stands_between_subject_and_verb(quotes_of: Quotes, text: str, names: list[str | None]) -> None:
    assert speakers(quotes_of, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Nouns and participles within what somebody calls something are no cues.
        ("Jane Doe called the use of secret orders “quite bad.”", ["Jane Doe"]),
        ("Jane Doe called a report suggesting that Paul Roe knew of it “a lie.”", ["Jane Doe"]),
        ("Jane Doe called it wrong, suggesting that the plan is “a lie.”", ["Jane Doe"]),
        # Somebody without a name calls things so, too; not so "a man called …".
        ("The plan made Paul Roe’s council call a vote; one guest called Roe “the orange prince.”", [None]),
        ("Jane Doe met Paul Roe. It rained when one guest called the plan “a joke.”", [None]),
        ("Jane Doe met a man called John “Jack” Roe at the gate. “No,” Doe said.", ["Jane Doe"]),
        ("Jane Doe spoke of a town called the “heart of the land” by many.", [None]),
        ("A firm called Oslo Works said it is “glad of it.”", ["Oslo Works"]),
    ],
)
def test_who_calls_what_so(quotes_of: Quotes, text: str, names: list[str | None]) -> None:
    assert speakers(quotes_of, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Before a colon a thing is nobody, and what a name ends is not the name's.
        ("Jane Doe vows to tax cars. Then, the best joke: “I will walk to work myself.”", ["Jane Doe"]),
        (
            "Jane Doe, our oldest guest, gave it a whirl in a talk with CNN on Tuesday: “It is so.”",
            ["Jane Doe"],
        ),
        # An inverted verb behind the quotation reports it, whatever the colon announces.
        (
            "Then came the best of all: “It is about time,” exhorted Paul Roe’s guest, actress Jane Doe.",
            ["Jane Doe"],
        ),
        ("Jane Doe said it: “It is about time,” and Paul Roe left.", ["Jane Doe"]),
        # A participle goes on with the subject, not with a name of a clause within the sentence.
        (
            "Mayor Jane Doe called the claim that Roe had anything to lose a “bad joke of ours,” adding "
            "that “it is so.”",
            ["Jane Doe", "Jane Doe"],
        ),
        ("Paul Roe came. Jane Doe brought up a dog that Roe might like, calling it “our dog.”", ["Jane Doe"]),
        # Behind an article or a preposition stands a noun.
        ("Jane Doe filed a public-records request for “all letters of the mayor to us.”", ["Jane Doe"]),
        ("Amid Oslo Works calls for action, Jane Doe left, saying, “It is so.”", ["Jane Doe"]),
    ],
)
def test_colons_participles_and_nouns(quotes_of: Quotes, text: str, names: list[str | None]) -> None:
    assert speakers(quotes_of, text) == names


def test_a_quotation_between_dashes_belongs_to_the_clause_before_it(quotes_of: Quotes) -> None:
    text = (
        "Although Jane Doe feared the plan - “a trap for all of us” - voters who liked it said it will pass."
    )
    assert speakers(quotes_of, text) == ["Jane Doe"]


def test_a_verb_beside_the_quotation_outdoes_where_it_is_known_from(quotes_of: Quotes) -> None:
    text = "Jane Doe wrote to Paul Roe, threatening “a suit over it,” according to a copy of the letter."
    assert speakers(quotes_of, text) == ["Jane Doe"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A participle right behind what somebody wrote is said of that.
        ("Jane Doe held up a sign saying “Build it now and here.”", [None]),
        ("Jane Doe answered Paul Roe’s old tweet calling her “a liar to us all.”", ["Paul Roe"]),
        ("Jane Doe put out a statement calling it “a lie to us all.”", ["Jane Doe"]),
        (
            "Jane Doe quoted Paul Roe’s letter calling it “a joke of ours” and called Roe “a clown.”",
            ["Paul Roe", "Jane Doe"],
        ),
    ],
)
def test_a_participle_behind_something_written(quotes_of: Quotes, text: str, names: list[str | None]) -> None:
    assert speakers(quotes_of, text) == names


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        # A noun of speech reports what it is, or what its colon announces.
        (
            "Paul Roe left. Jane Doe’s answer on Sunday was that it is “a lie to us.”",
            "answer on Sunday was",
            "Jane Doe",
        ),
        ("Jane Doe came. Her message was, “Go home!”", "message was", "Jane Doe"),
        ("Roe left. Jane Doe’s campaign slogan is “I walk with you.”", "slogan is", "Jane Doe"),
        (
            "Jane Doe hated what he called a “bad wall,” voiced in her famous demand in May: “Go home!”",
            "demand in May:",
            "Jane Doe",
        ),
        ("The Oslo Works had this to say about his free-bread proposal: “It is bad.”", ":", "Oslo Works"),
        ("Jane Doe said there’s a simple explanation: “It rained.”", "said", "Jane Doe"),
    ],
)
def test_a_noun_of_speech_that_is_a_quotation(quotes_of: Quotes, text: str, cue: str, name: str) -> None:
    quote = quotes_of(text)[-1]
    assert quote.speaker is not None
    assert (quote.cue.cut(text) if quote.cue is not None else None, quote.speaker.name) == (cue, name)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "It rained, but Jane Doe’s campaign is already claiming that “we won it all.”",
            "Jane Doe’s campaign",
        ),
        ("Paul Roe wrote in. Another tweeted, “We want it built.”", "Another"),
        ("Paul Roe wrote in. Some are quietly saying that “we want it built.”", "Some"),
        ("Jane Doe summed up the vote as “bad for us all.”", "Jane Doe"),
    ],
)
def test_a_subject_before_adverbs_and_one_without_a_noun(quotes_of: Quotes, text: str, source: str) -> None:
    quote = quotes_of(text)[-1]
    assert quote.source is not None
    assert quote.source.cut(text) == source


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Dashes close off a clause as commas do.
        (
            "Jane Doe — who lately said she would “burn the rest of” the fields held by the Group — said in "
            "May that it “is all over.”",
            ["Jane Doe", "Jane Doe"],
        ),
        (
            "Jane Doe held up the sign — which read “Build it now” — and left, mouthing “thank you all.”",
            [None, "Jane Doe"],
        ),
        # The end of an earlier verb's clause is no subject.
        (
            "Jane Doe pledged to mend courts, fix the “broken” roads and she, once again, pledged “land for "
            "all of us.”",
            ["Jane Doe", "Jane Doe"],
        ),
        (
            "The State Department less than two weeks ago said that “top papers” were lost.",
            ["State Department"],
        ),
        ("Paul Roe sang. Most guests took it for “the right way,” compared to few last year.", [None]),
    ],
)
def test_asides_between_dashes_and_times(quotes_of: Quotes, text: str, names: list[str | None]) -> None:
    assert speakers(quotes_of, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A mark too many stands between quotation and verb.
        ("\"They will not be glad of 'We will mend it all,\"' said Senator Jane Doe of Ohio.", ["Jane Doe"]),
        ("Jane Doe came.\n\"It is what I call 'old-fashioned,\"' said Paul Roe, a friend.", ["Paul Roe"]),
        # Those of whom a clause tells what they say are the ones who say it.
        ("Jane Doe rebuked critics who say she should speak of “rotten roads.”", [None]),
        ("Jane Doe rebuked critics who want a vote about “rotten roads.”", ["Jane Doe"]),
    ],
)
def test_a_mark_too_many_and_those_who_say(quotes_of: Quotes, text: str, names: list[str | None]) -> None:
    assert speakers(quotes_of, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # What "they" do after "as" is not what goes on behind "and".
        (
            "Jane Doe mocked all of them, talked as they answered and even assured us it is “good.”",
            ["Jane Doe"],
        ),
        # "There" does nothing.
        ("There’s still time for Jane Doe to win them, after dismissing them as “a gang.”", ["Jane Doe"]),
        ("There is still time for Jane Doe to win them, after dismissing them as “a gang.”", ["Jane Doe"]),
        ("There’s still time, after dismissing them as “a gang of no use to us.”", [None]),
    ],
)
def test_subjects_that_are_not_the_nearest(quotes_of: Quotes, text: str, names: list[str | None]) -> None:
    assert speakers(quotes_of, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "He will go because, according to Jane Doe, the guests would call him a “clown” if not.",
            ["Jane Doe"],
        ),
        ("According to the Oslo Herald, Jane Doe praised her “wonderful hosts” at length.", ["Oslo Herald"]),
        ("According to the Oslo Herald, Jane Doe said it was “as dead as can be.”", ["Jane Doe"]),
        ("According to Jane Doe, it rained, and Paul Roe called it “as dead as can be.”", ["Paul Roe"]),
    ],
)
def test_what_somebody_is_known_by_another_to_call_it(
    quotes_of: Quotes, text: str, names: list[str | None]
) -> None:
    assert speakers(quotes_of, text) == names
