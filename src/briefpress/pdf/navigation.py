"""Ways through the document: link annotations, named destinations, bookmarks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from briefpress.model.story import Bookmark
from briefpress.pdf.marking import Destination, LinkArea

#: ISO 32000-1, table 165: the annotation is printed, which PDF/A asks of every visible one.
_PRINT = 4


def annotate(pdf: Pdf, links: Sequence[LinkArea], known: Mapping[str, Destination]) -> list[tuple[LinkArea, Object]]:
    """Put the links on their pages. Raises ValueError for a link to a destination that no page has."""
    made: list[tuple[LinkArea, Object]] = []
    for area in links:
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(value, 2) for value in area.rect]),
            Border=Array([0, 0, 0]),
            F=_PRINT,
            Contents=String(area.contents),
        )
        if area.href.startswith("#"):
            annotation.Dest = _target(area.href[1:], known)
        else:
            annotation.A = Dictionary(S=Name.URI, URI=String(_ascii(area.href)))
        made.append((area, pdf.make_indirect(annotation)))
    for number, page in enumerate(pdf.pages):
        own = [annotation for area, annotation in made if area.page == number]
        if own:
            page.obj.Annots = Array(own)
    return made


def _ascii(address: str) -> bytes:
    """A URI action holds 7-bit characters (ISO 32000-1, 12.6.4.7): others are escaped as UTF-8 (RFC 3987, 3.1)."""
    return "".join(c if c.isascii() else "".join(f"%{byte:02X}" for byte in c.encode()) for c in address).encode()


def _target(name: str, known: Mapping[str, Destination]) -> String:
    if name not in known:
        raise ValueError(f"a link or bookmark leads to {name!r}, which no page has")
    return String(name)


def destination_tree(
    pdf: Pdf, destinations: Mapping[str, Destination], entries: Mapping[int, Object], structured: bool
) -> Dictionary | None:
    """The name tree of destinations; `structured` adds structure destinations (ISO 32000-2, 12.3.2.3)."""
    if not destinations:
        return None
    names = Array()
    for key, place in sorted((bytes(String(name)), place) for name, place in destinations.items()):
        at = [Name.XYZ, round(place.x, 2), round(place.y, 2), None]
        entry = Dictionary(D=Array([pdf.pages[place.page].obj, *at]))
        target = entries.get(id(place.element)) if place.element is not None else None
        if structured and target is not None:
            entry.SD = Array([target, *at])
        names.append(String(key))
        names.append(pdf.make_indirect(entry))
    return Dictionary(Names=names)


def outline(pdf: Pdf, bookmarks: Sequence[Bookmark], known: Mapping[str, Destination]) -> None:
    """Write the bookmarks as a tree, all open (ISO 32000-1, 12.3.3); a level is at most one deeper than the last."""
    if not bookmarks:
        return
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    parents: list[tuple[Object, list[Object]]] = [(root, [])]
    for bookmark in bookmarks:
        if bookmark.level >= len(parents):
            raise ValueError(f"the bookmark {bookmark.title!r} skips a level")
        while len(parents) > bookmark.level + 1:
            _chain(*parents.pop())
        parent, siblings = parents[-1]
        item = pdf.make_indirect(
            Dictionary(Title=String(bookmark.title), Parent=parent, Dest=_target(bookmark.target, known))
        )
        siblings.append(item)
        parents.append((item, []))
    while parents:
        _chain(*parents.pop())
    pdf.Root.Outlines = root
    pdf.Root.PageMode = Name.UseOutlines


def _chain(parent: Object, kids: list[Object]) -> None:
    """Link the kids to one another and count what is visible below the parent."""
    if not kids:
        return
    for left, right in pairwise(kids):
        left.Next, right.Prev = right, left
    parent.First, parent.Last = kids[0], kids[-1]
    parent.Count = len(kids) + sum(int(kid.get("/Count", 0)) for kid in kids)
