"""What an article says its people are: "the Oslo mayor", "a spokesman for …", "R-Fla."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index import grammar, phrases
from index.grammar import word_set
from index.lexicon import Lexicon, plain
from index.people import People
from index.person import Person
from index.role_words import role_words
from index.run import Run
from index.words import BREAK, QUOTED, Sentence, Words

BEFORE_WORDS = 8  # words before a name read as what it is called: "former Oslo mayor Jane Doe"
APPOSITION_WORDS = 14  # words of ", the chairman of …," kept as a role
BEHIND_NOUNS = frozenset(("general", "emeritus", "emerita", "elect", "designate", "laureate"))
SPEAKING = word_set(
    "said says told tells wrote writes stated states added adds argued argues noted"
)  # the end of a role
PARTICIPLES = word_set(
    "acting founding governing leading managing presiding reigning retired ruling running sitting"
)  # that belong to a role, unlike those of a verb: "warned Mayor Doe"
INTRODUCING = word_set(
    "appearing speaking campaigning talking writing asked"
)  # "Speaking to Doe, the mayor said"
OPENING_ROLES = word_set(
    """
    former longtime long-time onetime one-time then acting incoming outgoing retired veteran senior junior
    republican democratic conservative liberal progressive independent libertarian
    """
)  # with a sentence's capital
CIVILITIES = frozenset(("mr", "mrs", "ms", "miss", "sir", "dr"))  # titles that say nothing of a role

_NO_ROLE = grammar.RELATIVES | grammar.PREPOSITIONS | grammar.SUBORDINATORS | grammar.CONJUNCTIONS
_CLAUSE = grammar.AUXILIARIES | grammar.PRONOUNS
_NO_MODIFIERS = _NO_ROLE | grammar.DETERMINERS | grammar.AUXILIARIES | grammar.PRONOUNS | grammar.PAST


def note_roles(people: People, sentences: Sequence[Sentence]) -> None:
    """Write into each person of an article the roles that stand beside their names.

    In a heading only titles are: "Voters Leave President Doe" calls Doe President.
    """
    headings = {place for sentence in sentences if sentence.heading for place in range(*sentence[:2])}
    for run in people.runs:
        person = people.of_run(run)
        if person is not None and run.kind != "title" and not person.body:
            for role in _roles(people, run, heading=run.first in headings):
                _note(person, role)
            _note_affiliation(people.words, run, person, people.lexicon)
            person.human = person.human or _has_age(people.words, run.last)


def _has_age(words: Words, place: int) -> bool:
    """ "Jane Doe, 54, …", not "Doe, 98 of them"."""
    form = words.form
    aged = place + 2 < len(form) and form[place] == "," and form[place + 1].isdigit()
    return aged and not form[place + 2][0].isalnum()


def _note(person: Person, role: str) -> None:
    person.human = True
    if role not in person.roles:
        person.roles.append(role)
        person.role_words.update(role_words(role))


def _roles(people: People, run: Run, *, heading: bool) -> Iterator[str]:
    words, lexicon = people.words, people.lexicon
    stated = (
        _before(people, run, heading=heading),
        _apposition_after(words, run, lexicon),
        _apposition_before(words, run, lexicon),
    )
    yield from filter(None, stated)


def _before(people: People, run: Run, *, heading: bool) -> str:
    """The titles in capitals and the nouns in small letters before a name."""
    words, lexicon = people.words, people.lexicon
    if run.titled and plain(words.form[run.name - 1]) in CIVILITIES:
        return ""
    first = run.first
    floor = max(0, first - BEFORE_WORDS)
    while not heading and first > floor and _is_modifier(words, first - 1, lexicon):
        other = people.run_at(first - 1)
        if other is not None and other.kind == "person" and other.length > 1:
            break
        first -= 1
    while heading and first < run.name and not lexicon.is_title(plain(words.form[first])):
        first += 1
    if first == run.first and not run.titled:
        return ""
    if not run.titled and not lexicon.is_role(plain(words.form[run.first - 1])):
        return ""
    return words.cut(first, run.name).removeprefix("Then-").removeprefix("then-")


def _is_modifier(words: Words, place: int, lexicon: Lexicon) -> bool:
    lower, form = words.lower[place], words.form[place]
    if lower == "of" and place:  # "secretary of state", not "release of candidate"
        return form.islower() and lexicon.is_role(plain(words.form[place - 1]))
    return (
        phrases.is_word(words, place)
        and not form.endswith(grammar.POSSESSIVE)
        and not is_participle(form)
        and not grammar.is_adverb(lower)
        and lower not in _NO_MODIFIERS
        and not _is_verb_before_title(words, place)
        and not (_opens_sentence(words, place) and not _may_open_role(lower, lexicon))
    )


def _opens_sentence(words: Words, place: int) -> bool:
    return place > 0 and words.form[place][0].isupper() and words.form[place - 1][0] in ".!?"


def _may_open_role(lower: str, lexicon: Lexicon) -> bool:
    """Whether a sentence's first word is part of a role: "United States Senator", not "Asked Senator"."""
    return lower in OPENING_ROLES or lower in lexicon.places


def _is_verb_before_title(words: Words, place: int) -> bool:
    """ "The list includes Gov. Doe", not "sports editor Doe"."""
    form = words.form[place]
    plural = form.islower() and form.endswith("s") and not form.endswith("ss")
    return plural and words.form[place + 1][0].isupper()


def _apposition_after(words: Words, run: Run, lexicon: Lexicon) -> str:
    """ "Jane Doe, 54, the chairwoman of the board, …"."""
    place = run.last
    if place + 2 >= len(words.form) or words.form[place] not in (",", "("):
        return ""
    if words.form[place] == "," and words.form[place + 1].isdigit():
        place += 2
    place = _past_affiliation(words, place)
    if place + 2 >= len(words.form) or words.form[place] != ",":
        return ""
    first = place + 1
    last = first
    while last < min(first + APPOSITION_WORDS, len(words.form)) and phrases.is_word(words, last):
        if words.form[last] in SPEAKING:  # ", owner of the firm said": the comma after it is missing
            return _role_of(words, first, last, lexicon) if not _is_introduced(words, run.first) else ""
        last += 1
    if last < len(words.form) and words.form[last] not in (",", "—", "–", ".", ";", "(", QUOTED, "--"):
        return ""
    return _role_of(words, first, last, lexicon)


def _is_introduced(words: Words, place: int) -> bool:
    """Whether the words before a place open its sentence: "In a talk with Jane Doe, the mayor said"."""
    floor = max(0, place - grammar.LONGEST_SOURCE)
    while place > floor and words.form[place - 1] not in (".", "!", "?", BREAK, QUOTED):
        place -= 1
    opener = words.lower[place]
    return opener in grammar.PREPOSITIONS or opener in grammar.SUBORDINATORS or opener in INTRODUCING


def _apposition_before(words: Words, run: Run, lexicon: Lexicon) -> str:
    """ "The group’s chairwoman, Jane Doe, …"."""
    if run.first < 3 or words.form[run.first - 1] != ",":
        return ""
    first = last = run.first - 1
    while first > max(0, last - APPOSITION_WORDS) and phrases.is_word(words, first - 1):
        first -= 1
        if words.lower[first] in grammar.DETERMINERS or words.form[first].endswith(("’s", "'s")):
            break
    ends = run.last >= len(words.form) or words.form[run.last] in (",", "(", ".", ";", "—", "–", "\n")
    head = plain(words.form[last - 1]) if last > first else ""
    definite = words.lower[first] in grammar.DETERMINERS or words.form[first].endswith(("’s", "'s"))
    if not ends or not definite or not (lexicon.is_role(head) or " of " in words.cut(first, last)):
        return ""
    return _role_of(words, first, last, lexicon)


def _role_of(words: Words, first: int, last: int, lexicon: Lexicon) -> str:
    """The words as a role, less their article, where they have a noun for one early on."""
    if first < last and (
        words.lower[first] in ("a", "an", "the") or words.form[first].endswith(("’s", "'s"))
    ):
        first += 1
    relative = (place for place in range(first, last) if words.lower[place] in grammar.RELATIVES)
    last = next(relative, last)
    if first >= last or words.lower[first] in _NO_ROLE:
        return ""
    if not _CLAUSE.isdisjoint(words.form[first:last]):  # ", few have given him more than this, Doe"
        return ""
    return words.cut(first, last) if _is_headed(words, first, last, lexicon) else ""


def _is_headed(words: Words, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether what the rest hangs on is a person: "aide to the mayor", not "praised by a mayor"."""
    ends = (i for i in range(first + 1, last) if words.lower[i] in _NO_ROLE or is_participle(words.form[i]))
    head = next(ends, last) - 1
    if words.lower[head] in BEHIND_NOUNS and head > first:
        head -= 1
    if words.lower[head] == "one":
        return True
    if words.lower[head] in grammar.DETERMINERS:  # "all of whom", "all of 20"
        return False
    if lexicon.is_role(plain(words.form[head])):
        return True
    # "University of Oslo professor": names before the noun, not a clause that ends with somebody
    simple = grammar.DETERMINERS.isdisjoint(words.lower[first:last]) and not is_participle(words.form[first])
    return simple and lexicon.is_role(plain(words.form[last - 1]))


def is_participle(form: str) -> bool:
    """Whether a word in small letters is a participle that belongs to no role: "warned", not "acting"."""
    return form.islower() and form.endswith(("ed", "ing")) and form not in PARTICIPLES


def _past_affiliation(words: Words, place: int) -> int:
    """Skip "(R-Fla.)" and ", R-Fla.,"."""
    form = words.form
    if place + 2 < len(form) and form[place] == "(" and ")" in form[place : place + 8]:
        return form.index(")", place) + 1
    if place + 2 < len(form) and form[place] == "," and form[place + 1][:2] in ("R-", "D-", "I-"):
        return place + 2
    return place


def _note_affiliation(words: Words, run: Run, person: Person, lexicon: Lexicon) -> None:
    """The party and state of "(R-Fla.)", ", D-Ohio," and "of Vermont"."""
    place = run.last
    if place + 1 >= len(words.form):
        return
    if words.form[place] in ("(", ","):
        party, _, state = words.lower[place + 1].replace("–", "-").partition("-")
        if party in lexicon.parties:
            person.role_words.add(lexicon.parties[party])
            state = state.rstrip(".")
            person.role_words.update(lexicon.states.get(state, state).split())
    elif words.lower[place] == "of" and place + 1 < len(words.form) and run.titled:
        person.role_words.update(
            plain(form) for form in words.form[place + 1 : place + 3] if plain(form) in lexicon.places
        )
