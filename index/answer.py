"""Who a mention is found to be, and how it was reached."""

from __future__ import annotations

from typing import NamedTuple

from index.person import Person


class Answer(NamedTuple):
    """Who a mention is: None with way "unnamed" for one that stays without a name.

    way     name, body, pronoun, doubtful (a pronoun that may mean another), role, general, unnamed or
            nobody: how sure it is depends on it
    reason  one readable line; name, for a body that the article does not name otherwise
    """

    person: Person | None
    way: str
    reason: str
    name: str | None = None


class Meant(NamedTuple):
    """Whom a pronoun means, and whether they outweigh everybody else."""

    person: Person | None
    sure: bool


def owned(mention: str, owner: Person | None) -> Answer | None:
    """Return the answer that what is mentioned is somebody's, None where nobody is known."""
    return Answer(owner, "role", f"“{mention}” is that of {owner.name}") if owner is not None else None


def owned_as(mention: str, owner: Answer) -> Answer | None:
    """Return the answer that what is mentioned is that of whom another answer gives."""
    if owner.name is None:
        return owned(mention, owner.person)
    return owner._replace(reason=f"“{mention}” is that of {owner.name}")
