"""Samples of the marks that the charts use, and what each one means."""

from __future__ import annotations

from briefpress.model.marks import MARKS
from briefpress.model.story import Element
from briefpress.model.text import styled
from briefpress.pages.blocks import Block, Drawing, Paragraph, Row, Stack, grid
from briefpress.pages.desk import Desk
from briefpress.pdf.canvas import TaggingCanvas
from briefpress.plotting import draw_figure

#: Marks that the front page explains, at most three of them.
SHORT = ("stated", "floor", "ceiling", "about", "range", "estimate")


def marks_used(desk: Desk) -> list[str]:
    """The keys of all marks that the charts of this brief use, in the order of the legend."""
    used = {mark for chart in desk.charts.values() for mark in chart.marks}
    return [mark for mark in MARKS if mark in used]


def sample(desk: Desk, key: str, wide: float, high: float, colour: str = "") -> Drawing:
    """A mark drawn as in the charts. It is an artifact: the words beside it say what it means."""
    figure = desk.mark(key, colour or desk.theme.colours.accent, wide, high)

    def draw(canvas: TaggingCanvas, x: float, bottom: float) -> None:
        with canvas.artifact():
            draw_figure(figure, canvas, x, bottom, desk.fonts, ref=f"legend:{key}")

    return Drawing(wide, high, draw)


def mark_rows(desk: Desk, parent: Element) -> list[Block]:
    """The short legend of the front page: a head and up to three marks."""
    keys = [key for key in marks_used(desk) if key in SHORT][:3]
    if len(keys) < 2:
        return []
    style = desk.style("contents")
    head = Paragraph(
        desk.words("marks-in-charts"), desk.style("note_head"), desk, parent.add("P"), before=10.5, keep=True
    )
    made: list[Block] = [head]
    holder = parent.add("L")
    for key in keys:
        words = Paragraph(desk.words(f"mark-{key}-short"), style, desk, holder.add("LI").add("LBody"))
        made.append(Row([(0.0, 26.0, sample(desk, key, 26.0, style.leading)), (33.0, 119.0, words)]))
    return made


def legend(desk: Desk, parent: Element) -> list[Block]:
    """The whole legend in three columns: mark, head and explanation."""
    holder = parent.add("L")
    cells: list[Block] = []
    wide = desk.geometry.span(4) - 48.0
    for key in marks_used(desk):
        body = holder.add("LI").add("LBody")
        head = Paragraph(styled(desk.words(f"mark-{key}"), bold=True), desk.style("legend_head"), desk, body.add("P"))
        words = Paragraph(desk.words(f"mark-{key}-meaning"), desk.style("legend"), desk, body.add("P"))
        leading = desk.style("legend_head").leading
        cells.append(Row([(0.0, 40.0, sample(desk, key, 40.0, leading)), (48.0, wide, Stack([head, words]))]))
    return grid(desk, cells, 3, 7.0)
