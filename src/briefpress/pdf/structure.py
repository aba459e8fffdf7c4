"""The structure tree (ISO 32000-1, 14.7): elements of the story tied to the content and links that were drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from briefpress.model.story import Element
from briefpress.pdf.attachments import Enclosures
from briefpress.pdf.marking import LinkArea, Mark
from briefpress.pdf.standards import TAGS, Standard

_PDF2_NAMESPACE = "http://iso.org/pdf2/ssn"
_OWNERS: Mapping[str, frozenset[str]] = {
    "Table": frozenset(("Scope", "ColSpan", "RowSpan", "Headers", "Summary", "Short")),
    "List": frozenset(("ListNumbering", "ContinuedList", "ContinuedFrom")),
    "FENote": frozenset(("NoteType",)),
}
#: An empty cell holds its place in the grid.
_CELLS = frozenset(("TH", "TD"))


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the canvas knows: marked content, links, and for each link the annotation object made for it."""

    marks: Sequence[Mark]
    links: Sequence[tuple[LinkArea, Object]]


@dataclass(slots=True)
class _Content:
    """Of one element: content and links by order of drawing, and the first order in it or below it."""

    marks: list[Mark] = field(default_factory=list)
    links: list[tuple[LinkArea, Object]] = field(default_factory=list)
    first: int | None = None
    kept: bool = False

    def earliest(self) -> int | None:
        orders = [mark.order for mark in self.marks[:1]] + [area.order for area, _ in self.links[:1]]
        return min(orders, default=None)


class StructureTree:
    """Builds the tree of one document; `entries` gives the PDF object of each element that was kept."""

    def __init__(self, pdf: Pdf, standard: Standard, enclosures: Enclosures) -> None:
        self.entries: dict[int, Object] = {}
        self._pdf = pdf
        self._standard = standard
        self._enclosures = enclosures
        self._pages = [page.obj for page in pdf.pages]
        self._contents: dict[int, _Content] = {}
        self._ids: dict[bytes, Object] = {}
        self._notes = 0
        self._namespace = (
            pdf.make_indirect(Dictionary(Type=Name.Namespace, NS=String(_PDF2_NAMESPACE)))
            if standard.namespaced
            else None
        )

    def build(self, root: Element, drawn: Drawn) -> None:
        """Write the tree below `root`, a Document, to the catalog.

        Raises ValueError when something drawn belongs to an element outside the tree, or an element stands in it twice.
        """
        for element in _walk(root):
            if id(element) in self._contents:
                raise ValueError(f"a {element.tag} element stands in the structure twice")
            self._contents[id(element)] = _Content()
        for mark in drawn.marks:
            self._content(mark.element).marks.append(mark)
        for area, annotation in drawn.links:
            self._content(area.element).links.append((area, annotation))
        self._weigh(root)
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array([self._write(root, tree)])
        tree.ParentTree, tree.ParentTreeNextKey = self._parents(drawn)
        if self._ids:
            names = [item for key in sorted(self._ids) for item in (String(key), self._ids[key])]
            tree.IDTree = self._pdf.make_indirect(Dictionary(Names=Array(names)))
        if self._namespace is not None:
            tree.Namespaces = Array([self._namespace])
        self._pdf.Root.StructTreeRoot = tree

    def _content(self, element: Element) -> _Content:
        try:
            return self._contents[id(element)]
        except KeyError:
            raise ValueError(f"a {element.tag} element was drawn that the structure does not hold") from None

    def _weigh(self, element: Element) -> _Content:
        """Find what is kept and when it is first drawn."""
        own = self._contents[id(element)]
        kids = [self._weigh(kid) for kid in element.kids]
        firsts = [own.earliest(), *(kid.first for kid in kids)]
        own.first = min((first for first in firsts if first is not None), default=None)
        own.kept = own.first is not None
        return own

    def _write(self, element: Element, parent: Object) -> Object:
        own = self._contents[id(element)]
        _require(element)
        entry = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=self._tag(element), P=parent))
        self.entries[id(element)] = entry
        if self._namespace is not None and element.tag not in self._standard.old_tags:
            entry.NS = self._namespace
        self._describe(element, entry)
        if own.marks:
            entry.Pg = self._pages[own.marks[0].page]
        kids = Array(self._kids(element, entry))
        if len(kids):
            entry.K = kids[0] if len(kids) == 1 else kids
        self._enclosures.add_to_element(element, entry)
        return entry

    def _tag(self, element: Element) -> Name:
        if element.tag not in TAGS:
            raise ValueError(f"{element.tag!r} is no standard structure type")
        return Name(f"/{self._standard.renamed.get(element.tag, element.tag)}")

    def _kids(self, element: Element, entry: Object) -> list[Object | int]:
        """Kids in reading order; where an element has content of its own between them, in the order of drawing."""
        own = self._contents[id(element)]
        kids = [kid for kid in element.kids if self._contents[id(kid)].kept or kid.tag in _CELLS]
        written = [(self._contents[id(kid)].first, self._write(kid, entry)) for kid in kids]
        if not own.marks and not own.links:
            return [item for _, item in written]
        items: list[tuple[int, Object | int]] = []
        latest = -1
        for first, item in written:
            latest = latest if first is None else first
            items.append((latest, item))
        home = own.marks[0].page if own.marks else None
        items += [(mark.order, self._marked(mark, home)) for mark in own.marks]
        items += [(area.order, self._linked(area, annotation)) for area, annotation in own.links]
        return [item for _, item in sorted(items, key=lambda pair: pair[0])]

    def _marked(self, mark: Mark, home: int | None) -> Object | int:
        if mark.page == home:
            return mark.mcid
        return Dictionary(Type=Name.MCR, Pg=self._pages[mark.page], MCID=mark.mcid)

    def _linked(self, area: LinkArea, annotation: Object) -> Object:
        return Dictionary(Type=Name.OBJR, Pg=self._pages[area.page], Obj=annotation)

    def _describe(self, element: Element, entry: Object) -> None:
        said = {"Alt": element.alt, "ActualText": element.actual, "Lang": element.lang, "T": element.title}
        for key, value in said.items():
            if value is not None:
                entry[f"/{key}"] = String(value)
        identity = element.id
        if identity is None and element.tag == "Note":
            self._notes += 1
            identity = f"note:{self._notes}"
        if identity is not None:
            key_bytes = bytes(String(identity))
            if key_bytes in self._ids:
                raise ValueError(f"two elements have the id {identity!r}")
            self._ids[key_bytes] = entry
            entry.ID = String(identity)
        attributes = _attributes(self._completed(element))
        if attributes:
            entry.A = attributes[0] if len(attributes) == 1 else Array(attributes)

    def _completed(self, element: Element) -> Mapping[str, object]:
        """The attributes; a list that shows labels says that it does, which PDF/UA-2 asks (ISO 14289-2, 8.2.5.25)."""
        labelled = any(part.tag == "Lbl" for item in element.kids for part in item.kids) and element.tag == "L"
        if not self._standard.namespaced or not labelled or "ListNumbering" in element.attributes:
            return element.attributes
        return {**element.attributes, "ListNumbering": "Unordered"}

    def _parents(self, drawn: Drawn) -> tuple[Object, int]:
        """The parent tree (14.7.4.4): a row of elements per page by MCID, then one element per annotation."""
        rows: list[list[Object]] = [[] for _ in self._pages]
        for mark in sorted(drawn.marks, key=lambda mark: (mark.page, mark.mcid)):
            rows[mark.page].append(self.entries[id(mark.element)])
        numbers = Array()
        for key, row in enumerate(rows):
            self._pages[key].StructParents = key
            numbers.append(key)
            numbers.append(self._pdf.make_indirect(Array(row)))
        for key, (area, annotation) in enumerate(drawn.links, start=len(rows)):
            annotation.StructParent = key
            numbers.append(key)
            numbers.append(self.entries[id(area.element)])
        return self._pdf.make_indirect(Dictionary(Nums=numbers)), len(rows) + len(drawn.links)


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        yield from _walk(kid)


def _require(element: Element) -> None:
    if element.tag == "Figure" and not (element.alt or element.actual):
        raise ValueError("a Figure has no alternative text (ISO 14289-1, 7.3)")
    if element.tag == "Figure" and "BBox" not in element.attributes:
        raise ValueError(f"the Figure {element.alt!r} has no BBox (ISO 32000-1, table 344)")


def _attributes(values: Mapping[str, object]) -> list[Dictionary]:
    """One attribute object per owner, in the order of the owners' first attributes."""
    found: dict[str, Dictionary] = {}
    for key, value in values.items():
        owner = next((owner for owner, keys in _OWNERS.items() if key in keys), "Layout")
        entry = found.setdefault(owner, Dictionary(O=Name(f"/{owner}")))
        entry[f"/{key}"] = _value(key, value)
    return list(found.values())


def _value(key: str, value: object) -> Object | int | float | bool:
    if isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, str):
        return String(value) if key in ("Summary", "Short") else Name(f"/{value}")
    if isinstance(value, list | tuple):
        return Array([String(item) if isinstance(item, str) else _value(key, item) for item in value])
    raise TypeError(f"the attribute {key} cannot be written: {value!r}")
