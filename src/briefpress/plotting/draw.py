"""One figure on one page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from matplotlib.backend_bases import FigureCanvasBase

from briefpress.plotting.backend import PageRenderer
from briefpress.plotting.claims import Claims
from briefpress.plotting.ink import Ink
from briefpress.plotting.paths import rectangle
from briefpress.plotting.text import TextSetter

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from briefpress.pdf.canvas import TaggingCanvas
    from briefpress.pdf.fonts import FontBook

#: Points by which ink may pass the figure's edge, such as half of a line that runs along it or a letter's overhang.
_BLEED = 2.0


def draw_figure(
    figure: Figure, canvas: TaggingCanvas, x: float, y: float, fonts: FontBook, ref: str = "figure"
) -> None:
    """Draw the figure at its own size, its lower left corner at (x, y) in points of the canvas, inside an open tag.

    A number in a text without `briefpress_run` is claimed by the code that made the figure, named `ref`. The graphics
    state and the figure are left as they were.

    Raises BriefpressError for what cannot be drawn faithfully: LaTeX text, text inside rasterised artists, filters,
    triangles of varying opacity. Raises FontError for a character that no font of the style has.
    """
    width, height = (72 * float(inches) for inches in figure.get_size_inches())
    ink = Ink(canvas, (float(x), float(y)), (width, height))
    renderer = PageRenderer(ink, TextSetter(fonts, ink, Claims(figure, ref)))
    canvas.saveState()
    try:
        ink.write(f"{rectangle(x - _BLEED, y - _BLEED, width + 2 * _BLEED, height + 2 * _BLEED)} W n")
        with _at_72_dpi(figure, renderer):
            figure.draw(_mixed(figure, renderer))
    finally:
        ink.close()
        canvas.restoreState()


class _FigureCanvas(FigureCanvasBase):
    """Where layout engines and artists find the renderer that will draw them."""

    def __init__(self, figure: Figure, renderer: PageRenderer) -> None:
        super().__init__(figure)
        self._renderer = renderer

    def get_renderer(self) -> PageRenderer:
        return self._renderer


@contextmanager
def _at_72_dpi(figure: Figure, renderer: PageRenderer) -> Iterator[None]:
    canvas, dpi = figure.canvas, figure.dpi
    _FigureCanvas(figure, renderer)
    figure.dpi = 72
    try:
        yield
    finally:
        figure.dpi = dpi
        figure.set_canvas(canvas)


def _mixed(figure: Figure, renderer: PageRenderer) -> Any:
    if not figure.findobj(lambda artist: bool(artist.get_rasterized())):
        return renderer
    from briefpress.plotting.raster import mixed_renderer

    return mixed_renderer(figure, renderer)
