"""Every page runs, says what it shows, and says so when there is nothing or something is wrong."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.paths import ROOT
from geo.store import EventStore
from geo.types import EventType, Published, Reading, Report
from tests.made_store import SEA_OF_JAPAN, day, event

PAGES = ["map", "timeline", "events", "reports", "sources"]
LIMIT_SECONDS = 30.0


def opened(name: str, **state: object) -> AppTest:
    page = AppTest.from_file(str(ROOT / "pages" / f"{name}.py"), default_timeout=LIMIT_SECONDS)
    for key, value in state.items():
        page.session_state[key] = value
    return page.run()


def shown(page: AppTest) -> str:
    """Return all that a page says."""
    parts = [*page.get("html"), *page.markdown, *page.text, *page.error, *page.warning, *page.caption, *page.success]
    return "\n".join(str(getattr(part, "value", "") or part.proto.body) for part in parts)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("map", "5 events · all events"),
        ("timeline", "5 events · all events"),
        ("events", "5 events · all events"),
        ("reports", "1 report in the store"),
        ("sources", "1 report, 1 data set, 5 events"),
    ],
)
def test_page_says_what_it_shows(made_store: Path, name: str, said: str) -> None:
    page = opened(name)
    assert not page.exception
    assert said in shown(page)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("map", "No event fits these filters"),
        ("timeline", "No event fits these filters"),
        ("events", "No event fits these filters"),
        ("reports", "Paste or upload a report"),
        ("sources", "No report has been read yet"),
    ],
)
def test_page_says_what_to_do_without_events(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    monkeypatch.setenv("GEO_STORE", f"sqlite:///{tmp_path / 'empty.sqlite'}")
    page = opened(name)
    assert not page.exception
    assert said in shown(page)


def test_frame_takes_the_filter_from_the_address(made_store: Path) -> None:
    frame = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=LIMIT_SECONDS)
    frame.query_params["country"] = ["CHN", "RUS"]
    frame.query_params["from"] = "2023-01-01"
    frame.run()
    assert not frame.exception
    assert frame.multiselect(key="filter_countries").value == ["CHN", "RUS"]
    assert "China or Russia; from 1 Jan 2023" in shown(frame)


def test_frame_opens_without_a_gazetteer_of_ones_own_that_is_malformed(
    made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.csv"
    own.write_text("name,lat,lon\nPoint Zulu,95,0\n")
    monkeypatch.setenv("GEO_GAZETTEER", str(own))
    frame = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=LIMIT_SECONDS).run()
    assert not frame.exception
    assert "own.csv, line 2, column 'lat'" in shown(frame)
    assert "5 events · all events" in shown(frame)
    own.write_text("name,lat,lon\nPoint Zulu,9.5,0\n")
    assert "own.csv" not in shown(frame.run())


def test_frame_names_bad_words_of_the_address_and_goes_on(made_store: Path) -> None:
    frame = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=LIMIT_SECONDS)
    frame.query_params["from"] = "soon"
    frame.query_params["text"] = "Alpha"
    frame.run()
    assert not frame.exception
    assert [warning.value for warning in frame.warning if "soon" in warning.value]
    assert "1 event ·" in shown(frame)


def test_missing_browser_files_are_told(made_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.ui.frame.make_offline", lambda: ("leaflet.js", "leaflet.css"))
    frame = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=LIMIT_SECONDS).run()
    assert "2 browser files are not on this machine and come from their public addresses" in shown(frame)


def test_dates_the_wrong_way_round_are_left_out_with_a_word(made_store: Path) -> None:
    frame = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=LIMIT_SECONDS).run()
    frame.date_input(key="filter_from").set_value("2023-12-01")
    frame.date_input(key="filter_to").set_value("2023-01-01").run()
    assert "lies after To" in shown(frame).replace("\\", "")
    assert "5 events · all events" in shown(frame)


def test_map_without_place_for_an_event_still_lists_it(made_store: Path) -> None:
    page = opened("map", filter_text="Delta")
    assert "1 event" in shown(page)
    assert len(page.dataframe[0].value) == 1


def test_chosen_event_shows_its_card_with_evidence(made_store: Path) -> None:
    page = opened("map", selected="made-alpha")
    said = shown(page)
    assert "Alpha Shield" in said
    assert "<mark>China and Russia began the exercise Alpha Shield" in said
    assert "In June 2023 their bombers" in said  # the words around it


def test_other_tellings_stand_beside_an_event_and_a_hand_parts_them(made_store: Path) -> None:
    store = EventStore()
    retold = event(
        "alpha-2", EventType.JOINT_EXERCISE, ("CHN", "RUS"), day(2023, 7, 20, 24), SEA_OF_JAPAN, "Alpha Shield"
    )
    store.save(
        Reading(Report("second", "In other words.", publisher="<b>Daily</b>"), Published(None), events=(retold,))
    )
    page = opened("map", selected="made-alpha")
    said = shown(page)
    assert "Told by 2 reports" in said
    assert "They differ in: last day." in said
    assert "&lt;b&gt;Daily&lt;/b&gt;" in said and "<b>Daily" not in said
    assert "Told by" not in shown(press(page, "Set apart"))
    assert "Told by 2 reports" in shown(press(page, "Withdraw"))
    assert "6 events" in shown(opened("events"))
    assert "5 events · each event once" in shown(opened("events", filter_once=True))
    store.close()


def test_event_that_is_gone_is_said(made_store: Path) -> None:
    assert "no longer in the store" in shown(opened("map", selected="nothing"))


def test_changes_of_another_process_appear(made_store: Path) -> None:
    page = opened("events")
    assert "5 events" in shown(page)
    other = EventStore()
    other.delete_event("made-beta")
    other.close()
    assert "4 events" in shown(page.run())


@pytest.mark.parametrize("name", PAGES[:3])
def test_damaged_store_is_said_in_words(made_store: Path, name: str) -> None:
    (made_store / "store.sqlite").write_bytes(b"no database" * 1000)
    for beside in made_store.glob("store.sqlite-*"):
        beside.unlink()
    frame = AppTest.from_string(
        f"import runpy\nfrom geo.errors import GeoError\nfrom geo.ui.words import explain\n"
        f"try:\n    runpy.run_path({str(ROOT / 'pages' / f'{name}.py')!r})\n"
        f"except GeoError as error:\n    explain(error)\n",
        default_timeout=LIMIT_SECONDS,
    ).run()
    assert not frame.exception
    assert "This cannot be shown." in shown(frame)


def read(text: str) -> AppTest:
    page = opened("reports")
    page.text_area(key="report_text").set_value(text)
    return press(page, "Read the report")


def press(page: AppTest, label: str) -> AppTest:
    return next(button for button in page.button if button.label == label).click().run()


REPORT = "China and Russia held the joint naval exercise Rho Storm in the Sea of Japan on 5 May 2024."


def test_report_is_read_and_saved(made_store: Path) -> None:
    page = read(REPORT)
    assert "Rho Storm" in shown(page)
    assert "Saved with" in shown(press(page, "Save"))
    assert EventStore().count() > 5


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("中俄海军7月20日至23日在日本海举行“北部·联合-2023”演习。", "北部·联合-2023"),
        (
            "Россия и Китай с 20 по 23 июля проведут в Японском море учение «Северное взаимодействие».",
            "Северное взаимодействие",
        ),
        ("日米豪は7月20日から23日まで日本海で共同訓練「オーシャン・ロー」を実施した。", "オーシャン・ロー"),
    ],
)
def test_a_report_in_another_script_is_read_and_saved(made_store: Path, text: str, name: str) -> None:
    page = read(text)
    assert name in shown(page)
    assert "Sea of Japan" in shown(page) or "日本海" in shown(page) or "Японском море" in shown(page)
    assert "Saved with" in shown(press(page, "Save"))


def test_a_report_in_a_language_that_is_not_read_is_refused_by_its_name(made_store: Path) -> None:
    text = "Les navires ont quitté Brest dimanche pour un exercice naval conjoint avec la marine britannique."
    page = read(text)
    assert "French" in shown(page)
    assert page.text_area(key="report_text").value == text


def test_pasted_text_survives_a_gazetteer_that_is_not_built(made_store: Path) -> None:
    (made_store / "gazetteer.sqlite").unlink()
    page = read(REPORT)
    assert "The report was not read. What you pasted is still there." in shown(page)
    assert page.text_area(key="report_text").value == REPORT


def test_locked_store_keeps_the_report_open(made_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = read(REPORT)
    with sqlite3.connect(made_store / "store.sqlite") as other:
        other.execute("BEGIN EXCLUSIVE")
        page = press(page, "Save")
        assert "Not saved. The report stays open here" in shown(page)
        assert "Rho Storm" in shown(page)
    assert "Saved with" in shown(press(page, "Save"))


def test_five_megabytes_of_noise_are_read_or_refused_in_words(made_store: Path) -> None:
    page = read("qx zv " * 850_000)
    assert not page.exception
    assert "No event was found" in shown(page) or "was not read" in shown(page)
