"""What a source is called in a line of text: its publication or publisher, else its first author, else its title."""

from __future__ import annotations

from briefpress.model.dataset import Source
from briefpress.model.text import Claim, Origin, Run
from briefpress.pages.desk import Desk


def source_name(desk: Desk, source: str) -> Run:
    """The short name of a source, claimed as part of its entry."""
    found = next((known for known in desk.dataset.sources if known.id == source), None)
    return Run(_short(found) if found else source, Claim(Origin.SOURCE, source))


def _short(source: Source) -> str:
    for key in ("container-title-short", "container-title", "publisher"):
        if source.csl.get(key):
            return str(source.csl[key])
    for author in source.csl.get("author", ()):
        name = author.get("literal") or author.get("family")
        if name:
            return str(name)
    return str(source.csl.get("title", source.id))
