"""What the measurements of searching and of serving are both told: the corpus, and where its indexes are."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.articles import Maker


def parser_of(description: str | None) -> argparse.ArgumentParser:
    """Return a parser of --articles, --texts and --folder."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--texts", default=os.environ.get("ONRECORD_BENCH_TEXTS"))
    parser.add_argument("--folder", type=Path)
    return parser


def maker_of(options: argparse.Namespace) -> Maker:
    """Return what makes the articles that the options ask for; exits where the texts have no paragraph."""
    maker = Maker(1, Path(options.texts) if options.texts else None)
    if not maker.paragraphs:
        raise SystemExit(f"--texts {options.texts}: no .txt file there has a paragraph. Name another folder.")
    return maker


@contextmanager
def index_folder(options: argparse.Namespace) -> Iterator[Path]:
    """Give the folder of the indexes: in the one that is named, or a temporary one."""
    if options.folder:
        folder = options.folder / f"{options.articles}"
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
    else:
        with tempfile.TemporaryDirectory() as made:
            yield Path(made)
