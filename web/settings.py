"""What an administrator decides: every setting with its type, its default and what it is for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import msgspec
from msgspec import Meta

from web.hosts import Hosts
from web.limits import Rate
from web.proxies import Proxies
from web.setting_types import Size
from web.sites import Site
from web.tokens import TokenError, TokenFile

SERVERS_OWN = "REMOTE_USER"
"""A variable of the web server, which no header can set."""

Way = Literal["header", "token"]
"""How somebody may sign on."""


Contact = Annotated[str, Meta(pattern=r"^(https?://\S+|[^\s@/]+@[^\s@/]+)\Z")]
"""A mail address or the address of a page."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings. Paths are from the working folder; what is left out has its default."""

    index: Annotated[Path, Meta(description="The index's folder.")] = Path("instance/index")
    tables: Annotated[
        Path | None, Meta(description="A folder of your own tables; by default `tables` beside the index.")
    ] = None
    export_limit: Annotated[
        int, Meta(ge=1, le=1_000_000, description="How many hits a CSV or JSON lines file has at most.")
    ] = 10_000
    contact: Annotated[
        Contact | None,
        Meta(description="The mail address, or the page (https://…), that mistakes are reported to."),
    ] = None
    stylesheet: Annotated[Path | None, Meta(description="A stylesheet laid over ours.")] = None
    allowed_sites: Annotated[
        tuple[Site, ...],
        Meta(
            description="The sites that may show the search in a frame and ask the endpoint from scripts, "
            "as in https://intranet.example."
        ),
    ] = ()
    host: Annotated[
        str,
        Meta(
            description="The address that `onrecord serve` listens at, or `unix:` and the path of a socket.",
            min_length=1,
        ),
    ] = "127.0.0.1"
    port: Annotated[int, Meta(description="The port it listens at; 0 takes a free one.", ge=0, le=65535)] = (
        8000
    )
    workers: Annotated[int, Meta(description="How many processes it answers with.", ge=1)] = 2
    trusted_proxies: Annotated[
        Proxies,
        Meta(
            description="The proxies whose headers are believed: addresses, networks (10.0.0.0/8), "
            "`unix` for a Unix socket."
        ),
    ] = Proxies()
    sign_on: Annotated[
        tuple[Way, ...],
        Meta(
            description="How readers sign on: `header`, by a header of a trusted proxy; `token`, by a bearer "
            "token; both; or not at all."
        ),
    ] = ()
    sign_on_header: Annotated[
        str,
        Meta(
            description="The header that names who signed on, in letters, digits and dashes; REMOTE_USER "
            "is the web server's variable.",
            pattern=rf"^({SERVERS_OWN}|[A-Za-z0-9]+(-[A-Za-z0-9]+)*)\Z",
        ),
    ] = "X-Forwarded-User"
    tokens: Annotated[
        Path | None,
        Meta(description="The file of bearer tokens; by default `tokens.json` beside the index."),
    ] = None

    allowed_hosts: Annotated[
        Hosts,
        Meta(
            description="The names it may be asked for by (press.example; .press.example with all below it); "
            "by default any."
        ),
    ] = Hosts()
    https: Annotated[
        bool, Meta(description="Whether readers come by https alone; browsers are then told to stay with it.")
    ] = False
    rate_limit: Annotated[
        Rate,
        Meta(description="How often a reader may ask each process: `60/minute`, `10/second, 1000/hour`."),
    ] = Rate()
    largest_body: Annotated[Size, Meta(description="The largest body of a request, in B, KB, MB or GB.")] = (
        Size.of("1 MB")
    )
    metrics: Annotated[bool, Meta(description="Whether `/metrics` gives figures for Prometheus.")] = False
    log_reading: Annotated[
        bool, Meta(description="Whether the log of requests says who asked, from where and for what.")
    ] = False
    cache: Annotated[
        Literal["private", "public"],
        Meta(description="Who may keep an answer: the asker alone, or caches that many share too."),
    ] = "private"
    cache_seconds: Annotated[
        int,
        Meta(
            description="How long it is used again before we are asked whether it still holds, in seconds.",
            ge=0,
            le=86_400,
        ),
    ] = 0

    @property
    def tables_folder(self) -> Path:
        """Where own tables are, if there are any."""
        return self.tables or self.index.absolute().parent / "tables"

    @property
    def tokens_file(self) -> Path:
        """Where the bearer tokens are, if there are any."""
        return self.tokens or self.index.absolute().parent / "tokens.json"


KEYS: dict[str, Any] = get_type_hints(Settings, include_extras=True)
"""The settings by name, each with its type."""


class SettingError(ValueError):
    """A setting that cannot be used; the message names its key, its value, where it stands and the reason."""


def description(key: str) -> str:
    """Return what a setting is for, in a sentence or two."""
    (meta,) = KEYS[key].__metadata__
    return str(meta.description)


def unfit(settings: Settings) -> tuple[str, str] | None:
    """Return what cannot hold together: the key at fault and the reason; None where all is well."""
    if "header" in settings.sign_on and not settings.trusted_proxies:
        return "sign_on", "no proxy is trusted. Name the address yours connects from in trusted_proxies"
    by_header = "header" in settings.sign_on and settings.sign_on_header != SERVERS_OWN
    if by_header and settings.trusted_proxies.is_everybody:
        return "trusted_proxies", f"anybody could then say by {settings.sign_on_header} who they are"
    if settings.tables and not settings.tables.is_dir():
        return "tables", "there is no such folder"
    if settings.stylesheet and not settings.stylesheet.is_file():
        return "stylesheet", "there is no such file"
    if settings.sign_on and settings.cache == "public":
        return "cache", "with sign_on no answer is for all. Leave it private"
    if "token" in settings.sign_on:
        try:
            TokenFile(settings.tokens_file).tokens()
        except TokenError as error:
            return "tokens", str(error).rstrip(".")
    return None
