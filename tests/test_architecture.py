"""The borders and budgets of the code: each rule holds here, and is seen to catch a breach.

A rule is a function from a tree of modules to a list of complaints. `test_the_house_keeps` runs it
on the app; `test_a_breach_is_caught` runs it on a small tree that breaks it on purpose.
"""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent

FLOORS = {
    "model": 0,
    "page": 0,
    "options": 0,
    "settings": 0,
    "files": 0,
    "addresses": 0,
    "licenses": 0,
    "wording": 0,
    "course": 1,
    "notes": 1,
    "search": 1,
    "study": 1,
    "workspace": 2,
    "book": 2,
    "annotating": 2,
    "searching": 2,
    "indexing": 2,
    "placing": 2,
    "surveying": 2,
    "whereabouts": 2,
    "notekeeping": 2,
    "notebookplace": 2,
    "progressing": 2,
    "journaling": 2,
    "measuring": 2,
    "gui": 3,
    "verbs": 4,
    "cli": 4,
    "__main__": 4,
}
"""Part of the package to its floor; what is directly in `studyapp/__init__.py` stands below all."""

FOLDERS = {"course", "notes", "search", "study", "gui", "verbs"}
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "tools", "stuff"}
LISTS = (
    ("course/layouts", "LAYOUTS", "LAYOUT"),
    ("gui/panels", "PANELS", "Panel"),
    ("verbs", "VERBS", "run"),
)
"""Folder, the list in its `__init__`, and the name by which a file shows that it belongs there."""

FILE_LINES = 400
FUNCTION_LINES = 60
MEDIAN_FUNCTION_LINES = 10
MUTATORS = {
    "add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove",
    "reverse", "setdefault", "sort", "update",
}  # fmt: skip


@dataclass(frozen=True)
class Module:
    """One file of the package, parsed."""

    name: str
    """Dotted, without the package itself: `gui.theme`; empty for the package."""
    path: Path
    is_package: bool

    @cached_property
    def source(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def part(self) -> str:
        return self.name.partition(".")[0]

    @cached_property
    def functions(self) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        return [node for node in ast.walk(self.tree) if isinstance(node, kinds)]


class Tree:
    """Every module of a package named studyapp, and what it imports."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.modules: dict[str, Module] = {}
        for path in sorted((root / "studyapp").rglob("*.py")):
            parts = path.relative_to(root / "studyapp").with_suffix("").parts
            is_package = parts[-1] == "__init__"
            name = ".".join(parts[:-1] if is_package else parts)
            self.modules[name] = Module(name, path, is_package)

    def imports(self, module: Module, *, types: bool = True) -> set[str]:
        """Return the full names of what a module imports, lazily too, and for types alone."""
        found: set[str] = set()
        for node in ast.walk(module.tree) if types else running_parts(module.tree):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                base = self._base(module, node)
                found |= {self._deepest(base, alias.name) for alias in node.names}
        return found

    def own_imports(self, module: Module, *, types: bool = True) -> set[str]:
        """Return the names of the modules of the package that a module imports."""
        imports = self.imports(module, types=types)
        own = {name for name in imports if name.partition(".")[0] == "studyapp"}
        names = {name.removeprefix("studyapp").removeprefix(".") for name in own}
        return {name for name in names if name in self.modules} - {module.name}

    @staticmethod
    def _base(module: Module, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        parts = ["studyapp", *module.name.split(".")]
        kept = parts[: len(parts) - node.level + module.is_package]
        return ".".join([*kept, *([node.module] if node.module else [])])

    def _deepest(self, base: str, name: str) -> str:
        full = f"{base}.{name}"
        return full if full.removeprefix("studyapp.") in self.modules else base


def running_parts(node: ast.AST) -> Iterator[ast.AST]:
    """Yield every node but those that only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING")):
            yield child
            yield from running_parts(child)


def imports_go_down(tree: Tree) -> list[str]:
    complaints = []
    for module in tree.modules.values():
        if module.name and module.part not in FLOORS:
            complaints.append(f"{module.name} has no floor")
            continue
        for name in tree.own_imports(module) - {""}:
            own, other = module.part, name.partition(".")[0]
            if other not in FLOORS or not own or own == other:
                continue
            level = FLOORS[own] == FLOORS[other] and own in FOLDERS and other in FOLDERS
            if FLOORS[own] < FLOORS[other] or level:
                complaints.append(f"{module.name} imports {name}")
    return complaints


def only_gui_imports_qt(tree: Tree) -> list[str]:
    return [
        f"{module.name} imports {name}"
        for module in tree.modules.values()
        if module.part != "gui"
        for name in tree.imports(module)
        if name.partition(".")[0] in {"PySide6", "shiboken6"}
    ]


def painters_end_with_their_block(tree: Tree) -> list[str]:
    """Complain of a painter outside `with`: an error's traceback keeps it until its device is gone.

    Then Qt crashes, at the latest when the program ends.
    """
    complaints = []
    for module in tree.modules.values():
        withs = [node for node in ast.walk(module.tree) if isinstance(node, ast.With)]
        held = {id(item.context_expr) for node in withs for item in node.items}
        complaints += [
            f"{module.name}:{node.lineno} makes a QPainter outside `with`"
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "QPainter"
            and id(node) not in held
        ]
    return complaints


def layouts_keep_their_items(tree: Tree) -> list[str]:
    """Complain of asking a layout for an item: PySide keeps it, even once it is gone.

    What Qt then puts at its address is taken for it, which ends in nonsense or in a crash.
    """
    return [
        f"{module.name}:{node.lineno} asks for an item of a layout; see `gui.stops.laid_out`"
        for module in tree.modules.values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "itemAt"
    ]


def no_cycles(tree: Tree) -> list[str]:
    """Complain of modules that need each other to run; types may name each other on one floor."""
    modules = tree.modules.values()
    graph = {module.name: tree.own_imports(module, types=False) for module in modules}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [" -> ".join(error.args[1])]
    return []


def lists_name_every_file(tree: Tree) -> list[str]:
    complaints = []
    for folder, list_name, mark in LISTS:
        package = folder.replace("/", ".")
        named = names_in_list(tree.modules[package], list_name)
        for module in tree.modules.values():
            parent, _, stem = module.name.rpartition(".")
            belongs = parent == package and stem != "base" and mark in marks_of(module)
            if belongs and stem not in named:
                complaints.append(f"{list_name} misses {stem}")
    return complaints


def names_in_list(package: Module, list_name: str) -> set[str]:
    """Return the names, texts and modules of origin of what stands in a list."""
    origins = {
        alias.asname or alias.name: (node.module or "").rpartition(".")[2]
        for node in ast.walk(package.tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    for target, value in assignments(package):
        if target == list_name:
            names = {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}
            texts = {str(node.value) for node in ast.walk(value) if isinstance(node, ast.Constant)}
            return names | texts | {origins.get(name, "") for name in names}
    return set()


def marks_of(module: Module) -> set[str]:
    """Return what a module defines at its top, and what its classes derive from."""
    marks = {target for target, _ in assignments(module)}
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef):
            marks.add(node.name)
        elif isinstance(node, ast.ClassDef):
            marks |= {base.id for base in node.bases if isinstance(base, ast.Name)}
    return marks


def assignments(module: Module) -> list[tuple[str, ast.expr]]:
    """Return the names bound at the top of a module with their values."""
    found = []
    for node in module.tree.body:
        if isinstance(node, ast.Assign):
            targets = [target.id for target in node.targets if isinstance(target, ast.Name)]
            found += [(name, node.value) for name in targets]
        elif isinstance(node, ast.AnnAssign) and node.value and isinstance(node.target, ast.Name):
            found.append((node.target.id, node.value))
    return found


def command_calls(tree: Tree) -> list[ast.Call]:
    return [
        node
        for module in tree.modules.values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Command"
    ]


def argument(call: ast.Call, place: int, name: str) -> str:
    """Return a text argument of a call, empty when it is left out or computed."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == name]
    values = call.args[place : place + 1] or given
    return values[0].value if values and isinstance(values[0], ast.Constant) else ""


def commands_are_unique(tree: Tree) -> list[str]:
    calls = command_calls(tree)
    ids = Counter(argument(call, 0, "id") for call in calls)
    keys = Counter(key for call in calls for key in argument(call, 4, "shortcut").split())
    return [
        f"{name} stands {count} times"
        for name, count in (*ids.items(), *keys.items())
        if name and count > 1
    ]


def named_icons_exist(tree: Tree) -> list[str]:
    names = {argument(call, 5, "icon") for call in command_calls(tree)}
    for module in tree.modules.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                if isinstance(owner, ast.Name) and owner.id == "icons":
                    names.add(argument(node, 1 if node.func.attr == "paint" else 0, "name"))
    folder = tree.root / "resources" / "icons"
    return [
        f"no icon {name}"
        for name in sorted(names)
        if name and not (folder / f"{name}.svg").is_file()
    ]


def files_are_short(tree: Tree) -> list[str]:
    lengths = {module.name: len(module.source.splitlines()) for module in tree.modules.values()}
    return [f"{name} has {lines} lines" for name, lines in lengths.items() if lines > FILE_LINES]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def functions_are_short(tree: Tree) -> list[str]:
    return [
        f"{module.name}.{function.name} has {length(function)} lines"
        for module in tree.modules.values()
        for function in module.functions
        if length(function) > FUNCTION_LINES
    ]


def most_functions_are_very_short(tree: Tree) -> list[str]:
    lengths = [length(one) for module in tree.modules.values() for one in module.functions]
    median = statistics.median(lengths or [0])
    return [f"the median is {median}"] if median >= MEDIAN_FUNCTION_LINES else []


def modules_say_what_they_are_for(tree: Tree) -> list[str]:
    return [
        f"{module.name} has no docstring"
        for module in tree.modules.values()
        if module.source.strip() and not ast.get_docstring(module.tree)
    ]


def names_say_something(tree: Tree) -> list[str]:
    return [name for name in tree.modules if FORBIDDEN & set(name.split("."))]


def no_state_in_modules(tree: Tree) -> list[str]:
    """Complain of a list, dict or set at the top of a module that is no constant, or is changed."""
    complaints = []
    for module in tree.modules.values():
        changed = changed_names(module)
        for name, value in assignments(module):
            if is_mutable(value) and (
                changed & {name} or not (name.isupper() or name == "__all__")
            ):
                complaints.append(f"{module.name}.{name} is state")
        complaints += [
            f"{module.name} has a global"
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Global)
        ]
    return complaints


def is_mutable(value: ast.expr) -> bool:
    displays = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    makers = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}
    makes = isinstance(value, ast.Call) and ast.unparse(value.func).rpartition(".")[2] in makers
    return isinstance(value, displays) or makes


def changed_names(module: Module) -> set[str]:
    """Return the names on which something in the module stores, deletes or calls a mutator."""
    changed: set[str] = set()
    for node in ast.walk(module.tree):
        owner: ast.expr | None = None
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            owner = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value if node.func.attr in MUTATORS else None
        elif isinstance(node, ast.AugAssign):
            owner = node.target
        if isinstance(owner, ast.Name):
            changed.add(owner.id)
    return changed


def only_the_command_line_prints(tree: Tree) -> list[str]:
    return [
        f"{module.name} prints in line {node.lineno}"
        for module in tree.modules.values()
        if FLOORS.get(module.part) != FLOORS["cli"]
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]


BREACHES = {
    imports_go_down: [
        ("course/loader.py", "import studyapp.workspace"),
        ("course/loader.py", "def late():\n    from studyapp import gui"),
        ("notes/store.py", "if TYPE_CHECKING:\n    from studyapp.search import index"),
        ("model.py", "from .course import loader"),
        ("plugins.py", "x = 1"),
    ],
    only_gui_imports_qt: [
        ("workspace.py", "from PySide6.QtCore import QObject"),
        ("course/loader.py", "def late():\n    import PySide6.QtGui"),
        ("model.py", "if TYPE_CHECKING:\n    from shiboken6 import Shiboken"),
    ],
    painters_end_with_their_block: [
        ("gui/window.py", "def paint(widget):\n    painter = QPainter(widget)\n    painter.end()"),
        ("gui/window.py", "def paint(widget):\n    with str(QPainter(widget)):\n        pass"),
    ],
    layouts_keep_their_items: [
        ("gui/window.py", "def first(layout):\n    return layout.itemAt(0).widget()"),
    ],
    no_cycles: [
        ("course/loader.py", "from studyapp.course import scan"),
        ("course/loader.py", "def late():\n    from .scan import scan"),
    ],
    lists_name_every_file: [
        ("course/layouts/book.py", "LAYOUT = 1"),
        ("gui/panels/notes.py", "class Notes(Panel): ..."),
        ("verbs/search.py", "def run(arguments): ..."),
    ],
    commands_are_unique: [
        ("gui/other.py", "Command('go.back', 'Back', 'Go', run)"),
        ("gui/other.py", "Command('go.up', 'Up', 'Go', run, 'Alt+Up Alt+Left')"),
        ("gui/other.py", "Command('go.up', 'Up', 'Go', run, shortcut='Alt+Left')"),
    ],
    named_icons_exist: [
        ("gui/other.py", "icons.icon('no-such-icon', theme)"),
        ("gui/other.py", "icons.paint(painter, 'no-such-icon', rect, color)"),
        ("gui/other.py", "Command('go.up', 'Up', 'Go', run, icon='no-such-icon')"),
    ],
    files_are_short: [("model.py", "x = 1\n" * 401)],
    functions_are_short: [("model.py", "def long():\n" + "    x = 1\n" * 60)],
    most_functions_are_very_short: [("model.py", ("def long():\n" + "    x = 1\n" * 9) * 9)],
    modules_say_what_they_are_for: [("page.py", "x = 1")],
    names_say_something: [("gui/utils.py", "x = 1"), ("course/helpers/x.py", "x = 1")],
    no_state_in_modules: [
        ("model.py", "cache = {}"),
        ("model.py", "_seen: set[str] = set()"),
        ("model.py", "SEEN = []\ndef see(x):\n    SEEN.append(x)"),
        ("model.py", "SEEN = {}\ndef see(x):\n    SEEN[x] = 1"),
        ("model.py", "count = 0\ndef see():\n    global count"),
    ],
    only_the_command_line_prints: [("workspace.py", "print('hello')")],
}  # fmt: skip

SOUND = {
    "__init__.py": "",
    "__main__.py": "from studyapp.cli import main",
    "cli.py": "import studyapp.verbs\nprint('hello')",
    "verbs/__init__.py": "VERBS = (Verb('open', 'words'),)",
    "verbs/open.py": "def run(arguments):\n    from studyapp.gui import window",
    "gui/__init__.py": "",
    "gui/window.py": (
        "import PySide6.QtWidgets\nfrom studyapp.gui.panels import PANELS\n"
        "COMMANDS = (Command('go.back', 'Back', 'Go', run, 'Alt+Left', 'arrow-left'),)"
    ),
    "gui/panels/__init__.py": "from .contents import Contents\nPANELS = (Contents,)",
    "gui/panels/contents.py": "from studyapp import workspace\nclass Contents(Panel): ...",
    "gui/panels/base.py": "class Panel: ...",
    "workspace.py": "from studyapp.course import loader\nfrom studyapp.notes import store",
    "course/__init__.py": "",
    "course/loader.py": "from studyapp.course.layouts import LAYOUTS\nimport studyapp.model",
    "course/scan.py": "from studyapp.course import loader",
    "course/layouts/__init__.py": "from . import plain\nLAYOUTS = (plain.LAYOUT,)",
    "course/layouts/plain.py": "LAYOUT = 1",
    "search/index.py": "",
    "notes/store.py": "NAMES = {'a': 1}",
    "model.py": "def short():\n    return 1",
}  # fmt: skip


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """Return a small tree that keeps every rule."""
    for name, source in SOUND.items():
        write(tmp_path, name, f'"""What it is for."""\n{source}\n' if source else "")
    icons = tmp_path / "resources" / "icons"
    icons.mkdir(parents=True)
    (icons / "arrow-left.svg").touch()
    return tmp_path


def write(root: Path, name: str, source: str) -> None:
    path = root / "studyapp" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")


@pytest.mark.parametrize("rule", BREACHES, ids=lambda rule: rule.__name__)
def test_the_house_keeps(rule):
    assert rule(Tree(ROOT)) == []


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [(rule, *breach) for rule, breaches in BREACHES.items() for breach in breaches],
)
def test_a_breach_is_caught(sound, rule, name, source):
    assert rule(Tree(sound)) == []
    before = (sound / "studyapp" / name).read_text() if (sound / "studyapp" / name).exists() else ""
    write(sound, name, before + source if rule is not modules_say_what_they_are_for else source)
    assert rule(Tree(sound))


def test_the_command_line_loads_no_qt():
    code = "import sys, studyapp.cli; print([name for name in sys.modules if 'PySide6' in name])"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout.strip() == "[]", done.stderr
