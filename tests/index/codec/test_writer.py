"""The writer: groups stay together, a wrong document leaves nothing, a damaged segment is not merged."""

from __future__ import annotations

from pathlib import Path

import pytest
from whoosh.fields import ID, NUMERIC, TEXT, Schema
from whoosh.index import FileIndex, create_in
from whoosh.query import Term

import index.codec.building
import index.codec.pending
from index.codec import ColumnarCodec, ColumnarWriter, DamagedSegment, TooLarge, merge_tiers, verify
from index.codec.fields import print_of, read_field
from index.codec.files import ArrayFile
from tests.index.codec.corpora import ChunkTokenizer, columnar, stock
from tests.index.codec.corpora import schema as every_field

CODEC = ColumnarCodec(ranks=("text",), gaps=("text",), nexts=("text",))


@pytest.fixture
def made(tmp_path: Path) -> FileIndex:
    fields = Schema(id=ID(stored=True, unique=True), text=TEXT(analyzer=ChunkTokenizer()), n=NUMERIC(int))
    return create_in(tmp_path, fields)


def ids(index: FileIndex) -> list[str]:
    with index.reader() as reader:
        return [reader.stored_fields(doc)["id"] for doc in reader.all_doc_ids()]


def test_a_full_batch_becomes_a_segment_but_parts_no_group(
    made: FileIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.codec.pending, "BATCH_TOKENS", 10)
    monkeypatch.setattr(index.codec.batch, "PENDING", 1)
    writer = ColumnarWriter(made, CODEC)
    for group in range(3):
        with writer.group():
            for number in range(20):
                writer.add_document(id=f"{group}-{number}", text="some words")
    writer.commit(merge=False)
    assert [segment.doc_count_all() for segment in made._segments()] == [20, 20, 20]
    assert ids(made) == [f"{group}-{number}" for group in range(3) for number in range(20)]


@pytest.mark.parametrize(
    "wrong", [{"n": "no number"}, {"id": 7.5}, {"nowhere": "x"}, {"n": 2**40}, {"text": "a", "n": object()}]
)
def test_a_wrong_document_leaves_nothing_behind(made: FileIndex, wrong: dict[str, object]) -> None:
    writer = ColumnarWriter(made, CODEC)
    writer.add_document(id="before", text="alpha", n=1)
    with pytest.raises(Exception, match=r".+"):
        writer.add_document(**{"id": "wrong", "text": "alpha", **wrong})
    writer.add_document(id="after", text="alpha", n=2)
    writer.commit()
    with made.searcher() as searcher:
        assert [hit["id"] for hit in searcher.search(Term("text", "alpha"))] == ["before", "after"]


def test_a_cancelled_writer_leaves_the_old_index(made: FileIndex, tmp_path: Path) -> None:
    writer = ColumnarWriter(made, CODEC)
    writer.add_document(id="kept")
    writer.commit()
    writer = ColumnarWriter(made, CODEC)
    writer.add_document(id="dropped")
    writer.delete_by_term("id", "kept")
    writer.cancel()
    assert ids(made) == ["kept"]
    assert len(list(tmp_path.glob("*.arrays"))) == 1


def test_an_index_emptied_and_merged_has_no_segment(made: FileIndex) -> None:
    writer = ColumnarWriter(made, CODEC)
    writer.add_document(id="one")
    writer.commit()
    writer = ColumnarWriter(made, CODEC)
    writer.delete_by_term("id", "one")
    writer.commit(optimize=True)
    assert made._segments() == []
    assert ids(made) == []


def test_many_small_commits_leave_few_segments(made: FileIndex) -> None:
    for number in range(40):
        writer = ColumnarWriter(made, CODEC)
        writer.add_document(id=str(number), text="alpha")
        writer.commit(mergetype=merge_tiers)
    assert len(made._segments()) < 4
    assert sorted(ids(made), key=int) == [str(number) for number in range(40)]


def test_a_segment_of_mostly_deleted_documents_is_written_again(made: FileIndex) -> None:
    writer = ColumnarWriter(made, CODEC)
    for number in range(10):
        writer.add_document(id=str(number))
    writer.commit()
    writer = ColumnarWriter(made, CODEC)
    for number in range(4):
        writer.delete_by_term("id", str(number))
    writer.commit(mergetype=merge_tiers)
    assert [(segment.doc_count_all(), segment.deleted_count()) for segment in made._segments()] == [(6, 0)]


def test_a_merge_drops_the_terms_of_deleted_documents(made: FileIndex) -> None:
    writer = ColumnarWriter(made, CODEC)
    for number, text in enumerate(("zeta alpha", "beta", "zeta gamma zeta")):
        writer.add_document(id=str(number), text=text)
    writer.commit()
    writer = ColumnarWriter(made, CODEC)
    writer.delete_by_term("id", "1")
    writer.commit(optimize=True)
    with made.reader() as reader:
        assert list(reader.field_terms("text")) == ["alpha", "gamma", "zeta"]
        assert [value for _, value in reader.postings("text", "zeta").items_as("positions")] == [[0], [0, 2]]


def test_a_merge_keeps_what_follows_each_place_where_all_its_segments_have_it(made: FileIndex) -> None:
    follows = {b"alpha": b"beta", b"beta": b"gamma", b"betagamma": b"gamma", b"gamma": None}
    for number, codec in enumerate((CODEC, CODEC, ColumnarCodec()), 1):
        writer = ColumnarWriter(made, codec)
        writer.add_document(id=str(number), text="alpha beta-gamma")
        writer.commit(optimize=True)
        (segment,) = made._segments()
        field = read_field(ArrayFile(made.storage, segment.file_name), "text")
        assert list(field.terms) == list(follows)
        if codec is not CODEC:
            assert (field.nexts, field.leads) == (None, None)
            continue
        expected = []
        for term, after in follows.items():
            # A compound stands at its first and its last position.
            expected += [print_of(after) if after else 0, *[0] * (term == b"betagamma")] * number
        assert field.nexts is not None
        assert field.leads is not None
        assert field.nexts.tolist() == expected
        assert field.leads.tolist() == [1, 1, 0, 1]


def test_a_merge_numbers_the_documents_that_have_a_field_whatever_its_segments_kept(made: FileIndex) -> None:
    for number, codec in enumerate((CODEC, ColumnarCodec(), CODEC)):
        writer = ColumnarWriter(made, codec)
        writer.add_document(id=f"{number} without")
        writer.add_document(id=f"{number} with", text="alpha")
        writer.add_document(id=f"{number} more", text="alpha beta")
        writer.commit(merge=False)
    assert [ranks_in(made, place) for place in range(3)] == [[0, 1, 1], None, [0, 1, 1]]
    writer = ColumnarWriter(made, CODEC)
    writer.delete_by_term("id", "0 with")
    writer.commit(optimize=True)
    assert ranks_in(made, 0) == [0, 1, 2, 3, 4, 0, 2, 4]


def ranks_in(made: FileIndex, place: int) -> list[int] | None:
    """What a segment has of the ranks of the postings of all terms."""
    field = read_field(ArrayFile(made.storage, made._segments()[place].file_name), "text")
    return None if field.ranks is None else field.ranks.tolist()


def test_a_damaged_segment_is_named_and_the_index_stays(made: FileIndex, tmp_path: Path) -> None:
    for number in range(2):
        writer = ColumnarWriter(made, CODEC)
        writer.add_document(id=str(number), text="alpha")
        writer.commit(merge=False)
    path = sorted(tmp_path.glob("*.arrays"))[0]
    whole = bytearray(path.read_bytes())
    whole[whole.index(b"alpha")] ^= 1
    path.write_bytes(whole)
    with pytest.raises(DamagedSegment, match=path.name):
        verify(made.storage, made._segments())
    writer = ColumnarWriter(made, CODEC)
    with pytest.raises(DamagedSegment, match=path.name):
        writer.commit(optimize=True)
    assert ids(made) == ["0", "1"]


def test_a_term_too_frequent_is_refused_by_name(made: FileIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.codec.building, "MAX_FREQUENCY", 3)
    writer = ColumnarWriter(made, CODEC)
    writer.add_document(id="one", text="a a a a")
    with pytest.raises(TooLarge, match="4 times in one document; 3 fit"):
        writer.commit()


def test_a_deletion_can_be_taken_back(made: FileIndex) -> None:
    writer = ColumnarWriter(made, CODEC)
    writer.add_document(id="one")
    writer.commit()
    writer = ColumnarWriter(made, CODEC)
    writer.delete_document(0)
    writer.delete_document(0, delete=False)
    writer.commit()
    assert ids(made) == ["one"]


def test_whooshs_own_segments_can_be_taken_in(tmp_path: Path) -> None:
    (tmp_path / "stock").mkdir()
    (tmp_path / "ours").mkdir()
    theirs, ours = (create_in(tmp_path / name, every_field()) for name in ("stock", "ours"))
    writer = stock(theirs)
    writer.add_document(id="one", text="running", chunked="half-open", tags="One,two", number=3, key="b")
    writer.add_document(id="two", text="ran", chars="alpha")
    writer.commit()
    made = columnar(ours)
    with theirs.reader() as reader:
        made.add_reader(reader)
    made.commit()
    with theirs.searcher() as expected, ours.searcher() as found:
        for term in expected.reader().all_terms():
            query = Term(term[0], theirs.schema[term[0]].from_bytes(term[1]))
            assert [hit.fields() for hit in found.search(query)] == [
                hit.fields() for hit in expected.search(query)
            ]
