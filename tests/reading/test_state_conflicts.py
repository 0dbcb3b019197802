import pytest

from tests.reading.accounts_made import account, at, origins
from timeline.reading.claims import Status
from timeline.reading.conflicts import find_conflicts
from timeline.reading.events import group_accounts


def said(text, voice="", **more):
    return account(text, "statement", voice=voice, **more)


RED = said("“The harbour light was red,” he said", "the pilot")


def conflicts(*accounts):
    return [(c.kind, c.of) for c in find_conflicts(accounts, origins(accounts))]


@pytest.mark.parametrize(
    ("one", "other", "thing"),
    [
        (RED, said("The light was green", "the skipper"), "light"),
        (said("the driver was apparently drunk", "police"), said("Our driver was sober", "the firm"), "driver"),
        (said("the emergency door was locked", "survivors"), said("the door was unlocked", "the owner"), "door"),
    ],
)
def test_one_thing_cannot_have_stood_two_ways(one, other, thing):
    assert conflicts(one, other) == [("status", thing)]


@pytest.mark.parametrize(
    "other",
    [
        said("The lorry was green", "the skipper"),
        said("The light was on", "the skipper"),
        said("It was green", "the skipper"),
        said("The light was not green", "the skipper"),
        said("The light was green", "the pilot"),
        said("The light was green", "the skipper", status=Status.DENIED),
    ],
)
def test_another_thing_another_row_or_the_same_voice_is_no_conflict(other):
    assert conflicts(RED, other) == []


def test_several_things_may_stand_otherwise():
    assert conflicts(said("the guards were armed", "the mayor"), said("the guards were unarmed", "police")) == []


def test_a_thing_with_a_name_is_not_one_with_another():
    mill = said("The Mill bridge was destroyed", "the mayor")
    assert conflicts(mill, said("The Station bridge was intact", "police")) == []
    assert conflicts(mill, said("The Mill bridge was intact", "police")) == [("status", "mill bridge")]


def test_what_stood_so_may_have_changed():
    noon = said("the truce was in force", "the mayor", when=at("7 11:00", "7 12:00"))
    night = said("the truce had expired", "police", when=at("7 20:00", "7 21:00"))
    assert conflicts(noon, night) == []


def test_what_only_says_how_it_stood_goes_with_what_says_otherwise():
    divers = [account("Divers searched the northern pier of Newport", "search and rescue", article=n) for n in (1, 2)]
    lawyers = [account("Lawyers in black gowns marched through Oldham", "protest", article=n) for n in (3, 4)]
    red = said("Divers at the northern pier of Newport said the lamp was red", "divers")
    green = said("Lawyers who marched in black gowns through Oldham said the lamp was green", "lawyers")
    groups = group_accounts([*divers, *lawyers, red, green])
    assert any({red.id, green.id} <= {a.id for a in group.accounts} for group in groups)
