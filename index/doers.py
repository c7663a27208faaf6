"""Nouns for people, those that no table has told by their endings: "welder", "pollster", not "number"."""

from __future__ import annotations

import re

from index.grammar import word_set
from index.lexicon import Lexicon

_ENDINGS = re.compile(r"[a-z-]+(?:er|or|ist|ian|ican|ant|(?<!m)ent|ee|man|men|woman|women)$")
_PEOPLE = word_set("graduate legend people")
_THINGS = word_set(
    """
    accent accident anchor answer banner behavior border cancer carrier center chamber chapter charter
    cluster color committee computer consent constant content copier corner counter cover current danger
    degree dinner disaster door drawer earlier easier either element error event extent factor favor fee
    fever filter floor folder former glitter grant greater hammer harbor harder header helicopter higher
    honor horror humor important incident independent intent labor larger laser later latter layer letter
    list longer lower lumber major manner matter metaphor meter minor mirror motor neither newsletter
    number offer older order other oyster paper parlor patent pepper percent placeholder plant pointer
    poster powder power prayer printer quarter rather recent register reminder rent restaurant river
    roster rubber rumor saucer scooter sector server shelter shorter significant silver similar slaughter
    slipper smaller sticker stronger summer supper surrender sweater talent tenor tent terror theater
    thriller tier timber together tower tracker trailer transfer transformer tree tremor trigger tumor
    under upper vapor vector vigor violent voucher warrant water weather whether winter wonder wrapper
    younger zipper
    """
)  # what else ends so


def is_doer(noun: str) -> bool:
    """Return whether a noun in lower case is of somebody, or of several such, by how it ends.

    >>> is_doer("welder"), is_doer("regulators"), is_doer("number"), is_doer("agreement")
    (True, True, False, False)
    """
    one = noun.removesuffix("s")
    return one in _PEOPLE or (one not in _THINGS and _ENDINGS.match(one) is not None)


def is_somebody(noun: str, lexicon: Lexicon) -> bool:
    """Return whether a noun in lower case is of somebody, by a table or its ending; of no body or paper."""
    if noun in lexicon.documents or noun in lexicon.bodies or noun in lexicon.kinds:
        return False
    return lexicon.is_role(noun) or (is_doer(noun) and not noun.endswith("s"))
