"""Figures of fields, maps and images."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.tri import Triangulation
from numpy.typing import NDArray


def hills(count: int = 60) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    x, y = np.meshgrid(np.linspace(-3, 3, count), np.linspace(-2, 2, count))
    return x, y, (1 - x / 2 + x**5 + y**3) * np.exp(-(x**2) - y**2)


def contours(figure: Figure) -> None:
    axes = figure.subplots()
    drawn = axes.contour(*hills(), levels=9, linewidths=np.linspace(0.5, 2.5, 9))
    axes.clabel(drawn, inline=True, fontsize=8)


def filled_contours(figure: Figure) -> None:
    axes = figure.subplots()
    drawn = axes.contourf(*hills(), levels=10, cmap="PuOr")
    axes.contour(drawn, colors="k", linewidths=0.4)
    figure.colorbar(drawn, ax=axes)


def hatched_contours(figure: Figure) -> None:
    axes = figure.subplots()
    hatches = ["-", "/", "\\", "//", None]
    drawn = axes.contourf(*hills(), levels=4, hatches=hatches, cmap="gray", extend="both", alpha=0.5)
    figure.colorbar(drawn, ax=axes, orientation="horizontal")


def image(figure: Figure) -> None:
    axes = figure.subplots()
    drawn = axes.imshow(hills(24)[2], cmap="viridis", aspect="auto", origin="lower", extent=(0, 10, 0, 5))
    figure.colorbar(drawn, ax=axes)


def image_exact(figure: Figure) -> None:
    left, right = figure.subplots(1, 2)
    values = np.arange(30.0).reshape(5, 6)
    left.imshow(values, interpolation="none", cmap="cividis")
    for row in range(5):
        for column in range(6):
            left.text(column, row, f"{values[row, column]:.0f}", ha="center", va="center", color="w", fontsize=7)
    right.imshow(np.random.default_rng(8).uniform(size=(8, 8, 3)), interpolation="bilinear")


def image_with_holes(figure: Figure) -> None:
    axes = figure.subplots()
    axes.set_facecolor("#FFD9A0")
    values = hills(20)[2]
    values[5:9, 4:12] = np.nan
    axes.imshow(values, cmap="magma", alpha=0.8)
    axes.plot([0, 19], [0, 19], color="w", linewidth=3, zorder=-1)


def mesh(figure: Figure) -> None:
    left, right = figure.subplots(1, 2)
    x, y, z = hills(25)
    left.pcolormesh(x + y / 4, y - x / 5, z, cmap="RdBu", vmin=-0.5, vmax=0.5)
    right.pcolormesh(np.arange(6.0), np.arange(5.0), z[:4, :5], edgecolors="k", linewidth=0.7)
    right.tick_params(labelleft=False)


def smooth_mesh(figure: Figure) -> None:
    axes = figure.subplots()
    x, y, z = hills(18)
    axes.pcolormesh(x, y, z, shading="gouraud", cmap="plasma")


def hexagons(figure: Figure) -> None:
    axes = figure.subplots()
    x, y = np.random.default_rng(10).normal(size=(2, 2000))
    drawn = axes.hexbin(x, y, gridsize=18, cmap="Blues", mincnt=1)
    figure.colorbar(drawn, ax=axes, shrink=0.7)


def polar(figure: Figure) -> None:
    axes: Any = figure.add_subplot(projection="polar")
    angle = np.linspace(0, 4 * np.pi, 200)
    axes.plot(angle, angle / 6, linewidth=2)
    axes.bar(np.linspace(0, 2 * np.pi, 8, endpoint=False), np.arange(1, 9) / 5, width=0.6, alpha=0.5, hatch="/")
    axes.set_rmax(2)


def arrows(figure: Figure) -> None:
    axes = figure.subplots()
    x, y = np.meshgrid(np.linspace(0, 4, 12), np.linspace(0, 3, 9))
    drawn = axes.quiver(x, y, np.cos(x), np.sin(y), np.hypot(x, y), pivot="mid")
    axes.quiverkey(drawn, 0.9, 1.05, 1, "1 m/s", labelpos="E")


def barbs(figure: Figure) -> None:
    axes = figure.subplots()
    x, y = np.meshgrid(np.linspace(-5, 5, 5), np.linspace(-5, 5, 5))
    axes.barbs(x, y, 12 * x, 12 * y, length=7, fill_empty=True)
    axes.set(xlim=(-7, 7), ylim=(-7, 7))


def streams(figure: Figure) -> None:
    axes = figure.subplots()
    y, x = np.mgrid[-3:3:40j, -3:3:40j]
    axes.streamplot(x, y, -1 - x**2 + y, 1 + x - y**2, color=x, linewidth=1.2, density=0.8, cmap="autumn")


def triangles(figure: Figure) -> None:
    left, right = figure.subplots(1, 2)
    x, y = np.random.default_rng(11).uniform(size=(2, 60))
    grid = Triangulation(x, y)
    left.tricontourf(grid, np.sin(6 * x) * y, levels=8)
    left.triplot(grid, "k-", linewidth=0.4)
    right.tripcolor(grid, x * y, shading="flat", cmap="Greens")
    right.tick_params(labelleft=False)


FIELDS = {
    function.__name__: function
    for function in (
        contours, filled_contours, hatched_contours, image, image_exact, image_with_holes, mesh, smooth_mesh, hexagons,
        polar, arrows, barbs, streams, triangles,
    )
}  # fmt: skip
