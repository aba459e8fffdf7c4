"""`python -m briefpress`."""

from __future__ import annotations

from briefpress.cli import run

if __name__ == "__main__":
    run()
