"""A running server with a known store, and pages in a real Chromium that lets nothing out."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Error, Page, Route, sync_playwright

from geo.gazetteer import Gazetteer
from geo.paths import ROOT
from tests.made_store import fill
from tools.get_browser import find

START_SECONDS = 60.0
# Streamlit asks for these below a page's own path first and then finds them at the root.
ASKED_TWICE = ("_stcore/health", "_stcore/host-config")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, gazetteer: Gazetteer) -> Iterator[str]:
    """The address of the dashboard, served from a store that only these tests see."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("GEO_BUILT", "GEO_STORE"):
            patch.setenv(name, os.environ.get(name, ""))  # put back afterwards
        fill(tmp_path_factory.mktemp("dashboard") / "built")
        with serving(dict(os.environ)) as address:
            yield address


class serving:
    """Run the dashboard on a free port while the block lasts."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment

    def __enter__(self) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        address = f"http://127.0.0.1:{port}"
        options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", *options],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with httpx.Client(transport=httpx.HTTPTransport(retries=9), trust_env=False) as client:
            answer = client.get(f"{address}/api/health", timeout=START_SECONDS)
        assert answer.status_code == 200, answer.text
        return address

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or find()
    with sync_playwright() as playwright:
        options = {"args": ["--no-sandbox", "--disable-background-networking"]}
        try:
            started = playwright.chromium.launch(executable_path=path, **options)  # type: ignore[arg-type]
        except Error as error:
            pytest.fail(f"No browser: {error.message}. `python tools/get_browser.py` gets one.")
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A page that records, and at the end refuses, requests to outside and errors of scripts."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=server, accept_downloads=True)
    outside: list[str] = []
    errors: list[str] = []

    def only_inside(route: Route) -> None:
        if urlsplit(route.request.url).hostname == "127.0.0.1":
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    context.route("**/*", only_inside)
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda said: (
            errors.append(f"{said.text} {said.location['url']}")
            if said.type == "error" and not said.location["url"].endswith(ASKED_TWICE)
            else None
        ),
    )
    yield page
    context.close()
    assert outside == []
    assert errors == []
