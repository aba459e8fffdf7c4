"""`briefpress read`."""

from __future__ import annotations

from pathlib import Path

import click

from briefpress.cli.options import FOLDER, loudness
from briefpress.pdf.reading import read_tags


@click.command("read")
@click.argument("file", metavar="FILE.pdf", type=FOLDER)
@loudness
def command(file: Path) -> None:
    """Print what a screen reader would say of FILE.pdf, in order, with the role of each piece."""
    click.echo(read_tags(file))
