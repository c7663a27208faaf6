"""Which of a sentence's cues reports a quotation in it."""

from __future__ import annotations

from collections.abc import Mapping

from index import grammar, phrases, subjects
from index.clauses import apt_cues, goes_on, is_in_introduction, is_of_person, touches
from index.cue import ACCORDING, COLON, SIGNED, UNLISTED, Clause, Cue
from index.grammar import word_set
from index.inversion import named_source
from index.phrases import Phrase
from index.verbs import Verb
from index.words import BREAK, QUOTED, Sentence, Words

BREAKS = frozenset((",", ";", "(", "and", "but", ":", QUOTED, "—", "–"))
SIGNATURE_WORDS = 12  # of a name and what it is called, after a dash
UNLISTED_WORDS = 9  # a source and a verb of which the table knows nothing

_BETWEEN = frozenset((",", "'", "’"))  # a mark too many: "…'" said Jones
_TIMES = word_set("when while after before since until once")  # apart two reports
_ASIDES = word_set("when where which whom")  # before a clause that is no part of what is reported
_NO_VERB = grammar.BE | grammar.AUXILIARIES | grammar.DETERMINERS | {"as", "always"}
_NO_CLAUSE = grammar.PREPOSITIONS | grammar.ADVERBS | grammar.CLAUSE_OPENERS  # after a cue: no report begins


class CueChoice:
    """The choice, in one text. Places count its words."""

    def __init__(self, words: Words, forms: Mapping[str, tuple[Verb, ...]]) -> None:
        self.words = words
        self.forms = forms

    def choose(self, place: int, sentence: Sentence, cues: list[Cue]) -> Cue | None:
        """Return the cue of the quotation at word ``place``, one of ``cues`` or a verb of no table."""
        cues = apt_cues(self.words, place, sentence, cues)
        signed = self._signed(place, sentence)
        if signed is not None:
            return signed
        earlier = self._introducing(place, sentence, cues)
        following = self._following(place, sentence, cues)
        closing = self._closing(place, sentence, cues) if following is None else None
        if closing is not None and not self._reports(earlier, place):
            return closing
        if earlier is not None and self._announced(place) and following is None:
            unlisted = self._unlisted(place, sentence)
            if unlisted is not None and unlisted.inverted:
                return unlisted  # "Then came this: “…,” exhorted Jones"
        if earlier is not None and self._is_nearer(earlier, following, place, sentence):
            return self._outermost(earlier, place, cues)
        if following is None and earlier is not None:
            return self._outermost(self._stronger(earlier, place, sentence, cues), place, cues)
        return following or self._trailing(place, cues) or self._unlisted(place, sentence)

    def _reports(self, cue: Cue | None, place: int) -> bool:
        """Whether a cue tells what somebody said; not "Roe wants “change,”" which may itself be reported."""
        if cue is None or (cue.relative and not touches(self.words, cue, place)):
            return False
        by = cue.source is not None and cue.source.first > place  # "called “bad” by Jones"
        return by or cue.verb is COLON or "clause" in cue.verb.takes

    def _is_nearer(self, earlier: Cue, following: Cue | None, place: int, sentence: Sentence) -> bool:
        """Whether the cue before reports the quotation rather than the one after it."""
        words = self.words
        if following is None:
            return touches(self.words, earlier, place)
        before = words.lower[place - 1]
        comma = words.text[words.marked[place].inner.end - 1] == ","
        opens = words.lower[sentence.first] in grammar.SUBORDINATORS
        if comma and opens and earlier.verb is not COLON and self._has_own(following, sentence):
            return True  # "After Jones called it “bad,” Roe said, “…”"
        if following.verb is ACCORDING and touches(words, earlier, place):
            return True  # "Jones threatened “a lawsuit,” according to the letter"
        if comma and before not in (",", ":", "that", "as"):
            return False
        dashed = before in grammar.DASHES and words.form[place + 1] in grammar.DASHES
        if dashed and self._has_own(following, sentence):
            return True  # "Although Jones fears it - “a trap” - Roe said it will pass"
        return touches(self.words, earlier, place) and earlier.verb is not COLON

    def _has_own(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a quotation or a clause stands after a cue: it reports that."""
        words, after = self.words, cue.right
        if QUOTED in words.form[after : sentence.last]:
            return True
        if cue.inverted or after >= sentence.last or not phrases.is_word(words, after):
            return False
        return words.lower[after] not in _NO_CLAUSE

    def _signed(self, place: int, sentence: Sentence) -> Cue | None:
        """ "…" — Jane Doe, at the end of its line: the name after the dash signs the words before it."""
        words, dash = self.words, place + 1
        if dash + 1 >= sentence.last or words.form[dash] not in grammar.DASHES or place != sentence.first:
            return None
        ends = sentence.last >= len(words.form) or words.form[sentence.last] == BREAK
        if not ends or sentence.last - dash > SIGNATURE_WORDS or not phrases.is_name_word(words, dash + 1):
            return None
        source = phrases.phrase_starting(words, dash + 1, sentence.last, self.forms)
        if source is None or any(
            phrases.is_finite(words, i, self.forms) for i in range(source.last, sentence.last)
        ):
            return None
        return Cue(SIGNED, dash, dash + 1, source, inverted=True)

    def _outermost(self, cue: Cue, place: int, cues: list[Cue]) -> Cue:
        """ "Jones said Smith called it “…”": it is Jones who is quoted as saying so."""
        for outer in reversed(cues[: cues.index(cue)]):
            if (
                outer.verb is ACCORDING
                and not cue.verb.takes & {"clause", "that"}
                and outer.right + 1 == cue.left
            ):
                return outer  # "according to Jones, Smith called it “…”"
            if self._is_apart(outer, cue, place):
                break
            if outer.verb.takes & {"clause", "that"}:
                cue = outer
        return cue

    def _is_apart(self, outer: Cue, cue: Cue, place: int) -> bool:
        """Whether a cue stands in no clause that an earlier one reports."""
        if outer.inverted or cue.shared or is_of_person(self.words, cue):
            return True
        if outer.last > cue.left:  # "Doe, who warned of it, said …"
            return True
        between = self.words.lower[outer.last : cue.left]
        if not BREAKS.isdisjoint(between):
            return True
        closed = "," in self.words.form[cue.right : place]  # "said that when Roe spoke of it, “…”"
        return bool(between) and (
            between[0] in ("as", "when", "while") or (between[-1] in _TIMES and not closed)
        )

    def _stronger(self, cue: Cue, place: int, sentence: Sentence, cues: list[Cue]) -> Cue:
        """ "Jones said Roe wants to “…”": a verb of thought away from the quotation yields to speech."""
        caused = (
            self.words.lower[cue.first - 1] == "to" and not cue.shared
        )  # "with Roe rushing to call it “…”"
        if caused or touches(self.words, cue, place) or cue.verb.takes & {"clause", "that"}:
            return cue
        if self.words.lower[cue.left - 1] in _ASIDES:
            return cue  # "Jones said it had been so when Roe called for an end to “the game”"
        for outer in reversed(cues[: cues.index(cue)]):
            plain = not (outer.relative or outer.inverted or outer.shared)
            if (
                plain
                and "clause" in outer.verb.takes
                and not is_in_introduction(self.words, outer, place, sentence)
            ):
                return outer
        return cue

    def _introducing(self, place: int, sentence: Sentence, cues: list[Cue]) -> Cue | None:
        """The nearest cue before; one in a relative or a "when" clause only for want of another."""
        earlier = [cue for cue in cues if cue.last <= place]
        if not earlier or touches(self.words, earlier[-1], place) or goes_on(self.words, earlier[-1], place):
            return earlier[-1] if earlier else None
        main = [
            cue
            for cue in earlier
            if not cue.relative and not is_in_introduction(self.words, cue, place, sentence)
        ]
        if main:
            return main[-1]
        return earlier[-1] if earlier[-1].relative else None

    def _following(self, place: int, sentence: Sentence, cues: list[Cue]) -> Cue | None:
        """The cue that stands right after: "…," X said."""
        words, after = self.words, place + 1
        if after < sentence.last and (words.form[after] in _BETWEEN or words.form[after] in grammar.DASHES):
            after += 1
        for cue in cues:
            beside = (
                cue.first > place and cue.left in (place + 1, after) and not cue.shared and not cue.relative
            )
            says = place == sentence.first or "clause" in cue.verb.takes or cue.verb is ACCORDING
            says = says or ("that" in cue.verb.takes and self._announced(place))
            if beside and says:
                return cue
        return None

    def _announced(self, place: int) -> bool:
        """ "It is true: “…,” Jones wrote": a whole quotation behind a colon."""
        return self.words.form[place - 1] == ":" and phrases.is_comma(self.words, place)

    def _closing(self, place: int, sentence: Sentence, cues: list[Cue]) -> Cue | None:
        """The cue that ends the sentence and reports all of it: "…, Jones said." """
        if not cues or cues[-1].first < place:
            return None
        cue = cues[-1]
        apart = self.words.form[cue.left - 1] in (",", QUOTED) and not cue.shared and not cue.relative
        after = self.words.form[cue.right : sentence.last]
        ends = cue.right >= sentence.last - 1 or (cue.inverted and after[0] == "," and QUOTED not in after)
        return cue if apart and ends and cue.verb.takes & {"clause", "that"} else None

    def _unlisted(self, place: int, sentence: Sentence) -> Cue | None:
        """ "…," she surmised: after a comma any verb reports."""
        words = self.words
        if (
            words.text[words.marked[place].inner.end - 1] not in ",?!"
            and words.form[min(place + 1, sentence.last - 1)] != ","
        ):
            return None
        first = place + 2 if place + 1 < sentence.last and words.form[place + 1] == "," else place + 1
        if (
            first < sentence.last - 1
            and words.lower[first].endswith("ed")
            and phrases.is_name_word(words, first + 1)
        ):
            clause = Clause(words, self.forms, sentence.first, sentence.last)
            source = named_source(clause, clause.phrase_at(first + 1))  # "…," beamed Jones
            if source is not None:
                return Cue(UNLISTED, first, first + 1, source, inverted=True)
        for verb in range(first + 1, min(first + UNLISTED_WORDS, sentence.last)):
            if (
                words.form[verb].islower()
                and words.lower[verb].endswith(("ed", "s"))
                and words.lower[verb] not in _NO_VERB
            ):
                subject = subjects.subject_before(words, verb, first, self.forms)
                participle = words.form[first].islower() and words.lower[first].endswith("ing")
                if isinstance(subject, Phrase) and subject.first == first and not participle:
                    return Cue(UNLISTED, verb, verb + 1, subject)
        return None

    def _trailing(self, place: int, cues: list[Cue]) -> Cue | None:
        """A cue at the end, after a comma: The "deal" is off, X said."""
        for cue in cues:
            before = self.words.form[cue.left - 1] if cue.left else ""
            before = self.words.form[cue.left - 2] if before == "as" and cue.verb.form == "past" else before
            if (
                cue.first > place
                and not cue.shared
                and not cue.relative
                and (before in (",", QUOTED) or before in grammar.DASHES or cue.verb is ACCORDING)
            ):
                return cue
        return None
