"""The section of charts that no text has placed."""

from __future__ import annotations

from collections.abc import Iterable

from briefpress.model.chart import Chart
from briefpress.model.dataset import TextSection
from briefpress.model.prose import BlockKind
from briefpress.model.story import Element
from briefpress.pages.blocks import Block
from briefpress.pages.desk import Desk
from briefpress.pages.figure import figure_block
from briefpress.pages.flow import Section
from briefpress.pages.headings import opening
from briefpress.pages.prose import spread


def gallery(desk: Desk, document: Element) -> list[Section]:
    """One section of the charts left over, or none; narrow ones stand beside or between the wide ones."""
    charts = unplaced(desk)
    if not charts:
        return []
    parent = document.add("Sect")
    blocks = opening(desk, parent, "charts", "charts")
    main: list[Block] = []
    side: list[tuple[int, Block]] = []
    for chart in charts:
        made = figure_block(desk, chart, parent)
        if chart.spec.width == "full":
            blocks += _closed(desk, main, side)
            main, side = [], []
            blocks.append(made)
        elif chart.spec.width == "side" and desk.theme.flags.get("margin_notes", True):
            side.append((max(len(main) - 1, 0), made))
        else:
            main.append(made)
    return [Section("charts", "", [*blocks, *_closed(desk, main, side)])]


def _closed(desk: Desk, main: list[Block], side: list[tuple[int, Block]]) -> list[Block]:
    return [spread(desk, main, side)] if main or side else []


def charts_in_texts(texts: Iterable[TextSection]) -> set[str]:
    """Ids of the charts that stand in written sections."""
    blocks = (block for written in texts for block in written.blocks)
    return {block.chart for block in blocks if block.kind is BlockKind.CHART}


def unplaced(desk: Desk) -> list[Chart]:
    """Charts that stand neither on the front page, nor in a text, nor in the timeline."""
    in_text = charts_in_texts(desk.dataset.texts)
    return [
        chart
        for chart in desk.charts.values()
        if chart.spec.id not in in_text and chart.spec.id != desk.lead and chart.spec.kind != "timeline"
    ]
