"""Sums in two currencies: bars in the source's own, and the other beside it in words with its rate; never two axes."""

from __future__ import annotations

from briefpress.charts import captions, wording
from briefpress.charts.bars import draw_rows
from briefpress.charts.ink import Sheet
from briefpress.charts.marks import OF_BOUND
from briefpress.charts.request import Request, fact, fail, items, option, refs
from briefpress.charts.rows import Layout, Row, lay_rows
from briefpress.charts.setting import Block, restyle, set_text
from briefpress.model.chart import Chart
from briefpress.model.summary import Fact
from briefpress.model.text import Text


def draw(request: Request) -> Chart:
    sheet = Sheet(request.theme, request.width)
    pairs = pair_up(request)
    rates = [fact(request, ref) for ref in (option(request, "rate", str, ""), *refs(request, "rates")) if ref]
    layout = lay_rows(request, sheet, 0.3)
    rows = tuple(row for row in layout.rows if row.fact.ref in pairs)
    layout = Layout(rows, layout.left, layout.above)
    labels = {row.fact.ref: _label(request, sheet, row, pairs[row.fact.ref], rates) for row in rows}
    draw_rows(request, sheet, layout, labels)
    others = [other for other in pairs.values() if other is not None]
    caption = captions.Caption(facts=(*(row.fact for row in rows), *others, *rates))
    caption.marks = {OF_BOUND[row.fact.quantity.bound] for row in rows}
    caption.unit = rows[0].fact.quantity.unit
    return captions.chart(request, sheet, caption, sheet.finish())


def pair_up(request: Request) -> dict[str, Fact | None]:
    """Each sum with the same sum in the other currency: by the chart's `also`, else the next item in another unit."""
    also = option(request, "also", dict, {})
    if also:
        return {item.ref: fact(request, str(also[item.ref])) if item.ref in also else None for item in items(request)}
    pairs: dict[str, Fact | None] = {}
    first: Fact | None = None
    for item in items(request):
        if first is not None and pairs[first.ref] is None and item.quantity.unit != first.quantity.unit:
            pairs[first.ref] = item
            first = None
        else:
            pairs[item.ref] = None
            first = item
    if len({fact(request, ref).quantity.unit for ref in pairs}) > 1:
        fail(request, "puts sums of different currencies on one axis", "Name each sum and, after it, its conversion")
    return pairs


def _label(request: Request, sheet: Sheet, row: Row, other: Fact | None, rates: list[Fact]) -> Block:
    """The sum, the same in the other currency, and at what rate."""
    width = sheet.width * (0.5 if request.narrow else 0.26)
    styles = request.theme.type
    block = set_text(
        wording.value(request, row.fact), restyle(styles["chart_value"], colour=row.colour), width, sheet.ruler
    )
    if other is None:
        return block
    block += set_text(
        wording.value(request, other), restyle(styles["chart_label"], weight="semibold"), width, sheet.ruler
    )
    rate: Text = ()
    for found in rates:
        if {row.fact.ref, other.ref} <= set(found.inputs) or len(rates) == 1:
            rate = wording.phrase(request, "chart-rate", rate=wording.value(request, found))
            break
    return block + set_text(rate, styles["chart_note"], width, sheet.ruler)
