"""Where words and sentences end."""

from __future__ import annotations

import pytest

from index.words import split_sentences, split_words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("(She left.) He said no.", ["(She left.)", "He said no."]),
        ("(She left!) “No,” he said.", ["(She left!)", "“No,” he said."]),
        ("Jane Doe (“No!”) said it (D-Mo.) Roe knew.", ["Jane Doe (“No!”) said it (D-Mo.) Roe knew."]),
        ("He left the U.S. The vote was lost.", ["He left the U.S.", "The vote was lost."]),
        ("He left at 7 p.m. He sang.", ["He left at 7 p.m.", "He sang."]),
        ("They met in Yuma, Ariz. It rained.", ["They met in Yuma, Ariz.", "It rained."]),
        ("He met the U.S. Senate and Mr. He of China.", ["He met the U.S. Senate and Mr. He of China."]),
        ("They met in Yuma, Ariz. Jane Doe sang.", ["They met in Yuma, Ariz. Jane Doe sang."]),
        ("“No,” she said.Roe left.", ["“No,” she said.", "Roe left."]),
        ("He reads example.com and No.Ten daily.", ["He reads example.com and No.Ten daily."]),
        (")", [")"]),
    ],
)
def test_where_a_sentence_ends(text: str, sentences: list[str]) -> None:
    words = split_words(text)
    assert [words.cut(sentence.first, sentence.last) for sentence in split_sentences(words)] == sentences
