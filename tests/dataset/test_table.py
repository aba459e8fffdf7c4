from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.dataset import load
from briefpress.dataset.report import Report
from briefpress.dataset.table import Table, column_name, read_table
from briefpress.model.dataset import Dataset
from briefpress.model.problem import Place
from dataset.kit import reading, write

KNOWN = ("id", "label", "value", "source", "as_of")
PLAIN = "id,label,value,source\nships,Ships,12,log\nboats,Boats,3,log\n"


def table_of(text: str, known: tuple[str, ...] = KNOWN) -> Table:
    report = Report()
    table = read_table(text, "f.csv", known, report)
    assert report.problems == []
    assert table is not None
    return table


def loaded(folder: Path, figures: str | bytes) -> Dataset:
    write(folder, {"figures.csv": figures})
    assert reading(folder) == []
    dataset = load(folder).dataset
    assert dataset is not None
    return dataset


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_files_are_read_as_spreadsheets_write_them(tmp_path: Path, encoding: str, end: str, separator: str) -> None:
    """Encodings, line ends and separators of Excel, LibreOffice and Numbers all give the same rows."""
    text = PLAIN.replace(",", separator).replace("\n", end).replace("Boats", "Bâteaux")
    figures = loaded(tmp_path, text.encode(encoding)).figures
    assert [(f.id, f.label, f.quantity.value) for f in figures] == [
        ("ships", "Ships", Decimal(12)),
        ("boats", "Bâteaux", Decimal(3)),
    ]
    assert [(f.place.line, f.places["value"].column) for f in figures] == [(2, 13), (3, 15)]


@pytest.mark.parametrize("mark", ["sep=;", "sep=;;;;", '"sep=;"', "SEP=;"])
def test_the_line_that_names_the_separator_is_believed(tmp_path: Path, mark: str) -> None:
    """Excel's first line settles the separator, is no header, and still counts as a line."""
    figures = loaded(tmp_path, f"{mark}\n" + PLAIN.replace(",", ";")).figures
    assert [(f.id, f.place.line) for f in figures] == [("ships", 3), ("boats", 4)]


def test_the_header_settles_the_separator() -> None:
    """Commas inside the cells of a file with semicolons do not mislead, nor the other way round."""
    assert table_of("id;label, short;value\na;b,c,d,e;1\n").separator == ";"
    assert table_of("id,label; short,value\na,b;c;d;e,1\n").separator == ","
    assert table_of("label\nOne column\n").separator == ","


def test_headers_may_differ_in_case_spaces_and_hyphens() -> None:
    """A column is known however its name is typed."""
    table = table_of('ID , Label,"As of",VALUE\na,b,2003,1\n')
    assert list(table.columns) == ["id", "label", "as_of", "value"]
    assert column_name(" As-Of\u00a0") == "as_of"


def test_blank_rows_and_columns_at_the_end_are_nothing() -> None:
    """What a spreadsheet leaves around the table is no data, and lines are counted through it."""
    table = table_of("id,label,,\n\na,A,,\n,,,\nb,B\n,,,\n\n\n")
    assert list(table.columns) == ["id", "label"]
    assert [(row.text("id"), row.text("label"), row.place.line) for row in table.rows] == [("a", "A", 3), ("b", "B", 5)]


def test_a_line_break_in_quotation_marks_is_counted_and_printed_as_a_space() -> None:
    """Lines after a quoted line break have their physical number, and a cell is one line of words."""
    table = table_of('id,label,value\na,"Two\n lines",1\nb,"Say ""hm"", then",2\n')
    assert table.rows[0].text("label") == "Two lines"
    assert table.rows[0].cell("value").place == Place("f.csv", 3, 9)
    assert table.rows[1].text("label") == 'Say "hm", then'
    assert table.rows[1].place == Place("f.csv", 4, 1)


def test_nothing_in_a_cell_is_markup(tmp_path: Path) -> None:
    """What would be markup elsewhere is read as the characters that it is."""
    label = "<b>&amp; {x} $1 100 % *a* =SUM(A1) \\n"
    assert loaded(tmp_path, f'id,label,value,source\na,"{label}",1,log\n').figures[0].label == label


CELLS = st.text(st.sampled_from('ab é;,\t"\n\u00a0'), max_size=8)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5), st.sampled_from([",", ";", "\t"]))
def test_what_a_csv_writer_writes_is_read_back(rows: list[list[str]], separator: str) -> None:
    """Cells written by Python's csv module come back, line breaks and outer blanks apart, with the right places."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(["id", "label", "value"])
    writer.writerows(rows)
    text = out.getvalue()
    lines = text.split("\n")
    table = table_of(text)
    wanted = [[_tidy(cell) for cell in row] for row in rows]
    assert [[row.text(name) for name in ("id", "label", "value")] for row in table.rows] == [
        row for row in wanted if any(row)
    ]
    for row in table.rows:
        for cell in row.cells.values():
            assert lines[cell.place.line - 1][cell.place.column - 1] == '"'


def _tidy(cell: str) -> str:
    return re.sub(r" *[\n\t][ \n\t]*", " ", cell.strip(" \n\t\u00a0"))
