"""How a font file travels in the PDF: the glyphs used, without tables that no viewer reads, mapped to Unicode."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont, TTFontFace

#: ISO 32000-1, 9.9.1 lists the tables that an embedded TrueType font needs; these two are not among them.
_SUPERFLUOUS = ("name", "OS/2")
#: A bfchar block may hold at most this many entries (Adobe technical note 5014).
_BLOCK = 100


class _LeanFace(TTFontFace):  # type: ignore[misc]
    def get_table(self, tag: str, lean: bool = True) -> bytes:
        if lean and tag in _SUPERFLUOUS:
            raise KeyError(tag)
        return bytes(super().get_table(tag))


class SubsetFont(TTFont):  # type: ignore[misc]
    """ReportLab's dynamic font that embeds only characters used and maps all of them, beyond U+FFFF too, to Unicode."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), asciiReadable=False, shapable=False)
        # The constructor makes the face itself and takes no class for it.
        self.face.__class__ = _LeanFace

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - called by ReportLab under this name
        state = self.state[doc]
        state.frozen = 1
        for n, subset in enumerate(state.subsets):
            internal = self.getSubsetInternalName(n, doc)[1:]
            base = (SUBSETN(n) + b"+" + self.face.name + self.face.subfontNameX).decode("latin-1")
            font = pdfdoc.PDFTrueTypeFont()
            font.Name = internal
            font.BaseFont = base
            font.FirstChar = 0
            font.LastChar = len(subset) - 1
            font.Widths = pdfdoc.PDFArray([self.face.getCharWidth(code) for code in subset])
            mapping = pdfdoc.PDFStream()
            mapping.content = _to_unicode(subset, used=set(state.assignments.values()), first=n << 8)
            font.ToUnicode = doc.Reference(mapping, f"toUnicodeCMap:{base}:{internal}")
            font.FontDescriptor = self.face.addSubsetObjects(doc, base, subset)
            doc.Reference(font, internal)
            doc.idToObject["BasicFonts"].dict[internal] = font
        del self.state[doc]


def _to_unicode(subset: list[int], used: set[int], first: int) -> str:
    """A ToUnicode CMap (ISO 32000-1, 9.10.3) of one byte codes; code 0 is .notdef and stands for nothing."""
    codes = [code for code in range(1, len(subset)) if first + code in used or code == ord(" ")]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(codes), _BLOCK):
        block = codes[start : start + _BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:02X}> <{chr(subset[code]).encode('utf-16-be').hex().upper()}>" for code in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
