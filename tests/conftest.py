"""What tests of several folders share."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import settings

# On a build machine the same commit must give the same verdict; on a person's, each run tries new examples.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

Validate = Callable[[Sequence[Path], str], str]


def needed(command: str, variable: str, purpose: str) -> str:
    """The command's path; skips where it is missing, or fails where the variable is set, as .ci/run does."""
    found = shutil.which(command)
    if found is None and os.environ.get(variable):
        pytest.fail(f"{command} is not on PATH, and {variable} says that it must be")
    if found is None:
        pytest.skip(f"{command} is not on PATH, so {purpose} cannot be judged")
    return found


@pytest.fixture(scope="session")
def outloud() -> Callable[[Sequence[Path]], str]:
    """Check files with outloud, which also judges meaning and reading order: "" without an error or a warning."""
    command = needed("outloud", "BRIEFPRESS_NEEDS_OUTLOUD", "what a reader hears")

    def check(files: Sequence[Path]) -> str:
        asked = [command, "--no-info", "--fail-on", "warning", *map(str, files)]
        run = subprocess.run(asked, capture_output=True, text=True, check=False)
        return "" if run.returncode == 0 else run.stdout + run.stderr

    return check


@pytest.fixture(scope="session")
def verapdf() -> Validate:
    """Validate files against flavours such as "3a,ua1": "" where all conform, else veraPDF's report."""
    needed("verapdf", "BRIEFPRESS_NEEDS_VERAPDF", "conformance")

    def validate(files: Sequence[Path], flavours: str) -> str:
        run = subprocess.run(["verapdf", "-f", flavours, *map(str, files)], capture_output=True, text=True, check=False)
        return "" if run.returncode == 0 else run.stdout + run.stderr

    return validate
