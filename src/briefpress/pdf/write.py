"""A story becomes the bytes of one PDF: pages are drawn, then a finishing pass adds what standards ask of the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from briefpress.model.story import Attachment, Story
from briefpress.pdf.attachments import Enclosures
from briefpress.pdf.canvas import TaggingCanvas
from briefpress.pdf.fonts import FontBook
from briefpress.pdf.icc import srgb_profile
from briefpress.pdf.navigation import annotate, destination_tree, outline
from briefpress.pdf.recording import PageDigests, Record
from briefpress.pdf.references import refer
from briefpress.pdf.standards import Standard, standard
from briefpress.pdf.structure import Drawn, StructureTree
from briefpress.pdf.xmp import packet, pdf_date
from briefpress.theme import Theme

LedgerFiles = Callable[[Record], Sequence[Attachment]]


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """`standard` is "ua1+a3a" or "ua2+a4f"; `producer` names the program.

    `fonts` spares reading the theme's fonts again; `ledger` makes attachments of the record of what was written.
    """

    standard: str = "ua1+a3a"
    producer: str = "briefpress"
    fonts: FontBook | None = None
    ledger: LedgerFiles | None = None


def write(story: Story, theme: Theme, options: WriteOptions | None = None) -> bytes:
    """The PDF, whose bytes follow from the arguments alone.

    Raises FontError for text that the theme cannot set, UsageError for an unknown standard, ValueError for a story that
    contradicts itself (a link to nowhere, content outside the structure).
    """
    options = options or WriteOptions()
    wanted = standard(options.standard)
    canvas = draw(story, options.fonts or FontBook(theme))
    with pikepdf.open(BytesIO(canvas.getpdfdata())) as pdf:
        _tidy(pdf)
        enclosures = Enclosures(pdf, story.moment)
        enclosures.add_to_document(story.attachments)
        links = annotate(pdf, canvas.links, canvas.destinations)
        tree = StructureTree(pdf, wanted, enclosures)
        tree.build(story.structure, Drawn(canvas.marks, links))
        if wanted.namespaced:
            refer(story.structure, canvas.links, canvas.destinations, tree.entries)
        outline(pdf, story.bookmarks, canvas.destinations)
        if options.ledger is not None:
            enclosures.add_to_document(options.ledger(_record(pdf, story, canvas, enclosures)))
        names = Dictionary()
        destinations = destination_tree(pdf, canvas.destinations, tree.entries, wanted.namespaced)
        for key, part in (("/Dests", destinations), ("/EmbeddedFiles", enclosures.name_tree())):
            if part is not None:
                names[key] = part
        pdf.Root.Names = names
        _identify(pdf, story, wanted, options.producer)
        return _saved(pdf, wanted)


def _record(pdf: Pdf, story: Story, canvas: TaggingCanvas, enclosures: Enclosures) -> Record:
    digests = PageDigests()
    return Record(
        story,
        canvas.ledger,
        canvas.words,
        tuple(digests.drawing(page) for page in pdf.pages),
        tuple(digests.links(page) for page in pdf.pages),
        enclosures.digests(),
    )


def draw(story: Story, fonts: FontBook) -> TaggingCanvas:
    """Draw every page; the canvas then knows marks, links, destinations and the ledger."""
    canvas = TaggingCanvas(fonts, story.width, story.height)
    for page in story.pages:
        for placed in page.placed:
            placed.block.draw(canvas, placed.x, placed.top)
        canvas.showPage()
    return canvas


def _tidy(pdf: Pdf) -> None:
    """Take out what ReportLab writes and nobody needs."""
    for key in list(pdf.Root.keys()):
        if key not in ("/Type", "/Pages"):
            del pdf.Root[key]
    for page in pdf.pages:
        for key in ("/Trans", "/Rotate"):
            if key in page.obj:
                del page.obj[key]
        if "/ProcSet" in page.obj.Resources:
            del page.obj.Resources.ProcSet  # obsolete since PDF 1.4 (ISO 32000-1, 14.2)
        page.obj.Tabs = Name.S
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]


def _identify(pdf: Pdf, story: Story, wanted: Standard, producer: str) -> None:
    root = pdf.Root
    root.Lang = String(story.language)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    metadata = Stream(pdf, packet(story, wanted, producer))
    metadata.Type = Name.Metadata
    metadata.Subtype = Name.XML
    root.Metadata = metadata
    profile = Stream(pdf, srgb_profile())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    root.OutputIntents = Array([pdf.make_indirect(intent)])
    if wanted.keeps_info:
        pdf.trailer.Info = pdf.make_indirect(_information(story, producer))


def _information(story: Story, producer: str) -> Dictionary:
    """Document information, equal to the metadata packet (ISO 19005-3, 6.6.3)."""
    values = {
        "Title": story.title,
        "Author": story.author,
        "Subject": story.subject,
        "Keywords": ", ".join(story.keywords),
        "Creator": producer,
        "Producer": producer,
    }
    if story.moment is not None:
        values |= {"CreationDate": pdf_date(story.moment), "ModDate": pdf_date(story.moment)}
    return Dictionary({f"/{key}": String(value) for key, value in values.items() if value})


def _saved(pdf: Pdf, wanted: Standard) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        force_version=wanted.pdf_version,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return out.getvalue()
