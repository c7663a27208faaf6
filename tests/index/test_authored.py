"""Whose a document is that is spoken of for the first time."""

from __future__ import annotations

import pytest

from tests.index.conftest import Quotes


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("a projection by the consulting firm Oslo Economics", "Oslo Economics"),
        ("an estimate by Congress’s Joint Committee on Taxation", "Joint Committee on Taxation"),
        ("a letter from the head of the Oslo Union", None),  # who is not named
        ("a letter from the head of the Oslo Union, Jane Doe,", "Jane Doe"),
        ("an Oslo Herald article", "Oslo Herald"),
        ("an Oslo Council advisory opinion", "Oslo Council"),
        ("a Pentagon readout", "Pentagon"),
        ("a New Hampshire memo", None),
        ("an estimate", None),
        ("a report by experts at the Oslo University", None),
        ("a report from the Oslo Union’s general", None),
        ("an Oslo Council investigation", "Oslo Council"),
        # A campaign's, whatever the medium; the medium is nobody's.
        ("a Doe campaign memo", "Jane Doe campaign"),
        ("a campaign TV ad", "Jane Doe campaign"),
        ("a TV ad", None),
        ("a Facebook post", None),
        # Sent by somebody, not obtained by them.
        ("an email sent out on Monday by Paul Roe", "Paul Roe"),
        ("a report last year by the Oslo Union", "Oslo Union"),
        ("an email sent out by Jane Doe", "Jane Doe"),
        ("a letter signed by Jane Doe", "Jane Doe"),
        ("a video shot by Paul Roe", "Paul Roe"),
        ("an email sent out", None),
        ("a letter obtained by the Oslo Herald", None),
    ],
)
def test_whose_one_document_is(quotes_of: Quotes, mention: str, name: str | None) -> None:
    speaker = quotes_of(
        f"The campaign of Jane Doe met in the hall. “It is dead and gone,” according to {mention}."
    )[-1].speaker
    assert (speaker.name if speaker is not None else None) == name


@pytest.mark.parametrize(
    ("lead", "mention", "name"),
    [
        ("Paul Roe also posted messages.", "One message", "Paul Roe"),
        ("The Oslo Union has aired several ads.", "Another ad", "Oslo Union"),
        ("Paul Roe told us that planes filled the skies with messages.", "One message", None),
        ("Paul Roe left, and messages came.", "One message", None),
        ("Paul Roe also posted pictures.", "One message", None),
    ],
)
def test_one_of_those_just_written_is_their_authors(
    quotes_of: Quotes, lead: str, mention: str, name: str | None
) -> None:
    speaker = quotes_of(f"{lead} {mention} said, “It is dead and gone.”")[-1].speaker
    assert (speaker.name if speaker is not None else None) == name
