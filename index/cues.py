"""Cues: the reporting words of a sentence, and the source beside each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from index import agreement, grammar, phrases, subjects
from index.colons import colon_cue
from index.cue import ACCORDING, Clause, Cue
from index.going_on import GoingOn
from index.inversion import inverted, is_inverted
from index.phrases import Phrase
from index.speech_nouns import noun_cue
from index.tables import Tables
from index.verbs import Verb, noun_verbs, verb_forms
from index.words import QUOTED, Sentence, Words

BY_LIMIT = 14  # words after a passive verb in which "by …" names its source
SEVERAL = frozenset(("both", "many", "most", "some"))  # who may be a subject alone

_PASSIVE = grammar.BE | {"get", "got"}


def cue_places(words: Words, tables: Tables) -> list[int]:
    """Return the places of a text's words that may be cues: reporting verbs, nouns of speech, colons."""
    known = _cue_words(tables)
    return [place for place, word in enumerate(words.lower) if word in known]


@lru_cache(maxsize=4)
def _cue_words(tables: Tables) -> frozenset[str]:
    return frozenset((*verb_forms(tables), *noun_verbs(tables), "according", "words", ":"))


def find_cues(
    words: Words,
    sentence: Sentence,
    places: Sequence[int],
    forms: Mapping[str, tuple[Verb, ...]],
    nouns: Mapping[str, Verb],
) -> list[Cue]:
    """Return the cues of a sentence from left to right; ``places`` are those of it that may be one."""
    return _Finder(words, sentence, forms, nouns).find(places)


class _Finder:
    """One pass over a sentence; ``cues`` are those found so far."""

    def __init__(
        self,
        words: Words,
        sentence: Sentence,
        forms: Mapping[str, tuple[Verb, ...]],
        nouns: Mapping[str, Verb],
    ) -> None:
        self.words, self.forms, self.nouns = words, forms, nouns
        self.first, self.end = sentence.first, sentence.last
        self.clause = Clause(words, forms, sentence.first, sentence.last)
        self.cues: list[Cue] = []
        self.going_on = GoingOn(self.clause, self.cues)

    def find(self, places: Sequence[int]) -> list[Cue]:
        for place in places:
            cue = self._cue_at(place)
            if cue is not None:
                self.cues.append(self._behind_last(cue) if cue.relative else cue)
        return self.cues

    def _behind_last(self, cue: Cue) -> Cue:
        """ "Jones would declare war on a group that called it “bad”": the group begins behind "declare"."""
        last = self.cues[-1].last if self.cues else 0
        source = cue.source
        inside = source is not None and source.first < last < source.last - 1
        return cue._replace(source=Phrase(last, source.last)) if source is not None and inside else cue

    def _cue_at(self, place: int) -> Cue | None:
        word = self.words.lower[place]
        if word in self.nouns and (cue := noun_cue(self.clause, place, self.nouns[word])) is not None:
            return cue
        if word in self.forms:
            return self._verb_cue(place)
        if word == "according" and self.clause.lower(place + 1) == "to":
            return Cue(ACCORDING, place, place + 2, self.clause.phrase_at(place + 2), inverted=True)
        if word == "words":
            return self._in_words_of(place)
        if word == ":" and self.clause.lower(place + 1) == QUOTED:
            return colon_cue(self.clause, place, self.cues)
        return None

    def _in_words_of(self, place: int) -> Cue | None:
        """ "In the words of Jones, it is “…”"."""
        whole = [self.clause.lower(place + n) for n in (-2, -1, 1)] == ["in", "the", "of"]
        source = self.clause.phrase_at(place + 2) if whole else None
        return Cue(ACCORDING, place - 2, place + 2, source, inverted=True) if source is not None else None

    def _verb_cue(self, place: int) -> Cue | None:
        verb = self._which(place)
        if verb is None or (self.cues and place < self.cues[-1].last):
            return None
        words, before = self.words, self.clause.lower(place - 1)
        last = place + 1 + (len(verb.particle.split()) if verb.particle else 0)
        if self._is_no_verb(place, last, verb, before):
            return None
        to = self._to_before(place)
        if to is not None:
            return self.going_on.infinitive(to, place, last, verb)
        if before == "having":
            return self.going_on.participle(place - 1, last, verb)  # "…, having called it “bad”"
        if verb.form in ("past", "participle") and self._is_passive(place, last):
            return self._passive(place, last, verb)
        if verb.form == "participle" and self._is_reduced(place):
            return None  # "the program, known as “…”"
        if verb.form == "ing" and not self._is_being(place):
            return self.going_on.participle(place, last, verb)
        source = subjects.subject_before(words, place, self.first, self.forms)
        if source is None and self._is_put(place):
            source = self.clause.phrase_at(self.first + 1)
        if is_inverted(self.clause, place, last, verb, source):
            return inverted(self.clause, place, last, verb)
        if isinstance(source, str):
            return self.going_on.coordinate(place, last, verb)
        if source is None:
            return inverted(self.clause, place, last, verb)
        if self._reports_it(source):
            return Cue(verb, place, last, self.cues[-1].source, shared=True)
        if not agreement.agrees(words, place, verb, source):
            named = verb.lemma in agreement.NAMING and QUOTED in words.form[last : last + 2]
            return self._passive(place, last, verb) if named else None  # "a move called “bad” by Jones"
        relative = words.lower[source.last - 1] in grammar.RELATIVES
        return Cue(verb, place, last, source, relative=relative)

    def _reports_it(self, before: Phrase) -> bool:
        """ "The rise, Jones says, will go on": whether the words before a verb are the last cue’s."""
        if not self.cues or self.cues[-1].last != before.last or self.cues[-1].shared:
            return False
        source = self.cues[-1].source
        return source is not None and before.first <= source.first < self.cues[-1].first

    def _is_no_verb(self, place: int, last: int, verb: Verb, before: str) -> bool:
        """Whether a form is surely no reporting verb, by the word ``before`` it: a noun, a name's part."""
        lower = self.words.lower[place]
        if self.words.form[place][0].isupper() and not self._opens(place):
            return True  # "the United States"
        if lower == "compared" and before in (",", QUOTED) and self.clause.lower(place + 1) in ("to", "with"):
            return True  # "…, compared to last year"
        if (before == "to" and verb.form == "present") or (lower == "quote" and before == "i"):
            return True  # "to chants of “…”"; "Jones said, and I quote, “…”"
        if before in grammar.DETERMINERS:
            several = before in SEVERAL and lower not in agreement.NOUNS  # "Both argue"
            several = several or (before in grammar.STANDING_ALONE and self._acts(place, last, verb))
            return not several and not (before == "that" and self._is_relative(place))
        return before.endswith(("’s", "'s"))

    def _acts(self, place: int, last: int, verb: Verb) -> bool:
        """ "Another said", "Another tweeted that": surely no participle of "another claimed victory"."""
        reports = verb.form == "past" and self.clause.lower(last) in (",", ":", "that", QUOTED)
        return reports or self.words.lower[place] in grammar.PAST

    def _is_being(self, place: int) -> bool:
        """ "Jones is already saying": whether a form of "be" goes before a participle."""
        place -= 1
        while place > self.first and (
            grammar.is_adverb(self.clause.lower(place)) or self.clause.lower(place) == "not"
        ):
            place -= 1
        return self.clause.lower(place) in grammar.BE

    def _to_before(self, place: int) -> int | None:
        """The "to" of "to say", "to sharply say", "to have said": who does it is not named before it."""
        lower, to = self.words.lower, place - 1
        while to > self.first and (lower[to] == "have" or grammar.is_adverb(lower[to])):
            to -= 1
        return to if to >= self.first and lower[to] == "to" else None

    def _is_put(self, place: int) -> bool:
        """ "As Jane Doe, author of “Our Oslo,” put it": whether a clause with "as" ends with its verb."""
        apart = self.clause.lower(place - 1) == QUOTED and phrases.is_comma(self.words, place - 1)
        return apart and self.clause.lower(self.first) == "as"

    def _opens(self, place: int) -> bool:
        """Whether a capital may be that of a sentence's first word."""
        if self.clause.lower(place + 1) in ("said", "says", "told", "wrote"):
            return False
        words = self.words
        headline = words.lower[place].endswith("ed") and QUOTED in words.form[place : self.end]
        return headline or place == self.first or self.clause.lower(place - 1) in (QUOTED, ":", "—", "–")

    def _is_relative(self, place: int) -> bool:
        """ "a headline that said": the verb behind "that" is of a relative clause, not "that report"."""
        lower, before = self.words.lower, self.clause.lower(place - 2)
        noun = before.isalpha() and before not in self.forms and before not in grammar.SMALL_WORDS
        return noun and lower[place] not in agreement.NOUNS

    def _which(self, place: int) -> Verb | None:
        words = self.words
        for verb in self.forms[words.lower[place]]:
            if not verb.particle:
                return verb
            particle = verb.particle.split()
            after = place + 1 + len(particle)
            if words.lower[place + 1 : after] != particle:
                continue
            if verb.lemma == "go on" and (
                after >= self.end or words.form[after] not in (",", ":", ".", QUOTED)
            ):
                return None
            return verb if after <= self.end else None
        return None

    def _is_passive(self, place: int, last: int) -> bool:
        if place == self.first or self.clause.lower(place - 1) == "as":  # "…, as described by Jones"
            return self.clause.lower(last) == "by"
        before = place - 1
        while grammar.is_adverb(self.clause.lower(before)) or self.clause.lower(before).endswith("not"):
            before -= 1
        return self.clause.lower(before) in _PASSIVE

    def _is_reduced(self, place: int) -> bool:
        """Whether a participle stands without an auxiliary."""
        before = place - 1
        while grammar.is_adverb(self.clause.lower(before)):
            before -= 1
        return self.clause.lower(before) not in grammar.AUXILIARIES

    def _passive(self, place: int, last: int, verb: Verb) -> Cue | None:
        """ "was described as … by X": the source is X; without "by" nobody is named: no cue."""
        if verb.lemma == "quote":
            source = subjects.subject_before(self.words, place, self.first, self.forms)
            return Cue(verb, place, last, source) if isinstance(source, Phrase) else None
        for by in range(last, min(last + BY_LIMIT, self.end)):
            if self.words.lower[by] == "by":
                return Cue(verb, place, last, self.clause.phrase_at(by + 1))
        return None
