"""What speakers are called: one name for each id, however many forms the index's articles use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

import numpy as np

from index.codec.fields import Terms
from index.identity import slug
from search.arrays import Docs
from search.columns import Columns

_Rank = tuple[int, int, bool, bool, str]


class Names:
    """The name each speaker of a commit is shown under, found when it is first asked for.

    It is the one most articles give; of several the longest. A person of the table of speakers has its name
    in every article. Where still several are left, one in small letters goes before capitals, one with
    accents before one without, then the first of the alphabet. Safe between threads.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self.of = lru_cache(None)(self._of)

    def _of(self, id: str) -> str | None:
        """Return what the speaker of that id is called; None where nobody speaks under it."""
        given = list(self._given(id))
        if all((ordinals == ordinals[0]).all() for _, ordinals, _ in given):  # nearly everybody has one name
            found = {names[ordinals[0]] for names, ordinals, _ in given}
            if len(found) < 2:
                return next((name.decode("utf-8") for name in found), None)
        counts: Counter[bytes] = Counter()
        for names, ordinals, docs in given:
            pairs = np.unique(self._columns.article_of[docs].astype(np.int64) << 32 | ordinals)
            each, numbers = np.unique(pairs & (2**32 - 1), return_counts=True)
            counts.update({names[one]: n for one, n in zip(each.tolist(), numbers.tolist(), strict=True)})
        return min(_rank(name.decode("utf-8"), articles) for name, articles in counts.items())[-1]

    def _given(self, id: str) -> Iterator[tuple[Terms, Docs, Docs]]:
        """Yield from each segment with quotes of the speaker all names there are, and of each quote the
        ordinal of the one it is given under, and the document."""
        columns = self._columns
        for base, segment in zip(columns.bases, columns.segments, strict=False):
            here, names = segment.ordinal("speaker", id.encode("utf-8")), segment.field("named")
            if here is None or names is None:
                continue
            docs = here[0].docs[here[0].span(here[1])]
            docs = docs[columns.alive[base + docs]] if columns.has_deletions else docs
            if len(docs):
                yield names.terms, segment.value_of("named").take(docs), base + docs


def _rank(name: str, articles: int) -> _Rank:
    return -articles, -len(name), name.isupper(), name.isascii(), name


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
