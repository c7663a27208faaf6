"""Text to quotes: what was said, the words that report it and the mention of who said it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from index import grammar, phrases
from index.article import Kind, Quote, Span
from index.cues import ACCORDING, COLON, UNLISTED, Cue, find_cues
from index.grammar import word_set
from index.phrases import Phrase
from index.tables import Tables
from index.verbs import Verb, verb_forms
from index.words import BREAK, QUOTED, Sentence, read

REPORTING = frozenset(("clause", "that", "object", "infinitive"))
UNLISTED_WORDS = 9  # a source and a verb of which the table knows nothing
SCARE_LENGTH = 60  # characters; more than that in marks is somebody's words
SIGNATURE_WORDS = 6
QUESTIONS = word_set(
    """
    whether if for about why what how that to when who
    """
)  # after "asked"
SHORTEST_CLAUSE = 3  # words a reported clause must have
_MARKUP = re.compile(r"=\s?$")


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
        self.words, self.sentences = read(text)
        self.found: list[Quote] = []
        self.waiting: list[int] = []
        self.waiting_paragraph = 0
        self.previous: Sentence | None = None
        self.carried: Carried | None = None

    def find(self) -> tuple[Quote, ...]:
        for sentence in self.sentences:
            if not sentence.heading:
                self._signature(sentence)
                self._read(sentence)
            self.previous = sentence
        return tuple(sorted(self.found, key=lambda quote: (quote.content, quote.kind)))

    def _read(self, sentence: Sentence) -> None:
        words = self.words
        quoted = [
            place
            for place in range(sentence.first, sentence.last)
            if words.lower[place] == QUOTED and self._is_quotation(place)
        ]
        if self._is_plain(sentence) and not quoted:
            return
        cues = find_cues(words, sentence, self.forms)
        used: set[int] = set()
        for place in quoted:
            cue = self._cue_of(place, sentence, cues)
            if cue is not None and self._is_byline(cue):
                break
            if cue is not None:
                used.add(cue.first)
            self._quote(place, sentence, cue)
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

    def _is_plain(self, sentence: Sentence) -> bool:
        """Nothing in it reports speech."""
        lower, forms = self.words.lower, self.forms
        return not any(
            lower[place] in forms or lower[place] in ("according", ":")
            for place in range(sentence.first, sentence.last)
        )

    def _is_quotation(self, place: int) -> bool:
        words = self.words
        marked = words.marked[place]
        before = words.text[max(0, marked.outer.start - 2) : marked.outer.start]
        if _MARKUP.search(before) or marked.single:
            return False
        inner = marked.inner.cut(words.text)
        return any(map(str.isalnum, inner)) and not self._is_title(place, inner)

    def _is_title(self, place: int, inner: str) -> bool:
        """ "Meet the Press" after "on NBC’s", a work's title after "called" or "titled" in capitals."""
        forms = inner.rstrip(",.").split()
        capitals = sum(word[:1].isupper() or word[:1].isdigit() for word in forms)
        small = sum(
            word in ("the", "of", "and", "a", "in", "to", "for", "with", "on", "at") for word in forms
        )
        before = self.words.form[place - 1] if place else ""
        owner = before.endswith(("’s", "'s", "’")) and before[0].isupper()
        return (
            len(forms) >= 2
            and capitals + small == len(forms)
            and (
                owner
                or before
                in (
                    "on",
                    "show",
                    "book",
                    "series",
                    "program",
                    "film",
                    "movie",
                    "documentary",
                    "podcast",
                    "song",
                    "titled",
                    "entitled",
                    "host",
                    "memoir",
                )
            )
        )

    def _cue_of(self, place: int, sentence: Sentence, cues: list[Cue]) -> Cue | None:
        earlier = self._introducing(place, sentence, cues)
        following = self._following(place, sentence, cues)
        if (
            earlier is not None
            and self._touches(earlier, place)
            and (following is None or earlier.verb is not COLON)
        ):
            return self._outermost(earlier, cues)
        if following is None and earlier is not None:
            return self._outermost(earlier, cues)
        return following or self._trailing(place, cues) or self._unlisted(place, sentence)

    def _outermost(self, cue: Cue, cues: list[Cue]) -> Cue:
        """ "Jones said Smith called it “…”": it is Jones who is quoted as saying so."""
        for outer in reversed(cues[: cues.index(cue)]):
            between = self.words.lower[outer.last : cue.left]
            broken = any(word in (",", ";", "and", "but", ":", QUOTED, "—", "–") for word in between)
            if (
                broken
                or cue.shared
                or cue.relative
                or outer.inverted
                or not outer.verb.takes & {"clause", "that"}
            ):
                break
            cue = outer
        return cue

    def _touches(self, cue: Cue, place: int) -> bool:
        """Nothing but a comma, a colon, "that" or "as" stands between cue and quotation."""
        between = self.words.lower[cue.right : place]
        return len(between) <= 2 and all(
            word in (",", ":", "that", "as", "a", "the", "an", "it") for word in between
        )

    def _introducing(self, place: int, sentence: Sentence, cues: list[Cue]) -> Cue | None:
        """The nearest cue before; one in a relative or a "when" clause only for want of another."""
        earlier = [cue for cue in cues if cue.last <= place]
        if not earlier or self._touches(earlier[-1], place):
            return earlier[-1] if earlier else None
        main = [
            cue for cue in earlier if not cue.relative and not self._is_in_introduction(cue, place, sentence)
        ]
        if main:
            return main[-1]
        return earlier[-1] if earlier[-1].relative else None

    def _is_in_introduction(self, cue: Cue, place: int, sentence: Sentence) -> bool:
        words = self.words
        if words.lower[sentence.first] not in (
            "as",
            "when",
            "while",
            "after",
            "before",
            "if",
            "although",
            "though",
        ):
            return False
        if words.lower[sentence.first] == "as" and "clause" in cue.verb.takes:  # "As Jones noted, …"
            return False
        comma = next((i for i in range(sentence.first, place) if words.form[i] == ","), place)
        return cue.first < comma < place

    def _following(self, place: int, sentence: Sentence, cues: list[Cue]) -> Cue | None:
        """The cue that stands right after: "…," X said."""
        words, after = self.words, place + 1
        if after < sentence.last and (words.form[after] == "," or words.form[after] in grammar.DASHES):
            after += 1
        for cue in cues:
            beside = cue.first > place and cue.left in (place + 1, after) and not cue.shared
            says = place == sentence.first or "clause" in cue.verb.takes or cue.verb is ACCORDING
            if beside and says:
                return cue
        return None

    def _unlisted(self, place: int, sentence: Sentence) -> Cue | None:
        """ "…," she surmised: after a comma any verb reports."""
        words = self.words
        if (
            words.text[words.marked[place].inner.end - 1] not in ",?!"
            and words.form[min(place + 1, sentence.last - 1)] != ","
        ):
            return None
        first = place + 2 if place + 1 < sentence.last and words.form[place + 1] == "," else place + 1
        for verb in range(first + 1, min(first + UNLISTED_WORDS, sentence.last)):
            if (
                words.form[verb].islower()
                and words.lower[verb].endswith(("ed", "s"))
                and words.lower[verb] not in grammar.BE
            ):
                source = phrases.subject_before(words, verb, first, self.forms)
                if isinstance(source, Phrase) and source.first == first:
                    return Cue(UNLISTED, verb, verb + 1, source)
        return None

    def _trailing(self, place: int, cues: list[Cue]) -> Cue | None:
        """A cue at the end, after a comma: The "deal" is off, X said."""
        for cue in cues:
            before = self.words.form[cue.left - 1] if cue.left else ""
            if (
                cue.first > place
                and not cue.shared
                and not cue.relative
                and (before in (",", QUOTED) or cue.verb is ACCORDING)
            ):
                return cue
        return None

    def _quote(self, place: int, sentence: Sentence, cue: Cue | None) -> None:
        marked = self.words.marked[place]
        kind, clause = self._kind(place, sentence, cue)
        if cue is not None:
            source = self._span(cue.source)
            if (
                source is None
                and cue.source is None
                and self.carried is not None
                and self.carried.sentence == self.previous
            ):
                source = self.carried.source
            quote = Quote(
                kind=kind,
                content=marked.inner,
                clause=clause,
                cue=self._cue_span(cue),
                source=source,
                verb=cue.verb.lemma or None,
            )
            self._keep(quote, sentence)
            return
        self._cueless(place, sentence, Quote(kind=kind, content=marked.inner, clause=clause))

    def _cueless(self, place: int, sentence: Sentence, quote: Quote) -> None:
        if sentence.first != place:
            if quote.kind == "mixed" and self._is_scare(quote):
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

    def _is_scare(self, quote: Quote) -> bool:
        """A word or a short name in marks without a cue: a term, a title, a scare quote, nobody's words."""
        words = quote.content.cut(self.words.text)
        return " " not in words or (words[0].isupper() and len(words) < SCARE_LENGTH)

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
        return phrases.subject_of(words, sentence.first, place, self.forms)

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
        words, first = self.words, sentence.first
        if self.waiting and words.form[first] in grammar.DASHES and sentence.last - first <= SIGNATURE_WORDS:
            source = phrases.phrase_starting(words, first + 1, sentence.last, self.forms)
            if source is not None and words.form[source.first][0].isupper():
                for index in self.waiting:
                    self.found[index] = replace(self.found[index], source=self._span(source))
                self.waiting = []

    def _kind(self, place: int, sentence: Sentence, cue: Cue | None) -> tuple[Kind, Span | None]:
        words = self.words
        inner = words.marked[place].inner
        first = words.text[inner.start]
        before = words.form[place - 1] if place > sentence.first else ""
        whole = (
            before in ("", ":", ",", QUOTED)
            or before in grammar.DASHES
            or (cue is not None and cue.right == place)
        )
        complete = words.text[inner.end - 1] in ",.?!…—-" or (
            place + 1 < sentence.last and words.form[place + 1] == ","
        )
        if whole and (first.isupper() or not first.isalpha() or before in (":",)) and complete:
            return "direct", None
        if before in ("", QUOTED) and complete:
            return "direct", None
        return "mixed", self._clause(place, sentence, cue)

    def _clause(self, place: int, sentence: Sentence, cue: Cue | None) -> Span:
        words = self.words
        first, last = sentence.first, sentence.last
        if cue is not None and cue.right <= place:
            first = cue.right
            if words.lower[first] in (",", ":", "that") and first < place:
                first += 1
        elif cue is not None and cue.left > place:
            last = cue.left
        while last - 1 > place and not phrases.is_word(words, last - 1) and words.form[last - 1] != QUOTED:
            last -= 1
        return Span(words.start[first], words.end[last - 1])

    def _indirect(self, sentence: Sentence, cues: list[Cue], used: set[int]) -> None:
        for number, cue in enumerate(cues):
            if cue.first in used or cue.verb is COLON or cue.source is None:
                continue
            span = self._reported(sentence, cues, number)
            if span is None:
                continue
            if any(self.words.lower[i] == QUOTED for i in range(*span)):
                continue
            content = Span(self.words.start[span[0]], self.words.end[span[1] - 1])
            self.found.append(
                Quote(
                    kind="indirect",
                    content=content,
                    cue=self._cue_span(cue),
                    source=self._span(cue.source),
                    verb=cue.verb.lemma,
                )
            )
            if not cue.relative and not used and (self.carried is None or self.carried.sentence != sentence):
                self.carried = Carried(self._span(cue.source), sentence)

    def _reported(self, sentence: Sentence, cues: list[Cue], number: int) -> tuple[int, int] | None:
        words, cue = self.words, cues[number]
        if not cue.verb.takes & REPORTING:
            return None
        previous = cues[number - 1].right if number else sentence.first
        if (
            cue.left > sentence.first
            and words.form[cue.left - 1] in (",", QUOTED)
            and "clause" in cue.verb.takes
            and not cue.shared
            and self._closes_sentence(cue, sentence)
            and (number == 0 or cue.right >= sentence.last - 1)
        ):
            after = words.form[cue.right] if cue.right < sentence.last else ""
            last = sentence.last if after == "," and sentence.last - cue.right > 4 else cue.left - 1
            return self._trimmed(sentence.first, last)
        if cue.verb is ACCORDING and cue.left > sentence.first:
            return self._trimmed(previous if number else sentence.first, cue.left)
        last = self._reported_end(sentence, cues, number)
        first = cue.right
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

    def _reported_end(self, sentence: Sentence, cues: list[Cue], number: int) -> int:
        """Where the next report begins: ", adding that", "but said"."""
        for cue in cues[number + 1 :]:
            before = self.words.lower[cue.left - 1]
            if cue.shared and before in (",", "and", "but", "—"):
                return cue.left
            if before == "," and not cue.shared and not cue.relative and cue.right >= sentence.last - 1:
                return cue.left - 1
        return sentence.last

    def _closes_sentence(self, cue: Cue, sentence: Sentence) -> bool:
        words = self.words
        right = cue.right
        if right >= sentence.last or not phrases.is_word(words, right):
            return True
        return words.lower[right] in grammar.PREPOSITIONS | grammar.ADVERBS or words.lower[right] in (
            "when",
            "as",
            "reporters",
            "while",
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
        if cue.verb.lemma in ("say", "add") and lower[first] in (",", "of"):
            return None
        if "addressee" in takes and cue.verb.lemma in ("tell", "remind", "inform", "assure", "reassure"):
            phrase = phrases.phrase_starting(words, first, last, self.forms)
            return phrase.last if phrase is not None else first
        if lower[first] in ("with", "for", "by", "against", "on"):
            return None
        if "infinitive" in takes and lower[first] in ("to", "comment"):
            return first
        if not takes & {"clause", "object"}:
            return None
        return first

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
