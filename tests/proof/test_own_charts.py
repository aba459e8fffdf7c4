"""Charts that a user draws stand under the same proof."""

from __future__ import annotations

import shutil
from pathlib import Path

from briefpress.pipeline import Options, build, verify

EXAMPLE = Path(__file__).parents[2] / "data" / "village-library"

CODE = """
def draw(figure, data):
    axes = figure.add_subplot()
    axes.plot([1, 10, 100], [5000, 20000, 90000])
    axes.set_yscale("log")
    axes.set_title(r"$x^2$ and 7 more")
"""

CHART = """
[[charts]]
id = "own"
kind = "python"
file = "own.py"
title = "A chart of our own"
alt = "A line over three points on a scale of powers of ten, drawn to show that formulas are read as they stand here."
"""


def test_numbers_in_formulas_are_traced_as_they_are_read(tmp_path: Path) -> None:
    """A logarithmic axis prints powers of ten as formulas; what a reader of the file finds is what the ledger holds."""
    folder = tmp_path / "own"
    shutil.copytree(EXAMPLE, folder)
    (folder / "own.py").write_text(CODE, encoding="utf-8")
    brief = folder / "brief.toml"
    brief.write_text(brief.read_text(encoding="utf-8") + CHART, encoding="utf-8")
    file = tmp_path / "own.pdf"
    file.write_bytes(build(folder, Options(allow_code=True)).pdf)
    report = verify(file)
    assert report.findings == ()
    assert report.traced == report.numbers > 56
