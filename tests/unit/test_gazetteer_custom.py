"""Gazetteers of the user's own: they win everywhere, and what is wrong with one is said with the place and the mend."""

import json
import os
import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geo.errors import InputError
from geo.extract.places.recognise import recognise
from geo.gazetteer import Gazetteer
from geo.gazetteer.listed import ListedNames
from geo.geocode import OfflineGeocoder, lookup, resolve
from geo.paths import ROOT
from geo.types import PlaceKind

CSV = """name,lat,lon,kind,radius_km,country,id
Mole|Maulwurf,36.08,120.29,port,2,CHN,mole
Kadena Air Base,-10.5,130.25,base,,,
Point Zulu,12.5,131.25,,,,
"""
SQUARE = [[[120.0, 10.0], [121.0, 10.0], [121.0, 11.0], [120.0, 11.0], [120.0, 10.0]]]
POINT = {"type": "Point", "coordinates": [131.25, 12.5]}


def features(*pairs: tuple[object, object]) -> str:
    listed = [{"type": "Feature", "properties": said, "geometry": geometry} for said, geometry in pairs]
    return json.dumps({"type": "FeatureCollection", "features": listed})


@pytest.fixture
def own(tmp_path: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> Gazetteer:
    """A gazetteer with a CSV and a GeoJSON file over it, set by configuration."""
    (tmp_path / "mine.csv").write_text(CSV, encoding="utf-8-sig")
    area = {"name": ["Box Charlie", "箱"], "kind": "range", "note": "passed over"}
    (tmp_path / "areas.geojson").write_text(features((area, {"type": "Polygon", "coordinates": SQUARE})))
    files = (tmp_path / "mine.csv", tmp_path / "areas.geojson")
    monkeypatch.setenv("GEO_GAZETTEER", os.pathsep.join(map(str, files)))
    return Gazetteer.open(gazetteer.path)


FOUND = [  # text, names found
    ("The mole was seen near Mole.", ["Mole"]),
    ("Mole is what they call it.", ["Mole"]),
    ("Molehill, Guacamole and moles.", []),
    ("Ships left Point Zulu for\nBox Charlie.", ["Point Zulu", "Box Charlie"]),
    ("POINT ZULU, then Kadena Air Base.", ["POINT ZULU", "Kadena Air Base"]),
    ("Der Maulwurf.", ["Maulwurf"]),
    ("军舰驶向箱。", ["箱"]),
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_listed_names_are_found_as_they_are_written(own: Gazetteer, text: str, names: list[str]) -> None:
    assert [toponym.span.of(text) for toponym in recognise(text, own)] == names


def test_words_that_nobody_listed_stay_words(gazetteer: Gazetteer) -> None:
    assert recognise("Mole is what they call it.", gazetteer) == ()


def test_own_places_win_in_resolution_and_geocoding(own: Gazetteer, gazetteer: Gazetteer) -> None:
    text = "Aircraft from Kadena Air Base, Japan, flew over Okinawa."
    located = resolve(text, recognise(text, own), own, ("JPN",))
    match = next(one.match for one in located if one.toponym.name == "Kadena Air Base")
    assert match is not None
    assert (match.place.lat, match.place.lon, match.place.source) == (-10.5, 130.25, "mine.csv")
    assert lookup("KADENA air base", None, own)["lat"] == -10.5
    assert gazetteer.candidates("Kadena Air Base")[0].lat > 20, "without configuration ours is there as before"


def test_own_places_answer_as_others_do(own: Gazetteer) -> None:
    geocoder = OfflineGeocoder(own.path)
    raw = geocoder.geocode("Box Charlie").raw
    assert (raw["kind"], raw["names"], raw["source"]) == ("range", ["Box Charlie", "箱"], "areas.geojson")
    assert 60 < raw["radius_km"] < 65, "the radius of the circle that has the outline's area"
    assert geocoder.reverse((10.5, 120.5)).raw["name"] == "Box Charlie"
    assert geocoder.reverse((12.5, 131.25)).raw["name"] == "Point Zulu"
    assert geocoder.geocode("Mole").raw["radius_km"] == 2
    assert own.place("custom:mole").country == "CHN"
    assert own.shape(raw["place_id"])["type"] == "Polygon"


def test_the_rest_of_the_gazetteer_is_as_before(own: Gazetteer, gazetteer: Gazetteer) -> None:
    for name in ("Vladivostok", "Sea of Japan", "Georgia", "Springfield"):
        assert own.candidates(name) == gazetteer.candidates(name)
    assert own.shape("own:sea-of-japan") == gazetteer.shape("own:sea-of-japan")


def test_survives_pickling_with_its_files(own: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = pickle.dumps(own)
    monkeypatch.delenv("GEO_GAZETTEER")
    assert pickle.loads(packed).candidates("Point Zulu") == own.candidates("Point Zulu")


def test_of_two_files_the_first_wins_and_both_are_listed(gazetteer: Gazetteer, tmp_path: Path) -> None:
    for name, lat in (("a", 1), ("b", 2)):
        (tmp_path / f"{name}.csv").write_text(f"name,lat,lon\nPoint Zulu,{lat},0\n")
    both = Gazetteer.open(gazetteer.path, [tmp_path / "a.csv", tmp_path / "b.csv"])
    assert [place.lat for place in both.candidates("Point Zulu")] == [1, 2]


@pytest.mark.parametrize("kind", PlaceKind)
def test_every_kind_is_taken(gazetteer: Gazetteer, tmp_path: Path, kind: PlaceKind) -> None:
    (tmp_path / "a.csv").write_text(f"kind,lon,lat,name\n{kind},10,20,Point Zulu\n")
    (place,) = Gazetteer.open(gazetteer.path, [tmp_path / "a.csv"]).candidates("Point Zulu")
    assert (place.kind, place.lat, place.lon, place.radius_km, place.country) == (kind, 20, 10, 10, None)


HEAD = "name,lat,lon\n"
BAD_FILES = [  # file name, content, what is said
    ("a.csv", b"", "is empty"),
    ("a.csv", b" \n\n", "is empty"),
    ("a.csv", HEAD.encode(), "holds no place"),
    ("a.csv", b"title,lat,lon\nX,1,2\n", "line 1: column 'title' is not known"),
    ("a.csv", b"name,latitude,longitude\nX,1,2\n", "line 1: column 'latitude' is not known"),
    ("a.csv", b"name,lat\nX,1\n", "line 1: column 'lon' is missing"),
    ("a.csv", b"name;lat;lon\nX;1;2\n", "line 1: column 'name;lat;lon' is not known"),
    ("a.csv", b"name,lat,lat,lon\nX,1,1,2\n", "line 1: column 'lat' is there twice"),
    ("a.csv", (HEAD + "A,1,2\nB,91,2\n").encode(), "line 3, column 'lat'"),
    ("a.csv", (HEAD + "A,1,-180.5\n").encode(), "line 2, column 'lon'"),
    ("a.csv", (HEAD + "A,north,2\n").encode(), "line 2, column 'lat'"),
    ("a.csv", (HEAD + "A,nan,2\n").encode(), "line 2, column 'lat'"),
    ("a.csv", (HEAD + "A,,2\n").encode(), "line 2, column 'lat'"),
    ("a.csv", (HEAD + "A\n").encode(), "line 2, column 'lat'"),
    ("a.csv", (HEAD + "A,1,2,3\n").encode(), "line 2: more fields than columns"),
    ("a.csv", (HEAD + ",1,2\n").encode(), "line 2, column 'name'"),
    ("a.csv", (HEAD + "?!,1,2\n").encode(), "line 2, column 'name'"),
    ("a.csv", (HEAD + "x" * 10_000 + ",1,2\n").encode(), "line 2, column 'name'"),
    ("a.csv", b"name,lat,lon,kind\nA,1,2,volcano\n", "line 2, column 'kind'"),
    ("a.csv", b"name,lat,lon,radius_km\nA,1,2,-3\n", "line 2, column 'radius_km'"),
    ("a.csv", b"name,lat,lon,country\nA,1,2,China\n", "line 2, column 'country'"),
    ("a.csv", b"name,lat,lon,id\nA,1,2,x\nB,3,4,x\n", "the id 'x' of 'B' is that of 'A'"),
    ("a.csv", (HEAD + '"A,1,2\n').encode(), "line 2"),
    ("a.csv", (HEAD + "A,1,2\n").encode("utf-16"), "line 1: byte 0xff is not UTF-8"),
    ("a.csv", HEAD.encode() + "Île,1,2\n".encode("latin-1"), "line 2: byte 0xce is not UTF-8"),
    ("a.csv", HEAD.encode() + b"A\0,1,2\n", "line 2: a NUL byte"),
    ("a.csv", HEAD.encode() + b"A,1,2\n" * 3_400_000, "is larger than 20 MB"),
    ("a.csv", HEAD.encode() + b"A,1,2\n" * 100_001, "more than 100,000 places"),
    ("a.txt", b"A,1,2\n", "expected a .csv, .geojson or .json file"),
    ("a.json", b'{"type": "FeatureCollection",\n "features": [}', "line 2, column 15"),
    ("a.json", b"[" * 100_000, "brackets within brackets"),
    ("a.json", b"[1, 2]", "is no GeoJSON FeatureCollection"),
    ("a.json", b'{"type": "FeatureCollection", "features": []}', "holds no place"),
    ("a.json", features(({"name": "A"}, None)).encode(), "feature 1: its geometry is None"),
    ("a.json", features(({"name": "A"}, {"type": "LineString", "coordinates": []})).encode(), "feature 1: its geom"),
    ("a.json", features(({"name": "A"}, {"type": "Point", "coordinates": "x"})).encode(), "feature 1"),
    ("a.json", features(({"name": "A"}, {"type": "Point", "coordinates": []})).encode(), "feature 1"),
    ("a.json", features(({"name": "A"}, {"type": "Polygon", "coordinates": [[[1, 2]]]})).encode(), "feature 1"),
    ("a.json", features(({"name": "A"}, POINT), ({}, POINT)).encode(), "feature 2, column 'name'"),
    ("a.json", features(({"name": 7}, POINT)).encode(), "feature 1, column 'name'"),
    ("a.json", features(({"name": "A", "kind": "volcano"}, POINT)).encode(), "feature 1, column 'kind'"),
    ("a.json", features((["A"], POINT)).encode(), "feature 1: its properties are no object"),
    (
        "a.json",
        features(({"name": "A"}, {"type": "Point", "coordinates": [36, 120]})).encode(),
        "feature 1, coordinates: .*longitude first",
    ),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD_FILES, ids=[f"{one[0]} {one[2][:40]}" for one in BAD_FILES])
def test_what_is_wrong_is_said_with_its_place(
    gazetteer: Gazetteer, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=said) as raised:
        Gazetteer.open(gazetteer.path, [path])
    message = str(raised.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    assert len(message) < 500 + len(str(path))


@pytest.mark.parametrize("name", ["none.csv", ""])
def test_a_missing_file_or_a_folder_is_said(gazetteer: Gazetteer, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"cannot be read: .* GEO_GAZETTEER"):
        Gazetteer.open(gazetteer.path, [tmp_path / name])


def test_one_bad_file_leaves_out_no_other(
    gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "good.csv").write_text(CSV)
    (tmp_path / "bad.csv").write_text("name\nA\n")
    files = [tmp_path / name for name in ("bad.csv", "good.csv", "none.csv")]
    monkeypatch.setenv("GEO_GAZETTEER", os.pathsep.join(map(str, files)))
    opened, problems = Gazetteer.open_anyway(gazetteer.path)
    assert opened.candidates("Point Zulu")
    assert [problem.split(".csv")[0].rsplit("/")[-1] for problem in problems] == ["bad", "none"]


def test_the_command_line_ends_with_2_and_one_line(gazetteer: Gazetteer, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("name,lat,lon\nA,95,0\n")
    done = subprocess.run(
        [sys.executable, "-m", "geo", "geocode", "Busan"],
        cwd=ROOT,
        env=os.environ | {"GEO_GAZETTEER": str(tmp_path / "bad.csv"), "GEO_BUILT": str(gazetteer.path.parent)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "bad.csv, line 2, column 'lat'" in done.stderr


def test_many_names_with_one_beginning_are_searched_quickly() -> None:
    names = ListedNames(f"Site {number}{'x' * (number % 150)}" for number in range(50_000))
    text = "Site " * 2_000 + "Site 7xxxxxxx"
    started = time.process_time()
    assert [span.of(text) for span in names.find(text)] == ["Site 7xxxxxxx"]
    assert time.process_time() - started < 1.0


def test_the_longest_listed_name_is_taken() -> None:
    text = "Box Charlie North, Box Charlie, Box"
    found = ListedNames(["Box", "Box Charlie", "Box Charlie North"]).find(text)
    assert [span.of(text) for span in found] == ["Box Charlie North", "Box Charlie", "Box"]
