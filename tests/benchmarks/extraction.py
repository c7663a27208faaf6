"""Measure whole extraction (clean, metadata, quotes, speakers, topics) on one core: ``make speed``.

The articles are the seeds' own paragraphs, joined in a seeded order to about 600 words each, so that every
one is a new text. CPU time; the best of three runs, since the others were disturbed.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

from index.corpus import read
from index.extract import extract
from index.sources import Source
from index.tables import Tables, load_tables

ARTICLES = 300
WORDS = 600
RUNS = 3
SEEDS = Path(__file__).parents[2] / "seeds"


def make_articles() -> list[Source]:
    """Return articles of about WORDS words each."""
    chance = random.Random(1)
    paragraphs = [
        paragraph
        for source in read([SEEDS])
        if isinstance(source, Source)
        for paragraph in source.text.split("\n")
        if len(paragraph.split()) > 20
    ]
    return [_article(number, paragraphs, chance) for number in range(ARTICLES)]


def _article(number: int, paragraphs: list[str], chance: random.Random) -> Source:
    chosen: list[str] = []
    while sum(len(paragraph.split()) for paragraph in chosen) < WORDS:
        chosen.append(chance.choice(paragraphs))
    return Source(text="\n\n".join(chosen), path=f"made/{number}")


def main() -> None:
    """Print articles a second and milliseconds an article."""
    tables, articles = load_tables(), make_articles()
    extract(articles[0], tables)  # compiles the tables
    best = min(_seconds(articles, tables) for _ in range(RUNS))
    quotes = sum(len(extract(article, tables).quotes) for article in articles)
    print(f"{'articles a second':<28}{ARTICLES / best:>9.0f}")
    print(f"{'milliseconds an article':<28}{1000 * best / ARTICLES:>9.2f}")
    print(f"{'quotes an article':<28}{quotes / ARTICLES:>9.1f}")


def _seconds(articles: list[Source], tables: Tables) -> float:
    start = time.process_time()
    for article in articles:
        extract(article, tables)
    return time.process_time() - start


if __name__ == "__main__":
    main()
