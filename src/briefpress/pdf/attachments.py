"""Files inside the file: embedded once, named for viewers, tied to the document or to the element they belong to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from briefpress.model.story import Attachment, Element
from briefpress.pdf.xmp import pdf_date


class Enclosures:
    """The embedded files of one document. Equal files under one name are held once."""

    def __init__(self, pdf: Pdf, moment: datetime | None) -> None:
        self._pdf = pdf
        self._moment = moment
        self._files: dict[str, tuple[bytes, Object]] = {}

    def add(self, attachment: Attachment) -> Object:
        """The file specification (ISO 32000-1, 7.11.3). Raises ValueError when the name already holds other bytes."""
        known = self._files.get(attachment.name)
        if known is not None:
            if known[0] != attachment.data:
                raise ValueError(f"two attached files have the name {attachment.name!r}")
            return known[1]
        specification = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(attachment.name),
                UF=String(attachment.name),
                Desc=String(attachment.description),
                AFRelationship=Name(f"/{attachment.relationship}"),
                EF=self._embedded(attachment),
            )
        )
        self._files[attachment.name] = (attachment.data, specification)
        return specification

    def _embedded(self, attachment: Attachment) -> Dictionary:
        params = Dictionary(
            Size=len(attachment.data),
            CheckSum=String(hashlib.md5(attachment.data, usedforsecurity=False).digest()),
        )
        if self._moment is not None:
            params.ModDate = String(pdf_date(self._moment))
        stream = Stream(self._pdf, attachment.data)
        stream.Type = Name.EmbeddedFile
        stream.Subtype = Name(f"/{attachment.mime}")
        stream.Params = params
        return Dictionary(F=stream, UF=stream)

    def add_to_document(self, attachments: Iterable[Attachment]) -> None:
        associated = Array([self.add(attachment) for attachment in attachments])
        if len(associated):
            self._pdf.Root.AF = associated

    def add_to_element(self, element: Element, entry: Object) -> None:
        if element.data is not None:
            name, data, description = element.data
            entry.AF = Array([self.add(Attachment(name, data, "text/csv", "Data", description))])

    def name_tree(self) -> Dictionary | None:
        """For viewers: all files by name, in the order that a name tree needs (7.9.6)."""
        if not self._files:
            return None
        names = Array()
        for key, specification in sorted((bytes(String(name)), file[1]) for name, file in self._files.items()):
            names.append(String(key))
            names.append(specification)
        return Dictionary(Names=names)
