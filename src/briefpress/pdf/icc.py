"""The output intent's colour profile: sRGB (IEC 61966-2-1) written as an ICC version 2 display profile of our own."""

from __future__ import annotations

import struct
from functools import cache

#: Colourants of sRGB adapted to D50 by the Bradford transform, and the white of the profile connection space.
_COLOURANTS = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_D50 = (0.96420, 1.0, 0.82491)
#: With fewer points the curve's steep foot differs from the standard's by a visible step.
_CURVE_POINTS = 1024
_NAME = b"sRGB IEC61966-2.1"
_RIGHTS = b"No rights reserved (CC0)"


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def _linear(encoded: float) -> float:
    return encoded / 12.92 if encoded <= 0.04045 else float(((encoded + 0.055) / 1.055) ** 2.4)


def _curve() -> bytes:
    points = [round(65535 * _linear(at / (_CURVE_POINTS - 1))) for at in range(_CURVE_POINTS)]
    return b"curv\0\0\0\0" + struct.pack(f">I{_CURVE_POINTS}H", _CURVE_POINTS, *points)


def _description() -> bytes:
    """ICC.1:2001-04, 6.5.17: the ASCII name, then empty Unicode and Macintosh names."""
    name = _NAME + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67)


@cache
def srgb_profile() -> bytes:
    """The profile's bytes, the same each time."""
    curve = _curve()
    tags = {b"desc": _description(), b"cprt": b"text\0\0\0\0" + _RIGHTS + b"\0", b"wtpt": _xyz(_D50)}
    tags |= {tag: _xyz(values) for tag, values in _COLOURANTS.items()}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    table, body, offsets = b"", b"", dict[bytes, int]()
    start = 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        if data not in offsets:
            body += bytes(-len(body) % 4)
            offsets[data] = start + len(body)
            body += data
        table += tag + struct.pack(">II", offsets[data], len(data))
    body += bytes(-len(body) % 4)
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI3i4s",
        *(start + len(body), bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ "),
        *(1998, 2, 9, 0, 0, 0),  # the date of the sRGB profile everyone knows, so that nothing depends on the day
        *(b"acsp", bytes(4), 0, bytes(4), bytes(4), 0, 0),
        *(round(value * 65536) for value in _D50),
        bytes(4),
    )
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body
