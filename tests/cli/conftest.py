"""Datasets to break, and ways to call the program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefpress.cli import main

SOURCE = Path(__file__).resolve().parents[2] / "src"

Program = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def briefpress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Call the program in this process, in an empty folder. Output and errors are apart in the result."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="briefpress")

    return call


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """Call the program as a process of its own, in an empty folder."""

    def call(*arguments: str | Path, **extra: object) -> subprocess.CompletedProcess[str]:
        given: dict[str, object] = {
            "capture_output": True,
            "text": True,
            "cwd": tmp_path,
            "env": environment(),
            **extra,
        }
        return subprocess.run(command_line(arguments), check=False, **given)  # type: ignore[call-overload,no-any-return]

    return call


def command_line(arguments: Sequence[str | Path]) -> list[str]:
    return [sys.executable, "-m", "briefpress", *map(str, arguments)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(SOURCE)}


@pytest.fixture
def dataset(briefpress: Program, tmp_path: Path) -> Path:
    """A dataset without a fault, made by `briefpress new`."""
    folder = tmp_path / "harbour-baths"
    assert briefpress("new", folder).exit_code == 0
    return folder
