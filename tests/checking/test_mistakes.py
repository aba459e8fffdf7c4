from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from briefpress.charts import CHARTS
from briefpress.checking import CHECKS, check
from briefpress.checking.subject import KINDS, SECTIONS, Subject
from briefpress.dataset import load
from briefpress.language.lexicon import load_lexicon
from briefpress.model.dataset import Dataset
from briefpress.model.problem import Severity
from briefpress.pages.sections import SECTIONS as MADE
from briefpress.summary import summarise
from dataset.kit import checking, mistakes, write
from dataset.strategies import datasets

CASES = mistakes(Path(__file__).with_name("mistakes.txt"))


@pytest.mark.parametrize("case", CASES)
def test_what_does_not_fit_together_is_told_with_place_and_remedy(tmp_path: Path, case: str) -> None:
    """Each mistake of the golden file is told as it stands there, and nothing else is told besides."""
    files, said = CASES[case]
    assert checking(write(tmp_path, files)) == said


def test_a_good_dataset_has_no_problems(tmp_path: Path) -> None:
    """The checks find nothing in a dataset in which nothing is wrong."""
    assert checking(write(tmp_path, {})) == []


def test_a_source_cited_only_in_prose_is_used(tmp_path: Path) -> None:
    """A citation in prose counts as much as one in a row."""
    files = {
        "sources.json": '[{"id": "log", "type": "book", "title": "A"}, {"id": "map", "type": "book", "title": "B"}]',
        "brief.toml": 'title = "Ships"\nstandfirst = "See the map{source:map}."\n',
    }
    assert checking(write(tmp_path, files)) == []


def test_formulas_are_told_by_the_summary_alone(tmp_path: Path) -> None:
    """A formula that cannot be worked out is told once, and what names the statistic is not blamed."""
    statistic = '[[statistics]]\nid = "twice"\nlabel = "Twice"\nformula = "{}"\n'
    for formula in ("shipz * 2", "ships / 0"):
        brief = 'title = "Ships"\nstandfirst = "There are {twice}."\ntiles = ["twice"]\n' + statistic.format(formula)
        folder = write(tmp_path, {"brief.toml": brief})
        dataset = load(folder).dataset
        assert dataset is not None
        summary = summarise(dataset)
        assert len(summary.problems) == 1
        assert check(dataset, summary, load_lexicon("en")) == ()


def test_rows_that_could_not_be_read_are_not_called_unknown(tmp_path: Path) -> None:
    """One bad number is one problem: what names its row, types its number or cites its source is left alone."""
    brief = (
        'title = "Ships"\nstandfirst = "There were 12 ships, {ships} in port."\ntiles = ["ships"]\n'
        '[[charts]]\nid = "size"\nkind = "bars"\nitems = ["ships"]\nlabels = { ships = "Ships" }\n'
    )
    brief += '[[statistics]]\nid = "twice"\nlabel = "Twice"\nformula = "ships * 2"\n'
    files = {"brief.toml": brief, "figures.csv": "id,label,value,source\nships,Ships,12O,log\n"}
    loaded = load(write(tmp_path, files))
    assert loaded.dataset is not None
    assert len(loaded.problems) == 1
    assert summarise(loaded.dataset).problems == ()
    assert check(loaded.dataset, summarise(loaded.dataset), load_lexicon("en")) == ()


def test_the_checks_know_every_chart_kind_and_section() -> None:
    """What the checks take for a kind or a section is what charts and pages can make."""
    assert set(KINDS) == set(CHARTS)
    assert set(MADE) | {"front"} == set(SECTIONS)


def test_every_check_finds_something_in_the_golden_file(tmp_path: Path) -> None:
    """No check stands in the table without a mistake that it alone finds."""
    idle = set(CHECKS)
    for number, (files, _) in enumerate(CASES.values()):
        dataset = load(write(tmp_path / str(number), files)).dataset
        assert dataset is not None
        subject = Subject(dataset, summarise(dataset), load_lexicon("en"))
        idle -= {run for run in idle if list(run(subject))}
    assert idle == set()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(datasets(size="small"))
def test_made_up_datasets_are_valid(dataset: Dataset) -> None:
    """The datasets that tests are made of would build: nothing is wrong with them but their length."""
    brief = dataset.brief
    summary = summarise(dataset)
    problems = (*summary.problems, *check(dataset, summary, load_lexicon(brief.language, brief.words)))
    assert [str(problem) for problem in problems if problem.severity is Severity.ERROR] == []
