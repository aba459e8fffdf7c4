"""Measuring and choosing faces."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpress.errors import FontError, ThemeError
from briefpress.pdf.canvas import TaggingCanvas
from briefpress.pdf.fonts import Face, FontBook

_KERNED = st.text("AVTWoya.,“”0123456789 éß–", min_size=1, max_size=24)


def advance_of(ops: str, widths: dict[str, list[float]], size: float) -> float:
    """What a viewer adds up: the widths of the codes shown less the numbers of the TJ arrays."""
    total, current = 0.0, list[float]()
    for name, codes, step in re.findall(r"(/\S+) \S+ Tf|<([0-9a-f]+)>|(-?[0-9.]+)(?=[<\]\s])", ops):
        if name:
            current = widths[name]
        elif codes:
            total += sum(current[code] for code in bytes.fromhex(codes))
        elif step:
            total -= float(step)
    return total * size / 1000


def drawn_advance(face: Face, text: str, canvas: TaggingCanvas) -> float:
    ops = " ".join(re.findall(r"/\S+ \S+ Tf|\[[^\]]*\]", face.show_ops(text, 10, canvas)))
    state = face.font.state[canvas._doc]
    widths = {
        face.font.getSubsetInternalName(n, canvas._doc): [face.font.face.getCharWidth(code) for code in subset]
        for n, subset in enumerate(state.subsets)
    }
    return advance_of(ops, widths, 10)


@given(text=_KERNED)
def test_width_is_what_is_drawn(fonts: FontBook, text: str) -> None:
    """The width that pages lay out with is the advance that the operators make, kerning included."""
    face = fonts.face("text")
    canvas = TaggingCanvas(fonts, 100, 100)
    assert face.width(text, 10) == pytest.approx(drawn_advance(face, text, canvas), abs=0.01)


def test_pairs_are_kerned(fonts: FontBook) -> None:
    """ "AVA" is narrower than its three letters, and a word's width does not depend on its neighbours."""
    face = fonts.face("text")
    assert face.width("AVA", 10) < 2 * face.width("A", 10) + face.width("V", 10) - 1
    assert face.width("AVA To", 10) == pytest.approx(sum(face.width(part, 10) for part in ("AVA", " ", "To")))


def test_no_ligatures(fonts: FontBook, canvas: TaggingCanvas) -> None:
    """Every character keeps a code of its own, so that "ffi" is found as three letters."""
    codes = "".join(re.findall(r"<([0-9a-f]+)>", fonts.face("text").show_ops("office", 10, canvas)))
    assert len(codes) == 2 * len("office")


def test_operators_have_no_exponents(fonts: FontBook, canvas: TaggingCanvas) -> None:
    """Numbers in a content stream are plain decimals (ISO 32000-1, 7.3.3)."""
    ops = fonts.face("text").show_ops("AVA", 0.0001, canvas)
    assert not re.search(r"\de[-+]?\d", re.sub(r"<[^>]*>", "", ops))


def test_measures_are_in_proportion(fonts: FontBook) -> None:
    """x-height, capital height and ascent come in that order, and all scale with the size."""
    face = fonts.face("label", "bold")
    assert 0 < face.x_height(10) < face.cap_height(10) <= face.ascent(10)
    assert face.descent(10) < 0
    assert face.ascent(20) == pytest.approx(2 * face.ascent(10))


def test_missing_faces_fall_back_within_the_family(fonts: FontBook) -> None:
    """A weight that a family lacks is replaced by its nearest, an unknown family is an error that names it."""
    assert fonts.face("text", "semibold", italic=True).name != fonts.face("text").name
    with pytest.raises(ThemeError, match="'headline'"):
        fonts.face("headline")


def test_cover_falls_back_by_character(fonts: FontBook) -> None:
    """A sign that the face lacks is set from a fallback face, and the width counts it."""
    face = fonts.face("text")
    assert not face.has("☂")
    pieces = fonts.cover("rain ☂!", face)
    assert [piece for piece, _ in pieces] == ["rain ", "☂", "!"]
    assert pieces[1][1].has("☂")
    assert fonts.width("rain ☂!", face, 10) == pytest.approx(sum(own.width(piece, 10) for piece, own in pieces))


def test_a_character_of_no_font_is_named(fonts: FontBook) -> None:
    """What no font of the style can print stops the work with the character's code point and name."""
    with pytest.raises(FontError, match=r"U\+4E2D CJK UNIFIED IDEOGRAPH-4E2D"):
        fonts.cover("中", fonts.face("text"))
