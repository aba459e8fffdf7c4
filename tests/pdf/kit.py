"""Small stories made by hand, in the fonts of a shipped style."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from briefpress.model.story import Attachment, Bookmark, Element, Page, Placed, Story
from briefpress.model.text import Claim, Origin, Run
from briefpress.pdf.canvas import TaggingCanvas

CELL = Claim(Origin.CELL, "test")
INK = "#1A1A1A"


@dataclass(frozen=True)
class Drawing:
    """A block whose drawing is a function of the canvas and its place."""

    do: Callable[[TaggingCanvas, float, float], None]

    def draw(self, canvas: TaggingCanvas, x: float, top: float) -> None:
        self.do(canvas, x, top)


def line(element: Element, text: str, size: float = 10) -> Drawing:
    """One line of text as the element's content."""

    def do(canvas: TaggingCanvas, x: float, top: float) -> None:
        with canvas.tag(element):
            canvas.show(Run(text, CELL), x, top - size, canvas.fonts.face("text"), size, INK)

    return Drawing(do)


def footer(text: str) -> Drawing:
    def do(canvas: TaggingCanvas, x: float, top: float) -> None:
        with canvas.artifact("Pagination", "Footer"):
            canvas.show(Run(text, CELL), x, top, canvas.fonts.face("label"), 8, INK)

    return Drawing(do)


def heading(parent: Element, tag: str, text: str, target: str) -> Drawing:
    element = parent.add(tag)

    def do(canvas: TaggingCanvas, x: float, top: float) -> None:
        canvas.destination(target, x, top, element)
        line(element, text, 17).draw(canvas, x, top)

    return Drawing(do)


def linked_paragraph(parent: Element, before: str, linked: str, after: str, href: str) -> Drawing:
    """A paragraph with a link in its middle, an element of its own between two parts of the paragraph's content."""
    element = parent.add("P")
    link = element.add("Link")

    def do(canvas: TaggingCanvas, x: float, top: float) -> None:
        face, base = canvas.fonts.face("text"), top - 10
        with canvas.tag(element):
            at = x + canvas.show(Run(before, CELL), x, base, face, 10, INK)
            with canvas.tag(link):
                end = at + canvas.show(Run(linked, CELL), at, base, face, 10, "#0B4F8A")
            canvas.link((at, base - 2, end, base + 8), href, link, f"To {linked}")
            canvas.show(Run(after, CELL), end, base, face, 10, INK)

    return Drawing(do)


def chart(parent: Element) -> Drawing:
    data = ("chart.csv", b"item,value\na,1\nb,2\n", "The values")
    element = parent.add("Figure", spoken=(Run("Bars: a is 1, b is 2", CELL),), data=data)

    def do(canvas: TaggingCanvas, x: float, top: float) -> None:
        with canvas.tag(element, bbox=(x, top - 60, x + 100, top)):
            canvas.set_fill("#072854")
            canvas.rect(x, top - 50, 20, 50, stroke=0, fill=1)
            canvas.rect(x + 30, top - 50, 20, 25, stroke=0, fill=1)
            canvas.show_rotated(Run("item 1", CELL), (x + 95, top - 50), canvas.fonts.face("label"), 8, INK, 90)

    return Drawing(do)


def table(parent: Element, rows: list[list[str]]) -> Drawing:
    """A table whose first row is its header; empty strings are blank cells."""
    element = parent.add("Table", attributes={"Summary": "Values"})
    head, body = element.add("THead"), element.add("TBody")
    cells: list[tuple[Element, str, int, int]] = []
    for y, row in enumerate(rows):
        group = (body if y else head).add("TR")
        for x, content in enumerate(row):
            scope = "Column" if y == 0 else "Row" if x == 0 else None
            cell = group.add("TH" if scope else "TD", attributes={"Scope": scope} if scope else {})
            cells.append((cell, content, x, y))

    def do(canvas: TaggingCanvas, x: float, top: float) -> None:
        for cell, content, column, row in cells:
            if content:
                line(cell, content).draw(canvas, x + 80 * column, top - 14 * row)
        with canvas.artifact():
            canvas.line(x, top - 14, x + 80 * len(rows[0]), top - 14)

    return Drawing(do)


def bullets(parent: Element, items: list[str]) -> Drawing:
    element = parent.add("L", attributes={"ListNumbering": "Disc"})
    pairs = []
    for item in items:
        entry = element.add("LI")
        pairs.append((entry.add("Lbl"), entry.add("LBody"), item))

    def do(canvas: TaggingCanvas, x: float, top: float) -> None:
        for number, (label, body, item) in enumerate(pairs):
            line(label, "•").draw(canvas, x, top - 14 * number)
            line(body, item).draw(canvas, x + 12, top - 14 * number)

    return Drawing(do)


def note(parent: Element, text: str, target: str) -> Drawing:
    element = parent.add("Note")

    def do(canvas: TaggingCanvas, x: float, top: float) -> None:
        canvas.destination(target, x, top)
        line(element, text, 8).draw(canvas, x, top)

    return Drawing(do)


def stacked(*blocks: Drawing) -> Page:
    """A page with the blocks below one another, 90 points apart."""
    return Page(tuple(Placed(block, 60, 780 - 90 * at) for at, block in enumerate(blocks)))


def make_story() -> Story:
    """Two pages with each kind of element; one paragraph goes over the page break."""
    root = Element("Document")
    first, second = root.add("Sect"), root.add("Sect")
    title = heading(first, "H1", "What 4,486 soldiers leave", "top")
    link = linked_paragraph(first, "See ", "the note 1", " and go on.", "#note")
    outside = linked_paragraph(first, "Read ", "example.org", " for more.", "https://example.org/é?a=1")
    split = first.add("P")
    start, end = line(split, "A paragraph that starts here"), line(split, "and ends on page 2.")
    foreign = first.add("P")
    foreign.kids.append(Element("Span", lang="fr"))
    french = line(foreign.kids[0], "mission terminée")
    figure = chart(first)
    below = heading(second, "H2", "Where to look", "below")
    grid = table(second, [["Item", "Value", "Note"], ["a", "1", ""], ["b", "2", "about"]])
    items = bullets(second, ["At least 10", "About 20 “quoted” – ffi"])
    remark = note(second, "1 Stated by the source.", "note")
    pages = (
        stacked(title, link, outside, figure, french, start, footer("Page 1 of 2")),
        stacked(end, below, grid, items, remark, footer("Page 2 of 2")),
    )
    return Story(
        width=595.28,
        height=841.89,
        pages=pages,
        structure=root,
        bookmarks=(Bookmark("What 4,486 soldiers leave", 0, "top"), Bookmark("Where to look", 1, "below")),
        title="Tést & brief <1>",
        language="en-GB",
        author="Ministry",
        subject="A test",
        keywords=("one", "two"),
        moment=datetime(2016, 12, 1, tzinfo=UTC),
        licence="CC0",
        attachments=(Attachment("data.json", b"{}", "application/json", "Source", "The data"),),
    )
