"""Years or dates under columns."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from briefpress.charts import wording
from briefpress.charts.ink import Sheet
from briefpress.charts.placing import Box
from briefpress.charts.request import Column, Request
from briefpress.charts.setting import Block, Span, set_text
from briefpress.charts.slots import Slots
from briefpress.charts.under import YEARS
from briefpress.language.edtf import parse_edtf
from briefpress.model.dates import Edtf
from briefpress.theme import TypeStyle

DROP = 4.0  #: from the baseline to the top of the labels


def draw_slot_labels(request: Request, sheet: Sheet, slots: Slots, shown: Sequence[Column]) -> None:
    """A label under every slot or, where they are too many, under round years or every so many columns."""
    if slots.years:
        _years(request, sheet, slots, {cell.date.start.first.year for column in shown for cell in column.known})
    else:
        _dates(request, sheet, slots, shown)


def _years(request: Request, sheet: Sheet, slots: Slots, known: set[int]) -> None:
    style, quiet = request.theme.type["chart_label"], request.theme.type["chart_axis"]
    wide = max(sheet.ruler.text(wording.axis_year(request, year), style) for year in (slots.years[0], slots.years[-1]))
    step = next((n for n in YEARS if n * slots.pitch >= wide + 4), YEARS[-1])
    shown = [year for year in slots.years if year % step == 0 or step == 1]
    for year in shown or [slots.years[0]]:
        middle = slots.place(_year(year))
        _write(request, sheet, year, middle, style if year in known else quiet)


def _year(year: int) -> Edtf:
    return parse_edtf(f"{'-' if year < 0 else ''}{abs(year):04d}")


def _write(request: Request, sheet: Sheet, year: int, middle: float, style: TypeStyle) -> None:
    block: Block = ((Span(wording.axis_year(request, year), style),),)
    wide = sheet.ruler.block(block)[0]
    x = min(max(middle, wide / 2), sheet.width - wide / 2)
    sheet.try_write(block, (sheet.box(block, x, -DROP, "center"),), Box(0, -1e6, sheet.width, 0), "center", 1)


def _dates(request: Request, sheet: Sheet, slots: Slots, shown: Sequence[Column]) -> None:
    style = request.theme.type["chart_label"]
    dates = {
        cell.date.written: (slots.place(cell.date), wording.cell_date(request, column, cell.date, "axis"))
        for column in shown
        for cell in column.cells
    }
    places = sorted(dates.values(), key=lambda pair: pair[0])
    width = max(slots.pitch - 3, 30.0)
    blocks = [(x, set_text(text, style, width, sheet.ruler, 3)) for x, text in places]
    widest = max(sheet.ruler.block(block)[0] for _, block in blocks)
    step = ceil((widest + 4) / slots.pitch) if slots.even else 1
    frame = Box(0, -1e6, sheet.width, 0)
    order = blocks[::step] if step > 1 else [blocks[0], blocks[-1], *blocks[1:-1]]
    for x, block in order:
        wide = sheet.ruler.block(block)[0]
        at = min(max(x, wide / 2), sheet.width - wide / 2)
        sheet.try_write(block, (sheet.box(block, at, -DROP, "center"),), frame, "center", 2)
