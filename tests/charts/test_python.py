"""A chart that the dataset brings its own code for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefpress.charts import python
from briefpress.errors import BriefpressError
from briefpress.model.dataset import Dataset
from briefpress.model.text import plain
from charts import kit

CODE = """
def draw(figure, data):
    axes = figure.subplots()
    frame = data.frames["s"]
    axes.plot(frame.index, frame["c0"], color=data.colours["accent"])
    axes.set_title(f"{data.figures['f']:g} at {data.width:.0f}")

def fails(figure, data):
    return 1 / 0
"""


@pytest.fixture
def data(tmp_path: Path) -> Dataset:
    (tmp_path / "own.py").write_text(CODE, encoding="utf-8")
    (tmp_path.parent / "outside.py").write_text(CODE, encoding="utf-8")
    made = kit.dataset(series=[kit.series("s", [("2001", 5), ("2002", 6)])], figures=[kit.figure("f", "3")])
    return replace(made, folder=str(tmp_path))


def test_code_runs_only_by_permission(data: Dataset) -> None:
    """Without the builder's word the code is not even read."""
    with pytest.raises(BriefpressError, match="would run Python code") as raised:
        kit.chart(data, "python", file="own.py")
    assert "--allow-code" in raised.value.hint


def test_a_function_gets_figure_and_data(data: Dataset) -> None:
    """The function draws on an empty figure of the printed size with the dataset's numbers."""
    made = kit.chart(data, "python", file="own.py", allow_code=True, series=("s",), items=("f",), height=140)
    assert made.figure.axes[0].get_title() == "3 at 482"
    assert list(made.figure.get_size_inches() * 72) == pytest.approx([481.9, 140])
    assert made.height == 140
    assert 120 <= len(plain(made.alt)) <= 400
    assert made.sources == ("s",)


def test_settings_do_not_leak(data: Dataset) -> None:
    """The style's settings hold while the function runs and not after."""
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    kit.chart(data, "python", file="own.py", allow_code=True)
    assert dict(mpl.rcParams) == before
    assert python.HEIGHT > 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"file": "own.py", "function": "fails"}, r"own\.py:9: ZeroDivisionError"),
        ({"file": "own.py", "function": "none"}, "does not have"),
        ({"file": "missing.py"}, "not there"),
        ({"file": "../outside.py"}, "names the file"),
        ({}, "names the file"),
    ],
)
def test_what_goes_wrong_is_told(data: Dataset, options: dict[str, str], message: str) -> None:
    """A failing function is told with its line; a file outside the dataset folder is refused."""
    with pytest.raises(BriefpressError, match=message):
        kit.chart(data, "python", allow_code=True, **options)
