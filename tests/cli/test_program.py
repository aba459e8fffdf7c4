"""The program as a whole: help, version, completion, exit codes."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from briefpress import __version__
from briefpress.cli import failure, program
from briefpress.cli.options import Loudness
from briefpress.errors import BriefpressError, DatasetError, UsageError
from briefpress.model.problem import Place, Problem

from .conftest import Process, Program


def test_help_lists_every_command(briefpress: Program) -> None:
    """`--help` shows each command with its line of help."""
    shown = briefpress("--help")
    assert shown.exit_code == 0
    for name, (_, words) in program.COMMANDS.items():
        assert name in shown.stdout
        assert words in " ".join(shown.stdout.split())


@pytest.mark.parametrize("name", sorted(program.COMMANDS))
def test_every_command_has_help(briefpress: Program, name: str) -> None:
    """Each command explains itself, and says what it was called."""
    shown = briefpress(name, "-h")
    assert shown.exit_code == 0
    assert shown.stdout.startswith(f"Usage: briefpress {name} ")


def test_version(process: Process) -> None:
    """`--version` prints the version, also as a module."""
    assert process("--version").stdout == f"briefpress {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["build"], ["build", "x", "--paper", "a3"], ["no-such-command"], ["check"], ["--no"]]
)
def test_wrong_usage_is_two(briefpress: Program, arguments: list[str]) -> None:
    """A call that cannot be understood ends with 2 and says how to call."""
    told = briefpress(*arguments)
    assert told.exit_code == 2
    assert "Usage: briefpress" in told.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(process: Process, shell: str) -> None:
    """The script for each shell calls the program back by its name."""
    script = process("completion", shell)
    assert script.returncode == 0
    assert "_BRIEFPRESS_COMPLETE" in script.stdout


def test_completion_completes(process: Process) -> None:
    """What the script asks for is answered with the options of the command."""
    from .conftest import environment

    asked = {"_BRIEFPRESS_COMPLETE": "bash_complete", "COMP_WORDS": "briefpress build --pa", "COMP_CWORD": "2"}
    # The name of the program sets the name of the variable, so it is called by the name that the script uses.
    code = "import sys; sys.argv[0] = 'briefpress'; from briefpress.cli import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment() | asked, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["plain,--paper"]


def fails_with(monkeypatch: pytest.MonkeyPatch, error: BaseException, *arguments: str) -> tuple[int, str]:
    """Let a command raise `error`, and return the exit code and what was said."""

    @click.command("completion")
    @click.option("-v", "--verbose", is_flag=True)
    @click.pass_obj
    def command(loudness: Loudness, verbose: bool) -> None:
        loudness.verbose = verbose
        raise error

    monkeypatch.setattr("briefpress.cli.completion.command", command)
    told = CliRunner().invoke(program.main, ["completion", *arguments])
    return told.exit_code, told.stderr


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (BriefpressError("it is broken", "Mend it"), 1, "error: it is broken. Mend it.\n"),
        (UsageError("not like this"), 2, "error: not like this.\n"),
        (
            DatasetError([Problem("one", "Do this.", Place("a.csv", 2, 3)), Problem("two", "", Place("b.csv"))]),
            1,
            "a.csv:2:3: error: one. Do this.\nb.csv: error: two.\n",
        ),
        (KeyboardInterrupt(), failure.INTERRUPTED, "\nstopped\n"),
    ],
)
def test_failures_are_told_in_words(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, words: str
) -> None:
    """Each kind of failure has its exit code, and its message with the remedy, and no traceback."""
    assert fails_with(monkeypatch, error) == (code, words)


def test_a_fault_of_ours_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that nobody foresaw is one line that says what to do; -v shows where it was."""
    code, words = fails_with(monkeypatch, ZeroDivisionError("by\nzero"))
    assert code == 1
    assert words.startswith("error: briefpress failed in a way it should not (ZeroDivisionError: by zero).")
    assert words.count("\n") == 1
    code, words = fails_with(monkeypatch, ZeroDivisionError("by zero"), "-v")
    assert code == 1
    assert "Traceback" in words


def test_a_reader_who_leaves_is_no_fault(process: Process) -> None:
    """Output into a pipe that closes early ends quietly."""
    from .conftest import command_line, environment

    line = " ".join(command_line(["completion", "bash"]))
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; ({line}; echo $? >&2) | true"],
        env=environment() | {"PYTHONUNBUFFERED": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr in ("1\n", "0\n")  # 0 where all was written before the pipe closed
