"""Images and smooth triangles."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

from briefpress.errors import BriefpressError
from briefpress.plotting.paths import number

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.transforms import Affine2DBase
    from numpy.typing import NDArray

    from briefpress.plotting.ink import Ink

#: What a print shop asks of a picture at its printed size, in dots an inch.
DPI = 300.0


def draw_image(
    ink: Ink, gc: GraphicsContextBase, place: tuple[float, float], image: Any, transform: Affine2DBase | None
) -> None:
    """Draw rows of RGBA pixels, the lowest first, with the lower left corner at `place`.

    Without a transform a pixel is 1/300 inch; with one, it maps the unit square to points. Pixels that are partly
    transparent get a soft mask: set on white, they would hide what lies below them. PDF/A-3 allows one where the file
    has an output intent (ISO 19005-3, 6.2.10).
    """
    height, width = np.shape(image)[:2]
    if not height or not width:
        return
    ink.scope("shapes", gc)
    x, y = place[0] + ink.origin[0], place[1] + ink.origin[1]
    if transform is None:
        ink.alpha(1, 1)
        matrix = (width * 72 / DPI, 0.0, 0.0, height * 72 / DPI, x, y)
    else:
        ink.alpha(gc.get_alpha(), gc.get_alpha())
        a, b, c, d, e, f = transform.frozen().to_values()
        matrix = (a, b, c, d, e + x, f + y)
    pixels = np.ascontiguousarray(np.asarray(image, np.uint8)[::-1])
    opaque = bool((pixels[..., 3] == 255).all())
    picture = Image.fromarray(pixels, "RGBA").convert("RGB") if opaque else Image.fromarray(pixels, "RGBA")
    ink.write(f"q {' '.join(map(number, matrix))} cm")
    ink.canvas.drawImage(ImageReader(picture), 0, 0, 1, 1, mask=None if opaque else "auto")
    ink.write("Q")


def draw_triangles(ink: Ink, gc: GraphicsContextBase, points: NDArray[Any], colours: NDArray[Any]) -> None:
    """Triangles, as (n, 3, 2) points of the figure and (n, 3, 4) colours that run into each other between the corners.

    Raises BriefpressError when the opacity runs too: a shading has one only (ISO 32000-1, 8.7.4.5.5).
    """
    if not len(points):
        return
    opacity = float(colours[0, 0, 3])
    if not np.allclose(colours[..., 3], opacity):
        raise BriefpressError(
            "a figure has smoothly shaded triangles of varying opacity, which cannot be drawn as vectors",
            "Give them one alpha, or draw them with rasterized=True.",
        )
    ink.scope("shapes", gc)
    ink.alpha(opacity, opacity)
    ink.canvas.shade(_shading(points + ink.origin, colours[..., :3]))


def _shading(points: NDArray[Any], colours: NDArray[Any]) -> PDFStream:
    """A free-form triangle mesh, type 4: a flag, two coordinates of 32 bits, three colours of 8 bits a corner."""
    places, tints = points.reshape(-1, 2), colours.reshape(-1, 3)
    low = places.min(axis=0) - 1
    high = places.max(axis=0) + 1
    steps = np.rint((places - low) / (high - low) * (2**32 - 1)).astype(np.uint64).tolist()
    parts = np.rint(np.clip(tints, 0, 1) * 255).astype(int).tolist()
    data = b"".join(struct.pack(">BII3B", 0, *step, *part) for step, part in zip(steps, parts, strict=True))
    decode = [round(float(value), 3) for pair in zip(low, high, strict=True) for value in pair] + [0, 1] * 3
    entries = {"ShadingType": 4, "ColorSpace": PDFName("DeviceRGB"), "BitsPerCoordinate": 32, "BitsPerComponent": 8}
    entries |= {"BitsPerFlag": 8, "Decode": PDFArray(decode)}
    return PDFStream(PDFDictionary(entries), data)
