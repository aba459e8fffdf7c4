"""`briefpress styles`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from briefpress.cli.options import FOLDER, loudness
from briefpress.errors import BriefpressError, UsageError
from briefpress.files import make_folder, write_whole
from briefpress.theme import list_styles, style_source


@click.command("styles")
@click.argument("name", required=False)
@click.option("-o", "--out", metavar="FILE", type=FOLDER, help="File for the copy; it must not exist yet.")
@loudness
def command(name: str | None, out: Path | None) -> None:
    """List the styles, or copy the style NAME into FILE to start one of your own.

    Without -o the copy is printed.
    """
    if name is None:
        if out is not None:
            raise UsageError(
                "-o needs the name of the style to copy", "Say for instance: briefpress styles briefing -o mine.toml"
            )
        _list()
        return
    copy = "".join(starting_copy(name, style_source(name).read_text(encoding="utf-8")))
    if out is None:
        click.echo(copy, nl=False)
    elif out.exists():
        raise BriefpressError(f"{out} is there already", "Name a new file; nothing is overwritten")
    else:
        make_folder(out.parent)
        write_whole(out, copy.encode())


def starting_copy(name: str, source: str) -> Iterator[str]:
    """Yield the lines of a style file that extends the style `name` and repeats every setting of it but its fonts.

    Paths of fonts are relative to the file that names them; a copy elsewhere takes them from the style it extends.
    """
    yield f"# A copy of the style {name}. Keep the lines that you change; what is taken out stays as it is in {name}.\n"
    yield f'extends = "{name}"\n'
    table = ""
    for line in source.splitlines(keepends=True):
        if line.startswith("["):
            table = line.strip().strip("[]")
        inherited = not table and line.replace(" ", "").startswith("extends=")
        if not inherited and table.partition(".")[0] != "fonts":
            yield line


def _list() -> None:
    rows = list_styles()
    width = max(len(name) for name, _ in rows)
    for name, description in rows:
        click.echo(f"{name.ljust(width)}  {description}")
