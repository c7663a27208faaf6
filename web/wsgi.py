"""The application for a WSGI server of your own: ``gunicorn web.wsgi``."""

from __future__ import annotations

from gunicorn.errors import AppImportError

from web.app import create_app
from web.settings import SettingError

try:
    application = create_app()
except SettingError as error:  # the error of gunicorn's that it tells in one line, and stops at
    raise AppImportError(f"onrecord: {error}") from error
