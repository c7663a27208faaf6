"""Letters that were written as UTF-8 and read as Latin-1: "PeÃ±a" for Peña."""

from __future__ import annotations

import unicodedata

TIMES = 2  # a text may have been misread, written out and misread again
_SIGNS = ("Ã", "Â")  # the first bytes of two-byte letters


def reread(word: str) -> str:
    """Return a word with the letters that it was written with; any other word as it is.

    >>> reread("PeÃ±a"), reread("PeÃ\x83Â±a"), reread("Ângela"), reread("Doe")
    ('Peña', 'Peña', 'Ângela', 'Doe')
    """
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFC", word)
    for _ in range(TIMES):
        if not any(sign in letters for sign in _SIGNS):
            break
        try:
            letters = letters.encode("latin-1").decode("utf-8")
        except UnicodeError:
            break
    return letters if letters != unicodedata.normalize("NFC", word) else word
