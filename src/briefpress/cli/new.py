"""`briefpress new`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from briefpress.cli.options import FOLDER, Loudness, loudness
from briefpress.errors import BriefpressError
from briefpress.files import make_folder, write_whole

TEMPLATE = Path(__file__).parent / "template"


@click.command("new")
@click.argument("folder", metavar="DIR", type=FOLDER)
@loudness
@click.pass_obj
def command(told: Loudness, folder: Path) -> None:
    """Write a small, complete, commented dataset into DIR, a new or empty folder.

    It builds at once; put your own figures in the place of its invented ones.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BriefpressError(f"{folder} is there already", "Name a new or an empty folder; nothing is overwritten")
    for path in template_files():
        target = folder / path.relative_to(TEMPLATE)
        make_folder(target.parent)
        write_whole(target, path.read_bytes())
    if not told.quiet:
        click.echo(f"{folder} is ready. Next: briefpress build {folder}")


def template_files() -> Iterator[Path]:
    """Yield the files of the dataset to start from, in the order of their names."""
    return (path for path in sorted(TEMPLATE.rglob("*")) if path.is_file() and path.suffix != ".pyc")
