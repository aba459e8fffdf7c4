"""The README says what is so."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from briefpress import theme
from briefpress.cli.program import COMMANDS, main
from briefpress.dataset import columns, keys
from briefpress.language.lexicon import known_language

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def section(heading: str) -> str:
    """The text under a heading, up to the next heading of its level or a higher one."""
    level = heading.split(maxsplit=1)[0]
    found = re.search(rf"^{re.escape(heading)}\s*\n(.*?)(?=^#{{1,{len(level)}}} |\Z)", README, re.DOTALL | re.MULTILINE)
    assert found, f"README.md has no heading {heading!r}"
    return found[1]


def command_section(name: str) -> str:
    heading = re.search(rf"^### `briefpress {name}\b[^\n]*$", README, re.MULTILINE)
    assert heading, f"README.md has no section on {name}"
    return heading[0] + "\n" + section(heading[0])


def command_of(name: str) -> click.Command:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    return command


def test_two_commands_stand_first() -> None:
    """The first two blocks to be copied are the two that CI runs, each one line and complete by itself."""
    commands = blocks("sh")
    assert len(commands) == 2
    assert [len(command.strip().splitlines()) for command in commands] == [1, 1]
    assert all(command.startswith("python3 -m venv .venv && ") for command in commands)
    assert commands[0].strip().endswith("briefpress build data/iraq-troops")
    assert commands[1].strip().endswith("pytest")


def test_every_file_named_is_there() -> None:
    """A path that the README names exists in the repository."""
    named = re.findall(r"(?:`|\]\()((?:\.ci|src|tests|data|styles)/[\w./-]+)", README)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_described(name: str) -> None:
    """The section of a command names every option that `--help` lists, and no other."""
    options = {opt for param in command_of(name).params if isinstance(param, click.Option) for opt in param.opts}
    told = set(re.findall(r"(?<![\w-])(--[a-z][a-z-]*)", command_section(name)))
    assert told | {"--quiet", "--verbose"} == {opt for opt in options if opt.startswith("--")} | {
        "--quiet",
        "--verbose",
    }


def test_every_command_is_described() -> None:
    """The sections under Commands are the commands, in the order of `--help`."""
    assert re.findall(r"^### `briefpress (\w+)", section("## Commands"), re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize("name", ["paper", "standard"])
def test_choices_are_those_of_the_program(name: str) -> None:
    """Where the README lists the choices of an option, they are the ones accepted."""
    param = next(param for param in command_of("build").params if param.name == name)
    assert isinstance(param.type, click.Choice)
    assert f"`--{name} {'|'.join(param.type.choices)}`".replace("|", "\\|") in command_section("build")


def test_the_python_example_runs(tmp_path: Path) -> None:
    """The example can be pasted into a file and run from the top of the repository."""
    (tmp_path / "data").symlink_to(ROOT / "data", target_is_directory=True)
    (example,) = blocks("python")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", example]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out" / "village-library.pdf").read_bytes().startswith(b"%PDF-")
    assert "data/no-such-folder" in done.stdout


def test_every_style_is_listed() -> None:
    """The table of styles names the built-in styles and no other."""
    told = re.findall(r"^\| `([\w-]+)` \|", section("## Styles"), re.MULTILINE)
    assert set(told) == {name for name, _ in theme.list_styles()}


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "it", "pt", "nl"])
def test_the_languages_are_known(language: str) -> None:
    """Each language that the README counts has a catalog."""
    assert known_language(language)


@pytest.mark.parametrize(
    ("file", "table"),
    [
        ("figures.csv", columns.FIGURES),
        ("timeline.csv", columns.TIMELINE),
        ("quotes.csv", columns.QUOTES),
        ("series/*.csv", columns.SERIES),
    ],
)
def test_columns_described_are_columns_accepted(file: str, table: tuple[columns.Column, ...]) -> None:
    """The table of each CSV file names the columns that the loader accepts, in their order, and no other."""
    told = re.findall(r"^\| `([^`]+)`", section(f"### {file}"), re.MULTILINE)
    assert tuple(told) == columns.names(table)


def test_keys_described_are_keys_accepted() -> None:
    """The first table on brief.toml names the keys that the loader accepts, in their order, and no other."""
    told = re.findall(r"^\| `([^`]+)`", section("### brief.toml").split("\n#### ")[0], re.MULTILINE)
    assert told == [key.name for key in keys.BRIEF]
