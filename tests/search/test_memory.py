"""What arrays that were let go of leave behind."""

import platform
import subprocess
import sys

import pytest

ARRAYS = """
import resource
import numpy as np
for _ in range(3):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    arrays = [np.ones(1_000_000, np.uint8) for _ in range(8)]
    del arrays
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library keeps memory its own way")
def test_arrays_are_made_again_in_memory_that_is_there() -> None:
    fresh = _fresh_pages(ARRAYS)
    kept = _fresh_pages("from search.memory import keep_memory; keep_memory()" + ARRAYS)
    assert 10 * kept < fresh


def _fresh_pages(code: str) -> int:
    return int(
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    )
