"""What the engine found → the shapes that are answered as JSON, links included.

Addresses are those of the request being answered, so that all of it holds under any prefix.
"""

from web.answers.reading import article_answer, quote_answer, speaker_answer, speaker_summary
from web.answers.searching import article_hit, facet_values, quote_hit, results, suggestions

__all__ = [
    "article_answer",
    "article_hit",
    "facet_values",
    "quote_answer",
    "quote_hit",
    "results",
    "speaker_answer",
    "speaker_summary",
    "suggestions",
]
