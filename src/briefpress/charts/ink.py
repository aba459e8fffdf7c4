"""A sheet measured in points on which a chart is drawn: a matplotlib figure without axes, and the text on it.

The zero line of a chart is wherever the chart puts it: y grows upwards from an origin of its own, and `finish` cuts the
sheet to what was drawn or to the height asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text as TextArtist
from matplotlib.transforms import Affine2D

from briefpress.charts.colours import shade
from briefpress.charts.placing import Box, Point, first_free
from briefpress.charts.setting import ABOVE, Block, Line, Ruler, Span, face_key, size_of, step
from briefpress.model.text import Run, Text
from briefpress.theme import Theme, TypeStyle, contrast

#: What a chart's fonts are called; whoever draws it maps these to the theme's families.
FAMILIES = {"text": "briefpress-text", "label": "briefpress-label"}
WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}
#: Nothing thinner prints (pages.md: 0.28 pt).
THINNEST = 0.28
TEXT_CONTRAST = 4.5
_KAPPA = 0.5522847498


class Sheet:
    """Draws in points and remembers what is taken, so that no label meets another."""

    def __init__(self, theme: Theme, width: float) -> None:
        self.theme = theme
        self.width = width
        self.sizes = theme.chart
        self.ruler = Ruler(theme)
        self.figure = Figure(figsize=(width / 72, 1), dpi=72, frameon=False)
        self.taken: list[Box] = []  #: text and marks that text may not cover
        self.strokes: list[tuple[Point, Point]] = []  #: lines that text may not cross
        self.bottom, self.top = 0.0, 0.0
        self._shift = Affine2D()
        self._points = self._shift + Affine2D().scale(1 / 72) + self.figure.dpi_scale_trans

    # Shapes

    def _add(self, path: Path, fill: str | None, edge: str | None, line: float, dash: Sequence[float] | None) -> None:
        width = max(line, THINNEST)
        # matplotlib multiplies dashes by the width of the line; ours are points.
        style = (0.0, [length / width for length in dash]) if dash else "solid"
        patch = PathPatch(
            path,
            facecolor=fill or "none",
            edgecolor=edge or "none",
            linewidth=width if edge else 0,
            linestyle=style,
            capstyle="butt",
            joinstyle="miter",
            transform=self._points,
            zorder=1,
        )
        self.figure.add_artist(patch)
        ys = np.asarray(path.vertices)[:, 1]
        self._reach(float(ys.min()) - (line / 2 if edge else 0), float(ys.max()) + (line / 2 if edge else 0))

    def _reach(self, bottom: float, top: float) -> None:
        self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)

    def rects(
        self,
        boxes: Iterable[Box],
        *,
        fill: str | None = None,
        edge: str | None = None,
        line: float = 0.5,
        dash: Sequence[float] | None = None,
    ) -> None:
        """Rectangles of one look, as one path."""
        points: list[Point] = []
        codes: list[np.uint8] = []
        for box in boxes:
            points += [(box.left, box.bottom), (box.right, box.bottom), (box.right, box.top), (box.left, box.top)]
            points.append((box.left, box.bottom))
            codes += [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
        if points:
            self._add(Path(points, codes), fill, edge, line, dash)

    def rect(
        self,
        box: Box,
        fill: str | None = None,
        edge: str | None = None,
        line: float = 0.5,
        dash: Sequence[float] | None = None,
    ) -> None:
        self.rects((box,), fill=fill, edge=edge, line=line, dash=dash)

    def lines(
        self, strokes: Iterable[Sequence[Point]], colour: str, line: float, dash: Sequence[float] | None = None
    ) -> None:
        """Polylines of one look, as one path."""
        points: list[Point] = []
        codes: list[np.uint8] = []
        for stroke in strokes:
            points += stroke
            codes += [Path.MOVETO] + [Path.LINETO] * (len(stroke) - 1)
        if points:
            self._add(Path(points, codes), None, colour, line, dash)

    def line(
        self, start: Point, end: Point, colour: str, line: float = 0.5, dash: Sequence[float] | None = None
    ) -> None:
        self.lines(((start, end),), colour, line, dash)

    def shape(
        self, points: Sequence[Point], fill: str | None = None, edge: str | None = None, line: float = 0.5
    ) -> None:
        """A closed polygon."""
        codes = [Path.MOVETO] + [Path.LINETO] * (len(points) - 1) + [Path.CLOSEPOLY]
        self._add(Path([*points, points[0]], codes), fill, edge, line, None)

    def dots(
        self,
        centres: Iterable[Point],
        radius: float,
        *,
        fill: str | None = None,
        edge: str | None = None,
        line: float = 0.5,
    ) -> None:
        """Circles of one look, as one path of Bézier curves."""
        points: list[Point] = []
        codes: list[np.uint8] = []
        bend = radius * _KAPPA
        for x, y in centres:
            points.append((x + radius, y))
            quarters = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))
            for fx, fy, tx, ty in quarters:
                points.append((x + fx * radius + tx * bend, y + fy * radius + ty * bend))
                points.append((x + tx * radius + fx * bend, y + ty * radius + fy * bend))
                points.append((x + tx * radius, y + ty * radius))
            points.append((x + radius, y))
            codes += [Path.MOVETO] + [Path.CURVE4] * 12 + [Path.CLOSEPOLY]
        if points:
            self._add(Path(points, codes), fill, edge, line, None)

    # Text

    def box(self, block: Block, x: float, y: float, ha: str = "left", va: str = "top") -> Box:
        """Where the block would stand: `x`, `y` is its left, centre or right, and its top, middle, bottom or baseline
        (of the first line)."""
        width, height = self.ruler.block(block)
        left = x - {"left": 0.0, "center": width / 2, "right": width}[ha]
        above = ABOVE * size_of(block[0]) if block else 0.0
        top = y + {"top": 0.0, "middle": height / 2, "bottom": height, "baseline": above}[va]
        return Box(left, top - height, left + width, top)

    def write(self, block: Block, x: float, y: float, ha: str = "left", va: str = "top", ground: bool = False) -> Box:
        """Set the block and take its place; `ground` whitens what is under it, for a label that crosses a gridline."""
        box = self.box(block, x, y, ha, va)
        if not block:
            return box
        if ground:
            self.rect(
                Box(box.left - 1.0, box.bottom - 0.4, box.right + 1.0, box.top + 0.4), fill=self.theme.colours.paper
            )
        baseline = box.top - ABOVE * size_of(block[0])
        for index, line in enumerate(block):
            if index:
                baseline -= step(block[index - 1], line)
            self._line(line, box, baseline, ha)
        self.taken.append(box)
        self._reach(box.bottom, box.top)
        return box

    def _line(self, line: Line, box: Box, baseline: float, ha: str) -> None:
        pieces = [(run, span.style) for span in line for run in span.text]
        if len(pieces) == 1:
            # One run is aligned by whoever draws it, with the kerning that the ruler leaves out.
            anchor = {"left": box.left, "center": (box.left + box.right) / 2, "right": box.right}[ha]
            self._run(*pieces[0], anchor, baseline, ha)
            return
        slack = box.width - self.ruler.line(line)
        x = box.left + {"left": 0.0, "center": slack / 2, "right": slack}[ha]
        for run, style in pieces:
            self._run(run, style, x, baseline, "left")
            x += self.ruler.run(run, style)

    def _run(self, run: Run, style: TypeStyle, x: float, y: float, ha: str) -> None:
        key = face_key(style, run)
        font = FontProperties(
            family=FAMILIES[style.family],
            size=style.size,
            weight=WEIGHTS[key.removesuffix("-italic") if key != "italic" else "regular"],
            style="italic" if "italic" in key else "normal",
        )
        artist = TextArtist(
            x,
            y,
            run.text,
            color=self.theme.colours.muted if run.muted else self._legible(style.colour),
            ha=ha,
            va="baseline",
            fontproperties=font,
            parse_math=False,
            usetex=False,
            transform=self._points,
            zorder=1,
        )
        artist.briefpress_run = run  # type: ignore[attr-defined]
        self.figure.add_artist(artist)

    def _legible(self, colour: str) -> str:
        """Text needs more contrast than marks: a light hue is darkened until it has it (WCAG 2.2, 1.4.3)."""
        paper = self.theme.colours.paper
        if colour == paper or contrast(colour, paper) >= TEXT_CONTRAST:
            return colour
        return next(
            dark for level in range(55, -1, -3) if contrast(dark := shade(colour, level), paper) >= TEXT_CONTRAST
        )

    def try_write(
        self, block: Block, boxes: Iterable[Box], frame: Box, ha: str = "left", pad: float = 1.5, ground: bool = False
    ) -> Box | None:
        """Set the block in the first of `boxes` that is free; None, and nothing set, where none is."""
        free = first_free(boxes, frame, self.taken, self.strokes, pad)
        if free is None:
            return None
        x = {"left": free.left, "center": (free.left + free.right) / 2, "right": free.right}[ha]
        return self.write(block, x, free.top, ha, ground=ground)

    def take(self, *boxes: Box) -> None:
        """Keep labels off these places."""
        self.taken += boxes

    def bar_lines(self, *strokes: tuple[Point, Point]) -> None:
        """Keep labels from crossing these lines."""
        self.strokes += strokes

    # The end

    def finish(self, bottom: float | None = None, top: float | None = None) -> float:
        """Cut the sheet to `bottom` and `top`, or to what was drawn; returns its height."""
        low = self.bottom if bottom is None else min(bottom, self.bottom)
        high = self.top if top is None else max(top, self.top)
        height = max(high - low, 1.0)
        self._shift.clear().translate(0, -low)
        self.figure.set_size_inches(self.width / 72, height / 72)
        return height


def label(sheet: Sheet, at: Point, text: Text, style: TypeStyle, ha: str = "left", va: str = "baseline") -> Box:
    """Set one line of text at a point and take its place."""
    return sheet.write(((Span(text, style),),), at[0], at[1], ha, va)


def measure(text: Text, style: TypeStyle, theme: Theme) -> float:
    """The width of the text in points, without kerning."""
    return Ruler(theme).text(text, style)
