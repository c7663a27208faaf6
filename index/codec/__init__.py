"""A codec for Whoosh that keeps a segment as memory-mapped NumPy arrays; README.md describes the format."""

from index.codec.codec import ColumnarCodec
from index.codec.errors import DamagedSegment, OtherFormat, TooLarge
from index.codec.pending import Vocabularies
from index.codec.policy import merge_tiers, verify
from index.codec.segment import ColumnarSegment
from index.codec.writer import ColumnarWriter, MergePolicy

__all__ = [
    "ColumnarCodec",
    "ColumnarSegment",
    "ColumnarWriter",
    "DamagedSegment",
    "MergePolicy",
    "OtherFormat",
    "TooLarge",
    "Vocabularies",
    "merge_tiers",
    "verify",
]
