"""The map's scripts and styles come from this machine, or the program says which do not."""

import json
import subprocess

import folium
import pytest

from geo import assets
from geo.errors import NotBuilt
from geo.paths import NODE_MODULES


@pytest.fixture
def folium_lists():
    """Give folium's lists back as they were."""
    before = {name: list(getattr(folium.Map, name)) for name in ("default_js", "default_css")}
    yield before
    for name, value in before.items():
        setattr(folium.Map, name, value)


class PublicMap:
    """A class that names its files as folium's do, whatever ran before this test."""

    default_js = (("leaflet", "https://cdn.example/leaflet@1/dist/leaflet.js"),)
    default_css = (("leaflet_css", "https://cdn.example/leaflet@1/dist/leaflet.css"),)


@pytest.fixture
def vendor(tmp_path):
    (tmp_path / "leaflet").mkdir()
    (tmp_path / "leaflet" / "leaflet.js").write_text("L = {}")
    manifest = {
        "https://cdn.example/leaflet@1/dist/leaflet.js": "leaflet/leaflet.js",
        "https://cdn.example/leaflet@1/dist/leaflet.css": "leaflet/leaflet.css",
    }
    (tmp_path / assets.MANIFEST).write_text(json.dumps(manifest))
    return tmp_path


@pytest.fixture
def public_map():
    return type("Map", (), {"default_js": PublicMap.default_js, "default_css": PublicMap.default_css})


def test_every_file_of_the_map_is_local_after_set_up(tmp_path, folium_lists):
    assets.install_assets(lambda message, fraction: None, target=tmp_path)
    assert assets.make_offline("v/", vendor=tmp_path) == ()
    assert assets.addresses(folium.Map) == []
    for _, address in [*folium.Map.default_js, *folium.Map.default_css]:
        if address.startswith("v/"):  # an earlier test may have rewritten them with another prefix
            assert (tmp_path / address.removeprefix("v/")).is_file()


def test_fonts_and_pictures_come_with_their_stylesheet(tmp_path):
    assets.copy_with_references(NODE_MODULES, tmp_path, assets.PACKAGE_FILES["all.min.css"])
    assets.copy_with_references(NODE_MODULES, tmp_path, assets.PACKAGE_FILES["leaflet.css"])
    assert (tmp_path / "@fortawesome/fontawesome-free/webfonts/fa-solid-900.woff2").is_file()
    assert (tmp_path / "leaflet/dist/images/layers.png").is_file()


def test_a_file_that_is_not_there_stays_public_and_is_named(vendor, public_map):
    assert assets.make_offline("v/", (public_map,), vendor) == ("leaflet.css",)
    assert public_map.default_js == [("leaflet", "v/leaflet/leaflet.js")]
    assert public_map.default_css == list(PublicMap.default_css)


def test_rewriting_twice_changes_nothing_more(vendor, public_map):
    (vendor / "leaflet" / "leaflet.css").write_text("")
    assert assets.make_offline("v/", (public_map,), vendor) == ()
    first = public_map.default_js, public_map.default_css
    assert assets.make_offline("v/", (public_map,), vendor) == ()
    assert (public_map.default_js, public_map.default_css) == first


@pytest.mark.parametrize("content", ["", "{", "[]", None])
def test_a_damaged_manifest_leaves_the_public_addresses(tmp_path, public_map, content):
    if content is not None:
        (tmp_path / assets.MANIFEST).write_text(content)
    assert assets.make_offline("v/", (public_map,), tmp_path) == ("leaflet.js", "leaflet.css")


@pytest.mark.parametrize(
    ("stderr", "reason"),
    [
        (
            "npm error code ENOTFOUND\nnpm error getaddrinfo ENOTFOUND registry\n"
            "npm error A complete log of this run can be found in: /x.log",
            "error getaddrinfo ENOTFOUND registry",
        ),
        ("npm ERR! code E404\nnpm ERR! 404 Not Found\n", "ERR! 404 Not Found"),
        ("npm warn old lockfile\n", ""),
        ("", ""),
    ],
)
def test_the_reason_that_npm_gives_is_found(stderr, reason):
    assert assets.last_error_line(stderr) == reason


def test_without_any_npm_the_message_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "npm_runners", lambda: iter(()))
    with pytest.raises(NotBuilt, match=r"npm is neither on this machine.*geo setup"):
        assets.install_packages(lambda message, fraction: None, tmp_path)


def test_the_second_npm_is_tried_when_the_first_fails(tmp_path, monkeypatch):
    called = []

    def runner(name, code, stderr):
        def run(arguments):
            called.append((name, arguments[0]))
            return subprocess.CompletedProcess(arguments, code, "", stderr)

        return run

    runners = (runner("machine", 1, "npm ERR! too old"), runner("wheel", 1, "npm error no network"))
    monkeypatch.setattr(assets, "npm_runners", lambda: iter(runners))
    with pytest.raises(NotBuilt, match="no network"):
        assets.install_packages(lambda message, fraction: None, tmp_path)
    assert called == [("machine", "ci"), ("wheel", "ci")]


def test_packages_that_are_there_are_not_fetched_again(monkeypatch):
    monkeypatch.setattr(assets, "npm_runners", lambda: pytest.fail("npm was called"))
    assets.install_packages(lambda message, fraction: pytest.fail(message))
