"""Which peers are proxies of ours, whatever their headers say."""

import pytest

from web.proxies import Proxies, peer


@pytest.mark.parametrize(
    ("entries", "address", "trusted"),
    [
        ("10.0.0.7", "10.0.0.7", True),
        ("10.0.0.7", "10.0.0.70", False),
        ("10.0.0.0/8, 192.168.1.1", "10.9.9.9", True),
        ("10.0.0.0/8 192.168.1.1", "192.168.1.1", True),
        ("10.0.0.0/8", "::ffff:10.0.0.1", True),
        ("10.0.0.0/8", "11.0.0.1", False),
        ("::1", "::1", True),
        ("2001:db8::/32", "2001:db8::5", True),
        ("2001:db8::/32", "2001:db9::5", False),
        ("127.0.0.1", "::1", False),
        ("unix", "", True),
        ("unix", "127.0.0.1", False),
        ("127.0.0.1", "", False),
        ("0.0.0.0/0", "", False),
        ("0.0.0.0/0", "a name", False),
        ("none", "127.0.0.1", False),
        ([], "127.0.0.1", False),
    ],
)
def test_a_peer_is_a_proxy_by_its_address_alone(
    entries: str | list[str], address: str, trusted: bool
) -> None:
    assert (address in Proxies.of(entries)) is trusted


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ("proxy.example", "“proxy.example” is no address"),
        ("10.0.0.1/8", "host bits"),
        ("10.0.0.0/40", "“10.0.0.0/40” is no address"),
        (["10.0.0.1", 3], "Expected a list of texts"),
        (7, "Expected a list of texts"),
    ],
)
def test_what_is_no_address_is_named(entries: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Proxies.of(entries)


def test_the_peer_is_the_one_before_proxy_fix_rewrote_it() -> None:
    assert peer({"REMOTE_ADDR": "10.0.0.7"}) == "10.0.0.7"
    assert (
        peer({"REMOTE_ADDR": "9.9.9.9", "werkzeug.proxy_fix.orig": {"REMOTE_ADDR": "10.0.0.7"}}) == "10.0.0.7"
    )
    assert peer({}) == ""
