"""What makes an article, a quote or a name the same one next time: ids that outlive re-indexing."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from index.article import Article, Quote, replace

UNKNOWN = "unknown"
ARTICLE_LENGTH = 12  # base32 characters, 60 bits: one chance in 10^6 of a clash among a million articles
QUOTE_LENGTH = 8  # 40 bits, within one article
CACHED_SLUGS = 10_000  # outlets and speakers come again and again
OPENING_WORDS = 12  # the words of a quote its id is made of
OPENING_CHARACTERS = 120  # that have more words than those, as a rule
WORDING_WORDS = 5  # a quote of fewer words stands in two articles by chance

_APOSTROPHES = "'’ʼ"
_APOSTROPHES_IN_NAMES = dict.fromkeys(map(ord, "'’ʼ‘ʻ`´"))  # O‘Brien, Oʻzbek
# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_SEPARATOR = re.compile(r"[/\\]")
_INITIAL_DOT = re.compile(r"(?<=\b[a-z])\.")
_SLUG_WORD = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"\w+")


@lru_cache(CACHED_SLUGS)
def slug(name: str) -> str:
    """Return ``name`` as lowercase ASCII words joined by hyphens; "unknown" for an empty name.

    A name in another script gives a short hash, the same each time.

    >>> slug("Recep Tayyip Erdoğan"), slug("J.D. O’Brien"), slug("")
    ('recep-tayyip-erdogan', 'jd-obrien', 'unknown')
    """
    lower = name.lower().translate(_APOSTROPHES_IN_NAMES).translate(_LETTERS)
    folded = unicodedata.normalize("NFKD", lower)
    if not folded.isascii():
        folded = "".join(character for character in folded if not unicodedata.combining(character))
    words = _SLUG_WORD.findall(_INITIAL_DOT.sub("", folded))
    if words:
        return "-".join(words)
    return f"x-{_digest(folded, QUOTE_LENGTH)}" if _WORD.search(folded) else UNKNOWN


def article_key(
    *,
    path: str,
    url: str | None = None,
    outlet: str | None = None,
    date: dt.date | None = None,
    title: str | None = None,
) -> str:
    """Return what an article is known by: its URL, else outlet, date and title, else the end of its path.

    Of the path only the last two parts count ("april/talks.jsonl#12"), so that a corpus moved to another
    machine keeps its ids.
    """
    if url:
        return f"url {_plain_url(url)}"
    if outlet and date and title:
        return f"work {slug(outlet)} {date.isoformat()} {slug(title)}"
    parts = [part for part in _SEPARATOR.split(path) if part]
    return f"path {'/'.join(parts[-2:])}"


def article_id(
    *,
    path: str,
    url: str | None = None,
    outlet: str | None = None,
    date: dt.date | None = None,
    title: str | None = None,
) -> str:
    """Return the article's id: a short hash of its ``article_key``."""
    return _digest(article_key(path=path, url=url, outlet=outlet, date=date, title=title), ARTICLE_LENGTH)


def quote_ids(article_id: str, text: str, quotes: Iterable[Quote]) -> list[str]:
    """Return the ids of quotes: article id, hash of the opening words, -2, -3 … for repeats.

    The words alone decide, so an id stays when the text before a quote grows or shrinks.
    """
    seen: Counter[str] = Counter()
    ids = []
    for quote in quotes:
        base = f"{article_id}-{_digest(_opening(quote.content.cut(text)), QUOTE_LENGTH)}"
        seen[base] += 1
        ids.append(f"{base}-{seen[base]}" if seen[base] > 1 else base)
    return ids


def number_quotes(article_id: str, text: str, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return the quotes with their ids."""
    ids = quote_ids(article_id, text, quotes)
    return tuple(replace(quote, id=id) for quote, id in zip(quotes, ids, strict=True))


def wording_key(words: str) -> str | None:
    """Return what the very same words have in common wherever they stand; None for a few words only.

    Case, punctuation and white space do not count.
    """
    folded = _WORD.findall(_folded(words))
    return _digest(" ".join(folded), ARTICLE_LENGTH) if len(folded) >= WORDING_WORDS else None


def with_id(article: Article, article_id: str) -> Article:
    """Return the article, and its quotes, under another id: that of the one it replaces."""
    quotes = number_quotes(article_id, article.text, article.quotes)
    return replace(article, id=article_id, quotes=quotes)


def _opening(words: str) -> str:
    """Return the first words, folded."""
    found: list[str] = _WORD.findall(_folded(words[:OPENING_CHARACTERS]))
    # The last of them may have been cut off, so that there must be one to spare.
    if len(found) <= OPENING_WORDS + 1 and len(words) > OPENING_CHARACTERS:
        found = _WORD.findall(_folded(words))
    return " ".join(found[:OPENING_WORDS])


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    for mark in _APOSTROPHES:  # replace: translate asks for each character
        text = text.replace(mark, "")
    return text.casefold()


def _plain_url(url: str) -> str:
    """The address without what does not tell two pages apart: case of the host, fragment, final slash."""
    parts = urlsplit(url.strip())
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}{query}"


def _digest(text: str, length: int) -> str:
    """The first ``length`` base32 characters of the text's sha256."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    enough = 5 * -(-length // 8)  # bytes: five of them are eight characters
    return base64.b32encode(digest[:enough]).decode("ascii").lower()[:length]
