"""Columns in time: a series from zero, figures appended at their dates, estimates dashed, gaps bracketed with words."""

from __future__ import annotations

from dataclasses import dataclass

from briefpress.charts import captions, describing, tables, wording
from briefpress.charts.colours import series_colours
from briefpress.charts.columnlabels import label_columns, name_items, name_measures, note_estimates
from briefpress.charts.gaps import draw_gaps
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import OF_BOUND, Bar, draw_bar, outreach
from briefpress.charts.placing import Box
from briefpress.charts.plot import Stack, Standing, value_axis
from briefpress.charts.request import (
    Cell,
    Column,
    Request,
    chosen_events,
    colour_at,
    colour_of,
    columns,
    columns_of,
    date_of,
    fact,
    fail,
    option,
)
from briefpress.charts.scales import Scale
from briefpress.charts.slots import WIDEST, Slots, lay_slots
from briefpress.charts.under import draw_events
from briefpress.charts.underslots import draw_slot_labels
from briefpress.model.chart import Chart
from briefpress.model.summary import Fact

MOST_MEASURES = 4
ITEM_WIDTH = 13.0
ROOMY, ROOMY_SHARE = 36.0, 0.8  #: few columns may be wider, for the words inside them


@dataclass(frozen=True, slots=True)
class Plan:
    """What will stand where, before anything is drawn."""

    shown: tuple[Column, ...]
    items: tuple[Fact, ...]
    part: Column | None
    slots: Slots
    colours: tuple[str, ...]
    width: float  #: of one column
    axis: bool  #: values are read off an axis, because not every column can be labelled
    left: float


def draw(request: Request) -> Chart:
    sheet = Sheet(request.theme, request.width)
    plan = _plan(request, sheet)
    draw_slot_labels(request, sheet, plan.slots, plan.shown)
    draw_events(request, sheet, plan.slots.place, sheet.bottom - 5 if request.spec.events else 0.0)
    scale = _scale(request, sheet, plan)
    sheet.line(
        (plan.left, scale(0)), (sheet.width, scale(0)), request.theme.colours.ink, request.theme.chart["baseline"]
    )
    standing = _stand(request, sheet, plan, scale)
    caption = _caption(request, plan)
    label_columns(request, sheet, standing, labelled=not plan.axis)
    if draw_gaps(request, sheet, plan.shown, (plan.slots.edges, scale(0)), standing):
        caption.marks.add("gap")
    name_items(request, sheet, standing)
    note_estimates(request, sheet, standing)
    name_measures(request, sheet, plan.shown, plan.colours)
    return captions.chart(request, sheet, caption, sheet.finish())


def _plan(request: Request, sheet: Sheet) -> Plan:
    shown = columns(request)
    if not shown:
        fail(request, "has no series to show", 'Name one in series, or use kind = "bars" for figures')
    if len(shown) > MOST_MEASURES:
        fail(request, f"shows {len(shown)} measures at once", f"Name {MOST_MEASURES} columns at most")
    part = (
        next(iter(columns_of(request, option(request, "part", str, ""))), None)
        if request.spec.options.get("part")
        else None
    )
    facts = tuple(fact(request, ref) for ref in request.spec.items)
    dates = [cell.date for column in shown for cell in column.cells]
    if not any(column.known for column in shown):
        fail(request, "has a series without a number", "Give the series a value")
    extra = [date for item in facts if (date := date_of(request, item)) is not None]
    if len(extra) < len(facts):
        fail(request, "appends a figure that has no date", "Give it one in the column as_of")
    slots = lay_slots(request, dates, extra, (0.0, sheet.width))
    axis = not _all_fit(request, sheet, shown, slots.pitch)
    left = _axis_width(request, sheet, shown, facts) if axis else 0.0
    if axis:
        slots = lay_slots(request, dates, extra, (left, sheet.width))
    base = colour_at(request, [cell.date for cell in shown[0].known])
    share = request.theme.chart["bar_share"] if slots.pitch < ROOMY else ROOMY_SHARE
    width = max(0.3, min(WIDEST, slots.pitch * share))
    colours = series_colours(request.theme, request.summary.dataset.brief, base, len(shown))
    return Plan(shown, facts, part, slots, colours, width, axis, left)


def _all_fit(request: Request, sheet: Sheet, shown: tuple[Column, ...], pitch: float) -> bool:
    """Tell whether every column has room for its value above it."""
    styles = request.theme.type
    room = pitch if len(shown) == 1 else pitch * 0.9 / len(shown)
    said = [wording.value(request, cell.fact) for column in shown for cell in column.known if cell.fact]
    if len(said) > 60:
        return False
    return all(sheet.ruler.text(value, styles["chart_label"]) <= room - 1 for value in said)


def _axis_width(request: Request, sheet: Sheet, shown: tuple[Column, ...], facts: tuple[Fact, ...]) -> float:
    stack = Stack.of(
        [cell.fact.quantity for column in shown for cell in column.known if cell.fact] + [f.quantity for f in facts]
    )
    style = request.theme.type["chart_axis"]
    return max(sheet.ruler.text(wording.axis(request, tick, stack.unit), style) for tick in stack.ticks(4)) + 6


def _scale(request: Request, sheet: Sheet, plan: Plan) -> Scale:
    """Values to heights, so that labels stand inside the height asked for; draws the axis where there is one."""
    facts = [cell.fact for column in plan.shown for cell in column.known if cell.fact] + list(plan.items)
    stack = Stack.of([item.quantity for item in facts])
    label = request.theme.type["chart_value"].size + 5
    tall = [item for item in facts if item.quantity.value * 5 >= stack.high * 4]
    top = label + max((_beyond(request, item) for item in tall), default=0.0)
    defaults = {"full": 200.0, "main": 165.0, "side": 150.0}
    height = (request.spec.height or defaults.get(request.spec.width, 165.0)) + sheet.bottom - top
    if len(plan.shown) > 1:
        height -= request.theme.type["chart_label"].leading + 6
    height = max(height, 48.0)
    low, high = stack.low, stack.high
    marks = stack.ticks(4) if plan.axis else ()
    if marks:
        low, high = marks[0], marks[-1]
    foot = label if low < 0 and not plan.axis else 0.0
    scale = Scale(float(low), float(high), foot, height)
    sheet.top = max(sheet.top, height)
    if plan.axis:
        value_axis(request, sheet, scale, marks, (plan.left, sheet.width), stack.unit)
    return scale


def _beyond(request: Request, item: Fact) -> float:
    bar = Bar(0.0, float(item.quantity.value), 0, ITEM_WIDTH, upright=True, bound=item.quantity.bound)
    return outreach(bar, request.theme.chart)


def _stand(request: Request, sheet: Sheet, plan: Plan, scale: Scale) -> list[Standing]:
    """Draw every column; gives where each one stands."""
    standing = []
    gap = request.theme.chart["white_gap"]
    count = len(plan.shown)
    each = (plan.width * (1.15 if count > 1 else 1) - gap * (count - 1)) / count
    for number, column in enumerate(plan.shown):
        parts = {cell.date.written: cell for cell in plan.part.cells} if plan.part else {}
        for cell in column.known:
            middle = plan.slots.place(cell.date) + (number - (count - 1) / 2) * (each + gap)
            part = parts.get(cell.date.written)
            colour = _colour(request, plan, number, cell, part)
            where = (middle, max(each, 0.3), scale)
            standing.append(_column(sheet, cell, where, colour, part if part and part.fact else None))
    for item in plan.items:
        date = date_of(request, item)
        assert date is not None
        cell = Cell(item.ref, date, item, False)
        where = (plan.slots.place(date), min(ITEM_WIDTH, plan.width), scale)
        standing.append(_column(sheet, cell, where, colour_of(request, item), None, item=True))
    return standing


def _colour(request: Request, plan: Plan, number: int, cell: Cell, part: Cell | None) -> str:
    """A whole without a split is grey where other columns are split."""
    if plan.part is not None and (part is None or part.fact is None):
        return request.theme.colours.neutral
    return plan.colours[number]


def _column(
    sheet: Sheet, cell: Cell, where: tuple[float, float, Scale], colour: str, part: Cell | None, item: bool = False
) -> Standing:
    middle, width, scale = where
    assert cell.fact is not None
    quantity = cell.fact.quantity
    high = scale(quantity.high) if quantity.high is not None else None
    left, right = middle - width / 2, middle + width / 2
    bar = Bar(scale(0), scale(quantity.value), left, right, True, high, quantity.bound, cell.estimated)
    if part is None or part.fact is None:
        box = draw_bar(sheet, bar, colour)
        return Standing(cell, box, colour, bar, item)
    outline = sheet.sizes["outline"]
    cut = scale(part.fact.quantity.value)
    whole = Box(left + outline / 2, scale(0), right - outline / 2, bar.end - outline / 2)
    sheet.rect(whole, sheet.theme.colours.paper, sheet.theme.colours.rule, outline)
    sheet.rect(Box(left, scale(0), right, cut), colour)
    box = Box(left, scale(0), right, bar.end)
    sheet.take(box)
    return Standing(cell, box, colour, bar, item, part, cut)


def _caption(request: Request, plan: Plan) -> captions.Caption:
    facts = [cell.fact for column in plan.shown for cell in column.known if cell.fact]
    parts = [cell.fact for cell in plan.part.known if cell.fact] if plan.part else []
    caption = captions.Caption(facts=(*facts, *plan.items, *parts))
    caption.title = describing.series_message(request, plan.shown[0])
    every = (*plan.shown, *((plan.part,) if plan.part else ()))
    caption.rows = (*tables.series_rows(request, every), *tables.item_rows(request, plan.items))
    for column in plan.shown[:2]:
        caption.sentences += describing.ends_and_extremes(request, column)
    caption.sentences += describing.said_items(request, plan.items)
    caption.marks = {OF_BOUND[item.quantity.bound] for item in caption.facts}
    if any(cell.estimated for column in plan.shown for cell in column.known):
        caption.marks.add("estimate")
    caption.sources = tuple(event.source for event in chosen_events(request))
    return caption
