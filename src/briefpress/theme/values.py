"""One value of a style read as the type it must have; what is wrong is noted with its line."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefpress.model.problem import Place, Problem
from briefpress.theme.files import StyleTree
from briefpress.theme.finding import near
from briefpress.theme.types import COLOURS

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(slots=True)
class Reader:
    """Reads leaves of a style tree and gathers what is wrong. A leaf that cannot be used yields a harmless value, so
    that the reading goes on to the next mistake."""

    tree: StyleTree
    problems: list[Problem] = field(default_factory=list)

    def complain(self, message: str, hint: str, *path: str) -> None:
        place = self.tree.place(*path)
        if place.line == 0:
            place = Place(str(self.tree.path))
        self.problems.append(Problem(message, hint, place))

    def table(self, *path: str) -> Mapping[str, object]:
        """The table at that path; one that is absent or no table is noted and is empty."""
        value: object = self.tree.values
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        if isinstance(value, Mapping):
            return value
        name = ".".join(path)
        if value is None:
            self.complain(f"the style has no table [{name}]", 'Add it, or write extends = "briefing".', *path[:-1])
        else:
            self.complain(f"{name} is {_kind(value)}, not a table", f"Write [{name}] and its keys below.", *path)
        return {}

    def known(self, table: Mapping[str, object], keys: Iterable[str], *path: str) -> None:
        """Note every key that is none of `keys`."""
        allowed = list(keys)
        for key in table:
            if key not in allowed:
                where = f" in [{'.'.join(path)}]" if path else ""
                hint = near(key, allowed) or f"Known here: {_some(allowed)}. "
                self.complain(f"unknown key {key!r}{where}", hint + "Take it out or mend it.", *path, key)

    def number(self, table: Mapping[str, object], key: str, *path: str, least: float = 0) -> float:
        """A finite number of `least` or more."""
        value = self._present(table, key, path)
        if value is None:
            return max(least, 1.0)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.complain(f"{key} is {_kind(value)}, not a number", "Write a number, such as 8.5.", *path, key)
        elif not math.isfinite(value):
            self.complain(f"{key} is {value}, which is no length", "Write a number, such as 8.5.", *path, key)
        elif value < least:
            self.complain(f"{key} is {value:g}, less than {least:g}", f"Give {least:g} or more.", *path, key)
        else:
            return float(value)
        return max(least, 1.0)

    def words(self, table: Mapping[str, object], key: str, *path: str, allowed: Iterable[str] = ()) -> str:
        """A text; one of `allowed` where there are any."""
        value = self._present(table, key, path)
        choices = list(allowed)
        if value is None:
            return choices[0] if choices else ""
        if not isinstance(value, str):
            self.complain(f"{key} is {_kind(value)}, not a text", "Put it in quotation marks.", *path, key)
        elif choices and value not in choices:
            self.complain(f"{key} is {value!r}", f"{near(value, choices)}Give one of {', '.join(choices)}.", *path, key)
        else:
            return value
        return choices[0] if choices else ""

    def truth(self, table: Mapping[str, object], key: str, *path: str) -> bool:
        value = self._present(table, key, path)
        if value is not None and not isinstance(value, bool):
            hint = "Write true or false, without quotation marks."
            self.complain(f"{key} is {_kind(value)}, not true or false", hint, *path, key)
        return value is True

    def colour(self, value: object, *path: str) -> str:
        """ "#RRGGBB" in capitals."""
        if isinstance(value, str) and _COLOUR.fullmatch(value):
            return value.upper()
        shown = f"{value!r}" if isinstance(value, str) else _kind(value)
        meant = near(value, COLOURS) if isinstance(value, str) and not value.startswith("#") else ""
        hint = meant + 'Write "#RRGGBB", such as "#072854"; texts may also name a key of [colours].'
        self.complain(f"{path[-1]} is {shown}, which is no colour", hint, *path)
        return "#000000"

    def _present(self, table: Mapping[str, object], key: str, path: tuple[str, ...]) -> object:
        """The value; None for one that is missing, which is noted unless the whole table was missing."""
        if key in table:
            return table[key]
        if table:
            self.complain(f"[{'.'.join(path)}] has no {key!r}", 'Add it, or write extends = "briefing".', *path)
        return None


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    names = {str: "a text", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return names.get(type(value), "a date")


def _some(words: list[str]) -> str:
    return ", ".join(words[:12]) + (" and others" if len(words) > 12 else "")
