"""Where the readers of one folder leave what they find wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefpress.model.problem import Place, Problem, Severity


@dataclass(slots=True)
class Report:
    """Problems in the order found, and `unread`: ids that stand in a file but whose row could not be used, so that
    nobody reports them as unknown as well."""

    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def error(self, place: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(message, hint.strip(), place))

    def warn(self, place: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(message, hint.strip(), place, Severity.WARNING))

    def extend(self, problems: tuple[Problem, ...] | list[Problem]) -> None:
        self.problems.extend(problems)

    def in_order(self) -> tuple[Problem, ...]:
        """Each problem once, by file, line and column."""
        return tuple(sorted(dict.fromkeys(self.problems), key=lambda problem: problem.place))
