"""XML written piece by piece: escaped, and without the characters that XML has no place for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class XmlWriter:
    """Writes elements, whatever their text has in it."""

    def __init__(self) -> None:
        self._written = StringIO()
        self._xml = XMLGenerator(self._written, "utf-8", short_empty_elements=True)

    def taken(self) -> str:
        """Return what was written since the last time."""
        written = self._written.getvalue()
        self._written.seek(0)
        self._written.truncate()
        return written

    def begin(self, name: str, attributes: Mapping[str, str | None] | None = None) -> None:
        """Write an element's start; attributes without a value are left out."""
        known = {key: _legal(value) for key, value in (attributes or {}).items() if value}
        self._xml.startElement(name, AttributesImpl(known))

    def end(self, name: str) -> None:
        """Write an element's end and a line's."""
        self._xml.endElement(name)
        self._xml.ignorableWhitespace("\n")

    @contextmanager
    def inside(self, name: str) -> Iterator[None]:
        """Write an element around what is written meanwhile."""
        self.begin(name)
        yield
        self.end(name)

    def element(self, name: str, text: str | int = "", **attributes: str | None) -> None:
        """Write an element with a text in it, or none."""
        self.begin(name, attributes)
        self._xml.characters(_legal(str(text)))
        self.end(name)


def _legal(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
