"""matplotlib's settings for a style, so that a user's own chart looks like those of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.rcsetup import cycler

from briefpress.plotting.typefaces import LABEL

if TYPE_CHECKING:
    from briefpress.theme import Theme

#: Line widths in points for a style that sets none.
_LINE, _RULE, _GRID = 1.5, 0.6, 0.4


def rc(theme: Theme) -> dict[Any, Any]:
    """rcParams for `matplotlib.rc_context`: the style's label face and sizes, colours and line widths."""
    label, colours, chart = theme.type["chart_label"], theme.colours, theme.chart
    rule = chart.get("axis", _RULE)
    texts = dict.fromkeys(("text.color", "axes.labelcolor", "xtick.labelcolor", "ytick.labelcolor"), label.colour)
    sizes = dict.fromkeys(
        ("font.size", "axes.labelsize", "xtick.labelsize", "ytick.labelsize", "legend.fontsize"), label.size
    )
    edges = dict.fromkeys(("axes.edgecolor", "xtick.color", "ytick.color"), colours.rule)
    widths = dict.fromkeys(("axes.linewidth", "xtick.major.width", "ytick.major.width"), rule)
    return {
        "font.family": [LABEL],
        **sizes,
        **texts,
        **edges,
        **widths,
        "axes.titlesize": theme.type["figure_title"].size,
        "axes.titleweight": "semibold",
        "axes.prop_cycle": cycler(color=list(dict.fromkeys((colours.accent, *colours.phases)))),
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.facecolor": "none",
        "axes.axisbelow": True,
        "grid.color": colours.grid,
        "grid.linewidth": chart.get("grid", _GRID),
        "lines.linewidth": chart.get("line", _LINE),
        "patch.linewidth": rule,
        "hatch.linewidth": chart.get("hatch", _RULE),
        "hatch.color": colours.ink,
        "figure.facecolor": colours.paper,
        "figure.dpi": 72,
        "legend.frameon": False,
        "path.snap": False,
    }
