"""The shapes of all that is answered as JSON: the one definition behind the answers and their description.

``msgspec`` encodes them, and makes of them the schemas that ``openapi`` publishes. Every member is always
there, and unknown is null; only a problem leaves out what it does not know.
"""

from web.shapes.handing_in import Intake, RefusedArticle, SentArticle
from web.shapes.parts import ArticleReference, Problem, QuoteBase, Remark, Shape, Speaker, Topic
from web.shapes.reading import (
    ArticleAnswer,
    NameForm,
    Quote,
    QuoteAnswer,
    Spans,
    SpeakerAnswer,
    SpeakerSummary,
    StatedRole,
    TopicWithEvidence,
)
from web.shapes.searching import (
    ArticleHit,
    ArticleResults,
    Bucket,
    Context,
    Facet,
    Facets,
    FacetValues,
    Links,
    QuoteHit,
    QuoteResults,
    Results,
    Snippet,
    Suggestion,
    Suggestions,
)

__all__ = [
    "ArticleAnswer",
    "ArticleHit",
    "ArticleReference",
    "ArticleResults",
    "Bucket",
    "Context",
    "Facet",
    "FacetValues",
    "Facets",
    "Intake",
    "Links",
    "NameForm",
    "Problem",
    "Quote",
    "QuoteAnswer",
    "QuoteBase",
    "QuoteHit",
    "QuoteResults",
    "RefusedArticle",
    "Remark",
    "Results",
    "SentArticle",
    "Shape",
    "Snippet",
    "Spans",
    "Speaker",
    "SpeakerAnswer",
    "SpeakerSummary",
    "StatedRole",
    "Suggestion",
    "Suggestions",
    "Topic",
    "TopicWithEvidence",
]
