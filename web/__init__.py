"""Every front door: the browser, JSON, the command line."""

from web.site import blueprint

__all__ = ["blueprint"]
