"""What is drawn of claims: stacks, lanes, hatched ends, labels, gaps."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests import factories
from tests.factories import at
from timeline.axis import Axis
from timeline.drawing import MOST_LANES, Canvas
from timeline.reading.intervals import Granularity
from timeline.selectors import dossiers
from timeline.styles import Styles

ZONE = ZoneInfo("Asia/Kathmandu")


@pytest.fixture
def canvas(dossier):
    courier, mast = factories.source("The Courier"), factories.source("The Mast")
    styles = Styles([(courier.pk, "The Courier"), (mast.pk, "The Mast")])
    return Canvas(Axis(at("2023-03-07", ZONE.key), at("2023-03-08", ZONE.key), ZONE), styles, dossier.slug)


def said(dossier, start, end, by="The Courier", origin=1, status="asserted", **columns):
    claim = factories.claim(factories.article(dossier, by), "A ship burned", origin=origin, status=status)
    if start or end:
        factories.time(claim, "", start, end, **columns)
    return claim


def lanes(canvas, *claims, conflicts=()):
    return canvas.lanes(claims, conflicts)


def test_one_witness_in_two_outlets_is_one_bar_of_two_stripes(dossier, canvas):
    day = ("2023-03-07 06:00", "2023-03-07 12:00")
    (bar,) = lanes(canvas, said(dossier, *day), said(dossier, *day, by="The Mast")).bars
    assert [stripe.style.name for stripe in bar.stripes] == ["The Courier", "The Mast"]
    assert (bar.left, bar.width) == ("25.000%", "25.000%")


@pytest.mark.parametrize("other", [{"origin": 2}, {"status": "denied"}, {"approximate": True}, {"inherited": True}])
def test_another_witness_status_or_certainty_is_another_bar(dossier, canvas, other):
    day = ("2023-03-07 06:00", "2023-03-07 12:00")
    assert len(lanes(canvas, said(dossier, *day), said(dossier, *day, by="The Mast", **other)).bars) == 2


def test_the_ends_of_a_part_of_day_are_soft_by_an_hour(dossier, canvas):
    (bar,) = lanes(
        canvas, said(dossier, "2023-03-07 06:00", "2023-03-07 12:00", granularity=Granularity.PART_OF_DAY)
    ).bars
    assert (bar.core_left, bar.soft_width) == ("29.167%", "4.167%")


def test_a_day_has_hard_edges(dossier, canvas):
    (bar,) = lanes(canvas, said(dossier, "2023-03-07", "2023-03-08")).bars
    assert (bar.soft_width, bar.core_width) == ("", "100.000%")


def test_an_end_cut_by_the_window_is_not_soft(dossier, canvas):
    claim = said(dossier, "2023-03-06 18:00", "2023-03-07 06:00", granularity=Granularity.PART_OF_DAY)
    (bar,) = lanes(canvas, claim).bars
    assert bar.core_left == bar.left == "0.000%" and bar.core_right != bar.right


@pytest.mark.parametrize(
    ("ends", "start", "end"), [((None, "2023-03-07 12:00"), True, False), (("2023-03-07 12:00", None), False, True)]
)
def test_an_open_end_is_an_arrow_on_a_hollow_bar(dossier, canvas, ends, start, end):
    (bar,) = lanes(canvas, said(dossier, *ends)).bars
    assert (bar.open_start, bar.open_end, bar.hollow) == (start, end, True)


def test_a_minute_can_still_be_pressed(dossier, canvas):
    (bar,) = lanes(canvas, said(dossier, "2023-03-07 12:00", "2023-03-07 12:01", granularity=Granularity.MINUTE)).bars
    assert bar.width == "0.500%"


@pytest.mark.parametrize(
    ("start", "end", "side"),
    [
        ("2023-03-07 01:00", "2023-03-07 02:00", "right"),
        ("2023-03-07 22:00", "2023-03-07 23:00", "left"),
        ("2023-03-07 00:00", "2023-03-08 00:00", "above"),
    ],
)
def test_a_label_goes_where_it_has_room(dossier, canvas, start, end, side):
    assert lanes(canvas, said(dossier, start, end)).bars[0].label == side


@pytest.mark.parametrize(
    ("start", "end", "off"),
    [("2023-03-06", "2023-03-07", "before"), ("2023-03-08", "2023-03-09", "after"), (None, None, "undated")],
)
def test_what_is_not_in_the_window_says_where_it_is(dossier, canvas, start, end, off):
    assert lanes(canvas, said(dossier, start, end)).bars[0].off == off


def test_told_times_stand_above_inherited_and_undated_ones(dossier, canvas):
    undated = said(dossier, None, None, origin=1)
    carried = said(dossier, "2023-03-07 01:00", "2023-03-07 02:00", origin=2, inherited=True)
    own = said(dossier, "2023-03-07 20:00", "2023-03-07 21:00", origin=3)
    assert [bar.key for bar in lanes(canvas, undated, carried, own).bars] == [
        f"b{c.pk}" for c in (own, carried, undated)
    ]


def test_a_crowded_row_keeps_both_sides_of_a_conflict(dossier, canvas):
    event = factories.event(dossier)
    crowd = [said(dossier, "2023-03-07 05:00", "2023-03-07 06:00", origin=2 + n, approximate=n % 2) for n in range(30)]
    lonely = said(dossier, "2023-03-07 20:00", "2023-03-07 21:00", origin=99, inherited=True)
    conflict = factories.conflict(event, "time", crowd, [lonely], gap=timedelta(hours=14))
    drawn = lanes(canvas, *crowd, lonely, conflicts=[conflict])
    assert len(drawn.bars) == MOST_LANES and drawn.left_out == 31 - MOST_LANES
    assert f"b{lonely.pk}" in [bar.key for bar in drawn.bars]


@pytest.mark.parametrize(("hours", "right"), [(6, "50.000%"), (12, "75.000%"), (1, "50.000%")])
def test_the_gap_lies_where_it_is_stated_else_between_the_nearest(dossier, canvas, hours, right):
    early = said(dossier, "2023-03-07 00:00", "2023-03-07 06:00")
    late = [said(dossier, f"2023-03-07 {hour}:00", "2023-03-07 23:00", origin=hour) for hour in (12, 18)]
    conflict = factories.conflict(factories.event(dossier), "time", [early], late, gap=timedelta(hours=hours))
    (gap,) = lanes(canvas, early, *late, conflicts=[conflict]).gaps
    assert (gap.left, gap.right, gap.label) == ("25.000%", right, f"{hours} h apart")


@pytest.mark.parametrize("kind", ["quantity", "status"])
def test_only_times_have_a_gap(dossier, canvas, kind):
    one, other = (
        said(dossier, "2023-03-07 00:00", "2023-03-07 06:00"),
        said(dossier, "2023-03-07 12:00", None, origin=2),
    )
    conflict = factories.conflict(factories.event(dossier), kind, [one], [other])
    assert lanes(canvas, one, other, conflicts=[conflict]).gaps == []


def test_twenty_four_sources_all_look_different():
    styles = Styles((number, f"Source {number}") for number in range(24))
    assert len({(styles.source(n).colour, styles.source(n).texture) for n in range(24)}) == 24


def test_files_of_unknown_publishers_have_colours_of_their_own_and_together_none(dossier):
    nobody, courier = factories.source("unknown publisher", kind="unknown"), factories.source("The Courier")
    files = [factories.article(dossier, by) for by in (nobody, nobody, courier)]
    styles = dossiers.source_styles(dossier, dossiers.sources(dossier))
    assert styles.source(nobody.pk).colour == 0 and styles.source(courier.pk).colour > 0
    ours = [(styles.of(file).colour, styles.of(file).texture) for file in files[:2]]
    assert ours[0] != ours[1]
    assert 0 not in {styles.of(file).colour for file in files}


def test_a_copy_named_by_its_agency_does_not_say_it_twice(dossier):
    nobody = factories.source("unknown publisher", kind="unknown")
    article = factories.article(dossier, nobody, "A ship burned.", via="The Wire")
    claims = [factories.claim(article, "A ship burned"), factories.claim(article, "A ship", voice="a docker")]
    styles = dossiers.source_styles(dossier, dossiers.sources(dossier))
    axis = Axis(factories.at("2023-03-07"), factories.at("2023-03-08"), factories.ZoneInfo("UTC"))
    bars = Canvas(axis, styles, dossier.slug).lanes(claims, []).bars
    assert [(bar.voice, bar.stripes[0].name) for bar in bars] == [("", "The Wire copy"), ("a docker", "The Wire copy")]
