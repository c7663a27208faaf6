"""The small words of English, by what they do in a phrase."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a string, split at white space."""
    return frozenset(words.split())


POSSESSIVE = ("’s", "'s", "’")
"""How a name ends that owns what follows it."""

OWNERS = ("’s", "'s", "s’", "s'")
"""How a word ends that owns what follows it, a plural with its own s."""

AUXILIARIES = word_set(
    """
    has have had was were is are be been being am will would could should may might can must did does
    do not never didn’t didn't hasn’t hasn't hadn’t hadn't wasn’t wasn't isn’t isn't won’t won't
    wouldn’t wouldn't doesn’t doesn't don’t don't haven’t haven't
    """
)
BE = word_set(
    """
    was were is are be been being am wasn’t wasn't isn’t isn't
    """
)
ADVERBS = word_set(
    """
    also later then likewise again once twice just still even first soon now today yesterday tonight ever
    already always often sometimes so far instead rather quite too however further since long both simply all
    best
    himself herself themselves here there monday tuesday wednesday thursday friday saturday sunday recently
    """
)
ADVERBS_OF_TWO = {
    "last": ("at",), "first": ("at",), "least": ("at",), "times": ("at",), "once": ("at",), "turn": ("in",),
    "part": ("in",), "effect": ("in",), "fact": ("in",), "public": ("in",), "private": ("in",),
    "general": ("in",), "course": ("of",), "now": ("for",), "example": ("for",), "instance": ("for",),
}  # second word → first: "at last"  # fmt: skip
NOUNS_IN_LY = word_set(
    """
    family ally assembly bully butterfly fly reply supply monopoly anomaly lily jelly belly italy july
    homily melancholy doily gully folly
    """
)  # no adverbs, as other words in -ly may be


def is_adverb(lower: str) -> bool:
    """Return whether a word in lower case may be an adverb: one of the list, or one in -ly but for nouns.

    >>> is_adverb("quickly"), is_adverb("family"), is_adverb("also")
    (True, False, True)
    """
    return lower in ADVERBS or (lower.endswith("ly") and lower not in NOUNS_IN_LY)


MONTHS = word_set("january february march april may june july august september october november december")
DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
DATES = MONTHS | DAYS
DETERMINERS = word_set(
    """
    the a an his her their its our my your this that these those another one some many several most
    both each every any no all few two three four five six dozens hundreds
    """
)
INDEFINITE = word_set("a an another one some any several many few two three four five most no other")
SHOWING = word_set("take consider meet enter")  # that open a sentence: "Take Jane Doe, a teacher."
PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you"])
STANDING_ALONE = word_set(
    "another some many several most both each all few two three four five"
)  # determiners that may be a subject without a noun
CONTRACTIONS = frozenset(
    pronoun + mark + verb
    for pronoun in (*PRONOUNS, "there", "that", "here")
    for mark in "’'"
    for verb in ("s", "re", "m", "ve", "ll", "d")
)  # "he’s": a subject and its verb
PREPOSITIONS = word_set(
    """
    of for from with at in on to by about near under over between among during after before since
    against through despite within without across behind into following amid like until upon per via
    including alongside outside inside toward towards regarding besides throughout
    """
)
SUBORDINATORS = word_set(
    """
    that as but while when because if though although whether than so where until what why how after
    before since once unless yet
    """
)
CLAUSE_OPENERS = SUBORDINATORS - {"that"}
RELATIVES = frozenset(("who", "which", "that", "whom"))
CONJUNCTIONS = frozenset(("and", "but", "or", "then", "nor", "yet"))
SMALL_WORDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS  # end no phrase, and part two nouns that stand apart
DASHES = frozenset(("—", "–", "―", "--", "-"))
PAUSES = DASHES | {","}  # on either side of what is put in between
TIMES = word_set(
    """
    ago later earlier year years week weeks month months day days hours minutes morning night
    """
)
PAST = word_set(
    """
    went came took made got gave won lost ran held met left began spoke knew thought felt saw kept brought
    heard
    stood became found led sent built paid sat rose fell drew grew chose broke wore sought taught fought
    caught bought thinks believes wants knows expects seems appears remains becomes tells asks says goes
    comes takes makes gets gives wins loses runs holds meets leaves said told wrote
    """
)  # verbs, by forms that tell: what goes before is their subject
SURNAMES = frozenset(("long", "from", "best", "still", "early"))  # small words that are family names too
INTRODUCTIONS = 4  # commas a subject may stand behind
INTRODUCERS = (
    PREPOSITIONS
    | SUBORDINATORS
    | ADVERBS
    | word_set(
        """
        and or meanwhile asked still back moreover furthermore nevertheless nonetheless therefore thus hence
        perhaps maybe indeed besides otherwise elsewhere anyway
        """
    )
)
ROLE_NOUNS = word_set(
    """
    candidate nominee hopeful frontrunner front-runner manager spokesman spokeswoman spokesperson
    adviser advisor strategist chairman chairwoman chair host anchor leader presidential vice-
    presidential campaign state national senior former director reporter analyst senator congressman
    president governor mayor political communications press deputy chief executive founder co-founder
    editor columnist contributor correspondent pollster operative consultant aide official officials
    representative delegate supporter activist lawyer attorney professor economist historian author
    writer pundit commentator businessman billionaire mogul secretary general lawmaker lawmakers
    policy foreign finance media digital field ambassador congressional counsel expert coordinator
    organizer advisers strategists aides head member members party poll survey report website
    newspaper magazine blog ceo cfo coo
    """
)
LONGEST_SOURCE = 45  # words looked back for a subject; the farthest in the news is far nearer
