"""A chart on the page: its number, message, subtitle, drawing, source line and note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefpress.language.resolving import capitalised
from briefpress.model.chart import Chart
from briefpress.model.story import Element
from briefpress.model.text import Claim, Origin, Run, Text, plain, styled, text
from briefpress.pages.attached import as_csv
from briefpress.pages.blocks import Block, Drawing, Paragraph, Space, Stack
from briefpress.pages.citing import uncited
from briefpress.pages.desk import Desk
from briefpress.pages.names import source_name
from briefpress.pages.ruled import ruled
from briefpress.pdf.canvas import TaggingCanvas
from briefpress.plotting import draw_figure

FIGURE_GAP = 17.5  #: points above and below a figure


def figure_block(desk: Desk, chart: Chart, parent: Element) -> Stack:
    """The whole figure as one block that never parts and lets text go ahead of it."""
    name = chart.spec.id
    # A caption is the first kid of what it captions, and a Div does not count (ISO 14289-2, 8.2.5.27).
    parent = parent.add("Sect")
    caption = parent.add("Caption")
    subtitle = _subtitle(desk, chart, parent)
    drawn = parent.add("Figure", spoken=chart.alt, data=_data(chart), attributes={"Placement": "Block"})
    blocks: list[Block] = [
        ruled(desk, "figure"),
        Paragraph(
            _title(desk, chart),
            replace(desk.style("figure_title"), weight="regular"),
            desk,
            caption,
            keep=True,
            target=f"figure-{name}",
        ),
        *subtitle,
        Space(7.0),
        Drawing(chart.width, chart.height, _drawer(desk, chart, drawn), drawn),
        Space(5.25),
        Paragraph(_source_line(desk, chart), desk.style("figure_source"), desk, parent.add("P")),
    ]
    return Stack(blocks, before=FIGURE_GAP, after=FIGURE_GAP, whole=True, floats=True)


def _title(desk: Desk, chart: Chart) -> Text:
    label = tuple(Run(run.text, run.claim, muted=True) for run in desk.figure_name(chart.spec.id))
    return text(label, "\u00a0 ", styled(_message(chart), bold=True))


def _message(chart: Chart) -> Text:
    """The chart's title without source numbers; one that begins with a brace begins with a capital all the same."""
    title = uncited(chart.title)
    given = chart.spec.title
    return capitalised(title) if given and given.pieces and given.pieces[0].ref else title


def _subtitle(desk: Desk, chart: Chart, parent: Element) -> Sequence[Block]:
    if not chart.subtitle:
        return ()
    return (Paragraph(uncited(chart.subtitle), desk.style("figure_subtitle"), desk, parent.add("P"), keep=True),)


def _drawer(desk: Desk, chart: Chart, element: Element) -> Callable[[TaggingCanvas, float, float], None]:
    def draw(canvas: TaggingCanvas, x: float, bottom: float) -> None:
        element.attributes = {**element.attributes, "BBox": (x, bottom, x + chart.width, bottom + chart.height)}
        with canvas.tag(element):
            draw_figure(chart.figure, canvas, x, bottom, desk.fonts, ref=chart.spec.id)

    return draw


def _source_line(desk: Desk, chart: Chart) -> Text:
    """ "Sources: A 1; B 2. Note." with each number linked to its source."""
    parts: list[str | Run | Text] = []
    if chart.sources:
        parts += [desk.words("source" if len(chart.sources) == 1 else "sources"), desk.lexicon.word("colon")]
        for index, source in enumerate(chart.sources):
            parts += ["; " if index else "", source_name(desk, source), " ", source_number(desk, source)]
        parts.append(". ")
    parts.append(uncited(chart.note))
    return text(*parts)


def source_number(desk: Desk, source: str) -> Run:
    """The bold number of a source on the line, linked to its entry."""
    number = str(desk.references.sources.get(source, 1))
    return Run(number, Claim(Origin.STRUCTURE, f"citation:{source}"), bold=True, href=f"#source-{source}")


def _data(chart: Chart) -> tuple[str, bytes, str] | None:
    """The chart's rows as CSV, for the associated file of its structure element."""
    if not chart.data:
        return None
    return f"{chart.spec.id}.csv", as_csv(chart.data), plain(chart.title)
