"""What can be asked of the JSON endpoint: the table its descriptions for programs and people are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from search.request import MAX_DEPTH, MAX_PAGE_SIZE, FacetName
from web import parameter_table, shapes
from web.parameter_table import Parameter
from web.shapes import Shape

RULES = (
    "Unknown is null, and every member is always there. Members may be added; none is renamed or taken away.",
    "Offsets count characters (Unicode code points) from 0 into the text beside them: the first, and the one "
    "after the last.",
    "What matched is marked twice: as ranges, and as html, which is escaped and has no element but <mark>.",
    "Addresses of this site (link, links and the url of a bucket) have neither scheme nor host: resolve them "
    "against the one you asked. The url of an article is the original's, as the article gives it.",
    f"A page has up to {MAX_PAGE_SIZE} results; past the {MAX_DEPTH:,}th a search is refused.",
    "What is ignored or mended in a request is said in warnings.",
    "A request that is not answered gets application/problem+json (RFC 9457), which names the parameter and "
    "the position in it where they are known.",
    "Answers carry a weak ETag; one that you have already costs a 304 and no search.",
)
"""What holds for all of them, in plain text."""

TAGS = {
    "Searching": "Quotes or articles by words, speakers, outlets, topics, kinds and days.",
    "Reading": "One article, one quote, one speaker.",
    "Handing in": "Articles into the index.",
    "Description": "This description.",
}
PROBLEMS = {
    HTTPStatus.BAD_REQUEST: "A parameter, or the query, could not be read.",
    HTTPStatus.UNAUTHORIZED: "The server wants people to sign on, and programs to send a bearer token.",
    HTTPStatus.FORBIDDEN: "The token's scope is another, or articles are handed in without a token for it.",
    HTTPStatus.NOT_FOUND: "There is no such thing here.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The request's body is larger than the server takes.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "What is handed in is neither JSON nor JSON lines.",
    HTTPStatus.UNPROCESSABLE_ENTITY: "It would cost too much: too long, too deep, too wide a prefix. Or no "
    "article of those handed in could be taken.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests; Retry-After says in how many seconds to ask again.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "The fault is ours; it stands in the server's log.",
    HTTPStatus.SERVICE_UNAVAILABLE: "There is no index, it cannot be read, or others write to it.",
}
"""The statuses of requests that are not answered, and what each says."""

ALWAYS = (
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.SERVICE_UNAVAILABLE,
)
"""Those that any request may meet."""

_UNREAD = (HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What can be asked at one path, ``place`` being the part of it that varies.

    ``id`` is the name of the view; ``answers`` are the shapes it may give. ``leads`` says where in them ids
    for other operations stand, as JSON pointers by those operations' ids. ``takes`` is the shape of what is
    sent, one of them or several, where anything is; all else is asked by GET.
    """

    id: str
    path: str
    tag: str
    summary: str
    says: str
    answers: Sequence[type[Shape]]
    parameters: Sequence[Parameter] = ()
    place: Parameter | None = None
    leads: Mapping[str, str] = field(default_factory=dict)
    takes: type[Shape] | None = None

    @property
    def method(self) -> str:
        """The method it is asked by."""
        return "POST" if self.takes else "GET"

    @property
    def refusals(self) -> Sequence[HTTPStatus]:
        """The statuses a request may be refused with, in their order."""
        missing = (HTTPStatus.NOT_FOUND,) if self.place else ()
        unfit = (HTTPStatus.UNSUPPORTED_MEDIA_TYPE,) if self.takes else ()
        return sorted({*_UNREAD, *ALWAYS, *missing, *unfit})


OPERATIONS = (
    Operation(
        id="search",
        path="/search",
        tag="Searching",
        summary="Search quotes or articles",
        says="A page of hits, with facets counted over all that match. Values of one facet widen a search, "
        "facets narrow each other, and each facet is counted without its own filter.",
        answers=(shapes.QuoteResults, shapes.ArticleResults),
        parameters=parameter_table.OF_ENDPOINT,
        leads={"speaker": "/facets/speaker/buckets/0/value"},
    ),
    Operation(
        id="facet",
        path="/facets/{name}",
        tag="Searching",
        summary="List all values of a facet",
        says="All values that a search has of one facet, the commonest first; a search itself lists twenty.",
        answers=(shapes.FacetValues,),
        parameters=parameter_table.OF_FACETS,
        place=Parameter(name="name", type=FacetName, says="The facet."),
    ),
    Operation(
        id="suggest",
        path="/suggest",
        tag="Searching",
        summary="Suggest how to go on",
        says="Speakers, outlets, topics and words that go on from the end of what was typed, once it has two "
        "letters. Filters stay in the searches that are suggested.",
        answers=(shapes.Suggestions,),
        parameters=parameter_table.OF_SUGGESTIONS,
    ),
    Operation(
        id="article",
        path="/articles/{id}",
        tag="Reading",
        summary="Read an article",
        says="An article's text, its quotes and the evidence of its topics, with their places in that text.",
        answers=(shapes.ArticleAnswer,),
        leads={"quote": "/quotes/0/id", "speaker": "/speakers/0/id"},
        place=Parameter(name="id", type=str, says="The article's id."),
    ),
    Operation(
        id="quote",
        path="/quotes/{id}",
        tag="Reading",
        summary="Read a quote",
        says="A quote, how its speaker was reached, and where its parts stand in its article.",
        answers=(shapes.QuoteAnswer,),
        leads={"article": "/article/id"},
        place=Parameter(name="id", type=str, says="The quote's id."),
    ),
    Operation(
        id="speaker",
        path="/speakers/{id}",
        tag="Reading",
        summary="Look up a speaker",
        says="Who somebody is as the articles state it: the names and roles they give, from when to when.",
        answers=(shapes.SpeakerAnswer,),
        place=Parameter(name="id", type=str, says="The speaker's id."),
    ),
    Operation(
        id="take",
        path="/articles",
        tag="Handing in",
        summary="Hand in articles",
        says="Takes an article, a list of them or one a line, with a bearer token of scope ingest. One that "
        "is there already is replaced where it has changed. They can be searched half a second after this "
        "is answered.",
        answers=(shapes.Intake,),
        takes=shapes.SentArticle,
    ),
)


def parameters() -> tuple[Parameter, ...]:
    """Return the parameters of all query strings, each once."""
    return tuple({each.name: each for operation in OPERATIONS for each in operation.parameters}.values())
