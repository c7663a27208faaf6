"""XML written piece by piece is well-formed, whatever is in it."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from web.xml_writer import XmlWriter

TEXTS = st.text(st.characters(), max_size=30)


def legal(text: str) -> str:
    """What XML 1.0 allows of a text (its Char), line ends as a reader of XML has them."""
    kept = [
        each
        for each in text
        if each in "\t\n\r" or " " <= each <= "\ud7ff" or "\ue000" <= each <= "\ufffd" or each >= "\U00010000"
    ]
    return "".join(kept).replace("\r\n", "\n").replace("\r", "\n")


@given(text=TEXTS, value=TEXTS)
def test_any_text_is_read_back_but_for_what_xml_has_no_place_for(text: str, value: str) -> None:
    out = XmlWriter()
    out.begin("feed")
    beginning = out.taken()
    with out.inside("entry"):
        out.element("link", text, href=value)
    middle = out.taken()
    out.end("feed")
    root = ElementTree.fromstring((beginning + middle + out.taken()).encode())
    (link,) = root.iter("link")
    assert (link.text or "") == legal(text)
    assert legal(link.get("href", "")) == legal(value)


def test_what_has_no_value_is_left_out() -> None:
    out = XmlWriter()
    out.element("link", href=None, rel="self")
    assert out.taken() == '<link rel="self"/>\n'
