"""Figures of lines, bars and points."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D


def random(seed: int) -> np.random.Generator:
    return np.random.default_rng(seed)


def lines(figure: Figure) -> None:
    axes = figure.subplots()
    x = np.linspace(0, 10, 400)
    for at, style in enumerate(("-", "--", "-.", ":", (3, (6, 1.5, 1.5)))):
        axes.plot(x, np.sin(x - at / 2) + at, linestyle=style, linewidth=1 + at / 2, label=f"style {at}")
    axes.plot(x, np.where((x > 4) & (x < 5), np.nan, x / 2), color="0.3")
    axes.set(xlabel="Time (s)", ylabel="Level", title="Lines, dashes and a gap")
    axes.legend(ncols=3, fontsize=7)
    axes.grid(True, linestyle=":")


def caps_and_joins(figure: Figure) -> None:
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 9), ylim=(0, 7))
    axes.set_axis_off()
    for row, cap in enumerate(("butt", "round", "projecting")):
        for column, join in enumerate(("miter", "round", "bevel")):
            x, y = 3 * column + 0.6, 2 * row + 1
            line = Line2D([x, x + 0.8, x + 1.6], [y, y + 1.2, y], linewidth=12, color="tab:green")
            line.set_solid_capstyle(cap)  # type: ignore[arg-type]
            line.set_solid_joinstyle(join)  # type: ignore[arg-type]
            axes.add_line(line)


def markers(figure: Figure) -> None:
    axes = figure.subplots()
    for at, shape in enumerate("o.v^<>s8pP*hHXdD+x|_1"):
        axes.plot([at % 7], [at // 7], shape, markersize=6 + 2 * (at // 7), markeredgecolor="k", markeredgewidth=0.8)
    axes.plot(range(7), [2.6] * 7, "o-", markevery=2, fillstyle="left", markersize=12, color="tab:purple")
    axes.plot(range(7), [-0.5] * 7, "s", markerfacecolor="none", markeredgecolor="tab:red", markersize=9)
    axes.set(xlim=(-0.7, 6.7), ylim=(-1, 3.2))


def scatter(figure: Figure) -> None:
    draw = random(1)
    axes = figure.subplots()
    x, y = draw.normal(size=(2, 120))
    points = axes.scatter(x, y, s=draw.uniform(5, 220, 120), c=x + y, alpha=0.6, edgecolors="k", linewidths=0.4)
    figure.colorbar(points, ax=axes, label="Sum")
    axes.set_xlim(-2, 2)


def many_points(figure: Figure) -> None:
    axes = figure.subplots()
    x, y = random(2).normal(size=(2, 3000))
    axes.plot(x, y, ".", color="k", markersize=2)
    axes.scatter(x[::10], y[::10], s=4, marker="D", color="tab:orange", linewidths=0)


def bars(figure: Figure) -> None:
    axes = figure.subplots()
    names = ["Iraq", "Kuwait", "Qatar", "Jordan"]
    drawn = axes.bar(names, [5262, 2100, 980, 430], color=["C0", "C1", "C2", "C3"], edgecolor="k")
    axes.bar_label(drawn, fmt="{:,.0f}")
    axes.set_ylabel("People")
    axes.spines[["top", "right"]].set_visible(False)


def stacked_bars(figure: Figure) -> None:
    axes = figure.subplots()
    draw = random(3)
    bottom = np.zeros(6)
    for name in ("north", "south", "west"):
        values = draw.uniform(1, 4, 6)
        axes.bar(np.arange(6), values, 0.8, bottom=bottom, label=name)
        bottom += values
    axes.legend(title="Region", loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
    figure.subplots_adjust(right=0.76)


def horizontal_bars(figure: Figure) -> None:
    axes = figure.subplots()
    axes.barh(["a rather long name", "short", "third of all"], [3, -2, 5], xerr=[0.4, 0.7, 1.1], capsize=4, alpha=0.7)
    axes.axvline(0, color="k", linewidth=0.8)
    figure.subplots_adjust(left=0.3)


def hatched_bars(figure: Figure) -> None:
    axes = figure.subplots()
    for at, hatch in enumerate(("//", "\\\\", "||", "--", "++", "xx", "oo", "OO", "..", "**")):
        axes.bar(at, 3 + at % 3, hatch=hatch, facecolor="white" if at % 2 else "#CFE3F2", edgecolor=f"C{at % 6}")
    axes.set_xticks(range(10), [])


def error_bars(figure: Figure) -> None:
    axes = figure.subplots()
    x = np.arange(8.0)
    axes.errorbar(x, x**0.5, yerr=0.3, xerr=0.2, fmt="o", capsize=3, ecolor="0.5")
    axes.errorbar(x, 1 + x / 4, yerr=[0.1 + x / 20, 0.3 + x / 10], fmt="s--", uplims=x > 5, capsize=3)


def steps(figure: Figure) -> None:
    axes = figure.subplots()
    x = np.arange(12)
    for at, where in enumerate(("pre", "mid", "post")):
        axes.step(x, np.cos(x / 2) + at, where=where, label=where)  # type: ignore[arg-type]
    axes.stairs([1, 3, 2, 4, 2], [0, 2, 4, 6, 8, 11], fill=True, alpha=0.3, baseline=-1)
    axes.legend()


def bands(figure: Figure) -> None:
    axes = figure.subplots()
    x = np.linspace(0, 6, 200)
    axes.fill_between(x, np.sin(x), np.sin(x) + 1, where=(np.sin(x) > -0.5).tolist(), alpha=0.4, interpolate=True)
    axes.fill_betweenx(np.linspace(-1, 2, 50), 1, 1.5, color="tab:red", alpha=0.25, hatch="..")
    axes.axhspan(0.2, 0.5, color="gold", alpha=0.4)
    axes.axline((0, -1), slope=0.4, color="k", linestyle=":")


def stems(figure: Figure) -> None:
    axes = figure.subplots()
    x = np.linspace(0.1, 2 * np.pi, 25)
    axes.stem(x, np.exp(np.sin(x)), bottom=1.1, linefmt="grey", markerfmt="D")


def stacks(figure: Figure) -> None:
    axes = figure.subplots()
    draw = random(4)
    axes.stackplot(range(12), draw.uniform(1, 3, (4, 12)), labels=list("ABCD"), baseline="wiggle")
    axes.legend(loc="lower left", ncols=4)


def histograms(figure: Figure) -> None:
    axes = figure.subplots()
    data = random(5).normal([0, 1.5], 1, (500, 2))
    axes.hist(data, 20, density=True, histtype="bar", label=["one", "two"])
    axes.hist(data[:, 0], 30, density=True, histtype="step", cumulative=True, color="k", linewidth=1.5)
    axes.legend()


def boxes(figure: Figure) -> None:
    left, right = figure.subplots(1, 2)
    data = [random(6 + at).normal(at, 1 + at / 3, 80) for at in range(3)]
    left.boxplot(data, notch=True, patch_artist=True, boxprops={"facecolor": "#DDEEDD"})
    right.violinplot(data, showmedians=True)


def broken_bars(figure: Figure) -> None:
    axes = figure.subplots()
    axes.broken_barh([(110, 30), (150, 10)], (10, 9), facecolors="tab:blue")
    axes.broken_barh([(10, 50), (100, 20), (130, 10)], (20, 9), facecolors=("tab:orange", "tab:green", "tab:red"))
    axes.eventplot([[20, 40, 95], [60, 61, 62, 140]], lineoffsets=[5, 35], linelengths=4, colors=["k", "tab:purple"])
    axes.set_yticks([15, 25], ["Bill", "Jim"])


def dates(figure: Figure) -> None:
    axes = figure.subplots()
    days: Any = [date(2014, 6, 1) + timedelta(days=30 * at) for at in range(30)]
    axes.plot(days, np.cumsum(random(9).normal(10, 12, 30)), marker="o", markersize=3)
    axes.axvspan(days[5], days[9], color="0.9")
    figure.autofmt_xdate(rotation=35)


def logarithmic(figure: Figure) -> None:
    left, right = figure.subplots(1, 2)
    x = np.logspace(0, 6, 40)
    left.loglog(x, x**0.7, "o-", markersize=3)
    left.bar([10, 1000, 1e5], [5, 200, 3000], width=[5, 500, 5e4], alpha=0.4)
    left.grid(True, which="both", linewidth=0.3)
    right.plot(np.linspace(-1000, 1000, 400), np.linspace(-50, 50, 400) ** 3)
    right.set(xscale="symlog", yscale="symlog")
    right.tick_params(labelsize=7)
    figure.subplots_adjust(wspace=0.35)


def minutes(value: Any) -> Any:
    return value * 60


def hours(value: Any) -> Any:
    return value / 60


def twins(figure: Figure) -> None:
    axes = figure.subplots()
    x = np.linspace(0, 5, 60)
    axes.plot(x, np.exp(x), color="tab:red")
    axes.set_ylabel("exponential", color="tab:red")
    other = axes.twinx()
    other.plot(x, np.sin(2 * np.pi * x), color="tab:blue", linestyle="--")
    other.set_ylabel("sine", color="tab:blue")
    axes.secondary_xaxis("top", functions=(minutes, hours)).set_xlabel("minutes")


LINES = {
    function.__name__: function
    for function in (
        lines, caps_and_joins, markers, scatter, many_points, bars, stacked_bars, horizontal_bars, hatched_bars,
        error_bars, steps, bands, stems, stacks, histograms, boxes, broken_bars, dates, logarithmic, twins,
    )
}  # fmt: skip
