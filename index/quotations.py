"""Which marked words are a quotation, and whether a whole one or part of reported speech."""

from __future__ import annotations

import re
from collections.abc import Container

from index import grammar, phrases
from index.article import Kind, Quote, Span
from index.cue import Cue
from index.grammar import word_set
from index.lexicon import plain
from index.words import QUOTED, Sentence, Words

SPEECH_ENDS = frozenset(",.?!…")
SCARE_LENGTH = 60  # characters; more than that in marks is somebody's words
SMALL_WORDS = word_set("the of and a in to for with on at")  # not in capitals in a title
WORK_WORDS = word_set(
    """
    on show book series program film movie documentary podcast song titled entitled host memoir
    novel column essay podcasts album track hit episode sketch comedy drama blockbuster broadcast with told
    play musical opera franchise thriller sitcom sequel trilogy biography autobiography anthology miniseries
    magazine newsletter drama procedural reboot remake
    """
)  # before the title of a work

CHANTS = word_set("chant chants chanting chorus cries shout shouts screams yells jeers boos")
_COMPLETE = frozenset(",.?!…—-")  # ends of a whole quotation, marks within it left out
_NO_NOUN = (
    grammar.PREPOSITIONS
    | grammar.AUXILIARIES
    | grammar.SUBORDINATORS
    | grammar.RELATIVES
    | grammar.CONJUNCTIONS
    | grammar.DETERMINERS
    | grammar.PRONOUNS
    | grammar.PAST
    | {"to"}
)
APPOSED_WORDS = 6  # behind a title, within which an apposition says what it is
WORKS = WORK_WORDS - frozenset(("on", "host", "told", "with", "hit", "titled", "entitled", "broadcast"))

_MARKUP = re.compile(r"=\s?$")


class Quotations:
    """The marked words of one text. Places count its words."""

    def __init__(self, words: Words, first_names: Container[str] = ()) -> None:
        self.words, self.first_names = words, first_names
        self.in_singles = self._is_in_singles()

    def _is_in_singles(self) -> bool:
        """Whether the article quotes in single marks, as in Britain, and not headlines and terms alone."""
        speech = [m for m in self.words.marked.values() if self.words.text[m.inner.end - 1] in SPEECH_ENDS]
        return 2 * sum(marked.single for marked in speech) > len(speech)

    def is_one(self, place: int) -> bool:
        """Whether the marked words at ``place`` may be a quotation, not markup, a title or a nickname."""
        words = self.words
        marked = words.marked[place]
        before = words.text[max(0, marked.outer.start - 2) : marked.outer.start]
        if _MARKUP.search(before) or self._is_nickname(place):
            return False
        inner = marked.inner.cut(words.text)
        if marked.single and (self._is_headline(inner) or not (self.in_singles or " " in inner)):
            return False
        return any(map(str.isalnum, inner)) and not self._is_title(place, inner)

    def _is_nickname(self, place: int) -> bool:
        """ "John “Jack” Doe", "J. “Jack” Doe"; not a word of a headline in capitals."""
        before = self.words.form[place - 1] if place else ""
        given = before.endswith(".") or plain(before) in self.first_names
        return given and phrases.is_nickname(self.words, place)

    def is_chanted(self, place: int) -> bool:
        """Whether a crowd calls the words at ``place``, not whoever speaks beside: "to chants of “…”"."""
        lower = self.words.lower
        return place > 1 and lower[place - 1] == "of" and lower[place - 2] in CHANTS

    def needs_cue(self, place: int) -> bool:
        """Whether only a cue can show these words to be somebody's: single marks where double ones quote."""
        return self.words.marked[place].single and not self.in_singles

    def _is_headline(self, inner: str) -> bool:
        """Capitals At Every Word: a headline, a title of a work."""
        forms = inner.split()
        small = sum(word.lower() in SMALL_WORDS for word in forms)
        return len(forms) >= 2 and small + sum(not word[:1].islower() for word in forms) >= len(forms)

    def _is_title(self, place: int, inner: str) -> bool:
        """ "Meet the Press" after "on NBC’s" or "told", a title in capitals after "called" or "titled"."""
        before = self.words.form[place - 1] if place else ""
        owner = before.endswith(grammar.POSSESSIVE) and before[0].isupper()
        apposed = before == "," and place > 1 and self.words.form[place - 2] in WORKS  # "her memoir, “…”"
        apposed = apposed or self._is_work(place, inner)
        if not owner and not apposed and before not in WORK_WORDS:
            return False
        forms = inner.rstrip(",.").split()
        capitals = sum(word[:1].isupper() or word[:1].isdigit() for word in forms)
        small = sum(word in SMALL_WORDS for word in forms)
        return (len(forms) >= 2 or apposed) and capitals + small == len(forms)

    def _is_work(self, place: int, inner: str) -> bool:
        """Whether an apposition says what a title is: "“Oslo Nights,” a film about …"."""
        lower = self.words.lower
        if not inner.endswith(",") or lower[place + 1 : place + 2] not in (
            ["a"],
            ["an"],
            ["the"],
            ["his"],
            ["her"],
        ):
            return False
        after = lower[place + 2 : place + 2 + APPOSED_WORDS]
        ends = (i for i, word in enumerate(after) if word in grammar.PREPOSITIONS or not word.isalnum())
        return not WORKS.isdisjoint(after[: next(ends, len(after))])

    def is_attribute(self, place: int) -> bool:
        """Whether a few quoted words stand before a noun: "the “safety first” campaign"."""
        words, inner = self.words, self.words.marked[place].inner
        after = words.form[place + 1] if place + 1 < len(words.form) else ""
        noun = after.isalpha() and after.islower() and after not in _NO_NOUN and not grammar.is_adverb(after)
        before = words.form[place - 1] if place else ""
        owned = before.endswith(grammar.OWNERS) or before == "as"  # "Doe’s “green” plan" is hers
        joined = not owned and words.text[inner.end - 1].isalnum() and not after.endswith(("ed", "ing"))
        return noun and joined and inner.end - inner.start < SCARE_LENGTH // 2

    def is_scare(self, quote: Quote) -> bool:
        """A word or a short name in marks without a cue: a term, a title, a scare quote, nobody's words."""
        words = quote.content.cut(self.words.text)
        return " " not in words or (words[0].isupper() and len(words) < SCARE_LENGTH)

    def kind(self, place: int, sentence: Sentence, cue: Cue | None) -> tuple[Kind, Span | None]:
        """Return direct, or mixed with the clause the quoted words stand in."""
        words = self.words
        inner = words.marked[place].inner
        first = words.text[inner.start]
        before = words.form[place - 1] if place > sentence.first else ""
        whole = (
            before in ("", ":", ",", QUOTED)
            or before in grammar.DASHES
            or (cue is not None and cue.right == place)
        )
        final = inner.cut(words.text).rstrip("’'”\"")[-1:]  # “… ‘I was adopted.’”
        complete = final in _COMPLETE or (place + 1 < sentence.last and words.form[place + 1] == ",")
        if whole and (first.isupper() or not first.isalpha() or before in (":",)) and complete:
            return "direct", None
        if before in ("", QUOTED) and complete:
            return "direct", None
        return "mixed", self._clause(place, sentence, cue)

    def _clause(self, place: int, sentence: Sentence, cue: Cue | None) -> Span:
        words = self.words
        first, last = sentence.first, sentence.last
        if cue is not None and cue.right <= place:
            first = cue.right
            if words.lower[first] in (",", ":", "that") and first < place:
                first += 1
        elif cue is not None and cue.left > place:
            last = cue.left
        while last - 1 > place and not phrases.is_word(words, last - 1) and words.form[last - 1] != QUOTED:
            last -= 1
        start = words.start[first]
        return Span(
            start, start + len(words.cut(first, last).rstrip())
        )  # a mark that is missing leaves space
