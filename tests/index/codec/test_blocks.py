"""Tokens put in order block by block are what they are put in order all at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.codec.blocks import PLACE_BITS, block_of, field_of
from index.codec.fields import LENGTHS

TERMS = (b"zeta", b"alpha", b"\xc3\xa9", b"never", b"beta")  # by number, in no order
DOCUMENTS = st.lists(st.lists(st.sampled_from((0, 1, 2, 4)), max_size=8), min_size=1, max_size=12)


@given(DOCUMENTS, st.integers(1, 4))
def test_a_field_has_each_terms_documents_and_positions(documents: list[list[int]], each: int) -> None:
    blocks = []
    for first in range(0, len(documents), each):
        tokens = [
            (term, doc << PLACE_BITS | place)
            for doc, terms in enumerate(documents[first : first + each], first)
            for place, term in enumerate(terms)
        ]
        terms, seats = np.array(tokens, np.int64).reshape(-1, 2).T
        blocks.append(block_of(terms, seats))
    lengths = np.array([len(terms) for terms in documents])
    field = field_of(blocks, TERMS, lengths)
    expected = {
        TERMS[term]: {
            doc: [place for place, one in enumerate(terms) if one == term]
            for doc, terms in enumerate(documents)
            if term in terms
        }
        for term in sorted({one for terms in documents for one in terms})
    }
    if field is None:
        assert not expected
        return
    found = {}
    for ordinal, term in enumerate(field.terms):
        places, starts = field.positions(ordinal)
        docs = field.docs[field.span(ordinal)].tolist()
        found[term] = {doc: places[starts[n] : starts[n + 1]].tolist() for n, doc in enumerate(docs)}
    assert list(found) == sorted(expected)
    assert found == expected
    assert field.total == lengths.sum()
    assert field.lengths is not None
    assert LENGTHS[field.lengths].tolist() == lengths.tolist()
