"""What speakers are called: one name for each id, however many forms the index's articles use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

import numpy as np

from index.identity import slug
from search.columns import Columns

_Rank = tuple[int, int, bool, bool, str]


def display_names(columns: Columns) -> Mapping[str, str]:
    """Return a name for each speaker's id: the one most articles give; of several the longest.

    A person of the table of speakers has its name in every article. Where still several are left, one in
    small letters goes before capitals, one with accents before one without, then the first of the alphabet.
    """
    speakers, names = columns.values("speaker"), columns.values("named")
    best: dict[str, _Rank] = {}
    for speaker, name, articles in zip(*_counted(columns), strict=True):
        called: str = names.names[name]
        rank = (-int(articles), -len(called), called.isupper(), called.isascii(), called)
        id = speakers.names[speaker]
        best[id] = min(best.get(id, rank), rank)
    return {id: rank[-1] for id, rank in best.items()}


def ids_of_form(columns: Columns, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the ids of those whom some article gives a name, other than the table's, whose slug fits."""
    forms, speakers = columns.values("form"), columns.values("speaker")
    codes = [code for code, form in enumerate(forms.names) if fits(slug(form))]
    docs = forms.docs[np.isin(forms.codes, codes)]
    return tuple(speakers.names[code] for code in np.unique(speakers.codes[np.isin(speakers.docs, docs)]))


def forms_of(columns: Columns, speaker: str) -> tuple[tuple[str, int], ...]:
    """Return the names articles give a speaker, and how many articles use each, the most frequent first."""
    docs = columns.postings("speaker", speaker).docs
    docs = docs[columns.alive[docs]]
    given: dict[int, str] = {}
    for field in ("named", "form"):  # the form, where there is one, is what the article says
        values = columns.values(field)
        chosen = np.isin(values.docs, docs)
        found = zip(values.docs[chosen].tolist(), values.codes[chosen].tolist(), strict=True)
        given |= {doc: values.names[code] for doc, code in found}
    pairs = {(name, int(columns.parent[doc])) for doc, name in given.items()}
    return tuple(sorted(Counter(name for name, _ in pairs).items(), key=lambda item: (-item[1], item[0])))


def _counted(columns: Columns) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return codes of speakers, codes of their names, and the articles that have both, each once."""
    speakers, names = columns.values("speaker"), columns.values("named")
    speaker_of = np.zeros(columns.size, dtype=np.int64)
    speaker_of[speakers.docs] = speakers.codes
    width = len(names.names) or 1
    pairs, places = np.unique(speaker_of[names.docs] * width + names.codes, return_inverse=True)
    articles = np.unique(columns.parent[names.docs] * (len(pairs) or 1) + places)
    counts = np.bincount(articles % (len(pairs) or 1), minlength=len(pairs))
    return (*np.divmod(pairs, width), counts)
