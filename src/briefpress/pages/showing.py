"""Showing set lines: runs joined again, links and citations as elements of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefpress.model.story import Element
from briefpress.model.text import Run
from briefpress.pages.setting import Fragment, Line
from briefpress.pdf.canvas import TaggingCanvas


def joined(line: Line) -> Iterator[tuple[float, Fragment]]:
    """The line's fragments, those of one look and origin joined with the spaces between them.

    A space is a real character of the run before it, also at the end of a line: extraction and screen readers need it.
    """
    held: tuple[float, Fragment] | None = None
    edge = 0.0
    for x, shown, width in _spaced(line):
        if held and _same_look(held[1], shown) and abs(edge - x) < 0.01:
            run = replace(held[1].run, text=held[1].run.text + shown.run.text)
            held = (held[0], replace(held[1], run=run))
        else:
            if held:
                yield held
            held = (x, shown)
        edge = x + width
    if held:
        yield held


def _spaced(line: Line) -> Iterator[tuple[float, Fragment, float]]:
    """Offset, fragment with the space behind it, and width with that space, of each fragment of a line."""
    for start, word in line.words:
        x = start
        for index, fragment in enumerate(word.fragments):
            spaced = index == len(word.fragments) - 1 and word.space > 0
            text = fragment.run.text + (" " if spaced else "")
            width = fragment.width + (word.space if spaced else 0.0)
            yield x, replace(fragment, run=replace(fragment.run, text=text)), width
            x += fragment.width


def _same_look(a: Fragment, b: Fragment) -> bool:
    same = (a.face, a.size, a.colour, a.rise, a.cite) == (b.face, b.size, b.colour, b.rise, b.cite)
    return same and replace(a.run, text="") == replace(b.run, text="")


def draw_line(canvas: TaggingCanvas, line: Line, x: float, baseline: float, element: Element | None) -> None:
    """Show a line's fragments; links and citations become elements of their own inside `element`.

    The caller has opened the element's (or an artifact's) marked content.
    """
    for offset, fragment in joined(line):
        left, y = x + offset, baseline + fragment.rise
        if element is None or not fragment.run.href:
            _show(canvas, fragment, left, y, element)
            continue
        if fragment.cite:
            _mark_citation(canvas, fragment, left, y)
        parent = element.add("Reference") if fragment.cite else element
        link = parent.add("Link")
        with canvas.tag(link):
            _show(canvas, fragment, left, y, None)
        lower, upper = baseline - 0.25 * fragment.size, y + 0.95 * fragment.size
        rect = (left, lower, left + fragment.width, upper)
        canvas.link(rect, fragment.run.href, link, fragment.tip or fragment.run.text.strip())


def _mark_citation(canvas: TaggingCanvas, fragment: Fragment, x: float, y: float) -> None:
    """Name the first place on each page that cites a source, for the way back from the list of sources."""
    name = f"cite-{fragment.cite}-{canvas.getPageNumber()}"
    if name not in canvas.destinations:
        canvas.destination(name, x, y + fragment.size)


def _show(canvas: TaggingCanvas, fragment: Fragment, x: float, y: float, element: Element | None) -> None:
    owner = _owner(fragment.run, element)
    if owner is None:
        canvas.show(fragment.run, x, y, fragment.face, fragment.size, fragment.colour)
        return
    with canvas.tag(owner):
        canvas.show(fragment.run, x, y, fragment.face, fragment.size, fragment.colour)


def _owner(run: Run, element: Element | None) -> Element | None:
    """The Span that a fragment goes into, or None for the element that is open.

    Words in another language have one of their own. Behind the first link of a paragraph its own words go into Spans
    too, so that the tree alone gives the order: readers that list an element's content before its kids keep the sense.
    """
    if element is None or (not run.lang and not element.kids):
        return None
    last = element.kids[-1] if element.kids else None
    if last is not None and last.tag == "Span" and last.lang == (run.lang or None):
        return last
    return element.add("Span", lang=run.lang or None)
