"""`briefpress stats`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from briefpress.cli.options import FOLDER, loudness
from briefpress.cli.statistics import as_data, as_tables
from briefpress.cli.table import Table, plain_lines
from briefpress.pipeline import survey


@click.command("stats")
@click.argument("dataset", metavar="DATASET", type=FOLDER)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
@loudness
def command(dataset: Path, as_json: bool) -> None:
    """Print what DATASET comes to.

    Its figures by unit, the statistics of its series and its timeline, and what brief.toml works out of them, each with
    its formula and its sources.
    """
    summary, lexicon = survey(dataset)
    if as_json:
        click.echo(json.dumps(as_data(summary, lexicon), ensure_ascii=False, indent=2))
        return
    for table in as_tables(summary, lexicon):
        _show(table)


def _show(table: Table) -> None:
    if sys.stdout.isatty():
        from briefpress.cli.richly import show

        show(table)
    else:
        click.echo("\n".join(plain_lines(table)) + "\n")
