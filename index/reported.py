"""What a cue reports where nothing is in quotation marks: the clause of "Jones said the vote was lost"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from index import grammar, phrases
from index.cue import ACCORDING, COLON, Cue
from index.grammar import word_set
from index.verbs import Verb
from index.words import QUOTED, Sentence, Words

REPORTING = frozenset(("clause", "that", "object", "infinitive"))
QUESTIONS = word_set(
    """
    whether if for about why what how that to when who
    """
)  # after "asked"
OPENING = 3  # words of a sentence in which "days after" stands
SHORTEST_CLAUSE = 3  # words a reported clause must have

_AFTER_CUE = (
    grammar.PREPOSITIONS | grammar.ADVERBS | word_set("when as reporters while")
)  # at a sentence's end
_NO_REPORT = grammar.PREPOSITIONS - {"to"}
_SUBORDINATORS = frozenset(
    ("after", "before", "when", "as", "while", "since", "because", "although", "though", "once")
)


class ReportedSpeech:
    """The clauses, in one text. Places count its words."""

    def __init__(self, words: Words, forms: Mapping[str, tuple[Verb, ...]]) -> None:
        self.words = words
        self.forms = forms

    def reported(
        self, sentence: Sentence, cues: list[Cue], used: Container[int]
    ) -> Iterator[tuple[Cue, tuple[int, int]]]:
        """Yield the cues that report a clause with its words, half-open; not those at a place ``used``."""
        ends = self._ends(sentence, cues)
        for number, cue in enumerate(cues):
            if cue.first in used or cue.verb is COLON or cue.source is None:
                continue
            words = self._clause(sentence, cues, number, ends[number])
            if words is not None:
                yield cue, words

    def _clause(
        self, sentence: Sentence, cues: list[Cue], number: int, end: int | None
    ) -> tuple[int, int] | None:
        """The words that ``cues[number]`` reports, the next report beginning at ``end``."""
        words, cue = self.words, cues[number]
        if not cue.verb.takes & REPORTING:
            return None
        previous = cues[number - 1].right if number else sentence.first
        if (
            cue.left > sentence.first
            and words.form[cue.left - 1] in (",", QUOTED)
            and ("clause" in cue.verb.takes or (cue.inverted and "that" in cue.verb.takes))
            and not cue.shared
            and self._closes_sentence(cue, sentence)
            and (number == 0 or cue.right >= sentence.last - 1)
        ):
            last = sentence.last if self._goes_on(cue, sentence) else cue.left - 1
            return self._trimmed(sentence.first, last)
        if cue.verb is ACCORDING and cue.left > sentence.first:
            return self._trimmed(previous if number else sentence.first, cue.left)
        first = cue.right
        last = end if end is not None else self._main_clause(sentence, cue) or sentence.last
        if cue.verb is ACCORDING:
            comma = next((i for i in range(first, last) if words.form[i] == ","), None)
            if comma is None:
                return None
            first = comma + 1
        elif cue.inverted:
            return None
        else:
            start = self._past_addressee(cue, first, last)
            return None if start is None else self._trimmed(start, last)
        return self._trimmed(first, last)

    def _ends(self, sentence: Sentence, cues: list[Cue]) -> list[int | None]:
        """For each cue where the next report begins, None for nowhere: ", adding that", "but said"."""
        ends: list[int | None] = []
        end: int | None = None
        for cue in reversed(cues):
            ends.append(end)
            left = cue.left
            before = self.words.lower[left - 1]
            if cue.shared and before in (",", "and", "but", "—"):
                end = left
            elif before == "," and not cue.shared and not cue.relative and cue.right >= sentence.last - 1:
                end = left - 1
        return ends[::-1]

    def _main_clause(self, sentence: Sentence, cue: Cue) -> int | None:
        """The comma before the main clause: "Days after Doe said the plan is dead, it passed"."""
        words, first = self.words, sentence.first
        opening = words.lower[first : min(first + OPENING, cue.left)]
        if cue.inverted or cue.verb is ACCORDING or _SUBORDINATORS.isdisjoint(opening):
            return None
        for comma in range(cue.right, sentence.last - 1):
            if words.form[comma] == "," and self._is_clause(comma + 1, sentence.last):
                return comma
        return None

    def _is_clause(self, first: int, last: int) -> bool:
        """Whether a subject and its verb stand here."""
        words = self.words
        subject = phrases.phrase_starting(words, first, last, self.forms)
        if subject is None or subject.last >= last or "and" in words.lower[subject.first : subject.last]:
            return False
        verb = words.lower[subject.last]
        return (
            verb in grammar.AUXILIARIES
            or verb.endswith("ed")
            or phrases.is_finite(words, subject.last, self.forms)
        )

    def _goes_on(self, cue: Cue, sentence: Sentence) -> bool:
        """ "The plan, said Jones, is dead"; not "The plan is dead, said Jones, a mayor of Oslo"."""
        words, first = self.words, cue.right + 1
        if first >= sentence.last or words.form[cue.right] != "," or sentence.last - cue.right <= 4:
            return False
        if not cue.inverted or "," in words.form[first : sentence.last]:
            return True
        if words.lower[first] in ("who", "which"):
            return False
        acts = any(
            words.lower[place] in grammar.AUXILIARIES or phrases.is_finite(words, place, self.forms)
            for place in range(first, sentence.last)
        )
        return acts or words.lower[first] not in ("the", "a", "an", "his", "her", "its", "their")

    def _closes_sentence(self, cue: Cue, sentence: Sentence) -> bool:
        words = self.words
        right = cue.right
        if right < sentence.last and "addressee" in cue.verb.takes and not cue.inverted:
            heard = phrases.phrase_starting(words, right, sentence.last, self.forms)
            if heard is not None:  # "…, Doe told the council on Monday"
                asked = words.lower[heard.last : heard.last + 1] == ["to"]  # "… asked the council to go"
                ends = self._ends_after(heard.last, sentence) and not asked
                return ends and self._has_verb(sentence.first, cue.left)
        return self._ends_after(right, sentence)

    def _ends_after(self, place: int, sentence: Sentence) -> bool:
        """Whether no more than a place or a time follows."""
        words = self.words
        if place >= sentence.last or not phrases.is_word(words, place):
            return True
        return words.lower[place] in _AFTER_CUE

    def _has_verb(self, first: int, last: int) -> bool:
        """Whether the words are more than "In a letter to the mayor"."""
        words = self.words
        return words.lower[first] not in grammar.PREPOSITIONS and any(
            words.lower[place] in grammar.AUXILIARIES or phrases.is_finite(words, place, self.forms)
            for place in range(first, last)
        )

    def _past_addressee(self, cue: Cue, first: int, last: int) -> int | None:
        words, takes = self.words, cue.verb.takes
        lower = words.lower
        that = next((i for i in range(first, min(first + 14, last)) if lower[i] == "that"), None)
        if cue.verb.lemma == "ask" and QUESTIONS.isdisjoint(lower[first : min(first + 8, last)]):
            return None
        if first >= last:
            return None
        if (
            that is not None
            and takes & {"clause", "that"}
            and (
                that - first <= 1
                or "addressee" in takes
                or lower[first] in grammar.PREPOSITIONS
                or lower[first] in grammar.ADVERBS
            )
        ):
            return that + 1
        start = self._past_day(first, last)
        if start > first and lower[start] in _NO_REPORT:
            return None  # "said Monday at a rally"
        first = start
        if cue.verb.lemma in ("say", "add") and lower[first] in (",", "of"):
            return None
        if "addressee" in takes and cue.verb.lemma in ("tell", "remind", "inform", "assure", "reassure"):
            return self._past_day(self._addressee_end(first, last), last)
        if lower[first] in ("with", "for", "by", "against", "on"):
            return None
        if "infinitive" in takes and lower[first] in ("to", "comment"):
            return first
        if not takes & {"clause", "object"}:
            return None
        return first

    def _addressee_end(self, first: int, last: int) -> int:
        """Where "reporters" ends: before "the plan", an article that follows no preposition."""
        lower = self.words.lower
        phrase = phrases.phrase_starting(self.words, first, last, self.forms)
        if phrase is None:
            return first
        for place in range(first + 1, phrase.last):
            if lower[place] in grammar.DETERMINERS and lower[place - 1] not in grammar.SMALL_WORDS:
                return place
        return phrase.last

    def _past_day(self, first: int, last: int) -> int:
        """Skip "Monday", "on Monday night", which tell when it was said; not in "Monday is a good day"."""
        words, lower = self.words, self.words.lower
        place = first + (first < last and lower[first] == "on")
        if place + 1 >= last or lower[place] not in grammar.DAYS:
            return first
        place += 2 if lower[place + 1] in grammar.TIMES else 1
        verb = place < last and (
            lower[place] in grammar.AUXILIARIES or phrases.is_finite(words, place, self.forms)
        )
        return first if verb or place >= last else place

    def _trimmed(self, first: int, last: int) -> tuple[int, int] | None:
        words = self.words
        while first < last and not phrases.is_word(words, first) and words.form[first] != QUOTED:
            first += 1
        while (
            last > first
            and (
                not phrases.is_word(words, last - 1) or words.lower[last - 1] in ("and", "but", "while", "as")
            )
            and words.form[last - 1] not in (QUOTED, ")")
        ):
            last -= 1
        return (first, last) if last - first >= SHORTEST_CLAUSE else None
