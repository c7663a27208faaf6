"""What is handed in, and what became of it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from msgspec import Meta

from web.shapes.parts import Count, Remark, Shape


class SentArticle(Shape, frozen=True):
    """An article as it is handed in: its text, and what is known. Others are ignored, and told."""

    text: Annotated[str, Meta(description="All of it, paragraphs apart by an empty line.", min_length=1)]
    title: str | None = None
    outlet: Annotated[str | None, Meta(description="Who published it.")] = None
    date: Annotated[dt.date | None, Meta(description="The day it was published.")] = None
    url: Annotated[str | None, Meta(description="The original's address, by which it is known again.")] = None
    author: str | None = None


class RefusedArticle(Shape, frozen=True):
    """An article that was not taken."""

    place: Annotated[str, Meta(description="Which it was, counted from 1.", examples=["sent#3"])]
    reason: str


class Intake(Shape, frozen=True):
    """What became of the articles that were handed in."""

    added: Count
    replaced: Annotated[Count, Meta(description="Those that were there, but not just so.")]
    unchanged: Count
    refused: tuple[RefusedArticle, ...]
    corrections_not_applied: Annotated[
        tuple[str, ...], Meta(description="Corrections of speakers that change nothing, and why.")
    ]
    warnings: Annotated[
        tuple[Remark, ...], Meta(description="Members of articles that are not known and were ignored.")
    ]
