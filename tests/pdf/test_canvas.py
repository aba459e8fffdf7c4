"""Every operator has an owner, every number shown is in the ledger."""

from __future__ import annotations

import pytest

from briefpress.model.story import Element
from briefpress.model.text import Claim, Origin, Run
from briefpress.pdf.canvas import LedgerEntry, TaggingCanvas, UntaggedError
from pdf.kit import INK


def test_drawing_without_an_owner_is_refused(canvas: TaggingCanvas) -> None:
    """Paths, text and images outside tag() and artifact() raise at once."""
    with pytest.raises(UntaggedError):
        canvas.rect(0, 0, 10, 10)
    with pytest.raises(UntaggedError):
        canvas.show(Run("words"), 0, 0, canvas.fonts.face("text"), 10, INK)
    with pytest.raises(UntaggedError):
        canvas.circle(5, 5, 2)


def test_state_may_be_set_without_an_owner(canvas: TaggingCanvas) -> None:
    """Colours, widths and transforms paint nothing and need no owner."""
    canvas.set_fill("#FF0000")
    canvas.setLineWidth(2)
    canvas.translate(3, 4)
    assert not canvas.marks


@pytest.mark.parametrize("method", ["drawString", "drawRightString", "drawText", "beginText", "doForm", "beginForm"])
def test_text_has_one_road(canvas: TaggingCanvas, method: str) -> None:
    """ReportLab's own ways of drawing text, which know no claims, are closed."""
    with canvas.tag(Element("P")), pytest.raises(UntaggedError):
        getattr(canvas, method)(0, 0, "1,000")


def test_a_plain_string_cannot_be_shown(canvas: TaggingCanvas) -> None:
    """Only a Run, whose type asks for claims, can be shown."""
    with canvas.tag(Element("P")), pytest.raises(TypeError):
        canvas.show("1,000", 0, 0, canvas.fonts.face("text"), 10, INK)  # type: ignore[arg-type]


def test_claims_are_entered_in_the_ledger(canvas: TaggingCanvas) -> None:
    """A run with a claim is entered with what was printed, where on the page, and under which tag; others are not."""
    face = canvas.fonts.face("text")
    claim = Claim(Origin.FIGURE, "us-troops")
    canvas.saveState()
    canvas.translate(100, 200)
    with canvas.tag(Element("P")):
        canvas.show(Run("about "), 0, 0, face, 10, INK)
        advance = canvas.show(Run("4,486", claim), 30, 5, face, 10, INK)
    canvas.restoreState()
    with canvas.artifact("Pagination", "Footer"):
        canvas.show_rotated(Run("3", claim), (7, 8), face, 8, INK, 90)
    assert canvas.ledger == [
        LedgerEntry("4,486", claim, 1, 130, 205, 10, advance, "P"),
        LedgerEntry("3", claim, 1, 7, 8, 8, face.width("3", 8), "Artifact"),
    ]


def test_nested_elements_interrupt_the_outer_content(canvas: TaggingCanvas) -> None:
    """A link in a paragraph has content of its own between two parts of the paragraph's, in the order of drawing."""
    face = canvas.fonts.face("text")
    paragraph = Element("P")
    link = paragraph.add("Link")
    with canvas.tag(paragraph):
        canvas.show(Run("See "), 0, 0, face, 10, INK)
        with canvas.tag(link):
            canvas.show(Run("here"), 20, 0, face, 10, INK)
        canvas.show(Run(" now"), 40, 0, face, 10, INK)
    canvas.showPage()
    assert [(mark.element, mark.mcid) for mark in canvas.marks] == [(paragraph, 0), (link, 1), (paragraph, 2)]


def test_empty_content_is_not_marked(canvas: TaggingCanvas) -> None:
    """A tag in which nothing is painted, or only its nested tag is, leaves no marked content behind."""
    outer, inner = Element("Reference"), Element("Link")
    with canvas.tag(outer):
        canvas.setLineWidth(3)
        with canvas.tag(inner):
            canvas.show(Run("x"), 0, 0, canvas.fonts.face("text"), 10, INK)
    canvas.showPage()
    assert [mark.element for mark in canvas.marks] == [inner]


def test_content_inside_an_artifact_is_refused(canvas: TaggingCanvas) -> None:
    """A real element inside an artifact would be lost to a reader, an artifact inside an element would not."""
    with canvas.artifact(), pytest.raises(UntaggedError), canvas.tag(Element("P")):
        pass
    with canvas.tag(Element("TD")), canvas.artifact("Background"):
        canvas.rect(0, 0, 5, 5)


def test_a_page_cannot_end_inside_a_tag(canvas: TaggingCanvas) -> None:
    """Marked content is closed on the page where it was opened."""
    with pytest.raises(UntaggedError), canvas.tag(Element("P")):
        canvas.showPage()


def test_destinations_know_what_stands_there(canvas: TaggingCanvas) -> None:
    """A destination belongs to the element open at the time, else to the next one opened."""
    first, second = Element("H1"), Element("P")
    canvas.destination("before", 0, 10)
    with canvas.tag(first):
        canvas.destination("inside", 0, 10)
    with canvas.tag(second):
        pass
    assert canvas.destinations["before"].element is first
    assert canvas.destinations["inside"].element is first
    with pytest.raises(ValueError, match="'inside'"):
        canvas.destination("inside", 5, 5)


def test_links_need_a_link_element_and_words(canvas: TaggingCanvas) -> None:
    """A link hangs on a Link element and says where it leads (ISO 14289-1, 7.18.5)."""
    with pytest.raises(ValueError, match="Link element"):
        canvas.link((0, 0, 1, 1), "#top", Element("P"), "Top")
    with pytest.raises(ValueError, match="where it leads"):
        canvas.link((0, 0, 1, 1), "#top", Element("Link"), " ")


def test_colours_leave_opacity_alone(canvas: TaggingCanvas) -> None:
    """Setting a colour after an opacity keeps the opacity, and a colour that is set is not set again."""
    canvas.setFillAlpha(0.5)
    canvas.set_fill("#0B4F8A")
    canvas.set_fill("#0b4f8a")
    assert canvas._extgstate.getValue("ca") == 0.5
    with pytest.raises(ValueError, match="#RRGGBB"):
        canvas.set_fill("red")
