"""The corpus the search tests ask: seven invented articles, indexed by the project's own writer."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from whoosh.index import open_dir

from index.article import Article, Kind, Quote, Span, Speaker, Topic
from index.codec import ColumnarWriter
from index.identity import article_id, number_quotes, slug
from index.schema import CODEC, documents_for
from index.writer import open_writer
from search import Engine, open_engine

BERG, REYES, KROON = "Anna Berg", "Tom Reyes", "Ilse Kroon"
ROLES = {BERG: "minister for ports", REYES: "opposition leader", KROON: None}
HARBOUR, BUDGET, WEATHER = "harbour-works", "public-budget", "weather"
TOPICS = {HARBOUR: "Harbour works", BUDGET: "Public budget", WEATHER: "Weather"}
VERBS: dict[Kind, str] = {"direct": "say", "mixed": "call out", "indirect": "warn"}
IMPLIED: dict[Kind, str] = {"mixed": "criticising", "indirect": "warning"}


class Said(NamedTuple):
    words: str
    speaker: str | None
    kind: Kind = "direct"
    topics: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    clause: str | None = None


def _article(
    name: str,
    text: str,
    said: tuple[Said, ...] = (),
    *,
    title: str | None = None,
    outlet: str | None = None,
    date: str | None = None,
    topics: tuple[str, ...] = (),
) -> Article:
    path = f"corpus/{name}.txt"
    id = article_id(path=path)
    return Article(
        id=id,
        text=text,
        path=path,
        title=title,
        outlet=outlet,
        date=dt.date.fromisoformat(date) if date else None,
        quotes=number_quotes(id, text, [_quote(text, one) for one in said]),
        topics=tuple(Topic(topic, TOPICS[topic], ()) for topic in topics),
    )


def _quote(text: str, said: Said) -> Quote:
    return Quote(
        kind=said.kind,
        content=_span(text, said.words),
        clause=_span(text, said.clause) if said.clause else None,
        speaker=Speaker(slug(said.speaker), said.speaker, ROLES[said.speaker]) if said.speaker else None,
        topics=said.topics,
        mentions=said.mentions,
        confidence=0.9,
        verb=VERBS[said.kind],
        implies=IMPLIED.get(said.kind),
    )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


CORPUS = (
    _article(
        "quay",
        "Work on the old quay begins in spring.\n"
        "“We will fund the harbour in full,” the minister said on Thursday.\n"
        "Opposition leader Tom Reyes called the plan “a costly fantasy” and promised a review.\n",
        (
            Said("We will fund the harbour in full,", BERG, topics=(HARBOUR, BUDGET)),
            Said("a costly fantasy", REYES, "mixed", (HARBOUR,), clause="called the plan “a costly fantasy”"),
        ),
        title="Quay to be rebuilt",
        outlet="Coast Daily",
        date="2025-04-03",
        topics=(HARBOUR, BUDGET),
    ),
    _article(
        "budget",
        "Parliament sat late into the night.\n"
        "Reyes said that defence policies had failed and that spending would rise by 5 percent.\n"
        "“Anna Berg has no plan for defence spending,” he added.\n"
        "“The numbers are sound,” Berg replied.\n",
        (
            Said(
                "defence policies had failed and that spending would rise by 5 percent",
                REYES,
                "indirect",
                (BUDGET,),
            ),
            Said("Anna Berg has no plan for defence spending,", REYES, topics=(BUDGET,), mentions=(BERG,)),
            Said("The numbers are sound,", BERG, topics=(BUDGET,)),
        ),
        title="Night of the long budget",
        outlet="Hill Post",
        date="2025-04-04",
        topics=(BUDGET,),
    ),
    _article(
        "storm",
        "The storm reached Lowmere before dawn.\n“Nobody was hurt, thank goodness,” a witness said.\n",
        (Said("Nobody was hurt, thank goodness,", None, topics=(WEATHER,)),),
        title="Storm in Lowmere",
        outlet="Coast Daily",
        date="2025-03-20",
        topics=(WEATHER,),
    ),
    _article(
        "archive",
        "From the archive: the harbour was dredged by hand. Fishing boats and trawlers lay in the mud.\n",
        title="When the harbour was mud",
        outlet="Coast Daily",
        date="2019-07-01",
        topics=(HARBOUR,),
    ),
    _article(
        "islands",
        "Ilse Kroon, who runs the ferries, was plain about it.\n"
        "“The Indo-Pacific trade may collapse, but the ferry in May will sail,” Kroon said.\n"
        "She warned that the harbour wall is rotten.\n",
        (
            Said("The Indo-Pacific trade may collapse, but the ferry in May will sail,", KROON),
            Said("the harbour wall is rotten", KROON, "indirect", (HARBOUR,)),
        ),
        outlet="Hill Post",
        topics=(HARBOUR,),
    ),
    _article(
        "letters",
        "A reader writes about <script>alert(1)</script> &amp; half-open <b tags.\n"
        "“The ferry is late & the <em>fare</em> is high,” the letter says.\n",
        (Said("The ferry is late & the <em>fare</em> is high,", None),),
        title="Letters",
        date="2025-04-03",
    ),
    _article("note", "A note without anything else.\n"),
)
NAMES = {article.id: Path(article.path).stem for article in CORPUS}
NAMES |= {
    quote.id: f"{Path(article.path).stem}-{number}"
    for article in CORPUS
    for number, quote in enumerate(article.quotes, 1)
}


@pytest.fixture(scope="session")
def corpus() -> tuple[Article, ...]:
    return CORPUS


@pytest.fixture(scope="session")
def names() -> dict[str, str]:
    """What the tests call an article ("quay") or a quote ("quay-1"), by its id."""
    return NAMES


@pytest.fixture(scope="session")
def write() -> Callable[..., None]:
    """Write articles into an index, each call a commit."""

    def written(folder: Path, *articles: Article) -> None:
        with open_writer(folder) as writer:
            for article in articles:
                writer.add(article, "fingerprint")

    return written


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory: pytest.TempPathFactory, write: Callable[..., None]) -> Path:
    folder = tmp_path_factory.mktemp("search") / "index"
    write(folder, *CORPUS)
    return folder


@pytest.fixture(scope="session")
def segmented_folder(tmp_path_factory: pytest.TempPathFactory, write: Callable[..., None]) -> Path:
    """The same index in a segment for each article; an eighth one is deleted."""
    made = tmp_path_factory.mktemp("segments")
    write(made, CORPUS[0])
    index = open_dir(str(made))
    for article in (*CORPUS[1:], _article("eighth", "The harbour and nothing else.\n")):
        writer = ColumnarWriter(index, CODEC)
        with writer.group():
            for document in documents_for(article, "fingerprint"):
                writer.add_document(**document)
        writer.commit(merge=False)
    writer = ColumnarWriter(index, CODEC)
    writer.delete_by_term("article", article_id(path="corpus/eighth.txt"))
    writer.commit(merge=False)
    assert len(list(made.glob("*.arrays"))) == len(CORPUS) + 1
    return made


@pytest.fixture(scope="session")
def engine(index_folder: Path) -> Iterator[Engine]:
    with open_engine(index_folder) as opened:
        yield opened
