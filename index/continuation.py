"""Quotes without a cue of their own: whose words they are, by the attributions before and after them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from index import grammar, signatures, subjects
from index.article import Quote, Span, replace
from index.cue import Cue
from index.phrases import Phrase, owner_ending
from index.quotations import SCARE_LENGTH, Quotations
from index.verbs import Verb
from index.voices import Voices
from index.words import BREAK, QUOTED, Sentence, Words

TERM_LENGTH = 35  # characters; words in marks that nobody says are a term up to that


@dataclass(frozen=True, slots=True)
class Carried:
    """The attribution before, which a quote without a cue of its own goes on with."""

    source: Span | None
    sentence: Sentence
    colon: bool = False


class Continuation:
    """The quotes ``found`` so far in a text, sentence by sentence; ``previous`` is the sentence before."""

    def __init__(
        self, words: Words, forms: Mapping[str, tuple[Verb, ...]], quotations: Quotations, voices: Voices
    ) -> None:
        self.words, self.forms, self.quotations, self.voices = words, forms, quotations, voices
        self.found: list[Quote] = []
        self.previous: Sentence | None = None
        self._opening: Sentence | None = None
        self._carried: Carried | None = None
        self._waiting: list[int] = []
        self._waiting_paragraph = 0

    def leave(self, sentence: Sentence) -> None:
        """Note that a sentence has been read; the first of a paragraph says whom the next may go on with."""
        if self.previous is None or self.previous.paragraph != sentence.paragraph:
            self._opening = sentence
        self.previous = sentence

    def keep(self, quote: Quote, sentence: Sentence) -> None:
        """Add a quote whose source is known; those that wait for one before it may take it, too."""
        if self._waiting and quote.source is not None:
            if self._settles(quote, sentence):
                self._settle(quote.source)
            self._waiting = []
        self.found.append(quote)
        if quote.source is not None:
            self._carried = Carried(quote.source, sentence)

    def is_closed_by(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a sentence only says whose the quotation before it is: "“We will go.” Jones said." """
        words, before = self.words, self.previous
        whole = cue.left == sentence.first and cue.right == sentence.last - 1 and cue.source is not None
        if not whole or not cue.verb.takes & {"clause", "that"}:
            return False
        if before is None or before.last != sentence.first or words.form[before.last - 1] != QUOTED:
            return False
        last = self.found[-1] if self.found else None
        if last is not None and last.source is not None and words.lower[cue.left] in grammar.DETERMINERS:
            return False  # "“No,” said Jones. “We will win.” The crowd roared."
        return last is not None and last.cue is None and last.content == words.marked[before.last - 1].inner

    def close(self, quote: Quote, sentence: Sentence) -> None:
        """Put the quotation before, now with its cue, in the place of what was found."""
        self.found.pop()
        self._waiting = [index for index in self._waiting if index < len(self.found)]
        self.keep(quote, sentence)

    def carry(self, source: Span | None, sentence: Sentence, *, colon: bool = False) -> None:
        """Go on with a source of ``sentence``; with a ``colon`` at its end it announces what follows."""
        self._carried = Carried(source, sentence, colon)

    def carries(self, sentence: Sentence | None) -> bool:
        """Whether the attribution to go on with stands in this sentence."""
        return self._carried is not None and self._carried.sentence == sentence

    def source_before(self) -> Span | None:
        """Return the source of the sentence before, None where it has none."""
        return self._carried.source if self._carried is not None and self.carries(self.previous) else None

    def add_cueless(self, quote: Quote, place: int, sentence: Sentence) -> None:
        """Add the quotation at word ``place`` of a sentence that has no cue for it; not one of nobody’s."""
        attribute = quote.kind == "mixed" and self.quotations.is_attribute(place)
        source = self._own_source(quote, place, sentence) if not attribute else None
        if source is not None:
            self.keep(replace(quote, source=source), sentence)
            return
        if quote.kind == "mixed" and self._is_term(quote, place, sentence):
            return
        length = quote.content.end - quote.content.start
        if quote.kind == "mixed" and length < SCARE_LENGTH and not self._continues(sentence, length):
            self.found.append(quote)  # "was described as “…”": the text does not say by whom
            return
        quote = replace(quote, source=self._carried_source(sentence))
        opens = place == 0 or self.words.form[place - 1] == BREAK
        carried = self._carried
        if carried is None or (opens and not carried.colon and not self.carries(self.previous)):
            self._wait(quote, sentence)
        else:
            self.keep(quote, sentence)

    def _continues(self, sentence: Sentence, length: int) -> bool:
        """Whether words that are no term go on with the sentence before: "“No,” he said. Today “we go.”"."""
        previous = self.previous
        near = previous is not None and previous.paragraph == sentence.paragraph
        return near and length > TERM_LENGTH and self.carries(previous)

    def _is_term(self, quote: Quote, place: int, sentence: Sentence) -> bool:
        """Whether partial words that nobody says are nobody's: short, and no verb before them reports."""
        if self.quotations.is_scare(quote) and sentence.first != place:
            return True
        short = quote.content.end - quote.content.start < TERM_LENGTH
        return short and not any(lower in self.forms for lower in self.words.lower[sentence.first : place])

    def sign(self, sentence: Sentence) -> None:
        """Give the quotes that wait to who signs them in this sentence: "- Jones." """
        last = self.found[-1] if self.found else None
        signed = signatures.within_marks(self.words, sentence, last, self.forms) if last is not None else None
        if last is not None and signed is not None:
            self.found[-1] = replace(last, source=self.words.span(*signed))
            self._waiting = [index for index in self._waiting if index != len(self.found) - 1]
        dashed = (
            signatures.after_dash(self.words, sentence.first, sentence, self.forms) if self._waiting else None
        )
        if dashed is not None:
            self._settle(self.words.span(*dashed))
            self._waiting = []

    def _own_source(self, quote: Quote, place: int, sentence: Sentence) -> Span | None:
        """Who signs a quotation that opens its sentence, or is the subject of the sentence it stands in."""
        if sentence.first == place:
            source = signatures.after_dash(self.words, place + 1, sentence, self.forms)
        elif quote.kind == "mixed" and self.quotations.is_scare(quote):
            source = None
        elif self._is_owned(place, sentence):
            source = owner_ending(self.words, place - 1, sentence.first)
        else:
            source = subjects.subject_of(self.words, sentence.first, place, self.forms)
            source = source if source is not None and self.voices.may_speak(source) else None
        return self.words.span(*source) if source is not None else None

    def _is_owned(self, place: int, sentence: Sentence) -> bool:
        """ "It is the pull of Jane Doe’s “you may stay” promise": a name owns the quotation."""
        before = self.words.form[place - 1] if place > sentence.first else ""
        return before[:1].isupper() and before.endswith(grammar.OWNERS)

    def _carried_source(self, sentence: Sentence) -> Span | None:
        """Whose words a quote without cue goes on with: the last speaker's, else the sentence's before."""
        carried, previous = self._carried, self.previous
        if carried is not None and (carried.colon or self.carries(previous)):
            return carried.source
        if previous is not None and not previous.heading and previous.paragraph >= sentence.paragraph - 1:
            subject = subjects.subject_of(self.words, previous.first, previous.last, self.forms)
            if subject is not None and self._may_speak(subject) and subject.last < previous.last - 1:
                return self.words.span(*subject)
        if carried is not None and carried.sentence.paragraph >= sentence.paragraph - 1:
            return carried.source
        if self._waiting and self._waiting_paragraph >= sentence.paragraph - 1:
            return self.found[self._waiting[-1]].source  # one line of quotation after another
        return self._topic(sentence.paragraph - 1)

    def _topic(self, paragraph: int) -> Span | None:
        """Whom the paragraph before speaks of: its first subject."""
        opening = self._opening
        if opening is None or opening.paragraph != paragraph or opening.heading:
            return None
        subject = subjects.subject_of(self.words, opening.first, opening.last, self.forms)
        named = subject is not None and self._may_speak(subject) and subject.last < opening.last - 1
        return self.words.span(*subject) if subject is not None and named else None

    def _may_speak(self, phrase: Phrase) -> bool:
        lower = self.words.lower[phrase.last - 1]
        named = self.words.form[phrase.last - 1][0].isupper() and lower not in grammar.PRONOUNS
        return lower in ("he", "she") or (named and self.voices.may_speak(phrase))

    def _wait(self, quote: Quote, sentence: Sentence) -> None:
        """Leave the source open until the paragraph or the next names one; till then ``quote``'s holds."""
        if self._waiting and sentence.paragraph > self._waiting_paragraph + 1:
            self._waiting = []
        self._waiting.append(len(self.found))
        self._waiting_paragraph = sentence.paragraph
        self.found.append(quote)

    def _settle(self, source: Span) -> None:
        for index in self._waiting:
            self.found[index] = replace(self.found[index], source=source)

    def _settles(self, quote: Quote, sentence: Sentence) -> bool:
        """Whether a quote's source is that of the quotes waiting before it."""
        if sentence.paragraph == self._waiting_paragraph:
            return True
        return (
            sentence.paragraph == self._waiting_paragraph + 1
            and quote.kind == "direct"
            and self._opens_line(quote)
        )

    def _opens_line(self, quote: Quote) -> bool:
        before = self.words.text[max(0, quote.content.start - 3) : quote.content.start - 1]
        return not before.strip()
