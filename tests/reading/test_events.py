from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.reading.accounts_made import account, day
from timeline.reading.claims import Status
from timeline.reading.events import group_accounts
from timeline.reading.intervals import Granularity, Interval

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


def looked_back(text, type_, start, end, **more):
    """Told of an earlier month, in a paper of 30 December."""
    local = ZoneInfo("Asia/Kathmandu")
    when = Interval(datetime(*start, tzinfo=local), datetime(*end, tzinfo=local))
    paper = Interval(datetime(2015, 12, 30, 10, tzinfo=local), datetime(2015, 12, 30, 11, tzinfo=local))
    return account(text, type_, when=when, grain=Granularity.MONTH, published=paper, **more)


def test_an_old_disaster_its_dead_and_its_ruins_are_one_event():
    assert (
        events(
            looked_back(
                "A quake razed Oldham in May", "property destruction", (2015, 5, 1), (2015, 6, 1), place="Oldham"
            ),
            looked_back("The quake at Oldham killed nine", "casualties", (2015, 5, 1), (2015, 6, 1), place="Oldham"),
        )
        == 1
    )


@pytest.mark.parametrize(
    "other",
    [
        looked_back("A quake razed Sutton in May", "natural disaster", (2015, 5, 1), (2015, 6, 1), place="Sutton"),
        looked_back("Nine died at Oldham", "casualties", (2014, 1, 1), (2014, 2, 1), place="Oldham"),
        looked_back("Nine died at Oldham", "casualties", (2015, 12, 20), (2015, 12, 21), place="Oldham"),
    ],
)
def test_another_place_another_year_or_fresh_news_is_another_event(other):
    old = looked_back("A quake razed Oldham", "property destruction", (2015, 5, 1), (2015, 6, 1), place="Oldham")
    assert events(old, other) == 2


def company(claims, *others):
    """Whether the first of the claims is in one event with the second."""
    groups = group_accounts(list({a.id: a for a in (*HOME, *claims, *others)}.values()))
    return any(claims[0] in group.accounts and claims[1] in group.accounts for group in groups)


def said(text, article=9, start=0, **more):
    return account(text, "statement", article=article, start=start, **more)


OF_THE_BAKER = account("A baker was arrested", "arrest", article=9, start=0, target="A baker")


@pytest.mark.parametrize(
    "claims",
    [
        (said("He had flour on his hands", start=40), OF_THE_BAKER),
        (said("The oven stood open in the yard"), said("An oven stood open in the yard", article=8)),
        (said("The baker wore an apron", article=8), OF_THE_BAKER),
    ],
)
def test_what_has_no_word_for_a_happening_goes_with_what_it_is_told_with_or_is_like(claims):
    assert company(claims)


@pytest.mark.parametrize(
    "claims",
    [
        (said("The oven stood open in the yard", article=8), OF_THE_BAKER),
        (account("A well was poisoned", "arrest", article=9, start=40, place="Sutton"), HOME[0]),
    ],
)
def test_what_nothing_leads_to_stays_away(claims):
    assert not company(claims)


def test_events_of_two_editors_stay_two():
    placed = [account("Rebels stormed Newport", place="Newport", pinned=number) for number in (12, 12, 13, 13)]
    groups = group_accounts([*HOME, *placed])
    assert sorted((g.pinned, len(set(g.accounts) & set(placed))) for g in groups if g.pinned) == [(12, 2), (13, 2)]


@pytest.mark.parametrize(("text", "type_"), [("Nine people were hurt in Newport", "casualties")])
def test_an_event_an_editor_made_takes_nothing_else(text, type_):
    other = account(text, type_)
    groups = group_accounts([*HOME, account("Rebels stormed Newport", place="Newport", pinned=12), other])
    assert [g.pinned for g in groups if other in g.accounts] == [None]


def held_together(one, other):
    groups = group_accounts([*HOME, one, other])
    return any({one.id, other.id} <= {a.id for a in group.accounts} for group in groups)


FERRY = account(
    "Deckhands told the court for weeks that the ferry had carried fireworks below", "court ruling", voice="a mechanic"
)


@pytest.mark.parametrize(
    ("told", "denial"),
    [
        (
            FERRY,
            account(
                "No fireworks had been carried by any vessel of the line",
                "fire",
                status=Status.DENIED,
                voice="Jane Roe",
            ),
        ),
        (
            account("Rebels of the Oldham Front shot the mayor", "shooting"),
            account(
                "The Oldham Front said it had nothing to do with it",
                "claim of responsibility",
                status=Status.DENIED,
                voice="Oldham Front",
            ),
        ),
    ],
)
def test_a_denial_goes_with_what_it_denies(told, denial):
    assert held_together(told, denial)


@pytest.mark.parametrize(
    "other",
    [
        account("No fireworks had been carried by any vessel of the line", "fire", status=Status.DENIED, pinned=7),
        account("No lorry had been searched", "fire", status=Status.DENIED, voice="Jane Roe"),
        account("A fire had been seen in Oldham", "fire", voice="Jane Roe"),
    ],
)
def test_what_denies_none_of_it_or_was_put_elsewhere_stays(other):
    assert not held_together(FERRY, other)


def test_an_answer_goes_with_what_was_told_right_before():
    held = account("The skipper was held by the coastguard at noon", "arrest", article=70, start=0, voice="police")
    answer = account(
        "His lawyer denied this, telling the paper that he slept at home",
        "investigation",
        article=70,
        start=50,
        status=Status.DENIED,
        voice="His lawyer",
    )
    assert held_together(held, answer)
