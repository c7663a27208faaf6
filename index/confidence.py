"""How often a quote like this one is right, words and speaker, as measured on annotated news."""

from __future__ import annotations

from index.article import Kind

# Shares of right quotes, on articles of which the speakers were resolved by hand: by the way the speaker was
# reached, then for a whole quotation and a partial one with a cue, the two without a cue, reported speech.
# A quote is right where at least half of its words are those of an annotated attribution, by its speaker. Of
# the reported speech that nobody had annotated a third was right in a sample of 40 read again; so much of it
# counts as right. Shares of 0.92 to 0.94 without a name beside a cue are given as 0.89: of what is given
# 0.9 or more, 95 in 100 are to be right. ``make reliability`` holds them against articles that were not read.
SHARES: dict[str, tuple[float, float, float, float, float]] = {
    "name": (0.97, 0.92, 0.89, 0.76, 0.84),
    "pronoun": (0.95, 0.89, 0.89, 0.6, 0.84),
    "doubtful": (0.8, 0.72, 0.75, 0.5, 0.72),
    "body": (0.85, 0.77, 0.7, 0.6, 0.8),
    "general": (0.77, 0.76, 0.65, 0.48, 0.76),
    "role": (0.7, 0.52, 0.5, 0.4, 0.78),
    "unnamed": (0.7, 0.5, 0.5, 0.4, 0.72),
    "nobody": (0.05, 0.05, 0.05, 0.05, 0.05),
}
UNMARKED = 0.68  # factor for a quotation that lacks one of its marks


def confidence(way: str, kind: Kind, *, cue: bool, unmarked: bool = False) -> float:
    """Return the likelihood, 0 to 1, that a quote's words and its speaker are right.

    way       how the speaker was reached: a key of SHARES
    cue       the quote has a cue of its own
    unmarked  one of its quotation marks is missing
    """
    direct, mixed, direct_alone, mixed_alone, indirect = SHARES[way]
    if kind == "indirect":
        share = indirect
    elif kind == "direct":
        share = direct if cue else direct_alone
    else:
        share = mixed if cue else mixed_alone
    return round(share * (UNMARKED if unmarked else 1.0), 2)
