"""Measure attribution on annotated news: ``make accuracy``.

The corpus is not part of the repository: $ONRECORD_POLNEAR, else ../shared/polnear, has train/ and dev/, and
beside it stands attribution/score.py, whose docstring says what each figure means.

--check   fail where a figure lies below its floor in floors.json
--raise   raise each floor to what was measured, rounded down; a floor is lowered by hand only
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
from pathlib import Path

from index.tables import load_tables
from web.records import quote_records

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FLOORS = HERE / "floors.json"
CORPUS = Path(os.environ.get("ONRECORD_POLNEAR", ROOT.parent / "shared" / "polnear"))
SCORER = CORPUS.parent / "attribution" / "score.py"
GATED = (
    "detection_f1",
    "attribution_f1",
    "quotations_found",
    "speaker_accuracy",
    "indirect_precision",
    "indirect_f1",
    "indirect_speaker_accuracy",
)
DECIMALS = 3
NO_CORPUS = 77  # the exit status by which test runners know a skipped test


def measure(split: str) -> dict[str, float]:
    """Return the scorer's figures for a split, "train" by mention or "dev" by resolved name."""
    tables = load_tables()
    files = sorted((CORPUS / split / "text").glob("*.txt"))
    predictions = "\n".join(line for path in files for line in quote_records(path, tables))
    labels = CORPUS / split / "speakers.jsonl"
    command = [sys.executable, str(SCORER), str(CORPUS / split), "--json"]
    command += ["--labels", str(labels)] if labels.exists() else []
    done = subprocess.run(command, input=predictions, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> int:
    """Print the figures beside their floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true")
    mode.add_argument("--raise", dest="raises", action="store_true")
    arguments = parser.parse_args()
    if not SCORER.exists():
        print(f"No annotated corpus in {CORPUS}: nothing is measured.")
        return NO_CORPUS
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    below = False
    for split in sorted(floors, reverse=True):
        figures = measure(split)
        print(f"{split:<28}{'measured':>9}{'floor':>9}")
        for name in GATED:
            floor = floors[split].get(name, 0.0)
            below |= figures[name] < floor
            print(f"  {name:<26}{figures[name]:>9.3f}{floor:>9.3f}{'  below' * (figures[name] < floor)}")
            floors[split][name] = max(floor, math.floor(figures[name] * 10**DECIMALS) / 10**DECIMALS)
    if arguments.raises:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    return int(below and arguments.check)


if __name__ == "__main__":
    sys.exit(main())
