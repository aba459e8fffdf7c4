"""A style: one TOML file read into type scale, colours, page geometry and chart defaults."""

from __future__ import annotations

from briefpress.theme.colour import contrast, legible, readable
from briefpress.theme.finding import list_styles, style_source
from briefpress.theme.loading import load_theme
from briefpress.theme.types import FACES, ROLES, Colours, Family, Geometry, Theme, TypeStyle

__all__ = [
    "FACES",
    "ROLES",
    "Colours",
    "Family",
    "Geometry",
    "Theme",
    "TypeStyle",
    "contrast",
    "legible",
    "list_styles",
    "load_theme",
    "readable",
    "style_source",
]
