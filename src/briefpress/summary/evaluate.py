"""Formula trees to values: looks references up, calls the functions and keeps units, bounds and digits right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from briefpress.language.edtf import parse_edtf
from briefpress.model.dates import Edtf
from briefpress.model.nearest import did_you_mean
from briefpress.summary import values
from briefpress.summary.arithmetic import RefusedError
from briefpress.summary.elapsed import UNITS, Elapsed, elapsed, length
from briefpress.summary.facts import Known
from briefpress.summary.formula import Binary, Call, FormulaError, Negated, Node, Number, Quoted, Ref, UnreadError
from briefpress.summary.values import Value

#: function -> (fewest parts, most parts, how it is written)
FUNCTIONS: Mapping[str, tuple[int, int, str]] = {
    **{unit: (1, 2, f"{unit}(a, b)") for unit in UNITS},
    "share": (2, 2, "share(part, whole)"),
    "per": (3, 3, "per(a, b, 1000)"),
    "sum": (1, 100, "sum(a, b, c)"),
}


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Evaluates the formulas of one dataset. `statistic` gives the value of another statistic by its id, or raises
    FormulaError at the reference."""

    known: Known
    statistic: Callable[[Ref], Value]

    def evaluate(self, node: Node) -> Value:
        """The value of a tree. Raises FormulaError with the column of the part that has no value."""
        try:
            return self._evaluate(node)
        except RefusedError as error:
            raise FormulaError(error.message, error.hint, node.column) from None

    def _evaluate(self, node: Node) -> Value:
        match node:
            case Number():
                return values.constant(node.value, node.text)
            case Ref():
                return self._looked_up(node)
            case Negated():
                return values.negate(self.evaluate(node.inner))
            case Binary():
                return _OPERATIONS[node.sign](self.evaluate(node.left), self.evaluate(node.right))
            case Call():
                return self._called(node)
            case Quoted():
                hint = f'Use it in days(), months() or years(), as in years("{node.text}", other).'
                raise FormulaError(f"the date {node.text!r} is no number", hint, node.column)

    def _looked_up(self, ref: Ref) -> Value:
        fact = self.known.facts.get(ref.name)
        if fact is not None:
            return values.of_quantity(fact.quantity, ref.name, fact.digits)
        if ref.name in self.known.statistics:
            return self.statistic(ref)
        if self.known.is_unread(ref.name):
            raise UnreadError
        raise self._no_number(ref)

    def _no_number(self, ref: Ref) -> FormulaError:
        if ref.name in self.known.dates:
            hint = "Use it in days(), months() or years(), or name a figure."
            return FormulaError(f"{ref.name} is an event, which has a date and no number", hint, ref.column)
        if ref.name in self.known.left_out:
            message = f"{ref.name} has no value: {self.known.left_out[ref.name]}"
            return FormulaError(message, "Use another statistic of the series.", ref.column)
        return FormulaError(f"nothing is called {ref.name!r}", self._hint(ref.name), ref.column)

    def _hint(self, name: str) -> str:
        parts = name.split("-")
        for cut in range(1, len(parts)):
            left, right = "-".join(parts[:cut]), "-".join(parts[cut:])
            if left in self.known.names and (right in self.known.names or right.isdigit()):
                return f"If a minus is meant, write {left} - {right}."
        return did_you_mean(name, self.known.names) or "Use the id of a figure, statistic or series cell."

    def _called(self, call: Call) -> Value:
        if call.name not in FUNCTIONS:
            hint = did_you_mean(call.name, FUNCTIONS) or f"Known are {', '.join(FUNCTIONS)}."
            raise FormulaError(f"there is no function {call.name}()", hint, call.column)
        fewest, most, written = FUNCTIONS[call.name]
        if not fewest <= len(call.parts) <= most:
            raise FormulaError(f"{call.name}() has {len(call.parts)} parts", f"Write {written}.", call.column)
        if call.name in UNITS:
            return self.elapsed(call).value
        parts = [self.evaluate(part) for part in call.parts]
        if call.name == "sum":
            return values.total(parts)
        return values.share(*parts) if call.name == "share" else values.per(*parts)

    def elapsed(self, call: Call) -> Elapsed:
        """The time that a call of days(), months() or years() comes to. Raises FormulaError."""
        dates = [self.date(part) for part in call.parts]
        try:
            return elapsed(call.name, *dates) if len(dates) == 2 else length(call.name, dates[0])
        except RefusedError as error:
            raise FormulaError(error.message, error.hint, call.column) from None

    def date(self, node: Node) -> Edtf:
        """The date that a part of days(), months() or years() names. Raises FormulaError."""
        if isinstance(node, Quoted):
            try:
                return parse_edtf(node.text)
            except ValueError as error:
                raise FormulaError(str(error), "A date in a formula is written in EDTF.", node.column) from None
        if not isinstance(node, Ref):
            raise FormulaError(
                "a date is expected here", 'Name an event or figure, or write a date as "2011-12".', node.column
            )
        found = self.known.dates.get(node.name)
        fact = self.known.facts.get(node.name)
        date = found.date if found else fact.as_of if fact else None
        if date is not None:
            return date
        if fact is not None or node.name in self.known.statistics:
            raise FormulaError(f"{node.name} has no date", "Fill its column as_of, or name an event.", node.column)
        if self.known.is_unread(node.name):
            raise UnreadError
        dated = (*self.known.dates, *(name for name, known in self.known.facts.items() if known.as_of))
        raise FormulaError(f"nothing dated is called {node.name!r}", did_you_mean(node.name, dated), node.column)


_OPERATIONS: Mapping[str, Callable[[Value, Value], Value]] = {
    "+": values.add,
    "-": partial(values.add, minus=True),
    "*": values.multiply,
    "/": values.divide,
}
