"""What a screen reader finds, in words."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from briefpress.errors import BriefpressError
from briefpress.model.story import Element, Story
from briefpress.model.text import Run
from briefpress.pdf.canvas import TaggingCanvas
from briefpress.pdf.content import Piece, joined
from briefpress.pdf.read import read_tags, spoken_text
from briefpress.pdf.write import write
from briefpress.theme import Theme
from pdf.kit import Drawing, line, make_story, stacked

EXPECTED = """\
Document
  Sect
    H1 What 4,486 soldiers leave
    P See [Link: the note 1 → #note] and go on.
    P Read [Link: example.org → https://example.org/%C3%A9?a=1] for more.
    P A paragraph that starts here and ends on page 2.
    P [Span <fr>: mission terminée]
    Figure Bars: a is 1, b is 2 (attached: chart.csv)
  Sect
    H2 Where to look
    Table
      THead
        TR
          TH (column) Item
          TH (column) Value
          TH (column) Note
      TBody
        TR
          TH (row) a
          TD [Value; a] 1
          TD [Note; a]
        TR
          TH (row) b
          TD [Value; b] 2
          TD [Note; b] about
    L
      LI
        Lbl •
        LBody At least 10
      LI
        Lbl •
        LBody About 20 “quoted” – ffi
    Note 1 Stated by the source.
"""


def test_the_story_is_read_out_in_order(theme: Theme) -> None:
    """Headings, links with targets, alternative texts, cells with headers, lists and notes come in order."""
    tags = read_tags(write(make_story(), theme))
    assert spoken_text(tags) == EXPECTED
    assert {tag.role: tag.page for tag in tags if tag.role in ("H1", "H2")} == {"H1": 1, "H2": 2}


def test_furniture_is_not_read(theme: Theme) -> None:
    """Running footers are artifacts and are not read out."""
    assert "Page 1 of 2" not in spoken_text(read_tags(write(make_story(), theme)))


def test_spans_of_cells_are_counted(theme: Theme) -> None:
    """A cell below a header that spans two columns is told that header, and named headers come before the grid."""
    root = Element("Document")
    grid = root.add("Table")
    head, row = grid.add("TR"), grid.add("TR")
    cells = [
        (head.add("TH", attributes={"Scope": "Column"}), "What"),
        (head.add("TH", attributes={"Scope": "Column", "ColSpan": 2}, id="values"), "Values"),
        (row.add("TH", attributes={"Scope": "Row"}), "x"),
        (row.add("TD"), "one"),
        (row.add("TD", attributes={"Headers": ["values"]}), "two"),
    ]
    blocks = [line(cell, text) for cell, text in cells]
    tags = read_tags(write(Story(595, 842, (stacked(*blocks),), root, (), "T", "en"), theme))
    assert [tag.headers for tag in tags if tag.role == "TD"] == [("Values", "x"), ("Values",)]


def test_lines_are_parted_and_kerned_words_are_not(theme: Theme) -> None:
    """Words at the end of a line and at the start of the next do not run together; pieces of one word do."""
    root = Element("Document")
    paragraph = root.add("P")

    def draw(canvas: TaggingCanvas, x: float, top: float) -> None:
        face = canvas.fonts.face("text")
        with canvas.tag(paragraph):
            at = x + canvas.show(Run("inter"), x, top, face, 10, "#000000")
            canvas.show(Run("national"), at, top, face, 10, "#000000")
            canvas.show(Run("law"), x, top - 14, face, 10, "#000000")

    story = Story(595, 842, (stacked(Drawing(draw)),), root, (), "T", "en")
    assert [tag.text for tag in read_tags(write(story, theme))] == ["", "international law"]


def test_superscripts_stay_with_their_word() -> None:
    """A raised number that follows a word at once is not parted from it."""
    word, raised = Piece("word", (0, 0), (20, 0), 10), Piece("1", (20, 3.3), (23, 3.3), 7)
    assert joined([word, raised]) == "word1"


def test_what_is_no_tagged_pdf_is_refused(tmp_path: Path) -> None:
    """A file without tags, or that is no PDF, is an error in words."""
    file = tmp_path / "plain.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file)
    with pytest.raises(BriefpressError, match="no tags"):
        read_tags(file)
    with pytest.raises(BriefpressError, match="cannot read"):
        read_tags(b"not a PDF")
