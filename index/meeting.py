"""Whom an article names, met in the order in which names can be understood: the full ones first."""

from __future__ import annotations

from collections.abc import Container, Sequence

from index.families import Families
from index.full_names import meet_full_names, meet_quoted_names
from index.genders import correct_genders, guess_genders, meet_by_pronouns
from index.kin import name_kin
from index.lexicon import Lexicon
from index.people import People
from index.roles import note_roles
from index.short_names import ShortNames
from index.things import note_things
from index.words import Sentence, Words


def meet_people(
    words: Words, sentences: Sequence[Sentence], lexicon: Lexicon, verbs: Container[str]
) -> People:
    """Return everybody a text names, with the roles stated beside their names.

    ``verbs`` are the forms of reporting verbs.
    """
    people = People(words, sentences, lexicon)
    meet_full_names(people)
    meet_quoted_names(people)
    guess_genders(people)
    ShortNames(people, Families(people, sentences, verbs)).meet_all()
    note_roles(people, sentences)
    guess_genders(people)  # again, by the surnames alone
    meet_by_pronouns(people)
    correct_genders(people, sentences, verbs)
    note_things(people)
    name_kin(people, sentences)
    return people
