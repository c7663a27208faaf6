"""Articles yet to be written are found by what they are known again by, as they are now."""

from __future__ import annotations

from index.article import Article
from index.schema import documents_for
from index.unwritten import Unwritten


def add(unwritten: Unwritten, id: str, path: str, url: str | None = None) -> None:
    article = Article(id=id, text=f"Text of {id} at {path}.", path=path, url=url)
    unwritten.add(article, documents_for(article, "mark", {"copy.txt": "other mark"}))


def found(unwritten: Unwritten, field: str, value: str) -> list[str]:
    return [document["id"] for document in unwritten.having(field, value)]


def test_articles_are_found_by_whole_values_in_the_order_in_which_they_came() -> None:
    unwritten = Unwritten()
    add(unwritten, "b", "b.txt", "https://x.org/12")
    add(unwritten, "a", "a.txt", "https://x.org/1")
    assert found(unwritten, "url", "url x.org/1") == ["a"]
    assert found(unwritten, "path", "path b.txt") == []
    assert found(unwritten, "path", "b.txt") == ["b"]
    assert found(unwritten, "path", "copy.txt") == ["b", "a"]
    assert [documents[0]["id"] for documents in unwritten.documents()] == ["b", "a"]


def test_an_article_added_again_is_found_by_what_it_has_now() -> None:
    unwritten = Unwritten()
    add(unwritten, "a", "a.txt", "https://x.org/1")
    add(unwritten, "b", "b.txt")
    add(unwritten, "a", "c.txt", "https://x.org/2")
    assert found(unwritten, "url", "url x.org/1") == found(unwritten, "path", "a.txt") == []
    assert found(unwritten, "url", "url x.org/2") == found(unwritten, "path", "c.txt") == ["a"]
    assert unwritten.article("a").path == "c.txt"
    assert [documents[0]["id"] for documents in unwritten.documents()] == ["a", "b"]


def test_what_is_dropped_or_cleared_is_not_found() -> None:
    unwritten = Unwritten()
    add(unwritten, "a", "a.txt")
    add(unwritten, "b", "b.txt")
    unwritten.drop("a")
    unwritten.drop("nowhere")
    assert ("a" in unwritten, "b" in unwritten) == (False, True)
    assert found(unwritten, "path", "copy.txt") == ["b"]
    unwritten.clear()
    assert found(unwritten, "path", "copy.txt") == []
    assert not list(unwritten.documents())
