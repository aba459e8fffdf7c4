"""Where labels go: boxes that may not touch, candidates tried in order, and rows spread apart.

Lengths are points; y grows upwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def meets(self, other: Box, pad: float = 0.0) -> bool:
        """Tell whether the two overlap, or come nearer than `pad`."""
        return (
            self.left < other.right + pad
            and other.left < self.right + pad
            and self.bottom < other.top + pad
            and other.bottom < self.top + pad
        )

    def inside(self, other: Box) -> bool:
        slack = 0.01
        return (
            self.left >= other.left - slack
            and self.right <= other.right + slack
            and self.bottom >= other.bottom - slack
            and self.top <= other.top + slack
        )

    def crossed(self, start: Point, end: Point, pad: float = 0.0) -> bool:
        """Tell whether the segment passes through the box (Liang and Barsky's clipping)."""
        (x0, y0), (x1, y1) = start, end
        if (x0 < self.left - pad and x1 < self.left - pad) or (x0 > self.right + pad and x1 > self.right + pad):
            return False
        if (y0 < self.bottom - pad and y1 < self.bottom - pad) or (y0 > self.top + pad and y1 > self.top + pad):
            return False
        dx, dy = x1 - x0, y1 - y0
        low, high = 0.0, 1.0
        sides = (
            (-dx, x0 - (self.left - pad)),
            (dx, (self.right + pad) - x0),
            (-dy, y0 - (self.bottom - pad)),
            (dy, (self.top + pad) - y0),
        )
        for step, room in sides:
            if step == 0:
                if room < 0:
                    return False
                continue
            share = room / step
            if step < 0:
                low = max(low, share)
            else:
                high = min(high, share)
            if low > high:
                return False
        return True


def around(mark: Box, size: Point, gap: float = 3.0, *, above_first: bool = True) -> tuple[Box, ...]:
    """Boxes of `size` round `mark`, the most readable first: above, beside, below, then the corners."""
    width, height = size
    middle = (mark.left + mark.right) / 2
    centre = (mark.bottom + mark.top) / 2
    up, down = mark.top + gap, mark.bottom - gap - height
    right, left = mark.right + gap, mark.left - gap - width
    level = centre - height / 2
    vertical = (up, down) if above_first else (down, up)
    corners: list[Point] = [(middle - width / 2, vertical[0])]
    corners += [(left + gap, vertical[0]), (right - gap, vertical[0]), (right, level), (left, level)]
    corners += [(right, level - height * 0.4), (left, level + height * 0.4), (right, level + height * 0.4)]
    corners += [(mark.left, vertical[0]), (mark.right - width, vertical[0])]
    corners += [(middle - width / 2, vertical[1]), (right - gap, vertical[1]), (left + gap, vertical[1])]
    corners += [(left + gap, vertical[0] + height), (right - gap, vertical[1] - height)]
    return tuple(Box(x, y, x + width, y + height) for x, y in corners)


def first_free(
    boxes: Iterable[Box],
    frame: Box,
    taken: Sequence[Box],
    strokes: Sequence[tuple[Point, Point]] = (),
    pad: float = 1.5,
    allowed: Callable[[Box], bool] | None = None,
) -> Box | None:
    """The first of `boxes` inside `frame` that touches neither a taken box nor a stroke and that `allowed` allows; None
    where there is none."""
    for box in boxes:
        if not box.inside(frame) or any(box.meets(other, pad) for other in taken):
            continue
        if any(box.crossed(start, end, pad) for start, end in strokes):
            continue
        if allowed is None or allowed(box):
            return box
    return None


def spread(centres: Sequence[float], sizes: Sequence[float], low: float, high: float, gap: float) -> list[float] | None:
    """Move the centres of intervals as little as an order-keeping pass can, so that they do not overlap.

    Returns the new centres in the order given, or None where the sizes do not fit between `low` and `high`.
    """
    if sum(sizes) + gap * (len(sizes) - 1) > high - low + 0.001:
        return None
    order = sorted(range(len(centres)), key=lambda i: (centres[i], i))
    placed = list(centres)
    floor = low
    for i in order:
        placed[i] = max(placed[i], floor + sizes[i] / 2)
        floor = placed[i] + sizes[i] / 2 + gap
    ceiling = high
    for i in reversed(order):
        placed[i] = min(placed[i], ceiling - sizes[i] / 2)
        ceiling = placed[i] - sizes[i] / 2 - gap
    return placed
