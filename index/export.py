"""The index as plain Whoosh keeps one, for programs that know nothing of this one."""

from __future__ import annotations

from pathlib import Path

from whoosh.analysis import LowercaseFilter, RegexTokenizer, StemFilter
from whoosh.fields import TEXT, Schema
from whoosh.index import FileIndex, create_in, exists_in
from whoosh.writing import SegmentWriter

from index.version import check_version
from index.writer import locked

MEMORY = 256  # megabytes for sorting, then it goes on on the disk


class ExportError(ValueError):
    """Nothing can be exported to the folder; the message says why."""


def export(directory: Path | str, target: Path | str, wait: float = 60) -> int:
    """Write the index with Whoosh's own codec into a new folder; return how many documents that is.

    The texts' analyzer there is one of Whoosh's own, which finds most words by the same stems. IndexBusy
    after ``wait`` seconds for another writer.
    """
    directory, target = Path(directory), Path(target)
    check_version(directory)
    if target.is_dir() and exists_in(str(target)):
        raise ExportError(f"There is an index in {target} already. Name another folder, or move it away.")
    target.mkdir(parents=True, exist_ok=True)
    with locked(directory, wait) as storage:
        index = FileIndex(storage)
        writer = SegmentWriter(create_in(str(target), _schema(index.schema)), limitmb=MEMORY)
        with index.reader() as reader:
            for leaf, _ in reader.leaf_readers():
                writer.add_reader(leaf)
            count: int = reader.doc_count()
        writer.commit()
    return count


def _schema(ours: Schema) -> Schema:
    """Return the field table without what only this program can read."""
    plain = RegexTokenizer() | LowercaseFilter() | StemFilter(lang="en")
    fields = {
        name: TEXT(analyzer=plain) if isinstance(field, TEXT) else field for name, field in ours.items()
    }
    return Schema(**fields)
