"""The tree in the file: order, pruning, attributes, parents."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from briefpress.model.story import Element, Story
from briefpress.model.text import Run
from briefpress.pdf.canvas import TaggingCanvas
from briefpress.pdf.read import read_tags
from briefpress.pdf.write import WriteOptions, write
from briefpress.theme import Theme
from pdf.kit import CELL, INK, Drawing, line, linked_paragraph, make_story, stacked, table


def story_of(root: Element, *pages: tuple[Drawing, ...]) -> Story:
    return Story(595, 842, tuple(stacked(*blocks) for blocks in pages), root, (), "Title", "en")


def read(story: Story, theme: Theme, standard: str = "ua1+a3a") -> list[str]:
    return [str(tag) for tag in read_tags(write(story, theme, WriteOptions(standard=standard)))]


def test_block_order_is_that_of_the_source(theme: Theme) -> None:
    """Blocks are read in the order of their elements, wherever and whenever they were drawn."""
    root = Element("Document")
    first, second = root.add("P"), root.add("P")
    assert read(story_of(root, (line(second, "two"), line(first, "one"))), theme) == ["Document", "  P one", "  P two"]


def test_a_paragraph_over_two_pages_is_one_element(theme: Theme) -> None:
    """A paragraph that breaks over pages is read in one piece, with content on both pages."""
    root = Element("Document")
    split = root.add("P")
    data = write(story_of(root, (line(split, "It starts here"),), (line(split, "and ends there."),)), theme)
    assert [str(tag) for tag in read_tags(data)] == ["Document", "  P It starts here and ends there."]
    with pikepdf.open(BytesIO(data)) as pdf:
        kids = pdf.Root.StructTreeRoot.K[0].K.K
        assert int(kids[0]) == 0
        assert kids[1].Pg.objgen == pdf.pages[1].obj.objgen


def test_inline_elements_stand_where_they_were_drawn(theme: Theme) -> None:
    """A link inside a paragraph is read between the words around it."""
    root = Element("Document")
    tags = read(story_of(root, (linked_paragraph(root, "Read ", "this", " first.", "https://example.org/"),)), theme)
    assert tags[1] == "  P Read [Link: this → https://example.org/] first."


def test_elements_without_content_are_left_out_but_cells_stay(theme: Theme) -> None:
    """An empty section disappears; a blank cell holds its place in the grid."""
    root = Element("Document")
    root.add("Sect").add("P")
    tags = read(story_of(root, (table(root, [["a", "b"], ["c", ""]]),)), theme)
    assert "  Sect" not in tags
    assert "        TD [b; c]" in tags


def test_the_parent_tree_finds_every_mark(theme: Theme) -> None:
    """Each marked-content id of a page and each annotation leads back to the element that lists it."""
    with pikepdf.open(BytesIO(write(make_story(), theme))) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        tree = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        for page in pdf.pages:
            streams = pikepdf.parse_content_stream(page)
            ids = [int(i.operands[1].MCID) for i in streams if str(i.operator) == "BDC" and "/MCID" in i.operands[1]]
            row = tree[int(page.obj.StructParents)]
            assert sorted(ids) == list(range(len(row)))
            for annotation in page.obj.get("/Annots", pikepdf.Array()):
                assert tree[int(annotation.StructParent)].S == "/Link"


def test_attributes_are_written_under_their_owners(theme: Theme) -> None:
    """Scope goes to Table, BBox to Layout, ListNumbering to List (ISO 32000-1, 14.8.5)."""
    owners = set()
    with pikepdf.open(BytesIO(write(make_story(), theme))) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/S" in thing and "/A" in thing and "/P" in thing:
                owners |= {(str(thing.S), str(thing.A.O), *sorted(set(thing.A.keys()) - {"/O"}))}
    assert owners == {
        ("/Figure", "/Layout", "/BBox"),
        ("/L", "/List", "/ListNumbering"),
        ("/TH", "/Table", "/Scope"),
        ("/Table", "/Table", "/Summary"),
    }


def test_notes_have_identifiers(theme: Theme) -> None:
    """Every Note has an ID of its own (ISO 14289-1, 7.9), and one that is given twice is refused."""
    root = Element("Document")
    notes = [root.add("Note"), root.add("Note"), root.add("Note", id="own")]
    blocks = tuple(line(note, f"Note {number}") for number, note in enumerate(notes))
    with pikepdf.open(BytesIO(write(story_of(root, blocks), theme))) as pdf:
        names = list(pdf.Root.StructTreeRoot.IDTree.Names)
        assert [bytes(name) for name in names[::2]] == [b"note:1", b"note:2", b"own"]
    notes[0].id = "own"
    with pytest.raises(ValueError, match="'own'"):
        write(story_of(root, blocks), theme)


def test_an_element_stands_in_the_tree_once(theme: Theme) -> None:
    """An element with two parents would be read twice, so it is refused."""
    root = Element("Document")
    kid = root.add("P")
    root.kids.append(kid)
    with pytest.raises(ValueError, match="twice"):
        write(story_of(root, (line(kid, "x"),)), theme)


def test_contents_and_notes_refer_in_pdf_2(theme: Theme) -> None:
    """In PDF 2.0 a contents entry refers to its heading, and a note and its mark to one another."""
    root = Element("Document")
    entry = root.add("TOC").add("TOCI")
    heading, paragraph, note = root.add("H1"), root.add("P"), root.add("Note")
    mark = paragraph.add("Reference").add("Link")
    entry_link = entry.add("Link")

    def draw(canvas: TaggingCanvas, x: float, top: float) -> None:
        face = canvas.fonts.face("text")
        canvas.destination("head", x, top, heading)
        canvas.destination("note", x, top, note)
        parts = ((entry_link, "Part", "#head"), (heading, "Part", ""), (mark, "1", "#note"), (note, "So.", ""))
        for element, words, href in parts:
            with canvas.tag(element):
                canvas.show(Run(words, CELL), x, top, face, 10, INK)
            if href:
                canvas.link((x, top, x + 9, top + 9), href, element, words)

    with pikepdf.open(BytesIO(write(story_of(root, (Drawing(draw),)), theme, WriteOptions(standard="ua2+a4f")))) as pdf:
        document = pdf.Root.StructTreeRoot.K[0]
        contents, title, text, footnote = document.K
        assert contents.K.Ref[0].objgen == title.objgen
        assert text.K.Ref[0].objgen == footnote.objgen
        assert footnote.Ref[0].objgen == text.K.objgen
        assert footnote.S == "/FENote"
