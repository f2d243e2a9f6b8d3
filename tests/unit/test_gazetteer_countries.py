"""Country polygons: every country once, in (lon, lat), with clear errors."""

from pathlib import Path

import pytest
from shapely.geometry import Point

from geo.errors import NotBuilt
from geo.gazetteer.countries import country_polygons, land

INSIDE = [
    ("CHN", 116.4, 39.9),
    ("RUS", 37.6, 55.75),
    ("RUS", -172.5, 66.0),  # Chukotka, beyond the antimeridian
    ("SOM", 44.0, 9.6),  # Hargeisa
    ("CYP", 33.4, 35.25),  # north of Nicosia
    ("XKX", 20.9, 42.6),
    ("TWN", 121.0, 23.7),
    ("CXR", 105.6, -10.5),
]


@pytest.mark.parametrize(("code", "lon", "lat"), INSIDE)
def test_countries_hold_their_land(code: str, lon: float, lat: float) -> None:
    assert country_polygons()[code].contains(Point(lon, lat))


def test_countries_are_valid_and_many() -> None:
    polygons = country_polygons()
    assert len(polygons) > 230
    assert [code for code, shape in polygons.items() if not shape.is_valid or shape.is_empty] == []


def test_land_leaves_out_the_sea() -> None:
    assert not land().contains(Point(135.0, 40.0))
    assert land().contains(Point(135.0, 35.0))


def test_missing_file_names_the_mend(tmp_path: Path) -> None:
    with pytest.raises(NotBuilt, match="python -m geo setup"):
        country_polygons(tmp_path / "countries-50m.json")


def test_damaged_file_names_the_mend(tmp_path: Path) -> None:
    damaged = tmp_path / "countries-50m.json"
    damaged.write_text('{"transform": ', encoding="utf-8")
    with pytest.raises(NotBuilt, match="cannot be read"):
        country_polygons(damaged)
