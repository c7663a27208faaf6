"""How often a quote like this one is right, measured on news articles with known speakers."""

from __future__ import annotations

# The share of right quotes by the way the speaker was reached, and the factor for how the words were found.
BY_WAY = {
    "name": 0.95,
    "body": 0.88,
    "pronoun": 0.88,
    "role": 0.82,
    "general": 0.75,
    "unnamed": 0.86,
    "nobody": 0.4,
}
FACTORS = {
    "direct": 1.0,
    "mixed": 0.94,
    "indirect": 0.78,
    "continued": 0.94,
    "cueless": 0.72,
    "unmarked": 0.68,
}


def confidence(way: str, *features: str) -> float:
    """Return the likelihood, 0 to 1, that quote and speaker are right."""
    value = BY_WAY[way]
    for feature in features:
        value *= FACTORS[feature]
    return round(value, 2)
