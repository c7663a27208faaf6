"""Allowed sites: origins as browsers write them, and a reason for all else."""

from pathlib import Path

import pytest

from web.app import create_app
from web.settings import SettingError
from web.sites import Site


@pytest.mark.parametrize(
    ("written", "site"),
    [
        ("https://intranet.example", "https://intranet.example"),
        (" HTTPS://Intranet.Example:443/ ", "https://intranet.example"),
        ("http://intranet.example:80", "http://intranet.example"),
        ("http://intranet.example:443", "http://intranet.example:443"),
        ("https://intranet.example:8443", "https://intranet.example:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("https://zürich.example", "https://xn--zrich-kva.example"),
    ],
)
def test_a_site_is_kept_as_browsers_write_it(written: str, site: str) -> None:
    assert Site.of(written) == site


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("*", "is no site"),
        ("null", "is no site"),
        ("intranet.example", "is no site"),
        ("intranet.example:8000", "is no site"),
        ("file:///srv", "is no site"),
        ("data:text/html,x", "is no site"),
        ("https://", "is no site"),
        ("https://[::1", "is no site"),
        ("", "is no site"),
        ("https://*.example", "stands for many sites"),
        ("https://intranet.example/desk", "is more than a site"),
        ("https://intranet.example?q", "is more than a site"),
        ("https://intranet.example#q", "is more than a site"),
        ("https://me:secret@intranet.example", "is more than a site"),
        ("https://a.example;script-src", "has no host"),
        ("https://a b", "has no host"),
        ("https://[::1]:8000", "is an IPv6 address"),
        ("https://[::g]", "is no site|is an IPv6 address"),
        (f"https://{'a' * 64}.example", "has no host"),
        ("https://intranet.example:70000", "has a port that is none"),
        ("https://intranet.example:x", "has a port that is none"),
    ],
)
def test_what_is_no_site_is_named_with_the_reason(written: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Site.of(written)


def test_a_bad_site_stops_the_start(index: Path) -> None:
    with pytest.raises(SettingError, match=r"allowed_sites = .* “https://a.example/x” is more than a site"):
        create_app(
            {"ONRECORD_INDEX": index, "ONRECORD_ALLOWED_SITES": "https://b.example https://a.example/x"}
        )
