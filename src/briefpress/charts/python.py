"""A chart that the dataset brings its own code for. The code runs only when whoever builds has said so."""

from __future__ import annotations

import importlib.util
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import matplotlib as mpl
from cycler import cycler
from matplotlib.figure import Figure

from briefpress.charts import captions, describing, tables, wording
from briefpress.charts.ink import FAMILIES, Sheet
from briefpress.charts.request import Request, columns, fact, fail, option
from briefpress.errors import BriefpressError
from briefpress.language.edtf import midpoint
from briefpress.model.chart import Chart

HEIGHT = 190.0


@dataclass(frozen=True, slots=True)
class Data:
    """What a chart's own function gets: `frames` are pandas tables by series id (index: decimal years; a column per
    measure, and "estimated"), `figures` the values of all facts by reference, `width` and `height` the figure's size in
    points, `colours` the style's colours by name ("ink", "muted", "grid", "accent", "neutral" and one per phase id)."""

    frames: Mapping[str, Any]
    figures: Mapping[str, float]
    width: float
    height: float
    colours: Mapping[str, str]


def draw(request: Request) -> Chart:
    """Call `function(figure, data)` of `file` with an empty matplotlib figure to draw on."""
    if not request.allow_code:
        fail(request, "would run Python code of the dataset", "Read that code, then build with --allow-code")
    named = option(request, "file", str, ""), option(request, "function", str, "draw")
    path = _path(request, named[0])
    height = request.spec.height or HEIGHT
    sheet = Sheet(request.theme, request.width)
    with mpl.rc_context(_settings(request)):  # type: ignore[arg-type] # mpl spells out every key
        figure = Figure(figsize=(request.width / 72, height / 72), dpi=72, frameon=False)
        function = _function(request, path, named[1])
        try:
            function(figure, data(request, height))
        except BriefpressError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever the author's code raises is told with its place
            _tell(request, path, error)
    sheet.figure = figure
    facts = tuple(fact(request, ref) for ref in request.spec.items)
    shown = columns(request)
    caption = captions.Caption(facts=(*facts, *(cell.fact for column in shown for cell in column.known if cell.fact)))
    if shown:
        caption.title = describing.series_message(request, shown[0])
        caption.rows = (*tables.series_rows(request, shown), *tables.item_rows(request, facts))
        caption.sentences = describing.ends_and_extremes(request, shown[0])
    described = wording.setting(request, "alt")
    if described:
        caption.sentences = [described]
    return captions.chart(request, sheet, caption, height)


def data(request: Request, height: float) -> Data:
    """The dataset's numbers as a chart's own function sees them."""
    import pandas as pd

    frames = {}
    for series in request.summary.dataset.series:
        rows = [
            {
                **{name: None if cell is None else float(cell.value) for name, cell in point.values.items()},
                "estimated": point.estimated,
            }
            for point in series.points
        ]
        frames[series.id] = pd.DataFrame(rows, index=[midpoint(point.date) for point in series.points])
    figures = {ref: float(known.quantity.value) for ref, known in request.summary.facts.items()}
    colours = request.theme.colours
    named = {name: getattr(colours, name) for name in ("ink", "muted", "grid", "accent", "neutral")}
    for place, phase in enumerate(request.summary.dataset.brief.phases):
        named[phase.id] = colours.phases[place % len(colours.phases)]
    return Data(frames, figures, request.width, height, named)


def _path(request: Request, name: str) -> Path:
    folder = Path(request.summary.dataset.folder).resolve()
    path = (folder / name).resolve()
    if not name or not path.is_relative_to(folder) or path.suffix != ".py":
        fail(request, f"names the file {name!r}", "Name a .py file inside the dataset folder")
    if not path.is_file():
        fail(request, f"names the file {name!r}, which is not there", "Put it into the dataset folder")
    return path


def _function(request: Request, path: Path, name: str) -> Callable[[Figure, Data], object]:
    spec = importlib.util.spec_from_file_location(f"briefpress_chart_{path.stem}", path)
    if spec is None or spec.loader is None:
        fail(request, f"names {path.name}, which is no Python file", "Name a .py file")
    module: ModuleType = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # noqa: BLE001 - the same for what runs when the file is read
        _tell(request, path, error)
    function = getattr(module, name, None)
    if not callable(function):
        fail(request, f"names the function {name!r}, which {path.name} does not have", "Write def draw(figure, data)")
    return function  # type: ignore[no-any-return]


def _tell(request: Request, path: Path, error: Exception) -> NoReturn:
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename) == path]
    place = f"{path.name}:{lines[-1]}" if lines else path.name
    fail(request, f"failed in {place}: {type(error).__name__}: {error}", "Mend the function and build again")


def _settings(request: Request) -> dict[str, Any]:
    """The style as matplotlib's own settings, so that plain plotting code looks like the other charts."""
    styles, colours, sizes = request.theme.type, request.theme.colours, request.theme.chart
    size = styles["chart_label"].size
    return {
        "font.family": [FAMILIES["label"]],
        "font.size": size,
        "axes.titlesize": size,
        "axes.labelsize": size,
        "xtick.labelsize": size,
        "ytick.labelsize": size,
        "legend.fontsize": size,
        "legend.frameon": False,
        "text.color": colours.ink,
        "axes.labelcolor": colours.muted,
        "xtick.color": colours.muted,
        "ytick.color": colours.muted,
        "axes.edgecolor": colours.ink,
        "axes.linewidth": sizes["axis"],
        "grid.color": colours.grid,
        "grid.linewidth": sizes["grid"],
        "lines.linewidth": sizes["line"],
        "lines.markersize": 2 * sizes["dot"],
        "hatch.linewidth": sizes["hatch"],
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.prop_cycle": cycler(color=[colours.accent, *colours.phases[1:]]),
    }
