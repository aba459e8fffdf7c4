"""`briefpress verify`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefpress.cli.options import FOLDER, Loudness, loudness
from briefpress.pipeline import compare, verify

if TYPE_CHECKING:
    from briefpress.proof.comparing import Compared
    from briefpress.proof.report import Report


@click.command("verify")
@click.argument("file", metavar="FILE.pdf", type=FOLDER)
@click.option("--article", "articles", metavar="[SOURCE=]FILE", multiple=True,
              help="Compare the data with the text of a source, plain or HTML. May be given again.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@loudness
@click.pass_obj
def command(told: Loudness, /, file: Path, articles: tuple[str, ...], as_json: bool) -> int:
    """Trace every number that FILE.pdf prints to the dataset inside it.

    Nothing but the file is needed. With --article, figures and quotations are compared with their source, too. The
    exit code is 1 where anything does not fit.
    """
    report = verify(file)
    compared = [compare(file, *_named(article)) for article in articles]
    sound = report.sound and all(one.sound for one in compared)
    if as_json:
        click.echo(json.dumps(_as_data(file, report, compared), ensure_ascii=False, indent=1))
    else:
        _tell(file, report, compared, told)
    return 0 if sound else 1


def _named(article: str) -> tuple[Path, str]:
    """The file and the id of its source, "" where none is given."""
    source, sign, file = article.partition("=")
    if sign and not Path(article).exists():
        return Path(file), source
    return Path(article), ""


def _tell(file: Path, report: Report, compared: list[Compared], told: Loudness) -> None:
    for finding in report.findings:
        click.echo(f"{file}: {finding}", err=True)
    for one in compared:
        for comparison in one.comparisons:
            if told.verbose or comparison.status != "ok":
                click.echo(f"{one.article}: {comparison}", err=comparison.status != "ok")
    if told.quiet:
        return
    for one in compared:
        good = sum(comparison.status == "ok" for comparison in one.comparisons)
        start = f"; paragraph 1 is line {one.first} of its text" if one.first > 1 else ""
        count = f"{good} of {len(one.comparisons)} figures and quotations as in {one.article}"
        click.echo(f"{file}: {count} ({one.source}{start})")
    more = "" if report.sound else f"; {len(report.findings)} findings" if len(report.findings) > 1 else "; 1 finding"
    click.echo(f"{file}: {report}{more}")


def _as_data(file: Path, report: Report, compared: list[Compared]) -> dict[str, Any]:
    findings = [
        {"kind": f.kind, "page": f.page, "x": round(f.x, 1), "y": round(f.y, 1), "text": f.text, "message": f.message}
        for f in report.findings
    ]
    articles = [
        {
            "article": one.article,
            "source": one.source,
            "first": one.first,
            "comparisons": [
                {"ref": c.ref, "locator": c.locator, "status": c.status, "dataset": c.dataset, "article": c.article}
                for c in one.comparisons
            ],
        }
        for one in compared
    ]
    return {
        "file": str(file),
        "numbers": report.numbers,
        "traced": report.traced,
        "sound": report.sound,
        "findings": findings,
        "articles": articles,
    }
