"""Who signs the words before: "— Jane Doe, mayor of Springfield", after a dash or within the marks."""

from __future__ import annotations

from collections.abc import Container

from index import grammar, phrases
from index.article import Quote
from index.phrases import Phrase
from index.words import Sentence, Words

SIGNATURE_WORDS = 16  # "— Jane Doe, mayor of Springfield, in a speech on Monday"


def after_dash(words: Words, place: int, sentence: Sentence, verbs: Container[str]) -> Phrase | None:
    """Return the name that a dash at word ``place`` opens, where no more than what the person is follows."""
    if place >= sentence.last or words.form[place] not in grammar.DASHES:
        return None
    source = phrases.phrase_starting(words, place + 1, sentence.last, verbs)
    if source is None or sentence.last - place > SIGNATURE_WORDS or not words.form[source.first][0].isupper():
        return None
    after = words.lower[source.last] if source.last < sentence.last else "."
    return source if after in grammar.PREPOSITIONS or after in (".", ",", "(") else None


def within_marks(words: Words, sentence: Sentence, before: Quote, verbs: Container[str]) -> Phrase | None:
    """Return who signs the quote right before a sentence that ends with the mark which that quote lacks.

    That is "“The plan is dead.", and in a line below "Jane Doe, mayor of Springfield.”".
    """
    closes = words.form[sentence.last : sentence.last + 1] in (["”"], ['"'])
    if not closes or sentence.last - sentence.first > SIGNATURE_WORDS:
        return None
    if before.cue is not None or not words.lacks_mark(before.content):
        return None
    if words.text[before.content.end : words.start[sentence.first]].strip():
        return None
    source = phrases.phrase_starting(words, sentence.first, sentence.last, verbs)
    if source is None or not phrases.is_name_word(words, source.last - 1):
        return None
    return source if words.form[source.last] in ",." else None
