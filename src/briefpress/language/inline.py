"""One paragraph of prose to pieces: emphasis, links and braces, each with its exact place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefpress.model.problem import Place, Problem
from briefpress.model.prose import Form, Piece, Prose

KINDS = ("figure", "table", "page", "event", "source")  #: what may stand before a colon in a brace
_BRACE = re.compile(r"\{([^{}\n]*)\}")
_REF = re.compile(r"[^\W\d_][\w-]*(?:\.[^\W_][\w-]*)*(?:@[0-9XY~?%./-]+|#[a-z][a-z0-9-]*)?")
_SCHEMES = ("http://", "https://", "mailto:", "#")
_REFUSED = {
    "html_inline": ("raw HTML is no part of a briefing's prose", "Use *emphasis* or **bold**, or leave the tag out"),
    "code_inline": ("code in backticks has no form in print", "Leave the backticks out, or put a \\ before each"),
    "s_open": ("struck-out text has no form in print", "Delete it, or put a \\ before each ~"),
    "hardbreak": ("a line cannot be broken by force", "Begin a new paragraph with an empty line"),
    "entity": ("HTML entities are not read", "Write the character itself"),
    "image": ("a picture cannot stand in a sentence", "Put ![](chart:ID) alone, between empty lines"),
    "stray": ("a brace has no partner", "Write {{ or }} to print a brace"),
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """Pieces of one paragraph and what is wrong with it."""

    prose: Prose
    problems: tuple[Problem, ...]


def parse_inline(string: str, place: Place) -> tuple[Prose, tuple[Problem, ...]]:
    """Read one paragraph whose first character stands at `place`. Line breaks in it are spaces."""
    starts = [0, *(match.end() for match in re.finditer("\n", string))]

    def locate(offset: int) -> Place:
        if not place.line:
            return place
        row = _row(starts, offset)
        column = offset - starts[row] + (max(place.column, 1) if row == 0 else 1)
        return Place(place.file, place.line + row, column)

    parsed = parse_placed(string, locate)
    if re.search(r"\n[ \t]*\n", string.strip()):
        problem = Problem("an empty line parts this into two paragraphs, where one is wanted", "Join the lines", place)
        return parsed.prose, (*parsed.problems, problem)
    return parsed.prose, parsed.problems


def _row(starts: list[int], offset: int) -> int:
    low, high = 0, len(starts) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if starts[middle] <= offset else (low, middle - 1)
    return low


def parse_placed(string: str, locate: Callable[[int], Place]) -> Parsed:
    """Read one paragraph; `locate` gives the place of a character by its offset."""
    tokens = _markdown().inline.parse(string, _markdown(), {}, [])
    builder = _Builder(locate)
    for token in tokens:
        builder.add(token)
    return Parsed(Prose(tuple(builder.pieces), locate(0)), tuple(builder.problems))


class _Builder:
    def __init__(self, locate: Callable[[int], Place]) -> None:
        self.pieces: list[Piece] = []
        self.problems: list[Problem] = []
        self._locate = locate
        self._depth = {"strong": 0, "em": 0}
        self._href: str | None = None
        self._end = -1  #: offset at which the last literal piece ends, -1 where the next must not be joined to it

    def add(self, token: Token) -> None:
        kind, at = token.type, int(token.meta.get("at", 0))
        if kind == "text" or (kind == "text_special" and token.info == "escape"):
            self._literal(token.content, at, len(token.markup) or len(token.content))
        elif kind == "softbreak":
            self._literal(" ", at, 1)
            self._end = -1
        elif kind == "brace":
            self._brace(token.content, at)
        elif kind in ("strong_open", "em_open", "strong_close", "em_close"):
            self._depth[kind.partition("_")[0]] += token.nesting
        elif kind == "link_open":
            self._open(token, at)
        elif kind == "link_close":
            self._href = None
        else:
            self._refuse("entity" if kind == "text_special" else kind, at)

    def _styled(self, piece: Piece) -> Piece:
        return replace(piece, bold=self._depth["strong"] > 0, italic=self._depth["em"] > 0, href=self._href)

    def _literal(self, string: str, at: int, length: int) -> None:
        if not string:
            return
        piece = self._styled(Piece(string, place=self._locate(at)))
        if self.pieces and self._end == at and _alike(self.pieces[-1], piece) and length == len(string):
            self.pieces[-1] = replace(self.pieces[-1], text=self.pieces[-1].text + string)
        else:
            self.pieces.append(piece)
        # A piece that holds an escape is not as long as its source, so what follows begins a piece with its own place.
        self._end = at + length if length == len(string) else -1

    def _brace(self, body: str, at: int) -> None:
        self._end = -1
        place = self._locate(at)
        read = read_brace(body)
        if isinstance(read, Piece):
            self.pieces.append(self._styled(replace(read, place=place)))
        else:
            self.problems.append(replace(read, place=place))

    def _open(self, token: Token, at: int) -> None:
        href = str(token.attrs.get("href", ""))
        if not href.startswith(_SCHEMES) or any(c.isspace() for c in href):
            hint = "Use an address that begins with https://, http:// or mailto:, or #name for a place in the document"
            message = f"the link to {href!r} leads nowhere that a reader can go"
            self.problems.append(Problem(message, hint, self._locate(at)))
        if token.attrs.get("title"):
            hint = "Leave out the words in quotation marks after the address"
            self.problems.append(Problem("a link's title is not printed", hint, self._locate(at)))
        self._href = href

    def _refuse(self, kind: str, at: int) -> None:
        if kind == "s_close":
            return
        message, hint = _REFUSED.get(kind, (f"{kind} is no part of a briefing's prose", "Leave it out"))
        self.problems.append(Problem(message, hint, self._locate(at)))


def _alike(a: Piece, b: Piece) -> bool:
    return not a.ref and (a.bold, a.italic, a.href) == (b.bold, b.italic, b.href)


def read_brace(body: str) -> Piece | Problem:
    """What stands between braces, as a piece without place; or what is wrong with it."""
    parts = [part.strip() for part in body.split(":")]
    if parts[0] in KINDS and len(parts) > 1:
        ref, name, rest = f"{parts[0]}:{parts[1]}", parts[1], parts[2:]
    else:
        ref, name, rest = parts[0], parts[0], parts[1:]
    if not name:
        return Problem(f"{{{body}}} names nothing", "Write the id of a figure between the braces; {{ prints a brace")
    if not _REF.fullmatch(name):
        hint = "An id has letters, digits and hyphens; write {{ and }} to print braces"
        return Problem(f"{{{body}}} cannot name anything in the dataset", hint)
    form = rest[0] if rest else ""
    if len(rest) > 1 or form not in {"", *Form}:
        hint = f"Use one of {', '.join(sorted(set(Form) - {Form.FULL}))}, or none"
        return Problem(f"{{{body}}} asks for the form {':'.join(rest)!r}, which there is not", hint)
    if rest and not form:
        return Problem(f"{{{body}}} ends in a colon", "Delete the colon, or write a form after it")
    # Ids begin with a small letter, so that {Us-troops} can ask for "At least 5,000" where a sentence begins.
    capital = ref[0].isupper()
    return Piece(ref=ref[0].lower() + ref[1:], form=Form(form) if form else Form.FULL, capital=capital)


_InlineRule = Callable[[StateInline, bool], bool]


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return configure(MarkdownIt("commonmark", {"html": True}))


def configure(markdown: MarkdownIt) -> MarkdownIt:
    """Give the parser the braces, and tokens the offset at which they begin (`meta["at"]`)."""
    markdown.enable(["table", "strikethrough"])
    inline = markdown.inline
    inline.ruler.before("text", "brace", _brace_rule)
    inline.ruler.at("text", _text_rule)
    inline.ruler.at("newline", _newline_rule)
    inline.ruler.push("literal", _literal_rule)
    # Joining would give a text the offset of its last part.
    inline.ruler2.disable("fragments_join")
    for rule in inline.ruler.__rules__:
        rule.fn = _placing(rule.fn)
    # Every address becomes a link here, so that a refused one is a problem with a place and not odd text.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    return markdown


def _placing(rule: _InlineRule) -> _InlineRule:
    def placed(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            at = start
            for token in state.tokens[count:]:
                token.meta.setdefault("at", at)
                at += len(token.content)
        return True

    return placed


def _push(state: StateInline, kind: str, content: str, length: int, silent: bool) -> bool:
    if not silent:
        state.push(kind, "", 0).content = content
    state.pos += length
    return True


def _text_rule(state: StateInline, silent: bool) -> bool:
    match = _PLAIN.match(state.src, state.pos, state.posMax)
    return _push(state, "text", match[0], len(match[0]), silent) if match else False


# Everything but the characters at which a rule of ours or of Markdown may begin.
_PLAIN = re.compile(r"[^\n!&*<\[\\\]_`{}~]+")


def _newline_rule(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "\n":
        return False
    end = state.pos + 1
    while end < state.posMax and state.src[end] in " \t":
        end += 1
    if not silent and state.tokens and state.tokens[-1].type == "text":
        state.tokens[-1].content = state.tokens[-1].content.rstrip(" \t")
    return _push(state, "softbreak", "", end - state.pos, silent)


def _literal_rule(state: StateInline, silent: bool) -> bool:
    return _push(state, "text", state.src[state.pos], 1, silent)


def _brace_rule(state: StateInline, silent: bool) -> bool:
    char = state.src[state.pos]
    if char not in "{}":
        return False
    if state.src.startswith(char * 2, state.pos):
        return _push_special(state, char, silent)
    match = _BRACE.match(state.src, state.pos, state.posMax)
    if match:
        return _push(state, "brace", match[1], len(match[0]), silent)
    return _push(state, "stray", "", 1, silent)


def _push_special(state: StateInline, char: str, silent: bool) -> bool:
    if not silent:
        token = state.push("text_special", "", 0)
        token.content, token.markup, token.info = char, char * 2, "escape"
    state.pos += 2
    return True
