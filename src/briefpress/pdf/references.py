"""What PDF 2.0 wants said beside the links: which element each contents entry and each note's mark refers to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pikepdf import Array, Object

from briefpress.model.story import Element
from briefpress.pdf.marking import Destination, LinkArea


def refer(
    root: Element,
    links: Sequence[LinkArea],
    destinations: Mapping[str, Destination],
    entries: Mapping[int, Object],
) -> None:
    """Write Ref (ISO 32000-2, 14.7.2) from contents entries to their targets, and between notes and what cites them.

    ISO 14289-2, 8.2.5.8 and 8.2.5.14.
    """
    parents = _parents(root)
    for area in links:
        place = destinations.get(area.href[1:]) if area.href.startswith("#") else None
        target = place.element if place is not None else None
        if target is None or id(target) not in entries:
            continue
        item = _nearest(area.element, "TOCI", parents)
        if item is not None:
            _add(entries[id(item)], entries[id(target)])
        note = _nearest(target, "Note", parents)
        if note is not None and _nearest(area.element, "Note", parents) is not note:
            citing = _nearest(area.element, "Reference", parents) or area.element
            _add(entries[id(citing)], entries[id(note)])
            _add(entries[id(note)], entries[id(citing)])


def _parents(root: Element) -> dict[int, Element]:
    found: dict[int, Element] = {}
    waiting = [root]
    while waiting:
        element = waiting.pop()
        found |= {id(kid): element for kid in element.kids}
        waiting += element.kids
    return found


def _nearest(element: Element | None, tag: str, parents: Mapping[int, Element]) -> Element | None:
    while element is not None and element.tag != tag:
        element = parents.get(id(element))
    return element


def _add(entry: Object, target: Object) -> None:
    if "/Ref" not in entry:
        entry.Ref = Array()
    if all(known.objgen != target.objgen for known in entry.Ref):
        entry.Ref.append(target)
