"""`briefpress read`."""

from __future__ import annotations

from pathlib import Path

import click

from briefpress.cli.options import FOLDER, loudness
from briefpress.pdf.read import read_tags, spoken_text


@click.command("read")
@click.argument("file", metavar="FILE.pdf", type=FOLDER)
@loudness
def command(file: Path) -> None:
    """Print what a screen reader would say of FILE.pdf, in order, with the role of each piece."""
    click.echo(spoken_text(read_tags(file)), nl=False)
