"""The metadata packet (ISO 16684-1) that says the same as the document information, and what standards are met."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from briefpress.model.story import Story
from briefpress.pdf.standards import Standard

#: ISO 19005-3, 6.6.2.3.3: properties outside the predefined schemas are described in the packet itself.
_UA_EXTENSION = """
 <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
   xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
   <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
   <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
   <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
   <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
   </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
 </rdf:Description>"""


def packet(story: Story, standard: Standard, producer: str) -> bytes:
    """The packet as UTF-8, read-only and without padding, which only editing in place would need."""
    parts = [_identity(standard), _described(story), _history(story, producer)]
    if standard.a_part < 4:
        parts.append(_UA_EXTENSION)
    if standard.declarations:
        parts.append(_declared(standard))
    body = "".join(parts)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'{body}\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def pdf_date(moment: datetime) -> str:
    """ISO 32000-1, 7.9.4, in UTC; a moment without a zone is taken as UTC."""
    return _utc(moment).strftime("D:%Y%m%d%H%M%SZ")


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _description(namespaces: dict[str, str], content: str) -> str:
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in namespaces.items())
    return f'\n <rdf:Description rdf:about=""{declared}>{content}\n </rdf:Description>'


def _simple(tag: str, value: str) -> str:
    return f"\n  <{tag}>{escape(value)}</{tag}>" if value else ""


def _localised(tag: str, value: str) -> str:
    item = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(value)}</rdf:li></rdf:Alt>'
    return f"\n  <{tag}>{item}</{tag}>" if value else ""


def _listed(tag: str, kind: str, values: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values)
    return f"\n  <{tag}><rdf:{kind}>{items}</rdf:{kind}></{tag}>" if values else ""


def _identity(standard: Standard) -> str:
    namespaces = {"pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/"}
    properties = (
        ("pdfaid:part", str(standard.a_part)),
        ("pdfaid:rev", standard.a_revision),
        ("pdfaid:conformance", standard.a_conformance),
        ("pdfuaid:part", str(standard.ua_part)),
        ("pdfuaid:rev", standard.ua_revision),
    )
    return _description(namespaces, "".join(_simple(tag, value) for tag, value in properties))


def _described(story: Story) -> str:
    content = (
        _localised("dc:title", story.title)
        + _listed("dc:creator", "Seq", (story.author,) if story.author else ())
        + _localised("dc:description", story.subject)
        + _listed("dc:subject", "Bag", story.keywords)
        + _listed("dc:language", "Bag", (story.language,))
        + _localised("dc:rights", story.licence)
        + _simple("dc:format", "application/pdf")
    )
    return _description({"dc": "http://purl.org/dc/elements/1.1/"}, content)


def _history(story: Story, producer: str) -> str:
    namespaces = {"pdf": "http://ns.adobe.com/pdf/1.3/", "xmp": "http://ns.adobe.com/xap/1.0/"}
    content = _simple("pdf:Producer", producer) + _simple("pdf:Keywords", ", ".join(story.keywords))
    content += _simple("xmp:CreatorTool", producer)
    if story.moment is not None:
        date = _utc(story.moment).strftime("%Y-%m-%dT%H:%M:%SZ")
        content += "".join(_simple(f"xmp:{name}", date) for name in ("CreateDate", "ModifyDate", "MetadataDate"))
    return _description(namespaces, content)


def _declared(standard: Standard) -> str:
    items = "".join(
        f'<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>{uri}</pdfd:conformsTo></rdf:li>'
        for uri in standard.declarations
    )
    content = f"\n  <pdfd:declarations><rdf:Bag>{items}</rdf:Bag></pdfd:declarations>"
    return _description({"pdfd": "http://pdfa.org/declarations/"}, content)
