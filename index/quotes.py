"""Text to quotes: what was said, the words that report it and the mention of who said it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from index import subjects
from index.article import Kind, Quote, Span
from index.block_quotes import BlockQuotes, introduces
from index.choice import CueChoice
from index.continuation import Continuation
from index.cue import COLON, Cue
from index.cues import cue_places, find_cues
from index.lexicon import lexicon
from index.quotations import Quotations
from index.reported import ReportedSpeech
from index.tables import Tables
from index.transcripts import find_transcript
from index.tweets import find_tweets
from index.verbs import Verb, noun_verbs, verb_forms
from index.voices import Voices
from index.words import QUOTED, Sentence, read


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
        self.thread = Continuation(
            self.words, self.forms, self.quotations, Voices(self.words, lexicon(tables))
        )

    def find(self) -> tuple[Quote, ...]:
        for sentence in self.sentences:
            if not self._is_taken(sentence) and not self._is_block(sentence):
                self.thread.sign(sentence)
                if not sentence.heading:
                    self._read(sentence)
            self.thread.leave(sentence)
        return tuple(sorted([*self.thread.found, *self.whole], key=_place))

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
            self.thread.found.append(quote)
        return quote is not None

    def _read(self, sentence: Sentence) -> None:
        words = self.words
        quoted = [place for place in _within(self.marked, sentence) if self.quotations.is_one(place)]
        places = _within(self.places, sentence)
        if not places and not quoted:
            return
        cues = find_cues(words, sentence, places, self.forms, self.nouns)
        if any(map(self._is_byline, cues)):
            return
        if len(cues) == 1 and not quoted and self.thread.is_closed_by(cues[0], sentence):
            self.thread.close(self._reported(cues[0], self.thread.found[-1].content), sentence)
            return
        used: set[int] = set()
        for place in quoted:
            chanted = self.quotations.is_chanted(place)
            cue = self.choice.choose(place, sentence, cues) if not chanted else None
            if cue is None and self.quotations.needs_cue(place):
                continue
            if cue is not None:
                used.add(cue.first)
            self._quote(place, sentence, cue)
        announcing = introduces(words, sentence, cues)
        if announcing is not None:
            used.add(announcing.first)
            self.blocks.announce(self._reported(announcing, Span(0, 0)), sentence)
        self._indirect(sentence, cues, used)
        self._colon_end(sentence, cues)

    def _is_byline(self, cue: Cue) -> bool:
        """ "A title," by the Post's Jones: "…" is a digest of an article, not speech."""
        source, lower = cue.source, self.words.lower
        if cue.verb is not COLON or source is None:
            return False
        by = source.first - 2 if lower[source.first - 1] == "the" else source.first - 1
        return by >= 0 and lower[by] == "by"

    def _quote(self, place: int, sentence: Sentence, cue: Cue | None) -> None:
        marked = self.words.marked[place]
        kind, clause = self.quotations.kind(place, sentence, cue)
        if cue is not None:
            self.thread.keep(self._reported(cue, marked.inner, kind=kind, clause=clause), sentence)
            return
        quote = Quote(kind=kind, content=marked.inner, clause=clause)
        if self.quotations.is_chanted(place):
            self.thread.found.append(quote)
        else:
            self.thread.add_cueless(quote, place, sentence)

    def _indirect(self, sentence: Sentence, cues: list[Cue], used: set[int]) -> None:
        for cue, (first, last) in self.speech.reported(sentence, cues, used):
            if QUOTED in self.words.form[first:last]:
                continue
            quote = self._reported(cue, self.words.span(first, last), kind="indirect")
            self.thread.found.append(quote)
            if not cue.relative and not used and not self.thread.carries(sentence) and self._is_voice(cue):
                self.thread.carry(quote.source, sentence)

    def _is_voice(self, cue: Cue) -> bool:
        """Whether a quotation may go on with a cue's source: not "The law requires"."""
        return cue.source is None or self.thread.voices.may_speak(cue.source)

    def _is_thing(self, cue: Cue) -> bool:
        """ "Then, the best joke: “…”": what stands before a colon is nobody."""
        if cue.verb is not COLON or cue.source is None or self._is_voice(cue):
            return False
        return self.words.cut(*cue.source).islower()

    def _reported(
        self,
        cue: Cue,
        content: Span,
        *,
        kind: Kind = "direct",
        clause: Span | None = None,
    ) -> Quote:
        """The quote that a cue reports; where nobody is named beside it, the sentence before may name who."""
        named = cue.source is not None and not self._is_thing(cue)
        source = self.words.span(*cue.source) if cue.source and named else self.thread.source_before()
        return Quote(
            kind=kind,
            content=content,
            clause=clause,
            cue=self.words.span(cue.first, cue.last),
            source=source,
            verb=cue.verb.lemma or None,
        )

    def _colon_end(self, sentence: Sentence, cues: list[Cue]) -> None:
        """A sentence that ends with a colon introduces the paragraph after it."""
        if self.words.form[sentence.last - 1] != ":":
            return
        source = next((cue.source for cue in reversed(cues) if cue.source is not None), None)
        source = source or subjects.subject_of(self.words, sentence.first, sentence.last, self.forms)
        if source is not None:
            self.thread.carry(self.words.span(*source), sentence, colon=True)


def _place(quote: Quote) -> tuple[int, int, str]:
    return quote.content.start, quote.content.end, quote.kind


def _within(places: Sequence[int], sentence: Sentence) -> Sequence[int]:
    """Those of some places, in order, that lie in a sentence."""
    return places[bisect_left(places, sentence.first) : bisect_left(places, sentence.last)]
