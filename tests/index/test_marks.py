"""Which quotation marks belong together."""

from __future__ import annotations

import pytest

from index.marks import find_marked


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“Yes,” he said.", ["Yes,"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("«Oui» et „Ja“ et »So«", ["Oui", "Ja", "So"]),
        ("‘Yes,’ he said.", ["Yes,"]),
        ("It's the dogs' bone, isn't it?", []),
        ("“He said ‘no’ to me.”", ["He said ‘no’ to me."]),
        ("a 6'2\" man", []),
        ('<a b="c" d="">', []),
    ],
)
def test_pairs_the_marks(text: str, inner: list[str]) -> None:
    assert [marked.inner.cut(text) for marked in find_marked(text)] == inner


def test_a_mark_left_open_closes_with_its_line_and_goes_on_in_the_next() -> None:
    first, second = find_marked("“One.\n“Two.”")
    assert (first.closed, first.goes_on, second.closed) == (False, True, True)
