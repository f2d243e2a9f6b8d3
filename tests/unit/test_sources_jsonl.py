"""A bad line is reported with its number and the rest go through."""

import datetime as dt
import json

import pytest

from geo.errors import InputError
from geo.sources import read_jsonl
from geo.types import Report


def test_a_line_gives_a_report_with_all_that_it_states():
    line = {
        "id": "7",
        "text": "Ships sail.\r\n“Now”",
        "title": "T",
        "published": "2023-07-16",
        "url": "u",
        "language": "pt",
    }
    (report,) = read_jsonl([json.dumps(line)], "in.jsonl")
    assert report == Report("7", line["text"], "T", dt.date(2023, 7, 16), None, "u", "pt")


@pytest.mark.parametrize(
    ("published", "day"),
    [(None, None), ("", None), ("2023-07-16T23:59:00Z", dt.date(2023, 7, 16)), ("9999-12-31", dt.date(9999, 12, 31))],
)
def test_a_date_of_publication_is_the_day_it_says(published, day):
    (report,) = read_jsonl([json.dumps({"text": "x", "published": published})], "in.jsonl")
    assert isinstance(report, Report)
    assert report.published == day


def test_a_line_without_an_id_gets_one_from_its_text():
    same, again, other = read_jsonl(['{"text": "a"}', '{"text": "a", "title": "t"}', '{"text": "b"}'], "in.jsonl")
    assert same.id == again.id != other.id


BAD = {
    "cut off": '{"text": "x"',
    "no object": "[1, 2]",
    "no text": '{"id": "1"}',
    "empty text": '{"text": ""}',
    "blank text": '{"text": "  "}',
    "text no text": '{"text": 5.5}',
    "date no date": '{"text": "x", "published": "July"}',
    "no json": "Ships sail.",
    "bytes": b"\x80\x81\x00",
    "half a pair": '{"text": "\\ud83d"}',
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_line_is_reported_by_number_and_skipped(bad):
    lines = ['{"text": "one"}', "", bad, '{"text": "two"}']
    found = list(read_jsonl(lines, "in.jsonl"))
    assert [report.text for report in found if isinstance(report, Report)] == ["one", "two"]
    (error,) = (each for each in found if isinstance(each, InputError))
    assert "in.jsonl, line 3" in str(error)
    assert len(str(error)) < 400


def test_lines_of_an_open_file_are_read_as_utf8(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_bytes('\ufeff{"text": "Японское море"}\r\n{"text": "日本海"}\n'.encode())
    with path.open("rb") as lines:
        assert [report.text for report in read_jsonl(lines, "in.jsonl")] == ["Японское море", "日本海"]
