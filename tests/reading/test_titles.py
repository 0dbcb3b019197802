import pytest

from tests.reading.accounts_made import account
from timeline.reading.events import group_accounts
from timeline.reading.titles import main_place, title_of


def titles(*accounts, home="Newport"):
    return [title_of(group, home)[0] for group in group_accounts(accounts)]


@pytest.mark.parametrize(
    ("text", "type_", "title"),
    [
        ("Rebels stormed the city of Oldham", "attack", "Attack on Oldham"),
        ("Rebels attacked the city", "attack", "Attack on Newport"),
        ("A strong quake shook the coast near Oldham", "natural disaster", "Earthquake at Oldham"),
        ("Troops pulled out of their base", "withdrawal", "Withdrawal"),
        ("Rebels hold 20 districts", "territorial control", "Who holds the districts"),
        ("Rebels launched a second wave of attacks on the city", "attack", "Attack on Newport, again"),
    ],
)
def test_an_event_is_named_by_what_happened_where(text, type_, title):
    assert titles(account(text, type_)) == [title]


def test_a_building_is_named_by_what_was_taken():
    taken = account(
        "Rebels took the police station", "non-state actor overtakes territory", target="the police station"
    )
    assert titles(taken) == ["Police station captured"]


def test_a_town_is_a_better_place_than_its_country():
    quakes = [f"A quake shook {place} on Monday" for place in ("Japan", "Japan", "the town of Oldham")]
    accounts = [account(text, "natural disaster", article=1) for text in quakes]
    assert titles(*accounts, home="")[-1] == "Earthquake at Oldham"


def test_the_country_is_better_than_nothing():
    assert titles(account("A quake struck Japan", "natural disaster"), home="") == ["Earthquake at Japan"]


def test_the_main_place_is_that_of_what_most_is_told_of():
    accounts = [account("Rebels stormed Newport", article=n) for n in range(4)] + [
        account("Troops left for Oldham", "withdrawal")
    ]
    assert main_place(group_accounts(accounts)) == "Newport"
