"""What tests of several folders share."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Validate = Callable[[Sequence[Path], str], str]


@pytest.fixture(scope="session")
def verapdf() -> Validate:
    """Validate files against flavours such as "3a,ua1": "" where all conform, else veraPDF's report.

    Without verapdf on PATH the test is skipped, or fails where BRIEFPRESS_NEEDS_VERAPDF is set, as .ci/run does.
    """
    if shutil.which("verapdf") is None:
        if os.environ.get("BRIEFPRESS_NEEDS_VERAPDF"):
            pytest.fail("verapdf is not on PATH, and BRIEFPRESS_NEEDS_VERAPDF says that it must be")
        pytest.skip("verapdf is not on PATH, so conformance cannot be judged")

    def validate(files: Sequence[Path], flavours: str) -> str:
        run = subprocess.run(["verapdf", "-f", flavours, *map(str, files)], capture_output=True, text=True, check=False)
        return "" if run.returncode == 0 else run.stdout + run.stderr

    return validate
