"""What may be shown of a role that stands beside a name."""

from __future__ import annotations

import pytest

from index.lexicon import lexicon
from index.shown_roles import shown
from index.tables import load_tables


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        # whole as it stands
        ("Mayor", "Mayor"),
        ("Sen.", "Sen."),
        ("former Oslo mayor", "former Oslo mayor"),
        ("Secretary of State", "Secretary of State"),
        ("attorney general of Ohio", "attorney general of Ohio"),
        ("governor-elect", "governor-elect"),
        ("president emeritus of the college", "president emeritus of the college"),
        ("University of Oslo professor", "University of Oslo professor"),
        (
            "president of the Society for the Blind and the Deaf",
            "president of the Society for the Blind and the Deaf",
        ),
        ("pollster working for the mayor", "pollster working for the mayor"),
        ("leading pollster", "leading pollster"),
        ("visiting fellow at the college", "visiting fellow at the college"),
        ("34-year-old nurse from Oslo", "34-year-old nurse from Oslo"),
        ("2012 presidential nominee", "2012 presidential nominee"),
        ("party's deputy leader", "party's deputy leader"),
        ("one of the founders of the club", "one of the founders of the club"),
        ("editor and publisher of the paper", "editor and publisher of the paper"),
        ("national treasurer for the campaign", "national treasurer for the campaign"),
        ("Pres.", "Pres."),
        ("White House press secretary", "White House press secretary"),
        ("Oslo City Council president", "Oslo City Council president"),
        ("7th District chair", "7th District chair"),
        ("governor since 2014", "governor since 2014"),
        # a sentence's first word
        ("Former Oslo mayor", "former Oslo mayor"),
        ("Presumptive GOP nominee", "presumptive GOP nominee"),
        ("House Speaker", "House Speaker"),
        # whose it is points at nobody once it stands alone
        ("her campaign manager", "campaign manager"),
        ("now a professor at the college", "professor at the college"),
        ("another former envoy", "former envoy"),
        ("One voter", "voter"),
        ("of presumptive nominee", "presumptive nominee"),
        # what belongs to the sentence
        ("polls show Sen.", "Sen."),
        ("unseat Mayor", "Mayor"),
        ("way FBI Director", "FBI Director"),
        ("saying the presumptive nominee", None),
        ("July 2015 President", "President"),
        ("ask former senator", "former senator"),
        ("lost his younger son", None),
        # several people
        ("top aides", None),
        ("Florida Sens.", None),
        ("presidential candidates Sen.", "Sen."),
        ("Democrats and their", None),
        ("union members and leaders say", None),
        ("men", None),
        # nouns of nobody in particular
        ("one", None),
        ("5.5 percent at the bank", None),
        ("former", None),
        ("flop with the voters", None),
        ("citing participants in the meeting", None),
        # relations
        ("friend", None),
        ("her husband", None),
        ("GOP primary rival Sen.", "Sen."),
        ("Republican rival", None),
        ("Roe ally", "Roe ally"),
        ("president's brother", "president's brother"),
        ("mother of two", "mother of two"),
        ("friend and adviser", "adviser"),
        # cut off
        ("host of", "host"),
        ("host of Channel One’s", "host of Channel One"),
        ("longtime strategist for good causes whose agency", "longtime strategist for good causes"),
        ("Roe’s 41-year-old manager pulled her away", "Roe’s 41-year-old manager"),
        ("editor of the paper as of May", "editor of the paper"),
        ("", None),
    ],
)
def test_a_role_is_shown_where_it_says_by_itself_what_one_person_is(found: str, kept: str | None) -> None:
    assert shown(found, lexicon(load_tables())) == kept
