"""Figures of text, clipping, transparency and arrangement."""

from __future__ import annotations

import matplotlib.patheffects as effects
import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Ellipse, FancyArrowPatch, FancyBboxPatch, PathPatch, Polygon, Rectangle, Wedge
from matplotlib.path import Path


def notes(figure: Figure) -> None:
    axes = figure.subplots()
    x = np.linspace(0, 5, 100)
    axes.plot(x, np.cos(2 * np.pi * x), linewidth=2)
    styles = ("->", "-|>", "fancy", "wedge,tail_width=0.5", "-[")
    for at, style in enumerate(styles):
        axes.annotate(
            f"peak {at}", xy=(at, 1), xytext=(at + 0.4, 1.4 + at % 2), ha="center",
            arrowprops={"arrowstyle": style, "connectionstyle": "arc3,rad=0.3", "facecolor": "w"},
            bbox={"boxstyle": "round", "facecolor": "#EEEEFF"},
        )  # fmt: skip
    axes.set_ylim(-1.5, 3)


def pie(figure: Figure) -> None:
    axes = figure.subplots()
    axes.pie([15, 30, 45, 10], explode=(0, 0.1, 0, 0), labels=["Frogs", "Hogs", "Dogs", "Logs"], autopct="%1.1f%%")


def doughnut(figure: Figure) -> None:
    axes = figure.subplots()
    axes.pie([4, 3, 2], colors=["C3", "C4", "C5"], wedgeprops={"width": 0.4, "edgecolor": "w", "linewidth": 3})
    axes.text(0, 0, "nine", ha="center", va="center", fontsize=20, fontweight="bold")


def table(figure: Figure) -> None:
    axes = figure.subplots()
    axes.set_axis_off()
    cells = [["1,000", "about 20"], ["more than 5", "12%"], ["–3", "4 to 6"]]
    axes.table(cells, rowLabels=["one", "two", "three"], colLabels=["First", "Second"], loc="center", cellLoc="right")


def rotations(figure: Figure) -> None:
    axes = figure.subplots()
    axes.set(xlim=(-1, 1), ylim=(-1, 1))
    for angle in range(0, 360, 30):
        x, y = 0.4 * np.cos(np.radians(angle)), 0.4 * np.sin(np.radians(angle))
        axes.text(x, y, f"at {angle}° Ta", rotation=angle, rotation_mode="anchor", va="center")
    axes.text(-0.9, 0.6, "two\nlines, left", rotation=20)
    axes.text(0.9, -0.9, "two lines,\nright", ha="right", va="bottom", rotation=90, linespacing=1.6)


def typefaces(figure: Figure) -> None:
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    for at, weight in enumerate(("normal", "semibold", "bold")):
        for row, style in enumerate(("normal", "italic")):
            text = f"{weight.title()} {style}: Årgang 1923 – „Æble“"
            axes.text(0.03, 0.9 - 0.13 * (2 * at + row), text, fontweight=weight, fontstyle=style, fontsize=13)
    axes.text(0.97, 0.05, "AVATAR To. We", ha="right", fontsize=24, color="tab:red", alpha=0.6)


def formulas(figure: Figure) -> None:
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    sources = (
        r"$\alpha_i > \beta_i^2 + 10^{-6}$", r"$\frac{x + 1}{y} = \sqrt[3]{2\pi}$",
        r"rate $R_{\mathrm{max}} \approx 3.5$",
        r"$\sum_{i=0}^\infty x_i \times \int_0^1 f(t)\,dt$", r"$\mathbf{F} = m\,\mathit{a}$, $90^\circ$ ± 2",
    )  # fmt: skip
    for at, source in enumerate(sources):
        axes.text(0.05 + 0.03 * at, 0.85 - 0.19 * at, source, fontsize=15, rotation=4 * at)


def halos(figure: Figure) -> None:
    axes = figure.subplots()
    axes.imshow(np.outer(np.arange(8), np.arange(8)), cmap="Spectral", aspect="auto")
    white = [effects.withStroke(linewidth=3, foreground="w")]
    axes.text(3.5, 3.5, "Halo 42", path_effects=white, ha="center", fontsize=22, fontweight="bold")
    axes.plot([0, 7], [7, 0], color="k", linewidth=2, path_effects=white)
    axes.text(0.2, 6.5, r"$10^3$ km", path_effects=white, fontsize=14)


def clipping(figure: Figure) -> None:
    axes = figure.subplots()
    star = Path.unit_regular_star(7)
    patch = PathPatch(star, transform=axes.transData, facecolor="none", edgecolor="k")
    axes.add_patch(patch)
    shown = axes.imshow(np.add.outer(np.arange(40), np.arange(40)), extent=(-1, 1, -1, 1), cmap="cool")
    shown.set_clip_path(patch)
    for y in np.linspace(-1, 1, 30):
        axes.plot([-1, 1], [y, y], color="w", linewidth=1, clip_path=patch)
    axes.plot([-2, 2], [0.5, -0.5], color="tab:red", linewidth=6)
    axes.text(0.75, 0.9, "cut at the edge of the axes", clip_on=True)
    axes.plot([-1], [1], "o", markersize=20, clip_on=False)
    axes.set(xlim=(-1, 1), ylim=(-1, 1))


def transparency(figure: Figure) -> None:
    figure.set_facecolor("#F4F1E8")
    axes = figure.subplots()
    for at, colour in enumerate(("tab:red", "tab:green", "tab:blue")):
        x, y = np.cos(at * 2.1), np.sin(at * 2.1)
        look = {"facecolor": to_rgba(colour, 0.35), "edgecolor": to_rgba(colour, 0.9)}
        axes.add_patch(Circle((x, y), 1.6, linewidth=4, **look))
    axes.add_patch(Rectangle((-1, -1), 2, 2, alpha=0.5, facecolor="gold", edgecolor="k", linewidth=6, hatch="x"))
    axes.text(0, 0, "half seen", alpha=0.5, ha="center", fontsize=16)
    axes.set(xlim=(-3, 3), ylim=(-3, 3))


def shapes(figure: Figure) -> None:
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 8), ylim=(0, 6))
    axes.set_axis_off()
    axes.add_patch(Ellipse((1.5, 4.5), 2.4, 1.2, angle=30, facecolor="C0", linestyle="--", edgecolor="k", linewidth=2))
    axes.add_patch(Wedge((4, 4.5), 1.2, 20, 300, width=0.5, facecolor="C1"))
    axes.add_patch(Polygon([(6, 3.8), (7.5, 4), (7, 5.6)], closed=True, fill=False, edgecolor="C2", linewidth=3))
    axes.add_patch(FancyBboxPatch((0.6, 0.8), 1.6, 1.2, boxstyle="round4,pad=0.2", facecolor="C3", hatch="//"))
    axes.add_patch(FancyArrowPatch((3, 1), (5, 2.4), mutation_scale=30, facecolor="C4"))
    curve = Path([(5.5, 1), (6.5, 3.5), (7.5, 1), (7, 0.2), (5.5, 1)], [1, 3, 3, 2, 79])
    axes.add_patch(PathPatch(curve, facecolor="C5", edgecolor="k"))


def subplots(figure: Figure) -> None:
    grid = figure.subplots(2, 3, sharex=True, sharey=True)
    for at, axes in enumerate(grid.flat):
        axes.plot(np.arange(10), np.arange(10) ** (at / 3), color=f"C{at}")
        axes.set_title(f"({'abcdef'[at]})", fontsize=9, loc="left")
    figure.suptitle("Six small ones")
    figure.supxlabel("shared")


def constrained(figure: Figure) -> None:
    figure.set_layout_engine("constrained")
    axes = figure.subplot_mosaic("AB;CC")
    axes["A"].set(xlabel="first", ylabel="up")
    axes["B"].imshow(np.eye(4))
    axes["C"].plot([1000, 2000], [3e6, 5e6])
    axes["C"].set_title("A title over two")
    axes["C"].legend(["a line"])


def insets(figure: Figure) -> None:
    axes = figure.subplots()
    x = np.linspace(0, 20, 300)
    axes.plot(x, np.sin(x) / (1 + x))
    inset = axes.inset_axes((0.45, 0.5, 0.5, 0.42), xlim=(0, 4), ylim=(-0.2, 0.5))
    inset.plot(x, np.sin(x) / (1 + x), color="tab:red")
    axes.indicate_inset_zoom(inset, edgecolor="k")


def offsets(figure: Figure) -> None:
    axes = figure.subplots()
    axes.plot([1e9, 1.0000001e9, 1.0000002e9], [-2e-7, 0, 3e-7])
    axes.set_title("Offsets and signs", fontstyle="italic")


def sketch(figure: Figure) -> None:
    axes = figure.subplots()
    drawn = [*axes.plot([0, 1, 2], [0, 2, 1], linewidth=2), *axes.bar([0, 1, 2], [1, 0.5, 0.8], facecolor="#DDDDDD")]
    for artist in drawn:
        artist.set_sketch_params(1.5, 60, 20)


def rasterised(figure: Figure) -> None:
    axes = figure.subplots()
    x, y = np.random.default_rng(12).normal(size=(2, 800))
    axes.scatter(x, y, s=18, alpha=0.4, rasterized=True)
    axes.plot([-2, 2], [-2, 2], color="k", linewidth=2)


OTHERS = {
    function.__name__: function
    for function in (
        notes, pie, doughnut, table, rotations, typefaces, formulas, halos, clipping, transparency, shapes,
        subplots, constrained, insets, offsets, sketch, rasterised,
    )
}  # fmt: skip
