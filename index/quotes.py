"""Text to quotes: what was said, the words that report it and the mention of who said it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index import grammar, phrases, subjects
from index.article import Kind, Quote, Span
from index.block_quotes import BlockQuotes, introduces
from index.choice import CueChoice
from index.cue import COLON, Cue
from index.cues import cue_places, find_cues
from index.lexicon import lexicon
from index.phrases import Phrase
from index.quotations import SCARE_LENGTH, Quotations
from index.reported import ReportedSpeech
from index.tables import Tables
from index.transcripts import find_transcript
from index.tweets import find_tweets
from index.verbs import Verb, noun_verbs, verb_forms
from index.words import BREAK, QUOTED, Sentence, read

SIGNATURE_WORDS = 16  # "— Jane Doe, mayor of Springfield, in a speech on Monday"


@dataclass(frozen=True, slots=True)
class Carried:
    """The attribution before, which a quote without a cue of its own goes on with."""

    source: Span | None
    sentence: Sentence
    colon: bool = False


def find_quotes(text: str, tables: Tables) -> tuple[Quote, ...]:
    """Return the quotes of ``text`` in text order, without their speakers.

    A quote that only continues the one before has no cue; its source is that one's.
    """
    return _Finder(text, tables).find()


class _Finder:
    """One pass over a text's sentences."""

    def __init__(self, text: str, tables: Tables) -> None:
        self.forms: Mapping[str, tuple[Verb, ...]] = verb_forms(tables)
        self.nouns = noun_verbs(tables)
        self.words, self.sentences = read(text)
        self.places = cue_places(self.words, tables)
        self.marked = list(self.words.marked)
        self.choice = CueChoice(self.words, self.forms)
        self.quotations = Quotations(self.words, lexicon(tables).first_names)
        self.speech = ReportedSpeech(self.words, self.forms)
        transcript, tweets = find_transcript(self.words, tables), find_tweets(text)
        self.whole = [*transcript.quotes, *tweets.quotes]
        self.taken = sorted([*transcript.lines, *tweets.lines])
        self.blocks = BlockQuotes(self.words)
        self.found: list[Quote] = []
        self.waiting: list[int] = []
        self.waiting_paragraph = 0
        self.previous: Sentence | None = None
        self.carried: Carried | None = None

    def find(self) -> tuple[Quote, ...]:
        for sentence in self.sentences:
            if not self._is_taken(sentence) and not self._is_block(sentence):
                self._signature(sentence)
                if not sentence.heading:
                    self._read(sentence)
            self.previous = sentence
        self.found += self.whole
        return tuple(sorted(self.found, key=lambda quote: (quote.content, quote.kind)))

    def _is_taken(self, sentence: Sentence) -> bool:
        """Whether the sentence stands in a line of a transcript or a tweet, which are quoted whole."""
        start = self.words.start[sentence.first]
        index = bisect_right(self.taken, start, key=lambda line: line.start) - 1
        return index >= 0 and start < self.taken[index].end

    def _is_block(self, sentence: Sentence) -> bool:
        """Whether the sentence belongs to a paragraph that a colon before it has announced as words."""
        if self.blocks.holds(sentence):
            return True
        quote = self.blocks.begin(sentence)
        if quote is not None:
            self.found.append(quote)
        return quote is not None

    def _read(self, sentence: Sentence) -> None:
        words = self.words
        quoted = [place for place in _within(self.marked, sentence) if self.quotations.is_one(place)]
        places = _within(self.places, sentence)
        if not places and not quoted:
            return
        cues = find_cues(words, sentence, places, self.forms, self.nouns)
        used: set[int] = set()
        for place in quoted:
            cue = self.choice.choose(place, sentence, cues)
            if cue is not None and self._is_byline(cue):
                break
            if cue is None and self.quotations.needs_cue(place):
                continue
            if cue is not None:
                used.add(cue.first)
            self._quote(place, sentence, cue)
        announcing = introduces(words, sentence, cues)
        if announcing is not None:
            used.add(announcing.first)
            source = self._span(announcing.source)
            self.blocks.announce(self._reported(announcing, source, Span(0, 0)), sentence)
        self._indirect(sentence, cues, used)
        self._colon_end(sentence, cues)

    def _is_byline(self, cue: Cue) -> bool:
        """ "A title," by the Post's Jones: "…" is a digest of an article, not speech."""
        source = cue.source
        return (
            cue.verb is COLON
            and source is not None
            and self.words.lower[source.first - 1 : source.first] == ["by"]
        )

    def _quote(self, place: int, sentence: Sentence, cue: Cue | None) -> None:
        marked = self.words.marked[place]
        kind, clause = self.quotations.kind(place, sentence, cue)
        if cue is not None:
            source = self._span(cue.source)
            if (
                source is None
                and cue.source is None
                and self.carried is not None
                and self.carried.sentence == self.previous
            ):
                source = self.carried.source
            self._keep(self._reported(cue, source, marked.inner, kind=kind, clause=clause), sentence)
            return
        self._cueless(place, sentence, Quote(kind=kind, content=marked.inner, clause=clause))

    def _cueless(self, place: int, sentence: Sentence, quote: Quote) -> None:
        signed = self._signed(place + 1, sentence) if sentence.first == place else None
        if signed is not None:
            self._keep(replace(quote, source=signed), sentence)
            return
        if sentence.first != place:
            if quote.kind == "mixed" and self.quotations.is_scare(quote):
                return
            subject = self._subject(sentence, place)
            if subject is not None:
                self._keep(replace(quote, source=self._span(subject)), sentence)
                return
        if quote.kind == "mixed" and quote.content.end - quote.content.start < SCARE_LENGTH:
            return
        opens = place == 0 or self.words.form[place - 1] == BREAK
        source = self._carried_source(sentence)
        carried = self.carried
        if carried is None or (opens and not carried.colon and carried.sentence != self.previous):
            self._wait(replace(quote, source=source), sentence)
        else:
            self._keep(replace(quote, source=source), sentence)

    def _carried_source(self, sentence: Sentence) -> Span | None:
        """Whose words a quote without cue goes on with: the last speaker's, else the sentence's before."""
        carried, previous = self.carried, self.previous
        if carried is not None and (carried.colon or carried.sentence == previous):
            return carried.source
        if previous is not None and not previous.heading and previous.paragraph >= sentence.paragraph - 1:
            subject = self._subject(previous, previous.last)
            if subject is not None and self._may_speak(subject):
                return self._span(subject)
        if carried is not None and carried.sentence.paragraph >= sentence.paragraph - 1:
            return carried.source
        return None

    def _may_speak(self, phrase: Phrase) -> bool:
        lower = self.words.lower[phrase.last - 1]
        return lower in ("he", "she") or (
            self.words.form[phrase.last - 1][0].isupper() and lower not in grammar.PRONOUNS
        )

    def _wait(self, quote: Quote, sentence: Sentence) -> None:
        """Leave the source open until the paragraph or the next names one; till then ``quote``'s holds."""
        if self.waiting and sentence.paragraph > self.waiting_paragraph + 1:
            self.waiting = []
        self.waiting.append(len(self.found))
        self.waiting_paragraph = sentence.paragraph
        self.found.append(quote)

    def _subject(self, sentence: Sentence, place: int) -> Phrase | None:
        words = self.words
        return subjects.subject_of(words, sentence.first, place, self.forms)

    def _keep(self, quote: Quote, sentence: Sentence) -> None:
        if self.waiting and quote.source is not None:
            if self._settles(quote, sentence):
                for index in self.waiting:
                    self.found[index] = replace(self.found[index], source=quote.source)
            self.waiting = []
        self.found.append(quote)
        if quote.source is not None:
            self.carried = Carried(quote.source, sentence)

    def _settles(self, quote: Quote, sentence: Sentence) -> bool:
        """Whether a quote's source is that of the quotes waiting before it."""
        if sentence.paragraph == self.waiting_paragraph:
            return True
        return (
            sentence.paragraph == self.waiting_paragraph + 1
            and quote.kind == "direct"
            and self._opens_line(quote)
        )

    def _opens_line(self, quote: Quote) -> bool:
        before = self.words.text[max(0, quote.content.start - 3) : quote.content.start - 1]
        return not before.strip()

    def _signature(self, sentence: Sentence) -> None:
        """ "- Jones." under a quote names who said it."""
        self._signature_within(sentence)
        source = self._signed(sentence.first, sentence) if self.waiting else None
        if source is not None:
            for index in self.waiting:
                self.found[index] = replace(self.found[index], source=source)
            self.waiting = []

    def _signature_within(self, sentence: Sentence) -> None:
        """ "“The plan is dead.", and in a line below "Jane Doe, mayor of Springfield.”": within the marks."""
        words, last = self.words, self.found[-1] if self.found else None
        closes = words.form[sentence.last : sentence.last + 1] in (["”"], ['"'])
        closes = closes and sentence.last - sentence.first <= SIGNATURE_WORDS
        if not closes or last is None or last.cue is not None or not words.lacks_mark(last.content):
            return
        if words.text[last.content.end : words.start[sentence.first]].strip():
            return
        source = phrases.phrase_starting(words, sentence.first, sentence.last, self.forms)
        if (
            source is not None
            and phrases.is_name_word(words, source.last - 1)
            and words.form[source.last] in ",."
        ):
            self.found[-1] = replace(last, source=self._span(source))
            self.waiting = [index for index in self.waiting if index != len(self.found) - 1]

    def _signed(self, place: int, sentence: Sentence) -> Span | None:
        """The name that a dash at word ``place`` opens, where no more than what the person is follows."""
        words = self.words
        if place >= sentence.last or words.form[place] not in grammar.DASHES:
            return None
        source = phrases.phrase_starting(words, place + 1, sentence.last, self.forms)
        if (
            source is None
            or sentence.last - place > SIGNATURE_WORDS
            or not words.form[source.first][0].isupper()
        ):
            return None
        after = words.lower[source.last] if source.last < sentence.last else "."
        return self._span(source) if after in grammar.PREPOSITIONS or after in (".", ",", "(") else None

    def _indirect(self, sentence: Sentence, cues: list[Cue], used: set[int]) -> None:
        for number, cue in enumerate(cues):
            if cue.first in used or cue.verb is COLON or cue.source is None:
                continue
            span = self.speech.reported(sentence, cues, number)
            if span is None:
                continue
            if QUOTED in self.words.form[span[0] : span[1]]:
                continue
            content = Span(self.words.start[span[0]], self.words.end[span[1] - 1])
            self.found.append(self._reported(cue, self._span(cue.source), content, kind="indirect"))
            if not cue.relative and not used and (self.carried is None or self.carried.sentence != sentence):
                self.carried = Carried(self._span(cue.source), sentence)

    def _reported(
        self,
        cue: Cue,
        source: Span | None,
        content: Span,
        *,
        kind: Kind = "direct",
        clause: Span | None = None,
    ) -> Quote:
        """The quote that a cue reports."""
        return Quote(
            kind=kind,
            content=content,
            clause=clause,
            cue=self._cue_span(cue),
            source=source,
            verb=cue.verb.lemma or None,
        )

    def _colon_end(self, sentence: Sentence, cues: list[Cue]) -> None:
        """A sentence that ends with a colon introduces the paragraph after it."""
        if self.words.form[sentence.last - 1] != ":":
            return
        source = next((cue.source for cue in reversed(cues) if cue.source is not None), None)
        source = source or self._subject(sentence, sentence.last)
        if source is not None:
            self.carried = Carried(self._span(source), sentence, colon=True)

    def _span(self, phrase: Phrase | None) -> Span | None:
        if phrase is None:
            return None
        return Span(self.words.start[phrase.first], self.words.end[phrase.last - 1])

    def _cue_span(self, cue: Cue) -> Span:
        return Span(self.words.start[cue.first], self.words.end[cue.last - 1])


def _within(places: Sequence[int], sentence: Sentence) -> Sequence[int]:
    """Those of some places, in order, that lie in a sentence."""
    return places[bisect_left(places, sentence.first) : bisect_left(places, sentence.last)]
