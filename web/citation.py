"""A quote, or an article, as others cite it: plain text, Markdown, BibTeX and CSL-JSON.

What an article does not state is left out. ``link`` is the permanent address here, in full.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from index.article import Article, Quote
from web import wording

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|])")
_BIBTEX = re.compile(r"[\\{}%&$#_~^]")
_BIBTEX_NAMES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited, and where it can be seen here."""

    article: Article
    quote: Quote | None
    link: str

    @property
    def words(self) -> str:
        """The words of the quote; between quotation marks where they are the speaker's own."""
        if self.quote is None:
            return ""
        said = " ".join(self.quote.shown.cut(self.article.text).split())
        return f"“{said}”" if self.quote.kind == "direct" else said

    @property
    def speaker(self) -> str:
        """Who said it, in what role, by what verb: "Mark Rutte, NATO Secretary General (told reporters)"."""
        if self.quote is None:
            return ""
        speaker = self.quote.speaker
        who = ", ".join(filter(None, (speaker.name, speaker.role))) if speaker else "an unnamed source"
        cue = wording.cue(self.article, self.quote)
        how = ", ".join(filter(None, (cue, "reported speech" if self.quote.kind == "indirect" else None)))
        return f"{who} ({how})" if how else who

    @property
    def url(self) -> str:
        """The original's address, ours where it is not known."""
        return self.article.url if self.article.url and wording.web_address(self.article.url) else self.link


def plain(citation: Citation) -> str:
    """Return the citation as plain text, in one paragraph."""
    article = citation.article
    parts = [article.author, f"“{wording.title(article)}”", article.outlet]
    parts += [wording.day(article.date) if article.date else None, citation.url if article.url else None]
    source = ", ".join(filter(None, parts))
    said = f"{citation.words} – {citation.speaker}. " if citation.quote else ""
    return f"{said}{source}. On record: {citation.link}\n"


def markdown(citation: Citation) -> str:
    """Return the citation as Markdown: the words as a block quotation, who and where below."""
    article = citation.article
    parts = [f"[{_markdown(wording.title(article))}](<{citation.url.replace('>', '%3E')}>)"]
    parts += [f"*{_markdown(article.outlet)}*"] if article.outlet else []
    parts += [wording.day(article.date)] if article.date else []
    source = f"{', '.join(parts)} ([on record]({citation.link}))"
    if not citation.quote:
        return f"{_markdown(article.author) + ', ' if article.author else ''}{source}\n"
    return f"> {_markdown(citation.words)}\n>\n> – {_markdown(citation.speaker)}, in {source}\n"


def bibtex(citation: Citation) -> str:
    """Return the citation as a BibTeX entry; the quote is its note."""
    article, date = citation.article, citation.article.date
    fields = {
        "author": _bibtex(article.author),
        "title": _bibtex(wording.title(article)),
        "journal": _bibtex(article.outlet),
        "year": str(date.year) if date else None,
        "month": str(date.month) if date else None,
        "day": str(date.day) if date else None,
        "url": citation.url.replace("{", "%7B").replace("}", "%7D"),
        "note": _bibtex(_note(citation)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@article{{{_key(citation)},", *lines, "}", ""))


def csl_json(citation: Citation) -> str:
    """Return the citation as CSL-JSON: an array of one newspaper article; the quote is its note."""
    article, date = citation.article, citation.article.date
    item = {
        "id": _key(citation),
        "type": "article-newspaper",
        "title": wording.title(article),
        "container-title": article.outlet,
        "author": [{"literal": article.author}] if article.author else None,
        "issued": {"date-parts": [[date.year, date.month, date.day]]} if date else None,
        "URL": citation.url,
        "note": _note(citation),
    }
    known = {name: value for name, value in item.items() if value}
    return json.dumps([known], ensure_ascii=False, indent=2) + "\n"


FORMS: Mapping[str, tuple[Callable[[Citation], str], str]] = {
    "txt": (plain, "text/plain"),
    "md": (markdown, "text/plain"),  # browsers show it instead of saving it
    "bib": (bibtex, "text/plain"),
    "json": (csl_json, "application/json"),
}
"""For each form of citation, by the end of its address: what writes it, and its media type."""


def _note(citation: Citation) -> str:
    said = f"{citation.words} – {citation.speaker}. " if citation.quote else ""
    return f"{said}On record: {citation.link}"


def _key(citation: Citation) -> str:
    return citation.quote.id if citation.quote else citation.article.id


def _markdown(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def _bibtex(text: str | None) -> str:
    spaced = " ".join((text or "").split())
    return _BIBTEX.sub(lambda match: _BIBTEX_NAMES.get(match[0], "\\" + match[0]), spaced)
