"""Composing a story: sections to pages, over again until every page number printed is the page it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefpress.language.lexicon import Lexicon
from briefpress.model.chart import Chart
from briefpress.model.dataset import ChartSpec, lead_of
from briefpress.model.story import Bookmark, Element, Page, Placed, Story
from briefpress.model.summary import Summary
from briefpress.model.text import plain
from briefpress.pages.blocks import DrawnLines
from briefpress.pages.desk import Desk, References
from briefpress.pages.figure import FIGURE_GAP, figure_block
from briefpress.pages.flow import Section, Sheet, filled
from briefpress.pages.furniture import furniture
from briefpress.pages.gallery import charts_in_texts
from briefpress.pages.sections import compose_sections
from briefpress.pdf.fonts import FontBook
from briefpress.theme import Theme

if TYPE_CHECKING:
    from matplotlib.figure import Figure as MatplotlibFigure

#: Passes until the references settle. Three are usual: numbers, then pages, then a check; a line that grows by a digit
#: can ask for one or two more.
MOST_PASSES = 8

#: Heights of the lead chart in points: less says nothing, more is empty.
LEAD_LEAST, LEAD_MOST = 112.0, 232.0


@dataclass(frozen=True, slots=True)
class Studio:
    """What draws for the pages: samples of the marks (key, colour, width, height), and a chart at another height."""

    mark: Callable[[str, str, float, float], MatplotlibFigure]
    redraw: Callable[[ChartSpec], Chart]


@dataclass(frozen=True, slots=True)
class Pass:
    """One composition and what it found out."""

    sheets: Sequence[Sheet]
    document: Element
    references: References
    desk: Desk


def compose_story(
    summary: Summary, charts: Sequence[Chart], theme: Theme, lexicon: Lexicon, paper: str, studio: Studio
) -> Story:
    """Pages for one paper ("a4" or "letter"). Raises FontError for a character that no font of the style has."""
    by_id = {chart.spec.id: chart for chart in charts}
    lead = _lead(summary, charts)
    first = References(sources={source.id: n for n, source in enumerate(summary.dataset.sources, 1)})
    desk = Desk(summary, theme, lexicon, FontBook(theme), theme.papers[paper], by_id, first, studio.mark, lead)
    made = _pass(desk)
    made = _pass(_fitted(replace(desk, references=made.references), made, studio))
    for _ in range(MOST_PASSES):
        if made.references == made.desk.references:
            break
        made = _pass(replace(made.desk, references=made.references))
    return _story(made)


def _fitted(desk: Desk, made: Pass, studio: Studio) -> Desk:
    """The lead chart drawn to the room that the front page has for it, where that is not too little."""
    if not desk.lead:
        return desk
    chart = desk.charts[desk.lead]
    around = figure_block(desk, chart, Element("Sect")).height(desk.geometry.width) - chart.height
    room = desk.geometry.height - _front_height(made) - around - FIGURE_GAP
    wanted = min(room, LEAD_MOST)
    if wanted < LEAD_LEAST or abs(wanted - chart.height) < 1.0:
        return desk
    drawn = studio.redraw(replace(chart.spec, height=wanted))
    return replace(desk, charts={**desk.charts, desk.lead: drawn})


def _front_height(made: Pass) -> float:
    """How far the front page is filled above the lead chart."""
    geometry, lead = made.desk.geometry, f"figure-{made.desk.lead}"
    top = geometry.page_height - geometry.top
    for page, _, lines in _lines(made.sheets[:1]):
        if lines.target == lead and page == 1:
            place = next(placed for placed in made.sheets[0].placed if placed.block is lines)
            return top - place.top - FIGURE_GAP - made.desk.measure("figure_rule") - made.desk.measure("figure_gap")
    return made.sheets[0].y


def _lead(summary: Summary, charts: Sequence[Chart]) -> str:
    """The chart of the front page, where it was drawn."""
    specs = [chart.spec for chart in charts]
    lead = lead_of(summary.dataset.brief, specs, charts_in_texts(summary.dataset.texts))
    return lead if any(spec.id == lead for spec in specs) else ""


def _pass(desk: Desk) -> Pass:
    document = Element("Document")
    desk.shown.clear()
    desk.shown.update({desk.lead} if desk.lead else ())
    sections = compose_sections(desk, document)
    flow = filled(desk.geometry, sections)
    sheets = flow.sheets
    for number, sheet in enumerate(sheets, 1):
        sheet.placed.extend(furniture(desk, number, _shown(sheet.sections)))
    return Pass(sheets, document, _references(sheets, flow.starts), desk)


def _shown(sections: Sequence[Section]) -> str:
    """The section that the header names: the first that begins or goes on here."""
    return sections[0].title if sections else ""


def _references(sheets: Sequence[Sheet], starts: dict[str, int]) -> References:
    sources: dict[str, int] = {}
    cited: dict[str, list[int]] = {}
    figures: dict[str, int] = {}
    tables: dict[str, int] = {}
    for page, _, lines in _lines(sheets):
        for source in lines.cites():
            sources.setdefault(source, len(sources) + 1)
            pages = cited.setdefault(source, [])
            if page not in pages:
                pages.append(page)
    for _, _, lines in sorted(_lines(sheets), key=lambda found: found[:2]):
        kind, _, name = lines.target.partition("-")
        numbers = figures if kind == "figure" else tables if kind == "table" else None
        if numbers is not None:
            numbers.setdefault(name, len(numbers) + 1)
    settled = {source: tuple(pages) for source, pages in cited.items()}
    return References(len(sheets), sources, figures, tables, dict(starts), settled)


def _lines(sheets: Sequence[Sheet]) -> Iterator[tuple[int, tuple[float, float], DrawnLines]]:
    """Page, place (from the top down, then from the left) and lines of every text, in the order of the story."""
    for page, sheet in enumerate(sheets, 1):
        for placed in sheet.placed:
            if isinstance(placed.block, DrawnLines):
                yield page, (-round(placed.top), placed.x), placed.block


def _story(made: Pass) -> Story:
    brief = made.desk.dataset.brief
    geometry = made.desk.geometry
    order = {id(element): index for index, element in enumerate(_preorder(made.document))}
    standfirst = plain(made.desk.resolve(brief.standfirst)) if brief.standfirst else ""
    return Story(
        width=geometry.page_width,
        height=geometry.page_height,
        pages=tuple(Page(_in_reading_order(sheet.placed, order)) for sheet in made.sheets),
        structure=made.document,
        bookmarks=tuple(_bookmarks(made.sheets)),
        title=brief.title,
        language=brief.language,
        author=brief.publisher,
        subject=standfirst,
        keywords=(brief.topic,) if brief.topic else (),
        licence=brief.licence,
    )


def _preorder(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        yield from _preorder(kid)


def _in_reading_order(placed: Sequence[Placed], order: dict[int, int]) -> tuple[Placed, ...]:
    """What is painted, grounds and rules first, then content in the order of its tags: programs that read the page
    and not the tags get the same order."""

    def key(one: Placed) -> int:
        element = getattr(one.block, "element", None)
        return order.get(id(element), -1) if element is not None else -1

    return tuple(sorted(placed, key=key))


def _bookmarks(sheets: Sequence[Sheet]) -> Iterator[Bookmark]:
    """One entry a heading, in the order of the pages."""
    for _, _, lines in _lines(sheets):
        if lines.bookmark is not None and lines.target:
            yield Bookmark(lines.bookmark[1], lines.bookmark[0], lines.target)
