"""Lays the pages of a PDF side by side in one picture, for the README and for looking at many pages at once.

.venv/bin/python tests/bench/contact_sheet.py FILE.pdf PICTURE.png [--columns N] [--pages N] [--width PIXELS] [--grey]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import pypdfium2
from PIL import Image

GAP = 14
PAPER_EDGE = "#B9C0C7"
GROUND = "#E6E9EC"


def page_pictures(pdf: Path, width: int, count: int | None) -> list[Image.Image]:
    """The first `count` pages, each `width` pixels wide, drawn at three times the size so that fine lines stay even."""
    document = pypdfium2.PdfDocument(pdf)
    pictures = []
    for number in range(min(len(document), count or len(document))):
        page = document[number]
        large = page.render(scale=3 * width / page.get_width()).to_pil()
        pictures.append(large.resize((width, round(large.height / 3)), Image.Resampling.LANCZOS).convert("RGB"))
    document.close()
    return pictures


def contact_sheet(pictures: list[Image.Image], columns: int) -> Image.Image:
    """All pictures on one ground, in rows of `columns`, each with a hairline around it."""
    columns = min(columns, len(pictures))
    rows = -(-len(pictures) // columns)
    width, height = max(p.width for p in pictures), max(p.height for p in pictures)
    sheet = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for index, picture in enumerate(pictures):
        row, column = divmod(index, columns)
        x, y = GAP + column * (width + GAP), GAP + row * (height + GAP)
        sheet.paste(PAPER_EDGE, (x - 1, y - 1, x + picture.width + 1, y + picture.height + 1))
        sheet.paste(picture, (x, y))
    return sheet


def main() -> None:
    parser = argparse.ArgumentParser(description="Lay the pages of a PDF side by side.")
    parser.add_argument("pdf", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--columns", type=int, default=3)
    parser.add_argument("--pages", type=int)
    parser.add_argument("--width", type=int, default=400)
    parser.add_argument("--grey", action="store_true")
    asked = parser.parse_args()
    sheet = contact_sheet(page_pictures(asked.pdf, asked.width, asked.pages), asked.columns)
    if asked.grey:
        sheet = sheet.convert("L")
    # A palette keeps the picture small; pages use few colours.
    sheet.quantize(64 if not asked.grey else 32).save(asked.picture, optimize=True)


if __name__ == "__main__":
    main()
