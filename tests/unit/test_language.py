"""The language of a report is recognised; what is not read is refused by its name, English never is."""

import pytest

from geo.errors import InputError
from geo.text.language import check_language, language_of

REPORTS = {
    "en": (
        "The ships left port.",
        "Qingdao. Vladivostok. Busan. Tsushima.",
        "JOINT DRILL OFF QINGDAO, Sea of Japan (日本海)",
        "Ships of 中国人民解放军海军 left the port of Qingdao, said the ministry in Beijing on 16 July.",
        "The frigate «Адмирал Горшков» and the ship Страшный sailed with the Chinese navy.",
        "Élysée: the carrier Charles de Gaulle and the frigate Forbin have left Toulon with the Göteborg.",
        "Zapad 2021, Vostok 2022, Cobra Gold 2024, Balikatan 2023, Malabar 2022, Nordic Response 2024",
        "동해",
    ),
    "zh": (
        "中俄海军在日本海举行联合演习。",
        "中國國防部宣布,中俄海軍將在日本海舉行聯合演習。",
        "据《PLA Daily》报道，“のぞみ”号已离开青岛港，驶往日本海参加两国海军的联合演习",
    ),
    "ja": ("海上自衛隊は日本海で共同訓練を実施した。", "中国海軍のルーヤンⅢ級駆逐艦が対馬海峡を通過した。"),
    "ru": (
        "Корабли двух стран вышли в море.",
        "Учения начались",
        "Корабли Тихоокеанского флота прибыли в Циндао (КНР), передаёт Xinhua.",
    ),
    "fr": ("Les navires ont quitté Qingdao dimanche pour un exercice naval conjoint avec la Russie.",),
    "es": ("Las marinas de los dos países realizaron ejercicios navales conjuntos en el mar de Japón.",),
    "de": ("Die beiden Flotten haben am Sonntag ein gemeinsames Manöver im Japanischen Meer begonnen.",),
    "ko": ("두 나라 해군이 7월 20일부터 23일까지 동해에서 연합 해상훈련을 실시한다고 국방부가 밝혔다.",),
    "ar": ("أعلنت وزارة الدفاع أن القوات البحرية للبلدين ستجري مناورات مشتركة في بحر اليابان هذا الشهر.",),
    "uk": ("Кораблі двох країн провели спільні навчання у Японському морі, повідомляє міністерство оборони.",),
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in REPORTS.items() for text in texts])
def test_the_language_of_a_report_is_recognised(language, text):
    assert language_of(text) == language


def test_what_the_source_states_settles_only_what_the_script_leaves_open():
    assert language_of("日米共同訓練", "ja") == "ja"
    assert language_of("日米共同訓練") == "zh"
    assert language_of("The ships left port.", "fr") == "en"


@pytest.mark.parametrize(
    ("language", "named"), [("fr", "French"), ("es", "Spanish"), ("de", "German"), ("ko", "Korean"), ("ar", "Arabic")]
)
def test_a_report_in_another_language_is_refused_in_one_line(language, named):
    with pytest.raises(InputError) as refused:
        check_language("r7", language)
    message = str(refused.value)
    assert "'r7'" in message and named in message and "English, Chinese, Russian and Japanese" in message
    assert "translation" in message and "\n" not in message


@pytest.mark.parametrize("language", ["en", "zh", "ru", "ja"])
def test_the_languages_that_are_read_pass(language):
    check_language("r7", language)
