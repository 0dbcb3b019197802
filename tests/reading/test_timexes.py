"""What is a time expression and what is not: every rule's own examples and refusals, and what no rule may take."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import hard_texts
from tests.reading.steps import growth
from timeline.reading.timexes import RULES, find_timexes

EXAMPLES = [(rule.name, text, words) for rule in RULES for text, words in rule.examples]
REFUSALS = [(rule.name, text) for rule in RULES for text in rule.refusals]


def words_of(text):
    return [timex.text for timex in find_timexes(text)]


@pytest.mark.parametrize(("rule", "text", "words"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_a_rule_finds_its_own_examples(rule, text, words):
    assert words in [timex.text for timex in find_timexes(text) if timex.rule == rule]


@pytest.mark.parametrize(("rule", "text"), REFUSALS, ids=lambda value: str(value)[:40])
def test_a_rule_leaves_its_refusals_alone(rule, text):
    assert [timex.text for timex in find_timexes(text) if timex.rule == rule] == []


@pytest.mark.parametrize(
    "text",
    [
        "They may go.",
        "The troops march on.",
        "the second floor",
        "She won the 1000 Guineas.",
        "90% of the city",
        "The shares closed at 23.40.",
        "Rates rose from 10.20 to 11.15.",
        "at 9.15 per cent",
        "at 11.40 dollars a share",
        "0:00",
        "Call +93 799 123 456.",
        "Call 555-123-4567.",
        "They won 3-2 on penalties.",
        "a 24-14 win",
        "the iPhone 12",
        "It costs $1,999.",
        "It costs 2021 dollars more than £1990.",
        "The Sun reported it.",
        "He sat down and wed her.",
        "a Boeing 737",
        "an Airbus A320 and a Boeing 747-400",
        "since the 9/11 attacks",
        "after the September 11 attacks",
        "He reads the Sunday Times.",
        "on Saturday Night Live",
        "more than 2000 people",
        "over 1990 feet",
        "a 44-year-old man",
        "She is 52 years old.",
        "a 2/3 majority",
        "a quarter of them",
        "three-quarters of the town",
        "a second chance",
        "on 31 June",
        "on 30 February 2020",
        "on 2021-13-45",
        "at 27:80",
        "He will spring to his feet and fall.",
        "the Latin Quarter",
        "a decent man",
        "marching orders",
        "Mr. May and Ms. June-Smith agreed.",
        "page 1984b of the file",
        "ISBN 0-19-852663-6",
        "192.168.10.12",
        "an apr of 5%",
        "jan the builder",
        "the mar on its record",
        "since the fall of the city",
        "He stayed in Room 2012.",
        "June Carter sang.",
        "on Easter Island",
        "the Good Friday Agreement",
        "USA Today reported it.",
        "They led in the first half.",
        "60 Minutes showed it.",
        "2000 were killed.",
    ],
)
def test_it_leaves_alone(text):
    assert words_of(text) in ([], ["now"], ["nowadays"]), words_of(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on July 7, 2021 and 8 August", ["July 7, 2021", "8 August"]),
        ("7 Jul, 2021 14:10", ["7 Jul, 2021 14:10"]),
        ("Wed 07 July 2021", ["Wed 07 July 2021"]),
        ("at 0737 GMT on Nov. 3", ["0737 GMT on Nov. 3"]),
        ("at 3:37 a.m. EDT", ["3:37 a.m. EDT"]),
        ("at 1353 (1023 GMT)", ["1353 (1023 GMT)"]),
        ("at noon, 4pm local time and 630 a.m.", ["noon", "4pm local time", "630 a.m."]),
        ("on 2/11/89", ["2/11/89"]),
        ("in the 1980s and the 19th century", ["the 1980s", "the 19th century"]),
        ("the third quarter of 1988", ["the third quarter of 1988"]),
        ("last summer, in fiscal 1989", ["last summer", "fiscal 1989"]),
        ("from 2001 to 2005", ["2001", "2005"]),
        ("between 9 and 10 am", ["9", "10 am"]),
        ("a day earlier, the next day", ["a day earlier", "the next day"]),
        ("earlier this week and in mid-April", ["earlier this week", "mid-April"]),
        ("within the next few hours", ["the next few hours"]),
        ("that same evening", ["that same evening"]),
        ("in recent days", ["recent days"]),
        ("every Monday, twice a week", ["every Monday", "twice a week"]),
        ("for more than two weeks", ["more than two weeks"]),
        ("two and a half years, half an hour", ["two and a half years", "half an hour"]),
        ("Christmas Eve and Thanksgiving", ["Christmas Eve", "Thanksgiving"]),
    ],
)
def test_it_finds(text, words):
    assert words_of(text) == words


def test_a_modal_and_a_month_are_told_apart():
    assert words_of("It may rain in May, they may march in March.") == ["May", "March"]


def test_spans_count_from_the_beginning_of_the_text():
    text = "No time here. They fled on Monday."
    (timex,) = find_timexes(text, 14, len(text))
    assert text[timex.start : timex.end] == timex.text == "Monday"


def test_no_expression_crosses_a_blank_line():
    assert words_of("It was in July\n\n7 people died") == ["July"]


def test_a_wrapped_line_is_no_border():
    assert words_of("on July\n7 2021")[0].split() == ["July", "7", "2021"]


def test_since_and_before_are_kept_as_bounds():
    bounds = [t.bound for t in find_timexes("since Monday, before the March 3 vote, by noon, until 2020, after dawn")]
    assert bounds == ["since", "before", "by", "until", "after"]


def test_the_noun_phrase_since_governs_lends_its_bound():
    (timex,) = find_timexes("the worst since the president's announcement in April")
    assert timex.bound == "since"


@given(st.text(alphabet="aeMay 0123456789:/-.,'’()\n$%thJulynoonpm", max_size=300))
@settings(max_examples=200, deadline=None)
def test_spans_are_in_order_and_apart_whatever_the_text(text):
    found = find_timexes(text)
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


WORDS = (
    "the of July 7 2021 , and a half past two three - to 19 nineteen twenty hundred ago early last ( ) . 4pm 10:35 GMT"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=60))
@settings(max_examples=200, deadline=None)
def test_words_of_time_in_any_order_are_read_without_an_error(words):
    text = " ".join(words)
    assert all(text[t.start : t.end] == t.text for t in find_timexes(text))


@pytest.mark.parametrize("piece", hard_texts.TIMES)
def test_the_work_is_linear_in_the_text(piece):
    assert growth(find_timexes, piece) < 10


@pytest.mark.parametrize(
    "text",
    [
        "Only two men were on the night shift.",
        "The night watchman slept.",
        "The spring inspection found nothing.",
        "The 15 May Brigade attacked.",
        "He crossed the October 7 Bridge.",
    ],
)
def test_what_is_only_named_after_a_time_is_none(text):
    assert not find_timexes(text)


@pytest.mark.parametrize(
    "text", ["The guards slept that night.", "In the spring they left.", "On 15 May troops attacked."]
)
def test_a_time_beside_such_a_name_is_one(text):
    assert len(find_timexes(text)) == 1


@pytest.mark.parametrize(
    "text", ["The mayor put the number of dead at 12.", "The toll stood at seven.", "He put the turnout at nine."]
)
def test_a_count_put_at_a_number_is_no_hour(text):
    assert find_timexes(text) == ()


@pytest.mark.parametrize("text", ["They put the kettle on at seven.", "A number of men came at nine."])
def test_an_hour_beside_other_words_stays(text):
    assert len(find_timexes(text)) == 1
