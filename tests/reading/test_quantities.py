import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.figures import number
from timeline.reading.quantities import find_quantities


def read(text):
    return [(q.low, q.high, q.approximate, q.unit, q.of) for q in find_quantities(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 70 sailors escaped", (70, None, False, "sailors", "escaped")),
        ("There were 300 of us", (300, 300, False, "", "")),
        ("bringing to six the number of children among the dead", (6, 6, False, "children", "killed")),
        ("A band of soldiers, fifteen in number", (15, 15, False, "soldiers", "")),
        ("It ended with one man dead", (1, 1, False, "man dead", "killed")),
        ("around 400 sheep were killed", (400, 400, True, "sheep", "killed")),
        ("at least nine people were injured", (9, None, False, "people", "injured")),
        ("up to 1,300 homes were destroyed", (None, 1300, False, "homes", "destroyed")),
        ("the death toll rose to 12", (12, 12, False, "", "killed")),
        ("a third of 600 bridges", (200, 200, True, "bridges", "")),
        ("between 40 and 80 percent of homes", (40, 80, False, "percent", "")),
        ("a magnitude-6.2 earthquake", (6.2, 6.2, False, "magnitude", "magnitude")),
        ("measuring 3.8 on the Richter scale", (3.8, 3.8, False, "magnitude", "magnitude")),
        ("killing nine and wounding another 30", (30, 30, False, "", "injured")),
        ("the ferry had 210 people on board", (210, 210, False, "people", "aboard")),
        ("it was licensed for 120", (120, 120, False, "", "capacity")),
        ("officials put the crowd at 5,000", (5000, 5000, False, "crowd", "gathered")),
        ("nine hostages were held by the gang", (9, 9, False, "hostages", "held hostage")),
        ("The death toll from the attack on a town held by rebels has risen to 86", (86, 86, False, "", "killed")),
        ("500 to 1,300 soldiers fled", (500, 1300, False, "soldiers", "escaped")),
        ("a five-member panel was set up", (5, 5, False, "members", "")),
        ("the 40-truck column", (40, 40, False, "trucks", "")),
        ("families got Tk 2.5 lakh", (250_000, 250_000, False, "taka", "")),
        ("a ransom of $3m was paid", (3_000_000, 3_000_000, False, "dollars", "")),
        ("the bus was doing 90kmph", (90, 90, False, "km/h", "")),
        ("at 90 kilometres an hour", (90, 90, False, "km/h", "")),
        ("two more victims succumbed to their injuries", (2, 2, False, "more victims", "part of killed")),
        ("they looted five of the trucks", (5, 5, False, "trucks", "")),
        ("four of its sailors were killed", (4, 4, False, "sailors", "killed")),
        ("the town lost 41 of its people", (41, 41, False, "people", "killed")),
        ("twelve lorries were burned out", (12, 12, False, "lorries", "destroyed")),
        ("the mayor spoke of 31.", (31, 31, False, "", "")),
        ("the toll rose from 4 to 9", (9, 9, False, "", "killed")),
        ("three dozen homes burned", (36, 36, False, "homes", "destroyed")),
        ("four drowned and a further 12 are still missing", (12, 12, False, "", "missing")),
        ("9 sailors remain unaccounted for", (9, 9, False, "sailors", "missing")),
        ("the toll climbed to 29 this morning", (29, 29, False, "", "killed")),
        ("the loss of life has ascended to 57", (57, 57, False, "", "killed")),
        ("one of her drivers was also injured", (1, 1, False, "drivers", "injured")),
        ("the doctor noted one broken finger", (1, 1, False, "broken finger", "")),
        ("a household of six died", (6, 6, False, "", "killed")),
        ("the brigade lost no fewer than 40 men", (40, None, False, "men", "killed")),
        ("the victims included 11 pupils", (11, 11, False, "pupils", "killed")),
        ("900 people were held in the jail", (900, 900, False, "people", "detained")),
        ("300 families lost their homes", (300, 300, False, "families", "displaced")),
        ("nine barns were reduced to rubble", (9, 9, False, "barns", "destroyed")),
        ("two of the inn's six doors were open", (2, 2, False, "doors", "")),
        ("of the 19 barges, eight burned", (8, 8, False, "barges", "destroyed")),
        ("40 men were trapped below", (40, 40, False, "men", "trapped")),
        ("12 villages fell to the rebels", (12, 12, False, "villages", "controlled")),
        ("three gondolas fell to the ground", (3, 3, False, "gondolas", "")),
        ("five or six people are missing", (5, 6, False, "people", "missing")),
        ("three guards at least were killed", (3, None, False, "guards", "killed")),
        ("it had slowed to 40 kmph at most", (None, 40, False, "km/h", "")),
        ("20 people or more were hurt", (20, None, False, "people", "injured")),
        ("a pair of policemen were killed", (2, 2, False, "policemen", "killed")),
        ("the second of two bombs killed nine", (2, 2, False, "bombs", "")),
        ("the number of dead was revised from 25 to 23", (23, 23, False, "", "killed")),
        ("the union has a list of 57 names", (57, 57, False, "", "")),
        ("the inquiry counts 48, and blames the smoke", (48, 48, False, "", "")),
    ],
)
def test_a_number_has_bounds_and_something_counted(text, expected):
    assert expected in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "in 1998 the war ended",
        "Boeing 737 crashed",
        "one of the men",
        "one man said so",
        "he said 1998 was a good year",
        "a 12-year-old left",
        "a three-storey house",
        "a score of 3:2",
        "at 10:30",
        "page 7",
        "aged 34",
        "put the kettle on at 7",
        "licensed since 1998",
        "one unnamed official said so",
        "the 16 March-May sale",
        "a woman of 34 died",
        "the second one killed my dog",
    ],
)
def test_numbers_that_count_nothing_are_left_alone(text):
    assert read(text) == []


def test_each_number_takes_the_verb_of_its_own():
    assert [q[4] for q in read("69 sailors were killed and 23 others were wounded")] == ["killed", "injured"]


def test_a_part_of_what_was_counted_is_no_count_of_its_own():
    assert read("400 sailors escaped, including more than 100 of the crew")[1][4].startswith("part of")


def test_a_part_is_of_the_kind_of_its_whole():
    assert read("the toll rose to 86 killed, 30 of them children, on land held by rebels")[1][4] == "part of killed"


@pytest.mark.parametrize(
    "text",
    [
        "nine of the dead were found",
        "another 12 were hurt",
        "nine were hurt on Friday, a further 12 people on Saturday",
        "three more people have died",
    ],
)
def test_more_of_what_was_told_before_is_a_part(text):
    assert read(text)[-1][4].startswith("part of")


def test_others_whom_something_else_befell_are_no_part():
    assert read("nine were killed and another 12 were hurt")[1][4] == "injured"


def test_a_number_takes_no_verb_from_behind_another_number():
    assert [q[4] for q in read("two students took a bus with 83 people aboard")] == ["", "aboard"]


def test_of_all_there_are_those_told_of_take_the_verb():
    assert [q[4] for q in read("six of the 40 passengers were killed")] == ["killed", ""]


def test_what_a_toll_was_before_is_no_count():
    assert [q[0] for q in read("officials lowered the toll to 17 from 18")] == [17]


def test_two_numbers_joined_by_and_are_a_range_only_between():
    assert [q[:2] for q in read("9 men and 12 women were hurt")] == [(9, 9), (12, 12)]
    assert [q[:2] for q in read("between 9 and 12 women were hurt")] == [(9, 12)]


def test_a_number_inside_a_time_is_no_quantity():
    text = "on 11 September 3 people died"
    assert [q.low for q in find_quantities(text, 0, len(text), taken=((3, 15),))] == [3]


@given(st.integers(min_value=1, max_value=10**9))
def test_a_figure_is_read_back(value):
    assert number(f"{value:,}") == value


@given(st.text(max_size=120))
def test_bounds_are_in_order_and_spans_are_inside(text):
    for quantity in find_quantities(text, 0, len(text)):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@pytest.mark.parametrize(
    ("sentence", "low"),
    [
        ("Some 60 had been driven away in buses.", [60]),
        ("The police count was 350.", [350]),
        ("The mayor repeated his figure of 2,000.", [2000]),
        ("Police killed two of the three robbers.", [2, 3]),
        ("Three of them had died by noon.", [3]),
        ("Planes waged three raids on the market.", [3]),
        ("The plane dropped a single bomb.", [1]),
        ("The toll was no fewer than 31.", [31]),
        ("The ATR 72 left at noon.", []),
        ("Jane Roe, 47, owns the paper.", []),
        ("It happened in about 1993.", []),
    ],
)
def test_figures_with_and_without_a_thing_counted(sentence, low):
    assert [q.low for q in find_quantities(sentence, 0, len(sentence))] == low


def test_of_two_of_the_three_killed_two_are_counted():
    sentence = "Police killed two of the three robbers."
    assert [(q.unit, q.of) for q in find_quantities(sentence, 0, len(sentence))] == [
        ("robbers", "killed"),
        ("robbers", ""),
    ]
