"""Everything that happens for a query."""

from index.codec import DamagedSegment
from index.version import IndexMismatch, IndexMissing
from search.engine import Engine, open_engine
from search.invalid_query import InvalidQuery
from search.page import SearchPage
from search.request import InvalidRequest, SearchRequest

__all__ = [
    "DamagedSegment",
    "Engine",
    "IndexMismatch",
    "IndexMissing",
    "InvalidQuery",
    "InvalidRequest",
    "SearchPage",
    "SearchRequest",
    "open_engine",
]
