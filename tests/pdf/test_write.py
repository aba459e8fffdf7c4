"""The finished file: conformance, equal bytes, and what viewers find in it."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from briefpress.errors import FontError, UsageError
from briefpress.model.story import Attachment, Bookmark, Element, Story
from briefpress.pdf.canvas import LedgerEntry
from briefpress.pdf.fonts import FontBook
from briefpress.pdf.recording import Record
from briefpress.pdf.write import WriteOptions, write
from briefpress.theme import Theme, list_styles, load_theme
from pdf.kit import Drawing, line, linked_paragraph, make_story, stacked

ROOT = Path(__file__).resolve().parents[2]
STANDARDS = {"ua1+a3a": "3a,ua1", "ua2+a4f": "4f,ua2,wt1a"}


@pytest.fixture(scope="module", params=sorted(STANDARDS))
def standard(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def written(theme: Theme, fonts: FontBook, standard: str) -> bytes:
    return write(make_story(), theme, WriteOptions(standard=standard, fonts=fonts))


def test_the_file_conforms(standard: str, tmp_path: Path, verapdf: Callable[[Sequence[Path], str], str]) -> None:
    """veraPDF finds nothing wrong for PDF/UA and PDF/A together, in any style."""
    files = []
    for style, _ in list_styles():
        files.append(tmp_path / f"{style}.pdf")
        files[-1].write_bytes(write(make_story(), load_theme(style), WriteOptions(standard=standard)))
    assert verapdf(files, STANDARDS[standard]) == ""


_WRITE = """
import sys
from pdf.kit import make_story
from briefpress.pdf.write import WriteOptions, write
from briefpress.theme import load_theme
sys.stdout.buffer.write(write(make_story(), load_theme("briefing"), WriteOptions(standard=sys.argv[1])))
"""


def test_bytes_follow_from_the_story_alone(written: bytes, standard: str, tmp_path: Path) -> None:
    """Another process, hash seed, time zone, locale and folder write the same bytes."""
    environment = os.environ | {
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "ar_EG.UTF-8",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}",
    }
    run = subprocess.run(
        [sys.executable, "-c", _WRITE, standard], env=environment, cwd=tmp_path, capture_output=True, check=True
    )
    assert run.stdout == written


def test_a_changed_word_changes_the_identifier(written: bytes, theme: Theme, standard: str) -> None:
    """The document's ID is a hash of what it holds."""
    other = write(replace(make_story(), title="Another"), theme, WriteOptions(standard=standard))
    with pikepdf.open(BytesIO(written)) as one, pikepdf.open(BytesIO(other)) as two:
        assert bytes(one.trailer.ID[1]) != bytes(two.trailer.ID[1])


def test_text_can_be_taken_out(written: bytes) -> None:
    """Another program's text extraction gives the characters drawn, accents and quotes included."""
    document = pypdfium2.PdfDocument(written)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    for words in (
        "What 4,486 soldiers leave",
        "mission terminée",
        "About 20 “quoted” – ffi",
        "See the note 1 and go on.",
    ):
        assert words in text
    assert "\ufffe" not in text


def test_fonts_are_ours_and_embedded(written: bytes) -> None:
    """No page names a font that the file does not hold."""
    with pikepdf.open(BytesIO(written)) as pdf:
        for page in pdf.pages:
            fonts = page.obj.Resources.Font
            assert len(fonts) > 0
            for font in fonts.values():
                assert "/FontFile2" in font.FontDescriptor
                assert "/ToUnicode" in font
                assert "Helvetica" not in str(font.BaseFont)


def test_metadata_says_the_same_everywhere(theme: Theme) -> None:
    """Title, author, keywords and dates agree between the metadata packet and the document information."""
    with pikepdf.open(BytesIO(write(make_story(), theme))) as pdf:
        metadata = pdf.open_metadata()
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        assert metadata["dc:title"] == info["/Title"] == "Tést & brief <1>"
        assert metadata["dc:creator"] == [info["/Author"]]
        assert metadata["pdf:Keywords"] == info["/Keywords"] == "one, two"
        assert metadata["xmp:CreateDate"] == "2016-12-01T00:00:00Z"
        assert info["/CreationDate"] == "D:20161201000000Z"
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_no_moment_means_no_dates(theme: Theme) -> None:
    """A story that names no moment gives a file without dates, never the time of the clock."""
    data = write(replace(make_story(), moment=None), theme)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "/CreationDate" not in pdf.docinfo
        assert b"CreateDate" not in pdf.Root.Metadata.read_bytes()


def test_attachments_are_associated(written: bytes) -> None:
    """The dataset hangs on the document and a chart's rows on its Figure, both named for viewers and typed."""
    with pikepdf.open(BytesIO(written)) as pdf:
        assert {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()} == {
            "chart.csv": b"item,value\na,1\nb,2\n",
            "data.json": b"{}",
        }
        assert [str(file.UF) for file in pdf.Root.AF] == ["data.json"]
        assert pdf.Root.AF[0].AFRelationship == "/Source"
        assert pdf.Root.AF[0].EF.F.Subtype == "/application/json"


def test_bookmarks_and_links_lead_somewhere(written: bytes) -> None:
    """Every bookmark and internal link names a destination of the file, and the bookmark's page is the heading's."""
    with pikepdf.open(BytesIO(written)) as pdf:
        names = list(pdf.Root.Names.Dests.Names)
        known = {bytes(names[at]): names[at + 1].D[0].objgen for at in range(0, len(names), 2)}
        annotations = [annotation for page in pdf.pages for annotation in page.obj.get("/Annots", pikepdf.Array())]
        assert all(bytes(a.Dest) in known for a in annotations if "/Dest" in a)
        assert [str(a.A.URI) for a in annotations if "/A" in a] == ["https://example.org/%C3%A9?a=1"]
        assert all(str(a.Contents).startswith("To ") for a in annotations)
        with pdf.open_outline() as outline:
            top = outline.root[0]
            assert (top.title, [kid.title for kid in top.children]) == ("What 4,486 soldiers leave", ["Where to look"])
        assert known[b"below"] == pdf.pages[1].obj.objgen


def test_the_ledger_is_handed_out(theme: Theme) -> None:
    """What was printed with a claim can be attached to the file that prints it."""
    seen: list[LedgerEntry] = []

    def files(record: Record) -> list[Attachment]:
        seen.extend(record.entries)
        return [Attachment("ledger.json", b"[]", "application/json", "Supplement", "Claims")]

    data = write(make_story(), theme, WriteOptions(ledger=files))
    assert ("What 4,486 soldiers leave", 1, "H1") in {(entry.text, entry.page, entry.role) for entry in seen}
    assert ("Page 2 of 2", 2, "Artifact") in {(entry.text, entry.page, entry.role) for entry in seen}
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "ledger.json" in pdf.attachments


def test_composed_and_decomposed_text_are_one(theme: Theme) -> None:
    """Text that differs only in Unicode normalisation prints the same bytes."""

    def bytes_for(text: str) -> bytes:
        root = Element("Document")
        return write(one_page(root, line(root.add("P"), text)), theme)

    assert bytes_for("terminée") == bytes_for(unicodedata.normalize("NFD", "terminée"))


def one_page(root: Element, *blocks: Drawing) -> Story:
    return Story(595, 842, (stacked(*blocks),), root, (), "Title", "en")


def test_contradictions_are_refused(theme: Theme) -> None:
    """Content outside the structure, links and bookmarks to nowhere, unknown tags and mute figures raise, by name."""
    root = Element("Document")
    with pytest.raises(ValueError, match="does not hold"):
        write(one_page(root, line(Element("P"), "lost")), theme)
    with pytest.raises(ValueError, match="'nowhere'"):
        write(one_page(root, linked_paragraph(root, "a", "b", "c", "#nowhere")), theme)
    story = replace(make_story(), bookmarks=(Bookmark("Gone", 0, "gone"),))
    with pytest.raises(ValueError, match="'gone'"):
        write(story, theme)
    root = Element("Document")
    with pytest.raises(ValueError, match="'Paragraph'"):
        write(one_page(root, line(root.add("Paragraph"), "text")), theme)
    root = Element("Document")
    with pytest.raises(ValueError, match="alternative text"):
        write(one_page(root, line(root.add("Figure"), "text")), theme)
    with pytest.raises(UsageError, match="'ua9'"):
        write(make_story(), theme, WriteOptions(standard="ua9"))


def test_a_character_without_a_font_stops_the_writing(theme: Theme) -> None:
    """A page never shows a missing-glyph box: the character is named instead."""
    root = Element("Document")
    with pytest.raises(FontError, match=r"U\+4E2D"):
        write(one_page(root, line(root.add("P"), "中")), theme)


def test_many_characters_go_over_several_subsets(theme: Theme) -> None:
    """More than 255 different characters of one face come out as they went in."""
    chars = [chr(code) for code in (*range(0xC0, 0x180), *range(0x391, 0x3C9), *range(0x410, 0x450)) if code != 0x3A2]
    rows = [" ".join(chars[at : at + 40]) for at in range(0, len(chars), 40)]
    root = Element("Document")
    data = write(one_page(root, *(line(root.add("P"), row, 6) for row in rows)), theme)
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert [row for row in rows if row not in text] == []
