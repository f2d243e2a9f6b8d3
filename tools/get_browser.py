"""Finds a Chromium for the browser tests, or fetches one: this machine's own, else Playwright's, else Debian's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> int:
    if found := find() or fetch_playwright() or fetch_debian():
        print(f"Browser for tests: {found}")
        return 0
    print(
        "No browser could be found or fetched, and the browser tests need one. "
        "Install Chromium or Google Chrome, or check the network and repeat.",
        file=sys.stderr,
    )
    return 1


def find() -> str | None:
    """Return the path of a browser that is there: the one named by CHROMIUM, this machine's, or Playwright's."""
    named = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES)]
    return next(filter(None, named), None) or playwright_browser()


def playwright_browser() -> str | None:
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
            playwright.chromium.launch(args=["--no-sandbox"]).close()
    except Error:
        return None
    return path


def fetch_playwright() -> str | None:
    """Let Playwright download its Chromium, and the libraries it needs where we may install them."""
    print("Fetching Playwright's Chromium", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])
    if (path := playwright_browser()) or not may_install():
        return path
    subprocess.run([sys.executable, "-m", "playwright", "install-deps", "chromium"])
    return playwright_browser()


def fetch_debian() -> str | None:
    if not may_install():
        return None
    print("Fetching Debian's chromium", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet)
    subprocess.run(["apt-get", "install", "-qq", "-y", "--no-install-recommends", "chromium"], env=quiet)
    return shutil.which("chromium")


def may_install() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


if __name__ == "__main__":
    raise SystemExit(main())
