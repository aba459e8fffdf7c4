"""A table on a terminal: fitted to its width, long words wrapped."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from briefpress.cli.table import Table


def show(table: Table, console: Console | None = None) -> None:
    """Print a table on the console. Cells are shown as they are: nothing in them is markup."""
    drawn = RichTable(title=Text(table.title, "bold"), title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for name in table.header:
        drawn.add_column(name, overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(cell) for cell in row))
    if table.note:
        drawn.caption = Text(table.note)
        drawn.caption_justify = "left"
    (console or Console()).print(drawn)
