"""The built gazetteer: names found in many forms, our own rows first, clear words when it is missing."""

import os
import pickle
import random
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from shapely.geometry import Point, shape

from geo.errors import GazetteerNotBuilt, RuleError
from geo.gazetteer import Gazetteer
from geo.gazetteer.build import build, built_fingerprint
from geo.gazetteer.index import NameFilter
from geo.gazetteer.names import key_of, stands_in
from geo.gazetteer.own import COLUMNS, own_rows
from geo.gazetteer.shapes import distance_km
from geo.types import PlaceKind

KEYS = [
    ("Xi'an", "xi an"),
    ("Île-de-France", "ile de france"),
    ("U.S.", "u s"),
    ("São Tomé", "sao tome"),
    ("Ørland", "orland"),
    ("日本海", "日 本 海"),
    ("Владивосток", "владивосток"),
    ("  ", ""),
    ("?!", ""),
]


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_keys_fold_case_accents_and_joints(name: str, key: str) -> None:
    assert key_of(name) == key


STANDING = [
    ("Busan", "Ships left BUSAN.", True),
    ("Busan", "Busanjin market", False),
    ("São Tomé", "in Sao Tome and elsewhere", True),
    ("Sao Tome", "near Sa\u0303o-Tomé", True),
    ("日本海", "军舰驶向日本海。", True),
    ("日本海", "日本和海", False),
    ("부산", "부산에서", True),
    ("Ørland", "日本: Orland air base", True),
    ("?!", "anything", False),
]


@pytest.mark.parametrize(("name", "text", "stands"), STANDING)
def test_whether_a_name_stands_in_a_text(name: str, text: str, stands: bool) -> None:
    assert stands_in(key_of(name), text) is stands


SECOND_NAMES = [
    ("East Sea", "Sea of Japan"),
    ("日本海", "Sea of Japan"),
    ("동해", "Sea of Japan"),
    ("Diaoyu Islands", "Senkaku Islands"),
    ("Takeshima", "Dokdo"),
    ("Huangyan Island", "Scarborough Shoal"),
    ("Ayungin Shoal", "Second Thomas Shoal"),
    ("Xisha Islands", "Paracel Islands"),
    ("Beibu Gulf", "Gulf of Tonkin"),
    ("Arabian Gulf", "Persian Gulf"),
    ("Etorofu", "Iturup"),
    ("Malvinas", "Falkland Islands"),
    ("Rostov Region", "Rostov Oblast"),
    ("Yakutia", "Sakha Republic"),
    ("Langkawi Island", "Pulau Langkawi"),
]


@pytest.mark.parametrize(("second", "first"), SECOND_NAMES)
def test_second_names_mean_the_same_place(gazetteer: Gazetteer, second: str, first: str) -> None:
    assert gazetteer.candidates(second)[0] == gazetteer.candidates(first)[0]


@pytest.mark.parametrize("name", ["Senkaku Islands", "Dokdo", "Scarborough Shoal", "Spratly Islands", "Crimea"])
def test_disputed_places_belong_to_nobody(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.candidates(name)[0].country is None


def test_own_rows_win_over_packages(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Kadena Air Base")[0].place_id == "own:kadena"


def test_alternate_names_weigh_less(gazetteer: Gazetteer) -> None:
    main, former = gazetteer.candidates("Qingdao")[0], gazetteer.candidates("Tsingtao")[0]
    assert main.place_id == former.place_id
    assert main.weight > former.weight


@pytest.mark.parametrize("name", ["", "Xyzzyville", "a" * 10_000, "א" * 500, "\u0301" * 500, "日" * 10_000])
def test_unknown_names_have_no_candidates(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.candidates(name) == ()


def test_shape_of_a_sea_is_water_only(gazetteer: Gazetteer) -> None:
    outline = gazetteer.shape("own:sea-of-japan")
    assert outline is not None
    sea = shape(outline)
    assert sea.contains(Point(135.0, 40.0))
    assert not sea.contains(Point(138.2, 36.6))  # Nagano, in the mountains of Honshu


def test_places_and_names_by_id(gazetteer: Gazetteer) -> None:
    place = gazetteer.place("own:taiwan-strait")
    assert place is not None
    assert place.name == "Taiwan Strait"
    assert "台湾海峡" in gazetteer.names("own:taiwan-strait")
    assert gazetteer.place("own:atlantis") is None
    assert gazetteer.names("own:atlantis") == ()
    assert gazetteer.shape("own:atlantis") is None


def test_gazetteer_survives_pickling(gazetteer: Gazetteer) -> None:
    again = pickle.loads(pickle.dumps(gazetteer))
    assert again.candidates("Busan") == gazetteer.candidates("Busan")


def test_missing_file_names_the_mend(tmp_path: Path) -> None:
    with pytest.raises(GazetteerNotBuilt, match=r"is missing: .*python -m geo setup"):
        Gazetteer.open(tmp_path / "none.sqlite")


@pytest.mark.parametrize("content", [b"", b"not a database" * 100, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_damaged_file_names_the_mend(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(content)
    with pytest.raises(GazetteerNotBuilt, match="python -m geo setup"):
        Gazetteer.open(path)


@pytest.mark.parametrize("share", [0.001, 0.25, 0.5, 0.9, 0.9999])
def test_file_cut_short_is_told_and_built_anew(gazetteer: Gazetteer, tmp_path: Path, share: float) -> None:
    whole = gazetteer.path.read_bytes()
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(GazetteerNotBuilt, match="python -m geo setup"):
        Gazetteer.open(path)
    assert built_fingerprint(path) is None, "set-up takes it for one that is missing"


def test_file_with_garbage_inside_answers_or_says_so(gazetteer: Gazetteer, tmp_path: Path) -> None:
    content = bytearray(gazetteer.path.read_bytes())
    chance = random.Random(5)
    for _ in range(400):
        place = chance.randrange(4096, len(content) - 4096)
        content[place : place + 4096] = chance.randbytes(4096)
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(content)
    told = 0
    with suppress(GazetteerNotBuilt):
        broken = Gazetteer.open(path)
        for name in ("Vladivostok", "Qingdao", "Busan", "Sea of Japan", "Moscow", "Georgia", "Guam", "Baltic Sea"):
            try:
                for place in broken.candidates(name):
                    broken.names(place.place_id), broken.shape(place.place_id), broken.place(place.place_id)
                    broken.around(place.lat, place.lon, 0.5)
            except GazetteerNotBuilt as error:
                told += "python -m geo setup" in str(error)
        assert told


PLACE_TABLE = (
    "CREATE TABLE place"
    " (place_id, name, kind, lat, lon, radius_km, country, region, population, weight, source, row, names)"
)
OTHER_FILES = {
    "another program's": "CREATE TABLE photo (id INTEGER)",
    "an older schema": "CREATE TABLE meta (key, value); CREATE TABLE place (place_id, name)",
    "no index": f"CREATE TABLE meta (key, value); {PLACE_TABLE}",
    "another index": f"CREATE TABLE meta (key, value); {PLACE_TABLE};"
    " INSERT INTO meta VALUES ('names', x'00'), ('prefixes', NULL)",
}


@pytest.mark.parametrize("schema", OTHER_FILES.values(), ids=OTHER_FILES)
def test_file_of_another_schema_names_the_mend(tmp_path: Path, schema: str) -> None:
    path = tmp_path / "gazetteer.sqlite"
    with closing(sqlite3.connect(path)) as file:
        file.executescript(schema)
    with pytest.raises(GazetteerNotBuilt, match="Delete it and run `python -m geo setup`"):
        Gazetteer.open(path)


def test_folder_in_its_place_names_the_mend(tmp_path: Path) -> None:
    with pytest.raises(GazetteerNotBuilt, match=r"is a folder: .*python -m geo setup"):
        Gazetteer.open(tmp_path)


def test_file_that_may_not_be_read_names_the_mend(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(b"SQLite format 3\x00")
    path.chmod(0)
    user = os.geteuid()
    os.seteuid(user or 65534)  # an administrator may read every file, so be somebody else for the moment
    try:
        with pytest.raises(GazetteerNotBuilt, match=r"may not be read: .* Make the file and its folder readable"):
            Gazetteer.open(path)
    finally:
        os.seteuid(user)


def test_building_twice_does_nothing(gazetteer: Gazetteer, tmp_path: Path) -> None:
    copy = tmp_path / "gazetteer.sqlite"
    shutil.copy(gazetteer.path, copy)
    assert build(copy) is False


def test_outdated_file_is_noticed(gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "gazetteer.sqlite"
    shutil.copy(gazetteer.path, copy)
    with closing(sqlite3.connect(copy)) as file, file:
        file.execute("UPDATE meta SET value = 'older' WHERE key = 'fingerprint'")
    said: list[str] = []

    def stop(what: str, part: float) -> None:
        said.append(what)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        build(copy, stop)
    assert said
    assert Gazetteer.open(copy).candidates("Busan"), "the old file stays until the new one is whole"
    assert list(tmp_path.iterdir()) == [copy], "nothing half-made stays behind"


def test_filter_never_denies_a_name() -> None:
    keys = ["sea of japan", "busan", "日 本 海"]
    table = NameFilter.of(keys)
    assert all(table.perhaps_name(key) for key in keys)
    assert table.perhaps_beginning("sea of")
    assert not table.perhaps_name("gulf of aden")


BAD_ROWS = [
    ("x,Nowhere,sea,95,10,,,,,fact", "outside the range"),
    ("x,Nowhere,sea,,,,,,,fact", "needs lat and lon"),
    ('x,Nowhere,sea,,,,"10 10, 11 11",,,fact', "three corners"),
    ('x,Nowhere,sea,,,,"10 10, 11 11, 95 1",,,fact', "not 'lat lon'"),
    ("x,Nowhere,ocean,1,1,,,,,fact", "ocean"),
    ("x,Nowhere,sea,one,1,,,,,fact", "one"),
]


@pytest.mark.parametrize(("row", "message"), BAD_ROWS)
def test_malformed_rows_are_named(tmp_path: Path, row: str, message: str) -> None:
    (tmp_path / "seas.csv").write_text(",".join(COLUMNS) + "\n" + row + "\n", encoding="utf-8")
    with pytest.raises(RuleError, match=message) as caught:
        list(own_rows(tmp_path))
    assert "seas.csv, line 2, 'x'" in str(caught.value)


def test_wrong_columns_are_named(tmp_path: Path) -> None:
    (tmp_path / "seas.csv").write_text("name,where\nA,B\n", encoding="utf-8")
    with pytest.raises(RuleError, match="expected id, names"):
        list(own_rows(tmp_path))


def test_own_table_is_whole() -> None:
    rows = list(own_rows())
    ids = [row.place.place_id for row in rows]
    assert len(ids) == len(set(ids)) >= 600
    assert [row.place.place_id for row in rows if not row.place.source] == []
    waters = [row for row in rows if row.place.kind.value in ("sea", "strait") and row.place.radius_km > 150]
    assert [row.place.place_id for row in waters if row.shape is None or row.shape.is_empty] == []


PROVINCES = [  # where maps show their middle: towns alone would put it far off
    ("Ontario", 50.0, -85.5),
    ("Queensland", -22.5, 144.5),
    ("Western Australia", -25.5, 122.3),
    ("Heilongjiang", 47.8, 128.0),  # some towns of Xinjiang are counted to it
    ("Nouvelle-Aquitaine", 45.2, 0.2),  # its country has land in South America
    ("Japan", 38.3, 139.8),  # not on Hokkaido, where a point inside the land may fall
    ("Norway", 64.5, 14.0),  # Svalbard is broad on a map, not on the globe
]


@pytest.mark.parametrize(("name", "lat", "lon"), PROVINCES)
def test_large_provinces_lie_in_the_middle_of_their_land(
    gazetteer: Gazetteer, name: str, lat: float, lon: float
) -> None:
    place = gazetteer.candidates(name)[0]
    assert distance_km(place.lat, place.lon, lat, lon) < 100
    assert place.radius_km > 100


@pytest.mark.parametrize(
    ("country", "lat", "lon"), [("Japan", 36.5, 138.0), ("Philippines", 12.9, 121.8), ("Malaysia", 3.5, 109.5)]
)
def test_a_country_of_islands_lies_on_the_island_nearest_to_its_middle(
    gazetteer: Gazetteer, country: str, lat: float, lon: float
) -> None:
    place = next(one for one in gazetteer.candidates(country) if one.kind is PlaceKind.COUNTRY)
    assert distance_km(place.lat, place.lon, lat, lon) < 350
