"""Artists that ask to be rasterised: drawn by Agg at printing resolution and set as an image."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.backends.backend_mixed import MixedModeRenderer

from briefpress.errors import BriefpressError
from briefpress.plotting.images import DPI

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from briefpress.plotting.backend import PageRenderer


class _Dots(RendererAgg):
    """Refuses text: as dots it could be neither searched nor read aloud, and its numbers would have no claim."""

    def draw_text(self, *_: Any, **__: Any) -> NoReturn:
        raise _refusal()

    def draw_tex(self, *_: Any, **__: Any) -> NoReturn:
        raise _refusal()

    def _get_font_height_metrics(self, *_: Any) -> NoReturn:
        raise _refusal()


def _refusal() -> BriefpressError:
    return BriefpressError(
        "a figure has text inside a rasterised artist",
        "Give rasterized=True to the lines or points only, not to the axes.",
    )


def mixed_renderer(figure: Figure, renderer: PageRenderer) -> Any:
    """A renderer that turns to dots for rasterised artists and back."""
    inches = figure.get_size_inches()
    make: Any = MixedModeRenderer
    return make(figure, inches[0], inches[1], DPI, renderer, raster_renderer_class=_Dots)
