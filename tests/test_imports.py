"""What is imported before it is needed: nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1] / "src")}

HEAVY = (
    "babel",
    "citeproc",
    "lxml",
    "matplotlib",
    "numpy",
    "pandas",
    "pikepdf",
    "reportlab",
    "pyphen",
    "rich",
    "uharfbuzz",
)

REPORT = f"""
import sys
{{}}
print(*sorted(set(sys.modules) & set({HEAVY!r})))
"""


def imported_by(code: str) -> str:
    """The heavy modules that a fresh interpreter holds after running `code`."""
    command = [sys.executable, "-c", REPORT.format(code)]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


QUIETLY = (
    "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n    {}"
)


@pytest.mark.parametrize(
    "code",
    [
        "import briefpress",
        "import briefpress.errors, briefpress.model.dataset, briefpress.model.story, briefpress.model.chart",
        "import briefpress.pipeline, briefpress.api",
        QUIETLY.format("from briefpress.cli import main; main(['--help'])"),
        QUIETLY.format("from briefpress.cli import main; main(['--version'])"),
        QUIETLY.format("from briefpress.cli import main; main(['build', '--help'])"),
    ],
)
def test_nothing_heavy_is_imported_early(code: str) -> None:
    """Importing the package, its nouns or its pipeline, or asking for help, imports no heavy library."""
    assert imported_by(code) == ""


def test_the_watch_sees_what_it_should() -> None:
    """The measure itself notices a heavy import."""
    assert "numpy" in imported_by("import numpy")


def test_help_imports_no_command() -> None:
    """The list of commands is printed without importing one of them."""
    code = QUIETLY.format("from briefpress.cli import main; main(['--help'])")
    probe = f"import sys\n{code}\nassert not [m for m in sys.modules if m.startswith('briefpress.cli.build')]"
    subprocess.run([sys.executable, "-c", probe], env=ENVIRONMENT, check=True)
