"""What a screen reader finds in a PDF: the tags in reading order, each with its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Object, Pdf

from briefpress.errors import BriefpressError
from briefpress.pdf.content import Piece, joined, page_pieces
from briefpress.pdf.table_headers import Grid, attribute

#: Tags whose text is part of the line they stand in.
_INLINE = frozenset(("Span", "Link", "Reference", "Quote", "Em", "Strong", "Code", "BibEntry", "Annot", "Sub"))
_CELLS = frozenset(("TH", "TD"))


@dataclass(frozen=True, slots=True)
class Spoken:
    """One tag: its depth in the tree, role, text, first page (from 1; 0 for none), what is said beside the text.

    Inline tags stand in brackets in the text of the tag around them. `files` are the names of attached files;
    `headers` are the texts of a cell's header cells; `scope` is "Column" or "Row" for a header cell.
    """

    depth: int
    role: str
    text: str = ""
    page: int = 0
    lang: str = ""
    scope: str = ""
    headers: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def __str__(self) -> str:
        said = [self.role]
        if self.scope:
            said.append(f"({self.scope.lower()})")
        if self.lang:
            said.append(f"<{self.lang}>")
        if self.headers:
            said.append(f"[{'; '.join(self.headers)}]")
        if self.text:
            said.append(self.text)
        if self.files:
            said.append(f"(attached: {', '.join(self.files)})")
        return "  " * self.depth + " ".join(said)


def read_tags(pdf: str | Path | bytes) -> list[Spoken]:
    """The tags of a PDF in reading order. Raises BriefpressError when the file is no PDF or has no tags."""
    source: Any = BytesIO(pdf) if isinstance(pdf, bytes) else pdf
    try:
        with pikepdf.open(source) as document:
            if "/StructTreeRoot" not in document.Root:
                raise BriefpressError("the file has no tags", "Only a tagged PDF can be read out.")
            return list(_Reading(document).lines())
    except (OSError, pikepdf.PdfError) as error:
        raise BriefpressError(f"cannot read {'the file' if isinstance(pdf, bytes) else pdf}: {error}") from error


def spoken_text(tags: Iterable[Spoken]) -> str:
    """One line a tag, indented by depth."""
    return "".join(f"{tag}\n" for tag in tags)


class _Reading:
    def __init__(self, document: Pdf) -> None:
        self._root = document.Root.StructTreeRoot
        self._roles = {str(key): str(value) for key, value in self._root.get("/RoleMap", {}).items()}
        self._numbers = {page.obj.objgen: number for number, page in enumerate(document.pages, start=1)}
        self._pages = list(document.pages)
        self._pieces: dict[int, dict[int, list[Piece]]] = {}
        self._grids: dict[tuple[int, int], Grid] = {}

    def lines(self) -> Iterator[Spoken]:
        for kid in _kids(self._root):
            yield from self._element(kid, 0)

    def _role(self, element: Object) -> str:
        name = str(element.S)
        for _ in range(len(self._roles) + 1):
            if name not in self._roles:
                break
            name = self._roles[name]
        return name[1:]

    def _element(self, element: Object, depth: int) -> Iterator[Spoken]:
        role = self._role(element)
        if role == "Table":
            self._enter_table(element)
        grid = self._grids.get(element.objgen)
        yield Spoken(
            depth=depth,
            role=role,
            text=self.text(element),
            page=self._page(element),
            lang=str(element.get("/Lang", "")),
            scope=str(attribute(element, "Scope") or "").lstrip("/") if role == "TH" else "",
            headers=grid.headers(element) if grid is not None and role == "TD" else (),
            files=tuple(str(file.UF) for file in element.get("/AF", [])),
        )
        for kid in _kids(element):
            if _is_element(kid) and self._role(kid) not in _INLINE:
                yield from self._element(kid, depth + 1)

    def _enter_table(self, table: Object) -> None:
        rows = [row for row in self._below(table) if self._role(row) == "TR"]
        cells = [[kid for kid in _kids(row) if _is_element(kid) and self._role(kid) in _CELLS] for row in rows]
        grid = Grid([[(cell, self._role(cell) == "TH", self.text(cell)) for cell in row] for row in cells])
        self._grids |= {cell.objgen: grid for row in cells for cell in row}

    def _below(self, element: Object) -> Iterator[Object]:
        for kid in _kids(element):
            if _is_element(kid):
                yield kid
                if self._role(kid) not in ("TR", "Table"):
                    yield from self._below(kid)

    def text(self, element: Object) -> str:
        """Alternative or replacement text where there is one, else the content with inline tags in brackets."""
        for key in ("/Alt", "/ActualText"):
            if key in element:
                return str(element[key])
        return " ".join(joined(self._said(element)).split())

    def _said(self, element: Object) -> Iterator[Piece]:
        for kid in _kids(element):
            if _is_element(kid):
                if self._role(kid) in _INLINE:
                    yield from self._bracketed(kid)
            elif isinstance(kid, int):
                yield from self._content(element.get("/Pg"), kid)
            elif str(kid.get("/Type", "")) == "/MCR":
                yield from self._content(kid.get("/Pg", element.get("/Pg")), int(kid.MCID))

    def _bracketed(self, element: Object) -> Iterator[Piece]:
        pieces = list(self._said(element))
        if not pieces:
            return
        role = self._role(element)
        while len(inner_kids := _kids(element)) == 1 and _is_element(inner_kids[0]):
            element = inner_kids[0]
            role += f" {self._role(element)}"
            pieces = list(self._said(element))
        first, last = pieces[0], pieces[-1]
        said = str(element.get("/Alt", element.get("/ActualText", joined(pieces))))
        lang = f" <{element.Lang}>" if "/Lang" in element else ""
        target = self._target(element)
        inner = said.strip()
        # Spaces at the edges part words of the line, so they stand outside the brackets.
        lead, trail = said[: len(said) - len(said.lstrip())], said[len(said.rstrip()) :]
        text = f"{lead}[{role}{lang}: {inner}{target}]{trail}"
        yield Piece(text, first.start, last.end, max(first.size, last.size))

    def _content(self, page: Object | None, mcid: int) -> list[Piece]:
        if page is None:
            return []
        number = self._numbers[page.objgen]
        if number not in self._pieces:
            self._pieces[number] = page_pieces(self._pages[number - 1])
        return self._pieces[number].get(mcid, [])

    def _target(self, element: Object) -> str:
        for kid in _kids(element):
            if not isinstance(kid, int) and str(kid.get("/Type", "")) == "/OBJR":
                annotation = kid.Obj
                if "/Dest" in annotation:
                    return f" → #{annotation.Dest}"
                if "/A" in annotation and "/URI" in annotation.A:
                    return f" → {annotation.A.URI}"
        return ""

    def _page(self, element: Object) -> int:
        if "/Pg" in element:
            return self._numbers[element.Pg.objgen]
        pages = [self._page(kid) for kid in _kids(element) if _is_element(kid)]
        return min((page for page in pages if page), default=0)


def _kids(element: Object) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _is_element(kid: Any) -> bool:
    return not isinstance(kid, int) and "/S" in kid
