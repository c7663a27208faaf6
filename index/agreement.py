"""Whether a word that may be a reporting verb is one: in "Jones reports that", not in "the reports that"."""

from __future__ import annotations

from index import grammar
from index.grammar import word_set
from index.phrases import Phrase, is_finite, is_nickname, is_word
from index.verbs import Verb
from index.words import BREAK, QUOTED, Words

# Words that are nouns at least as often as verbs: their subject must stand right before them.
NOUNS = word_set(
    """
    claim claims report reports call calls note notes state states comment comments remark remarks
    question questions demand demands promise promises attack attacks request requests answer answers
    estimate estimates project projects pledge pledges offer offers appeal appeals cast blast rip slam
    post posts text texts tweet tweets email emails title quote quotes address blame fault name names
    brand label term terms detail details issue issues release releases share shares sign signs
    challenge challenges charge charges threat press reply response counter credit protest protests
    object objects voice dispute disputes order orders express thanks cry cries reporting thinking
    feeling laugh nod hint praise love speak talk talks paint cast labels joke jokes deal read reads
    knock
    """
)
ADJECTIVES = word_set("earlier recent previous past own same public private new latest")  # before such a noun
NAMING = frozenset(
    ("call", "title", "dub", "label", "caption", "term", "name", "compare")
)  # "a move called …"
GOVERNING = word_set("of from with by for amid about over alongside despite against without among behind")
OBJECT_WORDS = 12  # what is called something has at most
_NO_OBJECT = frozenset(("by", "that", "to"))
PARTIES = frozenset(("republicans", "democrats", "conservatives", "liberals", "americans"))
PLURAL_SUBJECTS = word_set(
    "they we i you people critics others some many most both who two three four pair police"
)
SEVERAL = word_set("two three four five six several many few these those both all")  # before a plural
MODALS = word_set("will would may might did didn’t didn't can could")


def agrees(words: Words, place: int, verb: Verb, source: Phrase) -> bool:
    """Whether the form at ``place`` may be the verb of this subject rather than a noun or an adjective."""
    head, form = words.lower[source.last - 1], words.form[source.last - 1]
    if head in grammar.RELATIVES:
        return True
    if head in grammar.PREPOSITIONS and form.islower() and words.lower[place] in NOUNS:
        return False  # "in hopes of", "amid reports that"
    if verb.lemma in NAMING and verb.form == "past":
        named = not form.islower() or head in grammar.PRONOUNS or head in PLURAL_SUBJECTS
        return named or _names_so(words, place + 1)
    if verb.form == "base" and words.lower[place] not in ("read", "put"):
        return _base_agrees(words, place, source)
    if words.lower[place] in ("read", "reads") and words.lower[source.first] in grammar.DETERMINERS:
        return True  # "the editorial read"
    if verb.form == "present" and _is_plural_count(words, source):
        return False
    if words.lower[place] in NOUNS:
        return _noun_agrees(words, place, source)
    return not head.endswith(("’s", "'s"))


def _names_so(words: Words, first: int) -> bool:
    """ "The mayor called it all “bad”", not "a man called John “Jack” Doe", "a move called “bad” by Doe"."""
    for place in range(first, min(first + OBJECT_WORDS, len(words.form))):
        if words.form[place] == QUOTED:
            return place > first and not is_nickname(words, place) and not _goes_on(words, place + 1)
        if words.lower[place] in _NO_OBJECT or not is_word(words, place) or _is_verb(words, place):
            return False
    return False


def _goes_on(words: Words, place: int) -> bool:
    """Whether the sentence goes on with a verb or with who called it so."""
    if place >= len(words.form) or words.form[place] == BREAK:
        return False
    return _is_verb(words, place) or words.lower[place] == "by"


def _is_verb(words: Words, place: int) -> bool:
    return words.lower[place] in grammar.AUXILIARIES or is_finite(words, place, ())


def _is_plural_count(words: Words, source: Phrase) -> bool:
    """ "185,000 views", "the two long reports": after a number a noun."""
    several = not SEVERAL.isdisjoint(words.lower[source.first : min(source.first + 2, source.last)])
    return words.form[source.last - 1][0].isdigit() or several


def _base_agrees(words: Words, place: int, source: Phrase) -> bool:
    """A base form needs a plural subject or a modal before it."""
    head, form = words.lower[source.last - 1], words.form[source.last - 1]
    if words.lower[place] in NOUNS and (_after(words, place) == ":" or head.endswith(("ous", "us"))):
        return False
    several = head.endswith("s") and not head.endswith(("ss", "’s", "'s"))
    several = several and (form.islower() or words.lower[source.first] == "the")
    several = several and words.lower[source.first] not in ("a", "an")  # "a public-records request"
    if several and source.last - source.first == 1 and words.lower[source.first - 1] in grammar.RELATIVES:
        return False  # "who deserves credit"
    plural = head in PLURAL_SUBJECTS or several or head in PARTIES or _is_joint(words, place, source)
    return plural or words.lower[place - 1] in MODALS


def _is_joint(words: Words, place: int, source: Phrase) -> bool:
    """ "Jane Doe and Anna Berg say": two are a plural; before a form that may be a noun, only with "that"."""
    joint = "and" in words.lower[source.first + 1 : source.last - 1]
    return joint and (words.lower[place] not in NOUNS or _after(words, place) == "that")


def _noun_agrees(words: Words, place: int, source: Phrase) -> bool:
    """A form that is a noun at least as often must follow a name or pronoun, or have a clause after it."""
    head = words.lower[source.last - 1]
    if words.form[source.last - 1].islower() and (head.endswith(("ed", "ing")) or head in ADJECTIVES):
        return False  # "her recovered emails “…”", "uttering charges that"
    if source.first > 0 and words.lower[source.first - 1] in GOVERNING:
        return False  # "amid Doe claims that"
    beside = words.lower[place - 1] == head
    if _after(words, place) in (":", ",", "that", QUOTED) and beside:
        return True
    opened = {"the"}.isdisjoint(words.lower[max(0, source.first - 1) : source.first + 1])
    named = words.form[source.last - 1][0].isupper() and opened  # not "the Paris attacks"
    named = named and not any(words.form[i][0].isdigit() for i in range(*source))  # "22 Doe emails"
    apt = named or head in grammar.PRONOUNS or head in PLURAL_SUBJECTS
    return words.form[place].islower() and beside and apt and not head.endswith(grammar.POSSESSIVE)


def _after(words: Words, place: int) -> str:
    return words.form[min(place + 1, len(words.form) - 1)]
