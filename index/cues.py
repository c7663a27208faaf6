"""Cues: the reporting words of a sentence, and the source beside each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from index import grammar, phrases, subjects
from index.grammar import word_set
from index.phrases import Phrase
from index.verbs import Verb
from index.words import QUOTED, Sentence, Words

ACCORDING = Verb("according to", "", "past", frozenset(("clause",)), "neutral")
COLON = Verb(":", "", "past", frozenset(("quote",)), "neutral")
SIGNED = Verb("", "", "past", frozenset(("quote",)), "neutral")  # “…” — Jane Doe
UNLISTED = Verb("", "", "past", frozenset(("quote",)), "neutral")
BY_LIMIT = 14  # words after a passive verb in which "by …" names its source
# Words that are nouns at least as often as verbs: their subject must stand right before them.
NOUNS = word_set(
    """
    claim claims report reports call calls note notes state states comment comments remark remarks
    question questions demand demands promise promises attack attacks request requests answer answers
    estimate estimates project projects pledge pledges offer offers appeal appeals cast blast rip slam
    post posts text texts tweet tweets email emails title quote quotes address blame fault name names
    brand label term terms detail details issue issues release releases share shares sign signs
    challenge challenges charge charges threat press reply response counter credit protest protests
    object objects voice dispute disputes order orders express thanks cry cries reporting thinking
    feeling laugh nod hint praise love speak talk talks paint cast labels joke jokes deal read reads
    knock
    """
)
NAMING = frozenset(
    ("call", "title", "dub", "label", "caption", "term", "name", "compare")
)  # "a move called …"
PARTIES = frozenset(["republicans", "democrats", "conservatives", "liberals", "americans", "sanders"]) - {
    "sanders"
}
PLURAL_SUBJECTS = word_set(
    """
    they we i you people critics others some many most both who
    """
)


@dataclass(frozen=True, slots=True)
class Cue:
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


def find_cues(words: Words, sentence: Sentence, forms: Mapping[str, tuple[Verb, ...]]) -> list[Cue]:
    """Return the cues of a sentence from left to right."""
    cues: list[Cue] = []
    lower = words.lower
    for place in range(sentence.first, sentence.last):
        word = lower[place]
        cue = None
        if word in forms:
            cue = _verb_cue(words, sentence, place, forms, cues)
        elif word == "according" and place + 1 < sentence.last and lower[place + 1] == "to":
            source = phrases.phrase_starting(words, place + 2, sentence.last, forms)
            cue = Cue(ACCORDING, place, place + 2, source, inverted=True)
        elif word == ":" and place + 1 < sentence.last and lower[place + 1] == QUOTED:
            cue = _colon_cue(words, sentence, place, forms, cues)
        if cue is not None:
            cues.append(cue)
    return cues


def _colon_cue(
    words: Words, sentence: Sentence, place: int, forms: Mapping[str, tuple[Verb, ...]], cues: list[Cue]
) -> Cue | None:
    if cues:
        return None
    source = phrases.phrase_ending(words, place, sentence.first, forms)
    if source is None or (
        source.first > sentence.first + 1
        and words.form[source.first - 1] not in ("from", "by", "-", "—", "–", "--")
    ):
        source = subjects.subject_of(words, sentence.first, place, forms) or source
    return Cue(COLON, place, place + 1, source)


def _verb_cue(
    words: Words,
    sentence: Sentence,
    place: int,
    forms: Mapping[str, tuple[Verb, ...]],
    cues: list[Cue],
) -> Cue | None:
    lower = words.lower
    verb = _which(words, sentence, place, forms)
    if verb is None or (cues and place < cues[-1].last):
        return None
    if (
        words.form[place][0].isupper()
        and place + 1 < sentence.last
        and lower[place + 1] in ("said", "says", "told", "wrote")
    ):
        return None
    last = place + 1 + (len(verb.particle.split()) if verb.particle else 0)
    before = lower[place - 1] if place > sentence.first else ""
    if before in grammar.DETERMINERS or before == "to" or before.endswith(("’s", "'s")):
        return _infinitive(words, sentence, place, last, verb, cues, forms) if before == "to" else None
    after = lower[last] if last < sentence.last else ""
    if verb.form in ("past", "participle") and (
        _is_passive(words, sentence, place) or (place == sentence.first and after == "by")
    ):
        return _passive(words, sentence, place, last, verb, forms)
    if verb.form == "ing" and before not in grammar.BE:
        return _participle(words, sentence, place, last, verb, cues, forms)
    source = subjects.subject_before(words, place, sentence.first, forms)
    if isinstance(source, str):
        shared = _shared_source(words, sentence, place, cues, forms)
        if lower[place] in NOUNS or verb.form == "base":
            return None
        return Cue(verb, place, last, shared, shared=True)
    if source is not None:
        relative = words.lower[source.last - 1] in grammar.RELATIVES
        return (
            Cue(verb, place, last, source, relative=relative) if _agrees(words, place, verb, source) else None
        )
    return _inverted(words, sentence, place, last, verb, forms)


def _which(
    words: Words, sentence: Sentence, place: int, forms: Mapping[str, tuple[Verb, ...]]
) -> Verb | None:
    for verb in forms[words.lower[place]]:
        particle = verb.particle.split()
        if words.lower[place + 1 : place + 1 + len(particle)] == particle:
            after = place + 1 + len(particle)
            if verb.lemma == "go on" and (
                after >= sentence.last or words.form[after] not in (",", ":", ".", QUOTED)
            ):
                return None
            return verb if after <= sentence.last else None
    return None


def _is_passive(words: Words, sentence: Sentence, place: int) -> bool:
    place -= 1
    while place >= sentence.first and (
        words.lower[place] in grammar.ADVERBS
        or words.lower[place].endswith("ly")
        or words.lower[place] == "not"
    ):
        place -= 1
    return place >= sentence.first and words.lower[place] in grammar.BE | {"being", "get", "got"}


def _passive(
    words: Words,
    sentence: Sentence,
    place: int,
    last: int,
    verb: Verb,
    forms: Mapping[str, tuple[Verb, ...]],
) -> Cue | None:
    """ "was described as … by X": the source is X; without "by" nobody is named, and there is no cue."""
    if verb.lemma == "quote":
        source = subjects.subject_before(words, place, sentence.first, forms)
        return Cue(verb, place, last, source) if isinstance(source, Phrase) else None
    for by in range(last, min(last + BY_LIMIT, sentence.last)):
        if words.lower[by] == "by":
            return Cue(verb, place, last, phrases.phrase_starting(words, by + 1, sentence.last, forms))
    return None


def _follows_with(words: Words, place: int) -> bool:
    """Whether the word before ``place`` is "with", which opens "with Jones saying"."""
    return words.lower[place - 1] == "with"


def _participle(
    words: Words,
    sentence: Sentence,
    place: int,
    last: int,
    verb: Verb,
    cues: list[Cue],
    forms: Mapping[str, tuple[Verb, ...]],
) -> Cue | None:
    """ "…, adding that": the subject of the sentence speaks; "with X saying": X does."""
    if (
        place > sentence.first
        and words.form[place - 1] not in (",", "—", "–")
        and words.lower[place - 1]
        not in ("and", "in", "by", "while", "before", "after", "as", "without", "when", QUOTED)
    ):
        start = max(sentence.first, place - BY_LIMIT)
        opener = next((i for i in range(place - 1, start, -1) if _follows_with(words, i)), start)
        source = phrases.phrase_ending(words, place, opener, forms)
        opened = words.lower[source.first - 1] if source is not None and source.first > sentence.first else ""
        if source is not None and (
            opened == "with" or (opened in ("–", "—") and phrases.is_name_word(words, source.first))
        ):
            return Cue(verb, place, last, source)
    shared = _shared_source(words, sentence, place, cues, forms)
    if place == sentence.first or shared is None:
        comma = next((i for i in range(place, min(place + 40, sentence.last)) if words.form[i] == ","), place)
        shared = phrases.phrase_starting(words, comma + 1, sentence.last, forms)
    return Cue(verb, place, last, shared, shared=True)


def _infinitive(
    words: Words,
    sentence: Sentence,
    place: int,
    last: int,
    verb: Verb,
    cues: list[Cue],
    forms: Mapping[str, tuple[Verb, ...]],
) -> Cue | None:
    """ "went on to say": a cue beside quotation marks; a plain "to say" reports nothing."""
    opener = words.lower[place - 2] if place - 2 >= sentence.first else ""
    if opener in ("on", "continued", "used", "using", "seemed", "appeared", "proceeded", "rushed", "quick"):
        return Cue(verb, place, last, _shared_source(words, sentence, place, cues, forms), shared=True)
    if last < sentence.last and QUOTED in words.lower[last : min(last + 3, sentence.last)]:
        return Cue(verb, place, last, _shared_source(words, sentence, place, cues, forms), shared=True)
    return None


def _shared_source(
    words: Words,
    sentence: Sentence,
    place: int,
    cues: list[Cue],
    forms: Mapping[str, tuple[Verb, ...]],
) -> Phrase | None:
    speaking = [
        cue for cue in cues if cue.source is not None and not (cue.inverted and cue.verb is ACCORDING)
    ]
    if not speaking:
        return subjects.subject_of(words, sentence.first, place, forms)
    outer = speaking[0]
    # "Jones noted that members have pledged more but acknowledged …": it is Jones who acknowledges.
    if words.lower[place - 1] == "but" and words.lower[outer.right : outer.right + 1] == ["that"]:
        return outer.source
    return speaking[-1].source


def _agrees(words: Words, place: int, verb: Verb, source: Phrase) -> bool:
    """Whether the form may be this subject's verb rather than a noun or an adjective."""
    before = words.lower[place - 1]
    head = words.lower[source.last - 1]
    if head in grammar.RELATIVES:
        return True
    if verb.lemma in NAMING and verb.form == "past":
        return (
            not words.form[source.last - 1].islower() or head in grammar.PRONOUNS or head in PLURAL_SUBJECTS
        )
    if verb.form == "base" and words.lower[place] not in ("read", "put"):
        if words.lower[place] in NOUNS and (
            words.form[min(place + 1, len(words.form) - 1)] == ":" or head.endswith(("ous", "us", "is"))
        ):
            return False
        plural = head in PLURAL_SUBJECTS or (
            (
                head.endswith("s")
                and not head.endswith(("ss", "’s", "'s"))
                and words.form[source.last - 1].islower()
            )
            or head in PARTIES
        )
        return plural or before in (
            "will",
            "would",
            "may",
            "might",
            "did",
            "didn’t",
            "didn't",
            "can",
            "could",
        )
    if words.lower[place] in NOUNS:
        if words.form[min(place + 1, len(words.form) - 1)] in (":", ",", "that", QUOTED) and before == head:
            return True
        return (
            words.form[place].islower()
            and before == head
            and (
                (words.form[source.last - 1][0].isupper() and words.lower[source.first] != "the")
                or head in grammar.PRONOUNS
                or head in PLURAL_SUBJECTS
            )
            and not head.endswith(("’s", "'s", "’"))
        )
    return not head.endswith(("’s", "'s"))


def _inverted(
    words: Words,
    sentence: Sentence,
    place: int,
    last: int,
    verb: Verb,
    forms: Mapping[str, tuple[Verb, ...]],
) -> Cue | None:
    before = words.lower[place - 1] if place > sentence.first else ""
    if before not in (",", QUOTED, "—", "–", "so", "as", "") or verb.form in ("ing", "base"):
        return None
    if before == "" and words.form[place][0].isupper() and verb.form != "past" and verb.form != "present":
        return None
    source = phrases.phrase_starting(words, last, sentence.last, forms)
    if source is None or words.lower[source.first] in ("it", "that", "this", "they"):
        source = None
    return Cue(verb, place, last, source, inverted=True)
