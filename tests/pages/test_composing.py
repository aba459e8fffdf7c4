"""Whole briefs: what stands on the pages is what they say of themselves."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from briefpress.pdf.read import read_tags, spoken_text
from briefpress.pipeline import Built, Options, build

ROOT = Path(__file__).parents[2]
DATASETS = ("iraq-troops", "tramway-valmeurs", "village-library")
STYLES = ("briefing", "broadsheet", "government", "clear-print")
GOLDEN = ROOT / "tests" / "golden"
MARGIN = 40.0  # points: running heads and feet stand at 41 and more, everything else further in


@cache
def built(dataset: str, style: str = "briefing", paper: str = "a4") -> Built:
    return build(ROOT / "data" / dataset, Options(style=style, paper=paper))


@cache
def page_texts(dataset: str, style: str = "briefing", paper: str = "a4") -> tuple[str, ...]:
    document = pypdfium2.PdfDocument(built(dataset, style, paper).pdf)
    return tuple(page.get_textpage().get_text_bounded() for page in document)


def destinations(pdf: pikepdf.Pdf) -> dict[str, int]:
    """Page, from 1, of each named destination."""
    numbers = {page.objgen: n for n, page in enumerate(pdf.pages, 1)}
    tree = pikepdf.NameTree(pdf.Root.Names.Dests)
    places: dict[str, Any] = {str(name): place for name, place in tree.items()}
    return {name: numbers[(place.D if "/D" in place else place)[0].objgen] for name, place in places.items()}


def outline(pdf: pikepdf.Pdf) -> list[tuple[int, str, int]]:
    """Depth, title and page (from 1) of each bookmark."""
    places = destinations(pdf)
    found: list[tuple[int, str, int]] = []

    def walk(items: object, depth: int) -> None:
        for item in items:  # type: ignore[attr-defined]
            target = item.destination if item.destination is not None else item.action.D
            found.append((depth, item.title, places[str(target)]))
            walk(item.children, depth + 1)

    with pdf.open_outline() as tree:
        walk(tree.root, 0)
    return found


def _targets(page: pikepdf.Page) -> list[str]:
    """Names of the places that links on a page lead to."""
    notes: Any = page.get("/Annots", [])
    found = [note.get("/Dest") if "/Dest" in note else note.get("/A", {}).get("/D") for note in notes]
    return [str(target) for target in found if target is not None]


def golden(name: str, text: str) -> None:
    """Compare with a file a person can read; BRIEFPRESS_GOLDEN=write writes it anew."""
    file = GOLDEN / name
    if os.environ.get("BRIEFPRESS_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("dataset", DATASETS)
def test_what_a_screen_reader_says_is_the_golden_text(dataset: str) -> None:
    """Roles, words and order of the tags change only on purpose."""
    golden(f"{dataset}.tags.txt", spoken_text(read_tags(built(dataset).pdf)) + "\n")


@pytest.mark.parametrize("dataset", DATASETS)
def test_pages_and_outline_are_the_golden_ones(dataset: str) -> None:
    """The words of each page and the bookmarks, with the page that each leads to, change only on purpose."""
    marks = "\n".join(f"{'  ' * d}{t} … {p}" for d, t, p in outline(pikepdf.open(BytesIO(built(dataset).pdf))))
    pages = "\n".join(
        f"\n--- page {number} ---\n" + text.replace("\r\n", "\n") for number, text in enumerate(page_texts(dataset), 1)
    )
    golden(f"{dataset}.pages.txt", f"{marks}\n{pages}\n")


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("dataset", DATASETS)
def test_all_ink_of_text_stays_inside_the_page(dataset: str, style: str, paper: str) -> None:
    """In every style and on both papers no character stands in the outer margin, and pages say their number."""
    document = pypdfium2.PdfDocument(built(dataset, style, paper).pdf)
    assert len(document) == built(dataset, style, paper).pages
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if text.get_text_range(index, 1).isspace():
                continue
            left, bottom, right, top = text.get_charbox(index)
            inside = left >= MARGIN and right <= width - MARGIN and bottom >= MARGIN - 5 and top <= height - MARGIN + 10
            assert inside, text.get_text_range(max(0, index - 20), 40)


@pytest.mark.parametrize("dataset", DATASETS)
def test_bookmarks_lead_to_the_pages_that_hold_their_headings(dataset: str) -> None:
    """Each bookmark's page shows the heading it names."""
    texts = page_texts(dataset)
    marks = outline(pikepdf.open(BytesIO(built(dataset).pdf)))
    assert marks
    for _, title, page in marks:
        assert re.sub(r"\s+", "", title) in re.sub(r"[\s\ufffe\u0002]+", "", texts[page - 1])


@pytest.mark.parametrize("dataset", ["iraq-troops", "tramway-valmeurs"])
def test_contents_name_the_pages_where_sections_begin(dataset: str) -> None:
    """The page numbers in the list of contents are those of the bookmarks."""
    first = page_texts(dataset)[0]
    for depth, title, page in outline(pikepdf.open(BytesIO(built(dataset).pdf))):
        if depth == 0 and page > 1:
            assert re.search(re.escape(title).replace(r"\ ", r"\s+") + r"\s+" + str(page) + r"\b", first)


@pytest.mark.parametrize("dataset", DATASETS)
def test_each_source_names_the_pages_that_cite_it(dataset: str) -> None:
    """ "Cited on pages" lists a page exactly when a link on that page leads to the source."""
    pdf = pikepdf.open(BytesIO(built(dataset).pdf))
    backs = {tuple(name.removeprefix("cite-").rsplit("-", 1)) for name in destinations(pdf) if name.startswith("cite-")}
    cited = {
        (target.removeprefix("source-"), str(number))
        for number, page in enumerate(pdf.pages, 1)
        for target in _targets(page)
        if target.startswith("source-")
    }
    assert backs == cited


def test_the_largest_dataset_repeats_table_heads() -> None:
    """A table that runs over a page shows its header again."""
    heads = [text.count("Mesure") for text in page_texts("tramway-valmeurs")]
    assert sum(1 for count in heads if count) >= 2


def test_a_small_dataset_is_one_page() -> None:
    """Three figures, four events and one source make a brief of one page on either paper."""
    assert built("village-library").pages == 1
    assert built("village-library", paper="letter").pages == 1


def test_the_first_briefing_has_four_to_eight_pages_and_is_small() -> None:
    """The first briefing stays between four and eight pages and under 250 kB."""
    assert 4 <= built("iraq-troops").pages <= 8
    assert len(built("iraq-troops").pdf) < 250_000


@pytest.mark.parametrize("dataset", ["iraq-troops", "tramway-valmeurs"])
def test_every_chart_and_table_carries_its_rows(dataset: str) -> None:
    """Each chart and each table has its own data as CSV at its element; a QR code has none."""
    said = spoken_text(read_tags(built(dataset).pdf)).splitlines()
    tables = [line for line in said if line.strip().startswith("Table")]
    charts = [line for line in said if line.strip().startswith("Figure ") and "QR" not in line]
    assert len(tables) >= 3
    assert len(charts) >= 9
    assert all("(attached: " in line for line in (*tables, *charts))


@pytest.mark.parametrize("dataset", DATASETS)
def test_no_number_of_ours_is_traced_to_code_alone(dataset: str) -> None:
    """Charts of the program say which datum each number is; only a user's own chart may not."""
    pdf = pikepdf.open(BytesIO(built(dataset).pdf))
    ledger = json.loads(pdf.attachments["ledger.json"].get_file().read_bytes())
    assert "figure" in json.dumps(ledger)
    assert '"code"' not in json.dumps(ledger)
