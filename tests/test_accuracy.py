"""The quality gate: attribution on annotated news stays above its floors, where that corpus is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks import accuracy, reliability

ROOT = Path(__file__).parent.parent
NO_CORPUS = 77


@pytest.mark.timeout(600)
def test_attribution_does_not_fall_below_its_floors() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.accuracy", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ,
    )
    if done.returncode == NO_CORPUS:
        pytest.skip(done.stdout.strip())
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.timeout(300)
def test_of_the_quotes_given_nine_tenths_or_more_95_in_100_are_right_on_articles_not_developed_on() -> None:
    if not accuracy.SCORER.exists():
        pytest.skip("no annotated corpus")
    assert reliability.share_at_least(list(reliability.judge("dev")), reliability.HIGH) >= 0.95
