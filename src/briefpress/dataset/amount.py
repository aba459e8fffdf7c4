"""Numbers as people type them into a spreadsheet, read with the habits of the brief's language and of the file."""

from __future__ import annotations

import re
from decimal import Decimal

from briefpress.language.numbers import number_signs, parse_number

_HEDGES = {
    "~": "about",
    "≈": "about",
    ">": "more_than",
    "≥": "at_least",
    "<": "less_than",
    "≤": "at_most",
    "+": "at_least",
}
_COMMA_ONCE = re.compile(r"[+-]?(\d+),(\d+) ?%?")
#: A language that writes the comma before decimals and nothing that could be taken for one elsewhere.
_COMMA_LANGUAGE = "fr"


class AmountError(ValueError):
    """What was typed is no number, or could be two; `hint` says what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_amount(written: str, language: str, separator: str) -> tuple[Decimal, bool]:
    """The number and whether a percent sign follows it. Raises AmountError.

    Spreadsheets write semicolons between cells where the comma marks decimals, so in such a file the comma may do so
    in any language. Where it might as well part thousands the number is refused: one that is wrong by a thousand would
    be printed without anybody noticing.
    """
    text = written.strip()
    _refuse_hedge(text)
    once = _COMMA_ONCE.fullmatch(text)
    if once and number_signs(language).decimal == ".":
        thousands = re.fullmatch(r"[1-9]\d{0,2}", once[1]) is not None and len(once[2]) == 3
        if (thousands and separator == ";") or (not thousands and separator != ";"):
            hint = f"Write {once[1]}{once[2]} if the comma parts thousands, {once[1]}.{once[2]} if it marks decimals."
            raise AmountError(f"{text!r} can be read two ways", hint)
        if not thousands:
            language = _COMMA_LANGUAGE
    try:
        value, unit = parse_number(text, language)
    except ValueError as error:
        message, hint = apart(str(error))
        raise AmountError(message, hint or "Write digits alone, like 4486, 0.75 or 1e6.") from error
    return value, unit == "percent"


def apart(words: str) -> tuple[str, str]:
    """What is wrong, and the remedy that follows it after a colon, as a sentence ("" where there is none)."""
    match = re.fullmatch(r"(.*?): (write .*|change .*)", words, re.DOTALL)
    return (match[1], f"W{match[2][1:]}." if match[2][0] == "w" else f"C{match[2][1:]}.") if match else (words, "")


def _refuse_hedge(text: str) -> None:
    sign = text[:1] if text[:1] in _HEDGES and text[:1] != "+" else text[-1:] if text.endswith("+") else ""
    if sign:
        alone = text.strip(sign).strip()
        hint = f"Write {alone} here and {_HEDGES[sign]} in the column `bound`."
        raise AmountError(f"{text!r} holds a hedge besides the number", hint)
