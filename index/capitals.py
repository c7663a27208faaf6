"""Capital letters: which words may be part of a name, and which lines have capitals that tell nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from index import grammar
from index.grammar import word_set
from index.words import BREAK, QUOTED, Sentence, Words

_ORDINARY = (
    grammar.DETERMINERS
    | grammar.PREPOSITIONS
    | grammar.SUBORDINATORS
    | grammar.ADVERBS
    | grammar.PRONOUNS
    | grammar.AUXILIARIES
    | grammar.CONJUNCTIONS
    | grammar.RELATIVES
    | word_set(
        """
        if there here yes no not o.k. well meanwhile asked said says let please what who how moreover indeed
        finally other others such meanwhile additionally similarly thus hence perhaps maybe ok okay oh
        according given see watch whatever whenever someone somebody everyone everybody anyone anybody nobody
        none something nothing neither either only even just
        """
    )
) - {"will"}


@lru_cache(maxsize=1 << 14)
def is_capital(form: str) -> bool:
    """Whether a word may be part of a name: a capital, and none of the small words that open sentences."""
    return form[0].isupper() and form[1:2] not in ("-", "–") and not _is_ordinary(form.lower())


def _is_ordinary(lower: str) -> bool:
    """ "they’re" is, as "they" is."""
    if lower in _ORDINARY:
        return True
    stem, apostrophe, rest = lower.replace("'", "’").partition("’")
    return bool(apostrophe) and rest in ("re", "ve", "ll", "d", "m", "s") and stem in _ORDINARY


def is_title_case(words: Words, sentence: Sentence, capitals: int) -> bool:
    """Whether a sentence is "Clinton Says Trump Is Wrong": its many ``capitals`` tell nothing."""
    if 2 * capitals < sentence.last - sentence.first or not (sentence.heading or _is_alone(words, sentence)):
        return False
    long = [
        form for form in words.form[sentence.first : sentence.last] if len(form) > 3 and form[0].isalpha()
    ]
    return len(long) > 3 and sum(form[0].isupper() for form in long) * 4 > len(long) * 3


def _is_alone(words: Words, sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own, with no comma or quotation in small letters: a heading."""
    forms = words.form[sentence.first : sentence.last]
    quoted = (
        words.marked[i].inner.cut(words.text)
        for i in range(sentence.first, sentence.last)
        if words.form[i] == QUOTED
    )
    speech = any(word[0].islower() for inner in quoted for word in inner.split() if len(word) > 3)
    opens = sentence.first == 0 or words.form[sentence.first - 1] == BREAK
    closes = sentence.last >= len(words.form) or words.form[sentence.last] == BREAK
    return opens and closes and not _is_told(forms) and "," not in forms and not speech


def _is_told(forms: Sequence[str]) -> bool:
    """Whether a line has a full stop and a verb in small letters, as prose has."""
    return forms[-1] == "." and any(form in grammar.PAST or form in grammar.AUXILIARIES for form in forms)
