"""Random documents and histories: whatever is added, replaced and merged, we hold what Whoosh holds."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.analysis import RegexTokenizer
from whoosh.columns import RefBytesColumn
from whoosh.fields import ID, KEYWORD, NUMERIC, TEXT, Schema
from whoosh.index import FileIndex, create_in, open_dir

from index.codec import batch, merge_tiers, scattering
from index.codec.fields import print_of, read_field
from index.codec.files import ArrayFile
from tests.index.codec.corpora import ChunkTokenizer, columnar, stock

TEXTS = st.lists(
    st.sampled_from(["a", "b", "ab", "c-d", "\u2003", "é", "B", "averyverylongword" * 2])
    | st.text(max_size=6),
    max_size=8,
).map(" ".join)
DOCUMENTS = st.fixed_dictionaries(
    {"id": st.sampled_from("pqrstu")},
    optional={
        "chunked": TEXTS,
        "text": TEXTS,
        "tags": st.lists(st.sampled_from("xyz"), max_size=3).map(",".join),
        "number": st.integers(-5, 5),
        "key": st.sampled_from("kl"),
        "_chunked_boost": st.sampled_from([0.5, 2.0]),
    },
)
STEPS = st.one_of(
    st.tuples(st.just("add"), DOCUMENTS),
    st.tuples(st.just("replace"), DOCUMENTS),
    st.tuples(st.just("delete"), st.sampled_from("pqrstu")),
    st.tuples(st.just("commit"), st.sampled_from(["keep", "tiers", "optimise"])),
    st.tuples(st.just("reopen"), st.none()),
    st.tuples(st.just("cancel"), st.none()),
)


@pytest.fixture(scope="module", autouse=True)
def little_at_a_time() -> Iterator[None]:
    """Texts are taken in and merges move a few postings at a time, as they do with millions."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scattering, "MOVED", 3)
        patch.setattr(batch, "PENDING", 20)
        yield


def schema() -> Schema:
    return Schema(
        id=ID(stored=True, unique=True),
        chunked=TEXT(analyzer=ChunkTokenizer(), stored=True),
        text=TEXT(analyzer=RegexTokenizer(), chars=True),
        tags=KEYWORD(commas=True),
        key=ID(sortable=RefBytesColumn()),
        number=NUMERIC(int, sortable=True),
    )


def replay(index: FileIndex, writer: Any, history: list[tuple[str, Any]], folder: str) -> FileIndex:
    made = writer(index)
    for step, value in [*history, ("commit", "keep")]:
        match step:
            case "add":
                made.add_document(**value)
            case "replace":
                # update_document takes one of several with the id: whichever comes first after a merge.
                made.delete_by_term("id", value["id"])
                made.add_document(**value)
            case "delete":
                made.delete_by_term("id", value)
            case "commit":
                policy = merge_tiers if value == "tiers" and writer is columnar else None
                made.commit(merge=False, optimize=value == "optimise", mergetype=policy)
                made = writer(index)
            case "cancel":
                made.cancel()
                made = writer(index)
            case "reopen":
                made.commit(merge=False)
                index = open_dir(folder)
                made = writer(index)
    made.cancel()
    return index


def contents(index: FileIndex) -> Any:
    """Everything but documents' numbers: what is stored, each term's documents, weights and values."""
    with index.reader() as reader:
        stored = {doc: tuple(sorted(reader.stored_fields(doc).items())) for doc in reader.all_doc_ids()}
        terms: dict[Any, list[Any]] = {}
        for field, term in reader.all_terms():
            matcher = reader.postings(field, term)
            decode = "characters" if field == "text" else "positions" if field == "chunked" else "frequency"
            while matcher.is_active():
                found = (
                    stored[matcher.id()],
                    matcher.weight(),
                    tuple(matcher.value_as(decode) if decode != "frequency" else ()),
                )
                terms.setdefault((field, term), []).append(found)
                matcher.next()
        # Leaf by leaf: Whoosh's reader of several segments' columns errs at their borders.
        columns = sorted(
            (stored[base + doc], *(leaf.column_reader(name)[doc] for name in ("key", "number")))
            for leaf, base in reader.leaf_readers()
            for doc in leaf.all_doc_ids()
        )
        return sorted(stored.values()), {term: sorted(found) for term, found in terms.items()}, columns


@settings(max_examples=60)
@given(st.lists(STEPS, max_size=14))
def test_every_history_leaves_what_whoosh_would_hold(history: list[tuple[str, Any]]) -> None:
    found = []
    for writer in (stock, columnar):
        with tempfile.TemporaryDirectory() as folder:
            index = replay(create_in(folder, schema()), writer, history, folder)
            found.append(contents(index))
            assert len(list(Path(folder).glob("*.arrays"))) == (
                len(index._segments()) if writer is columnar else 0
            )
            if writer is columnar:
                for segment in index._segments():
                    file = ArrayFile(index.storage, segment.file_name)
                    assert_nexts_tell_what_follows(file)
                    assert_ranks_number_the_documents(file)
    assert found[1] == found[0]


def assert_ranks_number_the_documents(file: ArrayFile) -> None:
    """Hold each posting's rank against the documents that have the field."""
    for name in {"text", "chunked"} & set(file.meta["fields"]):
        field = read_field(file, name)
        ranks = [] if field.ranks is None else field.ranks.tolist()
        assert ranks == np.searchsorted(np.unique(field.docs), field.docs).tolist()


def assert_nexts_tell_what_follows(file: ArrayFile) -> None:
    """Hold what each place has of the next position against the terms that stand there."""
    if "chunked/nexts" not in file:
        return  # a document with a boost went another way
    field = read_field(file, "chunked")
    standing: dict[tuple[int, int], list[int]] = {}
    places: list[tuple[int, int]] = []
    for ordinal in range(len(field.ends)):
        positions, starts = field.positions(ordinal)
        docs = field.docs[field.span(ordinal)].repeat(np.diff(starts))
        here = list(zip(docs.tolist(), positions.tolist(), strict=True))
        places += here
        for place in here:
            standing.setdefault(place, []).append(ordinal)
    assert field.nexts is not None
    assert field.leads is not None
    for (doc, position), found in zip(places, field.nexts.tolist(), strict=True):
        after = standing.get((doc, position + 1), [])
        assert found in ({print_of(field.terms[one]) for one in after} or {0})
        assert all(found == print_of(field.terms[one]) for one in after if field.leads[one])
