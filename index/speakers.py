"""Source mentions to speakers: names, pronouns, roles and bodies, within one article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from index import grammar
from index.answer import Answer
from index.antecedents import antecedent_of
from index.article import Quote, Span, Speaker, replace
from index.authors import narrator
from index.confidence import confidence
from index.descriptions import Descriptions
from index.focus import Focus
from index.heads import final_name, head_of, is_name
from index.identity import slug
from index.lexicon import Lexicon, lexicon, plain
from index.meeting import meet_people
from index.names_within import NamesWithin
from index.neuters import Neuters
from index.people import People
from index.person import GENDER_OF, Person
from index.phrases import Phrase
from index.run import Run
from index.salience import requests
from index.self_named import name_given
from index.shown_roles import shown_role
from index.tables import Tables
from index.verbs import verb_forms
from index.words import Words, read

RELATIVE_WORDS = 12  # of a clause between a source and its name: "one voter who won twice, Jane Doe, …"
READING = frozenset(("read", "continue"))  # what papers do
_PRONOUNS = grammar.PRONOUNS | GENDER_OF.keys() | {"their"}


def name_speakers(
    text: str, quotes: Sequence[Quote], tables: Tables, author: str | None = None
) -> tuple[Quote, ...]:
    """Return the quotes with speaker, confidence, reason and mentions; order and spans stay.

    ``author`` is who wrote the text, as stated beside or in it: whom "I" means outside quotation marks.
    """
    if not quotes:
        return ()
    words, sentences = read(text)
    forms = verb_forms(tables)
    people = meet_people(words, sentences, lexicon(tables), forms)
    namer = _Namer(words, people, Focus(words, sentences, people, forms))
    namer.meet(quotes)
    namer.narrator = narrator(people, author)
    return tuple(namer.name(quote) for quote in quotes)


class _Namer:
    """Walks through an article's quotes, in text order."""

    def __init__(self, words: Words, people: People, focus: Focus) -> None:
        self.words, self.people, self.focus = words, people, focus
        self.descriptions = Descriptions(words, people, focus)
        self.neuters = Neuters(people, self.descriptions)
        self.answers: dict[Span, Answer] = {}
        self.quotes: dict[Span, list[Quote]] = {}
        self.names = NamesWithin(words, people)
        self.narrator: Person | None = None

    def meet(self, quotes: Sequence[Quote]) -> None:
        """Note who speaks under a name: they are people, whatever the name."""
        for quote in quotes:
            if quote.source is not None:
                self.quotes.setdefault(quote.source, []).append(quote)
            if quote.source is not None and self.words.text[quote.source.start].isupper():
                first, last = self._places(quote.source)
                run = final_name(self.people, first, last)
                run = run or self._run_of_head(first, head_of(self.people, first, last))
                person = self.people.of_run(run) if run is not None else None
                if person is not None and not person.body and run is not None and run.kind == "person":
                    named = self.people.is_surely_named(run) and not self.people.is_common(person.words[-1])
                    person.human = person.human or named

    def name(self, quote: Quote) -> Quote:
        answer = self._answer(quote.source)
        if quote.cue is None and quote.source is not None:
            answer = answer._replace(reason=f"no cue of its own; {answer.reason}")
        self._remember(quote, answer)
        return replace(
            quote,
            speaker=_speaker(answer, self.people.lexicon),
            confidence=self._confidence(quote, answer),
            reason=answer.reason,
            mentions=self.names.mentioned(quote),
        )

    def _confidence(self, quote: Quote, answer: Answer) -> float:
        unmarked = self.words.lacks_mark(quote.content)
        return confidence(answer.way, quote.kind, cue=quote.cue is not None, unmarked=unmarked)

    def _remember(self, quote: Quote, answer: Answer) -> None:
        person, source = answer.person, quote.source
        if source is not None and (answer.name or person is not None):
            self.descriptions.documents.hear(bisect_left(self.words.start, source.start), answer)
        if person is not None and not person.body and source is not None and not self._is_first(source):
            asks = quote.verb == "ask" and not self._requests(quote)
            self.focus.hear(person, bisect_left(self.words.start, source.start), asks=asks)
        elif source is not None and answer.way == "unnamed":
            self.focus.hear_stranger(Phrase(*self._places(source)))

    def _requests(self, quote: Quote) -> bool:
        """ "Doe asked her aide to call": no question that somebody else answers."""
        return quote.cue is not None and requests(self.words, bisect_left(self.words.start, quote.cue.end))

    def _is_first(self, source: Span) -> bool:
        """Whether a source is "I", of whom no "she" goes on."""
        return source.cut(self.words.text) == "I"

    def _answer(self, source: Span | None) -> Answer:
        if source is None:
            return Answer(None, "nobody", "nothing says who speaks")
        if source not in self.answers:
            self.answers[source] = self._resolve(*self._places(source))
        return self.answers[source]

    def _places(self, source: Span) -> tuple[int, int]:
        """The words of a source: the first, and the one after the last."""
        starts = self.words.start
        return bisect_left(starts, source.start), bisect_left(starts, source.end)

    def _resolve(self, first: int, last: int) -> Answer:
        words = self.words
        clause = antecedent_of(self.people, first, last)
        first, last, antecedent = clause.first, clause.last, clause.name
        if last - first == 1 and plain(words.form[first]) in _PRONOUNS:
            return self._pronoun(first, last)
        mention = words.cut(first, last)
        if mention.isupper() and plain(words.form[last - 1]) in self.people.lexicon.unnamed:
            return Answer(None, "unnamed", f"“{mention}” stays without a name")  # REPORTER: in a transcript
        head = head_of(self.people, first, last)
        for run in (antecedent, final_name(self.people, first, last), self._run_of_head(first, head)):
            person = self.people.of_run(run) if run is not None else None
            if person is not None and self.descriptions.bodies.is_kind(person):
                answer = self.descriptions.resolve(first, head, last)
                if answer.way != "unnamed" or words.lower[first] in grammar.INDEFINITE:
                    return answer
            if person is not None and is_name(words, first, person):
                return _named(words.cut(first, last), person)
        apposed = self._apposed(first, last)
        if apposed is not None:
            return _named(words.cut(first, last), apposed)
        return self.descriptions.resolve(first, head, last)

    def _apposed(self, first: int, last: int) -> Person | None:
        """ "One voter, Jane Doe, 35, …", "one who won, former actor Jane Doe, …": the name behind."""
        given = name_given(self.people, last)
        if given is not None:
            return given
        name = self._past_relative(last)
        run = self.people.run_at(name) if name > last else None
        person = self.people.of_run(run) if run is not None and run.length > 1 else None
        if run is None or person is None or person.body or not self._closes_apposition(run, first):
            return None
        return person

    def _past_relative(self, last: int) -> int:
        """Where a name would begin behind a source that ends at ``last``; there where no comma follows."""
        form, lexicon, comma = self.words.form, self.people.lexicon, last
        if form[last : last + 1] == ["who"]:
            clause = range(last, min(last + RELATIVE_WORDS, len(form)))
            comma = next((place for place in clause if form[place] == ","), last)
        if form[comma : comma + 1] != [","]:
            return last
        name = comma + 1
        while name < len(form) and (form[name] in lexicon.modifiers or lexicon.is_role(form[name])):
            name += 1
        return name

    def _closes_apposition(self, run: Run, first: int) -> bool:
        """Whether no verb can follow a name: "said one voter, Jane Doe of Oslo", not "to one voter, …"."""
        after, before = self.words.lower[run.last : run.last + 1], self.words.lower[max(0, first - 1) : first]
        return after in ([","], ["and"]) or (after in (["of"], ["from"], ["."]) and before != ["to"])

    def _run_of_head(self, first: int, head: int) -> Run | None:
        run = self.people.run_at(head)
        owner = self.words.form[head].endswith(("’s", "'s", "s’"))
        return None if run is None or run.first < first or owner else run

    def _pronoun(self, place: int, last: int) -> Answer:
        lower = plain(self.words.form[place])
        gender = GENDER_OF.get(lower)
        source = Span(self.words.start[place], self.words.end[last - 1])
        if lower == "it":
            reads = any(quote.verb in READING for quote in self.quotes.get(source, ()))
            return self.neuters.it(place, reads=reads)
        if lower == "i" and self.narrator is not None:
            return Answer(self.narrator, "pronoun", f"“I” is {self.narrator.name}, who tells the article")
        if gender is None:
            they = self.neuters.they(place) if lower == "they" else None
            return they or Answer(None, "unnamed", f"“{lower}” names nobody")
        contents = (quote.content for quote in self.quotes.get(source, ()))
        spoken_of = {person for content in contents for person in self.names.people_in(content)}
        person, sure = self.focus.meant(place, gender, spoken_of=spoken_of)
        if person is None:
            return Answer(None, "nobody", f"nobody “{lower}” could be is named before")
        if person.gender == "either":
            person.gender = gender
        if person.unnamed:
            self.focus.hear(person, place)
            return Answer(None, "unnamed", f"“{lower}” is {person.name}, who stays without a name")
        reason = f"“{lower}” is {person.name}, of whom the text speaks"
        return Answer(person, "pronoun" if sure else "doubtful", reason)


def _named(mention: str, person: Person) -> Answer:
    person.human = person.human or not person.body
    reason = f"named: {mention}" if person.name in mention else f"“{mention}” is {person.name}"
    return Answer(person, "body" if person.body else "name", reason)


def _speaker(answer: Answer, lexicon: Lexicon) -> Speaker | None:
    if answer.person is not None:
        person = answer.person
        return Speaker(slug(person.name), person.name, shown_role(person, lexicon))
    return Speaker(slug(answer.name), answer.name) if answer.name else None
