"""The one place that says which version this is; the build reads it from here."""

from __future__ import annotations

VERSION = "0.1.0"
