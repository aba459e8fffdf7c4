"""Which claim stands behind a text of a figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from matplotlib.text import Text

from briefpress.model.text import Claim, Origin, Run, holds_digit

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties


class Claims:
    """The runs of a figure's texts, as the attribute `briefpress_run` of the artists holds them.

    A number in a text without a run was written by the code that made the figure; its claim names `ref`.
    """

    def __init__(self, figure: Figure, ref: str) -> None:
        self._default = Claim(Origin.CODE, ref)
        # Renderers are not told the artist of a line of several lines, nor of text with path effects; both come with
        # the artist's own FontProperties object.
        self._runs: dict[int, Run] = {}
        for artist in figure.findobj(Text):
            run = _run_of(artist)
            if run is not None and isinstance(artist, Text):
                self._runs[id(artist.get_fontproperties())] = run

    def run(self, text: str, prop: FontProperties, artist: Artist | None = None) -> Run:
        """A run that shows `text`, with the look and the claim that the artist was given."""
        given = (_run_of(artist) if artist is not None else None) or self._runs.get(id(prop))
        if given is not None and (given.claim is not None or not holds_digit(text)):
            return given if given.text == text else replace(given, text=text)
        return Run(text, self._default if holds_digit(text) else None)


def _run_of(artist: Artist) -> Run | None:
    run = getattr(artist, "briefpress_run", None)
    return run if isinstance(run, Run) else None
