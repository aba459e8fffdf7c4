"""One mark alone, as a legend shows it beside its words."""

from __future__ import annotations

from dataclasses import replace

from matplotlib.figure import Figure

from briefpress.charts.ink import Sheet, label
from briefpress.charts.marks import OF_BOUND, Bar, bracket, date_mark, draw_bar, outreach
from briefpress.charts.setting import restyle
from briefpress.model.marks import MARKS
from briefpress.model.quantity import Bound
from briefpress.model.text import Run
from briefpress.theme import Theme


def mark_figure(key: str, theme: Theme, width: float, height: float, colour: str = "") -> Figure:
    """One mark as a small figure for a legend, `width` x `height` points; `key` is one of MARKS."""
    if key not in MARKS:
        raise ValueError(f"no mark is called {key!r}; there are {', '.join(MARKS)}")
    sheet = Sheet(theme, width)
    ink = colour or theme.colours.accent
    middle = height / 2
    thick = min(height - 2 * (sheet.sizes["about_reach"] if key.startswith("about") else 0.5), 8.0)
    if key in ("day", "month", "about-day", "uncertain", "open"):
        half = 5.5 if key == "open" else 7.0
        box = date_mark(sheet, key, (min(max(half, width / 2 - 2), 10.0), middle), half, ink)
        if key == "uncertain":
            style = restyle(theme.type["chart_label"], colour=ink)
            label(sheet, (box.right + 1.5, middle - 0.36 * style.size), (Run("?", italic=True),), style)
    elif key == "gap":
        bracket(sheet, 0.5, width - 0.5, middle, theme.colours.muted)
    else:
        _legend_bar(sheet, key, (width, middle, thick), ink)
    sheet.bottom = sheet.top = middle
    sheet.finish(0.0, height)
    return sheet.figure


def _legend_bar(sheet: Sheet, key: str, room: tuple[float, float, float], ink: str) -> None:
    width, middle, thick = room
    bounds = {mark: bound for bound, mark in OF_BOUND.items()} | {"estimate": Bound.EXACT}
    bar = Bar(0.0, width, middle - thick / 2, middle + thick / 2, bound=bounds[key], estimated=key == "estimate")
    beyond = outreach(bar, sheet.sizes)
    if bar.bound.is_range:
        bar = replace(bar, end=width * 0.2, high=width * 0.85)
    elif beyond:
        solid = width - beyond if bar.bound is Bound.ABOUT else min(width - beyond, width * 0.45)
        bar = replace(bar, end=max(solid, 4.0))
    draw_bar(sheet, bar, ink)
