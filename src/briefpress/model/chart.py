"""A drawn chart that no page has placed yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefpress.model.text import Text

if TYPE_CHECKING:
    from matplotlib.figure import Figure as MatplotlibFigure

    from briefpress.model.dataset import ChartSpec


@dataclass(frozen=True, slots=True)
class Chart:
    """`figure` is a matplotlib figure of `width` x `height` points, drawn at its printed size and never scaled.

    `alt` describes it in 120 to 400 characters (ISO 14289-1, 7.3, asks for the text); `data` are the rows behind it,
    the first row being the header, every cell a Text; `sources` are the ids cited, in order; `marks` are the keys of
    the certainty marks used ("floor", "about", "estimate", "gap", ...), for the legends.
    """

    spec: ChartSpec
    figure: MatplotlibFigure
    width: float
    height: float
    title: Text
    subtitle: Text
    alt: Text
    note: Text = ()
    sources: tuple[str, ...] = ()
    data: tuple[tuple[Text, ...], ...] = ()
    marks: frozenset[str] = field(default_factory=frozenset)
