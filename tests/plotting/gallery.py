"""Figures of matplotlib's own kinds, drawn by us, by Agg and by matplotlib's PDF backend, and their distance."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import matplotlib as mpl
import numpy as np
import pypdfium2
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from briefpress.model.story import Element
from briefpress.pdf.canvas import TaggingCanvas
from briefpress.pdf.fonts import FontBook
from briefpress.plotting import draw_figure
from plotting.figures_fields import FIELDS
from plotting.figures_lines import LINES
from plotting.figures_others import OTHERS

FIGURES: dict[str, Callable[[Figure], None]] = {**LINES, **FIELDS, **OTHERS}
SIZE = (4.5, 3.5)
SCALE = 2  # dots a point
#: Edge in dots of the squares in which two pictures are compared.
SQUARE = 12

Picture = NDArray[np.float64]


def settings(family: str) -> dict[Any, Any]:
    """rcParams for a comparison: the same font files everywhere, no hinting and no snapping to dots."""
    return {
        **dict(mpl.rcParamsDefault),
        "font.family": [family],
        "mathtext.fontset": "custom",
        "mathtext.rm": family,
        "mathtext.it": f"{family}:italic",
        "mathtext.bf": f"{family}:bold",
        "mathtext.cal": f"{family}:italic",
        "mathtext.fallback": "stixsans",
        "path.snap": False,
        "text.hinting": "none",
        "pdf.fonttype": 42,
    }


def made(name: str) -> Figure:
    figure = Figure(figsize=SIZE)
    FIGURES[name](figure)
    return figure


def by_agg(figure: Figure) -> Picture:
    figure.dpi = 72 * SCALE
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    return blurred(Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB"))


def by_pdf(figure: Figure) -> Picture:
    file = BytesIO()
    canvas: Any = FigureCanvasPdf(figure)
    canvas.print_pdf(file)
    return rendered(file.getvalue())


def by_us(figure: Figure, fonts: FontBook, shift: float = 0.0) -> Picture:
    return rendered(our_pdf(figure, fonts, shift))


def our_pdf(figure: Figure, fonts: FontBook, shift: float = 0.0) -> bytes:
    canvas = TaggingCanvas(fonts, *(72 * inches for inches in SIZE))
    with canvas.tag(Element("Figure", alt="a figure")):
        draw_figure(figure, canvas, shift, 0, fonts)
    canvas.showPage()
    return bytes(canvas.getpdfdata())


def rendered(pdf: bytes) -> Picture:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return blurred(document[0].render(scale=SCALE).to_pil().convert("RGB"))
    finally:
        document.close()


def blurred(picture: Image.Image) -> Picture:
    """Values from 0 to 1, softened by half a point because renderers differ in how they smooth an edge."""
    return np.asarray(picture.filter(ImageFilter.GaussianBlur(0.5 * SCALE)), float) / 255


def distance(first: Picture, second: Picture) -> tuple[float, float]:
    """Root mean square difference of the whole pictures, and that of the squares that differ most."""
    height, width = (min(a, b) // SQUARE * SQUARE for a, b in zip(first.shape[:2], second.shape[:2], strict=True))
    squares = ((first[:height, :width] - second[:height, :width]) ** 2).mean(axis=2)
    by_square = squares.reshape(height // SQUARE, SQUARE, width // SQUARE, SQUARE).mean(axis=(1, 3))
    worst = np.sort(by_square.ravel())[-5:]
    return float(np.sqrt(squares.mean())), float(np.sqrt(worst.mean()))
