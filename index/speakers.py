"""Source mentions to speakers: names, titles, pronouns and roles, within one article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index import grammar
from index.article import Quote, Span, Speaker
from index.confidence import confidence
from index.grammar import word_set
from index.identity import slug
from index.people import ATTRIBUTED, People, Person, Run, plain
from index.tables import Tables
from index.words import Sentence, Words, read

PRONOUN_GENDER = {"he": "male", "she": "female", "him": "male", "her": "female", "his": "male"}
LARGEST_CAST = 200  # people of an article looked at for a role; bounds the time on any text
SENTENCES_BACK = 12  # how far a pronoun may reach
DOCUMENTS = word_set(
    """
    statement report poll survey study article letter email memo document tweet ad post release
    """
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Who a mention is: None with way "unnamed" for one that stays without a name."""

    person: Person | None
    way: str
    reason: str
    name: str | None = None


def name_speakers(text: str, quotes: Sequence[Quote], tables: Tables) -> tuple[Quote, ...]:
    """Return the quotes with speaker, confidence, reason and mentions; order and spans stay."""
    if not quotes:
        return ()
    words, sentences = read(text)
    namer = _Namer(words, sentences, People(words, tables))
    return tuple(namer.name(quote) for quote in quotes)


class _Namer:
    """Walks through an article's quotes and remembers who holds the floor."""

    def __init__(self, words: Words, sentences: Sequence[Sentence], people: People) -> None:
        self.words, self.sentences, self.people = words, sentences, people
        self.sentence_starts = [sentence.first for sentence in sentences]
        self.heard: dict[int, Person] = {}  # sentence index: who spoke in it
        self.answers: dict[Span, Answer] = {}
        self.floor: Person | None = None
        self.body: Person | None = None

    def name(self, quote: Quote) -> Quote:
        answer = self._answer(quote.source)
        if quote.cue is None and quote.source is not None:
            answer = replace(answer, reason=f"no cue of its own; {answer.reason}")
        if answer.person is not None:
            self._remember(quote, answer.person)
        return replace(
            quote,
            speaker=self._speaker(answer),
            confidence=self._confidence(quote, answer),
            reason=answer.reason,
            mentions=self._mentions(quote),
        )

    def _speaker(self, answer: Answer) -> Speaker | None:
        if answer.person is not None:
            person = answer.person
            role = next((role for role in person.roles if not person.body), None)
            return Speaker(slug(person.name), person.name, role)
        return Speaker(slug(answer.name), answer.name) if answer.name else None

    def _confidence(self, quote: Quote, answer: Answer) -> float:
        features: list[str] = [quote.kind]
        if quote.cue is None:
            features.append("continued" if quote.kind == "direct" else "cueless")
        if self.words.lacks_mark(quote.content):
            features.append("unmarked")
        return confidence(answer.way, *features)

    def _remember(self, quote: Quote, person: Person) -> None:
        if person.body:
            self.body = person
            return
        self.floor = person
        if quote.source is not None:
            place = bisect_left(self.words.start, quote.source.start)
            sentence = bisect_right(self.sentence_starts, place) - 1
            self.heard.setdefault(sentence, person)  # the sentence's own speaker, not one reported within

    def _answer(self, source: Span | None) -> Answer:
        if source is None:
            return Answer(None, "nobody", "nothing says who speaks")
        if source not in self.answers:
            first = bisect_left(self.words.start, source.start)
            last = bisect_left(self.words.start, source.end)
            self.answers[source] = self._resolve(first, last)
        return self.answers[source]

    def _resolve(self, first: int, last: int) -> Answer:
        words = self.words
        mention = words.cut(first, last)
        lower = words.lower[first]
        if last - first == 1 and lower in grammar.PRONOUNS:
            return self._pronoun(first, lower)
        if mention.isupper() and plain(words.form[last - 1]) in self.people.lexicon.unnamed:
            return Answer(None, "unnamed", f"“{mention}” stays without a name")  # REPORTER: in a transcript
        head = self._head(first, last)
        run = self.people.run_at(head)
        if run is not None and (head == last - 1 or not words.form[head].endswith(("’s", "'s"))):
            person = self.people.of_run(run)
            if person is not None:
                person.human = person.human or not person.body
                return Answer(person, "body" if person.body else "name", _named(mention, person))
        return self._noun(first, head, mention)

    def _head(self, first: int, last: int) -> int:
        """The head of a noun phrase: the last word before its first preposition."""
        words = self.words
        for place in range(first + 1, last):
            if words.lower[place] in grammar.PREPOSITIONS and not (
                words.lower[place] == "of" and self.people.run_at(place) is not None
            ):
                return place - 1
            if words.lower[place] in ("and", ",", "who") and self.people.run_at(place) is None:
                return place - 1
        return last - 1

    def _pronoun(self, place: int, lower: str) -> Answer:
        gender = PRONOUN_GENDER.get(lower)
        if gender is None and lower == "it" and self.body is not None:
            return Answer(self.body, "general", f"“it” is {self.body.name}, the body heard last")
        if gender is None:
            return Answer(None, "unnamed", f"“{lower}” names nobody")
        person = self._nearest(place, gender)
        if person is None:
            return Answer(None, "nobody", f"nobody “{lower}” could be is named before")
        if person.gender == "either":
            person.gender = gender
        return Answer(person, "pronoun", f"“{lower}” is {person.name}, named or heard last")

    def _nearest(self, place: int, gender: str) -> Person | None:
        here = bisect_right(self.sentence_starts, place) - 1
        for index in range(here, max(-1, here - SENTENCES_BACK), -1):
            sentence = self.sentences[index]
            if sentence.heading:
                continue
            heard = self.heard.get(index)
            if heard is not None and _fits(heard, gender):
                return heard
            named = self._subject_named(sentence, place, gender)
            if named is not None:
                return named
        if self.floor is not None and _fits(self.floor, gender):
            return self.floor
        fitting = [
            person
            for person in self.people.everybody[:LARGEST_CAST]
            if _fits(person, gender) and len(person.words) > 1
        ]
        return max(fitting, key=lambda person: len(person.places), default=None)

    def _subject_named(self, sentence: Sentence, place: int, gender: str) -> Person | None:
        runs = self.people.runs_between(sentence.first, min(place, sentence.last))
        second = None
        for run in runs:
            person = self.people.of_run(run)
            if person is None or not _fits(person, gender):
                continue
            if not self._is_aside(run):
                return person
            second = second or person
        return second if second is not None and second.gender == gender else None

    def _is_aside(self, run: Run) -> bool:
        words = self.words
        if words.form[run.last - 1].endswith(("’s", "'s", "’")):
            return True
        before = words.lower[run.first - 1] if run.first else ""
        after = words.lower[run.last] if run.last < len(words.lower) else ""
        return before in grammar.PREPOSITIONS or after in ATTRIBUTED

    def _noun(self, first: int, head: int, mention: str) -> Answer:
        words, lexicon = self.words, self.people.lexicon
        noun = plain(words.form[head])
        determiner = words.lower[first]
        definite = determiner in ("the", "this", "that") or (words.form[first][0].isupper() and first != head)
        if definite and noun in lexicon.same.keys() | lexicon.titles.keys():
            person = self._by_role(first, head, noun)
            if person is not None:
                return Answer(person, "role", f"“{mention}” is {person.name}, so called in the article")
        owner = self._owner(first, head)
        if noun in DOCUMENTS and owner is not None:
            return Answer(owner, "role", f"“{mention}” speaks for {owner.name}")
        if noun in lexicon.unnamed and not (definite and noun in lexicon.general):
            return Answer(None, "unnamed", f"“{mention}” stays without a name")
        leading = self._leading_name(first, head)
        if (
            leading is not None
            and noun not in lexicon.same.keys() | lexicon.general | DOCUMENTS | lexicon.bodies
        ):
            return Answer(leading, "role", f"“{mention}” begins with {leading.name}")
        if definite and noun in lexicon.general | lexicon.same.keys():
            gender = lexicon.genders.get(noun, "either")
            person = (
                self.floor
                if self.floor is not None and _fits(self.floor, gender)
                else self._nearest(first, gender)
            )
            if person is not None:
                return Answer(
                    person, "general", f"“{mention}” is taken for {person.name}, who held the floor"
                )
        if noun in lexicon.bodies or noun in DOCUMENTS:
            start = first + 1 if determiner in grammar.DETERMINERS and head > first else first
            return Answer(None, "body", f"“{mention}” is a body", words.cut(start, head + 1))
        return Answer(None, "unnamed", f"“{mention}” stays without a name")

    def _leading_name(self, first: int, head: int) -> Person | None:
        """The person a phrase begins with, where no campaign or staff of theirs is meant."""
        run = self.people.run_at(first)
        if run is None or run.last > head or self.words.form[run.last - 1].endswith(("’s", "'s", "’")):
            return None
        person = self.people.of_run(run)
        if person is None or not person.human or self.words.lower[run.last] in ATTRIBUTED:
            return None
        return person

    def _owner(self, first: int, head: int) -> Person | None:
        for run in self.people.runs_between(first, head):
            person = self.people.of_run(run)
            if person is not None:
                return person
        return None

    def _by_role(self, first: int, head: int, noun: str) -> Person | None:
        """Who the article calls so: most of the mention's words among their roles, then who spoke last."""
        wanted = {plain(form) for form in self.words.form[first : head + 1]} - grammar.DETERMINERS
        same = self.people.lexicon.same.get(noun, (noun,))
        best, best_score = None, (0, False, 0)
        for person in self.people.everybody[:LARGEST_CAST]:
            if person.body or not person.roles:
                continue
            roles = (
                " ".join(person.roles)
                .lower()
                .replace("sen.", "senator")
                .replace("gov.", "governor")
                .replace("rep.", "representative")
            )
            if not any(name in roles for name in same):
                continue
            score = (len(wanted & person.role_words) + 1, person is self.floor, len(person.places))
            if score > best_score:
                best, best_score = person, score
        return best

    def _mentions(self, quote: Quote) -> tuple[str, ...]:
        named: dict[str, None] = {}
        forms: list[str] = []
        for form in [*quote.content.cut(self.words.text).split(), ""]:
            bare = form.strip("“”\"‘’'()[].,;:!?—–-")
            if bare[:1].isupper():
                forms.append(bare)
            elif forms:
                self._mention(forms, named)
                forms = []
            if (
                forms
                and (not form or form[-1] in ",.;:!?—)" or form.endswith(("’s", "'s")))
                and len(plain(form)) > 2
            ):
                self._mention(forms, named)
                forms = []
        return tuple(named)

    def _mention(self, forms: list[str], named: dict[str, None]) -> None:
        person = self.people.called(forms) or self.people.called(forms[-1:])
        if person is not None and person.human and not person.body:
            named.setdefault(person.name)


def _named(mention: str, person: Person) -> str:
    return f"named: {mention}" if person.name in mention else f"“{mention}” is {person.name}"


def _fits(person: Person, gender: str) -> bool:
    if person.body or not (person.human or person.gender != "either"):
        return False
    return gender in (person.gender, "either") or person.gender == "either"
