"""What a mention of somebody weighs: by the part it has in its sentence, and by how well the person fits.

The weights are after Lappin and Leass (An Algorithm for Pronominal Anaphora Resolution, 1994), and are those
that name most speakers right.
"""

from __future__ import annotations

from collections.abc import Container, Sequence, Set

from index import grammar
from index.grammar import word_set
from index.lexicon import plain
from index.person import Person
from index.run import Run
from index.words import QUOTED, Sentence, Words

# By the part a mention has in its sentence.
ASKED, SPEAKER, SUBJECT, HEARD, CLAUSE = 1.7, 1.15, 1.0, 0.8, 0.7
TOPIC, OBJECT, OWNER, ASIDE = 0.6, 0.6, 0.4, 0.3
PRESENTED = 0.7  # "economists like Jane Doe, a fellow at …"
ASKER = 0.3  # "when Jones asked whether …": somebody else answers
# Factors for the person.
GUESSED = 0.3  # no table knows the first name
UNTOLD = 0.8  # of either gender
LONE = 0.5  # one word, which may be no person
SO_CALLED, OTHERWISE_CALLED = 1.2, 0.6  # for what the article calls them
ASKING = frozenset(("asked", "asks", "pressed", "questioned"))  # whom one asks speaks next
REQUEST_WORDS = 4  # after "asked", within which a request has its "to": "asked her aide to call"
AFTER_IS = word_set("been not got going trying making saying")  # "Doe’s been trying": no owner
ASKER_WORDS = 6  # before whom one asks, within which a clause with its asker begins
QUESTIONS = word_set("whether if about what how who whom why when where which")
BEFORE_SHOWING = word_set("just but and so now first")
SHOWN_WITHIN = 6  # words of a sentence whose reader is asked to look
TITLE_WORDS = 3  # before a name: "take House Speaker Jones"
ATTRIBUTED = word_set(
    """
    campaign administration supporters supporter voters voter aides aide rally rallies spokesman
    spokeswoman
    adviser advisers team family era presidency backers allies surrogate surrogates email emails
    """
)

_WHEN = frozenset(("when", "after", "because", "since", "while"))
_SMALL = grammar.PREPOSITIONS | grammar.DETERMINERS


def part_weight(words: Words, run: Run, sentence: Sentence, verbs: Container[str]) -> float:
    """Return the weight of a name in its sentence; ``verbs`` are the forms of reporting verbs."""
    after = words.lower[run.last] if run.last < sentence.last else ""
    contracted = words.form[run.last - 1].endswith(grammar.POSSESSIVE)
    if contracted and after not in AFTER_IS:
        return TOPIC if _precedes_verbs(words, run, sentence, verbs) else OWNER
    if after in ATTRIBUTED:
        return ASIDE
    if after in ASKING and run.first > sentence.first and not requests(words, run.last + 1):
        return ASKER
    if contracted or is_verb(after, verbs):
        return SUBJECT if run.first == sentence.first else CLAUSE
    before = words.lower[run.first - 1] if run.first > sentence.first else ""
    if before == "for" and words.lower[run.first - 2] == "as" and run.first - 2 == sentence.first:
        return ASKED  # "As for Jones, …"
    if before == "for" and run.first - 1 == sentence.first and after == ",":
        return SPEAKER  # "For Jones, a teacher, …": what follows is how Jones sees it
    if run.first - sentence.first <= SHOWN_WITHIN and _is_shown(words, run, sentence):
        return ASKED
    if before in ASKING and words.form[sentence.last - 1] != QUOTED:
        return CLAUSE if _is_by_the_way(words, run, sentence) else ASKED
    if before in grammar.PREPOSITIONS:
        topic = before == "of" and run.first - sentence.first > 1
        if topic and _precedes_verbs(words, run, sentence, verbs):
            return TOPIC
        return PRESENTED if _is_presented(words, run) else ASIDE
    return OBJECT


def _is_by_the_way(words: Words, run: Run, sentence: Sentence) -> bool:
    """ "It hurt when a young man asked Jones why": no question that is answered next."""
    clause = words.lower[max(sentence.first + 1, run.first - ASKER_WORDS) : run.first]
    return not _WHEN.isdisjoint(clause)


def _is_shown(words: Words, run: Run, sentence: Sentence) -> bool:
    """ "Just look at Mayor Jane Doe.", "Take Jane Doe, a teacher.": readers are asked to."""
    opening = [lower for lower in words.lower[sentence.first : run.first] if lower not in BEFORE_SHOWING]
    verb = 2 if opening[:2] == ["look", "at"] else 1
    if verb == 1 and grammar.SHOWING.isdisjoint(opening[:1]):
        return False
    return len(opening) <= verb + TITLE_WORDS and _SMALL.isdisjoint(opening[verb:])


def _is_presented(words: Words, run: Run) -> bool:
    """Whether the words after a name say for the first time who it is: "Jane Doe, a teacher"."""
    after = words.lower[run.last : run.last + 2]
    return after in ([",", "a"], [",", "an"])


def requests(words: Words, place: int) -> bool:
    """Whether what is asked from a word on is no question but a request: "to call", "her aide to call"."""
    asked = words.lower[place : place + REQUEST_WORDS]
    return "to" in asked and QUESTIONS.isdisjoint(asked[: asked.index("to")])


def _precedes_verbs(words: Words, run: Run, sentence: Sentence, verbs: Container[str]) -> bool:
    return not any(is_verb(lower, verbs) for lower in words.lower[sentence.first : run.first])


def is_verb(lower: str, verbs: Container[str]) -> bool:
    """Whether a word in lower case may be a verb with a subject."""
    return (
        lower in grammar.AUXILIARIES
        or lower in grammar.PAST
        or lower in verbs
        or (len(lower) > 3 and lower.endswith("ed"))
    )


def fitness(person: Person, gender: str) -> float:
    """Return how well a person goes with a pronoun, 0 not at all."""
    if person.body or person.thing:
        return 0.0
    lone = LONE if len(person.words) == 1 else 1.0
    known = 1.0 if person.human else GUESSED * lone
    if person.gender == gender or gender == "either":
        return known
    if person.gender == "either":
        return known * UNTOLD
    return 0.0


def most_named(people: Sequence[Person], place: int, gender: str) -> Person | None:
    """Return who of those that go with a pronoun is named most, before its place rather than after."""
    named = [person for person in people if person.full and fitness(person, gender)]
    before = [person for person in named if person.places and person.places[0] < place]
    return max(before or named, key=lambda person: len(person.places), default=None)


def aptness(person: Person, called: Set[str]) -> float:
    """Return how well a person goes with a description, by what the article calls them."""
    if called and called & person.role_words:
        return SO_CALLED
    return OTHERWISE_CALLED if called and person.roles else 1.0


def is_attributed(words: Words, place: int) -> bool:
    """Whether the word makes those before it an owner: "the Doe campaign", "Doe aides"."""
    return place < len(words.lower) and plain(words.form[place]) in ATTRIBUTED
