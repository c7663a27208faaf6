"""One form for words that are spelt, accented or inflected differently: folding, spelling, stem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

# organise, organised, organisation …; at least three letters before it, for rise, wise and raise have no -ize
_ISE = re.compile(r"(?P<base>.{3,}[iy])s(?P<ending>e|ed|es|er|ers|ing|able|ation|ations|ational)")

LONGEST = 100  # letters of a word that tell it apart; what is longer is data, not language


class Spelling:
    """The rules of the table spellings.toml, compiled. ``stem`` is the stemmer to lay on top."""

    def __init__(self, table: Mapping[str, Any], stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._letters = str.maketrans(dict(table["letters"]))
        self._not_ize = frozenset(table["ise"]["keep"])
        self._stems = {
            self._plain_stem(one): self._plain_stem(other) for one, other in table["words"].items()
        }

    def fold(self, text: str) -> str:
        """Return the first LONGEST letters and digits, lower case, no accents: "O’Brien" → "obrien"."""
        if text.isascii() and text.isalnum():
            return text.lower()[:LONGEST]
        lower = unicodedata.normalize("NFKD", text).casefold()  # 𝐀 has no lower case before it is an A
        taken_apart = unicodedata.normalize("NFKD", lower).translate(self._letters)
        return "".join(character for character in taken_apart if character.isalnum())[:LONGEST]

    def term(self, folded: str) -> str:
        """Return the term a folded word is indexed under: "defences" → "defens"."""
        stem = self._plain_stem(folded)
        return self._stems.get(stem, stem)

    def _plain_stem(self, folded: str) -> str:
        """The stem of a word, which is spelt with -ize where it may be spelt with -ise."""
        return self._stem(self._with_z(folded) if "is" in folded or "ys" in folded else folded)

    def _with_z(self, folded: str) -> str:
        match = _ISE.fullmatch(folded)
        if match is None or f"{match['base']}s" in self._not_ize:
            return folded
        return f"{match['base']}z{match['ending']}"
