"""The pages for reading: an article with its quotes in place, and citations of both."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, redirect
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as Redirection

from index.article import Article, Quote
from web.addresses import address, whole
from web.caching import conditional, conditional_page
from web.citation import FORMS, Citation
from web.installation import engine
from web.linked_data import news_article
from web.markup import paragraphs
from web.voices import voices

NO_QUOTE = "There is no such quote. Its article may have been removed from the index."

blueprint = Blueprint("reading", __name__)


@blueprint.get("/article/<id_>")
def article(id_: str) -> Response:
    """Show an article's text with its quotes marked, each with an anchor of its own."""

    def shown() -> dict[str, Any]:
        found = _article(id_)
        return {
            "article": found,
            "linked": news_article(found),
            "paragraphs": paragraphs(found),
            "voices": voices(found),
            "elsewhere": engine().same_words(found),
            "similar": engine().similar(found),
        }

    return conditional_page(None, "article.html", shown)


@blueprint.get("/quote/<id_>")
def quote(id_: str) -> Redirection:
    """Lead to a quote in its article; where the article lost that quote, to the article."""
    running = engine()
    if found := running.quote(id_):
        where, which = found
        return redirect(address("reading.article", id_=where.id, _anchor=f"q-{which.id}"))
    article_id = id_.split("-", 1)[0]
    if running.article(article_id) is None:
        raise NotFound(NO_QUOTE)
    return redirect(address("reading.article", id_=article_id))


@blueprint.get("/quote/<id_>/cite.<any(txt, md, bib, json):form>")
def cite_quote(id_: str, form: str) -> Response:
    """Give a quote with its citation, as plain text, Markdown, BibTeX or CSL-JSON."""

    def cited() -> Response:
        found = engine().quote(id_)
        if found is None:
            raise NotFound(NO_QUOTE)
        return _cited(form, *found)

    return conditional(None, cited)


@blueprint.get("/article/<id_>/cite.<any(txt, md, bib, json):form>")
def cite_article(id_: str, form: str) -> Response:
    """Give the citation of an article, as plain text, Markdown, BibTeX or CSL-JSON."""
    return conditional(None, lambda: _cited(form, _article(id_)))


def _article(id_: str) -> Article:
    found = engine().article(id_)
    if found is None:
        raise NotFound("There is no such article. It may have been removed from the index.")
    return found


def _cited(form: str, article: Article, quote: Quote | None = None) -> Response:
    if quote:
        link = whole(address("reading.quote", id_=quote.id))
    else:
        link = whole(address("reading.article", id_=article.id))
    write, mimetype = FORMS[form]
    return Response(write(Citation(article, quote, link)), mimetype=mimetype)
