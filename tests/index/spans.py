"""How stretches of a text lie to each other."""

from index.article import Span


def within(inner: Span, outer: Span) -> bool:
    """Whether one lies wholly in the other."""
    return outer.start <= inner.start and inner.end <= outer.end
