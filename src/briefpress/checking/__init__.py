"""What a dataset says of itself, held against itself. To add a check: one function and one row in CHECKS."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefpress.checking.charts import check_charts, check_places, check_unprinted
from briefpress.checking.citations import check_citations, check_unused
from briefpress.checking.lettering import check_lettering
from briefpress.checking.limits import check_limits, check_tile_labels
from briefpress.checking.references import (
    check_addresses,
    check_front,
    check_ids,
    check_phases_and_groups,
    check_sections,
)
from briefpress.checking.subject import Subject
from briefpress.checking.writing import check_braces, check_typed
from briefpress.language.lexicon import Lexicon
from briefpress.model.dataset import Dataset
from briefpress.model.problem import Problem
from briefpress.model.summary import Summary

__all__ = ["CHECKS", "check", "check_lettering"]

CHECKS: tuple[Callable[[Subject], Iterable[Problem]], ...] = (
    check_ids,
    check_phases_and_groups,
    check_front,
    check_sections,
    check_addresses,
    check_citations,
    check_unused,
    check_braces,
    check_typed,
    check_charts,
    check_places,
    check_unprinted,
    check_limits,
    check_tile_labels,
)


def check(dataset: Dataset, summary: Summary, lexicon: Lexicon) -> tuple[Problem, ...]:
    """Everything wrong with a dataset that its files alone do not show, by file, line and column. Formulas that cannot
    be worked out are told in `summary.problems` and not again; nothing is said of what `dataset.unread` names."""
    subject = Subject(dataset, summary, lexicon)
    found = dict.fromkeys(problem for run in CHECKS for problem in run(subject))
    return tuple(sorted(found, key=lambda problem: problem.place))
