"""The renderer that matplotlib draws a figure with: it hands each kind of drawing to its module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import matplotlib as mpl
import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.path import Path

from briefpress.errors import BriefpressError
from briefpress.plotting.hatches import draw_hatch
from briefpress.plotting.images import DPI, draw_image, draw_triangles
from briefpress.plotting.ink import is_stroked
from briefpress.plotting.paths import operators
from briefpress.plotting.repeats import (
    Markers,
    PathCollection,
    QuadMesh,
    draw_markers,
    draw_path_collection,
    draw_quad_mesh,
)
from briefpress.plotting.text import Label, Outlines, TextSetter, refuse_tex

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.transforms import Transform

    from briefpress.plotting.ink import Ink


class PageRenderer(RendererBase):
    """Draws on a page, one unit being one point and y growing upwards. Nothing is snapped to a raster of dots."""

    def __init__(self, ink: Ink, setter: TextSetter) -> None:
        super().__init__()
        self._ink = ink
        self._setter = setter
        self._outlines = Outlines(setter)
        self._text2path = self._outlines

    @property
    def width(self) -> float:
        return self._ink.size[0]

    @property
    def height(self) -> float:
        return self._ink.size[1]

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._ink.size

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def flipy(self) -> bool:
        return False

    def get_image_magnification(self) -> float:
        return DPI / 72

    def option_scale_image(self) -> bool:
        return True

    def option_image_nocomposite(self) -> bool:
        return not mpl.rcParams["image.composite_image"]

    def draw_path(self, gc: GraphicsContextBase, path: Path, transform: Transform, rgbFace: Any = None) -> None:  # noqa: N803
        label = self._outlines.label(gc, path, transform)
        if label is not None and rgbFace is not None and not is_stroked(gc):
            label.gc.set_foreground(tuple(rgbFace))
            self._setter.draw(label)
            return
        hatched = bool(gc.get_hatch())
        paint = self._ink.prepare(gc, rgbFace)
        filled = paint in ("f", "B") or hatched
        outline = operators(path, transform, self._ink.origin, filled=filled, sketch=gc.get_sketch_params())
        if not outline:
            return
        if not hatched:
            if paint != "n":
                self._ink.write(f"{outline} {paint}")
            return
        if paint in ("f", "B"):
            self._ink.write(f"{outline} f")
        draw_hatch(self._ink, gc, outline, path.get_extents(transform))
        if is_stroked(gc):
            self._ink.prepare(gc, None)
            self._ink.write(f"{outline} S")

    def draw_markers(self, *args: Any, **named: Any) -> None:
        marks = Markers(*args, **named)
        if marks.gc.get_hatch():
            super().draw_markers(*marks)
        else:
            draw_markers(self._ink, marks)

    def draw_path_collection(self, *args: Any, **named: Any) -> None:
        many = PathCollection(*args, **named)
        if many.gc.get_hatch():
            super().draw_path_collection(*args, **named)
        else:
            draw_path_collection(self._ink, self, many)

    def draw_quad_mesh(self, *args: Any, **named: Any) -> None:
        mesh = QuadMesh(*args, **named)
        if len(mesh.offsets) > 1:
            super().draw_quad_mesh(*mesh)
        else:
            draw_quad_mesh(self._ink, mesh)

    def draw_gouraud_triangles(
        self, gc: GraphicsContextBase, triangles_array: Any, colors_array: Any, transform: Transform
    ) -> None:
        """Raises BriefpressError when opacity varies within the triangles."""
        points = np.asarray(triangles_array, float)
        draw_triangles(self._ink, gc, transform.transform(points.reshape(-1, 2)).reshape(points.shape), colors_array)

    def draw_image(self, gc: GraphicsContextBase, x: float, y: float, im: Any, transform: Any = None) -> None:
        draw_image(self._ink, gc, (x, y), im, transform)

    def draw_text(self, *args: Any, **named: Any) -> None:
        """Raises FontError for a character that no font of the style has."""
        self._setter.draw(Label(*args, **named))

    def draw_tex(self, *_: Any, **__: Any) -> NoReturn:
        raise refuse_tex()

    def get_texmanager(self) -> NoReturn:
        raise refuse_tex()

    def get_text_width_height_descent(self, s: str, prop: FontProperties, ismath: Any) -> tuple[float, float, float]:
        return self._setter.measure(s, prop, ismath)

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        """Asked for by matplotlib, which otherwise looks the font up among those of the machine."""
        return self._setter.line(prop)

    def start_filter(self) -> NoReturn:
        raise BriefpressError(
            "a figure has an artist with an agg_filter, which changes dots and not shapes",
            "Give the artist rasterized=True, or leave the filter out.",
        )
