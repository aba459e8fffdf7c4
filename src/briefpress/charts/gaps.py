"""Stretches of time without a number in the sources: a thin bracket and words; nothing is drawn across."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefpress.charts import wording
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import bracket
from briefpress.charts.placing import Box
from briefpress.charts.plot import Standing
from briefpress.charts.request import Column, Request
from briefpress.charts.setting import set_text
from briefpress.model.dates import Edtf
from briefpress.model.text import Text

LIFT = 6.5  #: of the bracket above the baseline
LEAST, INSET = 9.0, 4.0


def draw_gaps(
    request: Request,
    sheet: Sheet,
    shown: Sequence[Column],
    axis: tuple[Callable[[Edtf], tuple[float, float]], float],
    standing: Sequence[Standing],
) -> bool:
    """Bracket the chart's gaps and runs of blank cells above the baseline `axis[1]`; tells whether there are any."""
    edges, base = axis
    stretches = [(edges(gap.start)[0], edges(gap.end)[1], request.resolve(gap.words)) for gap in request.spec.gaps]
    for start, end in _blank(shown, edges):
        if not any(start < other[1] and other[0] < end for other in stretches):
            stretches.append((start, end, wording.phrase(request, "chart-no-data")))
    marks = [item.box for item in standing]
    drawn = False
    for start, end, words in stretches:
        left, right = cut_by(marks, start + INSET, end - INSET)
        if right - left >= LEAST:
            draw_gap(request, sheet, (left, right), base + LIFT, words)
            drawn = True
    return drawn


def cut_by(marks: Sequence[Box], left: float, right: float) -> tuple[float, float]:
    """Shorten the stretch so that it ends before any mark that stands at one of its ends."""
    middle = (left + right) / 2
    for box in marks:
        if box.left - INSET < right and box.right + INSET > left:
            if (box.left + box.right) / 2 > middle:
                right = min(right, box.left - INSET)
            else:
                left = max(left, box.right + INSET)
    return left, right


def draw_gap(request: Request, sheet: Sheet, ends: tuple[float, float], y: float, words: Text) -> None:
    """The bracket, and its words above it where they fit between the marks, in up to four lines."""
    left, right = ends
    colours = request.theme.colours
    bracket(sheet, left, right, y, colours.muted)
    style = request.theme.type["chart_note"]
    middle = (left + right) / 2
    for grow in (1.0, 1.6, 2.4):
        width = min(max((right - left) * grow, 40.0), sheet.width)
        block = set_text(words, style, width, sheet.ruler)
        if len(block) > 4:
            continue
        wide, high = sheet.ruler.block(block)
        x = min(max(middle - wide / 2, 0), sheet.width - wide)
        places = (Box(x, y + lift, x + wide, y + lift + high) for lift in (4.0, 14.0, 24.0, 40.0))
        if sheet.try_write(block, places, Box(0, -1e6, sheet.width, max(sheet.top, y + 60)), "center", ground=True):
            return


def _blank(shown: Sequence[Column], edges: Callable[[Edtf], tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Stretches in which no column of the chart has a number."""
    if not shown:
        return
    run: list[Edtf] = []
    for row in zip(*(column.cells for column in shown), strict=False):
        if all(cell.fact is None for cell in row):
            run.append(row[0].date)
            continue
        if run:
            yield edges(run[0])[0], edges(run[-1])[1]
        run = []
    if run:
        yield edges(run[0])[0], edges(run[-1])[1]
