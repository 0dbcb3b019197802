import pytest

from tests.reading.accounts_made import account, day
from timeline.reading.events import group_accounts, topic_of

HOME = [account("Rebels stormed Newport", place="Newport", article=n) for n in (1, 2, 3)]


def events(*accounts):
    return len(group_accounts([*HOME, *accounts])) - 1


@pytest.mark.parametrize(
    "other",
    [
        day(6, text="Fighters entered Newport at noon", place="Newport"),
        account("Militants attacked the city from three sides"),
        account("The town fell to the rebels", "non-state actor overtakes territory", target="the town"),
        account("They entered New-port", place="New-port"),
    ],
)
def test_the_same_happening_is_one_event(other):
    assert events(other) == 0


@pytest.mark.parametrize(
    "other",
    [
        account("Rebels stormed Oldham", place="Oldham"),
        account("Nine people were killed in Newport", "casualties"),
        account("Rebels launched a second wave of attacks on Newport", place="Newport"),
        account("The police station was taken", "non-state actor overtakes territory", target="The police station"),
    ],
)
def test_another_happening_is_another_event(other):
    assert events(other) == 1


def test_a_conflict_of_times_does_not_split_an_event():
    assert len(group_accounts([day(6), day(8)])) == 1


def test_the_same_deed_weeks_apart_is_two_events():
    assert len(group_accounts([day(6), day(26)])) == 2


def test_an_account_an_editor_placed_stays_there():
    placed = account("Rebels stormed Newport", place="Newport", pinned=12)
    groups = group_accounts([*HOME, placed])
    assert [g.pinned for g in groups if placed in g.accounts] == [12]


def test_every_account_is_in_one_event():
    accounts = [*HOME, day(5), day(25), account("Nine died", "casualties")]
    ids = [a.id for g in group_accounts(accounts) for a in g.accounts]
    assert sorted(ids) == sorted(a.id for a in accounts)


def test_a_town_held_by_the_government_is_told_with_its_recapture():
    held = account("The town is in the hands of government forces", "territorial control")
    assert topic_of(held) == topic_of(account("Troops retook the town", "government regains territory"))
