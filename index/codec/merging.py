"""Several segments → one, without what is deleted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whoosh.fields import Schema

from index.codec.codec import ColumnarCodec, write_fields
from index.codec.documents import VECTOR
from index.codec.fields import read_field
from index.codec.files import ArrayWriter
from index.codec.merged_documents import Source, merge_column, merge_strings
from index.codec.merged_fields import MergedField


def merge(sources: Sequence[Source], schema: Schema, codec: ColumnarCodec, target: ArrayWriter) -> int:
    """Write what is alive in the sources, in their order; return how many documents that is.

    DamagedSegment where a source does not meet its checksums.
    """
    for source in sources:
        source.file.verify()
    size = sum(source.living for source in sources)
    merge_strings("stored", sources, target)
    for name in schema.names():
        merge_column(name, sources, schema[name].column_type, size, target)
        if any(f"{VECTOR}{name}/ends" in source.file for source in sources):
            merge_strings(VECTOR + name, sources, target)
    write_fields(target, _fields(sources, schema, codec), size)
    return size


def _fields(
    sources: Sequence[Source], schema: Schema, codec: ColumnarCodec
) -> Iterator[tuple[str, MergedField]]:
    """Yield the fields of which anything is alive."""
    known = {name for source in sources for name in source.file.meta["fields"]}
    for name in sorted(known & set(schema.names())):
        fields = [
            read_field(source.file, name) if name in source.file.meta["fields"] else None
            for source in sources
        ]
        merged = MergedField(name, sources, fields, owned=name in codec.owned, ranked=name in codec.ranks)
        if merged.size:
            yield name, merged
