"""A file of named, aligned, checksummed arrays, written once and memory-mapped ever after.

    header      64 bytes: magic, version, byte-order mark, place and length of the directory, file length,
    CRCs arrays      little-endian, one after the other, each at a multiple of 64 bytes
    directory   JSON: {"meta": {…}, "arrays": {name: [dtype, length, offset, CRC-32]}}

The header is written last, so that a file whose writing was cut short is no file of ours.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.filedb.filestore import FileStorage, Storage

from index.codec.errors import DamagedSegment, OtherFormat

MAGIC = b"ARRAYS\r\n"  # as in PNG, a text-mode transfer spoils it
VERSION = 2
READ = (1, 2)  # in the first, all stored fields are pickles, which are read still
BYTE_ORDER = 0x01020304
ALIGNMENT = 64  # bytes: a cache line, and more than any element
_HEADER = struct.Struct("<8sIIQQQI")
_CHECK = struct.Struct("<I")
_BLOCK = 2**24  # bytes checked at a time

Array = NDArray[Any]


class ArrayWriter:
    """Writes a file of arrays. Used in a ``with``; an error inside leaves a file that cannot be opened."""

    def __init__(self, storage: Storage, name: str) -> None:
        self._file = storage.create_file(name)
        self._file.write(bytes(ALIGNMENT))
        self._at = ALIGNMENT
        self._arrays: dict[str, list[Any]] = {}

    def add(self, name: str, array: Array) -> None:
        """Write an array of one dimension."""
        self.add_parts(name, [array])

    def add_parts(self, name: str, parts: Iterable[Array]) -> None:
        """Write arrays of one type as one array, each as it comes."""
        assert name not in self._arrays, f"{name} is there already"
        start, length, check, dtype = self._at, 0, 0, "|u1"
        for part in parts:
            array = _little_endian(part)
            data = memoryview(array).cast("B") if array.size else memoryview(b"")  # type: ignore[arg-type]
            length, check, dtype = length + len(array), zlib.crc32(data, check), array.dtype.str
            self._file.write(data)
            self._at += len(data)
        self._arrays[name] = [dtype, length, start, check]
        self._pad()

    def finish(self, meta: dict[str, Any]) -> None:
        """Write the directory and the header, and see them on the disk."""
        directory = json.dumps({"meta": meta, "arrays": self._arrays}, separators=(",", ":")).encode()
        start = self._at
        self._file.write(directory)
        self._at += len(directory)
        self._pad()
        header = _HEADER.pack(
            MAGIC, VERSION, BYTE_ORDER, start, len(directory), self._at, zlib.crc32(directory)
        )
        self._file.flush()
        self._file.seek(0)
        self._file.write(header + _CHECK.pack(zlib.crc32(header)))
        self._file.flush()
        if isinstance(fileno := getattr(self._file, "fileno", None), int):
            os.fsync(fileno)

    def __enter__(self) -> ArrayWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def _pad(self) -> None:
        padding = -self._at % ALIGNMENT
        self._file.write(bytes(padding))
        self._at += padding


class ArrayFile:
    """An open file of arrays. An array is a view of the mapping, and read-only."""

    def __init__(self, storage: Storage, name: str) -> None:
        self.name = name
        self._buffer = _contents(storage, name)
        directory = self._directory()
        self.meta: dict[str, Any] = directory["meta"]
        self._arrays: dict[str, list[Any]] = directory["arrays"]

    def __contains__(self, name: str) -> bool:
        return name in self._arrays

    def __getitem__(self, name: str) -> Array:
        dtype, length, offset, _ = self._arrays[name]
        return np.frombuffer(self._buffer, dtype, length, offset)

    def get(self, name: str) -> Array | None:
        """Return the array of that name, None where there is none."""
        return self[name] if name in self._arrays else None

    def names(self) -> Iterator[str]:
        """Yield the names of the arrays."""
        yield from self._arrays

    def verify(self) -> None:
        """Read all arrays and hold them against their checksums; DamagedSegment names what differs."""
        for name, (dtype, length, offset, expected) in self._arrays.items():
            end, found = offset + np.dtype(dtype).itemsize * length, 0
            with memoryview(self._buffer) as view:
                for start in range(offset, end, _BLOCK):
                    found = zlib.crc32(view[start : min(start + _BLOCK, end)], found)
            if found != expected:
                raise DamagedSegment(self.name, f"the checksum of {name} is {found:08x}, not {expected:08x}")

    def _directory(self) -> dict[str, Any]:
        size = len(self._buffer)
        if size < ALIGNMENT or self._buffer[: len(MAGIC)] != MAGIC:
            raise DamagedSegment(self.name, "it does not begin as such a file does")
        header = bytes(self._buffer[: _HEADER.size])
        _, version, order, start, length, whole, check = _HEADER.unpack(header)
        if (_CHECK.unpack(self._buffer[_HEADER.size : _HEADER.size + _CHECK.size])[0]) != zlib.crc32(header):
            raise DamagedSegment(self.name, "its header was changed")
        if version not in READ or order != BYTE_ORDER:
            raise OtherFormat(
                f"{self.name} has format {version}, byte order {order:08x}; this program reads {VERSION}, "
                f"{BYTE_ORDER:08x}. Index your sources anew."
            )
        if size != whole:
            raise DamagedSegment(self.name, f"it has {size:,} bytes, not {whole:,}")
        directory = bytes(self._buffer[start : start + length])
        if zlib.crc32(directory) != check:
            raise DamagedSegment(self.name, "its directory was changed")
        found: dict[str, Any] = json.loads(directory)
        return found


def _little_endian(array: Array) -> Array:
    assert array.ndim == 1, f"an array of {array.ndim} dimensions"
    if array.dtype.byteorder == ">" or (sys.byteorder == "big" and array.dtype.itemsize > 1):
        array = array.astype(array.dtype.newbyteorder("<"))
    return np.ascontiguousarray(array)


def _contents(storage: Storage, name: str) -> mmap.mmap | bytes:
    """Return the file mapped where it lies in a folder, else its bytes."""
    if not isinstance(storage, FileStorage):
        with storage.open_file(name) as file:
            return bytes(file.read())
    with Path(storage.folder, name).open("rb") as file:
        if os.fstat(file.fileno()).st_size == 0:
            raise DamagedSegment(name, "it is empty")
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
