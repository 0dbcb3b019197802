import pytest

from tests.reading.told import types
from timeline.reading.lexicon.happenings import PHRASES
from timeline.reading.openings import alternatives, beginnings_of, by_opening, openings


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"\bhunger strike\b", {"hung"}),
        (r"\b(?:bombs?|no[- ]one|missiles?) fell", {"bomb", "no", "miss"}),
        (r"\bfires?\b[^.;,]{0,20}\b(?:out)\b|\b(?:go|went) out", {"fire", "go", "went"}),
    ],
)
def test_a_pattern_begins_with_these_letters(pattern, found):
    assert openings(pattern) == found


@pytest.mark.parametrize(
    "pattern", [r"death toll", r"\b(?:\d+|nine) dead", r"\b(?:very )?late", r"\b[a-c]x", r"\bx?yes"]
)
def test_of_other_patterns_nothing_is_known(pattern):
    assert openings(pattern) is None


def test_phrases_are_looked_for_where_one_of_their_words_begins():
    known = [openings(pattern) for _, pattern in PHRASES]
    assert sum(one is not None for one in known) > len(known) / 2
    assert beginnings_of("he was hanged") == {"he", "wa", "was", "ha", "han", "hang"}
    text = "The toll rose to 40 after a grenade was thrown and bodies were identified"
    assert types(text) >= {"attack", "bodies found"}


def test_patterns_are_found_by_what_a_match_of_theirs_begins_with():
    opened, always = by_opening([r"\bsiren", r"\b(?:siren|alarm) rang", r"\d+ dead"])
    assert opened["sire"] == {0, 1}
    assert opened["alar"] == {1}
    assert always == {2}


def test_alternatives_are_parted_at_the_bars_outside_groups():
    assert alternatives(r"\ba(?:b|c)|\bd[|]|e\|f") == [r"\ba(?:b|c)", r"\bd[|]", r"e\|f"]
