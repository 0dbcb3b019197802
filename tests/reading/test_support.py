from hypothesis import given
from hypothesis import strategies as st

from tests.reading.accounts_made import account, at, day
from timeline.reading.accounts import Support
from timeline.reading.claims import Status
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.support import allows, most_supported, runner_up


def test_the_instants_most_origins_allow_are_the_most_supported():
    support = most_supported([[day(7)], [day(7)], [day(8)]])
    assert (support.interval, support.by, support.dated) == (at("7 00:00", "8 00:00"), 2, 3)


def test_the_narrower_account_narrows_it():
    morning = account(when=at("7 06:00", "7 12:00"), grain=Granularity.PART_OF_DAY)
    assert most_supported([[day(7)], [morning]]).interval == at("7 06:00", "7 12:00")


def test_an_origin_has_one_vote_however_often_it_is_relayed():
    assert most_supported([[day(7), day(7), day(7)], [day(8)], [day(8)]]).interval == at("8 00:00", "9 00:00")


def test_inherited_and_denied_times_have_none():
    assert most_supported([[day(7, inherited=True)], [day(8, status=Status.DENIED)]]) is None


def test_without_a_dated_account_nothing_is_supported():
    assert most_supported([[account()]]) is None
    assert most_supported([]) is None


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(1, 5)), min_size=1, max_size=8))
def test_the_count_is_that_of_the_origins_it_meets(days):
    accounts = [account(when=at(f"{a} 00:00", f"{a + b} 00:00")) for a, b in days]
    support = most_supported([[a] for a in accounts])
    assert support.by == sum(a.interval.overlaps(support.interval) for a in accounts)


def test_the_next_best_time_has_its_own_votes():
    origins = [[day(7)], [day(7)], [day(8)]]
    second = runner_up(origins, most_supported(origins))
    assert (second.interval, second.by, second.dated) == (at("8 00:00", "9 00:00"), 1, 3)


def test_of_two_next_best_times_the_longer_is_named():
    origins = [[day(7)], [day(7)], [account(when=at("7 06:00", "7 12:00"))]]
    assert runner_up(origins, most_supported(origins)).interval == at("7 12:00", "8 00:00")


def test_there_is_no_other_time_where_all_tell_the_same_or_nobody_tells_one():
    assert runner_up([[day(7)], [day(7)]], most_supported([[day(7)], [day(7)]])) is None
    assert runner_up([[day(7)]], most_supported([[day(7)]])) is None


def test_a_day_allows_its_morning_and_not_the_day_before():
    assert allows([day(7)], at("7 06:00", "7 12:00"))
    assert not allows([day(7)], at("6 00:00", "7 00:00"))
    assert not allows([day(7, inherited=True)], at("7 06:00", "7 12:00"))


def test_of_two_next_best_times_one_with_both_ends_is_named():
    until = account(when=Interval(None, at("7 00:00", "8 00:00").end))
    assert runner_up([[until], [day(7)]], Support(at("7 00:00", "8 00:00"), 2, 2)).interval.start is None
    assert runner_up([[until], [day(7)], [day(8)]], Support(at("7 00:00", "8 00:00"), 2, 3)).interval == at(
        "8 00:00", "9 00:00"
    )
