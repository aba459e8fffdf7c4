"""From charts and summary to composed pages. To add a section: one file and one row in `sections.SECTIONS`."""

from __future__ import annotations

from briefpress.pages.composing import Studio
from briefpress.pages.composing import compose_story as compose

__all__ = ["Studio", "compose"]
