"""What a chart or a table carries inside the file: its rows as CSV (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from briefpress.model.text import Text, plain


def as_csv(rows: Sequence[Sequence[Text]]) -> bytes:
    """Rows of texts as UTF-8 with CRLF line ends, the first row being the header."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[plain(cell) for cell in row] for row in rows])
    return out.getvalue().encode()
