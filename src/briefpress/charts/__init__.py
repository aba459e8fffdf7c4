"""Charts of the brief's data, each an unplaced matplotlib figure with its words, its rows and its alternative text.

To add a kind: one file with `draw(request) -> Chart`, and one row in CHARTS.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable

from briefpress.charts import (
    bars,
    columns,
    currencies,
    disagreement,
    dots,
    grid,
    line,
    python,
    range,  # noqa: A004 - the kind is called so in brief.toml
    share,
    slope,
    squares,
    steps,
    timeline,
)
from briefpress.charts.choosing import choose
from briefpress.charts.request import Request, fact, fail
from briefpress.charts.samples import mark_figure
from briefpress.language.lexicon import Lexicon
from briefpress.model.chart import Chart
from briefpress.model.dataset import ChartSpec
from briefpress.model.prose import Prose
from briefpress.model.summary import Summary
from briefpress.model.text import Text
from briefpress.theme import Theme

__all__ = ["CHARTS", "Request", "choose", "draw", "draw_request", "mark_figure"]

CHARTS: dict[str, Callable[[Request], Chart]] = {
    "bars": bars.draw,
    "squares": squares.draw,
    "dots": dots.draw,
    "share": share.draw,
    "grid": grid.draw,
    "line": line.draw,
    "steps": steps.draw,
    "columns": columns.draw,
    "slope": slope.draw,
    "range": range.draw,
    "disagreement": disagreement.draw,
    "currencies": currencies.draw,
    "timeline": timeline.draw,
    "python": python.draw,
}


def draw(
    spec: ChartSpec, summary: Summary, theme: Theme, lexicon: Lexicon, width: float, resolve: Callable[[Prose], Text]
) -> Chart:
    """Draw one chart, `width` points wide. A chart of kind "python" needs `draw_request`, which can allow its code.

    Raises BriefpressError that names the chart for an unknown kind, a reference that the dataset does not hold, an
    option of the wrong type, and data that the kind cannot show.
    """
    return draw_request(Request(spec, summary, theme, lexicon, width, resolve))


def draw_request(request: Request) -> Chart:
    """The same for a request made by the caller."""
    kind = CHARTS.get(request.spec.kind)
    if kind is None:
        near = difflib.get_close_matches(request.spec.kind, CHARTS, 1)
        hint = f"Perhaps {near[0]!r} was meant. " if near else ""
        fail(
            request,
            f"is of the kind {request.spec.kind!r}, which there is not",
            f"{hint}Use one of {', '.join(CHARTS)}",
        )
    for ref in request.spec.items:
        fact(request, ref)  # also where the kind has no use for items, a reference that leads nowhere is a mistake
    return kind(request)
