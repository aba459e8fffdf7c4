"""The `briefpress` command: options that hold for all commands, and the table of commands."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from briefpress.cli.failure import exit_code_of
from briefpress.cli.options import Loudness
from briefpress.version import __version__

#: name -> (module, the line of help shown in the list). A command's module holds a click command called `command`.
COMMANDS = {
    "build": ("briefpress.cli.build", "Build datasets into PDF briefings."),
    "check": ("briefpress.cli.check", "List every problem of datasets."),
    "stats": ("briefpress.cli.stats", "Print the summary statistics of a dataset."),
    "new": ("briefpress.cli.new", "Write a small dataset to start from."),
    "styles": ("briefpress.cli.styles", "List the styles, or copy one to start from."),
    "read": ("briefpress.cli.read", "Print what a screen reader would say of a PDF."),
    "extract": ("briefpress.cli.extract", "Take the dataset out of a PDF."),
    "verify": ("briefpress.cli.verify", "Trace every number of a PDF to its dataset."),
    "completion": ("briefpress.cli.completion", "Print a script that completes commands in a shell."),
}


class Program(click.Group):
    """A group that imports a command when it is called, and turns whatever goes wrong into a message and a code.

    A command returns the exit code, or None for 0.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name][0]).command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Run and exit, as click does, but with the exit codes and the words of this program."""
        loudness = Loudness()
        extra |= {"standalone_mode": False, "obj": loudness}
        try:
            code = super().main(args, *rest, **extra)
            sys.stdout.flush()
        except SystemExit:
            raise
        except BaseException as error:  # noqa: BLE001  # the one place where failures become words
            code = exit_code_of(error, verbose=loudness.verbose)
        sys.exit(code or 0)


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="briefpress %(version)s")
def main() -> None:
    """Turn a folder of sourced figures into a printed briefing."""
