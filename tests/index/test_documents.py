"""Whose a document is."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes


@pytest.mark.parametrize(
    "text",
    ["“It is dead,” said a letter", "“It is dead,” according to a report", "“It is dead,” said a study,"],
)
def test_a_document_that_ends_its_text_is_nobodys(quotes_of: Quotes, text: str) -> None:
    assert quotes_of(text)[-1].speaker is None
