"""Bearer tokens: made, listed and revoked on the command line, known by the server.

The file has each token's name, scopes, days and the SHA-256 of the token, never the token. A password needs a
slow hash, since people choose words that can be guessed; a token is 256 random bits, which nobody can go
through, and a fast hash keeps a request fast.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import os
import re
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, Literal

import msgspec

Scope = Literal["read", "ingest"]
SCOPES: tuple[Scope, ...] = ("read", "ingest")

PREFIX = "onrecord_"  # tells what it is where one turns up in a file or a log
RANDOM_BYTES = 32

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_WRITABLE_BY_OTHERS = 0o022


class TokenError(ValueError):
    """Tokens that cannot be read, made or revoked; the message says which, why and what to do."""


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A token as it is kept: whom it is for, what it may do, since when, and its last day if it has one."""

    name: str
    scopes: tuple[Scope, ...]
    digest: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    made: dt.date
    until: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether it may be used on a day (UTC), its last one included."""
        return self.until is None or day <= self.until


class TokenFile:
    """The tokens of one file, read again whenever it has changed. None are in a file that is not there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read: tuple[tuple[int, ...], tuple[Token, ...]] = ((), ())

    def tokens(self) -> tuple[Token, ...]:
        """Return all tokens, in the order they were made; TokenError where they cannot be read."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise _unreadable(self.path, error) from error
        stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
        if self._read[0] != stamp:
            if found.st_mode & _WRITABLE_BY_OTHERS:
                raise TokenError(f"Others may write to {self.path}. Forbid it: chmod 600 {self.path}")
            self._read = (stamp, _tokens_of(self.path))
        return self._read[1]

    def find(self, token: str, day: dt.date) -> Token | None:
        """Return the token of that text, None where there is none or its last day is past.

        All are compared, each in constant time, so that the time taken says nothing of any.
        """
        digest = _digest(token)
        matching = [each for each in self.tokens() if hmac.compare_digest(each.digest, digest)]
        return next((each for each in matching if each.holds(day)), None)

    def add(self, name: str, scopes: tuple[Scope, ...], until: dt.date | None = None) -> str:
        """Make a token and return it: nobody can read it again.

        TokenError for a name that is taken or is none, and for a day that is past.
        """
        if not _NAME.fullmatch(name):
            raise TokenError(
                f"“{name}” is no name for a token. Use letters, digits, dots and dashes, up to 64."
            )
        made = dt.datetime.now(dt.UTC).date()
        if until and until < made:
            raise TokenError(f"The day {until} is past.")
        token = PREFIX + secrets.token_urlsafe(RANDOM_BYTES)
        kept = Token(
            name=name, scopes=tuple(dict.fromkeys(scopes)), digest=_digest(token), made=made, until=until
        )

        def added(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
            if any(each.name == name for each in tokens):
                raise TokenError(f"There is a token “{name}” already. Revoke it or choose another name.")
            return (*tokens, kept)

        self._change(added)
        return token

    def revoke(self, name: str) -> None:
        """Take a token out; TokenError where there is none of that name."""

        def without(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
            left = tuple(each for each in tokens if each.name != name)
            if left == tokens:
                raise TokenError(f"There is no token “{name}” in {self.path}.")
            return left

        self._change(without)

    def _change(self, change: Callable[[tuple[Token, ...]], tuple[Token, ...]]) -> None:
        """Write what ``change`` makes of the tokens, one process at a time, whole or not at all."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with _locked(self.path.parent):
                _write(self.path, change(self.tokens()))
        except OSError as error:
            raise TokenError(f"The tokens {self.path} cannot be written: {error.strerror}.") from error


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def _tokens_of(path: Path) -> tuple[Token, ...]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=tuple[Token, ...])
    except OSError as error:
        raise _unreadable(path, error) from error
    except msgspec.DecodeError as error:
        raise TokenError(f"The tokens {path} are not what `onrecord token` writes: {error}.") from error


def _unreadable(path: Path, error: OSError) -> TokenError:
    return TokenError(f"The tokens {path} cannot be read: {error.strerror}.")


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep other processes that change tokens out; the lock is on the folder, as the file is replaced."""
    import fcntl  # not on Windows, where a host may use the blueprint but no command or server of ours runs

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _write(path: Path, tokens: tuple[Token, ...]) -> None:
    """Replace the file, readable by its owner alone from its first byte on."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(tokens)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):  # made as root, it stays the server's
            owner = path.stat() if path.exists() else path.parent.stat()
            os.chown(name, owner.st_uid, owner.st_gid)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
