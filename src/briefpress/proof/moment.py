"""The moment that a file says it was made at: from its dataset or from the environment, never from the clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from briefpress.errors import UsageError
from briefpress.model.dates import Edtf

EPOCH = "SOURCE_DATE_EPOCH"  # https://reproducible-builds.org/specs/source-date-epoch/


def asked_moment(environment: Mapping[str, str]) -> datetime | None:
    """The moment that SOURCE_DATE_EPOCH names, if it is set. Raises UsageError where it is no number of seconds."""
    written = environment.get(EPOCH, "")
    if not written:
        return None
    try:
        return datetime.fromtimestamp(int(written), UTC)
    except (ValueError, OverflowError, OSError) as error:
        hint = "Set it to whole seconds since the beginning of 1970, or unset it"
        raise UsageError(f"{EPOCH} is {written!r}, which is no moment", hint) from error


def moment_of(date: Edtf | None) -> datetime | None:
    """The first moment that a brief's date can mean, in UTC; None where it has none that a PDF could write."""
    if date is None or not 1 <= date.start.first.year <= 9999:
        return None
    day = date.start.first
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
