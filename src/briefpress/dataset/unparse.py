"""Parsed prose back to what its author would write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from briefpress.language.prose import parse_inline
from briefpress.model.problem import Place
from briefpress.model.prose import Block, BlockKind, Piece, Prose

Key = TypeVar("Key")
#: What begins something in CommonMark (0.31, 2.4) or in the braces; an ampersand only where an entity could follow.
_SPECIAL = re.compile(r"[\\`*_\[\]<~]|&(?=[#A-Za-z0-9])")
_BRACES = str.maketrans({"{": "{{", "}": "}}"})
#: Emphasis may be marked by stars or underscores; which of them CommonMark (6.2) takes depends on the neighbours.
_MARKS = (("*", "**"), ("_", "**"), ("*", "__"), ("_", "__"))
#: What makes a block of a line that begins with it: headings, lists, quotations, containers, tables and rules.
_LINE_START = re.compile(r"^(?:(\d{1,9})(?=[.)])|(?=[#>+=|:-]))")


def unparse(prose: Prose) -> str:
    """Characters that parse to the same pieces, places aside."""
    wanted = bare(prose)
    candidates = [_inline(prose.pieces, italic, bold) for italic, bold in _MARKS]
    return next((written for written in candidates if _reads_as(written, wanted)), candidates[0])


def unparse_blocks(blocks: Sequence[Block]) -> str:
    """The text of a file that parses to the same blocks, places aside."""
    out: list[str] = []
    turn = False
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        # Two lists in a row are two only when their marks differ (CommonMark 5.3).
        turn = not turn if before and before.kind is block.kind is BlockKind.LIST else False
        out.append(_block(block, turn))
    return "\n\n".join(out) + "\n"


def bare(prose: Prose) -> tuple[Piece, ...]:
    """The pieces without places, neighbours of one look joined."""
    joined: list[Piece] = []
    for piece in prose.pieces:
        alone = replace(piece, place=Place())
        last = joined[-1] if joined else None
        if last and not last.ref and replace(last, text=alone.text) == alone:
            joined[-1] = replace(last, text=last.text + alone.text)
        elif alone.text or alone.ref:
            joined.append(alone)
    return tuple(joined)


def _reads_as(written: str, wanted: tuple[Piece, ...]) -> bool:
    parsed, problems = parse_inline(written, Place())
    return not problems and bare(parsed) == wanted


def _inline(pieces: Sequence[Piece], italic: str, bold: str) -> str:
    out = []
    for href, linked in _runs(pieces, lambda piece: piece.href):
        inner = "".join(
            _wrapped("".join(map(_piece, same)), look, italic, bold)
            for look, same in _runs(linked, lambda piece: (piece.bold, piece.italic))
        )
        out.append(inner if href is None else f"[{inner}](<{_address(href)}>)")
    return "".join(out)


def _runs(pieces: Iterable[Piece], key: Callable[[Piece], Key]) -> Iterator[tuple[Key, list[Piece]]]:
    for value, group in groupby(pieces, key):
        yield value, list(group)


def _wrapped(inner: str, look: tuple[bool, bool], italic: str, bold: str) -> str:
    if look[1]:
        inner = f"{italic}{inner}{italic}"
    return f"{bold}{inner}{bold}" if look[0] else inner


def _piece(piece: Piece) -> str:
    if piece.ref:
        ref = piece.ref[0].upper() + piece.ref[1:] if piece.capital else piece.ref
        return f"{{{ref}:{piece.form.value}}}" if piece.form.value else f"{{{ref}}}"
    return _SPECIAL.sub(r"\\\g<0>", piece.text).translate(_BRACES)


def _address(href: str) -> str:
    return re.sub(r"[\\<>&]", r"\\\g<0>", href)


def _block(block: Block, turn: bool) -> str:
    prose = _line(block.prose) if block.prose else ""
    match block.kind:
        case BlockKind.HEADING:
            words = unparse(block.prose) if block.prose else ""
            return f"{'#' * block.level} {words.replace('#', chr(92) + '#')}"
        case BlockKind.LIST:
            mark = ("1)" if turn else "1.") if block.ordered else ("*" if turn else "-")
            return "\n".join(f"{mark} {_line(item)}" for item in block.items)
        case BlockKind.CHART:
            return f"![](chart:{block.chart})"
        case BlockKind.DECK:
            return f"::: deck\n{prose}\n:::"
        case BlockKind.NOTE:
            title = f" {unparse(block.title)}" if block.title else ""
            return f"::: note{title}\n{unparse_blocks(block.body)}:::"
        case _:
            return prose


def _line(prose: Prose) -> str:
    """A paragraph on one line that begins no other block."""
    return _LINE_START.sub(lambda match: f"{match[1] or ''}{chr(92)}", unparse(prose), count=1)
