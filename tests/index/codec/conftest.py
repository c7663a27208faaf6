"""Indexes of the same documents in the same state, kept by Whoosh and kept by us."""

from __future__ import annotations

import pytest
from whoosh.index import FileIndex

from tests.index.codec.corpora import STATES, WRITERS, stock


@pytest.fixture(scope="module", params=STATES)
def state(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module", params=WRITERS)
def pair(
    request: pytest.FixtureRequest, state: str, tmp_path_factory: pytest.TempPathFactory
) -> tuple[FileIndex, FileIndex]:
    """Whoosh's own index and ours of the same documents in the same state."""
    made = [
        STATES[state](tmp_path_factory.mktemp(state), writer) for writer in (stock, WRITERS[request.param])
    ]
    return made[0], made[1]
