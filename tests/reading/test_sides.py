from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.accounts_made import account
from timeline.reading.sides import Stand, ids, say, split_sides, words_for


def stands(*ranges):
    return [Stand(low, high, account()) for low, high in ranges]


def ranges(sides):
    return [sorted((s.low, s.high) for s in side) for side in sides]


def test_all_that_share_a_point_are_one_side():
    assert ranges(split_sides(stands((0, 10), (5, 15), (9, 20)), closed=False)) == [[(0, 10), (5, 15), (9, 20)]]


def test_the_largest_group_comes_first():
    assert ranges(split_sides(stands((0, 1), (5, 9), (6, 8)), closed=False)) == [[(5, 9), (6, 8)], [(0, 1)]]


def test_half_open_ranges_that_touch_are_apart_and_closed_ones_are_not():
    assert len(split_sides(stands((0, 5), (5, 9)), closed=False)) == 2
    assert len(split_sides(stands((0, 5), (5, 9)), closed=True)) == 1


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=20))
def test_members_of_a_side_share_a_point_and_nobody_is_in_two(pairs):
    sides = split_sides(stands(*[(low, low + length) for low, length in pairs]), closed=False)
    for side in sides:
        assert max(s.low for s in side) < min(s.high for s in side)
    chosen = [i for side in ids(sides) for i in side]
    assert len(chosen) == len(set(chosen))


def test_a_length_of_time_is_said_in_words():
    assert [words_for(timedelta(minutes=m)) for m in (0, 45, 330, 1440, 4500)] == [
        "less than a minute", "45 min", "5 h 30 min", "1 day", "3 days 3 h",
    ]  # fmt: skip


def test_an_account_is_named_by_its_words_and_its_voice():
    assert say(account("It fell", voice="Jane Roe")) == "“It fell” (Jane Roe)"
    assert say(account("word " * 40, source="The Paper")).endswith("…” (The Paper)")


def test_a_copy_is_named_by_the_agency_whose_words_it_has():
    assert say(account("It fell", article_via="Atlas", source="The Paper")) == "“It fell” (Atlas)"
    assert say(account("It fell", article_via="Atlas", voice="Jane Roe")) == "“It fell” (Jane Roe)"
