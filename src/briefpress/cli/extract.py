"""`briefpress extract`."""

from __future__ import annotations

from pathlib import Path

import click

from briefpress.cli.options import FOLDER, Loudness, loudness
from briefpress.pipeline import extract


@click.command("extract")
@click.argument("file", metavar="FILE.pdf", type=FOLDER)
@click.option("-o", "--out", metavar="DIR", type=FOLDER, help="Folder for the files.  [default: FILE without .pdf]")
@click.option("--force", is_flag=True, help="Write into a folder that holds files, replacing those of the same names.")
@loudness
@click.pass_obj
def command(told: Loudness, /, file: Path, out: Path | None, force: bool) -> None:
    """Take the dataset out of FILE.pdf.

    Building it makes the same PDF again, byte for byte.
    """
    folder = out if out is not None else Path(file.stem)
    files, words = extract(file, folder, force)
    if told.quiet:
        return
    if told.verbose:
        for path in files:
            click.echo(path)
    count = "1 file" if len(files) == 1 else f"{len(files)} files"
    variables = [word for word in words if not word.startswith("-")]
    options = [_within(word, folder) for word in words if word.startswith("-")]
    click.echo(
        f"{folder}: {count}. To build it again: {' '.join([*variables, 'briefpress build', str(folder), *options])}"
    )


def _within(option: str, folder: Path) -> str:
    """A style that came out of the file is named where it lies now."""
    name, _, value = option.partition("=")
    return f"{name} {folder / value}" if name == "--style" and value.endswith(".toml") else f"{name} {value}"
