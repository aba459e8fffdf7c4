"""What stops a stage. One place (`cli`) turns these into a message and an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefpress.model.problem import Problem


class BriefpressError(Exception):
    """Something stopped the work: `message` says what, `hint` what to do next, `exit_code` what the shell gets."""

    exit_code = 1
    problems: tuple[Problem, ...] = ()  #: the same as data, where places are known

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(BriefpressError):
    """The command was called in a way that cannot work."""

    exit_code = 2


class DatasetError(BriefpressError):
    """A dataset cannot be built; `problems` holds every reason found, in the order of the files."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class ThemeError(BriefpressError):
    """A style cannot be used, or a style file has mistakes; `problems` has those with their lines."""

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> ThemeError:
        """The error that lists mistakes of a style file, each with its line."""
        error = cls("\n".join(str(problem) for problem in problems))
        error.problems = tuple(problems)
        return error


class FontError(BriefpressError):
    """A character cannot be printed in any of the style's fonts; the message names it and where it stands."""
