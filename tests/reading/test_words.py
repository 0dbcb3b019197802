import itertools

from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.words import split_words


def texts(*parts):
    return [w.text for part in parts for w in split_words(part)]


def test_words_marks_and_figures_are_told_apart():
    assert texts("At 5.9, 1,000 people fled the U.S. base.") == [
        "At", "5.9", ",", "1,000", "people", "fled", "the", "U.S.", "base", ".",
    ]  # fmt: skip


def test_a_hyphen_or_apostrophe_inside_a_word_stays_in_it():
    assert texts("rebel-held town’s") == ["rebel-held", "town’s"]


def test_apostrophes_are_straight_in_lower_case():
    assert split_words("Town’s")[0].lower == "town's"


@given(st.text(max_size=200))
def test_every_word_is_where_it_says_it_is(text):
    words = split_words(text)
    assert all(text[w.start : w.end] == w.text for w in words)
    assert all(a.end <= b.start for a, b in itertools.pairwise(words))
