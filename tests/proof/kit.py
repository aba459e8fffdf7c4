"""Hands that forge: edits of finished PDFs, each as small as it can be."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, Dictionary, Name, Object, Operator, Pdf, String

from briefpress.pipeline import survey
from briefpress.proof.ledger import NAME, encoded, seal
from briefpress.proof.report import Report
from briefpress.proof.verifying import Survey, verify

HERE = Path(__file__).parent
ORCHARD = HERE / "orchard"
DATA = HERE.parents[1] / "data"

Edit = Callable[[Pdf], None]


class Surveys:
    """Works each dataset out once: most forgers leave it alone."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}

    def __call__(self, folder: Path) -> Any:
        digest = hashlib.sha256()
        for path in sorted(folder.rglob("*")):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes() if path.is_file() else b"")
        key = digest.hexdigest()
        if key not in self._known:
            self._known[key] = survey(folder)
        return self._known[key]


def forged(data: bytes, edit: Edit) -> bytes:
    """The file with one edit, saved as any tool would save it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        edit(pdf)
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def judged(data: bytes, edit: Edit, surveys: Survey) -> Report:
    changed = forged(data, edit)
    assert changed != data
    return verify(changed, "forged.pdf", surveys)


@dataclass(frozen=True)
class Glyph:
    """A character that a page shows: operator of its content, string in that operator, byte in that string."""

    page: int
    operator: int
    string: int
    byte: int
    char: str
    font: str


def operators(page: pikepdf.Page) -> list[tuple[list[Any], Operator]]:
    """A page's content; briefings hold no inline images."""
    found = pikepdf.parse_content_stream(page)
    return [(list(each.operands), each.operator) for each in found if not isinstance(each, ContentStreamInlineImage)]


def shown(pdf: Pdf) -> Iterator[Glyph]:
    """Every character that the pages show, in the order of drawing."""
    for number, page in enumerate(pdf.pages):
        maps = {str(name): unicode_map(font) for name, font in page.Resources.Font.items()}
        font = ""
        for at, (operands, operator) in enumerate(operators(page)):
            if operator == Operator("Tf"):
                font = str(operands[0])
            elif operator in (Operator("Tj"), Operator("TJ")):
                parts = operands[0].as_list() if isinstance(operands[0], Array) else [operands[0]]
                for index, part in enumerate(parts):
                    if isinstance(part, String):
                        for byte, code in enumerate(bytes(part)):
                            yield Glyph(number, at, index, byte, maps[font].get(code, "\ufffd"), font)


def unicode_map(font: Object) -> dict[int, str]:
    text = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>", text)
    return {int(code, 16): bytes.fromhex(value).decode("utf-16-be") for code, value in pairs}


def put(pdf: Pdf, glyphs: list[Glyph], char: str | None) -> None:
    """Replace the glyphs, all of one page, by another character of their font, or take them out."""
    page = pdf.pages[glyphs[0].page]
    content = operators(page)
    for glyph in sorted(glyphs, key=lambda one: -one.byte):
        operands, _ = content[glyph.operator]
        parts = operands[0].as_list() if isinstance(operands[0], Array) else [operands[0]]
        codes = bytearray(bytes(parts[glyph.string]))
        if char is None:
            del codes[glyph.byte]
        else:
            known = {value: code for code, value in unicode_map(page.Resources.Font[glyph.font]).items()}
            codes[glyph.byte] = known[char]
        parts[glyph.string] = String(bytes(codes))
        operands[0] = Array(parts) if isinstance(operands[0], Array) else parts[0]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(content))


def other_digit(pdf: Pdf, glyph: Glyph) -> str | None:
    """Another digit that the glyph's font can show."""
    known = set(unicode_map(pdf.pages[glyph.page].Resources.Font[glyph.font]).values())
    return next((digit for digit in "7318294056" if digit in known and digit != glyph.char), None)


def stream_of(pdf: Pdf, name: str) -> Object:
    return pikepdf.NameTree(pdf.Root.Names.EmbeddedFiles)[name].EF.F


def enclosed(pdf: Pdf, name: str) -> bytes:
    return bytes(stream_of(pdf, name).read_bytes())


def enclose(pdf: Pdf, name: str, data: bytes) -> None:
    """Put other bytes into an attached file, with a checksum that fits."""
    stream = stream_of(pdf, name)
    stream.write(data)
    stream.Params = Dictionary(Size=len(data), CheckSum=String(hashlib.md5(data, usedforsecurity=False).digest()))


def ledger_of(pdf: Pdf) -> dict[str, Any]:
    content = json.loads(enclosed(pdf, NAME))
    assert isinstance(content, dict)
    return content


def reseal(pdf: Pdf, content: dict[str, Any]) -> None:
    """Put a changed ledger back with a seal that fits: a forger who knows how it is made."""
    content["seal"] = seal(content)
    enclose(pdf, NAME, encoded(content))


def replace_file(pdf: Pdf, name: str, data: bytes) -> None:
    """Change a file of the dataset and, in the ledger, its digest, too."""
    enclose(pdf, name, data)
    content = ledger_of(pdf)
    content["files"][name] = hashlib.sha256(data).hexdigest()
    reseal(pdf, content)


def figures(pdf: Pdf) -> list[Object]:
    """Structure elements with an alternative text, in reading order."""
    found: list[Object] = []

    def walk(element: Object) -> None:
        kids = element.get("/K")
        for kid in kids.as_list() if isinstance(kids, Array) else [kids] if kids is not None else []:
            if not isinstance(kid, int) and "/S" in kid:
                if "/Alt" in kid:
                    found.append(kid)
                walk(kid)

    walk(pdf.Root.StructTreeRoot)
    return found


def overlay(page: pikepdf.Page, text: str) -> None:
    """Write on top of a page in one of its own fonts."""
    for name, font in page.Resources.Font.items():
        known = {value: code for code, value in unicode_map(font).items()}
        if all(char in known for char in text):
            codes = bytes(known[char] for char in text).hex()
            page.contents_add(f"BT {name} 9 Tf 300 400 Td <{codes}> Tj ET".encode())
            return
    raise AssertionError(f"no font of the page can write {text!r}")


def bookmark(pdf: Pdf, index: int) -> Object:
    item = pdf.Root.Outlines.First
    for _ in range(index):
        item = item.Next
    return item


def add_note(page: pikepdf.Page, text: str) -> None:
    """A free text annotation, as a reader's comment tool makes it."""
    note = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=[100, 100, 200, 120], Contents=String(text))
    page.obj.Annots = Array([*page.obj.get("/Annots", []), note])
