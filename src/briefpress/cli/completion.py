"""`briefpress completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print a script that completes briefpress commands in SHELL.

    For bash, in ~/.bashrc: eval "$(briefpress completion bash)"
    """
    completion = get_completion_class(shell)
    assert completion is not None, shell  # click has these three
    click.echo(completion(ctx.find_root().command, {}, "briefpress", "_BRIEFPRESS_COMPLETE").source())
