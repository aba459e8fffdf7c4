"""Paths as path construction operators (ISO 32000-1, 8.5.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Bbox

if TYPE_CHECKING:
    from matplotlib.transforms import Transform
    from numpy.typing import NDArray

#: Half the greatest number that every reader must take as a coordinate (ISO 32000-1, annex C: 32767).
_FARTHEST = 16000.0
_MOVE, _LINE, _QUADRATIC, _CUBIC, _CLOSE = (int(code) for code in (1, 2, 3, 4, 79))


def number(value: float) -> str:
    """Three decimals: a thousandth of a point is 0.35 micrometres."""
    return repr(round(float(value), 3) + 0.0)


def rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"{number(x)} {number(y)} {number(width)} {number(height)} re"


def operators(
    path: Path,
    transform: Transform,
    origin: tuple[float, float] = (0.0, 0.0),
    *,
    filled: bool = True,
    sketch: Any = None,
) -> str:
    """The transformed path moved by `origin`, as operators without a painting one; "" when nothing of it is finite.

    A path that is only stroked is simplified and cut far outside the page as matplotlib's rcParams ask; one that is
    filled is cut only where its numbers would be too great for a PDF reader.
    """
    simplify = path.should_simplify and not filled
    box = None if filled else (-_FARTHEST, -_FARTHEST, _FARTHEST, _FARTHEST)
    clean = path.cleaned(transform, remove_nans=True, clip=box, simplify=simplify, curves=True, sketch=sketch)
    vertices: Any = np.asarray(clean.vertices, float)
    codes: Any = clean.codes
    if len(vertices) and np.abs(vertices).max() > _FARTHEST:
        vertices, codes = _nearer(clean, filled)
    if codes is None or not len(vertices):
        return ""
    return " ".join(_spelled(vertices + origin, codes.tolist()))


def _nearer(clean: Path, filled: bool) -> tuple[NDArray[Any], Any]:
    codes: Any = clean.codes
    drawn = codes != Path.STOP
    vertices, codes = np.array(clean.vertices)[drawn], codes[drawn]
    if filled:
        # matplotlib cuts a polygon at the vertex that stands beside its closing code, which need not be a point of it.
        starts = np.maximum.accumulate(np.where(codes == Path.MOVETO, np.arange(len(codes)), 0))
        closed = codes == Path.CLOSEPOLY
        vertices[closed] = vertices[starts[closed]]
        path = Path(vertices, codes).clip_to_bbox(Bbox([[-_FARTHEST, -_FARTHEST], [_FARTHEST, _FARTHEST]]))
        vertices, codes = np.array(path.vertices), path.codes
    return np.clip(vertices, -_FARTHEST, _FARTHEST), codes


def _spelled(vertices: NDArray[Any], codes: list[int]) -> Iterator[str]:
    points = (np.round(vertices, 3) + 0.0).tolist()
    at, last = 0, points[0]
    while at < len(codes):
        code = codes[at]
        x, y = points[at]
        if code == _LINE:
            yield f"{x} {y} l"
        elif code == _MOVE:
            yield f"{x} {y} m"
        elif code == _CUBIC:
            (x2, y2), last = points[at + 1], points[at + 2]
            yield f"{x} {y} {x2} {y2} {last[0]} {last[1]} c"
            at += 3
            continue
        elif code == _QUADRATIC:
            end = points[at + 1]
            yield _raised(last, points[at], end)
            last = end
            at += 2
            continue
        elif code == _CLOSE:
            yield "h"
            at += 1
            continue
        else:
            return
        last = points[at]
        at += 1


def _raised(start: list[float], control: list[float], end: list[float]) -> str:
    """A quadratic curve as the cubic one that it equals, because PDF has no other."""
    (x0, y0), (x1, y1), (x2, y2) = start, control, end
    first = f"{number(x0 + (x1 - x0) * 2 / 3)} {number(y0 + (y1 - y0) * 2 / 3)}"
    second = f"{number(x2 + (x1 - x2) * 2 / 3)} {number(y2 + (y1 - y2) * 2 / 3)}"
    return f"{first} {second} {x2} {y2} c"
