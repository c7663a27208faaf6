"""Cues: the reporting words of a sentence, and the source beside each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from index import agreement, grammar, phrases, subjects
from index.phrases import Phrase
from index.verbs import Verb
from index.words import QUOTED, Sentence, Words

ACCORDING = Verb("according to", "", "past", frozenset(("clause",)), "neutral")
COLON = Verb(":", "", "past", frozenset(("quote",)), "neutral")
SIGNED = Verb("", "", "past", frozenset(("quote",)), "neutral")  # “…” — Jane Doe
UNLISTED = Verb("", "", "past", frozenset(("quote",)), "neutral")
BY_LIMIT = 14  # words after a passive verb in which "by …" names its source
ADJECTIVES = 3  # words between an owner and a noun of speech: "Doe’s earlier false claim"
OWNER_WORDS = 6  # of a name with its titles
COMMA_LIMIT = 40  # words after an opening participle in which its comma must come
NAME_LIMIT = 6  # words of ", actress Jane Doe," after "said the mayor’s guest"
INFINITIVES = frozenset(
    ("on", "continued", "used", "using", "seemed", "appeared", "proceeded", "rushed", "quick")
)  # "went on to say": before a "to" that reports
BEFORE_PARTICIPLES = frozenset(
    ("and", "in", "by", "while", "before", "after", "as", "without", "when", QUOTED, ",", "—", "–")
)


class Cue(NamedTuple):
    """A reporting word or two in a sentence.

    first, last  its words, half-open; source  the phrase beside it, None where nobody is named
    inverted     the source follows ("said Jones"); relative  the verb of "who said"
    shared       the source is an earlier verb's
    """

    verb: Verb
    first: int
    last: int
    source: Phrase | None
    inverted: bool = False
    relative: bool = False
    shared: bool = False

    @property
    def left(self) -> int:
        """The first word of cue and source taken together, where they stand together."""
        if self.source is None or self.shared or self.inverted:
            return self.first
        return min(self.first, self.source.first)

    @property
    def right(self) -> int:
        """The word after cue and source, where they stand together."""
        return max(self.last, self.source.last) if self.source is not None and self.inverted else self.last


def cue_places(words: Words, forms: Mapping[str, tuple[Verb, ...]], nouns: Mapping[str, Verb]) -> list[int]:
    """Return the places of a text's words that may be cues: verbs of ``forms``, nouns of speech, colons."""
    others = ("according", ":")
    return [
        place for place, word in enumerate(words.lower) if word in forms or word in nouns or word in others
    ]


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
        self.cues: list[Cue] = []

    def find(self, places: Sequence[int]) -> list[Cue]:
        for place in places:
            cue = self._cue_at(place)
            if cue is not None:
                self.cues.append(cue)
        return self.cues

    def _cue_at(self, place: int) -> Cue | None:
        word = self.words.lower[place]
        if word in self.nouns and (cue := self._noun_cue(place)) is not None:
            return cue
        if word in self.forms:
            return self._verb_cue(place)
        if word == "according" and self._lower(place + 1) == "to":
            return Cue(ACCORDING, place, place + 2, self._phrase_at(place + 2), inverted=True)
        if word == ":" and self._lower(place + 1) == QUOTED:
            return self._colon_cue(place)
        return None

    def _noun_cue(self, place: int) -> Cue | None:
        """ "Doe’s claim that …", "her insistence that …"."""
        words = self.words
        if self._lower(place + 1) != "that":
            return None
        for owner in range(place - 1, max(self.first, place - ADJECTIVES) - 1, -1):
            lower = words.lower[owner]
            if lower in ("his", "her", "their"):
                return Cue(self.nouns[words.lower[place]], place, place + 1, Phrase(owner, owner + 1))
            if lower.endswith(("’s", "'s", "s’", "s'")):
                return Cue(self.nouns[words.lower[place]], place, place + 1, self._owner(owner))
        return None

    def _owner(self, last: int) -> Phrase:
        """The words of an owner from its ’s back: a name with its titles, or "the senator’s"."""
        words, first = self.words, last
        named = phrases.is_name_word(words, last)
        while first > max(self.first, last - OWNER_WORDS) and phrases.is_word(words, first - 1):
            before = words.lower[first - 1]
            if named and not (phrases.is_name_word(words, first - 1) or before in grammar.ROLE_NOUNS):
                break
            first -= 1
            if before in grammar.DETERMINERS:
                break
        return Phrase(first, last + 1)

    def _lower(self, place: int) -> str:
        """The word at a place in lower case, "" outside the sentence."""
        return self.words.lower[place] if self.first <= place < self.end else ""

    def _phrase_at(self, place: int) -> Phrase | None:
        return phrases.phrase_starting(self.words, place, self.end, self.forms)

    def _colon_cue(self, place: int) -> Cue | None:
        words = self.words
        source = phrases.phrase_ending(words, place, self.first, self.forms)
        before = self._lower(source.first - 1) if source is not None else ""
        signed = source is not None and phrases.is_name_word(words, source.last - 1)
        if signed and before in grammar.DASHES:  # "A headline - Jane Doe: “…”"
            return Cue(COLON, place, place + 1, source)
        if self.cues:
            return None
        apart = source is None or source.first > self.first + 1
        named = signed and source is not None and source.last - source.first > 1
        if apart and not (named and before not in grammar.PREPOSITIONS) and before not in ("from", "by"):
            source = subjects.subject_of(words, self.first, place, self.forms) or source
        return Cue(COLON, place, place + 1, source)

    def _verb_cue(self, place: int) -> Cue | None:
        verb = self._which(place)
        if verb is None or (self.cues and place < self.cues[-1].last):
            return None
        words, before = self.words, self._lower(place - 1)
        if words.form[place][0].isupper() and not self._opens(place):
            return None  # "the United States"
        last = place + 1 + len(verb.particle.split())
        if before == "to":
            return self._infinitive(place, last, verb)
        if before in grammar.DETERMINERS or before.endswith(("’s", "'s")):
            return None
        if verb.form in ("past", "participle") and self._is_passive(place, last):
            return self._passive(place, last, verb)
        if verb.form == "ing" and before not in grammar.BE:
            return self._participle(place, last, verb)
        source = subjects.subject_before(words, place, self.first, self.forms)
        if self._is_inverted(place, last, verb, source):
            return self._inverted(place, last, verb)
        if isinstance(source, str):
            return self._goes_on(place, last, verb)
        if source is None:
            return self._inverted(place, last, verb)
        if not agreement.agrees(words, place, verb, source):
            return None
        relative = words.lower[source.last - 1] in grammar.RELATIVES
        return Cue(verb, place, last, source, relative=relative)

    def _opens(self, place: int) -> bool:
        """Whether a capital may be that of a sentence's first word."""
        if self._lower(place + 1) in ("said", "says", "told", "wrote"):
            return False
        past = self.words.lower[place].endswith("ed")  # in a headline
        return past or place == self.first or self._lower(place - 1) in (QUOTED, ":", "—", "–")

    def _which(self, place: int) -> Verb | None:
        words = self.words
        for verb in self.forms[words.lower[place]]:
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
        if place == self.first:
            return self._lower(last) == "by"
        before = place - 1
        while self._lower(before) in grammar.ADVERBS or self._lower(before).endswith(("ly", "not")):
            before -= 1
        return self._lower(before) in grammar.BE | {"being", "get", "got"}

    def _passive(self, place: int, last: int, verb: Verb) -> Cue | None:
        """ "was described as … by X": the source is X; without "by" nobody is named: no cue."""
        if verb.lemma == "quote":
            source = subjects.subject_before(self.words, place, self.first, self.forms)
            return Cue(verb, place, last, source) if isinstance(source, Phrase) else None
        for by in range(last, min(last + BY_LIMIT, self.end)):
            if self.words.lower[by] == "by":
                return Cue(verb, place, last, self._phrase_at(by + 1))
        return None

    def _participle(self, place: int, last: int, verb: Verb) -> Cue | None:
        """ "…, adding that": the subject of the sentence speaks; "with X saying": X does."""
        words = self.words
        if place > self.first and self._lower(place - 1) not in BEFORE_PARTICIPLES:
            start = max(self.first, place - BY_LIMIT)
            opener = next((i for i in range(place - 1, start, -1) if words.lower[i - 1] == "with"), start)
            end = subjects.before_adverbs(words, place, opener)
            source = phrases.phrase_ending(words, end, opener, self.forms)
            opened = self._lower(source.first - 1) if source is not None else ""
            dashed = (
                opened in grammar.DASHES and source is not None and phrases.is_name_word(words, source.first)
            )
            if opened == "with" or dashed:
                return Cue(verb, place, last, source)
        shared = self._main_source(place) if self._lower(place - 1) == "," else self._shared_source(place)
        if place == self.first or shared is None:
            until = min(place + COMMA_LIMIT, self.end)
            comma = next((i for i in range(place, until) if words.form[i] == ","), place)
            shared = self._phrase_at(comma + 1)
        return Cue(verb, place, last, shared, shared=True)

    def _infinitive(self, place: int, last: int, verb: Verb) -> Cue | None:
        """ "went on to say": a cue beside quotation marks; a plain "to say" reports nothing."""
        beside = QUOTED in self.words.lower[last : min(last + 3, self.end)]
        if self._lower(place - 2) in INFINITIVES or beside:
            return Cue(verb, place, last, self._shared_source(place), shared=True)
        return None

    def _goes_on(self, place: int, last: int, verb: Verb) -> Cue | None:
        """ "… and said": the subject of the verb before."""
        if self.words.lower[place] in agreement.NOUNS or verb.form == "base":
            return None
        return Cue(verb, place, last, self._shared_source(place), shared=True)

    def _shared_source(self, place: int) -> Phrase | None:
        words = self.words
        speaking = [cue for cue in self.cues if cue.source is not None and cue.verb is not ACCORDING]
        if not speaking:
            return subjects.subject_of(words, self.first, place, self.forms)
        outer = speaking[0]
        # "Jones noted that members have pledged more but acknowledged …": it is Jones who acknowledges.
        if words.lower[place - 1] == "but" and self._lower(outer.right) == "that":
            return outer.source
        return speaking[-1].source

    def _main_source(self, place: int) -> Phrase | None:
        """The source of the sentence's first cue of speech, which goes on in ", adding that"."""
        for cue in self.cues:
            told = cue.verb.takes - {"quote"} and cue.verb is not ACCORDING
            if told and cue.source is not None and not cue.relative:
                return cue.source
        return self._actor(place) or subjects.subject_of(self.words, self.first, self.end, self.forms)

    def _actor(self, place: int) -> Phrase | None:
        """ "…, though he used stronger words, saying": the nearest pronoun or name with a verb."""
        words = self.words
        for index in range(place - 2, self.first, -1):
            finite = phrases.is_finite(words, index + 1, self.forms)
            acts = finite or words.lower[index + 1] in grammar.AUXILIARIES
            if acts and words.lower[index] in ("he", "she"):
                return Phrase(index, index + 1)
            if acts and phrases.is_name_word(words, index) and words.lower[index] not in grammar.DAYS:
                return phrases.phrase_ending(words, index + 1, self.first, self.forms)
        return None

    def _is_inverted(self, place: int, last: int, verb: Verb, before: Phrase | str | None) -> bool:
        """ "The vote was lost, said the mayor in May": no name goes before, and no clause follows."""
        words = self.words
        says = "clause" in verb.takes and "addressee" not in verb.takes and verb.form in ("past", "present")
        if self._lower(place - 1) != "," or not says or isinstance(before, str):
            return False
        named = before is not None and phrases.is_name_word(words, before.last - 1)
        if named and before is not None and QUOTED not in words.lower[before.last : place]:
            return False
        after = self._phrase_at(last)
        if after is None or self._lower(after.last) == QUOTED:
            return False
        if (
            not phrases.is_name_word(words, after.last - 1)
            and words.lower[after.last - 1] not in grammar.ROLE_NOUNS
        ):
            return False
        return not self._has_verb(after.last)

    def _has_verb(self, place: int) -> bool:
        """Whether a verb comes before the next comma or mark, which would make a clause of it."""
        words = self.words
        for index in range(place, self.end):
            if not phrases.is_word(words, index):
                return False
            if words.lower[index] in grammar.RELATIVES or words.lower[index] in grammar.SUBORDINATORS:
                return False
            auxiliary = words.lower[index] in grammar.AUXILIARIES and words.form[index].islower()
            if auxiliary or phrases.is_finite(words, index, self.forms) or words.lower[index] == "to":
                return True
        return False

    def _inverted(self, place: int, last: int, verb: Verb) -> Cue | None:
        before = self._lower(place - 1)
        if before not in (",", QUOTED, "—", "–", "so", "as", "") or verb.form in ("ing", "base"):
            return None
        if before == "" and self.words.form[place][0].isupper() and verb.form not in ("past", "present"):
            return None
        source = self._phrase_at(last)
        if before in (",", QUOTED) and not verb.takes & {"clause", "that", "quote", "addressee"}:
            return None  # "… as “bad,” denounced her record and …"
        if source is None or self.words.lower[source.first] in ("it", "that", "this", "they"):
            source = None
        if source is None and self.words.lower[place] in agreement.NOUNS:
            return None  # ", thanks to …"
        return Cue(verb, place, last, self._named(source), inverted=True)

    def _named(self, source: Phrase | None) -> Phrase | None:
        """ "said the mayor’s guest, actress Jane Doe, …": the name is the better mention."""
        words = self.words
        if source is None or phrases.is_name_word(words, source.last - 1) or self._lower(source.last) != ",":
            return source
        name = self._phrase_at(source.last + 1)
        short = name is not None and name.last - name.first <= NAME_LIMIT
        if name is None or not short or not phrases.is_name_word(words, name.last - 1):
            return source
        after = self._lower(name.last)
        common = words.lower[name.first] in grammar.DETERMINERS | grammar.PREPOSITIONS
        return name if after in ("", ",", ".", "(") and not common else source
