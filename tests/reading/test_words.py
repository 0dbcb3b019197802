import itertools

from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.words import share_words, split_words


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


@given(st.lists(st.frozensets(st.sampled_from("abcdef")), max_size=8), st.integers(1, 4))
def test_those_that_share_words_are_those_a_comparison_of_all_with_all_finds(sets, least):
    words = dict(enumerate(sets))
    beside = {i for i, j in itertools.permutations(words, 2) if len(words[i] & words[j]) >= least}
    assert share_words(words, least) == beside


def test_two_words_in_common_are_not_three():
    assert share_words({1: frozenset("abx"), 2: frozenset("aby"), 3: frozenset("z")}, 3) == set()


class Counting(frozenset):
    """A claim's words that tell how often they were gone through."""

    looks = 0

    def __iter__(self):
        Counting.looks += 1
        return super().__iter__()


def test_ten_times_the_claims_are_gone_through_ten_times_as_often():
    def looks(claims):
        Counting.looks = 0
        assert share_words({n: Counting((f"own {n}", "all", "hold")) for n in range(claims)}, 3) == set()
        return Counting.looks

    assert looks(1000) == 10 * looks(100)
