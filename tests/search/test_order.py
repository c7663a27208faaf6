"""The order of hits: who types a name asks for its owner first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.ingest import ingest
from index.tables import Tables
from search import Engine, SearchRequest, open_engine


@pytest.fixture(scope="module")
def engine(seed_folder: Path, tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    directory = tmp_path_factory.mktemp("order") / "index"
    ingest([seed_folder], directory, tables)
    with open_engine(directory) as engine:
        yield engine


@pytest.mark.parametrize(("typed", "id_"), [("rutte", "mark-rutte"), ("rubio", "marco-rubio")])
def test_a_speakers_own_words_stand_before_words_about_the_speaker(
    engine: Engine, typed: str, id_: str
) -> None:
    hits = engine.search(SearchRequest(q=typed, page_size=100)).quote_hits
    own = [hit.quote.speaker is not None and hit.quote.speaker.id == id_ for hit in hits]
    assert all(own[:9])
    assert not all(own)
