"""Turns a folder of sourced figures into a printed briefing.

import briefpress

dataset = briefpress.load("data/iraq-troops")
built = briefpress.build("data/iraq-troops", out="out")
print(built.path, built.pages)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefpress.version import __version__

if TYPE_CHECKING:
    from briefpress.api import build, load
    from briefpress.errors import BriefpressError, DatasetError
    from briefpress.pipeline import Built

__all__ = ["BriefpressError", "Built", "DatasetError", "__version__", "build", "load"]

_HOMES = {
    "BriefpressError": "briefpress.errors",
    "Built": "briefpress.pipeline",
    "DatasetError": "briefpress.errors",
    "build": "briefpress.api",
    "load": "briefpress.api",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for (PEP 562), so that `import briefpress` costs nothing."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
