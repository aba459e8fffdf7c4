"""Bytes of a file to text with "\\n" line ends; what cannot be read or printed safely is reported with its place."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from briefpress.dataset.positions import Positions
from briefpress.dataset.report import Report
from briefpress.model.problem import Place

#: UAX #9, 2: embeddings, overrides and isolates can make a line read as something that it does not say.
DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: Characters that end a line in some programs and not in others.
SEPARATORS = frozenset("\x0b\x0c\x85\u2028\u2029")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_CONTROL_NAMES = {
    0: "NULL",
    7: "BELL",
    8: "BACKSPACE",
    0x0B: "LINE TABULATION",
    0x0C: "FORM FEED",
    0x1B: "ESCAPE",
    0x7F: "DELETE",
}
_RESAVE = (
    'Save it again as UTF-8: in Excel as "CSV UTF-8 (comma delimited)", in LibreOffice with the character set '
    '"Unicode (UTF-8)", in a text editor with the encoding "UTF-8".'
)


def read_text(path: Path, file: str, report: Report) -> str | None:
    """The file's text without byte order mark, or None where it has none that can be used (which is reported).

    Forbidden characters are reported and replaced by U+FFFD, so that the places of all that follows stay true.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        report.error(
            Place(file),
            f"the file cannot be read ({error.strerror})",
            "Check that it is a file and that you may read it.",
        )
        return None
    text = _decode(data, file, report)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        report.error(Place(file), "the file is empty", "Write what belongs there, or delete the file.")
        return None
    return _without_forbidden(text, file, report)


def is_forbidden(char: str) -> bool:
    """Control characters, direction overrides, lone surrogates and noncharacters."""
    if char in "\t\n":
        return False
    if " " <= char <= "~":
        return False
    code = ord(char)
    noncharacter = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    return noncharacter or char in DIRECTION or char in SEPARATORS or unicodedata.category(char) in ("Cc", "Cs")


def report_forbidden(char: str, place: Place, report: Report) -> None:
    """Say which character it is and what to do."""
    code = ord(char)
    name = unicodedata.name(char, "") or _CONTROL_NAMES.get(code, "")
    kind = (
        "direction override" if char in DIRECTION else "line separator" if char in SEPARATORS else "control character"
    )
    named = f"U+{code:04X}" + (f" {name}" if name else "")
    report.error(
        place,
        f"the {kind} {named} cannot be printed",
        "Delete it; it cannot be seen in most editors, so type the words anew.",
    )


def _without_forbidden(text: str, file: str, report: Report) -> str:
    found = {char for char in set(text) if is_forbidden(char)}
    if not found:
        return text
    positions = Positions(text, file)
    for offset, char in enumerate(text):
        if char in found:
            report_forbidden(char, positions.place(offset), report)
    return text.translate({ord(char): "\ufffd" for char in found})


def _decode(data: bytes, file: str, report: Report) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        hint = 'Open it in the program that wrote it and save it as "CSV UTF-8".'
        report.error(Place(file), "the file is a spreadsheet or a zip archive, not text", hint)
        return None
    if not data.startswith(_WIDE_BOMS) and data.count(0) > len(data) // 4:
        report.error(Place(file), "the file is not UTF-8: it looks like UTF-16 without a byte order mark", _RESAVE)
        return None
    encoding, body = "utf-8", data
    for mark, name in _BOMS:
        if data.startswith(mark):
            encoding, body = name, data[len(mark) :]
            break
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        _report_encoding(body, error, file, report)
        return None


def _report_encoding(body: bytes, error: UnicodeDecodeError, file: str, report: Report) -> None:
    if error.encoding.startswith("utf-16"):
        report.error(Place(file), f"the file is not whole UTF-16: it breaks off at byte {error.start}", _RESAVE)
        return
    before = body[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    place = Positions(before, file).place(len(before))
    byte = body[error.start]
    char = bytes([byte]).decode("cp1252", "replace")
    guess = f"in Windows-1252 it would be {char!r}" if char.isprintable() and char != "\ufffd" else ""
    message = f"the file is not UTF-8: byte 0x{byte:02X} at line {place.line}, column {place.column}"
    report.error(place, message + (f"; {guess}" if guess else ""), _RESAVE)
