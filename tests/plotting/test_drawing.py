"""What a drawn figure leaves on the page besides its looks."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.patheffects as effects
import numpy as np
import pikepdf
import pypdfium2
import pytest
from matplotlib.figure import Figure

from briefpress.errors import BriefpressError, FontError
from briefpress.model.story import Element
from briefpress.model.text import Claim, Origin, Run
from briefpress.pdf.canvas import TaggingCanvas
from briefpress.pdf.fonts import FontBook
from briefpress.plotting import draw_figure, rc
from briefpress.theme import Theme
from plotting.gallery import FIGURES, made

STATED = Claim(Origin.FIGURE, "us-troops")


def drawn(figure: Figure, fonts: FontBook, ref: str = "chart.py:draw") -> TaggingCanvas:
    """A canvas with the figure at (100, 150) of a page of 600 x 600 points."""
    canvas = TaggingCanvas(fonts, 600, 600)
    with canvas.tag(Element("Figure", alt="a figure")):
        draw_figure(figure, canvas, 100, 150, fonts, ref)
    return canvas


def code(canvas: TaggingCanvas) -> str:
    return "\n".join(canvas._code)


def file(canvas: TaggingCanvas) -> bytes:
    canvas.showPage()
    return bytes(canvas.getpdfdata())


def words(canvas: TaggingCanvas) -> str:
    document = pypdfium2.PdfDocument(file(canvas))
    text = document[0].get_textpage().get_text_range()
    document.close()
    return str(text)


def titled(text: str, **look: Any) -> Figure:
    figure = Figure(figsize=(4, 3))
    figure.text(0.5, 0.5, text, **look)
    return figure


def with_run(text: str, run: Run, **look: Any) -> Figure:
    figure = Figure(figsize=(4, 3))
    figure.text(0.5, 0.5, text, **look).briefpress_run = run  # type: ignore[attr-defined]
    return figure


def test_the_text_of_a_run_is_shown_with_its_claim(fonts: FontBook) -> None:
    """A chart's number is in the ledger with the claim that the chart gave it, where it stands on the page."""
    (entry,) = drawn(with_run("4,486", Run("4,486", STATED)), fonts).ledger
    assert (entry.text, entry.claim, entry.role) == ("4,486", STATED, "Figure")
    assert entry.x == pytest.approx(244)
    assert entry.y == pytest.approx(258)


def test_every_line_of_a_run_keeps_its_claim(fonts: FontBook) -> None:
    """A text of several lines is shown with the claim of its run, though matplotlib then hides the artist."""
    ledger = drawn(with_run("since 2003\nand 2014", Run("since 2003 and 2014", STATED)), fonts).ledger
    assert [(entry.text, entry.claim) for entry in ledger] == [("since 2003", STATED), ("and 2014", STATED)]


def test_text_with_a_halo_is_text(fonts: FontBook) -> None:
    """A halo is drawn as outlines, the text on it as text, once, with its claim."""
    halo = [effects.withStroke(linewidth=3, foreground="w")]
    canvas = drawn(with_run("peak 142", Run("peak 142", STATED), path_effects=halo, rotation=30), fonts)
    assert [(entry.text, entry.claim) for entry in canvas.ledger] == [("peak 142", STATED)]
    assert words(canvas).strip() == "peak 142"


def test_a_number_without_a_run_is_claimed_by_the_code(fonts: FontBook) -> None:
    """A user's figure names the function that drew it behind each of its numbers."""
    ledger = drawn(titled("12 of 30"), fonts, ref="mine.py:plot").ledger
    assert [entry.claim for entry in ledger] == [Claim(Origin.CODE, "mine.py:plot")]
    assert drawn(titled("no number"), fonts).ledger == []


def test_the_look_of_a_run_does_not_depend_on_its_words(fonts: FontBook) -> None:
    """Text that differs from its run's, such as a wrapped line, keeps the claim and shows what the artist says."""
    (entry,) = drawn(with_run("about 60", Run("about 60 strikes", STATED)), fonts).ledger
    assert (entry.text, entry.claim) == ("about 60", STATED)


def test_formulas_are_text_in_the_pages_own_font(fonts: FontBook) -> None:
    """A logarithmic axis is labelled in the label face, read as 10⁴, and each of its numbers is claimed."""
    figure = Figure(figsize=(4, 3))
    figure.subplots().set(xscale="log", xlim=(1e3, 1e5), yticks=[])
    canvas = drawn(figure, fonts)
    assert [entry.text for entry in canvas.ledger] == ["10³", "10⁴", "10⁵"]
    assert {entry.claim.ref for entry in canvas.ledger} == {"chart.py:draw"}
    assert "10⁴" in words(canvas)


def test_what_the_font_lacks_in_a_formula_is_outlined_and_read(fonts: FontBook) -> None:
    """A sign that only matplotlib's fonts have is drawn as a shape that a screen reader hears as the sign."""
    canvas = drawn(titled(r"$\aleph x$"), fonts)
    assert "FEFF2135" in code(canvas)
    assert "ℵx" in words(canvas)


def test_only_the_pages_fonts_are_embedded(fonts: FontBook) -> None:
    """A page and its charts share the fonts of the style; matplotlib's own never get into the file."""
    with pikepdf.open(BytesIO(file(drawn(made("formulas"), fonts)))) as pdf:
        found = {str(font.BaseFont).split("+")[-1] for font in pdf.pages[0].Resources.Font.values()}
    looks = [("regular", False), ("regular", True), ("bold", False)]
    assert found == {fonts.face("label", weight, italic).name for weight, italic in looks}


@pytest.mark.parametrize(
    ("look", "face"),
    [
        ({"family": "briefpress-text"}, ("text", "regular", False)),
        ({"family": "briefpress-label", "weight": 600}, ("label", "semibold", False)),
        ({"family": "fantasy", "weight": "bold", "style": "italic"}, ("label", "bold", True)),
        ({"family": ["briefpress-text", "serif"], "style": "oblique"}, ("text", "regular", True)),
    ],
)
def test_families_weights_and_slants_find_their_face(look: dict[str, Any], face: Any, fonts: FontBook) -> None:
    """A figure asks for the style's families by name, and whatever else it asks for is set in the label family."""
    figure = titled("AVATAR 12", fontsize=20, **look)
    (entry,) = drawn(figure, fonts).ledger
    assert entry.width == pytest.approx(fonts.width("AVATAR 12", fonts.face(*face), 20))


def test_text_is_aligned_by_the_font_that_draws_it(fonts: FontBook) -> None:
    """A right-aligned text ends where it should, because it was measured as it is drawn."""
    (entry,) = drawn(titled("Total 1,000,000", ha="right", fontsize=17), fonts).ledger
    assert entry.x + entry.width == pytest.approx(100 + 0.5 * 4 * 72, abs=0.01)


def test_layout_engines_measure_with_the_pages_fonts(fonts: FontBook) -> None:
    """A constrained layout leaves exactly the room that the drawn labels take."""
    figure = Figure(figsize=(4, 3), layout="constrained")
    axes = figure.subplots()
    axes.set_yticks([0, 1], ["nothing", "1 very long label indeed"])
    canvas = drawn(figure, fonts)
    left = min(entry.x for entry in canvas.ledger)
    pad = figure.get_layout_engine().get()["w_pad"] * 72  # type: ignore[union-attr]
    assert left == pytest.approx(100 + pad, abs=0.5)


def test_the_graphics_state_and_the_figure_are_left_as_they_were(fonts: FontBook) -> None:
    """What a page draws after a chart is neither clipped nor coloured nor thinned by it."""
    for name in FIGURES:
        figure = made(name)
        before = figure.canvas, figure.dpi
        canvas = drawn(figure, fonts)
        opened, closed = (len(re.findall(rf"(?<!\S){operator}(?!\S)", code(canvas))) for operator in "qQ")
        assert opened == closed > 0, name
        assert not canvas.state_stack
        assert (figure.canvas, figure.dpi) == before


def test_a_refused_figure_leaves_the_graphics_state_as_it_was(fonts: FontBook) -> None:
    """A figure that fails half way closes what it opened, so that the message can be the only harm."""
    canvas = TaggingCanvas(fonts, 600, 600)
    figure = titled("\u4e2d")
    figure.subplots().plot([1, 2])
    before = figure.canvas, figure.dpi
    with pytest.raises(FontError), canvas.tag(Element("Figure", alt="a figure")):
        draw_figure(figure, canvas, 0, 0, fonts)
    assert canvas._code.count("q") == canvas._code.count("Q") > 0
    assert (figure.canvas, figure.dpi) == before


def test_nothing_is_drawn_far_outside_the_figure(fonts: FontBook) -> None:
    """A figure's box is its own: what leaves it by more than two points is cut and does not run over other text."""
    figure = Figure(figsize=(2, 2))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.plot([-5, 6], [-5, 6], linewidth=20, clip_on=False, color="k")
    axes.set(xlim=(0, 1), ylim=(0, 1))
    document = pypdfium2.PdfDocument(file(drawn(figure, fonts)))
    dark = np.argwhere(np.asarray(document[0].render(scale=1).to_pil().convert("L")) < 128)
    document.close()
    assert dark[:, 1].min() >= 97
    assert dark[:, 1].max() <= 100 + 144 + 2


def test_hatches_are_lines(fonts: FontBook) -> None:
    """Hatching uses no pattern objects, which print shops and simple viewers get wrong."""
    with pikepdf.open(BytesIO(file(drawn(made("hatched_bars"), fonts)))) as pdf:
        resources = pdf.pages[0].Resources.as_dict()
        assert not [key for key in ("/Pattern", "/XObject", "/Shading") if resources.get(key)]


@pytest.mark.parametrize(("name", "masked"), [("image", False), ("image_with_holes", True)])
def test_only_images_with_transparent_dots_have_a_soft_mask(name: str, masked: bool, fonts: FontBook) -> None:
    """An opaque image stays one, and what lies below the holes of another shows."""
    with pikepdf.open(BytesIO(file(drawn(made(name), fonts)))) as pdf:
        pictures = [x for x in pdf.pages[0].Resources.XObject.values() if x.get("/ColorSpace") == "/DeviceRGB"]
        assert pictures
        assert any("/SMask" in picture for picture in pictures) is masked
        assert not any(picture.get("/Interpolate") for picture in pictures)


def test_numbers_of_the_content_are_ones_that_readers_take(fonts: FontBook) -> None:
    """No coordinate has an exponent or lies beyond 32767, whatever the data (ISO 32000-1, 7.3.3 and annex C)."""
    figure = Figure(figsize=(4, 3))
    axes = figure.subplots()
    axes.plot([0, 1, 2], [1e-9, 1e12, -1e15], marker="o")
    axes.fill_between([0, 1, 2], [1e9, -1e14, 3])
    axes.bar([0, 1], [1e13, 5], hatch="x")
    axes.set(xlim=(0.5, 1), ylim=(0, 10))
    figures = [figure, *(made(name) for name in FIGURES)]
    for drawing in figures:
        text = re.sub(r"<<.*?>>+|<[0-9a-f]*>|/\S+", " ", code(drawn(drawing, fonts)))
        assert not re.search(r"\d[eE][-+]?\d|nan|inf", text)
        assert max(abs(float(value)) for value in re.findall(r"\d*\.?\d+", text)) <= 32767


@pytest.mark.parametrize(
    ("look", "said"),
    [
        ({"s": "x", "usetex": True}, "LaTeX"),
        ({"s": r"$\nosuchcommand{x}$"}, "nosuchcommand"),
        ({"s": "12", "rasterized": True}, "rasterised"),
        ({"s": "x", "agg_filter": lambda image, _: (image, 0, 0)}, "agg_filter"),
    ],
)
def test_what_cannot_be_drawn_faithfully_is_refused(look: dict[str, Any], said: str, fonts: FontBook) -> None:
    """Text that could not be searched, read or claimed stops the build with a remedy."""
    figure = Figure(figsize=(4, 3))
    figure.text(0.5, 0.5, **look)
    with pytest.raises(BriefpressError, match=said) as refused:
        drawn(figure, fonts)
    assert refused.value.hint


def test_smooth_triangles_of_varying_opacity_are_refused(fonts: FontBook) -> None:
    """A shading has one opacity; a figure that needs more is told to rasterise it, and then is drawn."""
    for rasterised in (False, True):
        figure = Figure(figsize=(4, 3))
        alpha = np.linspace(0, 1, 9).reshape(3, 3)
        colours = np.dstack([np.zeros((3, 3, 3)), alpha]).reshape(-1, 4)
        mesh: Any = figure.subplots().pcolormesh(np.arange(3), np.arange(3), np.ones((3, 3)), shading="gouraud")
        mesh.set_array(None)
        mesh.set_facecolor(colours)
        mesh.set_rasterized(rasterised)
        if rasterised:
            assert "/SMask" in file(drawn(figure, fonts)).decode("latin-1")
        else:
            with pytest.raises(BriefpressError, match="opacity"):
                drawn(figure, fonts)


def test_a_missing_character_is_named(fonts: FontBook) -> None:
    """A label that no font of the style can show is refused with the character's code and name."""
    with pytest.raises(FontError, match=r"U\+4E2D"):
        drawn(titled("\u4e2d"), fonts)


def test_a_style_gives_settings_that_matplotlib_takes(theme: Theme, fonts: FontBook) -> None:
    """A user's own chart under rc(theme) is set in the style's size and drawn in its colours."""
    with mpl.rc_context(rc(theme)):
        figure = Figure(figsize=(4, 3))
        line: Any
        (line,) = figure.subplots().plot([1, 2, 3])
        assert line.get_color().upper() == theme.colours.accent.upper()
        canvas = drawn(figure, fonts)
    assert {entry.size for entry in canvas.ledger} == {theme.type["chart_label"].size}


def test_pyplot_is_never_imported() -> None:
    """Drawing keeps no global figures and needs no display."""
    script = "import sys, briefpress.plotting; sys.exit('matplotlib.pyplot' in sys.modules)"
    source = Path(__file__).resolve().parents[2] / "src"
    assert subprocess.run([sys.executable, "-c", script], env={"PYTHONPATH": str(source)}, check=False).returncode == 0
