"""Names of several words: whom each means, the fullest form becoming the name."""

from __future__ import annotations

from index import grammar
from index.lexicon import plain, without_possessive
from index.people import People, surname
from index.person import Person, is_near, name_of, same_first
from index.run import Run
from index.runs import SUFFIXES
from index.words import QUOTED

KNOWN_WORDS = 7  # after a name and its comma, within which "known as" gives another


def meet_full_names(people: People) -> None:
    """Meet who is named by several words; the last, those whose first name no table knows."""
    doubtful = []
    for run in people.runs:
        if run.length < 2 or run.kind == "title" or people.is_surname(run):
            continue
        if run.kind == "person" and plain(people.words.form[run.name]) not in people.lexicon.first_names:
            doubtful.append(run)
        else:
            people.note(_full(people, run), run)
    for run in doubtful:
        people.note(_doubtful(people, run), run)


def _doubtful(people: People, run: Run) -> Person:
    """Two words whose first no table knows: no name in "Team Jones", the end of one in "Suu Kyi"."""
    keys = [plain(form) for form in people.words.form[run.name : run.last]]
    family = people.family(keys[-1])
    ending = (person for person in family if person.words[-len(keys) :] == tuple(keys))
    human = (person for person in family if person.human)
    common = not run.titled and all(people.is_common(key) or grammar.is_adverb(key) for key in keys[:-1])
    return next(ending, None) or (next(human, None) if common else None) or _full(people, run)


def _full(people: People, run: Run) -> Person:
    """Who is named in full, with the nicknames within the name."""
    forms = [
        without_possessive(form)
        for form in people.words.form[run.name : run.last]
        if form not in (QUOTED, ",")
    ]
    body = run.kind != "person"
    person = _known(people, forms, body) or _by_title(people, forms) or people.meet(forms, body=body)
    person.full += 1
    for place in range(run.name, run.last):
        if place in people.words.marked:
            person.nicknames.add(plain(people.words.marked[place].inner.cut(people.words.text)))
    known_as = "" if body else _known_as(people, run.last)
    if known_as:
        person.nicknames.add(known_as)
    return person


def _known_as(people: People, place: int) -> str:
    """The other name after one: "Jane Doe, the singer known as “Zorblat”"; empty where there is none."""
    words = people.words
    if words.form[place : place + 1] != [","]:
        return ""
    for index in range(place + 1, min(place + KNOWN_WORDS, len(words.form) - 2)):
        if words.lower[index : index + 2] == ["known", "as"]:
            marked = words.marked.get(index + 2)
            name = marked.inner.cut(words.text).strip(".,") if marked is not None else words.form[index + 2]
            return plain(name) if name[:1].isupper() else ""
        if not words.form[index].islower():
            return ""
    return ""


def _by_title(people: People, forms: list[str]) -> Person | None:
    """ "Dean Doe", after "Jane Doe, dean of the school": a title that elsewhere is a first name."""
    key = plain(forms[0])
    if len(forms) != 2 or not people.lexicon.is_title(key) or key not in people.uncapped:
        return None
    return next((person for person in people.family(surname([plain(forms[1])])) if not person.body), None)


def _known(people: People, forms: list[str], body: bool) -> Person | None:
    """Who has this surname and a first name that goes with it; the fuller form becomes the name."""
    keys = tuple(map(plain, forms))
    suffix = [key for key in keys if key in SUFFIXES]
    for known in people.family(surname(keys)):
        same_suffix = [key for key in known.words if key in SUFFIXES] == suffix
        same = same_first(known.words[0], keys[0]) or keys[0] in known.nicknames
        near = not (same or body) and _is_other_spelling(people, known, keys)
        if same_suffix and known.body == body and (same or near):
            fuller = (len(keys), len(keys[0])) > (len(known.words), len(known.words[0]))
            if _is_commoner(people, forms[0], known.name.split()[0]) if near else fuller:
                known.name, known.words = " ".join(forms) if body else name_of(forms), keys
            return known
        if body and known.body and keys[-1] in people.lexicon.kinds["outlet"] and _is_end(keys, known.words):
            return known  # "the Daily News" of "The Oslo Daily News"
    return None


def _is_other_spelling(people: People, known: Person, keys: tuple[str, ...]) -> bool:
    """ "Hilary Doe" beside "Hillary Doe": a letter lost, added or in the wrong place, and no other gender."""
    firsts = people.lexicon.first_names
    genders = {firsts.get(known.words[0], "either"), firsts.get(keys[0], "either")}
    return genders != {"male", "female"} and is_near(known.words[0], keys[0])


def _is_commoner(people: People, first: str, other: str) -> bool:
    """Whether a spelling stands oftener; of two as often the longer one, for letters are lost more easily."""
    return (people.times(first), len(first)) > (people.times(other), len(other))


def _is_end(keys: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return len(keys) > 1 and whole[-len(keys) :] == keys


def meet_quoted_names(people: People) -> None:
    """Meet the full names within quotation marks, for surnames that stand alone outside them."""
    for marked in people.words.marked.values():
        first = ""
        for form in marked.inner.cut(people.words.text).split():
            last = "" if form[0].islower() else form.strip("“”\"‘’'()[].,;:!?—–")
            if first and last and _is_full_name(people, first, last) and not people.family(plain(last)):
                people.meet([first, without_possessive(last)], body=False)
            first = last if last[:1].isupper() else ""


def _is_full_name(people: People, first: str, last: str) -> bool:
    """Whether the second of two words, the first a capital, is a surname."""
    return (
        last[0].isupper()
        and plain(first) in people.lexicon.first_names
        and plain(last) not in people.lexicon.bodies
    )
