"""`check`, `stats`, `new`, `styles` and `read` on good input."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from briefpress.cli.richly import show
from briefpress.cli.table import Table, plain_lines
from briefpress.theme import list_styles, load_theme

from .conftest import Program


def test_what_new_writes_has_no_problem(briefpress: Program, dataset: Path) -> None:
    """The dataset to start from passes `check --strict`."""
    told = briefpress("check", "--strict", dataset)
    assert (told.exit_code, told.stdout) == (0, f"{dataset}: no errors, no warnings\n")


def test_a_warning_counts_when_asked(briefpress: Program, dataset: Path) -> None:
    """A column that nobody knows is a warning: told always, an error with --strict."""
    figures = dataset / "figures.csv"
    first, rest = figures.read_text(encoding="utf-8").split("\n", 1)
    rows = [f"{row},x" if row else "" for row in rest.split("\n")]
    figures.write_text("\n".join([f"{first},colour", *rows]), encoding="utf-8")
    told = briefpress("check", dataset)
    assert told.exit_code == 0
    assert "figures.csv:1:" in told.stdout
    assert "warning: " in told.stdout
    assert briefpress("check", dataset, "--strict").exit_code == 1
    built = briefpress("build", dataset)
    assert built.exit_code == 0
    assert "warning: " in built.stderr


def test_new_overwrites_nothing(briefpress: Program, dataset: Path) -> None:
    """A folder with something in it is refused and left alone."""
    before = {path: path.read_bytes() for path in dataset.rglob("*") if path.is_file()}
    assert briefpress("new", dataset).exit_code == 1
    assert {path: path.read_bytes() for path in dataset.rglob("*") if path.is_file()} == before


def test_new_gives_examples(briefpress: Program, tmp_path: Path) -> None:
    """A finished example can be had by name, and a name that is none is answered with those that are."""
    assert briefpress("new", "mine", "--example", "village-library").exit_code == 0
    assert (tmp_path / "mine" / "brief.toml").exists()
    told = briefpress("new", "other", "--example", "no-such")
    assert told.exit_code == 2
    assert "village-library" in told.stderr


def test_stats_tells_everything(briefpress: Program, dataset: Path) -> None:
    """Figures by unit, series, timeline and what was worked out, each with its sources, hedges kept."""
    told = briefpress("stats", dataset)
    assert told.exit_code == 0, told.stderr
    for words in ("Figures: people", "Series: visits-by-year.visits", "Timeline", "Worked out"):
        assert f"\n{words}\n" in f"\n{told.stdout}"
    line = next(line for line in told.stdout.splitlines() if line.split()[:1] == ["visits"])
    assert "at least 12,000" in line
    assert "town-report" in line
    worked_out = told.stdout.split("Worked out\n")[1]
    assert "cost-per-visit" in worked_out
    assert "÷" in worked_out


def test_stats_for_programs(briefpress: Program, dataset: Path) -> None:
    """--json holds the same facts, with numbers as numbers."""
    data = json.loads(briefpress("stats", dataset, "--json").stdout)
    assert list(data) == ["figures", "series", "timeline", "statistics"]
    facts = {fact["ref"]: fact for group in data["figures"] for fact in group["facts"]}
    visits = facts["visits"]
    assert (visits["value"], visits["bound"], visits["unit"]) == (12000, "at_least", "people")
    assert visits["sources"] == ["town-report"]
    between = facts["club-visits"]
    assert (between["value"], between["high"]) == (14000, 16000)
    cost = next(fact for fact in data["statistics"] if fact["ref"] == "cost-per-visit")
    assert cost["inputs"]
    assert "÷" in cost["formula"]


def test_a_plain_table_lines_up() -> None:
    """Columns are as wide as their widest cell."""
    table = Table("Title", ("a", "b"), (("long one", "1"), ("x", "22")), "note")
    assert list(plain_lines(table)) == ["Title", "  a         b", "  long one  1", "  x         22", "  note"]


def test_a_terminal_table_shows_cells_as_they_are() -> None:
    """What looks like markup in the data is printed, not obeyed."""
    out = StringIO()
    show(Table("Title", ("a", "b"), (("[bold]x[/bold]", "1"),), "note"), Console(file=out, width=60))
    assert "[bold]x[/bold]" in out.getvalue()
    assert "note" in out.getvalue()


def test_styles_are_listed(briefpress: Program) -> None:
    """Every style is listed with what it is like."""
    told = briefpress("styles")
    assert [line.split()[0] for line in told.stdout.splitlines()] == [name for name, _ in list_styles()]


@pytest.mark.parametrize("name", [name for name, _ in list_styles()])
def test_a_copied_style_is_the_same_style(briefpress: Program, tmp_path: Path, name: str) -> None:
    """A copy in another folder, fonts and all, sets the same pages as the style that it was copied from."""
    assert briefpress("styles", name, "-o", "own/mine.toml").exit_code == 0
    copy, original = load_theme(tmp_path / "own" / "mine.toml"), load_theme(name)
    assert (copy.type, copy.colours, copy.papers, copy.chart, copy.flags) == (
        original.type, original.colours, original.papers, original.chart, original.flags,
    )  # fmt: skip
    assert copy.families == original.families
    assert briefpress("styles", name, "-o", "own/mine.toml").exit_code == 1  # nothing is overwritten
    assert briefpress("styles", name).stdout == (tmp_path / "own" / "mine.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("no-such",), ("-o", "x.toml")])
def test_a_style_that_is_none(briefpress: Program, arguments: tuple[str, ...]) -> None:
    """An unknown style, or a file without a style, is refused in words."""
    told = briefpress("styles", *arguments)
    assert told.exit_code in (1, 2)
    assert "briefing" in told.stderr


def test_a_style_of_ones_own(briefpress: Program, dataset: Path, tmp_path: Path) -> None:
    """A style file is used by its path, and a mistake in it is told with its line."""
    style = tmp_path / "mine.toml"
    style.write_text('extends = "briefing"\ndescription = "mine"\n[colours]\nink = "#202020"\n')
    assert briefpress("build", dataset, "--style", style).exit_code == 0
    style.write_text('extends = "briefing"\ndescription = "mine"\n[colours]\nink = "black-ish"\n')
    told = briefpress("build", dataset, "--style", style)
    assert told.exit_code == 1
    assert f"{style}:4: error: " in told.stderr


def test_read_says_what_is_there(briefpress: Program, dataset: Path) -> None:
    """`read` prints the tags of a built file in order, the title first."""
    assert briefpress("build", dataset, "-q").exit_code == 0
    told = briefpress("read", "out/harbour-baths.pdf")
    assert told.exit_code == 0
    assert told.stdout.startswith("Document")
    assert "H1 The harbour baths at Merrow" in told.stdout


@pytest.mark.parametrize("content", [None, b"", b"no PDF"])
def test_read_refuses_what_is_no_pdf(briefpress: Program, tmp_path: Path, content: bytes | None) -> None:
    """A file that is missing or is no PDF is named, without a traceback."""
    if content is not None:
        (tmp_path / "x.pdf").write_bytes(content)
    told = briefpress("read", "x.pdf")
    assert told.exit_code == 1
    assert "x.pdf" in told.stderr
    assert "should not" not in told.stderr
