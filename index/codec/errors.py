"""What can be wrong with a segment: it is damaged, of another format, or would pass a limit."""


class DamagedSegment(Exception):
    """A segment's file is cut short or a byte of it changed; the message names the file and the way out."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            f"The index file {name} is damaged: {what}. Put the file back from a copy of the index, "
            "or make the index anew from its sources."
        )
        self.name = name


class OtherFormat(Exception):
    """A segment's file has another version or byte order; the message names both and the way out."""


class TooLarge(ValueError):
    """A document or a segment passes a limit of the format; the message names both."""
