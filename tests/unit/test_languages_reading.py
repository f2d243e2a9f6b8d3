"""Chinese, Russian and Japanese: dates, countries, places, figures and names are found where they stand."""

import datetime as dt
import time
import unicodedata

import pytest

from geo.extract.dates.resolvers import Anchor
from geo.extract.languages.numbers import number_of
from geo.extract.languages.reader import find_words
from geo.extract.languages.vocabulary import vocabulary
from geo.pipeline import read
from geo.types import Reading, Report

PUBLISHED = dt.date(2023, 7, 18)


def reading(text: str, gazetteer, published: dt.date | None = PUBLISHED, title: str | None = None) -> Reading:
    return read(Report("r", text, title, published), gazetteer)


DATES = [
    ("zh", "7月20日至23日", None, "2023-07-20/2023-07-23"),
    ("zh", "7月28日至8月2日", None, "2023-07-28/2023-08-02"),
    ("zh", "2023年7月16日", None, "2023-07-16"),
    ("zh", "二〇二三年七月十六日", None, "2023-07-16"),
    ("zh", "本月16日", "past", "2023-07-16"),
    ("zh", "16日下午", "past", "2023-07-16"),
    ("zh", "29日", "past", "2023-06-29"),
    ("zh", "3日", "future", "2023-08-03"),
    ("zh", "上月", "past", "2023-06"),
    ("zh", "7月中旬", None, "2023-07-11/2023-07-20"),
    ("zh", "7月上旬", None, "2023-07-01/2023-07-10"),
    ("zh", "本月底", None, "2023-07-21/2023-07-31"),
    ("zh", "今年", None, "2023"),
    ("zh", "去年12月", None, "2022-12"),
    ("zh", "上周五", "past", "2023-07-14"),
    ("zh", "昨天", None, "2023-07-17"),
    ("zh", "三天前", None, "2023-07-15"),
    ("zh", "7月20日８时至22日", None, "2023-07-20/2023-07-22"),
    ("zh", "2024年第四季度", None, "2024-10-01/2024-12-31"),
    ("zh", "1月5日", "past", "2023-01-05"),
    ("zh", "12月28日", "past", "2022-12-28"),
    ("ru", "16 июля 2023 года", None, "2023-07-16"),
    ("ru", "с 20 по 23 июля", None, "2023-07-20/2023-07-23"),
    ("ru", "с 28 июля по 2 августа", None, "2023-07-28/2023-08-02"),
    ("ru", "20–23 июля", None, "2023-07-20/2023-07-23"),
    ("ru", "в июле", None, "2023-07"),
    ("ru", "в начале июля", None, "2023-07-01/2023-07-10"),
    ("ru", "в прошлом месяце", None, "2023-06"),
    ("ru", "в воскресенье", "past", "2023-07-16"),
    ("ru", "в воскресенье", "future", "2023-07-23"),
    ("ru", "16.07.2023", None, "2023-07-16"),
    ("ru", "в сентябре прошлого года", None, "2022-09"),
    ("ru", "прошлой осенью", None, "2022-23"),
    ("ru", "вчера", None, "2023-07-17"),
    ("ja", "令和5年7月16日", None, "2023-07-16"),
    ("ja", "令和元年7月16日", None, "2019-07-16"),
    ("ja", "16日", "past", "2023-07-16"),
    ("ja", "７月下旬", None, "2023-07-21/2023-07-31"),
    ("ja", "先月", None, "2023-06"),
    ("ja", "今月", None, "2023-07"),
    ("ja", "昨年", None, "2022"),
    ("ja", "7月20日（木）から23日（日）", None, "2023-07-20/2023-07-23"),
    ("ja", "昨年12月", None, "2022-12"),
    ("ja", "来月上旬", None, "2023-08-01/2023-08-10"),
]


@pytest.mark.parametrize(("language", "words", "tense", "edtf"), DATES)
def test_a_date_is_resolved_against_the_publication(language, words, tense, edtf, gazetteer):
    told = {"zh": f"编队{words}进行训练。", "ru": f"Учения {words}.", "ja": f"部隊は{words}に訓練した。"}[language]
    found = find_words(Report("r", told, None, PUBLISHED, language=language), gazetteer).dates
    assert [date.span.of(told) in (words, words.removesuffix("下午")) for date in found] == [True]
    resolved = found[0].resolve(Anchor(PUBLISHED, tense=tense))
    assert resolved is not None and resolved.edtf == edtf


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "为期3天的训练，第3届论坛，20日本公司，两国"),
        ("ru", "3-я бригада, 95 процентов, проект 20380, учебный год"),
        ("ja", "3日間の訓練、日本海、第3回、中国"),
    ],
)
def test_what_only_looks_like_a_date_is_none(language, text, gazetteer):
    assert find_words(Report("r", text, None, PUBLISHED, language=language), gazetteer).dates == ()


NUMBERS = [
    ("zh", "十二", 12),
    ("zh", "三百五十", 350),
    ("zh", "2.5万", 25_000),
    ("zh", "一万二千", 12_000),
    ("zh", "1,500", 1500),
    ("zh", "两", 2),
    ("ja", "１２", 12),
    ("ja", "1万2000", 12_000),
    ("ru", "двадцать пять", 25),
    ("ru", "10 тыс.", 10_000),
    ("ru", "1 500", 1500),
    ("ru", "2,5 тысячи", 2500),
    ("ru", "много", None),
    ("zh", "若干", None),
]


@pytest.mark.parametrize(("language", "words", "number"), NUMBERS)
def test_a_number_is_read(language, words, number):
    assert number_of(vocabulary(language).fold(words), vocabulary(language).numbers) == number


PLACES = [
    (
        "编队从青岛某军港起航，穿越对马海峡前往日本海。",
        {"青岛": "Qingdao", "对马海峡": "Tsushima Strait", "日本海": "Sea of Japan"},
    ),
    ("編隊穿越臺灣海峽，進入南海。", {"臺灣海峽": "Taiwan Strait", "南海": "South China Sea"}),
    (
        "军舰停靠泰国梭桃邑港，随后访问符拉迪沃斯托克。",
        {"梭桃邑": "Sattahip Naval Base", "符拉迪沃斯托克": "Vladivostok"},
    ),
    (
        "Корабли вышли из Владивостока в Японское море.",
        {"Владивостока": "Vladivostok", "Японское море": "Sea of Japan"},
    ),
    (
        "Отряд из Циндао прошёл Цусимским проливом к берегам Камчатки.",
        {"Циндао": "Qingdao", "Цусимским проливом": "Tsushima Strait", "Камчатки": "Kamchatka Peninsula"},
    ),
    (
        "Самолёты над Беринговым морем и Северным Ледовитым океаном.",
        {"Беринговым морем": "Bering Sea", "Северным Ледовитым океаном": "Arctic Ocean"},
    ),
    (
        "Фрегат зашёл в Петропавловск-Камчатский, затем стоял в Гаване.",
        {"Петропавловск-Камчатский": "Petropavlovsk-Kamchatsky", "Гаване": "Havana"},
    ),
    (
        "Учения в заливе Петра Великого и у Курильских островов.",
        {"заливе Петра Великого": "Peter the Great Gulf", "Курильских островов": "Kuril Islands"},
    ),
    (
        "護衛艦は佐世保を出港し、対馬海峡を通過して日本海に入った。",
        {"佐世保": "Sasebo", "対馬海峡": "Tsushima Strait", "日本海": "Sea of Japan"},
    ),
    ("艦艇は沖縄本島と宮古島との間の海域を通過した。", {"沖縄本島と宮古島との間": "Miyako Strait"}),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_a_place_is_found_in_every_case(text, places, gazetteer):
    located = {one.toponym.span.of(text): one.match for one in reading(text, gazetteer).located}
    found = {name: match.place.name for name, match in located.items() if match}
    assert places.items() <= found.items() or found == places, found


@pytest.mark.parametrize(
    "text",
    [
        "双方在预定海域会合，联合演练。",
        "俄罗斯《消息报》报道演习。",
        "Минобороны в Москве сообщило об учениях.",
        "Самолёт вернулся, лук и ложка.",
    ],
)
def test_words_are_no_places(text, gazetteer):
    names = {one.toponym.span.of(text) for one in reading(text, gazetteer).located}
    assert names <= {"俄罗斯"}


ACTORS = [
    ("中俄海军举行演习。", {"CHN", "RUS"}),
    ("日米韓の共同訓練が行われた。", {"JPN", "USA", "KOR"}),
    ("中方派出5艘舰艇，俄方派出4艘舰艇。", {"CHN", "RUS"}),
    ("俄海军与解放军开展联合演练。", {"CHN", "RUS"}),
    ("米軍と海上自衛隊が共同訓練を実施した。", {"USA", "JPN"}),
    ("ВМФ России и НОАК проводят учения.", {"RUS", "CHN"}),
    ("Народно-освободительная армия Китая провела учения.", {"CHN"}),
    ("Российско-монгольские учения начались.", {"RUS", "MNG"}),
    ("Корабли КНР и РФ вышли в море.", {"CHN", "RUS"}),
    ("中白两军开展反恐联合训练。", {"CHN", "BLR"}),
]


@pytest.mark.parametrize(("text", "countries"), ACTORS)
def test_who_acts_is_found(text, countries, gazetteer):
    found = {mention.value for mention in reading(text, gazetteer).mentions if mention.kind == "actor"}
    assert found == countries


@pytest.mark.parametrize(
    "text",
    [
        "舰艇在日本海航行。",
        "Учения в Японском море.",
        "艦艇が日本海を航行した。",
        "中新社记者看到一艘军舰。",
        "Самолёт и самовар.",
    ],
)
def test_a_country_inside_a_longer_name_does_not_act(text, gazetteer):
    assert [mention.value for mention in reading(text, gazetteer).mentions if mention.kind == "actor"] == []


def test_who_speaks_or_is_visited_takes_no_part(gazetteer):
    text = "据日本防卫省公布，俄罗斯海军两艘护卫舰7月16日穿越宗谷海峡。"
    (event,) = reading(text, gazetteer).events
    assert (event.type, event.participants) == ("transit", ("RUS",))


COUNTS = [
    ("中俄海军举行联合演习，中方派出5艘舰艇，俄方派出2艘护卫舰，参演官兵1500余人。", {"ships": 7, "personnel": 1500}),
    (
        "В совместных учениях России и Китая участвуют более 10 кораблей, 30 самолётов и две подводные лодки.",
        {"ships": 10, "aircraft": 30, "submarines": 2},
    ),
    (
        "日米共同訓練に艦艇5隻、戦闘機12機、ヘリコプター2機、隊員約1000人が参加した。",
        {"ships": 5, "aircraft": 12, "helicopters": 2, "personnel": 1000},
    ),
]


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_strength_is_counted(text, counts, gazetteer):
    (event,) = reading(text, gazetteer).events
    assert counts.items() <= dict(event.counts).items()


PUBLICATIONS = [
    ("2023年演习\n新华社北京7月16日电 中俄海军将举行联合演习。", "2023-07-16"),
    ("МОСКВА, 16 июля 2023. /ТАСС/. Россия и Китай проведут учения.", "2023-07-16"),
    ("ВЛАДИВОСТОК, 16 июля. /ТАСС/. Учения «Восток-2023» России и Китая завершились.", "2023-07-16"),
    ("発表資料\n令和5年7月16日\n海上自衛隊は共同訓練を実施した。", "2023-07-16"),
]


@pytest.mark.parametrize(("text", "published"), PUBLICATIONS)
def test_the_day_of_publication_is_inferred_with_evidence(text, published, gazetteer):
    found = reading(text, gazetteer, published=None).published
    assert found.inferred and found.date == dt.date.fromisoformat(published)
    assert [evidence.span.of(text) == evidence.quote for evidence in found.evidence] == [True]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Россия и Китай с 20 по 23 июля проведут в Японском море учение «Морское взаимодействие-2023».",
            ["joint_exercise"],
        ),
        ("中俄海军7月20日至23日在日本海举行联合演习。", ["joint_exercise"]),
        ("日米は20日、日本海で共同訓練を始めた。", ["joint_exercise"]),
        ("学校举行消防演练，学生参加。", []),
        ("В школе прошли учения по эвакуации.", []),
        ("市は避難訓練を実施した。", []),
    ],
)
def test_forces_are_told_from_schools_and_firefighters(text, kinds, gazetteer):
    assert [event.type for event in reading(text, gazetteer).events] == kinds


def test_offsets_hold_beside_wide_characters_and_combining_marks(gazetteer):
    for text in (
        "𠮷报𝟙：👩‍✈️中俄海軍7月20日至23日在日本海舉行聯合演習。",
        unicodedata.normalize("NFD", "👍🏽 Учёбный отряд — российский корабль вышел из Владивостока 16 июля, й ё."),
        unicodedata.normalize("NFD", "🚢海上自衛隊の護衛艦「いずも」は７月１６日に佐世保を出港し、グアムへ向かった。"),
    ):
        found = reading(text, gazetteer)
        assert found.mentions
        for event in found.events:
            assert all(evidence.span.of(text) == evidence.quote for evidence in event.evidence)
            assert all(place.name == place.located.toponym.span.of(text) for place in event.places)
        for mention in found.mentions:
            assert 0 <= mention.span.start < mention.span.end <= len(text)
            assert mention.kind not in ("name", "platform") or mention.value.name == mention.span.of(text)


@pytest.mark.parametrize(
    "text",
    ["中俄海军演习。" + part * (10_000 // len(part)) for part in ("演习7月1日", "从“演习", "一二三四五")]
    + ["Корабли вышли из порта. " + part * (10_000 // len(part)) for part in ("Яяяяя ", "учения с 1 по 2 ", "«А")]
    + ["海軍は訓練を行った。" + part * (10_000 // len(part)) for part in ("訓練は1日、", "護衛艦「", "日米")],
    ids=range(9),
)
def test_a_text_made_to_be_slow_is_not(text, gazetteer):
    started = time.process_time()
    reading(text, gazetteer)
    assert time.process_time() - started < 4  # under one second each where it was set; nested repetitions take hours
