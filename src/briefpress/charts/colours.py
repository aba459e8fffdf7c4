"""Colour means phase. Several measures of one phase are told apart by lightness, dashes and markers, not by hue."""

from __future__ import annotations

from collections.abc import Sequence

from briefpress.model.dataset import Brief
from briefpress.theme import Theme

#: Lightness (CIE L*) of lines of one hue: apart by 12 and more, so that they survive a photocopier, and dark enough
#: to keep a contrast of 3 against white.
STEPS = {2: (22.0, 54.0), 3: (16.0, 38.0, 58.0), 4: (12.0, 28.0, 44.0, 60.0)}


def phase_colour(theme: Theme, brief: Brief, phase: str) -> str:
    """The colour of a phase by its place in the brief; of data that belong to none, the accent."""
    for place, item in enumerate(brief.phases):
        if item.id == phase:
            return theme.colours.phases[place % len(theme.colours.phases)]
    return theme.colours.accent


def series_colours(theme: Theme, brief: Brief, base: str, count: int) -> tuple[str, ...]:
    """`count` colours, four at most: shades of the phase's colour, or the theme's hues where no phases are named."""
    if count == 1:
        return (base,)
    if not brief.phases and count <= len(theme.colours.phases):
        return tuple(theme.colours.phases[:count])
    return tuple(shade(base, lightness) for lightness in STEPS[min(count, 4)])


def shade(colour: str, lightness: float) -> str:
    """The same hue mixed with black or white until its CIE lightness is `lightness` (0 to 100)."""
    target = 0.0 if _lightness(_channels(colour)) > lightness else 255.0
    channels = _channels(colour)
    low, high = 0.0, 1.0
    for _ in range(24):
        share = (low + high) / 2
        mixed = [c + (target - c) * share for c in channels]
        nearer_white = _lightness(mixed) < lightness
        if nearer_white == (target > 0):
            low = share
        else:
            high = share
    return "#" + "".join(f"{round(c + (target - c) * low):02X}" for c in channels)


def _channels(colour: str) -> list[float]:
    return [float(int(colour[i : i + 2], 16)) for i in (1, 3, 5)]


def _luminance(channels: Sequence[float]) -> float:
    linear = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _lightness(channels: Sequence[float]) -> float:
    y = _luminance(channels)
    return 116 * float(y ** (1 / 3)) - 16 if y > 0.008856 else 903.3 * y
