"""Many shapes at once: markers, collections of paths, meshes of quadrilaterals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.transforms import Bbox

from briefpress.plotting.paths import number, operators

if TYPE_CHECKING:
    from matplotlib.path import Path
    from matplotlib.transforms import Transform
    from numpy.typing import NDArray

    from briefpress.plotting.ink import Ink


class Markers(NamedTuple):
    """What matplotlib hands to draw_markers."""

    gc: GraphicsContextBase
    marker_path: Path
    marker_trans: Transform
    path: Path
    trans: Transform
    rgbFace: Any = None  # noqa: N815 - matplotlib's name


class PathCollection(NamedTuple):
    """What matplotlib hands to draw_path_collection."""

    gc: GraphicsContextBase
    master_transform: Transform
    paths: Any
    all_transforms: Any
    offsets: Any
    offset_trans: Transform
    facecolors: Any
    edgecolors: Any
    linewidths: Any
    linestyles: Any
    antialiaseds: Any
    urls: Any
    offset_position: Any
    hatchcolors: Any = None


class QuadMesh(NamedTuple):
    """What matplotlib hands to draw_quad_mesh."""

    gc: GraphicsContextBase
    master_transform: Transform
    meshWidth: int  # noqa: N815 - matplotlib's name
    meshHeight: int  # noqa: N815 - matplotlib's name
    coordinates: Any
    offsets: Any
    offsetTrans: Transform  # noqa: N815 - matplotlib's name
    facecolors: Any
    antialiased: Any
    edgecolors: Any


def draw_markers(ink: Ink, marks: Markers) -> None:
    """One shape at every vertex of a path, moved from place to place, its control points apart."""
    paint = ink.prepare(marks.gc, marks.rgbFace)
    sketch = marks.gc.get_sketch_params()
    shape = operators(marks.marker_path, marks.marker_trans, filled=paint != "S", sketch=sketch)
    if paint == "n" or not shape:
        return
    moves = _Moves(ink)
    reach = _reach(ink, marks.gc, marks.marker_path.get_extents(marks.marker_trans))
    for x, y in _places(marks.path, marks.trans):
        if reach.contains(x, y):
            moves.to(x, y)
            ink.write(f"{shape} {paint}")
    ink.close()


def draw_path_collection(ink: Ink, renderer: RendererBase, many: PathCollection) -> None:
    """Paths that take turns in shape, place and look; each shape is spelled once."""
    raw = renderer._iter_collection_raw_paths(many.master_transform, many.paths, many.all_transforms)  # type: ignore[attr-defined]
    shapes = list(raw)
    spelled: dict[tuple[int, bool], str] = {}
    reaches: dict[tuple[int, float], Bbox] = {}
    moves = _Moves(ink)
    for x, y, at, gc, face in _turns(renderer, many, len(shapes)):
        paint = ink.prepare(gc, face)
        key = (at, paint != "S")
        if key not in spelled:
            spelled[key] = operators(*shapes[at], filled=key[1], sketch=gc.get_sketch_params())
        place = (at, gc.get_linewidth())
        if place not in reaches:
            reaches[place] = _reach(ink, gc, shapes[at][0].get_extents(shapes[at][1]))
        if paint != "n" and spelled[key] and reaches[place].contains(x, y):
            moves.to(x, y)
            ink.write(f"{spelled[key]} {paint}")
    ink.close()


def _reach(ink: Ink, gc: GraphicsContextBase, extents: Bbox) -> Bbox:
    """Where a shape with those extents may be put so that some of it shows; a mitre reaches as far as 10 widths."""
    window, line = ink.window(gc), 10 * gc.get_linewidth() + 1
    return Bbox.from_extents(
        window.x0 - extents.xmax - line,
        window.y0 - extents.ymax - line,
        window.x1 - extents.xmin + line,
        window.y1 - extents.ymin + line,
    )


def _turns(renderer: Any, many: PathCollection, count: int) -> Any:
    looks = (many.facecolors, many.edgecolors, many.linewidths, many.linestyles, many.antialiaseds, many.urls)
    hatchcolors = [] if many.hatchcolors is None else many.hatchcolors
    return renderer._iter_collection(
        many.gc, range(count), many.offsets, many.offset_trans, *looks, many.offset_position, hatchcolors=hatchcolors
    )


def draw_quad_mesh(ink: Ink, mesh: QuadMesh) -> None:
    """Quadrilaterals that share corners, row by row; those with a corner that is masked or not finite are left out."""
    places = mesh.master_transform.transform(np.ma.getdata(mesh.coordinates).reshape(-1, 2))
    places = places.reshape(np.shape(mesh.coordinates)) + mesh.offsetTrans.transform(mesh.offsets)[0] + ink.origin
    corners = np.stack([places[:-1, :-1], places[:-1, 1:], places[1:, 1:], places[1:, :-1]], axis=2).reshape(-1, 8)
    finite = np.isfinite(corners).all(axis=1) & ~_hidden(mesh.coordinates)
    gc = GraphicsContextBase()
    gc.copy_properties(mesh.gc)
    gc.set_antialiased(bool(np.any(mesh.antialiased)))
    width, edges = gc.get_linewidth(), mesh.edgecolors
    last, paint = "", "n"
    for at, corner in enumerate((np.round(corners, 3) + 0.0).tolist()):
        face = mesh.facecolors[at % len(mesh.facecolors)] if len(mesh.facecolors) else None
        edge = edges[at % len(edges)] if edges is not None and len(edges) else None
        look = f"{face} {edge}"
        if look != last:
            gc.set_linewidth(width if edge is not None else 0)
            gc.set_foreground((0, 0, 0, 0) if edge is None else tuple(edge), isRGBA=True)
            last, paint = look, ink.prepare(gc, face)
        if finite[at] and paint != "n":
            ink.write("{} {} m {} {} l {} {} l {} {} l h ".format(*corner) + paint)


def _hidden(coordinates: Any) -> NDArray[np.bool_]:
    mask: Any = np.ma.getmaskarray(coordinates).any(axis=-1)
    hidden: NDArray[np.bool_] = (mask[:-1, :-1] | mask[:-1, 1:] | mask[1:, 1:] | mask[1:, :-1]).ravel()
    return hidden


def _places(path: Path, transform: Transform) -> list[list[float]]:
    if path.codes is None:
        points = transform.transform(path.vertices)
    else:
        segments = path.iter_segments(transform, simplify=False)
        points = np.array([vertices[-2:] for vertices, _ in segments if len(vertices)]).reshape(-1, 2)
    places: list[list[float]] = points[np.isfinite(points).all(axis=1)].tolist()
    return places


class _Moves:
    """Shifts of the coordinate system from one place to the next, in thousandths so that they add up exactly."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._at = (0, 0)

    def to(self, x: float, y: float) -> None:
        origin = self._ink.origin
        target = (round((x + origin[0]) * 1000), round((y + origin[1]) * 1000))
        if target != self._at:
            across, up = (target[0] - self._at[0]) / 1000, (target[1] - self._at[1]) / 1000
            self._ink.write(f"1 0 0 1 {number(across)} {number(up)} cm")
            self._at = target
