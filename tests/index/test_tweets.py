"""Tweets as pages embed them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.tweets import find_tweets
from tests.index.spans import within

PIECES = st.sampled_from(
    ["— Jane Doe (@janedoe) April 3, 2025", "— Jane Doe (@jane)", "We win. ", "\n", "“", "”", "https://t.co/a",
     "- ", "(@a)"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We win today! — Jane Doe (@janedoe) April 3, 2025", "We win today!"),
        ("We win today! — Jane Doe (@janedoe)", "We win today!"),
        ("“We win today!” – Jane Doe (@janedoe) Apr. 3, 2025", "We win today!"),
        ("We win! https://t.co/a1 pic.twitter.com/b2 — Jane Doe (@janedoe) April 3, 2025", "We win!"),
        ("We win today!\n\n— Jane Doe (@janedoe) April 3, 2025", "We win today!"),
        ("“We win today!”\n— Jane Doe (@janedoe) April 3, 2025", "We win today!"),
    ],
)
def test_a_tweet_is_what_stands_before_its_signature(text: str, words: str) -> None:
    (tweet,) = find_tweets(text).quotes
    assert tweet.source is not None
    assert (tweet.content.cut(text), tweet.source.cut(text)) == (words, "Jane Doe")


@pytest.mark.parametrize(
    "text",
    [
        "— Jane Doe (@janedoe) April 3, 2025",
        "Jane Doe (@janedoe) won.",
        "The winner — Jane Doe (@janedoe) — left early.",
        "Follow — us (@janedoe)",
        "",
    ],
)
def test_names_with_handles_in_prose_sign_nothing(text: str) -> None:
    assert find_tweets(text).quotes == ()


@given(st.lists(PIECES, max_size=20).map("".join))
def test_tweets_are_exact_pieces_of_the_text_and_do_not_overlap(text: str) -> None:
    found = find_tweets(text)
    end = 0
    for tweet, line in zip(found.quotes, found.lines, strict=True):
        words = tweet.content.cut(text)
        assert words == words.strip()
        assert within(tweet.content, line)
        assert end <= line.start
        end = line.end
