"""Whole PDFs: every number is found and traced, and the command says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from briefpress.cli import main
from briefpress.dataset import save
from briefpress.language.lexicon import load_lexicon
from briefpress.pipeline import STANDARDS, Options, build, survey
from briefpress.proof.reading import read_pages
from briefpress.proof.verifying import verify
from briefpress.proof.wording import NumberWords
from dataset.material import LANGUAGES
from dataset.strategies import Counts, make
from proof.kit import ORCHARD, Surveys, forged, overlay


@pytest.mark.parametrize("name", ["iraq-troops", "tramway-valmeurs", "village-library"])
def test_every_number_of_the_datasets_is_traced(briefing: Callable[[str], bytes], surveys: Surveys, name: str) -> None:
    """The briefings that come with the program verify without a finding."""
    report = verify(briefing(name), name, surveys)
    assert [str(finding) for finding in report.findings] == []
    assert report.traced == report.numbers >= 50


def test_numbers_are_counted_by_the_reader(orchard: bytes, surveys: Surveys) -> None:
    """The count is of what a reader finds on the pages, in alternative texts and in the titles, not of the ledger."""
    words = NumberWords(load_lexicon("en-GB"))
    on_pages = sum(len(words.spans(page.text)) for page in read_pages(orchard, "orchard"))
    report = verify(orchard, "orchard", surveys)
    assert on_pages <= report.numbers <= on_pages * 1.3


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_papers_and_standards_are_traced(surveys: Surveys, standard: str, paper: str) -> None:
    """Neither the paper nor the edition of the standards hides a number."""
    report = verify(build(ORCHARD, Options(paper=paper, standard=standard)).pdf, "orchard", surveys)
    assert (report.findings, report.sound) == ((), True)


@pytest.mark.parametrize("seed", range(8))
def test_random_datasets_are_traced(tmp_path: Path, seed: int) -> None:
    """Any dataset's briefing proves itself, in every language, with every hedge, date and kind of chart."""
    random = Random(seed)
    counts = Counts(**{field.name: random.randint(1, 7) for field in fields(Counts)})
    language = sorted(LANGUAGES)[seed % len(LANGUAGES)]
    save(make(random, counts, language), tmp_path / "random")
    report = verify(build(tmp_path / "random").pdf, "random", survey)
    assert ([str(finding) for finding in report.findings], report.traced) == ([], report.numbers)


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="briefpress")
    return result.exit_code, result.stdout, result.stderr


def test_the_command_says_what_was_traced(orchard: bytes, tmp_path: Path) -> None:
    """A sound file: one line and exit code 0."""
    file = tmp_path / "orchard.pdf"
    file.write_bytes(orchard)
    code, out, err = run("verify", file)
    count = out.split()[1]
    assert (code, out, err) == (0, f"{file}: {count} of {count} numbers traced\n", "")


def test_the_command_names_what_was_not(orchard: bytes, tmp_path: Path) -> None:
    """A forged file: each number with page and place, and exit code 1."""
    file = tmp_path / "forged.pdf"
    file.write_bytes(forged(orchard, lambda pdf: overlay(pdf.pages[1], "99")))
    code, out, err = run("verify", file)
    assert code == 1
    assert f"{file}: page 2 at 300, 400: '99' is in no entry of the ledger" in err.splitlines()
    traced, numbers = out.split()[1], out.split()[3]
    assert int(numbers) == int(traced) + 1


def test_the_command_writes_json(orchard: bytes, tmp_path: Path) -> None:
    """The same as data, for other programs."""
    file = tmp_path / "forged.pdf"
    file.write_bytes(forged(orchard, lambda pdf: overlay(pdf.pages[1], "99")))
    code, out, _ = run("verify", file, "--json")
    told = json.loads(out)
    numbers = [finding for finding in told["findings"] if finding["kind"] == "number"]
    assert (code, told["sound"], told["numbers"] - told["traced"]) == (1, False, 1)
    assert numbers[0] | {"message": ""} == {
        "kind": "number", "page": 2, "x": 300.0, "y": 400.0, "text": "99", "message": "",
    }  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"no PDF at all"])
def test_what_is_no_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    """A file that is no PDF ends with words and exit code 1, not with a traceback."""
    file = tmp_path / "odd.pdf"
    file.write_bytes(content)
    code, out, err = run("verify", file)
    assert (code, out) == (1, "")
    assert err.startswith("error: ")
    assert str(file) in err
