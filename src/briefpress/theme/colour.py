"""Contrast of colours, by WCAG 2.2."""

from __future__ import annotations


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB", 0 to 1."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Ratio of two colours' luminances, 1 to 21; text needs 4.5, large text and graphics 3."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def readable(colour: str, ground: str, otherwise: str, least: float = 4.5) -> str:
    """The colour, where text in it can be read on the ground; else `otherwise`."""
    return colour if contrast(colour, ground) >= least else otherwise


def legible(colour: str, ground: str = "#FFFFFF", least: float = 4.5) -> str:
    """The colour itself where text in it can be read on the ground; else the nearest of its hue that can.

    It is mixed with black on a light ground and with white on a dark one. A phase's fourth colour needs it.
    """
    towards = 0 if contrast("#000000", ground) > contrast("#FFFFFF", ground) else 255
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    for step in range(101):
        mixed = "#" + "".join(f"{round(c + (towards - c) * step / 100):02X}" for c in channels)
        if contrast(mixed, ground) >= least:
            return mixed
    return mixed
