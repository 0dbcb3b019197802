from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.reading.accounts_made import account, at, counted, origins
from timeline.reading.claims import Quantity, Status
from timeline.reading.count_conflicts import bounds_of, count_conflicts, counted_as, thing_counted
from timeline.reading.intervals import Interval


def conflicts(*accounts, origin_of=None):
    return count_conflicts(accounts, origin_of or origins(accounts))


def test_two_figures_that_cannot_both_hold_conflict():
    (found,) = conflicts(counted(400, 400, approximate=True), counted(600, 600, approximate=True))
    assert (found.kind, found.of, found.strength) == ("quantity", "people killed", "hard")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (counted(400, 400, approximate=True), counted(420, 420)),  # around 400 is 360 to 440
        (counted(10, None), counted(12, 12)),  # a floor below
        (counted(69, 69), counted(23, 23, of="injured")),  # another kind of count
        (counted(9, 9, unit="children"), counted(72, 72)),  # another group
        (counted(30, 30, status=Status.EXPECTED), counted(72, 72)),
    ],
)
def test_figures_that_can_both_hold_do_not(one, other):
    assert conflicts(one, other) == []


def test_a_floor_well_below_a_figure_is_shown_softly():
    (found,) = conflicts(counted(200, None, of="escaped"), counted(400, 400, of="escaped", approximate=True))
    assert found.strength == "soft"


def test_a_toll_grows_past_its_floor():
    assert conflicts(counted(3, None), counted(10, 10)) == []


def test_one_voice_raising_its_toll_is_an_update():
    first = counted(58, 58, voice="Observatory", published=at("4 10:00", "4 10:01"))
    second = counted(86, 86, voice="Observatory", published=at("5 10:00", "5 10:01"))
    assert conflicts(first, second, origin_of={first.id: 0, second.id: 0}) == []


def test_two_figures_of_one_voice_in_one_article_conflict():
    pair = [counted(n, n, voice="Observatory", article=7) for n in (9, 20)]
    assert len(conflicts(*pair, origin_of={a.id: 0 for a in pair})) == 1


def test_only_the_latest_figure_of_a_voice_is_held_against_others():
    old, new = (
        counted(n, n, voice="Ministry", published=at(d, d[:-1] + "1")) for n, d in ((58, "4 10:00"), (100, "5 10:00"))
    )
    assert conflicts(old, new, counted(100, 100), origin_of={old.id: 0, new.id: 0, new.id + 1: 1}) == []


def reports(*figures, **more):
    """Figures of several voices, an hour from one report to the next."""
    hours = [at(f"4 1{n}:00", f"4 1{n}:01") for n in range(len(figures))]
    return [counted(n, n, published=hour, **more) for n, hour in zip(figures, hours, strict=True)]


@pytest.mark.parametrize("of", ["killed", "injured", "displaced", "detained"])
def test_a_count_that_rises_from_report_to_report_is_no_conflict(of):
    assert conflicts(*reports(9, 15, 37, of=of)) == []


def test_a_later_report_of_fewer_is_a_conflict():
    (found,) = conflicts(*reports(9, 37, 21))
    assert len(found.sides) == 2


def test_more_after_a_count_that_was_called_final_is_a_conflict():
    first, second = reports(51, 53)
    called = replace(first, text="The minister gives a final toll of 51")
    assert len(conflicts(called, second)) == 1


def test_two_counts_of_one_hour_conflict_though_they_may_rise():
    hour = at("4 10:00", "4 10:01")
    assert len(conflicts(*(counted(n, n, published=hour) for n in (9, 15)))) == 1


def test_what_may_fall_as_well_as_rise_is_not_expected_to_rise():
    assert len(conflicts(*reports(60, 80, of="missing"))) == 1


@pytest.mark.parametrize(("unit", "of"), [("km", ""), ("hours", ""), ("days", "killed"), ("bridges", "")])
def test_lengths_and_durations_count_nothing(unit, of):
    assert thing_counted(Quantity(0, 1, "5", 5, 5, False, unit, of)) is None


def test_a_part_is_not_held_against_the_whole():
    assert thing_counted(Quantity(0, 1, "5", 5, 5, False, "men", "part of escaped")) is None


def test_magnitudes_compare():
    assert conflicts(counted(5.9, 5.9, "magnitude", "magnitude"), counted(6.1, 6.1, "magnitude", "magnitude"))


def test_around_is_a_tenth_either_way():
    assert bounds_of(Quantity(0, 1, "around 400", 400, 400, True, "", "")) == (360, pytest.approx(440))


def test_no_figures_no_conflict():
    assert conflicts(account(), account()) == []


def test_a_count_is_called_as_its_conflict_is():
    prisoners = Quantity(0, 1, "around 400", 400, 400, True, "detainees", "escaped")
    assert counted_as(prisoners) == "prisoners escaped"
    assert counted_as(Quantity(0, 1, "5", 5, 5, False, "km", "")) == ""


def summed(text, low, unit, **more):
    quantity = Quantity(0, 1, str(low), low, low, False, unit, "")
    return account(text, "statement", quantities=(quantity,), **more)


def test_what_no_table_names_is_compared_in_one_unit_and_like_words():
    two = summed("two months of custody were ordered for the editor", 2, "months")
    one = summed("one month of custody was ordered for the editor", 1, "month")
    assert [c.kind for c in conflicts(two, one)] == ["quantity"]


@pytest.mark.parametrize(
    "other",
    [
        summed("one month has passed since the vote", 1, "month"),
        summed("two more months of custody were ordered for the editor", 2, "months"),
        summed("three lawyers asked for the custody of the editor to end", 3, "lawyers"),
    ],
)
def test_sums_told_of_other_things_are_not(other):
    assert conflicts(summed("two months of custody were ordered for the editor", 2, "months"), other) == []


def test_things_are_compared_by_their_noun_where_two_words_are_shared():
    worked = summed("All five sirens of the port were set off", 5, "sirens", voice="Minister")
    failed = summed("Only two of the sirens in the port sounded", 2, "sirens", voice="Harbour master")
    (found,) = conflicts(worked, failed)
    assert found.why.startswith("Siren: ")


@pytest.mark.parametrize(
    "other",
    [
        summed("The sirens cost two ministers their posts", 2, "ministers"),
        summed("Two sirens are on sale", 2, "sirens"),
        summed("Two broken sirens of the port were taken down", 2, "broken sirens"),
    ],
)
def test_other_things_or_some_of_them_are_not_held_against_all(other):
    assert conflicts(summed("All five sirens of the port were set off", 5, "sirens"), other) == []


def test_one_teller_may_count_the_same_things_twice():
    first, second = (
        summed(f"{n} shots were heard from the car", n, "shots", voice="Ann Doe", article=41) for n in (4, 2)
    )
    assert conflicts(first, second) == []


def test_shares_of_what_was_destroyed_are_compared():
    first, second = (
        account(
            f"{n} percent of the village", "property destruction", quantities=(Quantity(0, 1, "", n, n, False, u, ""),)
        )
        for n, u in ((100, "percent"), (40, "percent of village"))
    )
    assert [c.of for c in conflicts(first, second)] == ["percent"]
    assert conflicts(replace(first, type="election"), replace(second, type="election")) == []


def test_the_missing_are_found_as_days_pass():
    days = [at(f"{n} 10:00", f"{n} 10:01") for n in (4, 8)]
    fewer = [counted(n, n, of="missing", published=day) for n, day in zip((40, 2), days, strict=True)]
    more = [counted(n, n, of="missing", published=day) for n, day in zip((2, 40), days, strict=True)]
    assert conflicts(*fewer) == []
    assert len(conflicts(*more)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "In the first eleven months of the year 326 people were killed",
        "Twelve deaths were confirmed earlier",
        "An earlier count gave 12 killed",
    ],
)
def test_what_was_counted_over_months_or_before_is_not_held_against_the_toll(text):
    assert conflicts(counted(15, 15), replace(counted(12, 12), text=text)) == []


def test_those_who_fled_a_jail_are_its_prisoners():
    fled = replace(counted(900, None, of="escaped"), type="jail break")
    assert len(conflicts(fled, counted(212, 212, "escaped", "inmates"))) == 1
    assert conflicts(replace(fled, type="displacement"), counted(212, 212, "escaped", "inmates")) == []


@pytest.mark.parametrize(("some", "others"), [("men", "women"), ("men", "children"), ("civilians", "soldiers")])
def test_some_of_the_people_are_not_held_against_all(some, others):
    parts = tuple(Quantity(0, 1, str(n), n, n, False, unit, "killed") for n, unit in ((5, some), (2, others)))
    mixed = account(f"5 {some} and 2 {others} died", "casualties", quantities=parts)
    assert conflicts(mixed, counted(9, 9)) == []
    assert len(conflicts(counted(5, 5, unit=some), counted(9, 9))) == 1


def test_two_figures_of_one_sentence_are_parts():
    one = replace(counted(9, 9, article=71), text="Nine were killed by the blast", start=100)
    other = replace(counted(2, 2, article=71), text="two died in hospital", start=134)
    assert conflicts(one, other, counted(11, 11)) == []
    assert len(conflicts(one, replace(other, start=400))) == 1
    assert len(conflicts(one, replace(other, voice="A surgeon"))) == 1


def test_visitors_of_two_days_are_not_compared():
    first, second = (
        replace(summed(f"the fair had {n} visitors", n, "visitors"), interval=at(f"{d} 00:00", f"{d} 23:00"))
        for n, d in ((5000, 4), (7500, 5))
    )
    assert conflicts(first, second) == []
    assert len(conflicts(first, replace(second, interval=first.interval))) == 1


def test_guards_are_not_soldiers():
    assert conflicts(counted(3, 3, unit="guards"), counted(2, 2, unit="soldiers")) == []


def test_the_people_of_a_rally_are_those_who_gathered():
    few, many = (
        account(f"{n} people on the square", "protest", quantities=(Quantity(0, 1, str(n), n, n, False, "people", ""),))
        for n in (200, 2000)
    )
    assert [c.of for c in conflicts(few, many)] == ["people gathered"]


def test_a_toll_of_long_ago_is_no_longer_expected_to_rise():
    local = ZoneInfo("Asia/Kathmandu")
    old = Interval(datetime(2009, 5, 4, tzinfo=local), datetime(2009, 5, 5, tzinfo=local))
    first, second = reports(180, 212)
    assert len(conflicts(replace(first, interval=old), replace(second, interval=old))) == 1
    assert conflicts(first, second) == []


def test_one_voice_that_changes_a_count_which_cannot_grow_contradicts_itself():
    hours = [at("4 10:00", "4 10:01"), at("4 14:00", "4 14:01")]
    first, second = (
        counted(n, n, of="", unit="men", voice="Jane Roe", published=hour, article=article)
        for n, hour, article in zip((6, 5), hours, (81, 82), strict=True)
    )
    assert len(conflicts(first, second, origin_of={first.id: 0, second.id: 0})) == 1


def said(text, number, type_="statement"):
    return replace(counted(number, number, of=""), text=text, type=type_)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said("Some 600 people had left the valley", 600), said("Ninety people had left the valley", 90)),
        (said("The island has 600 people", 600, "population"), said("90 people live there", 90, "population")),
    ],
)
def test_people_of_whom_nothing_is_told_are_compared_where_the_claims_are_kin(one, other):
    assert len(conflicts(one, other)) == 1


def test_people_of_two_sentences_that_share_nothing_are_not():
    assert conflicts(said("Some 600 people had left", 600), said("Two people made the shells", 2)) == []


def test_those_rescued_are_counted_up_as_hours_pass():
    assert conflicts(*reports(96, 104, 112, of="rescued")) == []


def test_bodies_found_at_a_time_are_some_of_the_dead():
    found = replace(counted(2, 2, unit="bodies"), type="bodies found")
    assert conflicts(counted(37, 37, unit="bodies"), found) == []
    assert len(conflicts(counted(37, 37, unit="bodies"), counted(2, 2, unit="bodies"))) == 1
