"""Sources that disagree: a row for each account, dated; no average is drawn or printed."""

from __future__ import annotations

from decimal import Decimal

from briefpress.charts import captions, tables, wording
from briefpress.charts.axes import draw_grid, percent_like, value_ticks
from briefpress.charts.dots import grid_rows, no_room_beside, set_beside, set_label
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import OF_BOUND, bracket
from briefpress.charts.placing import Box
from briefpress.charts.points import Look, draw_point
from briefpress.charts.request import Request, date_of, fact, fail, items, option
from briefpress.charts.rows import MOST_ROWS, Row, lay_rows, with_values
from briefpress.charts.scales import Scale
from briefpress.charts.setting import Block, Span, restyle, set_text
from briefpress.model.chart import Chart
from briefpress.model.prose import Form
from briefpress.model.summary import Fact
from briefpress.model.text import Text, plain

RADIUS, ROW = 4.4, 25.0
PADDING = Decimal("0.7")


def draw(request: Request) -> Chart:
    sheet = Sheet(request.theme, request.width)
    facts = items(request)[:MOST_ROWS]
    if len(facts) < 2:
        fail(request, "sets accounts against one another, but names only one", "Name two items or more")
    share = 1.0 if request.narrow else 0.33
    layout = lay_rows(request, sheet, share, [_head(request, sheet, item, sheet.width * share) for item in facts])
    unit = facts[0].quantity.unit
    ends = _reach(facts, unit)
    left = layout.left + (8 if not layout.above else RADIUS + 1)
    marks = value_ticks(request, sheet, ends, sheet.width - left, unit)
    scale = Scale(float(marks[0]), float(marks[-1]), left, sheet.width - _axis_room(request, sheet, marks[-1], unit))
    headed = no_room_beside(request, sheet, layout, scale)
    layout = with_values(request, sheet, layout) if headed else layout
    top, middles = 0.0, []
    for row in layout.rows:
        head = sheet.ruler.block(row.head)[1]
        height = max(ROW, head + 5) if not layout.above else head + ROW
        y = top - height / 2 if not layout.above else top - head - ROW / 2
        sheet.write(row.head, 0, y if not layout.above else top, va="middle" if not layout.above else "top")
        middles.append(y)
        top -= height
    draw_grid(request, sheet, scale, marks, grid_rows(layout, middles, top), unit)
    boxes = [_row(sheet, row, scale, y) for row, y in zip(layout.rows, middles, strict=True)]
    for row, box in zip(layout.rows, boxes if not headed else [], strict=not headed):
        set_beside(sheet, box, set_label(request, sheet, row), left)
    shown = _difference(request, sheet, facts, scale, middles)
    caption = captions.Caption(title=_title(request, facts), facts=(*facts, *shown))
    caption.marks = {OF_BOUND[item.quantity.bound] for item in facts}
    caption.rows = tables.fact_rows(request, items(request))
    if marks[0] > 0 or marks[-1] < 0:
        caption.notes.append(wording.phrase(request, "drawing-not-zero"))
    return captions.chart(request, sheet, caption, sheet.finish(top=2.0))


def _title(request: Request, facts: tuple[Fact, ...]) -> Text:
    low = min(facts, key=lambda item: item.quantity.value)
    high = max(facts, key=lambda item: item.quantity.high or item.quantity.value)
    return wording.phrase(request, "drawing-differ", low=wording.value(request, low), high=wording.value(request, high))


def _reach(facts: tuple[Fact, ...], unit: str) -> tuple[Decimal, Decimal]:
    """The axis reaches some way past both ends, since what matters is the distance; a share keeps within its whole."""
    values = [value for item in facts for value in (item.quantity.value, item.quantity.high) if value is not None]
    low, high = min(values), max(values)
    pad = (high - low) * PADDING or abs(high) / 10 or Decimal(1)
    first, last = low - pad, high + pad
    if low >= 0:
        first = max(first, Decimal(0))
    if percent_like(unit):
        last = min(last, max(high, Decimal(100) if unit == "percent" else Decimal(1)))
    return first, last


def _axis_room(request: Request, sheet: Sheet, tick: Decimal, unit: str) -> float:
    return sheet.ruler.text(wording.axis(request, tick, unit), request.theme.type["chart_axis"]) / 2


def _head(request: Request, sheet: Sheet, item: Fact, width: float) -> Block:
    """When it was said, then what the account is: the chart's own words, else its source."""
    styles = request.theme.type
    when = date_of(request, item)
    own = wording.own_label(request, item.ref)
    first = wording.fact_date(request, item, when) if when else wording.name(request, item) if own else ()
    rest = own or wording.joined([wording.source_name(request, source) for source in item.sources[:2]])
    if not plain(rest):
        rest = wording.name(request, item)
    strong = restyle(styles["chart_label"], weight="semibold")
    return (
        *set_text(first, strong, width, sheet.ruler, 2),
        *set_text(rest, styles["chart_note"], width, sheet.ruler, 3),
    )


def _row(sheet: Sheet, row: Row, scale: Scale, y: float) -> Box:
    """A dotted line to the account's dot; gives what the dot and its arrow cover."""
    quantity, colour = row.fact.quantity, row.colour
    at = scale(quantity.value)
    sheet.line((scale.start, y), (at, y), colour, 0.75, (0.9, 1.8))
    box = draw_point(sheet, (at, y), quantity.bound, colour, Look(upright=False, radius=RADIUS))
    if quantity.high is not None:
        far = scale(quantity.high)
        sheet.rect(Box(at, y - 1.5, far, y + 1.5), colour)
        other = draw_point(sheet, (far, y), quantity.bound, colour, Look(upright=False, radius=RADIUS))
        box = Box(box.left, box.bottom, max(box.right, other.right), box.top)
    sheet.take(box)
    return box


def _difference(
    request: Request, sheet: Sheet, facts: tuple[Fact, ...], scale: Scale, middles: list[float]
) -> tuple[Fact, ...]:
    """The distance between the first two accounts, where the chart names the figure that states it."""
    ref = option(request, "difference", str, "")
    if not ref or request.narrow:  # a narrow chart has its names where the bracket would stand
        return ()
    found = fact(request, ref)
    y = (middles[0] + middles[1]) / 2
    ends = sorted(scale(item.quantity.value) for item in facts[:2])
    colour = request.theme.colours.muted
    bracket(sheet, ends[0], ends[1], y, colour)
    said = wording.value(request, found, Form.UNIT)
    block: Block = ((Span(said, request.theme.type["chart_note"]),),)
    wide, high = sheet.ruler.block(block)
    frame = Box(scale.start, -1e6, sheet.width, 1e6)
    right = Box(ends[1] + 5, y - high / 2, ends[1] + 5 + wide, y + high / 2)
    left = Box(ends[0] - 5 - wide, y - high / 2, ends[0] - 5, y + high / 2)
    place = next(
        (box for box in (right, left) if box.inside(frame) and not any(box.meets(b, 0.3) for b in sheet.taken)), None
    )
    if place is not None:
        sheet.write(block, place.left, place.top, ground=True)
    return (found,)
