"""What comes in is kept as given or refused with a reason; nothing is read as what it is not."""

import datetime as dt
import zipfile
from io import BytesIO

import pytest

from geo.errors import InputError
from geo.sources import read_report, read_sample_reports
from geo.sources.files import MAX_HTML_BYTES, MAX_TEXT_BYTES

PAGE = """<!doctype html><html lang="en-GB"><head><title>Ships sail - Paper</title>
<meta property="og:title" content="Ships &amp; sailors"><meta property="og:site_name" content="Paper">
<meta property="og:url" content="https://example.org/ships">
<meta property="article:published_time" content="2023-07-16T10:00:00Z"></head>
<body><nav>Home | News | About us</nav><article><h1>Ships sail</h1>
<p>China and Russia will hold a joint exercise in the Sea of Japan, the ministry said on Sunday.</p>
<p>Five warships left Qingdao for the area &ndash; they will join Russian forces there.</p></article>
<footer>Copyright 2019</footer></body></html>"""


@pytest.mark.parametrize(
    "text", ["Ships sail.\r\n\r\n\tThey “return” – 5 of them…\n", "x", "Корабли вышли. 艦艇出港。", "a\x0cb\x1bc page"]
)
def test_plain_text_is_kept_character_by_character(tmp_path, text):
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode())
    report = read_report(path)
    assert (report.text, report.title, report.published) == (text, None, None)


def test_the_same_text_has_the_same_id_under_any_name(tmp_path):
    assert read_report(b"Ships sail.", "a.txt").id == read_report(b"Ships sail.").id
    assert read_report(b"Ships sail.", "a.txt").id != read_report(b"Ships sail!", "a.txt").id


RUSSIAN = "Корабли вышли из Циндао в Японское море, сообщило министерство обороны в воскресенье. "
GERMAN = "Die Übung beginnt am Montag südlich der Küste, größer als früher – “sagte” er. "


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-32"),
        (RUSSIAN, "cp1251"),
        (GERMAN, "cp1252"),
        ("中国海军和俄罗斯海军将在日本海举行联合演习，国防部周日表示。" * 3, "gb18030"),
        ("海上自衛隊は日曜日に日本海で共同訓練を実施したと発表した。ひらがなとカタカナ。" * 3, "cp932"),
    ],
    ids=lambda value: value[:8],
)
def test_usual_encodings_are_told(text, encoding):
    assert read_report(text.encode(encoding), "report.txt").text == text


def test_a_page_is_read_by_the_encoding_that_it_declares():
    page = PAGE.replace("<head>", '<head><meta charset="koi8-r">').replace("China", "Китай").replace("&ndash;", "")
    assert "Китай and Russia" in read_report(page.encode("koi8-r"), "page.html").text


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.txt", None])
def test_of_a_page_the_readable_text_and_its_own_statements_are_kept(name):
    report = read_report(PAGE.encode(), name)
    assert "Sea of Japan, the ministry said" in report.text
    assert "area – they" in report.text
    assert "Home | News" not in report.text
    assert "Copyright" not in report.text
    assert (report.title, report.publisher, report.published) == ("Ships & sailors", "Paper", dt.date(2023, 7, 16))
    assert (report.url, report.language) == ("https://example.org/ships", "en")


def test_a_page_that_states_nothing_gets_nothing_invented():
    bare = "<p>Printed 12 May 2019. China and Russia met at sea on Sunday, the ministry said.</p>"
    report = read_report(f"<html><body>{bare}</body></html>".encode(), "page.html")
    assert (report.published, report.publisher, report.url, report.title) == (None, None, None, None)


@pytest.mark.parametrize("stated", ["2023-13-45", "yesterday", "0000-00-00"])
def test_a_date_that_is_none_is_not_taken(stated):
    assert read_report(PAGE.replace("2023-07-16T10:00:00Z", stated).encode(), "page.html").published is None


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//example.org"])
def test_an_address_that_is_no_web_address_is_not_taken(address):
    assert read_report(PAGE.replace("https://example.org/ships", address).encode(), "page.html").url is None


def test_scripts_of_a_page_are_not_its_text():
    page = PAGE.replace("</article>", "<script>steal('`${x}`')</script><p onclick='x()'>They sail on.</p></article>")
    text = read_report(page.encode(), "page.html").text
    assert "steal" not in text
    assert "They sail on." in text


def test_a_report_that_shows_code_keeps_it_as_words():
    text = "He wrote <script>alert(`${1}`)</script> on the hull."
    assert read_report(text.encode(), "report.txt").text == text


HEAD = '---\nid: a1\ntitle: "Ships: sail"\npublished: 2023-07-16\npublisher: Paper\nlicence: ours\n---\n\n'


def test_the_head_of_a_markdown_report_gives_its_fields():
    report = read_report((HEAD + "Body --- text.\n").encode(), "a.md")
    assert (report.id, report.title, report.published, report.text) == (
        *("a1", "Ships: sail", dt.date(2023, 7, 16)),
        "Body --- text.\n",
    )


@pytest.mark.parametrize("text", ["---\n\nBody\n\n---\nMore", "# Title\n\n---\nBody", "----\nid: x\n----\n"])
def test_rules_drawn_across_a_page_are_no_head(text):
    assert read_report(text.encode(), "a.md").text == text


@pytest.mark.parametrize(
    ("head", "says"),
    [("colour: red", "colour"), ("published: July", "published"), ("title: [", "no YAML"), ("title: {a: 1}", "title")],
)
def test_a_malformed_head_is_named(head, says):
    with pytest.raises(InputError, match=says):
        read_report(f"---\n{head}\n---\nBody".encode(), "a.md")


def zipped() -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "text")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "a.txt", "holds no text"),
        (b" \r\n\t", "a.txt", "holds no text"),
        (b"\xef\xbb\xbf", "a.txt", "holds no text"),
        (HEAD.encode(), "a.md", "holds no text"),
        (b"<html><body></body></html>", "a.html", "no readable text"),
        (b"%PDF-1.7 ...", "a.txt", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n....", "a.md", "PNG image"),
        (zipped(), "a.txt", "ZIP archive"),
        (b"\x7fELF\x02\x01\x01" + b"\x00" * 64, "report.txt", "a program"),
        (b"some text\x00with a nul", "a.txt", "no text"),
        (bytes(range(256)) * 64, "a.txt", "no text"),
        (b"\x01\x02\x03\x04\x05text", "a.txt", "no text"),
        (b"\xff\xfe\x00", "a.txt", "no text"),
        (b"text", "a.pdf", "not read yet"),
        (b"text", "A.DOCX", "not read yet"),
        (b"text", "a.eml", "not read yet"),
    ],
)
def test_what_is_no_report_is_refused_with_a_reason(content, name, says):
    with pytest.raises(InputError, match=says) as raised:
        read_report(content, name)
    assert name in str(raised.value)


@pytest.mark.parametrize(("name", "most"), [("a.txt", MAX_TEXT_BYTES), ("a.html", MAX_HTML_BYTES)])
def test_what_is_too_large_is_refused_before_it_is_read(tmp_path, name, most):
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(most + 1)  # a file with a hole: no such bytes are ever written
    with pytest.raises(InputError, match=f"{most:,}"):
        read_report(path)
    with pytest.raises(InputError, match=f"{most:,}"):
        read_report(b"x" * (most + 1), name)


def test_a_page_under_a_text_name_has_the_cap_of_a_page():
    with pytest.raises(InputError, match="HTML page"):
        read_report(b"<html>" + b"x" * MAX_HTML_BYTES, "a.txt")


@pytest.mark.parametrize("missing", ["nowhere.txt", "."])
def test_a_path_that_cannot_be_read_is_named(tmp_path, missing):
    with pytest.raises(InputError, match="cannot be read"):
        read_report(tmp_path / missing)


@pytest.mark.parametrize(
    "markup",
    ["<div>" * 50_000 + "Deep words." + "</div>" * 50_000, "<table><tr><td>" * 3_000 + "x", "<" * 100_000],
    ids=["divs", "tables", "angles"],
)
def test_hostile_markup_ends_in_a_report_or_a_reason(markup):
    page = f"<html><body>{markup}<article><p>Ships sail on Sunday, they say.</p></article></body></html>"
    try:
        assert read_report(page.encode(), "a.html").text.strip()
    except InputError as error:
        assert "no readable text" in str(error)


def test_the_bundled_reports_are_read_with_ids_of_their_own():
    reports = read_sample_reports()
    assert len(reports) >= 12
    assert len({report.id for report in reports}) == len(reports)
    assert all(report.title and report.licence and report.text.strip() for report in reports)
    assert not any(report.text.startswith("---") or report.url == "" for report in reports)
