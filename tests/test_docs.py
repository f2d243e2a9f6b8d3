"""The documents tell of everything that there is, and of nothing that is not there."""

import re

import pytest

from geo import cli, web
from geo.paths import ROOT
from geo.ui.frame import PAGES

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md")
README = (ROOT / "README.md").read_text(encoding="utf-8")
PATH = re.compile(r"`((?:geo|data|tests|docs|pages|tools|static)/[\w./-]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def parser_of(name):
    """Return the command line's parser, or that of one of its commands."""
    commands = next(action for action in cli._parser()._actions if action.dest == "command")
    return commands.choices[name] if name else commands.choices


@pytest.mark.parametrize("command", parser_of(""))
def test_the_readme_tells_of_every_command(command):
    row = re.search(rf"^\| `{command}\b.*\|$", README, re.MULTILINE)
    assert row, f"README.md has no row for `{command}`"


@pytest.mark.parametrize("command", parser_of(""))
def test_the_readme_tells_of_no_option_that_is_not_there(command):
    row = re.search(rf"^\| `({command}\b[^|]*(?:\\\|[^|]*)*)`", README, re.MULTILINE)
    told = set(re.findall(r"--[a-z]+", row[1]))
    assert told <= set(parser_of(command)._option_string_actions)


@pytest.mark.parametrize("option", parser_of("export")._option_string_actions)
def test_the_readme_tells_of_every_word_of_a_filter(option):
    assert option in ("-h", "--help") or re.search(rf"(?:`|-){option.removeprefix('--')}\b", README)


@pytest.mark.parametrize("route", [route.path for route in web.routes])
def test_the_readme_tells_of_every_route(route):
    assert re.search(rf"^\| `{re.escape(route)}[`?]", README, re.MULTILINE)


@pytest.mark.parametrize("page", [title for _, title, _ in PAGES])
def test_the_readme_tells_of_every_page(page):
    assert re.search(rf"^\| {page} \|", README, re.MULTILINE)


def test_the_readme_tells_of_every_variable_and_make_target():
    code = [path.read_text(encoding="utf-8") for path in (ROOT / "geo").rglob("*.py")]
    assert {name for text in code for name in re.findall(r"\bGEO_[A-Z]+\b", text)} == set(
        re.findall(r"^\| `(GEO_[A-Z]+)`", README, re.MULTILINE)
    )
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE)) - {"help"}
    assert targets == set(re.findall(r"^\| `make ([a-z]+)`", README, re.MULTILINE))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_points_to_is_there(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    folder = (ROOT / document).parent
    told = [folder / link for link in LINK.findall(text)]
    told += [ROOT / path for path in PATH.findall(text) if not path.startswith(("data/built", "static"))]
    missing = [path for path in told if not path.exists() and not path.with_suffix(".py").exists()]
    assert missing == []
