"""What is written at columns: their values, the peak in bold, the words of appended figures, the note on estimates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefpress.charts import wording
from briefpress.charts.ink import Sheet
from briefpress.charts.placing import Box, first_free
from briefpress.charts.plot import Standing
from briefpress.charts.request import Column, Request
from briefpress.charts.setting import Block, Span, restyle, set_text
from briefpress.model.quantity import Bound
from briefpress.model.summary import Fact
from briefpress.model.text import Text
from briefpress.theme import TypeStyle

LIFT = 2.5


def label_columns(request: Request, sheet: Sheet, standing: Sequence[Standing], labelled: bool) -> None:
    """A value at the end of each column, or (past an axis) at the first, the last, the ends and the hedged ones."""
    series = [item for item in standing if not item.item]
    peak = max(series, key=_size, default=None)
    for item in _in_turn(series, labelled):
        strong = item is peak and len(series) > 1
        style = request.theme.type["chart_peak" if strong else "chart_label"]
        if strong:
            style = restyle(style, colour=item.colour if item.colour != request.theme.colours.neutral else style.colour)
        if item.part is not None:
            _label_parts(request, sheet, item)
            style = restyle(request.theme.type["chart_label"], weight="bold")
        _end(request, sheet, item, style)


def _size(item: Standing) -> float:
    return float(item.cell.fact.quantity.value) if item.cell.fact else 0.0


def _in_turn(series: Sequence[Standing], labelled: bool) -> list[Standing]:
    """Those to label, the most telling first."""
    if labelled or not series:
        return list(series)
    order = sorted(series, key=_size)
    telling = [order[-1], order[0], series[-1], series[0]]
    telling += [item for item in series if item.cell.fact and item.cell.fact.quantity.bound is not Bound.EXACT]
    return list(dict.fromkeys(telling))


def _end(request: Request, sheet: Sheet, item: Standing, style: TypeStyle) -> None:
    """The value at the column's end: on one line, or broken so that it keeps between its neighbours."""
    assert item.cell.fact is not None
    said = wording.value(request, item.cell.fact)
    middle = (item.box.left + item.box.right) / 2
    below = item.cell.fact.quantity.value < 0
    frame = Box(0.0, min(0.0, sheet.bottom), sheet.width, 1e6)
    whole: Block = ((Span(said, style),),)
    for block in (whole, set_text(said, style, item.box.width + 10, sheet.ruler)):
        wide, high = sheet.ruler.block(block)
        y = item.box.bottom - LIFT - high if below else item.box.top + LIFT
        for left in (middle - wide / 2, item.box.left, item.box.right - wide):
            at = min(max(left, 0.0), sheet.width - wide)
            box = Box(at, y, at + wide, y + high)
            if sheet.try_write(block, (box,), frame, "center", pad=0.4, ground=True) is not None:
                return


def _label_parts(request: Request, sheet: Sheet, item: Standing) -> None:
    """The part and the rest inside a split column, where its boxes hold them."""
    assert item.part is not None
    assert item.part.fact is not None
    paper = request.theme.colours.paper
    part = wording.value(request, item.part.fact)
    name = wording.setting(request, "part_label")
    low = Box(item.box.left, item.bar.zero, item.box.right, item.cut)
    _inside(request, sheet, low, part, name, paper)
    rest = _rest(request, item)
    high = Box(item.box.left, item.cut, item.box.right, item.box.top)
    ink = request.theme.colours.ink
    _inside(request, sheet, high, rest, wording.setting(request, "rest_label"), ink)


def _rest(request: Request, item: Standing) -> Text:
    """The rest as a number, only where the dataset holds that very number for that date: nothing is worked out here."""
    assert item.cell.fact is not None
    assert item.part is not None
    assert item.part.fact is not None
    whole, part = item.cell.fact.quantity, item.part.fact.quantity
    if whole.bound != Bound.EXACT or part.bound != Bound.EXACT:
        return ()
    for known in request.summary.facts.values():
        quantity = known.quantity
        same = quantity.value == whole.value - part.value and quantity.unit == whole.unit
        if same and quantity.bound is Bound.EXACT and known.as_of == item.cell.date:
            return wording.value(request, known)
    return ()


def _inside(request: Request, sheet: Sheet, box: Box, number: Text, name: Text, colour: str) -> None:
    styles = request.theme.type
    strong = restyle(styles["chart_label"], weight="bold", colour=colour)
    plain = restyle(styles["chart_label"], colour=colour)
    full: Block = (*(((Span(number, strong),),) if number else ()), *(((Span(name, plain),),) if name else ()))
    for block in (full, full[:1]):
        wide, high = sheet.ruler.block(block)
        if block and wide <= box.width - 1 and high <= box.height - 2:
            sheet.write(block, (box.left + box.right) / 2, (box.bottom + box.top) / 2, "center", "middle")
            return


def name_items(request: Request, sheet: Sheet, standing: Sequence[Standing]) -> None:
    """Above each appended figure its value and words, joined to it by a thin line."""
    for item in standing:
        if not item.item or item.cell.fact is None:
            continue
        own = wording.own_label(request, item.cell.ref)
        words = own or _name_and_date(request, item.cell.fact, item)
        middle = (item.box.left + item.box.right) / 2
        width = min(sheet.width, max(96.0, sheet.width * 0.29))
        said = wording.value(request, item.cell.fact), words, item.colour
        block = wording.value_block(request, said, width, sheet.ruler, request.theme.type["chart_head"])
        wide, high = sheet.ruler.block(block)
        frame = Box(0, 0, sheet.width, max(sheet.top, item.box.top + high + 30))
        free = first_free(_above(sheet, item.box, (wide, high)), frame, sheet.taken, sheet.strokes, 2)
        if free is None:
            free = first_free(
                _above(sheet, item.box, (wide, high)), Box(0, 0, sheet.width, 1e6), sheet.taken, sheet.strokes, 2
            )
        if free is None:
            continue
        ha = "right" if free.right >= sheet.width - 0.5 else "left" if free.left <= 0.5 else "center"
        if free.bottom - item.box.top > 8:
            sheet.line((middle, item.box.top + 2), (middle, free.bottom - 2), item.colour, sheet.sizes["axis"])
            sheet.bar_lines(((middle, item.box.top), (middle, free.bottom)))
        x = {"left": free.left, "right": free.right, "center": (free.left + free.right) / 2}[ha]
        sheet.write(block, x, free.top, ha, ground=True)


def _name_and_date(request: Request, found: Fact, item: Standing) -> Text:
    return wording.joined([wording.name(request, found), wording.fact_date(request, found, item.cell.date)])


def _above(sheet: Sheet, mark: Box, size: tuple[float, float]) -> Iterator[Box]:
    wide, high = size
    middle = (mark.left + mark.right) / 2
    for lift in (4.0, *range(16, 400, 6)):
        for share in (0.5, 0.75, 1.0, 0.25, 0.0):
            left = min(max(middle - wide * share, 0.0), sheet.width - wide)
            if left - 1 <= middle <= left + wide + 1:
                yield Box(left, mark.top + lift, left + wide, mark.top + lift + high)


def note_estimates(request: Request, sheet: Sheet, standing: Sequence[Standing]) -> None:
    """ "Estimates, in dashed outline", and the chart's `estimate_note`, where there is room near them."""
    guesses = [item for item in standing if item.cell.estimated]
    if not guesses:
        return
    styles = request.theme.type
    head = restyle(styles["chart_label"], weight="bold", colour=guesses[0].colour)
    width = max(90.0, sheet.width * 0.37)
    block = set_text(wording.phrase(request, "drawing-estimates"), head, width, sheet.ruler)
    block += set_text(wording.setting(request, "estimate_note"), styles["chart_note"], width, sheet.ruler, 3)
    wide, high = sheet.ruler.block(block)
    tops = sorted(guesses, key=lambda item: item.box.left)
    middle = sum(item.box.right for item in tops) / len(tops)
    level = sum(item.box.top for item in tops) / len(tops) + high
    ceiling = max(item.box.top for item in standing) + 8
    boxes = [
        Box(item.box.right + 5, y, item.box.right + 5 + wide, y + high)
        for item in tops
        for y in (float(step) for step in range(int(item.box.bottom) + 4, int(ceiling - high), 6))
    ]
    boxes.sort(key=lambda box: abs(box.left - middle) * 0.6 + abs(box.top - level))
    sheet.try_write(block, boxes, Box(0, 0, sheet.width, max(ceiling, sheet.top)), pad=6, ground=True)


def name_measures(request: Request, sheet: Sheet, shown: Sequence[Column], colours: Sequence[str]) -> None:
    """Which measure has which colour, in a line above the columns where there are several."""
    if len(shown) < 2:
        return
    style = request.theme.type["chart_label"]
    x, y = 0.0, sheet.top + style.leading + 4
    for column, colour in zip(shown, colours, strict=True):
        label = set_text(wording.column_name(request, column), style, sheet.width - 12, sheet.ruler, 1)
        wide, high = sheet.ruler.block(label)
        if x and x + 11 + wide > sheet.width:
            x, y = 0.0, y + style.leading + 1
        sheet.rect(Box(x, y - high / 2 - 3.5, x + 7, y - high / 2 + 3.5), colour)
        sheet.write(label, x + 11, y)
        x += 11 + wide + 14
