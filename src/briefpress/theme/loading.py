"""From a style file to a Theme."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from briefpress.errors import ThemeError
from briefpress.theme import types
from briefpress.theme.files import read_style
from briefpress.theme.finding import find_style, styles_folder
from briefpress.theme.types import Colours, Family, Geometry, Theme, TypeStyle
from briefpress.theme.values import Reader

_TABLES = ("description", "extends", "fonts", "type", "colours", "papers", "chart", "measures", "flags")

#: The faces that stand in for one that a family lacks, nearest first.
_NEAREST = {
    "regular": (),
    "semibold": ("bold", "regular"),
    "bold": ("semibold", "regular"),
    "italic": ("regular",),
    "semibold-italic": ("bold-italic", "italic", "semibold", "bold", "regular"),
    "bold-italic": ("semibold-italic", "italic", "bold", "semibold", "regular"),
}


def load_theme(name_or_path: str | Path) -> Theme:
    """The theme of a built-in style, by its name, or of a style file, by its path.

    Raises ThemeError that names every mistake of the style with its file and line.
    """
    path = find_style(name_or_path)
    reader = Reader(read_style(path))
    reader.known(reader.tree.values, _TABLES)
    colours = _colours(reader)
    theme = Theme(
        name=path.stem,
        description=_description(reader),
        families=MappingProxyType(_families(reader)),
        type=MappingProxyType(_roles(reader, colours)),
        colours=colours,
        papers=MappingProxyType(_papers(reader)),
        chart=MappingProxyType(_numbers(reader, "chart", types.CHART)),
        flags=MappingProxyType(_flags(reader)),
        measures=MappingProxyType(_numbers(reader, "measures", types.MEASURES)),
    )
    if reader.problems:
        raise ThemeError.of(sorted(reader.problems, key=lambda problem: problem.place))
    return theme


def _description(reader: Reader) -> str:
    value = reader.tree.values.get("description", "")
    if not isinstance(value, str):
        reader.complain("description is not a text", "Put it in quotation marks.", "description")
    return str(value)


def _colours(reader: Reader) -> Colours:
    table = reader.table("colours")
    reader.known(table, [*types.COLOURS, "phases"], "colours")
    single = {}
    for key in types.COLOURS:
        if key in table:
            single[key] = reader.colour(table[key], "colours", key)
        else:
            if table:
                reader.complain(f"[colours] has no {key!r}", 'Add it, or write extends = "briefing".', "colours")
            single[key] = "#000000"
    return Colours(phases=_phases(reader, table), **single)


def _phases(reader: Reader, table: Mapping[str, object]) -> tuple[str, ...]:
    listed = table.get("phases")
    if not isinstance(listed, list) or not listed:
        if table:
            hint = 'Write phases = ["#072854", "#8F2223"].'
            reader.complain("phases is no list of colours", hint, "colours", "phases")
        return ("#000000",)
    return tuple(reader.colour(colour, "colours", "phases") for colour in listed)


def _families(reader: Reader) -> dict[str, Family]:
    table = reader.table("fonts")
    for name in table:
        if name not in ("text", "label") and not name.startswith("fallback-"):
            hint = "Families are text, label, fallback-1, fallback-2 and so on."
            reader.complain(f"unknown family {name!r}", hint, "fonts", name)
    fallbacks = sorted((n for n in table if n.startswith("fallback-")), key=lambda n: (len(n), n))
    return {name: _family(reader, name) for name in ("text", "label", *fallbacks)}


def _family(reader: Reader, name: str) -> Family:
    where = ("fonts", name)
    table = reader.table(*where)
    reader.known(table, ["name", *types.FACES], *where)
    faces = {face: _face(reader, table[face], *where, face) for face in types.FACES if face in table}
    if table and "regular" not in faces:
        reader.complain(f"[fonts.{name}] has no face 'regular'", 'Name its file: regular = "fonts/...ttf".', *where)
    whole = {}
    for face in types.FACES:
        found = next((faces[near] for near in (face, *_NEAREST[face]) if near in faces), Path())
        whole[face] = found
    return Family(reader.words(table, "name", *where), MappingProxyType(whole))


def _face(reader: Reader, value: object, *path: str) -> Path:
    """The file of a face: relative to the style that names it, then to the built-in styles."""
    if not isinstance(value, str):
        reader.complain(f"{path[-1]} is not the path of a font file", "Put the path in quotation marks.", *path)
        return Path()
    for folder in (reader.tree.folder(*path), styles_folder()):
        file = folder / value
        if file.is_file():
            _refuse_other_outlines(reader, file, *path)
            return file
    reader.complain(f"there is no font file {value!r}", "Paths start at the style's own folder.", *path)
    return Path()


def _refuse_other_outlines(reader: Reader, file: Path, *path: str) -> None:
    """OpenType, "Organization of an OpenType font": the first four bytes tell the kind of outlines."""
    with file.open("rb") as font:
        kind = font.read(4)
    if kind not in (b"\x00\x01\x00\x00", b"true"):
        hint = "Use the family's .ttf files, not .otf or .woff."
        reader.complain(f"{file.name} has no TrueType outlines", hint, *path)


def _roles(reader: Reader, colours: Colours) -> dict[str, TypeStyle]:
    table = reader.table("type")
    reader.known(table, types.ROLES, "type")
    roles = {}
    for role in types.ROLES:
        if role in table:
            roles[role] = _role(reader, role, colours)
        elif table:
            reader.complain(f"[type] has no role {role!r}", 'Add it, or write extends = "briefing".', "type")
    return roles


def _role(reader: Reader, role: str, colours: Colours) -> TypeStyle:
    where = ("type", role)
    table = {"weight": "regular", "italic": False, "colour": "ink", **reader.table(*where)}
    reader.known(table, ["family", "weight", "italic", "size", "leading", "colour"], *where)
    named = str(table["colour"])
    style = TypeStyle(
        family=reader.words(table, "family", *where, allowed=("text", "label")),
        weight=reader.words(table, "weight", *where, allowed=("regular", "semibold", "bold")),
        italic=reader.truth(table, "italic", *where),
        size=reader.number(table, "size", *where, least=1),
        leading=reader.number(table, "leading", *where, least=1),
        colour=getattr(colours, named) if named in types.COLOURS else reader.colour(table["colour"], *where, "colour"),
    )
    if style.leading < style.size:
        words = f"the leading of {role} is {style.leading:g}, less than its size of {style.size:g}"
        reader.complain(words, "Give the leading about 1.2 to 1.4 times the size.", *where)
    return style


def _papers(reader: Reader) -> dict[str, Geometry]:
    table = reader.table("papers")
    reader.known(table, types.PAPERS, "papers")
    return {name: _geometry(reader, name) for name in types.PAPERS}


def _geometry(reader: Reader, name: str) -> Geometry:
    where = ("papers", name)
    table = reader.table(*where)
    reader.known(table, types.GEOMETRY, *where)
    sizes = {key: reader.number(table, key, *where) for key in types.GEOMETRY}
    columns = sizes.pop("columns")
    if columns != int(columns) or columns < 1:
        reader.complain("columns is not a whole number of 1 or more", "Write columns = 12.", *where, "columns")
        columns = 1
    paper = Geometry(columns=int(columns), **sizes)
    if table and (paper.width <= (paper.columns - 1) * paper.gutter or paper.height < paper.baseline):
        reader.complain(f"the margins of {name} leave no room", "Make them or the gutter smaller.", *where)
    return paper


def _numbers(reader: Reader, name: str, keys: tuple[str, ...]) -> dict[str, float]:
    table = reader.table(name)
    reader.known(table, keys, name)
    return {key: reader.number(table, key, name) for key in keys}


def _flags(reader: Reader) -> dict[str, bool]:
    table = reader.table("flags")
    reader.known(table, types.FLAGS, "flags")
    return {key: reader.truth(table, key, "flags") for key in types.FLAGS}
