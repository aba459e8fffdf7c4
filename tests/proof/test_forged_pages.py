"""Single edits of what pages show: each is found, and named where it was made."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Name, Pdf, String

from briefpress.model.text import holds_digit
from briefpress.proof.report import Finding, Kind, Report
from briefpress.proof.verifying import verify
from proof.kit import Glyph, Surveys, add_note, judged, other_digit, overlay, put, shown, unicode_map

DIGITS = 45  #: places in the small briefing whose digit is forged, spread evenly over all


def glyphs_of(data: bytes) -> list[Glyph]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return list(shown(pdf))


def named(report: Report, page: int) -> list[Finding]:
    """What was found about single numbers of a page, not by a digest of the whole."""
    return [f for f in report.findings if f.kind in (Kind.PRINTED, Kind.NUMBER) and f.page == page]


def forge_digit(data: bytes, nth: int, of: int, surveys: Surveys) -> None:
    with pikepdf.open(BytesIO(data)) as pdf:
        places = [glyph for glyph in shown(pdf) if holds_digit(glyph.char) and other_digit(pdf, glyph)]
    assert len(places) >= of
    glyph = places[nth * len(places) // of]
    report = judged(data, lambda pdf: put(pdf, [glyph], other_digit(pdf, glyph)), surveys)
    assert report.traced < report.numbers
    assert named(report, glyph.page + 1), [str(finding) for finding in report.findings]


@pytest.mark.parametrize("nth", range(DIGITS))
def test_a_changed_digit_is_found(orchard: bytes, surveys: Surveys, nth: int) -> None:
    """A digit that is not the one printed when the ledger was made is named with its page and place."""
    forge_digit(orchard, nth, DIGITS, surveys)


@pytest.mark.parametrize("name", ["iraq-troops", "tramway-valmeurs"])
@pytest.mark.parametrize("nth", range(6))
def test_a_changed_digit_is_found_in_long_briefings(
    briefing: Callable[[str], bytes], surveys: Surveys, name: str, nth: int
) -> None:
    """Length and language of a briefing make no difference."""
    forge_digit(briefing(name), nth, 6, surveys)


def occurrences(glyphs: list[Glyph], words: str) -> list[list[Glyph]]:
    """Glyphs of each place where words stand in one line."""
    text = "".join(glyph.char for glyph in glyphs)
    found, at = [], text.find(words)
    while at >= 0:
        found.append(glyphs[at : at + len(words)])
        at = text.find(words, at + 1)
    return found


@pytest.mark.parametrize("words", ["more than ", "at least ", "about ", "kg"])
@pytest.mark.parametrize("nth", range(3))
def test_a_dropped_hedge_or_unit_is_found(orchard: bytes, surveys: Surveys, words: str, nth: int) -> None:
    """A number without the hedge or the unit that belongs to it is not the number that was printed."""
    places = occurrences(glyphs_of(orchard), words)
    assert places, words
    place = places[nth * len(places) // 3]
    same = [glyph for glyph in place if glyph.operator == place[0].operator]
    report = judged(orchard, lambda pdf: put(pdf, same, None), surveys)
    assert {Kind.TEXT, Kind.DRAWING} <= {finding.kind for finding in report.findings}
    if words != "kg":
        assert named(report, place[0].page + 1)
        assert not report.sound


@pytest.mark.parametrize("words", ["hree quarters", "welve people", "hree of", "wo crates"])
def test_a_changed_number_in_words_is_found(orchard: bytes, surveys: Surveys, words: str) -> None:
    """Numbers in words are numbers: one letter changed makes the text another."""
    place = occurrences(glyphs_of(orchard), words)[0]
    report = judged(orchard, lambda pdf: put(pdf, place[:1], "e"), surveys)
    assert named(report, place[0].page + 1)


@pytest.mark.parametrize("text", ["7", "99", "1900"])
@pytest.mark.parametrize("page", [0, 1, 2])
def test_an_added_number_is_found(orchard: bytes, surveys: Surveys, text: str, page: int) -> None:
    """A number written on top of a page is in no ledger."""
    report = judged(orchard, lambda pdf: overlay(pdf.pages[page], text), surveys)
    numbers = [finding for finding in report.findings if finding.kind is Kind.NUMBER]
    assert [(finding.page, finding.text) for finding in numbers] == [(page + 1, text)]
    assert (round(numbers[0].x), round(numbers[0].y)) == (300, 400)


def test_an_added_word_is_found(orchard: bytes, surveys: Surveys) -> None:
    """Words without numbers cannot be slipped in either."""
    report = judged(orchard, lambda pdf: overlay(pdf.pages[1], "not"), surveys)
    assert (Kind.TEXT, 2) in {(finding.kind, finding.page) for finding in report.findings}


def test_swapped_words_are_found(orchard: bytes, surveys: Surveys) -> None:
    """The same letters in another order are another drawing."""
    place = occurrences(glyphs_of(orchard), "ne")[0]

    def swap(pdf: Pdf) -> None:
        put(pdf, place[:1], "e")
        put(pdf, place[1:], "n")

    assert Kind.DRAWING in {finding.kind for finding in judged(orchard, swap, surveys).findings}


@pytest.mark.parametrize("page", [0, 1, 2])
def test_a_removed_page_is_found(orchard: bytes, surveys: Surveys, page: int) -> None:
    """A file that lacks a page says so, and which."""

    def remove(pdf: Pdf) -> None:
        del pdf.pages[page]

    report = judged(orchard, remove, surveys)
    said = [finding.message for finding in report.findings if finding.kind is Kind.PAGES]
    assert f"page {page + 1} of the ledger is missing" in said


@pytest.mark.parametrize("page", [0, 1, 2])
def test_a_page_that_stands_twice_is_found(orchard: bytes, surveys: Surveys, page: int) -> None:
    """A page may stand only where it stood, and once."""
    report = judged(orchard, lambda pdf: pdf.pages.append(pdf.pages[page]), surveys)
    assert {(f.kind, f.page) for f in report.findings} >= {(Kind.PAGES, 0), (Kind.PAGES, 4)}


def test_pages_in_another_order_are_found(orchard: bytes, surveys: Surveys) -> None:
    """Pages that change places contradict their own numbers."""

    def edit(pdf: Pdf) -> None:
        page = pdf.pages[1]
        del pdf.pages[1]
        pdf.pages.append(page)

    report = judged(orchard, edit, surveys)
    assert Kind.PAGES in {finding.kind for finding in report.findings}


def test_a_page_of_another_document_is_found(
    orchard: bytes, briefing: Callable[[str], bytes], surveys: Surveys
) -> None:
    """Numbers on a page that the ledger does not know are traced to nothing."""
    with pikepdf.open(BytesIO(briefing("village-library"))) as other:
        report = judged(orchard, lambda pdf: pdf.pages.append(other.pages[0]), surveys)
    assert {finding.page for finding in report.findings if finding.kind is Kind.NUMBER} == {4}


def test_a_moved_bar_is_found(orchard: bytes, surveys: Surveys) -> None:
    """A chart whose shapes were changed shows other numbers than it says."""

    def stretch(pdf: Pdf) -> None:
        page = next(page for page in pdf.pages if b" re" in page.Contents.read_bytes())
        content = page.Contents.read_bytes()
        at = content.index(b" re")
        start = content.rindex(b"\n", 0, at) + 1 if b"\n" in content[:at] else 0
        parts = content[start:at].split()
        parts[-1] = b"%f" % (float(parts[-1]) + 9)
        page.Contents = pdf.make_stream(content[:start] + b" ".join(parts) + content[at:])

    report = judged(orchard, stretch, surveys)
    assert {finding.kind for finding in report.findings} == {Kind.DRAWING}


def test_a_changed_font_is_found(orchard: bytes, surveys: Surveys) -> None:
    """A font in which a 3 looks like an 8 prints another number with the same text."""

    def edit(pdf: Pdf) -> None:
        font = next(iter(pdf.pages[0].Resources.Font.values()))
        program = font.FontDescriptor.FontFile2
        program.write(program.read_bytes()[:-4] + b"\0\1\2\3")

    report = judged(orchard, edit, surveys)
    assert Kind.DRAWING in {finding.kind for finding in report.findings}


def test_a_changed_unicode_map_is_found(orchard: bytes, surveys: Surveys) -> None:
    """What a screen reader or a search finds is read, not only what is seen."""

    def edit(pdf: Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            codes = {char: code for code, char in unicode_map(font).items()}
            if {"2", "4"} <= codes.keys():
                text = font.ToUnicode.read_bytes()
                font.ToUnicode.write(text.replace(b"<%02X> <0032>" % codes["2"], b"<%02X> <0034>" % codes["2"]))

    report = judged(orchard, edit, surveys)
    assert named(report, 1)


def test_an_annotation_is_found(orchard: bytes, surveys: Surveys) -> None:
    """A comment laid over a page is not part of the briefing."""
    report = judged(orchard, lambda pdf: add_note(pdf.pages[1], "in fact 12"), surveys)
    assert (Kind.LINK, 2) in {(finding.kind, finding.page) for finding in report.findings}


@pytest.mark.parametrize("page", [0, 1, 2])
def test_a_link_to_another_place_is_found(orchard: bytes, surveys: Surveys, page: int) -> None:
    """A citation that leads to another source is a swapped source, whatever number it prints."""

    def edit(pdf: Pdf) -> None:
        links = [a for a in pdf.pages[page].Annots if "/Dest" in a and str(a.Dest).startswith("source-")]
        links = links or [a for a in pdf.pages[page].Annots if "/Dest" in a]
        other = b"source-annual-report" if bytes(links[0].Dest) != b"source-annual-report" else b"source-parish-news"
        links[0].Dest = String(other)

    report = judged(orchard, edit, surveys)
    assert (Kind.LINK, page + 1) in {(finding.kind, finding.page) for finding in report.findings}


def test_an_address_that_was_changed_is_found(orchard: bytes, surveys: Surveys) -> None:
    """The address of a source is part of the citation."""

    def edit(pdf: Pdf) -> None:
        links = [a for page in pdf.pages for a in page.obj.get("/Annots", []) if "/A" in a]
        links[0].A.URI = String("https://example.com/elsewhere")

    assert Kind.LINK in {finding.kind for finding in judged(orchard, edit, surveys).findings}


def test_a_hidden_form_is_found(orchard: bytes, surveys: Surveys) -> None:
    """Fields, scripts and layers can show what no page holds."""

    def edit(pdf: Pdf) -> None:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))

    assert Kind.DOCUMENT in {finding.kind for finding in judged(orchard, edit, surveys).findings}


def test_saving_anew_changes_nothing(orchard: bytes, surveys: Surveys) -> None:
    """A file that a tool only stored otherwise is still whole: no finding, all numbers traced."""
    with pikepdf.open(BytesIO(orchard)) as pdf:
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False, linearize=True)
    report = verify(out.getvalue(), "saved.pdf", surveys)
    assert (report.findings, report.traced) == ((), report.numbers)
