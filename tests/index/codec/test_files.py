"""The file of arrays: what is written is read, and what is damaged or of another version is told."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.filedb.filestore import FileStorage, RamStorage

from index.codec import DamagedSegment, OtherFormat
from index.codec.files import ALIGNMENT, BYTE_ORDER, MAGIC, VERSION, Array, ArrayFile, ArrayWriter

NAME = "one.arrays"
ARRAYS: dict[str, Array] = {
    "numbers": np.arange(1000, dtype=np.int32),
    "bytes": np.frombuffer(b"some bytes", np.uint8),
    "nothing": np.empty(0, np.int64),
    "floats": np.array([1.5, -2.25]),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with ArrayWriter(FileStorage(str(tmp_path)), NAME) as file:
        for name, array in ARRAYS.items():
            file.add(name, array)
        file.finish({"documents": 7})
    return tmp_path / NAME


def opened(path: Path) -> ArrayFile:
    return ArrayFile(FileStorage(str(path.parent)), path.name)


def test_arrays_come_back_as_they_were_aligned_and_read_only(path: Path) -> None:
    file = opened(path)
    assert file.meta == {"documents": 7}
    assert list(file.names()) == list(ARRAYS)
    for name, array in ARRAYS.items():
        assert file[name].tolist() == array.tolist()
        assert file[name].ctypes.data % ALIGNMENT == 0 or not len(array)
        assert not file[name].flags.writeable
    assert file.get("another") is None
    file.verify()


def test_parts_are_written_as_one_array(tmp_path: Path) -> None:
    with ArrayWriter(FileStorage(str(tmp_path)), NAME) as file:
        file.add_parts("numbers", (np.full(number, number, np.int16) for number in range(4)))
        file.finish({})
    assert opened(tmp_path / NAME)["numbers"].tolist() == [1, 2, 2, 3, 3, 3]
    opened(tmp_path / NAME).verify()


def test_big_endian_numbers_are_written_little_endian(tmp_path: Path) -> None:
    with ArrayWriter(FileStorage(str(tmp_path)), NAME) as file:
        file.add("numbers", np.array([1, 2, 3], ">i4"))
        file.finish({})
    assert opened(tmp_path / NAME)["numbers"].dtype == np.dtype("<i4")
    assert opened(tmp_path / NAME)["numbers"].tolist() == [1, 2, 3]


def test_a_storage_without_a_folder_serves_as_well() -> None:
    storage = RamStorage()
    with ArrayWriter(storage, NAME) as file:
        file.add("numbers", ARRAYS["numbers"])
        file.finish({})
    assert ArrayFile(storage, NAME)["numbers"].sum() == ARRAYS["numbers"].sum()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_changed_byte_is_found_and_the_file_named(path: Path, data: st.DataObject) -> None:
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
    told = ""
    try:
        opened(path).verify()
    except (DamagedSegment, OtherFormat) as error:
        told = str(error)
    finally:
        path.write_bytes(whole)
    if whole[place] or told:  # between the arrays are zeros that nobody reads
        assert NAME in told
        assert "anew" in told


@pytest.mark.parametrize("kept", [0, 10, 63, 64, 200, -1])
def test_a_file_cut_short_is_found_when_it_is_opened(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(DamagedSegment, match=NAME):
        opened(path)


def test_a_file_whose_writing_was_cut_short_is_none(tmp_path: Path) -> None:
    with ArrayWriter(FileStorage(str(tmp_path)), NAME) as file:
        file.add("numbers", ARRAYS["numbers"])
    with pytest.raises(DamagedSegment, match="does not begin"):
        opened(tmp_path / NAME)


def _give(path: Path, version: int, order: int) -> None:
    """Write another version and byte order into a file's header."""
    whole = bytearray(path.read_bytes())
    struct.pack_into("<8sII", whole, 0, MAGIC, version, order)
    struct.pack_into("<I", whole, 44, zlib.crc32(bytes(whole[:44])))
    path.write_bytes(whole)


def test_the_version_before_is_read(path: Path) -> None:
    _give(path, VERSION - 1, BYTE_ORDER)
    assert list(opened(path).names()) == list(ARRAYS)


@pytest.mark.parametrize(("version", "order"), [(VERSION + 1, BYTE_ORDER), (VERSION, 0x04030201)])
def test_another_version_or_byte_order_says_so(path: Path, version: int, order: int) -> None:
    _give(path, version, order)
    with pytest.raises(OtherFormat, match=f"format {version}.*this program reads {VERSION}.*anew"):
        opened(path)
