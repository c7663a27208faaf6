"""Cues that go on with a subject named before: ", adding that", "and said", "went on to say"."""

from __future__ import annotations

from collections.abc import Sequence

from index import agreement, grammar, phrases, subjects
from index.clauses import INTRODUCTIONS
from index.cue import ACCORDING, Clause, Cue
from index.grammar import word_set
from index.phrase_endings import phrase_ending
from index.phrases import Phrase
from index.verbs import Verb
from index.words import QUOTED

OPENERS = INTRODUCTIONS | word_set("since once until because")  # of a clause with a subject of its own
WITH_LIMIT = 14  # words before a participle in which "with" must stand: "with Jones saying"
COMMA_LIMIT = 40  # words after an opening participle in which its comma must come
INFINITIVES = frozenset(
    ("on", "continued", "used", "using", "seemed", "appeared", "proceeded", "rushed", "quick")
)  # "went on to say": before a "to" that reports
INTENDING = word_set(
    "expected due scheduled prepared likes liked loves loved"
)  # "Jones is expected to say", "Jones liked to say": whose subject is who says so
GOING_ON = word_set(
    """
    keep keeps kept begin begins began start starts started continue continues continued stop stops
    stopped heard seen
    """
)  # "he keeps saying": before a participle whose subject is theirs
CAUSING = word_set(
    """
    lead leads led leading prompt prompts prompted prompting force forces forced forcing cause causes caused
    causing push pushes pushed pushing compel compels compelled compelling inspire inspires inspired inspiring
    drive drives drove driving move moves moved moving provoke provokes provoked provoking allow allows
    allowed allowing
    """
)  # "it led Jones to say": whoever is moved does what follows "to"
CAUSED = word_set(
    "led prompted forced compelled inspired driven moved provoked obliged"
)  # "she was led to say"
CAUSE_LIMIT = 10  # words of whom it moves
ADVERBIAL = frozenset(("as", "when", "while", "because", "if", "although", "though"))
SIGNS = word_set(
    """
    sign signs banner banners hat hats cap caps shirt shirts t-shirt t-shirts poster posters placard placards
    button buttons sticker stickers plaque badge badges
    """
)  # bear words of nobody's
WRITINGS = SIGNS | word_set(
    """
    ad ads advertisement article column comment comments editorial email essay letter memo message note op-ed
    piece post remark remarks report speech statement story tweet tweets video
    """
)  # before a participle: "Jones’s letter calling it “bad”"
EMBEDDING = grammar.RELATIVES | {"what", "how", "why", "whether"}  # of a clause within another
BEFORE_PARTICIPLES = frozenset(
    ("and", "in", "by", "while", "before", "after", "as", "without", "when", QUOTED, ",", "—", "–")
)


class GoingOn:
    """The verbs of one sentence whose subject is an earlier verb's; ``cues`` are those found so far."""

    def __init__(self, clause: Clause, cues: Sequence[Cue]) -> None:
        self.clause, self.cues, self.words = clause, cues, clause.words

    def participle(self, place: int, last: int, verb: Verb) -> Cue | None:
        """Return the cue of "…, adding that", whose source spoke before, or of "with Jones saying"."""
        words = self.words
        if self.clause.lower(place - 1) in GOING_ON:
            return self._of_whom_goes_on(place, last, verb)
        if place > self.clause.first and self.clause.lower(place - 1) not in BEFORE_PARTICIPLES:
            start = max(self.clause.first, place - WITH_LIMIT)
            opener = next((i for i in range(place - 1, start, -1) if words.lower[i - 1] == "with"), start)
            end = subjects.before_adverbs(words, place, opener)
            source = phrase_ending(words, end, opener, self.clause.forms)
            opened = self.clause.lower(source.first - 1) if source is not None else ""
            named = source is not None and phrases.is_name_word(words, source.first)
            apart = opened in grammar.DASHES or (opened == "and" and bool(self.cues))
            if opened == "with" or (named and apart):
                return Cue(verb, place, last, source)
            written = self._written(place, source)
            if written is not None:
                return Cue(verb, place, last, written)
        apart = place > self.clause.first and phrases.is_comma(words, place - 1)
        shared = self._main_source(place) if apart else self._shared_source(place)
        if place == self.clause.first or shared is None:
            shared = self.clause.phrase_at(self._comma_after(place) + 1)
        return Cue(verb, place, last, shared, shared=True)

    def _written(self, place: int, source: Phrase | None) -> Phrase | None:
        """What a participle right behind it is said of: "a sign saying", "Doe’s letter calling it “bad”"."""
        words = self.words
        if source is None or source.last != place or words.lower[place - 1] not in WRITINGS:
            return None
        if words.lower[place - 1] in SIGNS:
            return source
        owner = next((i for i in range(*source) if words.form[i].endswith(grammar.POSSESSIVE)), None)
        return phrases.owner_ending(words, owner, self.clause.first) if owner is not None else None

    def _of_whom_goes_on(self, place: int, last: int, verb: Verb) -> Cue | None:
        """ "Jones keeps saying", "Jones can be heard saying"."""
        source = subjects.subject_before(self.words, place - 1, self.clause.first, self.clause.forms)
        if isinstance(source, str):
            return Cue(verb, place, last, self._shared_source(place), shared=True)
        return Cue(verb, place, last, source)

    def _comma_after(self, place: int) -> int:
        """The comma between an opening participle and its subject, within the marks of a quotation."""
        until = range(place, min(place + COMMA_LIMIT, self.clause.end))
        commas = [i for i in until if phrases.is_comma(self.words, i)]
        return next((i for i in commas if self.words.form[i] == QUOTED), commas[0] if commas else place)

    def infinitive(self, to: int, place: int, last: int, verb: Verb) -> Cue | None:
        """Return the cue of "went on to say", "to" its place; a plain "to say" reports only beside marks."""
        beside = QUOTED in self.words.lower[last : min(last + 3, self.clause.end)]
        caused = self._caused(to) or self._intending(to)
        if caused is None and not beside and self.clause.lower(to - 1) not in INFINITIVES:
            return None
        return Cue(verb, place, last, caused or self._shared_source(place), shared=caused is None)

    def _intending(self, to: int) -> Phrase | None:
        """Who is to do, or likes to do, what follows "to", where words of theirs are quoted."""
        quoted = QUOTED in self.words.form[self.clause.first : self.clause.end]
        if self.clause.lower(to - 1) not in INTENDING or not quoted:
            return None
        subject = subjects.subject_before(self.words, to - 1, self.clause.first, self.clause.forms)
        return subject if isinstance(subject, Phrase) else None

    def _caused(self, to: int) -> Phrase | None:
        """Who is moved to do what follows "to": "she was led to say", "it led Jones to say"."""
        words, verbs = self.words, self.clause.forms
        if words.lower[to - 1] in CAUSED and self.clause.lower(to - 2) in grammar.BE:
            subject = subjects.subject_before(words, to - 1, self.clause.first, verbs)
            return subject if isinstance(subject, Phrase) else None
        for place in range(to - 1, max(self.clause.first, to - CAUSE_LIMIT), -1):
            if words.lower[place] in CAUSING:
                return self._moved(place + 1, to)
            if words.lower[place].endswith("ing") and words.form[place].islower():
                return self._with(place)
        return None

    def _moved(self, first: int, to: int) -> Phrase | None:
        """Who is named up to "to": a pronoun, a phrase, or Jane Doe of "advisers like Jane Doe"."""
        if self.words.lower[first] in ("him", "her", "them"):
            moved: Phrase | None = Phrase(first, first + 1)
        else:
            moved = self.clause.phrase_at(first)
        if moved is not None and self.clause.lower(moved.last) == "like":
            moved = self.clause.phrase_at(moved.last + 1)
        return moved if moved is not None and moved.last == to else None

    def _with(self, place: int) -> Phrase | None:
        """The X of "with X saying", where the participle is at ``place``."""
        words = self.words
        start = max(self.clause.first, place - WITH_LIMIT)
        opener = next((i for i in range(place - 1, start, -1) if words.lower[i - 1] == "with"), None)
        if opener is None:
            return None
        source = phrase_ending(
            words, subjects.before_adverbs(words, place, opener), opener, self.clause.forms
        )
        return source if source is not None and self.clause.lower(source.first - 1) == "with" else None

    def coordinate(self, place: int, last: int, verb: Verb) -> Cue | None:
        """Return the cue of "… and said", the subject of the verb before its source."""
        if self.words.lower[place] in agreement.NOUNS or verb.form == "base":
            return None
        return Cue(verb, place, last, self._shared_source(place), shared=True)

    def _shared_source(self, place: int) -> Phrase | None:
        words = self.words
        speaking = [cue for cue in self.cues if self._may_go_on(cue, place)]
        main = [cue for cue in speaking if cue.shared or not self._is_subordinate(cue)]
        speaking = main or speaking
        if not speaking:
            return subjects.subject_of(words, self.clause.first, place, self.clause.forms)
        outer = speaking[0]
        # "Jones noted that members have pledged more but acknowledged …": it is Jones who acknowledges.
        if words.lower[place - 1] == "but" and self.clause.lower(outer.right) == "that":
            return outer.source
        return speaking[-1].source

    def _is_subordinate(self, cue: Cue) -> bool:
        """ "He mocked them as they sang and left": what a pronoun does after "as", "when", "while"."""
        source = cue.source
        if source is None or self.words.lower[source.first] not in grammar.PRONOUNS:
            return False
        return source.first > self.clause.first + 1 and self.clause.lower(source.first - 1) in ADVERBIAL

    def _may_go_on(self, cue: Cue, place: int) -> bool:
        """Whether a verb after "and" shares a cue's source: not that of "As Roe sang, Doe …"."""
        if cue.source is None or cue.verb is ACCORDING:
            return False
        if cue.verb.form == "ing" and not cue.shared and not self.words.lower[place].endswith("ing"):
            return False  # "He cited Jones’s letter calling it “bad” and left": he did
        if self.clause.lower(self.clause.first) not in OPENERS:
            return True
        commas = (i for i in range(cue.last, place) if phrases.is_comma(self.words, i))
        return next(commas, None) is None

    def _main_source(self, place: int) -> Phrase | None:
        """The source of the sentence's first cue of speech, which goes on in ", adding that"."""
        for cue in self.cues:
            told = cue.verb.takes - {"quote"} and cue.verb is not ACCORDING
            if told and cue.source is not None and not cue.relative:
                return cue.source
        return self._actor(place) or subjects.subject_of(
            self.words, self.clause.first, self.clause.end, self.clause.forms
        )

    def _antecedent(self, comma: int) -> Phrase | None:
        """ "… of Jones, who is on stage, saying": Jones."""
        first = comma
        while first > self.clause.first and phrases.is_name_word(self.words, first - 1):
            first -= 1
        return Phrase(first, comma) if first < comma else None

    def _actor(self, place: int) -> Phrase | None:
        """ "…, though he used stronger words, saying": the nearest pronoun or name with a verb."""
        words = self.words
        for index in range(place - 2, self.clause.first, -1):
            finite = phrases.is_finite(words, index + 1, self.clause.forms)
            acts = finite or words.lower[index + 1] in grammar.AUXILIARIES
            told = acts or words.lower[index + 1].endswith("ed")
            if told and words.lower[index] in ("he", "she"):
                return Phrase(index, index + 1)
            if words.lower[index : index + 1] == ["who"] and words.form[index - 1] == ",":
                return self._antecedent(index - 1)
            if acts and phrases.is_name_word(words, index) and words.lower[index] not in grammar.DAYS:
                named = phrase_ending(words, index + 1, self.clause.first, self.clause.forms)
                if named is None or self.clause.lower(named.first - 1) not in EMBEDDING:
                    return named
        return None
