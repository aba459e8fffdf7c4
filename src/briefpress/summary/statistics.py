"""The [[statistics]] of a brief: each formula worked out once, those it leans on first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from briefpress.model.dataset import Statistic
from briefpress.model.problem import Problem
from briefpress.model.quantity import Bound, Quantity
from briefpress.model.summary import Fact
from briefpress.model.text import Claim, Origin
from briefpress.summary.arithmetic import RefusedError
from briefpress.summary.elapsed import UNITS
from briefpress.summary.evaluate import Evaluator
from briefpress.summary.facts import ESTIMATED, Known, ordered
from briefpress.summary.formula import Binary, Call, FormulaError, Negated, Node, Number, Ref, UnreadError, parse, refs
from briefpress.summary.terms import constant_claim, terms
from briefpress.summary.values import Value, called, conclude

LONGEST_CHAIN = 60  #: of statistics that need one another; more would exhaust the stack
YEARS_MONTHS = "years-months"


@dataclass(frozen=True, slots=True)
class Worked:
    """What came of the formulas: facts in the order of brief.toml, constants by how they are written, problems."""

    facts: Mapping[str, Fact]
    constants: Mapping[str, Claim]
    problems: tuple[Problem, ...]


def work_out(known: Known) -> Worked:
    """Work out every statistic. One that can't be is a problem with its place, and so is one that leans on it."""
    work = _Work(known)
    for name in known.statistics:
        work.value(name)
    done = {name: work.facts[name] for name in known.statistics if name in work.facts}
    problems = tuple(work.problems[name] for name in known.statistics if name in work.problems)
    return Worked(done, work.constants, problems)


class _Work:
    """The formulas worked out so far; `_under_way` is the chain of statistics that led to the present one."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._values: dict[str, Value] = {}
        self._under_way: list[str] = []
        self._unread: set[str] = set()  # statistics that need what could not be read
        self._evaluator = Evaluator(known, self._leaned_on)
        self.facts: dict[str, Fact] = {}
        self.constants: dict[str, Claim] = {}
        self.problems: dict[str, Problem] = {}

    def value(self, name: str) -> Value | None:
        """The value of a statistic, or None where there is a problem with it."""
        if name in self._values or name in self.problems or name in self._unread:
            return self._values.get(name)
        statistic = self._known.statistics[name]
        self._under_way.append(name)
        try:
            self._work_out(statistic)
        except UnreadError:
            self._unread.add(name)
        except FormulaError as error:
            self.problems[name] = _problem(statistic, error)
        except RefusedError as error:
            self.problems[name] = Problem(f"statistic {name}: {error.message}", error.hint, statistic.place)
        finally:
            self._under_way.pop()
        return self._values.get(name)

    def _leaned_on(self, ref: Ref) -> Value:
        if ref.name in self._under_way:
            circle = [*self._under_way[self._under_way.index(ref.name) :], ref.name]
            message = f"it goes round in a circle: {' needs '.join(circle)}"
            raise FormulaError(message, "Write one of them without the others.", ref.column)
        if len(self._under_way) > LONGEST_CHAIN:
            hint = "Put the statistics that others need before them in brief.toml."
            raise FormulaError("too long a chain of statistics leads to it", hint, ref.column)
        value = self.value(ref.name)
        if ref.name in self._unread:
            raise UnreadError
        if value is None:
            hint = f"Mend {ref.name} first."
            raise FormulaError(f"it needs {ref.name}, which could not be worked out", hint, ref.column)
        return replace(value, name=ref.name)

    def _work_out(self, statistic: Statistic) -> None:
        tree = parse(statistic.formula, self._known.names)
        value = called(self._evaluator.evaluate(tree), statistic.unit)
        quantity, digits = conclude(value, statistic.digits)
        if statistic.show == YEARS_MONTHS:
            quantity, digits = _whole_months(value), None
        facts = {**self.facts, **self._known.facts}
        inputs = _inputs(tree, self._known, facts)
        self._values[statistic.id] = value
        self.facts[statistic.id] = Fact(
            statistic.id,
            statistic.label,
            quantity,
            Claim(Origin.STATISTIC, statistic.id),
            sources=self._sources(inputs, facts),
            digits=digits,
            formula=terms(statistic.id, tree, self._evaluator, facts),
            inputs=inputs,
            note=statistic.note,
            group=statistic.group,
            phase=statistic.phase,
            show=statistic.show,
            flags=_flags(inputs, facts),
        )
        for number in _numbers(tree):
            self.constants.setdefault(number.text, constant_claim(statistic.id, number))

    def _sources(self, inputs: tuple[str, ...], facts: Mapping[str, Fact]) -> tuple[str, ...]:
        dates = self._known.dates
        return ordered(*(facts[name].sources if name in facts else (dates[name].source,) for name in inputs))


def _inputs(tree: Node, known: Known, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """What the formula names directly, each once: refs of facts as they are printed, ids of events."""
    dated = {ref for call in _calls(tree) if call.name in UNITS for ref in refs(call)}
    names = [
        ref.name if ref in dated and ref.name in known.dates and known.dates[ref.name].is_event else facts[ref.name].ref
        for ref in refs(tree)
    ]
    return tuple(dict.fromkeys(names))


def _calls(node: Node) -> tuple[Call, ...]:
    if isinstance(node, Call):
        return (node, *(call for part in node.parts for call in _calls(part)))
    if isinstance(node, Binary):
        return (*_calls(node.left), *_calls(node.right))
    return _calls(node.inner) if isinstance(node, Negated) else ()


def _numbers(node: Node) -> tuple[Number, ...]:
    if isinstance(node, Number):
        return (node,)
    if isinstance(node, Binary):
        return (*_numbers(node.left), *_numbers(node.right))
    if isinstance(node, Call):
        return tuple(number for part in node.parts for number in _numbers(part))
    return _numbers(node.inner) if isinstance(node, Negated) else ()


def _flags(inputs: tuple[str, ...], facts: Mapping[str, Fact]) -> tuple[str, ...]:
    return (ESTIMATED,) if any(ESTIMATED in facts[name].flags for name in inputs if name in facts) else ()


def _whole_months(value: Value) -> Quantity:
    """A time that is told in years and months, in months without a fraction. Raises RefusedError for any other unit."""
    months, _ = conclude(replace(called(value, "months"), full=True))
    bound = months.bound
    down, up = bound.is_floor or bound.is_range, bound.is_ceiling
    whole = months.value.to_integral_value(ROUND_FLOOR if down else ROUND_CEILING if up else ROUND_HALF_EVEN)
    high = None if months.high is None else months.high.to_integral_value(ROUND_CEILING)
    if bound is Bound.EXACT and whole != months.value:
        bound = Bound.ABOUT
    return Quantity(Decimal(whole), "months", bound, high)


def _problem(statistic: Statistic, error: FormulaError) -> Problem:
    message = f"statistic {statistic.id}: {error.message} (character {error.column} of its formula)"
    return Problem(message, error.hint, statistic.place)
