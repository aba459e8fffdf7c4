"""The front page: topic and date, title, standfirst, findings, contents, marks, key figures and the lead chart."""

from __future__ import annotations

from collections.abc import Sequence

from briefpress.model.story import Element
from briefpress.model.text import Claim, Origin, Run, Text, claimed, styled, text
from briefpress.pages.blocks import Block, Paragraph, Row, Rule, Space, Stack
from briefpress.pages.columns import Columns
from briefpress.pages.desk import Desk
from briefpress.pages.figure import figure_block
from briefpress.pages.flow import Section
from briefpress.pages.headings import heading
from briefpress.pages.legend import mark_rows
from briefpress.pages.prose import list_item
from briefpress.pages.spread import Spread
from briefpress.pages.table import natural_width
from briefpress.pages.tiles import tiles

KICKER_GAP = 4.5  #: points between kicker and topic
MOST_BESIDE = 0.55  #: of the page's height: a longer list of contents stands below the findings, in two columns


def front(desk: Desk, document: Element, contents: Sequence[tuple[str, str]]) -> Section:
    """`contents` are the names and titles of the sections that follow; with two or fewer there is no list of them."""
    parent = document.add("Sect")
    brief = desk.dataset.brief
    blocks: list[Block] = [
        *_bar(desk),
        _topic(desk, parent),
        _title(desk, parent),
    ]
    if brief.standfirst:
        words = desk.resolve(brief.standfirst)
        blocks.append(Paragraph(words, desk.style("standfirst"), desk, parent.add("P"), before=3.5, after=7.0))
    if brief.invented:
        blocks.append(_invented(desk, parent))
    blocks += _summary(desk, parent, contents)
    blocks += tiles(desk, parent)
    if desk.lead:
        blocks.append(figure_block(desk, desk.charts[desk.lead], parent))
    return Section("front", brief.title, blocks)


def _bar(desk: Desk) -> list[Block]:
    """The bar across the head of the page, in some styles with a thin one under it."""
    accent = desk.theme.colours.accent
    thin = desk.measure("front_thin")
    bars: list[Block] = [Rule(desk.measure("front_bar"), accent, gap=desk.measure("front_gap") if thin else 7.0)]
    return [*bars, Rule(thin, accent, gap=5.25)] if thin else bars


def _topic(desk: Desk, parent: Element) -> Row:
    """Kicker and topic on the left, date on the right."""
    brief = desk.dataset.brief
    kicker = claimed(brief.kicker, Origin.CELL, "brief.toml:kicker")
    between = text("/\u00a0 ") if brief.kicker and brief.topic else ()
    topic = claimed(brief.topic, Origin.CELL, "brief.toml:topic")
    date = desk.date(brief.date, "brief.toml:date") if brief.date else ()
    style, wide = desk.style("topic"), desk.geometry.width
    first = natural_width(desk, kicker, "kicker") + KICKER_GAP if kicker else 0.0
    left = Paragraph(kicker, desk.style("kicker"), desk, parent.add("P"))
    middle = Paragraph(text(styled(between, muted=True), topic), style, desk, parent.add("P"))
    right = Paragraph(date, desk.style("topic_date"), desk, parent.add("P"), align="right")
    share = 0.7 * wide
    return Row([(0.0, first + 1.0, left), (first, share - first, middle), (share, wide - share, right)], after=3.5)


def _title(desk: Desk, parent: Element) -> Paragraph:
    content = claimed(desk.dataset.brief.title, Origin.CELL, "brief.toml:title")
    return Paragraph(
        content, desk.style("title"), desk, parent.add("H1"), after=7.0, target="section-front", lead=9, level=0
    )


def _invented(desk: Desk, parent: Element) -> Stack:
    """A plain warning, before any number, that the data are not real."""
    colour = desk.theme.colours.accent
    words = text(desk.words("invented"), ".")
    return Stack(
        [
            Rule(0.5, colour, gap=3.5),
            Paragraph(words, desk.style("banner"), desk, parent.add("P")),
            Space(3.5),
            Rule(0.5, colour),
        ],
        before=7.0,
        after=7.0,
        whole=True,
    )


def _summary(desk: Desk, parent: Element, contents: Sequence[tuple[str, str]]) -> list[Block]:
    """Findings beside contents and marks; what is missing leaves its room to the other."""
    findings = _findings(desk, parent)
    side = [*_contents(desk, parent, contents)] if len(contents) > 2 else []
    side += mark_rows(desk, parent) if findings else []
    if not findings and not side:
        return []
    geometry = desk.geometry
    if side and Stack(side).height(geometry.span(4)) > MOST_BESIDE * geometry.height:
        return [
            Spread(findings, [], geometry.width, 0.0, 0.0, 14.0, 14.0),
            Columns(side, 2, geometry.gutter, 14.0, 14.0),
        ]
    wide = geometry.span(8) if side else geometry.width
    beside = [(0, Stack(side, whole=True))] if side else []
    offset = wide + geometry.gutter
    return [Spread(findings, beside, wide, offset, geometry.width - offset, 14.0, 14.0)]


def _findings(desk: Desk, parent: Element) -> list[Block]:
    findings = desk.dataset.brief.findings
    if not findings:
        return []
    made: list[Block] = [heading(desk, parent, 2, desk.words("at-a-glance"), "glance")]
    made[0].after = 3.5
    holder = parent.add("L", attributes={"ListNumbering": "Disc"})
    bullet = (Run("•"),)
    for finding in findings:
        content = text(_head(desk.resolve_heading(finding.head)), desk.resolve(finding.body))
        made.append(list_item(desk, holder, bullet, content, "lead", indent=10.0))
    return made


def _head(head: Text) -> Text:
    return text(styled(head, bold=True), " ") if head else ()


def _contents(desk: Desk, parent: Element, contents: Sequence[tuple[str, str]]) -> list[Block]:
    """Section titles and their pages, parted by hairlines."""
    made: list[Block] = [heading(desk, parent, 2, desk.words("in-this-briefing"), "contents")]
    made[0].after = 3.5
    holder = parent.add("TOC")
    wide = desk.geometry.span(4)
    for name, title in contents:
        page = desk.references.sections.get(name, 1)
        item = holder.add("TOCI")
        href = f"#section-{name}"
        left = (Run(title, Claim(Origin.CELL, f"title:{name}")),)
        right = (Run(str(page), Claim(Origin.STRUCTURE, f"page:{page}"), bold=True, href=href),)
        row = Row(
            [
                (0.0, wide - 24.0, Paragraph(left, desk.style("contents"), desk, item.add("P"))),
                (wide - 24.0, 24.0, Paragraph(right, desk.style("contents_page"), desk, item.add("P"), align="right")),
            ]
        )
        made += [row, Rule(desk.measure("hairline"), desk.theme.colours.grid, keep=False)]
    return made
