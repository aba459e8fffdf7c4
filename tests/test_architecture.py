"""The shape of the program: floors, no circles, small modules and functions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1] / "src"
PACKAGE = "briefpress"

#: The part of the program that a module belongs to -> its floor. A part may import only from lower floors; on floor 1
#: language and theme stand below pdf, and pdf below plotting.
FLOORS: dict[str, float] = {
    "version": 0.0, "model": 0.0, "errors": 0.1, "files": 0.2,
    "language": 1.0, "theme": 1.0, "pdf": 1.1, "plotting": 1.2,
    "dataset": 2, "checking": 2, "summary": 2, "charts": 2, "pages": 2, "proof": 2,
    "pipeline": 3,
    "api": 3.5,
    "": 4, "cli": 4, "__main__": 4.5,
}  # fmt: skip

#: Libraries that cost time or tie a part to a format -> the parts that may import them.
LIBRARIES = {
    "babel": {"language"},
    "citeproc": {"pages"},
    "click": {"cli"},
    "matplotlib": {"charts", "plotting"},
    "pandas": {"charts", "summary"},  # charts only to hand tables to a user's own function
    "pikepdf": {"pdf", "proof"},
    "reportlab": {"pages", "pdf", "plotting"},
    "rich": {"cli"},
}

MODULE_LINES = 350
FUNCTION_LINES = 45
PARAMETERS = 6
DEPTH = 3


@dataclass(frozen=True)
class Import:
    """`name` is imported by `module`; `typing` is set for what is under TYPE_CHECKING."""

    module: str
    name: str
    line: int
    typing: bool


def part_of(module: str) -> str:
    """The part of the program that a dotted module name belongs to; "" is the package's door."""
    return [*module.split("."), ""][1]


@cache
def modules() -> dict[str, Path]:
    found = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def typing_nodes(path: Path) -> set[ast.AST]:
    blocks = (node for node in ast.walk(tree(path)) if isinstance(node, ast.If))
    parts = (part for node in blocks if "TYPE_CHECKING" in ast.unparse(node.test) for part in node.body)
    return {inner for part in parts for inner in ast.walk(part)}


def imports_of(module: str) -> Iterator[Import]:
    """Every import of a module, those inside functions included."""
    path = modules()[module]
    only_typing = typing_nodes(path)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                name = alias.name if isinstance(node, ast.Import) else target_of(node, alias.name)
                yield Import(module, name, node.lineno, node in only_typing)


def target_of(node: ast.ImportFrom, name: str) -> str:
    """`from a import b` means the module a.b where there is one, else the module a."""
    assert node.level == 0, "imports are written in full"
    inner = f"{node.module}.{name}"
    return inner if inner in modules() else str(node.module)


def own_imports() -> Iterator[Import]:
    for module in modules():
        yield from (found for found in imports_of(module) if found.name.split(".")[0] == PACKAGE)


def said(found: Import) -> str:
    return f"{modules()[found.module].relative_to(ROOT)}:{found.line} imports {found.name}"


def test_every_part_has_a_floor() -> None:
    """A new part of the program is given its place before anything can import it."""
    assert {part_of(module) for module in modules()} <= set(FLOORS)


def test_imports_only_go_down() -> None:
    """A module imports its own part or a lower floor, so stages never import one another."""
    wrong = [
        said(found)
        for found in own_imports()
        if part_of(found.module) != part_of(found.name)
        and FLOORS[part_of(found.name)] >= FLOORS[part_of(found.module)]
        and not (found.typing and part_of(found.module) == "model")  # nouns may name what they carry
    ]
    assert wrong == []


def test_the_package_door_imports_nothing_when_opened() -> None:
    """`import briefpress` runs no import of the package but that of its version."""
    door = tree(ROOT / PACKAGE / "__init__.py")
    imported = [str(node.module) for node in door.body if isinstance(node, ast.ImportFrom)]
    assert [name for name in imported if name.startswith(PACKAGE)] == [f"{PACKAGE}.version"]


def test_imports_run_in_no_circle() -> None:
    """No module reaches itself through imports, not even through one inside a function."""
    graph: dict[str, set[str]] = {module: set() for module in modules()}
    for found in own_imports():
        if not found.typing:
            graph[found.module].add(found.name)
    done: set[str] = set()
    circles: list[str] = []

    def walk(module: str, trail: tuple[str, ...]) -> None:
        if module in trail:
            circles.append(" -> ".join((*trail[trail.index(module) :], module)))
        elif module not in done:
            for target in sorted(graph[module]):
                walk(target, (*trail, module))
            done.add(module)

    for module in sorted(graph):
        walk(module, ())
    assert circles == []


@pytest.mark.parametrize("library", sorted(LIBRARIES))
def test_libraries_stay_where_they_belong(library: str) -> None:
    """A heavy library is imported only by the parts that are about it."""
    wrong = [
        said(found)
        for module in modules()
        for found in imports_of(module)
        if found.name.split(".")[0] == library and part_of(module) not in LIBRARIES[library] and not found.typing
    ]
    assert wrong == []


def test_nouns_need_only_the_standard_library() -> None:
    """Floor 0 can be imported by anything at no cost, because it imports nothing but Python's own."""
    import sys

    wrong = [
        said(found)
        for module in modules()
        if part_of(module) in {"model", "errors", "files", "version"}
        for found in imports_of(module)
        if found.name.split(".")[0] not in {*sys.stdlib_module_names, PACKAGE} and not found.typing
    ]
    assert wrong == []


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in modules().values():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def test_modules_are_short() -> None:
    """A module can be read at one sitting."""
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in modules().values()}
    assert {name: lines for name, lines in lengths.items() if lines > MODULE_LINES} == {}


def test_functions_are_short() -> None:
    """A function does one thing."""
    lengths = {name: (node.end_lineno or 0) - node.lineno + 1 for name, node in functions()}
    assert {name: lines for name, lines in lengths.items() if lines > FUNCTION_LINES} == {}


def test_functions_take_few_parameters() -> None:
    """What needs more than six parameters needs a noun; `self` and `cls` do not count."""
    counts = {}
    for name, node in functions():
        names = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
        counts[name] = len([n for n in names if n not in {"self", "cls"}])
    assert {name: count for name, count in counts.items() if count > PARAMETERS} == {}


def depth(body: list[ast.stmt]) -> int:
    """How deep statements are nested; `elif` goes no deeper than its `if`, and an inner function starts anew."""
    deepest = 0
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        for inner, is_elif in inner_blocks(node):
            deepest = max(deepest, depth(inner) + (not is_elif))
    return deepest


def inner_blocks(node: ast.stmt) -> Iterator[tuple[list[ast.stmt], bool]]:
    orelse = getattr(node, "orelse", [])
    is_elif = isinstance(node, ast.If) and len(orelse) == 1 and isinstance(orelse[0], ast.If)
    for block, plain in (
        (getattr(node, "body", []), False),
        (orelse, is_elif),
        (getattr(node, "finalbody", []), False),
    ):
        if block:
            yield block, plain
    for holder in (*getattr(node, "handlers", []), *getattr(node, "cases", [])):
        yield holder.body, False


def test_functions_are_shallow() -> None:
    """Three levels of nesting at most, so that no line depends on more than three conditions."""
    depths = {name: depth(node.body) for name, node in functions()}
    assert {name: levels for name, levels in depths.items() if levels > DEPTH} == {}


def test_depth_is_counted_as_it_is_read() -> None:
    """The measure itself: a chain of `elif` is one level, a `with` in a `for` in an `if` three."""
    chain = ast.parse("if a:\n  b\nelif c:\n  d\nelse:\n  e\n").body
    nest = ast.parse("if a:\n  for b in c:\n    with d:\n      e\n").body
    assert (depth(chain), depth(nest)) == (1, 3)
