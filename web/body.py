"""The body of a request, as large as the settings let it be."""

from __future__ import annotations

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

from web.setting_types import Size


def check_size(request: Request, largest: Size) -> None:
    """Raise RequestEntityTooLarge for a body that says it is too large; ``body_of`` finds the others out."""
    # One byte more is let in: Werkzeug cuts a body off at its limit without a word.
    request.max_content_length = min(request.max_content_length or largest, largest) + 1
    _refuse_past(request, request.content_length or 0)


def body_of(request: Request) -> bytes:
    """Return the body of a request that ``check_size`` let pass; RequestEntityTooLarge where it goes on."""
    body = request.get_data(cache=False)
    _refuse_past(request, len(body))
    return body


def _refuse_past(request: Request, length: int) -> None:
    most = (request.max_content_length or 0) - 1
    if length > most:
        raise RequestEntityTooLarge(f"The request's body is larger than {Size(most)}, which is the limit.")
