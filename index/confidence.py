"""How often a quote like this one is right, words and speaker, as measured on annotated news."""

from __future__ import annotations

from index.article import Kind

# Shares of right quotes, on articles of which the speakers were resolved by hand: by the way the speaker was
# reached, then for a whole quotation and a partial one with a cue, the two without a cue, reported speech.
# ``make reliability`` holds them against articles on which the rules were not developed.
SHARES: dict[str, tuple[float, float, float, float, float]] = {
    "name": (0.97, 0.89, 0.89, 0.72, 0.72),
    "pronoun": (0.89, 0.88, 0.84, 0.60, 0.68),
    "body": (0.85, 0.72, 0.70, 0.60, 0.62),
    "general": (0.75, 0.75, 0.65, 0.50, 0.55),
    "role": (0.60, 0.55, 0.45, 0.35, 0.55),
    "guess": (0.6, 0.6, 0.5, 0.5, 0.5),
    "unnamed": (0.62, 0.45, 0.53, 0.30, 0.55),
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
