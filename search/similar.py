"""More like this: the articles whose texts have most of the telling words of an article's beginning."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np

from index.analyzer import Analyzer
from index.article import Article
from index.word_terms import SURFACE
from search.arrays import Docs
from search.columns import Columns
from search.records import Records

FIELD = "body"
LEAD = 1_200  # characters read besides the title: news says what it is about first
TELLING = 25  # words; more of them add nothing to the order
COMMON = 0.5  # of all articles: a word that more of them have tells nothing
LEAST = 0.3  # of the article's likeness to itself, below which an article is another story
LIMIT = 5
SATURATION, LENGTH = 1.2, 0.75  # BM25's k1 and b: a word said ten times, or in a long text, tells less


def similar(columns: Columns, records: Records, analyzer: Analyzer, article: Article) -> tuple[Article, ...]:
    """Return at most LIMIT articles like this one, the likest first; none where none is like it.

    Words are weighed as in BM25 (Robertson and Zaragoza, 2009).
    """
    number = int(columns.articles.sum())
    scores = np.zeros(columns.size)
    lengths = columns.lengths(FIELD)
    longer = lengths / lengths[columns.articles].mean() if number else lengths
    levelling = SATURATION * (1 - LENGTH + LENGTH * longer)
    for term in _telling(columns, analyzer, article, number):
        found = columns.postings(FIELD, term)
        scores[found.docs] += (
            _idf(len(found.docs), number) * found.freqs / (found.freqs + levelling[found.docs])
        )
    scores[~columns.articles] = 0.0
    own = columns.first("id", article.id)
    if own is None:
        return ()
    least = LEAST * scores[own]
    scores[own] = 0.0
    likest: Docs = np.argsort(-scores, kind="stable")[:LIMIT]
    return tuple(records.article(int(doc)) for doc in likest if scores[doc] > least)


def _telling(columns: Columns, analyzer: Analyzer, article: Article, number: int) -> list[str]:
    """Return the words of the article's beginning that tell most, other articles having them too."""
    text = f"{article.title or ''}\n{article.text[:LEAD]}"
    counts = Counter(
        term for token in analyzer.tokens(text) for term in token.terms if not term.startswith(SURFACE)
    )
    weights = {
        term: count * _idf(frequency, number)
        for term, count in counts.items()
        if 1 < (frequency := columns.doc_frequency(FIELD, term)) <= COMMON * number
    }
    return sorted(weights, key=lambda term: (-weights[term], term))[:TELLING]


def _idf(frequency: int, number: int) -> float:
    return math.log(1 + number / frequency)
