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
        """Tie files to the document as a whole (ISO 32000-2, 14.13.3); may be called again."""
        for attachment in attachments:
            specification = self.add(attachment)
            if "/AF" not in self._pdf.Root:
                self._pdf.Root.AF = Array()
            self._pdf.Root.AF.append(specification)

    def digests(self) -> dict[str, str]:
        """The SHA-256 of every file, by name."""
        return {name: hashlib.sha256(data).hexdigest() for name, (data, _) in sorted(self._files.items())}

    def add_to_element(self, element: Element, entry: Object) -> None:
        if element.data is not None:
            name, data, description = element.data
            entry.AF = Array([self.add(Attachment(self._free(name, data), data, "text/csv", "Data", description))])

    def _free(self, name: str, data: bytes) -> str:
        """The name, or one like it where the document has another file of that name."""
        stem, dot, ending = name.rpartition(".")
        free, count = name, 1
        while free in self._files and self._files[free][0] != data:
            count += 1
            free = f"{stem}-{count}{dot}{ending}"
        return free

    def name_tree(self) -> Dictionary | None:
        """For viewers: all files by name, in the order that a name tree needs (7.9.6)."""
        if not self._files:
            return None
        names = Array()
        for key, specification in sorted((bytes(String(name)), file[1]) for name, file in self._files.items()):
            names.append(String(key))
            names.append(specification)
        return Dictionary(Names=names)
