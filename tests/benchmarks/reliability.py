"""Hold the confidence of quotes against annotated news: ``make reliability``.

For each step of confidence: how many quotations were given it, the mean given, and the share of them that is
right: at least half of the quoted characters are an attributed quotation's, and the speaker is its speaker.
On dev/, which was not read when the rules were made, a speaker is right by the resolved name.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from index.article import Quote
from index.quotes import find_quotes
from index.speakers import name_speakers
from index.tables import load_tables
from tests.benchmarks.accuracy import CORPUS, NO_CORPUS, SCORER

STEPS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.0)
HIGH = 0.9


@dataclass(frozen=True, slots=True)
class Judged:
    """A quotation's confidence and whether it is right."""

    confidence: float
    right: bool


def judge(split: str = "dev") -> Iterator[Judged]:
    """Yield the quotations found in a split whose speakers are labelled."""
    score, tables = _scorer(), load_tables()
    labels = _labels(CORPUS / split / "speakers.jsonl")
    for article, (text, units) in score.read_gold(CORPUS / split).items():
        quoted = _characters(text, score.quoted_spans(text))
        owner = {i: unit for unit in units for i in _characters(text, unit["content"])}
        for quote in name_speakers(text, find_quotes(text, tables), tables):
            words = _characters(text, [(quote.content.start, quote.content.end)]) & quoted
            if quote.kind == "indirect" or not words:
                continue
            owners = Counter(owner[i]["id"] for i in words if i in owner)
            if 2 * sum(owners.values()) < len(words):
                yield Judged(quote.confidence, False)
                continue
            label = labels.get((article, owners.most_common(1)[0][0]))
            if label is not None and label["sure"]:
                yield Judged(quote.confidence, _is_right(score, quote, text, label))


def share_at_least(judged: list[Judged], floor: float) -> float:
    """Return the share of right ones among those with at least this confidence."""
    chosen = [one.right for one in judged if one.confidence >= floor]
    return sum(chosen) / len(chosen) if chosen else 0.0


def main() -> int:
    """Print the reliability table."""
    if not SCORER.exists():
        print(f"No annotated corpus in {CORPUS}: nothing is measured.")
        return NO_CORPUS
    judged = list(judge())
    steps: dict[float, list[Judged]] = defaultdict(list)
    for one in judged:
        steps[next(step for step in STEPS if one.confidence >= step)].append(one)
    print(f"{'confidence':<14}{'quotes':>8}{'given':>8}{'right':>8}")
    for step in STEPS:
        if found := steps[step]:
            given = sum(one.confidence for one in found) / len(found)
            right = sum(one.right for one in found) / len(found)
            print(f"{f'{step:.1f} and more':<14}{len(found):>8}{given:>8.2f}{right:>8.2f}")
    return 0


def _is_right(score: ModuleType, quote: Quote, text: str, label: dict[str, Any]) -> bool:
    guess = {"speaker": quote.speaker.name if quote.speaker else None}
    return bool(score.speaker_is_right(guess, None, text, label))


def _characters(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {i for a, b in spans for i in range(max(0, a), min(len(text), b)) if not text[i].isspace()}


def _labels(path: Path) -> dict[tuple[str, int], dict[str, Any]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return {(row["article"], row["id"]): row for row in rows}


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    if spec is None or spec.loader is None:
        raise ImportError(f"{SCORER} cannot be read")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
