"""Prose as its author wrote it: parsed, resolved against the summary, and searched for typed numbers."""

from __future__ import annotations

from briefpress.language.blocks import parse_blocks
from briefpress.language.inline import parse_inline
from briefpress.language.resolving import find_fact, resolve
from briefpress.language.typed import match_typed

__all__ = ["find_fact", "match_typed", "parse_blocks", "parse_inline", "resolve"]
