"""Every entry of data/rules/languages finds its own examples and leaves its counter-examples alone."""

import re
from itertools import chain

import pytest

from geo.errors import RuleError
from geo.extract.languages import vocabulary as module
from geo.extract.languages.findings import find_triggers
from geo.extract.languages.vocabulary import vocabulary
from geo.paths import RULES
from geo.rules import load_rules
from geo.text.series import SeriesRule
from geo.types import Sentence, Span, Zone

LANGUAGES = ("ja", "ru", "zh")
PARTS = ("dates", "counts", "statuses", "roles", "zones")


def examples(parts: tuple[str, ...], field: str) -> list[tuple[str, str, str, str]]:
    return [
        (language, part, key, text)
        for language in LANGUAGES
        for part in parts
        for key, rule in getattr(vocabulary(language), part).items()
        for text in getattr(rule, field)
    ]


def found(language: str, part: str, key: str, text: str) -> re.Match[str] | None:
    words = vocabulary(language)
    return getattr(words, part)[key].pattern.search(words.fold(text))


def triggers_in(language: str, text: str) -> set[str]:
    words = vocabulary(language)
    read = words.fold(text)
    return {trigger.rule for trigger in find_triggers(read, Sentence(Span(0, len(text)), Zone.BODY), words, ())}


@pytest.mark.parametrize(("language", "part", "key", "text"), examples(PARTS, "must_match"))
def test_an_entry_is_found_in_its_examples(language, part, key, text):
    assert found(language, part, key, text)


@pytest.mark.parametrize(("language", "part", "key", "text"), examples(PARTS, "must_not"))
def test_an_entry_is_not_found_in_its_counter_examples(language, part, key, text):
    assert not found(language, part, key, text)


@pytest.mark.parametrize(("language", "part", "key", "text"), examples(("triggers",), "must_match"))
def test_a_trigger_is_found_in_its_examples(language, part, key, text):
    assert key in triggers_in(language, text)


@pytest.mark.parametrize(("language", "part", "key", "text"), examples(("triggers",), "must_not"))
def test_a_trigger_is_not_found_in_its_counter_examples(language, part, key, text):
    assert key not in triggers_in(language, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_has_examples_and_counter_examples(language):
    words = vocabulary(language)
    entries = chain.from_iterable(getattr(words, part).items() for part in (*PARTS, "triggers"))
    assert [key for key, rule in entries if not (rule.must_match and rule.must_not)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_series_is_one_that_english_reports_know(language):
    assert set(vocabulary(language).exercises) <= set(load_rules("series", SeriesRule))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_further_name_is_that_of_a_place(language, gazetteer):
    assert [name for name in vocabulary(language).places if not gazetteer.candidates(name)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_read_with_its_length_kept(language):
    text = "聯合演習 ＡＢ１２ 𠮷野 учёба ё é"
    assert len(vocabulary(language).fold(text)) == len(text)


def test_a_malformed_file_is_refused_with_its_entry(tmp_path, monkeypatch):
    (tmp_path / "languages").mkdir()
    good = (RULES / "languages" / "ja.yml").read_text(encoding="utf-8")
    bad = good.replace("    type: joint_exercise\n", "    type: picnic\n", 1)
    (tmp_path / "languages" / "xx.yml").write_text(bad, encoding="utf-8")
    monkeypatch.setattr(module, "RULES", tmp_path)
    with pytest.raises(RuleError, match=r"xx\.yml, field 'triggers\.exercise\.type'"):
        vocabulary("xx")
    with pytest.raises(RuleError, match=r"yy\.yml cannot be read"):
        vocabulary("yy")
