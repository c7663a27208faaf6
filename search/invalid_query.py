"""What is raised for a query that means nothing."""

from __future__ import annotations


class InvalidQuery(ValueError):
    """A query that means nothing: where the mistake stands, and a mended query where there is one.

    ``costly`` marks one that is understood but would take too long.
    """

    def __init__(
        self, message: str, position: int, suggestion: str | None = None, *, costly: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.suggestion = suggestion
        self.costly = costly
