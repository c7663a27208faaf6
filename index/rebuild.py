"""An index of another field table or format → one of this version, from the articles it holds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex, exists_in

from index.analyzer import ANALYZER, Analyzer
from index.stored_articles import stored_article
from index.version import IndexMismatch, IndexMissing
from index.writer import locked, open_writer

BATCH = 5_000  # articles between commits


def rebuild(directory: Path | str, wait: float = 60, analyzer: Analyzer = ANALYZER) -> int:
    """Make the index in a folder anew and return how many articles it has; ids and dates of indexing stay.

    The new one is made beside the old one, which it then replaces. IndexMissing where there is none,
    IndexMismatch where its articles cannot be read, IndexBusy after ``wait`` seconds.
    """
    directory = Path(directory)
    if not directory.is_dir() or not exists_in(str(directory)):
        raise IndexMissing(f"There is no index in {directory} to make anew.")
    made, before = (directory.with_name(f"{directory.name}.{ending}") for ending in ("rebuilt", "before"))
    with locked(directory, wait):
        shutil.rmtree(made, ignore_errors=True)
        count = 0
        with open_writer(made, analyzer=analyzer) as writer:
            for count, stored in enumerate(_articles(directory), 1):
                writer.restore(stored_article(stored), stored["editions"])
                if count % BATCH == 0:
                    writer.commit()
        shutil.rmtree(before, ignore_errors=True)
        directory.rename(before)
        made.rename(directory)
    shutil.rmtree(before)
    return count


def _articles(directory: Path) -> Iterator[dict[str, Any]]:
    """Yield the stored fields of each article, whatever codec keeps them."""
    try:
        with FileIndex(FileStorage(str(directory))).reader() as reader:
            yield from (stored for stored in reader.all_stored_fields() if "record" in stored)
    except (ImportError, AttributeError) as error:  # what its schema or its segments name is gone
        raise IndexMismatch(
            f"The articles of the index in {directory} cannot be read ({error}). Move the folder away and "
            f"index your articles again: onrecord index PATH… --index {directory}"
        ) from error
