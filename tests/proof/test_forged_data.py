"""Single edits of what a PDF carries: ledger, dataset, alternative texts, metadata. Forgers know how seals are made."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Pdf, String

from briefpress.errors import BriefpressError
from briefpress.proof.ledger import NAME, encoded
from briefpress.proof.report import Kind, Report
from briefpress.proof.verifying import verify
from proof.kit import (
    ORCHARD,
    Surveys,
    bookmark,
    enclose,
    enclosed,
    figures,
    forged,
    judged,
    ledger_of,
    replace_file,
    reseal,
)

Change = Callable[[dict[str, Any]], None]


def kinds(report: Report) -> set[Kind]:
    return {finding.kind for finding in report.findings}


def with_ledger(data: bytes, surveys: Surveys, change: Change) -> Report:
    """The report on a file whose ledger was changed and sealed again."""

    def edit(pdf: Pdf) -> None:
        content = ledger_of(pdf)
        change(content)
        reseal(pdf, content)

    return judged(data, edit, surveys)


def numbered(content: dict[str, Any]) -> list[list[Any]]:
    """Entries that hold a digit."""
    return [e for page in content["pages"] for e in page["entries"] if any(c.isdigit() for c in e[4])]


def changed_digit(text: str) -> str:
    at = next(index for index, c in enumerate(text) if c.isdigit())
    return text[:at] + ("7" if text[at] != "7" else "3") + text[at + 1 :]


@pytest.mark.parametrize("nth", range(20))
def test_a_changed_text_in_the_ledger_is_found(orchard: bytes, surveys: Surveys, nth: int) -> None:
    """The ledger cannot say that a page prints what it does not."""

    def change(content: dict[str, Any]) -> None:
        entries = numbered(content)
        entry = entries[nth * len(entries) // 20]
        entry[4] = changed_digit(entry[4])

    report = with_ledger(orchard, surveys, change)
    assert Kind.PRINTED in kinds(report)
    assert report.traced < report.numbers


@pytest.mark.parametrize("nth", range(6))
def test_a_moved_entry_is_found(orchard: bytes, surveys: Surveys, nth: int) -> None:
    """An entry stands for the number at its place and for no other."""

    def change(content: dict[str, Any]) -> None:
        entries = numbered(content)
        entries[nth * len(entries) // 6][2] += 11.5

    assert kinds(with_ledger(orchard, surveys, change)) & {Kind.PRINTED, Kind.NUMBER}


@pytest.mark.parametrize("nth", range(6))
def test_a_struck_entry_is_found(orchard: bytes, surveys: Surveys, nth: int) -> None:
    """A number whose entry was taken away is a number without a source."""

    def change(content: dict[str, Any]) -> None:
        page = content["pages"][nth % len(content["pages"])]
        entries = [entry for entry in page["entries"] if any(c.isdigit() for c in entry[4])]
        page["entries"].remove(entries[nth * len(entries) // 6])

    assert Kind.NUMBER in kinds(with_ledger(orchard, surveys, change))


@pytest.mark.parametrize("nth", range(12))
def test_an_entry_of_another_origin_is_found(orchard: bytes, surveys: Surveys, nth: int) -> None:
    """A number that is said to be another figure's must be that figure's."""

    def change(content: dict[str, Any]) -> None:
        origins = ("figure", "statistic", "series", "date", "structure")
        claims = [index for index, claim in enumerate(content["claims"]) if claim[0] in origins]
        entries = [entry for entry in numbered(content) if entry[1] in claims]
        entry = entries[nth * len(entries) // 12]
        kind = content["claims"][entry[1]][0]
        others = [index for index in claims if content["claims"][index][0] != kind]
        entry[1] = others[nth % len(others)]

    assert kinds(with_ledger(orchard, surveys, change)) & {Kind.ORIGIN, Kind.STRUCTURE}


@pytest.mark.parametrize("source", ["parish-news", "annual-report"])
def test_a_citation_of_another_source_is_found(orchard: bytes, surveys: Surveys, source: str) -> None:
    """One number means one source throughout a document."""

    def change(content: dict[str, Any]) -> None:
        claims = {tuple(claim): index for index, claim in enumerate(content["claims"])}
        mine = claims["structure", f"citation:{source}"]
        other = claims["structure", "citation:annual-report" if source == "parish-news" else "citation:parish-news"]
        next(entry for entry in numbered(content) if entry[1] == mine)[1] = other

    assert Kind.STRUCTURE in kinds(with_ledger(orchard, surveys, change))


@pytest.mark.parametrize("key", ["value", "hedge", "sources", "locator", "unit", "date", "formula", "inputs", "high"])
def test_what_stands_behind_a_number_cannot_be_changed(orchard: bytes, surveys: Surveys, key: str) -> None:
    """Value, hedge, source, locator, unit, date, formula and inputs in the ledger are those of the dataset."""

    def change(content: dict[str, Any]) -> None:
        said = next(behind for behind in content["behind"] if behind and key in behind)
        said[key] = [*said[key], "annual-report"] if isinstance(said[key], list) else f"{said[key]}1"

    report = with_ledger(orchard, surveys, change)
    assert kinds(report) == {Kind.BEHIND}


@pytest.mark.parametrize("part", ["letters", "drawing", "links"])
def test_digests_cannot_be_changed(orchard: bytes, surveys: Surveys, part: str) -> None:
    """A digest of the ledger is one of what the page holds."""

    def change(content: dict[str, Any]) -> None:
        content["pages"][0][part] = "0" * 64

    wanted = {"letters": Kind.TEXT, "drawing": Kind.DRAWING, "links": Kind.LINK}[part]
    assert wanted in kinds(with_ledger(orchard, surveys, change))


def test_a_ledger_that_was_not_sealed_again_is_found(orchard: bytes, surveys: Surveys) -> None:
    """An edit of the ledger breaks its seal, and its checksum in the PDF."""

    def unsealed(pdf: Pdf) -> None:
        content = ledger_of(pdf)
        content["language"] = "en-US"
        enclose(pdf, NAME, encoded(content))

    assert kinds(judged(orchard, unsealed, surveys)) == {Kind.LEDGER}
    whitespace = judged(orchard, lambda pdf: pdf_stream(pdf).write(enclosed(pdf, NAME) + b" "), surveys)
    assert kinds(whitespace) == {Kind.LEDGER}


def pdf_stream(pdf: Pdf) -> Any:
    return pikepdf.NameTree(pdf.Root.Names.EmbeddedFiles)[NAME].EF.F


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b"\xff", b'{"briefpress-ledger":1}', b'{"briefpress-ledger":9}']
)
def test_a_broken_ledger_is_found(orchard: bytes, surveys: Surveys, content: bytes) -> None:
    """What is no ledger is told as such, and nothing is traced."""
    report = judged(orchard, lambda pdf: enclose(pdf, NAME, content), surveys)
    assert (kinds(report), report.traced, report.sound) == ({Kind.LEDGER}, 0, False)


def test_a_file_without_ledger_is_refused(orchard: bytes, surveys: Surveys) -> None:
    """Without a ledger there is nothing to verify, and the message says what to give."""

    def edit(pdf: Pdf) -> None:
        del pdf.Root.Names.EmbeddedFiles

    with pytest.raises(BriefpressError, match="holds no ledger"):
        verify(forged(orchard, edit), "bare.pdf", surveys)


def cells(name: str) -> list[tuple[int, str]]:
    """Row and column of each cell of a table that a number, date, hedge or source stands in."""
    rows = list(csv.DictReader(io.StringIO((ORCHARD / name).read_text(encoding="utf-8"))))
    columns = ("value", "high", "bound", "as_of", "date", "source", "apples")
    return [(at, column) for at, row in enumerate(rows) for column in columns if row.get(column)]


EDITS = [(name, *cell) for name in ("figures.csv", "timeline.csv", "series/crop.csv") for cell in cells(name)]


@pytest.mark.parametrize(("name", "row", "column"), EDITS)
def test_an_edited_cell_is_found(orchard: bytes, surveys: Surveys, name: str, row: int, column: str) -> None:
    """A dataset with one other value, hedge, date or source does not yield what is printed, even where digests fit."""

    def edit(pdf: Pdf) -> None:
        rows = list(csv.DictReader(io.StringIO(enclosed(pdf, name).decode())))
        cell = rows[row][column]
        if column == "source":
            rows[row][column] = "annual-report" if cell == "parish-news" else "parish-news"
        elif column == "bound":
            rows[row][column] = {"about": "exact", "exact": "about", "between": "exact"}.get(cell, "about")
        elif column in ("date", "as_of"):
            rows[row][column] = cell.replace("20", "18", 1)
        else:
            rows[row][column] = changed_digit(cell)
        out = io.StringIO()
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        replace_file(pdf, name, out.getvalue().encode())

    report = judged(orchard, edit, surveys)
    assert kinds(report) & {Kind.ORIGIN, Kind.BEHIND, Kind.DATASET}
    assert not report.sound


@pytest.mark.parametrize("name", sorted(p.relative_to(ORCHARD).as_posix() for p in ORCHARD.rglob("*") if p.is_file()))
def test_an_edited_file_is_found(orchard: bytes, surveys: Surveys, name: str) -> None:
    """One byte more in any file of the dataset is told with the file's name."""
    report = judged(orchard, lambda pdf: enclose(pdf, name, enclosed(pdf, name) + b"\n"), surveys)
    assert f"{name} was changed" in {finding.message for finding in report.findings}


@pytest.mark.parametrize("name", ["figures.csv", "sources.json", "datapackage.json"])
def test_a_missing_file_is_found(orchard: bytes, surveys: Surveys, name: str) -> None:
    """A file of the dataset that was taken away is missed."""

    def edit(pdf: Pdf) -> None:
        del pikepdf.NameTree(pdf.Root.Names.EmbeddedFiles)[name]

    assert f"{name} is missing" in {f.message for f in judged(orchard, edit, surveys).findings}


def test_an_added_file_is_found(orchard: bytes, surveys: Surveys) -> None:
    """A file that was slipped in is not part of the briefing."""

    def edit(pdf: Pdf) -> None:
        pdf.attachments["more.csv"] = b"a,b\n1,2\n"

    assert Kind.FILE in kinds(judged(orchard, edit, surveys))


@pytest.mark.parametrize("name", ["crop.csv", "counts.csv"])
def test_an_edited_chart_table_is_found(orchard: bytes, surveys: Surveys, name: str) -> None:
    """The data of a chart cannot be changed without the chart."""
    report = judged(orchard, lambda pdf: enclose(pdf, name, enclosed(pdf, name).replace(b"0", b"1", 1)), surveys)
    assert {(f.kind, f.message) for f in report.findings} == {(Kind.FILE, f"{name} was changed")}


@pytest.mark.parametrize("nth", range(3))
def test_an_edited_alternative_text_is_found(orchard: bytes, surveys: Surveys, nth: int) -> None:
    """What a screen reader says of a chart is what the chart shows."""

    def edit(pdf: Pdf) -> None:
        element = [each for each in figures(pdf) if any(c.isdigit() for c in str(each.Alt))][nth]
        element.Alt = String(changed_digit(str(element.Alt)))

    assert kinds(judged(orchard, edit, surveys)) == {Kind.SPOKEN}


@pytest.mark.parametrize("nth", range(3))
def test_an_alternative_text_that_the_ledger_knows_is_traced(orchard: bytes, surveys: Surveys, nth: int) -> None:
    """A number in an alternative text leads to the dataset like any other, so that ledger and text cannot be changed
    together."""

    def edit(pdf: Pdf) -> None:
        content = ledger_of(pdf)
        runs = [(at, run) for at, runs in enumerate(content["alternatives"]) for run in runs if len(run) > 1]
        at, run = [(at, run) for at, run in runs if any(c.isdigit() for c in run[0])][nth * 2]
        run[0] = changed_digit(run[0])
        figures(pdf)[at].Alt = String("".join(each[0] for each in content["alternatives"][at]))
        reseal(pdf, content)

    report = judged(orchard, edit, surveys)
    assert Kind.ORIGIN in kinds(report)
    assert report.traced < report.numbers


def test_a_replacement_text_is_found(orchard: bytes, surveys: Surveys) -> None:
    """A text that screen readers would say in place of what is printed does not belong."""

    def edit(pdf: Pdf) -> None:
        figures(pdf)[0].ActualText = String("about 9")

    assert Kind.SPOKEN in kinds(judged(orchard, edit, surveys))


@pytest.mark.parametrize("key", ["/Title", "/Subject", "/Author", "/Keywords"])
def test_changed_document_information_is_found(orchard: bytes, surveys: Surveys, key: str) -> None:
    """What the file says of itself is what the dataset says."""

    def edit(pdf: Pdf) -> None:
        pdf.trailer.Info[key] = String("Fifteen orchards, 1999")

    assert kinds(judged(orchard, edit, surveys)) == {Kind.DOCUMENT}


def test_changed_metadata_is_found(orchard: bytes, surveys: Surveys) -> None:
    """The packet that archives read is compared, too."""

    def edit(pdf: Pdf) -> None:
        pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"2019", b"2018", 1))

    assert kinds(judged(orchard, edit, surveys)) == {Kind.DOCUMENT}


@pytest.mark.parametrize("nth", range(3))
def test_a_changed_bookmark_is_found(orchard: bytes, surveys: Surveys, nth: int) -> None:
    """Bookmarks name the headings that stand on the pages."""

    def edit(pdf: Pdf) -> None:
        bookmark(pdf, nth).Title = String("The 7 seasons")

    assert kinds(judged(orchard, edit, surveys)) == {Kind.DOCUMENT}


def test_a_bookmark_that_no_page_prints_is_found(orchard: bytes, surveys: Surveys) -> None:
    """Nor can ledger and bookmark be changed together."""

    def edit(pdf: Pdf) -> None:
        bookmark(pdf, 0).Title = String("The 7 seasons")
        content = ledger_of(pdf)
        content["document"]["bookmarks"][0] = "The 7 seasons"
        reseal(pdf, content)

    assert kinds(judged(orchard, edit, surveys)) == {Kind.DOCUMENT}


def test_a_dataset_that_cannot_be_read_is_found(orchard: bytes, surveys: Surveys) -> None:
    """Where the dataset inside is broken, no number is traced."""
    report = judged(orchard, lambda pdf: replace_file(pdf, "brief.toml", b"title ="), surveys)
    assert Kind.DATASET in kinds(report)
    assert report.traced == 0


def test_a_dataset_with_a_path_that_leads_out_is_refused(orchard: bytes, surveys: Surveys) -> None:
    """Verifying writes nothing outside its own folder."""

    def edit(pdf: Pdf) -> None:
        tree = pikepdf.NameTree(pdf.Root.Names.EmbeddedFiles)
        tree["figures.csv"].UF = String("../../figures.csv")

    report = judged(orchard, edit, surveys)
    assert Kind.DATASET in kinds(report)
    with pikepdf.open(BytesIO(forged(orchard, edit))) as pdf:
        assert json.loads(enclosed(pdf, NAME))["briefpress-ledger"] == 1
