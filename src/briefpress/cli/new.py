"""`briefpress new`."""

from __future__ import annotations

from pathlib import Path

import click

from briefpress.cli.options import FOLDER, Loudness, loudness
from briefpress.dataset.new import write_new
from briefpress.errors import UsageError

_PACKAGE = Path(__file__).resolve().parents[1]
_EXAMPLES = (_PACKAGE / "examples", _PACKAGE.parents[1] / "data")  #: in an installation, in a checkout


@click.command("new")
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--example", metavar="NAME", help="Write this finished example instead, e.g. village-library.")
@loudness
@click.pass_obj
def command(told: Loudness, /, folder: Path, example: str | None) -> None:
    """Write a small, complete, commented dataset into DIR, a new or empty folder.

    It builds at once; put your own figures in the place of its invented ones.
    """
    write_new(folder, None if example is None else example_folder(example))
    if not told.quiet:
        click.echo(f"{folder} is ready. Next: briefpress build {folder}")


def example_folder(name: str) -> Path:
    """The folder of an example dataset. Raises UsageError for a name that is none."""
    found = {path.parent.name: path.parent for root in _EXAMPLES for path in sorted(root.glob("*/brief.toml"))}
    if name not in found:
        raise UsageError(f'there is no example called "{name}"', f"The examples are: {', '.join(found)}")
    return found[name]
