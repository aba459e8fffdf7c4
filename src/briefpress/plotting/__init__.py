"""Draws any matplotlib figure on a page: vector, with text in the page's own fonts, the same bytes each time."""

from __future__ import annotations

from briefpress.plotting.defaults import rc
from briefpress.plotting.draw import draw_figure

__all__ = ["draw_figure", "rc"]
