from hypothesis import given
from hypothesis import strategies as st

from tests.reading.accounts_made import account, at, day
from timeline.reading.claims import Status
from timeline.reading.intervals import Granularity
from timeline.reading.support import most_supported


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
