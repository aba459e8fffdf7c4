"""A prose file to blocks: headings, paragraphs, lists, decks, margin notes and charts in place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefpress.language.inline import configure, parse_inline, parse_placed
from briefpress.model.problem import Place, Problem
from briefpress.model.prose import Block, BlockKind, Prose

_FENCE = re.compile(r" {0,3}:::+[ \t]*(?P<kind>[^\s]*)[ \t]*(?P<title>.*?)[ \t]*")
_CHART = re.compile(r"!\[(?P<alt>[^\]\n]*)\]\(chart:(?P<id>[^)\s]*)\)")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_ID = re.compile(r"[a-z][a-z0-9-]*")
_DEEPEST_HEADING = 3
_REFUSED = {
    "hr": ("a rule across the page is the style's business", "Delete the line of dashes or stars"),
    "blockquote_open": ("a quotation has no block of its own in prose", "Put what was said into quotes.csv"),
    "code_block": ("an indented block of code has no form in print", "Delete the spaces at the beginning of the line"),
    "fence": ("a block of code has no form in print", "Delete the lines of backticks or tildes"),
    "table_open": ("a table cannot be typed into prose", "Put its numbers into figures.csv or a series"),
    "html_block": ("raw HTML is no part of a briefing's prose", "Delete the tags"),
}


@dataclass(frozen=True, slots=True)
class _Source:
    """Lines of a file of which the first is line `base` + 1."""

    file: str
    lines: Sequence[str]
    base: int = 0

    def place(self, line: int, column: int = 0) -> Place:
        text = self.lines[line] if line < len(self.lines) else ""
        return Place(self.file, self.base + line + 1, column or len(text) - len(text.lstrip()) + 1)


def parse_blocks(string: str, file: str) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Read a prose file. Gives its blocks in order, and everything in it that is no part of the safe subset with line
    and column."""
    lines = string.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")
    reader = _Reader(file)
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and not _fence(lines[end]):
            end += 1
        reader.plain(_Source(file, lines[start:end], start))
        start = reader.container(lines, end) if end < len(lines) else end
    return tuple(reader.blocks), tuple(sorted(reader.problems, key=lambda problem: problem.place))


def _fence(line: str) -> re.Match[str] | None:
    return _FENCE.fullmatch(line) if line.lstrip(" ").startswith(":::") else None


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return configure(MarkdownIt("commonmark", {"html": True}))


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []

    def problem(self, message: str, hint: str, place: Place) -> None:
        self.problems.append(Problem(message, hint, place))

    def plain(self, source: _Source) -> None:
        """Blocks of Markdown that stand in no container."""
        tokens: list[Token] = []
        env: dict[str, dict[str, dict[str, list[int]]]] = {}
        _markdown().block.parse("\n".join(source.lines), _markdown(), env, tokens)
        for reference in env.get("references", {}).values():
            place = source.place(reference["map"][0])
            self.problem("a link's address cannot stand apart from it", "Write [words](https://address)", place)
        index = 0
        while index < len(tokens):
            end = _end(tokens, index)
            self._block(tokens[index : end + 1], source)
            index = end + 1

    def _block(self, tokens: list[Token], source: _Source) -> None:
        first = tokens[0]
        line = first.map[0] if first.map else 0
        place = source.place(line)
        match first.type:
            case "heading_open":
                level = int(first.tag[1:])
                if level > _DEEPEST_HEADING:
                    self.problem(f"a heading of level {level} is too deep", "Use #, ## or ###", place)
                prose = self._prose(tokens[1], source)
                self.blocks.append(Block(BlockKind.HEADING, prose, level=min(level, _DEEPEST_HEADING), place=place))
            case "paragraph_open":
                self._paragraph(tokens[1], source, place)
            case "bullet_list_open" | "ordered_list_open":
                self._list(tokens, source, place)
            case _:
                message, hint = _REFUSED.get(
                    first.type, (f"{first.type} is no part of a briefing's prose", "Leave it out")
                )
                self.problem(message, hint, place)

    def _paragraph(self, token: Token, source: _Source, place: Place) -> None:
        content = token.content.strip()
        if chart := _CHART.fullmatch(content):
            if chart["alt"]:
                self.problem("a chart's description is made from its data", f"Write ![](chart:{chart['id']})", place)
            if not _ID.fullmatch(chart["id"]):
                self.problem(f"{chart['id']!r} is no chart's id", "Name a chart of brief.toml: ![](chart:ID)", place)
            self.blocks.append(Block(BlockKind.CHART, chart=chart["id"], place=place))
        elif _IMAGE.fullmatch(content):
            self.problem("pictures cannot stand in a briefing", "A chart of brief.toml can: ![](chart:ID)", place)
        else:
            self.blocks.append(Block(BlockKind.PARAGRAPH, self._prose(token, source), place=place))

    def _list(self, tokens: list[Token], source: _Source, place: Place) -> None:
        ordered = tokens[0].type == "ordered_list_open"
        if int(tokens[0].attrs.get("start", 1)) != 1:
            self.problem("a numbered list begins with another number than 1", "Begin it with 1.", place)
        items = []
        index = 1
        while index < len(tokens) - 1:
            end = _end(tokens, index)
            prose = self._item(tokens[index : end + 1], source)
            if prose:
                items.append(prose)
            index = end + 1
        self.blocks.append(Block(BlockKind.LIST, items=tuple(items), ordered=ordered, place=place))

    def _item(self, tokens: list[Token], source: _Source) -> Prose | None:
        line = tokens[0].map[0] if tokens[0].map else 0
        inner = tokens[1:-1]
        if not inner:
            self.problem("an item of a list is empty", "Write words after its mark, or delete it", source.place(line))
            return None
        if inner[0].type != "paragraph_open" or len(inner) > 3:
            stray = inner[0] if inner[0].type != "paragraph_open" else inner[3]
            at = stray.map[0] if stray.map else line
            self.problem(
                "an item of a list is one paragraph, with no list or other block in it",
                "Take the inner part out of the list",
                source.place(at),
            )
        return self._prose(inner[1], source) if inner[0].type == "paragraph_open" else None

    def _prose(self, token: Token, source: _Source) -> Prose:
        parsed = parse_placed(token.content, _locator(token, source))
        self.problems.extend(parsed.problems)
        return parsed.prose

    def container(self, lines: Sequence[str], start: int) -> int:
        """A `:::` block whose opening is line `start`; gives the line after it."""
        opening = _fence(lines[start])
        place = _Source(self.file, lines).place(start)
        kind = opening["kind"] if opening else ""
        if not kind:
            self.problem("::: closes nothing", "Delete it, or open a block before it with ::: note Title", place)
            return start + 1
        end = start + 1
        while end < len(lines) and not _fence(lines[end]):
            end += 1
        closing = _fence(lines[end]) if end < len(lines) else None
        if closing is None or closing["kind"]:
            self.problem(f"::: {kind} is not closed", "Write ::: on a line of its own where it ends", place)
        inner = _Reader(self.file)
        inner.plain(_Source(self.file, lines[start + 1 : end], start + 1))
        self.problems.extend(inner.problems)
        title = (opening["title"], opening.start("title") + 1) if opening else ("", 1)
        self._contained(kind, title, inner.blocks, place)
        return end if closing is None or closing["kind"] else end + 1

    def _contained(self, kind: str, title: tuple[str, int], body: list[Block], place: Place) -> None:
        words, column = title
        if kind == "deck":
            self._deck(words, body, place)
        elif kind == "note":
            head, problems = parse_inline(words, Place(place.file, place.line, column))
            self.problems.extend(problems)
            self._note(head if words else None, body, place)
        else:
            self.problem(f"::: {kind} is no kind of block", "Use ::: deck or ::: note Title", place)

    def _deck(self, words: str, body: list[Block], place: Place) -> None:
        if words:
            self.problem("a deck has no title", "Write its words on the lines after ::: deck", place)
        if len(body) != 1 or body[0].kind is not BlockKind.PARAGRAPH:
            self.problem("a deck is one paragraph", "Leave one paragraph between ::: deck and :::", place)
        else:
            self.blocks.append(Block(BlockKind.DECK, body[0].prose, place=place))

    def _note(self, title: Prose | None, body: list[Block], place: Place) -> None:
        if title is None:
            self.problem("a note has no title", "Write it after ::: note", place)
        if not body:
            self.problem("a note is empty", "Write its words before the closing :::", place)
        for block in body:
            if block.kind is BlockKind.HEADING:
                self.problem("a note has no headings in it", "Its title is written after ::: note", block.place)
        self.blocks.append(Block(BlockKind.NOTE, title=title, body=tuple(body), place=place))


def _end(tokens: Sequence[Token], index: int) -> int:
    """The index of the token that closes the one at `index`."""
    depth = 0
    for at in range(index, len(tokens)):
        depth += tokens[at].nesting
        if depth == 0:
            return at
    return len(tokens) - 1


def _locator(token: Token, source: _Source) -> Callable[[int], Place]:
    """Offsets in an inline token's content to places: each line of the content is the end of its source line, but for
    spaces and the closing marks of a heading."""
    first = token.map[0] if token.map else 0
    starts, columns = [0], []
    for row, line in enumerate(token.content.split("\n")):
        starts.append(starts[-1] + len(line) + 1)
        whole = source.lines[first + row] if first + row < len(source.lines) else ""
        columns.append(max(whole.rfind(line.rstrip()) if line.strip() else 0, 0))

    def locate(offset: int) -> Place:
        low, high = 0, len(columns) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if starts[middle] <= offset else (low, middle - 1)
        return Place(source.file, source.base + first + low + 1, columns[low] + offset - starts[low] + 1)

    return locate
