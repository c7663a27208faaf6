"""Forms of a name: what is left out before two are compared, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.identity import slug
from index.names import Keys, affixes_of, keys_of
from index.tables import load_tables

TABLES = load_tables()
AFFIXES = affixes_of(TABLES.contents)


def plain(name: str) -> str:
    return keys_of(name, AFFIXES).plain


@pytest.mark.parametrize(
    ("key", "forms"),
    [
        ("ann-lee", ["Ann Lee", "ANN LEE", "Ann B. Lee", "Ann B Lee", "Ann B. C. Lee", "Ann B.C. Lee"]),
        ("ann-lee", ["Mayor Ann Lee", "Former Vice President Ann Lee", "Ms. Ann B. Lee", "“Ann” Lee"]),
        ("ann-lee", ["Secretary of State Ann Lee", "then-Senator Ann Lee", "Vice-President Ann Lee"]),
        ("ann-lee", ["Prime  Minister\nAnn Lee", "Défense Minister Ann Lee", "Ánn Leé", " Ann Lee, "]),
        ("ann-lee-jr", ["Ann Lee Jr.", "Ann Lee, Jr", "Mayor Ann B. Lee Junior", "ANN LEE JR."]),
        ("ann-lee-sr", ["Ann Lee Sr.", "Ann Lee, Senior"]),
        ("ann-lee-ii", ["Ann Lee II"]),
        ("ann-lee-iii", ["Ann Q. Lee III"]),
        ("ann-bea-lee", ["Ann Bea Lee"]),
        ("lee", ["Lee", "Mr. Lee", "Mayor Lee", "LEE", "Lée"]),
        ("king", ["King", "Mr. King", "Rep. King"]),
        ("ann-king", ["Ann King"]),
        ("ann-king-lee", ["Ann King Lee"]),
        ("jd-roe", ["JD Roe", "J.D. Roe", "J. D. Roe", "Sen. J.D. Roe"]),
        ("j-roe", ["J. Roe", "Gen. J. Roe"]),
        ("ms-rao", ["M.S. Rao", "M. S. Rao"]),
        ("malcolm-x", ["Malcolm X", "Malcolm X."]),
        ("recep-tayyip-erdogan", ["Recep Tayyip Erdoğan", "President Recep Tayyip Erdogan"]),
        ("sean-obrien", ["Seán O’Brien", "Sean O'Brien", "Sean OBrien", "Sean O‘Brien", "Sean O`Brien"]),
        ("jean-claude-roe", ["Jean-Claude Roe", "Jean Claude Roe", "Jean‑Claude Roe"]),
        ("us-army", ["U.S. Army", "US Army", "The U.S. Army"]),
        ("general-council", ["General Council", "the General Council"]),
        ("attorney-general", ["Attorney General", "the attorney general"]),
        ("deputy-attorney-general", ["Deputy Attorney General"]),
        ("secretary-of-war-ann-lee", ["Secretary of War Ann Lee"]),
        ("unknown", ["", " — ", "“”"]),
    ],
)
def test_forms_of_one_name_have_one_key(key: str, forms: list[str]) -> None:
    assert {form: plain(form) for form in forms} == dict.fromkeys(forms, key)


@pytest.mark.parametrize(
    ("name", "full", "plain"),
    [
        ("George W. Bush", "george-w-bush", "george-bush"),
        ("President George H. W. Bush", "george-hw-bush", "george-bush"),
        ("George H.W. Bush, Sr.", "george-hw-bush-sr", "george-bush-sr"),
        ("J. D. Q. Roe", "jdq-roe", "jdq-roe"),
        ("Ann Lee", "ann-lee", "ann-lee"),
    ],
)
def test_the_full_key_keeps_the_initials(name: str, full: str, plain: str) -> None:
    assert keys_of(name, AFFIXES) == Keys(full, plain)


def test_names_in_another_script_are_told_apart_by_every_word() -> None:
    assert plain("Владимир Путин") == plain("ВЛАДИМИР В. ПУТИН")
    assert len({plain("Владимир Путин"), plain("Путин"), plain("Владимир"), plain("Ли Ann"), "ann"}) == 5


WORD = st.text("abcdefghijklmnopqrstuvwxyzéğøß", min_size=2, max_size=7).map(str.capitalize)
OTHER_WORDS = (
    {"the", "of", "jr", "sr", "ii", "iii", "iv", "junior", "senior"} | AFFIXES.titles | AFFIXES.bodies
)
NAME = st.lists(WORD, min_size=2, max_size=4).filter(
    lambda words: not any(slug(word) in OTHER_WORDS for word in words)
)
TITLE = st.sampled_from(sorted(title for title in TABLES.table("titles") if " of " not in title))


@given(NAME, TITLE, st.sampled_from("ABCDEÉ"), st.sampled_from(["{}.", "{}", "{0}.{0}.", "{0}. {0}."]))
def test_titles_initials_accents_punctuation_and_capitals_never_split(
    words: list[str], title: str, letter: str, initials: str
) -> None:
    key = plain(" ".join(words))
    middle = [words[0], initials.format(letter), *words[1:]]
    for form in (
        " ".join(words).upper(),
        f"{title} {' '.join(words)}",
        f"{title.title()} {' '.join(middle)}",
        " ".join(middle),
        "-".join(words),
        ", ".join(words),
        " ".join(f"{word[0]}’{word[1:]}" for word in words),
        " ".join(slug(word) for word in words),
    ):
        assert plain(form) == key, form


@given(NAME, TITLE)
def test_a_surname_alone_never_joins_a_full_name(words: list[str], title: str) -> None:
    assert plain(words[-1]) != plain(" ".join(words))
    assert plain(f"{title} {words[-1]}") == plain(words[-1])


@given(NAME, st.sampled_from(["Jr.", "Sr.", "II", "III", "IV"]))
def test_a_suffix_keeps_apart(words: list[str], suffix: str) -> None:
    assert plain(" ".join([*words, suffix])) == f"{plain(' '.join(words))}-{slug(suffix)}"


@given(st.text() | NAME.map(" ".join))
def test_a_key_is_a_slug_and_its_own_key(name: str) -> None:
    for key in keys_of(name, AFFIXES):
        assert key == slug(key)
        assert plain(key) == key
