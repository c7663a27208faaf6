"""A small corpus written by hand, its index, the application on it, and the real server."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from index.article import Article, Kind, Quote, Span, Speaker, Topic
from index.identity import number_quotes
from index.writer import open_writer
from tests.web.serving import Serve, serving
from web.app import create_app

RUTTE = Speaker("mark-rutte", "Mark Rutte", "NATO Secretary General")
RUBIO = Speaker("marco-rubio", "Marco Rubio", "U.S. Secretary of State")


def quote(text: str, words: str, kind: Kind, speaker: Speaker | None, cue: str, **more: object) -> Quote:
    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    fields = {"confidence": 0.95, "reason": "named beside the cue", **more}
    return Quote(kind=kind, content=span(words), cue=span(cue), speaker=speaker, **fields)  # type: ignore[arg-type]


def article(id_: str, text: str, *quotes: Quote, **more: object) -> Article:
    return Article(
        id=id_,
        text=text,
        path=f"{id_}.txt",
        quotes=number_quotes(id_, text, quotes),
        **more,  # type: ignore[arg-type]
    )


TALKS = (
    "Ministers met in Brussels on Thursday.\n\n"
    "“We will spend much more on defence, and sooner,” Rutte told reporters. He had arrived late.\n\n"
    "Rubio stressed that the United States remains in the alliance.\n\n"
    "“Nobody knows,” an official murmured."
)
HOSTILE = "<script>alert(1)</script> & <b>half open said “spend </mark><img src=x onerror=alert(1)>” today."


@pytest.fixture(scope="session")
def corpus() -> tuple[Article, ...]:
    spending = Topic(
        "spending-targets", "Spending targets", (Span(TALKS.index("spend"), TALKS.index("spend") + 5),)
    )
    return (
        article(
            "talksaaaaaaa",
            TALKS,
            quote(
                TALKS,
                "We will spend much more on defence, and sooner,",
                "direct",
                RUTTE,
                "told reporters",
                topics=("spending-targets",),
                verb="tell",
                implies="neutral",
            ),
            quote(
                TALKS,
                "the United States remains in the alliance",
                "indirect",
                RUBIO,
                "stressed",
                confidence=0.6,
                verb="stress",
                implies="claiming",
            ),
            quote(TALKS, "Nobody knows,", "direct", None, "murmured", confidence=0.3),
            title="Talks on spending",
            outlet="The Daily",
            date=dt.date(2025, 4, 3),
            url="https://daily.example/talks",
            author="A. Writer",
            topics=(spending,),
        ),
        article(
            "hostileaaaaa",
            HOSTILE,
            quote(HOSTILE, "spend </mark><img src=x onerror=alert(1)>", "direct", RUTTE, "said"),
            url="javascript:alert(1)",
        ),
    )


@pytest.fixture
def saying(tmp_path: Path) -> Callable[[str], FlaskClient]:
    """Make an index of one article, "hostile", all of which says the words it is given."""

    def client(words: str) -> FlaskClient:
        text = f"{words} is what was said."
        speaker = Speaker("some-one", words, words)
        said = Quote(kind="direct", content=Span(0, len(text)), speaker=speaker, confidence=0.9)
        stated = {"title": words, "outlet": words, "author": words, "url": f"https://a.example/{words}"}
        with open_writer(tmp_path) as writer:
            writer.add(article("hostile", text, said, **stated), "1")
        return create_app({"ONRECORD_INDEX": tmp_path}).test_client()

    return client


@pytest.fixture(scope="session")
def index(corpus: tuple[Article, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("web") / "index"
    with open_writer(directory) as writer:
        for each in corpus:
            writer.add(each, fingerprint="1")
        writer.commit()
    return directory


@pytest.fixture(scope="session")
def app(index: Path) -> Flask:
    return create_app({"ONRECORD_INDEX": str(index), "TESTING": True})


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Serve:
    return lambda *options, **environ: serving(tmp_path_factory.mktemp("served"), *options, **environ)
