"""Set-up makes what is missing, once, and goes on when one thing cannot be had."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from geo import assets, setup
from geo.errors import NotBuilt
from geo.lock import only_one
from geo.paths import ROOT
from geo.stamps import digest, has_stamp, write_stamp


def quiet(message, fraction):
    pass


class Product:
    """A step's product that counts how often it was made."""

    def __init__(self, name, required=True, failure=None):
        self.made = 0
        self.failure = failure
        self.step = setup.Step(name, name.title(), required, 0.5, lambda: bool(self.made), self.make)

    def make(self, progress):
        if self.failure:
            raise self.failure
        progress("half", 0.5)
        self.made += 1


@pytest.fixture
def steps(monkeypatch, tmp_path):
    """Replace the steps by the given products, in a folder of their own."""
    monkeypatch.setenv("GEO_BUILT", str(tmp_path))
    monkeypatch.setattr(setup, "_given_up", set())

    def use(*products):
        monkeypatch.setattr(setup, "STEPS", tuple(product.step for product in products))
        return products

    return use


def test_a_second_run_makes_nothing(steps):
    first, second = steps(Product("first"), Product("second"))
    assert setup.run(quiet) == ()
    assert setup.run(lambda message, fraction: pytest.fail(message)) == ()
    assert (first.made, second.made) == (1, 1)


def test_progress_rises_from_step_to_step_and_ends_at_one(steps):
    steps(Product("first"), Product("second"))
    seen = []
    setup.run(lambda message, fraction: seen.append((fraction, message)))
    assert [fraction for fraction, _ in seen] == [0.25, 0.75, 1.0]
    assert seen[0][1] == "First: half"


def test_a_failed_step_leaves_the_others_to_go_on(steps):
    broken, fine = steps(Product("broken", failure=NotBuilt("no network.")), Product("fine"))
    with pytest.raises(NotBuilt, match=r"Broken: no network\."):
        setup.run(quiet)
    assert fine.made == 1
    assert setup.missing() == [broken.step]


def test_what_the_dashboard_can_do_without_is_told_and_not_asked_for_again(steps):
    steps(Product("scripts", required=False, failure=OSError("no npm")), Product("fine"))
    assert setup.run(quiet) == ("Scripts: no npm",)
    assert setup.missing() == []


def test_two_starts_at_the_same_time_make_everything_once(steps):
    (product,) = steps(Product("slow"))
    started, go_on = threading.Event(), threading.Event()
    make = product.make

    def slow(progress):
        started.set()
        go_on.wait(10)
        make(progress)

    steps_before = setup.Step("slow", "Slow", True, 1.0, lambda: bool(product.made), slow)
    setup.STEPS = (steps_before,)
    told = []
    first = threading.Thread(target=setup.run, args=(quiet,))
    second = threading.Thread(target=setup.run, args=(lambda message, fraction: (told.append(message), go_on.set()),))
    first.start()
    started.wait(10)
    second.start()
    first.join(10)
    second.join(10)
    assert product.made == 1
    assert told == ["Waiting for another set-up to finish", "Set-up is done"]


def test_the_lock_of_a_dead_process_is_free(tmp_path):
    path = tmp_path / "setup.lock"
    script = f"import os; from geo.lock import only_one\nwith only_one({str(path)!r}, print): os._exit(9)"
    script = script.replace("import os;", "import os, pathlib;").replace(
        repr(str(path)), f"pathlib.Path({str(path)!r})"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT).returncode == 9
    with only_one(path, lambda: pytest.fail("had to wait for a dead process")):
        pass


def test_a_stamp_follows_content_and_not_time(tmp_path):
    source = tmp_path / "source.csv"
    source.write_text("a")
    first = digest(source, words=("1.0",))
    source.write_text("a")
    assert digest(source, words=("1.0",)) == first
    source.write_text("b")
    assert digest(source, words=("1.0",)) != first
    assert digest(source, words=("1.1",)) != digest(source, words=("1.0",))
    assert not has_stamp(tmp_path, first)
    write_stamp(tmp_path, first)
    assert has_stamp(tmp_path, first)


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_damaged_gazetteer_counts_as_missing(tmp_path, monkeypatch, content):
    monkeypatch.setenv("GEO_BUILT", str(tmp_path))
    (tmp_path / "gazetteer.sqlite").write_bytes(content)
    assert "gazetteer" in [step.name for step in setup.missing()]


def test_without_npm_and_packages_the_message_names_both_ways_to_mend_it(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "npm_runners", lambda: iter(()))
    with pytest.raises(NotBuilt, match="npm"):
        assets.install_assets(quiet, packages=tmp_path / "none", target=tmp_path / "vendor")
    assert not Path(tmp_path / "vendor").exists()
