"""The standards a file can be written to, as rows: what differs between them is data, not code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefpress.errors import UsageError

#: Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4). Another would need a role map, which nothing here writes.
_TAGS = """
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form
"""
TAGS = frozenset(_TAGS.split())


@dataclass(frozen=True, slots=True)
class Standard:
    """`renamed` are tags that the standard calls otherwise; `old_tags` exist in the PDF 1.7 namespace alone."""

    name: str
    pdf_version: str
    ua_part: int
    ua_revision: str
    a_part: int
    a_revision: str
    a_conformance: str
    namespaced: bool
    keeps_info: bool
    renamed: Mapping[str, str] = field(default_factory=dict)
    old_tags: frozenset[str] = frozenset()
    declarations: tuple[str, ...] = ()


UA1_A3A = Standard(
    name="ua1+a3a",
    pdf_version="1.7",
    ua_part=1,
    ua_revision="",
    a_part=3,
    a_revision="",
    a_conformance="A",
    namespaced=False,
    keeps_info=True,
)
UA2_A4F = Standard(
    name="ua2+a4f",
    pdf_version="2.0",
    ua_part=2,
    ua_revision="2024",
    a_part=4,
    a_revision="2020",
    a_conformance="F",
    namespaced=True,
    keeps_info=False,  # ISO 19005-4, 6.1.3: no Info in the trailer unless there is a PieceInfo
    renamed={"Note": "FENote"},
    old_tags=frozenset(("Art", "BlockQuote", "TOC", "TOCI", "Index", "Quote", "Reference", "BibEntry", "Code")),
    declarations=("http://pdfa.org/declarations/wtpdf#accessibility1.0", "http://pdfa.org/declarations/wtpdf#reuse1.0"),
)
STANDARDS = {standard.name: standard for standard in (UA1_A3A, UA2_A4F)}


def standard(name: str) -> Standard:
    """The standard of that name. Raises UsageError when there is none."""
    if name not in STANDARDS:
        raise UsageError(f"unknown standard {name!r}", f"Use one of: {', '.join(STANDARDS)}.")
    return STANDARDS[name]
