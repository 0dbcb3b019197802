import pytest

from timeline.reading.datelines import (
    agency_of,
    head_length,
    is_clock_line,
    is_dateline,
    is_head_alone,
    place_head,
)


@pytest.mark.parametrize(
    "line",
    [
        "3 May 2019",
        "Published On 3 May 2019",
        "Last Updated: Friday, 3 May 2019, 02:24 GMT",
        "Posted: May 3,2019 8:20 AM ET Last Updated: May 3,2019 8:10 PM ET",
        "Posted by Ada on May 3, 2019 at 9:15 pm",
        "Harare | 3 May 2019",
        "Source: Xinhua| 2019-05-03 22:06:44|Editor: ada",
        "3 May 2019 · 5 min read",
        "Publié le 3 mai 2019 à 18h40",
        "الجمعة 3 مايو 2019",
    ],
)
def test_a_line_that_only_dates_the_text_is_a_dateline(line):
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "On May 3, 2019 the bridge fell",
        "May 3, 2019 was a quiet day",
        "The bridge of 3 May 2019",
        "It was signed in Doha, May 3, 2019.",
        "May 2019",
        "",
        "Three people died on 3 May 2019 and two on 4 May 2019",
    ],
)
def test_a_line_that_tells_something_is_none(line):
    assert not is_dateline(line)


@pytest.mark.parametrize(
    ("line", "head", "agency"),
    [
        ("HARARE, May 3 (Reuters) - A bridge", "HARARE, May 3 (Reuters) - ", "Reuters"),
        ("HARARE, Zimbabwe (AP) _ A bridge", "HARARE, Zimbabwe (AP) _ ", "AP"),
        ("Harare, Zimbabwe (CNN)A bridge", "Harare, Zimbabwe (CNN)", "CNN"),
        ("MOSCOW, May 3. /TASS/. A bridge", "MOSCOW, May 3. /TASS/. ", "TASS"),
        ("Tehran, May 3, IRNA – A bridge", "Tehran, May 3, IRNA – ", "IRNA"),
        ("UNITED NATIONS, May 3 (Xinhua) -- A bridge", "UNITED NATIONS, May 3 (Xinhua) -- ", "Xinhua"),
        ("LONDON — A bridge", "LONDON — ", ""),
        ("Harare, May 3 - A bridge", "Harare, May 3 - ", ""),
    ],
)
def test_wire_copy_has_a_head(line, head, agency):
    match = place_head(line)
    assert match is not None
    assert (match.group(), agency_of(match)) == (head, agency)


@pytest.mark.parametrize(
    "line",
    [
        "The army - which fled - said so",
        "NATO – the alliance – said so",
        "A mayor, who fled - said so",
        "BREAKING - A bridge fell",
        "WHO (World Health Organization) says so",
        "Nine people (four women) - died",
        "HARARE: the capital",
        "The bridge fell.",
        "",
    ],
)
def test_a_dash_alone_makes_no_head(line):
    assert place_head(line) is None


def test_a_head_may_stand_on_a_line_of_its_own():
    assert is_head_alone("HARARE, Zimbabwe (AP) --")
    assert not is_head_alone("HARARE, Zimbabwe (AP) -- A bridge")


@pytest.mark.parametrize(
    ("line", "glued"),
    [
        ("Posted on May 3 2019 by The Courier A bridge fell", "Posted on May 3 2019"),
        ("Tuesday 4 Apr 2017 A bridge fell", "Tuesday 4 Apr 2017"),
        ("Last updated at Apr 052017 HARARE A bridge fell", "Last updated at Apr 052017"),
        ("May 3, 2019 was a quiet day", ""),
        ("On May 3, 2019 A bridge fell", ""),
        ("May 3, 2019, Harare saw a bridge fall", ""),
        ("3 May 2019", ""),
    ],
)
def test_a_date_glued_to_the_copy_is_found(line, glued):
    assert line[: head_length(line)] == glued


@pytest.mark.parametrize(("line", "zoned"), [("08:16 EDT", True), ("2:10 pm", True), ("14:10", False)])
def test_a_clock_alone_is_one(line, zoned):
    assert is_clock_line(line)
    assert is_clock_line(line, zoned=True) is zoned


@pytest.mark.parametrize("line", ["14:10 HOURS LATER", "Psalm 23:4", "10:23 the bridge fell", "1.5"])
def test_other_figures_are_no_clock(line):
    assert not is_clock_line(line, zoned=True)
