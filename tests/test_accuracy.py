"""The quality gate: attribution on annotated news stays above its floors, where that corpus is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
