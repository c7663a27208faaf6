"""The table of reporting verbs, compiled: from a word's form to the verb it may be."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from index.tables import Tables


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a reporting verb.

    lemma    its base form, with its particle ("point out"); particle  the word that must follow, or ""
    form     base, past, participle, present, ing or noun; a form that is two of them is the finite one
    takes    what may follow: clause, object, infinitive, addressee, quote
    implies  the colour of the report ("denying")
    """

    lemma: str
    particle: str
    form: str
    takes: frozenset[str]
    implies: str


@functools.lru_cache(maxsize=4)
def noun_verbs(tables: Tables) -> Mapping[str, Verb]:
    """Return the nouns of speech with the verb that each is of: claim → Verb claim."""
    verbs = tables.table("verbs")
    return {
        noun: Verb(lemma, "", "noun", frozenset(verbs[lemma]["takes"]), verbs[lemma]["implies"])
        for noun, lemma in tables.table("nouns").items()
    }


@functools.lru_cache(maxsize=4)
def verb_forms(tables: Tables) -> Mapping[str, tuple[Verb, ...]]:
    """Return every form, in lower case, with the verbs it may be, those with a particle first."""
    forms: dict[str, list[Verb]] = {}
    for lemma, entry in tables.table("verbs").items():
        head, _, particle = lemma.partition(" ")
        for form, name in _named_forms(head, entry["forms"]).items():
            verb = Verb(lemma, particle, name, frozenset(entry["takes"]), entry["implies"])
            forms.setdefault(form, []).append(verb)
    return {form: tuple(sorted(verbs, key=lambda verb: not verb.particle)) for form, verbs in forms.items()}


def implied(lemma: str | None, tables: Tables) -> str | None:
    """Return what a reporting verb implies ("denying"); None for no verb, and for one not in the table."""
    entry = tables.table("verbs").get(lemma or "")
    return str(entry["implies"]) if entry else None


def _named_forms(head: str, forms: list[str]) -> dict[str, str]:
    """{form: its name}; a table's forms are past, (participle,) present, -ing; one more in -ed is past."""
    named = {head: "base"}
    for form in forms:
        if form.endswith("ing"):
            named[form] = "ing"
        elif form.endswith("s") and form != head:
            named[form] = "present"
        elif "past" in named.values() and not form.endswith("ed"):
            named.setdefault(form, "participle")
        else:
            named[form] = "past"
    return named
