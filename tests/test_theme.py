"""Styles: what the built-in ones keep to, and what is said of a mistaken one."""

from __future__ import annotations

import shutil
from dataclasses import fields
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from briefpress.errors import ThemeError
from briefpress.theme import (
    FACES,
    ROLES,
    Colours,
    Theme,
    contrast,
    legible,
    list_styles,
    load_theme,
    readable,
    style_source,
    types,
)

BUILT_IN = [name for name, _ in list_styles()]
#: Text that may be so large or bold that WCAG 2.2 (1.4.3) asks for 3:1 is held to 4.5:1 as well.
LEAST_CONTRAST = 4.5


@pytest.fixture(params=BUILT_IN)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(str(request.param))


def written(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def complaint(path: Path) -> str:
    with pytest.raises(ThemeError) as caught:
        load_theme(path)
    return str(caught.value)


def test_there_are_four_styles_and_the_default_is_first() -> None:
    """The styles command lists the default style first, and every style says what it is for."""
    assert [name for name, _ in list_styles()] == ["briefing", "broadsheet", "clear-print", "government"]
    assert all(len(description) > 20 for _, description in list_styles())


def test_every_style_sets_everything(theme: Theme) -> None:
    """No stage has to ask whether a style has a role, a size, a flag, a paper or a face."""
    assert set(theme.type) == set(ROLES)
    assert set(theme.chart) == set(types.CHART)
    assert set(theme.measures) == set(types.MEASURES)
    assert set(theme.flags) == set(types.FLAGS)
    assert set(theme.papers) == {"a4", "letter"}
    assert {"text", "label", "fallback-1"} <= set(theme.families)
    for family in theme.families.values():
        assert set(family.faces) == set(FACES)
    assert set(types.COLOURS) | {"phases"} == {field.name for field in fields(Colours)}


def test_text_can_be_read(theme: Theme) -> None:
    """Every text colour has a contrast of 4.5 to 1 or more, on paper and on the tint."""
    grounds = (theme.colours.paper, theme.colours.tint)
    colours = {role: style.colour for role, style in theme.type.items()} | {"link": theme.colours.link}
    low = {role: c for role, c in colours.items() if min(contrast(c, g) for g in grounds) < LEAST_CONTRAST}
    assert low == {}


def test_marks_can_be_seen(theme: Theme) -> None:
    """What a chart draws stands out from the paper by 3 to 1 or more, and there are colours for four phases."""
    colours = theme.colours
    marks = (*colours.phases, colours.neutral, colours.rule, colours.accent)
    assert min(contrast(mark, colours.paper) for mark in marks) >= 3
    assert len(set(colours.phases)) >= 4


def test_type_sizes_keep_to_the_design(theme: Theme) -> None:
    """Body text is 10 points or more, nothing is below 7.5, and running text has 120 to 145 per cent of leading."""
    assert theme.type["body"].size >= 10
    assert min(style.size for style in theme.type.values()) >= 7.5
    for role in ("body", "lead", "note", "source", "event", "quote_long", "standfirst", "figure_source", "legend"):
        style = theme.type[role]
        assert 1.2 <= style.leading / style.size <= 1.46, role


def test_lines_and_dashes_survive_printing(theme: Theme) -> None:
    """No rule or chart line that is drawn is thinner than 0.28 points, and data lines are 1.5 or more."""
    rules = [size for name, size in theme.measures.items() if "rule" in name or name in ("front_thin", "hairline")]
    lines = [theme.chart[name] for name in ("axis", "grid", "baseline", "hatch", "estimate_line", "timeline_stem")]
    assert min(size for size in rules + lines if size) >= 0.28
    assert theme.chart["line"] >= 1.5


def test_both_papers_share_one_text_block(theme: Theme) -> None:
    """A page made for A4 has the same measure on US Letter, and its height is a whole number of lines."""
    a4, letter = theme.papers["a4"], theme.papers["letter"]
    assert (round(a4.page_width, 1), round(a4.page_height, 1)) == (595.3, 841.9)
    assert (letter.page_width, letter.page_height) == (612, 792)
    assert a4.width == pytest.approx(481.9, abs=0.02)
    assert letter.width == pytest.approx(481.9, abs=0.02)
    for paper in (a4, letter):
        assert paper.height / paper.baseline == pytest.approx(round(paper.height / paper.baseline), abs=0.01)
        assert paper.span(paper.columns) == pytest.approx(paper.width)


def test_body_measure_is_comfortable(theme: Theme) -> None:
    """A line of body text holds 55 to 75 characters."""
    body = theme.type["body"]
    sample = "Commissioners met in March to weigh the cost of the works and the number of people to be served."
    with TTFont(theme.families[body.family].faces[body.weight], lazy=True) as font:
        widths, characters = font["hmtx"], font.getBestCmap()
        units = sum(widths[characters[ord(c)]][0] for c in sample) / len(sample)
        average = units / font["head"].unitsPerEm * body.size
    assert 55 <= theme.papers["a4"].span(int(theme.measures["body_columns"])) / average <= 75


def test_clear_print_has_no_italics() -> None:
    """Clear print sets nothing in italics, not even emphasis, and puts notes in the text."""
    theme = load_theme("clear-print")
    assert not theme.flags["italics"]
    assert not theme.flags["margin_notes"]
    assert not any(style.italic for style in theme.type.values())
    for name in ("text", "label"):
        faces = theme.families[name].faces
        assert not any("Italic" in faces[face].name for face in FACES)
    assert (theme.type["body"].size, theme.type["body"].leading) == (12, 17)
    normal = load_theme("briefing")
    assert all(theme.type[role].size > normal.type[role].size for role in ROLES)


def test_styles_differ_in_more_than_colour() -> None:
    """Each style has its own title, rules and bars."""
    themes = [load_theme(name) for name in BUILT_IN]
    shapes = {(t.type["title"].size, t.measures["front_bar"], t.measures["tile_rule"], t.chart["line"]) for t in themes}
    assert len(shapes) == len(themes)


FONT_FILES = sorted(
    {file for name in BUILT_IN for f in load_theme(name).families.values() for file in f.faces.values()}
)


@pytest.mark.parametrize("file", FONT_FILES, ids=lambda file: file.name)
def test_fonts_suit_print(file: Path) -> None:
    """Every font has TrueType outlines, may be embedded, and its upright figures are of one width."""
    with TTFont(file, lazy=True) as font:
        tables = set(font.keys())
        may_embed = font["OS/2"].fsType == 0
        characters = font.getBestCmap()
        widths = {font["hmtx"][characters[ord(c)]][0] for c in "0123456789"}
    assert "glyf" in tables
    assert "fvar" not in tables
    assert may_embed
    slack = 1 if file.stem.startswith("SourceSans3") and file.stem.endswith("Italic") else 0
    assert max(widths) - min(widths) <= slack
    assert {ord(c) for c in "éœÀßçñü“”‘’«»–—…×÷−€£%²³°"} <= set(characters)


def test_fonts_travel_with_their_licences() -> None:
    """Every folder of fonts holds its licence, every family is told of in the list, and no file lies unused."""
    folder = style_source("briefing").parent / "fonts"
    told = (folder / "README.md").read_text(encoding="utf-8")
    for family in (path for path in folder.iterdir() if path.is_dir()):
        assert list(family.glob("OFL.txt")) or list(family.glob("LICENSE.txt")), family.name
        assert f"`{family.name}`" in told
    assert set(folder.rglob("*.ttf")) == set(FONT_FILES)


def test_missing_faces_are_stood_in_for() -> None:
    """A family without a semibold is set in its bold, and an upright one stands in for a missing italic."""
    theme = load_theme("broadsheet")
    text, fallback = theme.families["text"].faces, theme.families["fallback-2"].faces
    assert text["semibold"] == text["bold"]
    assert text["semibold-italic"] == text["bold-italic"]
    assert fallback["italic"] == fallback["regular"]


def test_a_style_of_ones_own_extends_a_built_in_one(tmp_path: Path) -> None:
    """A style file of three lines is complete: what it leaves out comes from the style that it extends."""
    path = written(tmp_path, 'extends = "government"\n[type]\ntitle = { size = 30, leading = 35 }\n')
    mine, parent = load_theme(path), load_theme("government")
    assert (mine.name, mine.type["title"].size) == ("mine", 30)
    assert mine.type["title"].weight == parent.type["title"].weight
    assert mine.type["body"] == parent.type["body"]
    assert mine.families == parent.families


def test_a_style_extends_a_file_beside_it_and_brings_its_fonts(tmp_path: Path) -> None:
    """Paths of fonts and of the extended style start at the folder of the style that names them."""
    font = style_source("briefing").parent / "fonts/dejavu-sans/DejaVuSans.ttf"
    (tmp_path / "house").mkdir()
    shutil.copy(font, tmp_path / "house/House.ttf")
    house = 'extends = "briefing"\n[fonts.text]\nname = "House"\nregular = "House.ttf"\n'
    written(tmp_path / "house", house, "house.toml")
    theme = load_theme(written(tmp_path, 'extends = "house/house.toml"\n'))
    assert theme.families["text"].name == "House"
    assert set(theme.families["text"].faces.values()) == {tmp_path / "house/House.ttf"}
    assert theme.families["label"].name == "Source Sans 3"


def test_a_copied_style_stands_alone(tmp_path: Path) -> None:
    """A built-in style copied elsewhere still finds the fonts of the built-in styles."""
    for name in BUILT_IN:
        copy = written(tmp_path, style_source(name).read_text(encoding="utf-8"), f"{name}.toml")
        assert load_theme(copy).families == load_theme(name).families


MISTAKES = {
    "unknown table": ("[colors]\nink = '#000000'", 2, "unknown key 'colors'. Did you mean 'colours'?"),
    "unknown key": ("[chart]\n\nlin = 1", 4, "unknown key 'lin' in [chart]. Did you mean 'line'?"),
    "unknown key in a role": (
        "[type]\nbody = { siz = 9 }",
        3,
        "unknown key 'siz' in [type.body]. Did you mean 'size'?",
    ),
    "unknown role": ("[type]\nboddy = { size = 9 }", 3, "unknown key 'boddy' in [type]. Did you mean 'body'?"),
    "bad colour": ("[colours]\nink = 'black'", 3, "ink is 'black', which is no colour"),
    "colour that is a number": ("[colours]\nink = 17", 3, "ink is a number, which is no colour"),
    "bad phase": ('[colours]\nphases = ["#12345G"]', 3, "phases is '#12345G', which is no colour"),
    "phases that are no list": ('[colours]\nphases = "#123456"', 3, "phases is no list of colours"),
    "colour of a role": ("[type]\nbody = { colour = 'inc' }", 3, "Did you mean 'ink'?"),
    "number in quotes": ("[type.title]\nsize = '25'", 3, "size is a text, not a number"),
    "number that is true": ("[chart]\nline = true", 3, "line is true, not a number"),
    "infinite number": ("[measures]\nqr = inf", 3, "qr is inf, which is no length"),
    "negative number": ("[measures]\nqr = -1", 3, "qr is -1, less than 0"),
    "leading below size": ("[type]\nbody = { size = 20 }", 3, "the leading of body is 14, less than its size of 20"),
    "unknown weight": ("[type]\nbody = { weight = 'heavy' }", 3, "weight is 'heavy'"),
    "unknown family of a role": ("[type]\nbody = { family = 'lable' }", 3, "Did you mean 'label'?"),
    "flag in quotes": ("[flags]\nitalics = 'no'", 3, "italics is a text, not true or false"),
    "missing font file": ("[fonts.text]\nname = 'A'\nregular = 'a.ttf'", 4, "there is no font file 'a.ttf'"),
    "family without a regular face": ("[fonts.text]\nname = 'A'", 2, "[fonts.text] has no face 'regular'"),
    "font that is no TrueType": ("[fonts.text]\nname = 'A'\nregular = 'fonts/README.md'", 4, "no TrueType outlines"),
    "unknown face": ("[fonts.label]\nthin = 'a.ttf'", 3, "unknown key 'thin' in [fonts.label]"),
    "unknown font family": ("[fonts.display]\nname = 'A'", 2, "unknown family 'display'"),
    "columns in parts": ("[papers.a4]\ncolumns = 1.5", 3, "columns is not a whole number"),
    "margins too wide": ("[papers.a4]\nleft = 500", 2, "the margins of a4 leave no room"),
    "table that is none": ("flags = 3", 2, "flags is a number, not a table"),
    "role that is no table": ("[type]\nbody = 3", 3, "type.body is a number, not a table"),
    "description that is no text": ("description = 3", 2, "description is not a text"),
}


@pytest.mark.parametrize(("addition", "line", "words"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, addition: str, line: int, words: str) -> None:
    """Each kind of mistake in a style is told with the file, the line and a remedy."""
    path = written(tmp_path, f'extends = "briefing"\n{addition}\n')
    message = complaint(path)
    assert f"{path}:{line}: " in message
    assert words in message


def test_all_mistakes_are_told_together(tmp_path: Path) -> None:
    """One run names every mistake of a style, in the order of its lines."""
    additions = "\n".join(addition for addition, _, _ in list(MISTAKES.values())[1:3])
    message = complaint(written(tmp_path, f'extends = "briefing"\n{additions}\n'))
    assert [line.split(":")[1] for line in message.splitlines()] == ["4", "6"]


def test_a_mistake_is_told_where_it_was_made(tmp_path: Path) -> None:
    """A mistake in an extended style names that style's file."""
    parent = written(tmp_path, 'extends = "briefing"\n[chart]\nlin = 1\n', "parent.toml")
    message = complaint(written(tmp_path, 'extends = "parent.toml"\n'))
    assert message.startswith(f"{parent}:3: ")


def test_a_style_that_extends_nothing_must_be_complete(tmp_path: Path) -> None:
    """Without `extends`, every table, role and key that is missing is told."""
    whole = style_source("briefing").read_text(encoding="utf-8")
    path = written(tmp_path, whole.replace("quote_role = ", "#").replace("hatch = ", "#").replace('tint = "', '#"'))
    message = complaint(path)
    assert "[type] has no role 'quote_role'" in message
    assert "[chart] has no 'hatch'" in message
    assert "[colours] has no 'tint'" in message
    bare = complaint(written(tmp_path, 'description = "nothing"\n'))
    for table in ("fonts", "type", "colours", "papers", "chart", "measures", "flags"):
        assert f"the style has no table [{table}" in bare


def test_styles_in_a_circle_are_refused(tmp_path: Path) -> None:
    """Styles that extend one another are an error, not an endless loop."""
    written(tmp_path, '\nextends = "b.toml"\n', "a.toml")
    path = written(tmp_path, '\n\nextends = "a.toml"\n', "b.toml")
    message = complaint(path)
    assert "b.toml extends a.toml extends b.toml" in message
    assert f"{tmp_path / 'a.toml'}:2: " in message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('extends = "briefng"', "Did you mean 'briefing'?"),
        ('extends = "none.toml"', "there is no such style file"),
        ("extends = 3", "`extends` is not a text"),
    ],
)
def test_extending_what_is_not_there(tmp_path: Path, text: str, words: str) -> None:
    """A style that extends nothing that exists is told so, with the line of `extends`."""
    path = written(tmp_path, f"# mine\n{text}\n")
    message = complaint(path)
    assert message.startswith(f"{path}:2: ")
    assert words in message


def test_broken_toml_is_told_with_line_and_column(tmp_path: Path) -> None:
    """A slip of TOML's own grammar is told with line and column."""
    path = written(tmp_path, 'extends = "briefing"\n[colours]\nink = #1A1A1A\n')
    assert complaint(path).startswith(f"{path}:3:7: error: not TOML")
    path = written(tmp_path, 'extends = "briefing')
    assert complaint(path).startswith(f"{path}:1")


def test_a_style_that_is_not_utf8(tmp_path: Path) -> None:
    """A style in another encoding is refused with the line of its first wrong byte; a byte order mark is no harm."""
    path = tmp_path / "mine.toml"
    path.write_bytes('extends = "briefing"\ndescription = "élan"\n'.encode("latin-1"))
    assert complaint(path).startswith(f"{path}:2: error: is not UTF-8")
    path.write_bytes('extends = "briefing"\r\ndescription = "élan"\r\n'.encode("utf-8-sig"))
    assert load_theme(path).description == "élan"


def test_a_name_that_is_no_style() -> None:
    """An unknown style is refused with the names of those that there are."""
    with pytest.raises(ThemeError) as caught:
        load_theme("goverment")
    assert "government" in caught.value.hint
    with pytest.raises(ThemeError, match="no such style file"):
        load_theme("nowhere/mine.toml")


@given(st.tuples(*[st.integers(0, 255)] * 3), st.tuples(*[st.integers(0, 255)] * 3))
def test_contrast_is_a_ratio(first: tuple[int, int, int], second: tuple[int, int, int]) -> None:
    """Contrast is the same both ways, 1 for a colour with itself, and never beyond 21."""
    one, two = ("#{:02X}{:02X}{:02X}".format(*colour) for colour in (first, second))
    assert contrast(one, two) == contrast(two, one)
    assert 1 <= contrast(one, two) <= 21.0001
    assert contrast(one, one) == 1
    assert contrast(readable(one, "#FFFFFF", "#000000"), "#FFFFFF") >= LEAST_CONTRAST


@given(st.tuples(*[st.integers(0, 255)] * 3), st.sampled_from(["#FFFFFF", "#F3F5F7", "#072854", "#767676"]))
def test_text_in_a_phase_s_colour_is_made_legible(channels: tuple[int, int, int], ground: str) -> None:
    """Any colour yields one of its hue that reads on any ground, and one that reads already is left alone."""
    colour = "#{:02X}{:02X}{:02X}".format(*channels)
    found = legible(colour, ground)
    assert contrast(found, ground) >= LEAST_CONTRAST
    assert legible(found, ground) == found
    if contrast(colour, ground) >= LEAST_CONTRAST:
        assert found == colour
