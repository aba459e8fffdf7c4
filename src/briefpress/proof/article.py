"""The text of an article as numbered paragraphs: plain text, or HTML by the standard library's parser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from briefpress.errors import BriefpressError
from briefpress.files import read_bytes

_BLOCKS = frozenset(
    ("p", "li", "blockquote", "pre", "dd", "dt", "td", "th", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6")
)
_SKIPPED = frozenset(("script", "style", "noscript", "template", "head", "svg"))
_BREAKING = frozenset(
    ("br", "div", "section", "article", "main", "aside", "header", "footer", "nav", "ul", "ol", "table", "tr")
)


@dataclass(frozen=True, slots=True)
class Article:
    """`blocks` are its paragraphs, headings and furniture, in order, each on one line."""

    name: str
    blocks: tuple[str, ...]


def read_article(path: Path) -> Article:
    """Raises BriefpressError for a file that cannot be read, is no text, or holds none."""
    data = read_bytes(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BriefpressError(f"{path} is no text in UTF-8", "Save the article as text or HTML in UTF-8") from error
    blocks = _of_html(text) if re.search(r"<(?:!doctype|html|body|p)\b", text[:4000], re.IGNORECASE) else _of_text(text)
    if not blocks:
        raise BriefpressError(f"{path} holds no text", "Give the article as text or HTML")
    return Article(str(path), tuple(blocks))


def _of_text(text: str) -> list[str]:
    """Paragraphs parted by blank lines; where there is none, a line each."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    lines = parts if len(parts) > 1 else text.splitlines()
    return [" ".join(line.split()) for line in lines if line.strip()]


def _of_html(text: str) -> list[str]:
    reader = _Blocks()
    reader.feed(text)
    reader.close()
    reader.end()
    return reader.blocks


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._held: list[str] = []
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipped += 1
        if tag in _BLOCKS or tag in _BREAKING:
            self.end()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        if tag in _BLOCKS or tag in _BREAKING:
            self.end()

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._held.append(data)

    def end(self) -> None:
        """End the block that is open."""
        words = " ".join("".join(self._held).split())
        self._held.clear()
        if words:
            self.blocks.append(words)
