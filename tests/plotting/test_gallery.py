"""Our drawing of matplotlib's own kinds of figure, beside what matplotlib itself makes of them."""

from __future__ import annotations

from typing import Any

import matplotlib as mpl
import pytest

from briefpress.pdf.fonts import FontBook
from briefpress.plotting import backend, images, ink
from plotting.gallery import FIGURES, by_agg, by_pdf, by_us, distance, made, our_pdf

# Distances of right drawings, measured with matplotlib 3.11, pypdfium2 5.15 and all figures of the gallery, as (root
# mean square of the whole picture, of the five worst squares of 6 points): to the PDF backend at most (0.0045, 0.067),
# to Agg, which smooths lines and sets letters on whole dots, at most (0.020, 0.119), but for the figures below.
# matplotlib's own two backends are as far from each other as Agg is from us. The wrong drawings at the end of this file
# measure at least 0.16 in their worst squares; a drawing that is right but one point too far right measures 0.25.
TO_PDF = (0.006, 0.08)
TO_AGG = (0.022, 0.13)

#: Figure -> limits of its own and the reason for them.
APART_FROM_PDF = {
    "logarithmic": (0.020, 0.18, "matplotlib rounds the height of formulas to whole points, we to tenths"),
    "formulas": (0.022, 0.18, "matplotlib rounds the height of formulas to whole points, we to tenths"),
    "halos": (0.012, 0.10, "matplotlib rounds the height of formulas to whole points, we to tenths"),
    "hatched_contours": (0.050, 0.17, "its PDF backend leaves a hatch opaque; we and Agg give it the artist's alpha"),
    "scatter": (0.016, 0.13, "its PDF shows seams in the translucent colour bar"),
    "mesh": (0.014, 0.08, "its PDF shows seams between cells"),
    "triangles": (0.014, 0.12, "its PDF shows seams between cells"),
    "constrained": (0.011, 0.11, "cells of an image end on whole dots, of which we have 300 an inch and it 100"),
    "rasterised": (0.027, 0.10, "we rasterise at 300 dots an inch, it at 100"),
    "typefaces": (0.009, 0.09, "pdfium sets letters on thirds of dots and tips over at some"),
}
if mpl.__version_info__ < (3, 11, 2):
    APART_FROM_PDF["hexagons"] = (0.09, 0.70, "its PDF backend leaves out hexagons before version 3.11.2")
APART_FROM_AGG = {
    "sketch": (0.040, 0.33, "Agg takes the size of the wiggle in dots, not in points"),
    "many_points": (0.060, 0.20, "Agg puts small markers on whole dots"),
    "mesh": (0.034, 0.19, "Agg snaps the edges of cells to dots"),
    "formulas": (0.018, 0.17, "matplotlib rounds the height of formulas to whole dots"),
    "typefaces": (0.025, 0.13, "Agg sets letters on whole dots"),
}


@pytest.mark.usefixtures("same_font")
@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_looks_as_matplotlib_draws_it(name: str, fonts: FontBook) -> None:
    """A user's figure looks on the page as it does in the user's own matplotlib."""
    ours = by_us(made(name), fonts)
    to_pdf, to_agg = distance(ours, by_pdf(made(name))), distance(ours, by_agg(made(name)))
    limits = APART_FROM_PDF.get(name, TO_PDF)[:2], APART_FROM_AGG.get(name, TO_AGG)[:2]
    assert all(value <= limit for value, limit in zip(to_pdf, limits[0], strict=True)), ("PDF", to_pdf)
    assert all(value <= limit for value, limit in zip(to_agg, limits[1], strict=True)), ("Agg", to_agg)


@pytest.mark.usefixtures("same_font")
def test_the_same_figure_gives_the_same_bytes(fonts: FontBook) -> None:
    """Drawing depends on nothing but the figure."""
    assert [name for name in FIGURES if our_pdf(made(name), fonts) != our_pdf(made(name), fonts)] == []


def nothing(*_: Any, **__: Any) -> None:
    return None


def upside_down(to: Any, gc: Any, place: Any, image: Any, transform: Any) -> None:
    images.draw_image(to, gc, place, image[::-1], transform)


WRONG: dict[str, tuple[str, Any, str, Any]] = {
    "no hatch": ("hatched_bars", backend, "draw_hatch", nothing),
    "no hatch on one small shape": ("shapes", backend, "draw_hatch", nothing),
    "no clipping": ("clipping", ink.Ink, "_clipping", lambda *_: ""),
    "no clipping of points": ("scatter", ink.Ink, "_clipping", lambda *_: ""),
    "no dashes": ("lines", ink, "_dashes", lambda _: "[] 0"),
    "nothing transparent": ("transparency", ink.Ink, "alpha", nothing),
    "no text": ("bars", backend.PageRenderer, "draw_text", nothing),
    "no markers": ("stems", backend, "draw_markers", nothing),
    "mitred joins": ("caps_and_joins", ink, "_JOINS", dict.fromkeys(("miter", "round", "bevel"), 0)),
    "butt caps": ("caps_and_joins", ink, "_CAPS", dict.fromkeys(("butt", "round", "projecting"), 0)),
    "images upside down": ("image", backend, "draw_image", upside_down),
}


@pytest.mark.usefixtures("same_font")
@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_drawing_is_noticed(fault: str, fonts: FontBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison fails, against either backend of matplotlib's, for a drawing with one thing wrong."""
    name, where, attribute, wrong = WRONG[fault]
    references = by_pdf(made(name)), by_agg(made(name))
    monkeypatch.setattr(where, attribute, wrong)
    ours = by_us(made(name), fonts)
    limits = APART_FROM_PDF.get(name, TO_PDF)[1], APART_FROM_AGG.get(name, TO_AGG)[1]
    assert all(distance(ours, right)[1] > limit for right, limit in zip(references, limits, strict=True))


@pytest.mark.usefixtures("same_font")
@pytest.mark.parametrize("name", ["lines", "contours", "formulas"])
def test_a_shift_of_one_point_is_noticed(name: str, fonts: FontBook) -> None:
    """The comparison fails for a drawing that stands one point too far right."""
    ours = by_us(made(name), fonts, shift=1.0)
    assert distance(ours, by_pdf(made(name)))[1] > APART_FROM_PDF.get(name, TO_PDF)[1]
    assert distance(ours, by_agg(made(name)))[1] > APART_FROM_AGG.get(name, TO_AGG)[1]
