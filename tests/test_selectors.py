"""What the pages read: windows, rows, badges, comparisons, marks in a text."""

from datetime import timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import factories
from tests.factories import at
from timeline.badges import badges
from timeline.forms import Filters
from timeline.labels import bar_words, quoted, split_at_time, words_only
from timeline.reading.intervals import Granularity
from timeline.selectors import comparison as comparisons
from timeline.selectors import dossiers, windows
from timeline.selectors.columns import lag, named
from timeline.selectors.comparison import support_sentence
from timeline.selectors.density import strips
from timeline.selectors.marking import blocks

KATHMANDU = ZoneInfo("Asia/Kathmandu")


def told(dossier, start, end, event=None, count=1, **columns):
    """`count` claims of one event at that time."""
    event = event or factories.event(dossier, **columns)
    article = factories.article(dossier)
    for number in range(count):
        factories.time(factories.claim(article, "A ship burned", event, origin=number + 1), "", start, end)
    factories.count_up(event)
    return event


def window(dossier):
    start, end = windows.happening(dossier)
    return f"{start.astimezone(KATHMANDU):%d %b %H:%M}", f"{end.astimezone(KATHMANDU):%d %b %H:%M}"


def test_the_window_is_whole_local_days(dossier):
    told(dossier, "2023-03-07 10:00", "2023-03-07 11:00", count=3)
    assert window(dossier) == ("07 Mar 00:00", "08 Mar 00:00")


def test_the_window_is_where_most_claims_are(dossier):
    told(dossier, "2019-01-01", "2019-01-02", count=2)
    told(dossier, "2023-03-07", "2023-03-08", count=5)
    assert window(dossier) == ("07 Mar 00:00", "08 Mar 00:00")


def test_background_does_not_move_the_window(dossier):
    told(dossier, "2019-01-01", "2019-01-02", count=9, background=True)
    told(dossier, "2023-03-07", "2023-03-08", count=2)
    assert window(dossier) == ("07 Mar 00:00", "08 Mar 00:00")


def test_background_alone_is_better_than_nothing(dossier):
    told(dossier, "2023-03-05", "2023-03-06", background=True)
    assert window(dossier) == ("05 Mar 00:00", "06 Mar 00:00")


def test_a_contrary_account_of_the_day_before_is_in_the_window(dossier):
    event = told(dossier, "2023-03-07 10:00", "2023-03-07 11:00", count=4)
    event.supported_start, event.supported_end = at("2023-03-07 10:00", "Asia/Kathmandu"), None
    event.save()
    told(dossier, "2023-03-06 11:30", "2023-03-06 12:30", event=event)
    assert window(dossier)[0] == "06 Mar 00:00"


def test_a_vague_account_does_not_stretch_the_window(dossier):
    event = told(dossier, "2023-03-07 10:00", "2023-03-07 11:00", count=4)
    claim = factories.claim(factories.article(dossier), "A ship burned", event)
    factories.time(claim, "", "2023-01-01", "2024-01-01", Granularity.YEAR)
    assert window(dossier)[1] == "08 Mar 00:00"


def test_a_long_run_of_days_opens_on_its_densest_week(dossier):
    for day in range(1, 29):
        told(dossier, f"2023-02-{day:02} 10:00", f"2023-02-{day:02} 11:00", count=3 if day > 20 else 1)
    assert window(dossier) == ("21 Feb 00:00", "28 Feb 00:00")


def test_there_is_a_window_without_any_date(dossier):
    assert windows.happening(dossier) == windows.NO_WINDOW


def test_presets_are_the_happening_everything_and_its_days(harbour):
    found = windows.presets(harbour, windows.happening(harbour), KATHMANDU)
    assert [preset.name for preset in found] == ["The happening", "Everything", "Mon 6", "Tue 7", "Wed 8"]


def test_counts_leave_rejected_claims_and_settled_conflicts_out(harbour):
    harbour.events.get(title="The port falls").conflicts.update(state="explained")
    found = dossiers.counts(harbour)
    assert (found.claims, found.conflicts, found.open) == (25, 5, 4)


def test_files_without_a_publisher_are_told_apart(dossier):
    nobody = factories.source("unknown publisher", kind="unknown")
    files = [factories.original(dossier, name=name) for name in ("a1.txt", "b2.txt")]
    rows = [factories.article(dossier, nobody, f"Text {file}", file=file) for file in files]
    rows.append(factories.article(dossier, nobody, "Glued on", file=files[1], part=2))
    styles = dossiers.source_styles(dossier, dossiers.sources(dossier))
    assert [styles.of(row).name for row in rows] == ["unknown: a1", "unknown: b2 (1)", "unknown: b2 (2)"]
    assert len({(styles.of(row).colour, styles.of(row).texture) for row in rows}) == 3


def test_a_copy_without_a_publisher_is_named_by_whose_copy_it_is(dossier):
    nobody = factories.source("unknown publisher", kind="unknown")
    rows = [factories.article(dossier, nobody, "Text", via="The Wire") for _ in range(2)]
    styles = dossiers.source_styles(dossier, dossiers.sources(dossier))
    assert [styles.of(row).name for row in rows] == ["The Wire copy", "The Wire copy 2"]


def test_a_bar_is_not_called_by_a_number_of_nothing_in_particular(dossier):
    claim = factories.claim(factories.article(dossier, text="They came from three sides."), "came from three sides")
    factories.quantity(claim, "three", 3, 3)
    assert bar_words(claim) == "“came from three sides”"
    factories.quantity(claim, "sides", 3, 3, of="injured")
    claim = claim.__class__.objects.get(pk=claim.pk)
    assert bar_words(claim) == "sides"


def event(origins=2, conflicts=0):
    return SimpleNamespace(origin_count=origins, conflict_count=conflicts)


def test_two_origins_without_conflict_agree():
    assert [badge.text for badge in badges(event(), [], [])] == ["sources agree"]


@pytest.mark.parametrize("row", [event(origins=1), event(conflicts=1)])
def test_one_origin_agrees_with_nobody_and_a_conflict_is_no_agreement(row):
    assert badges(row, [], []) == []


def test_a_conflict_that_was_explained_is_called_so(harbour):
    fell = harbour.events.get(title="The port falls")
    fell.conflicts.update(state="explained")
    (badge,) = badges(fell, list(fell.conflicts.all()), list(fell.claims.all()))
    assert badge.look == "settled" and badge.text.endswith("(explained)")


def compared(harbour, title):
    row = harbour.events.get(title__contains=title)
    styles = dossiers.source_styles(harbour, dossiers.sources(harbour))
    return comparisons.comparison(harbour, row, KATHMANDU, styles)


def test_columns_stand_from_early_to_late(harbour):
    columns = compared(harbour, "enter the port").columns
    assert [column.who for column in columns][:2] == ["A docker", "Regional officials"]


def test_only_the_lonely_side_is_marked(harbour):
    marked = [column.who for column in compared(harbour, "enter the port").columns if column.differs]
    assert marked == ["A docker"]


def test_of_a_witness_who_says_two_things_only_the_odd_one_is_marked(harbour):
    won = harbour.events.get(title__contains="win the port back")
    article = factories.article(harbour, "Southern Eye", "Crews won it back around noon on Tuesday.")
    second = factories.claim(article, "Crews won it back around noon on Tuesday", won, origin=4)
    factories.time(second, "around noon on Tuesday", "2023-03-07 13:30", "2023-03-07 14:00", approximate=True)
    factories.models.Side.objects.create(conflict=won.conflicts.get(), claim=second, number=1)
    (column,) = [column for column in compared(harbour, "win the port back").columns if len(column.words) == 2]
    assert {words.time: words.differs for words in column.words} == {
        "On March 8": True,
        "around noon on Tuesday": False,
    }
    assert [reading.differs for reading in column.readings] == [
        reading.local.startswith("Wed 8") for reading in column.readings
    ]
    assert column.who not in column.differs["when"][0].text


def test_the_axis_of_an_event_is_not_stretched_by_a_year(harbour):
    won = harbour.events.get(title__contains="win the port back")
    claim = factories.claim(harbour.articles.first(), "Mutineers", won, origin=9)
    factories.time(claim, "", "2023-01-01", "2024-01-01", Granularity.YEAR)
    assert compared(harbour, "win the port back").axis.span < timedelta(days=4)


@pytest.mark.parametrize(
    ("published", "told_at", "words"),
    [
        ("2023-03-07 15:10", ("2023-03-07 13:30", "2023-03-07 14:30"), "40 min after it ended"),
        ("2023-03-07 15:10", ("2023-03-07 00:00", "2023-03-08 00:00"), "within that time"),
        ("2023-03-07 15:10", ("2023-03-08 00:00", "2023-03-09 00:00"), "before it"),
        ("2023-03-07 15:10", ("2023-03-08 00:00", None), ""),
        (None, ("2023-03-07 00:00", "2023-03-08 00:00"), ""),
    ],
)
def test_how_long_after_it_was_published(dossier, published, told_at, words):
    claim = factories.claim(factories.article(dossier, published=published), "A ship burned")
    factories.time(claim, "", *told_at)
    assert lag(claim) == words


def test_a_quote_is_cut_at_the_words_of_its_time(dossier):
    claim = factories.claim(
        factories.article(dossier, text="It burned on Tuesday, twice."), "It burned on Tuesday, twice"
    )
    factories.time(claim, "on Tuesday", "2023-03-07", "2023-03-08")
    assert split_at_time(claim) == ("It burned ", "on Tuesday", ", twice")


def test_an_inherited_time_has_no_words_in_the_quote(dossier):
    claim = factories.claim(factories.article(dossier, text="It burned on Tuesday."), "It burned on Tuesday")
    factories.time(claim, "on Tuesday", "2023-03-07", "2023-03-08", inherited=True)
    assert split_at_time(claim) == ("It burned on Tuesday", "", "")


def test_a_quote_does_not_get_two_pairs_of_marks():
    assert quoted("“We left,” ") == "“We left”"
    assert words_only("“We  left,”") == words_only("we left")


def test_strips_count_by_kind_and_cell(harbour):
    axis = comparisons.Axis(at("2023-03-06", "Asia/Kathmandu"), at("2023-03-09", "Asia/Kathmandu"), KATHMANDU)
    found = strips(harbour, Filters(KATHMANDU, KATHMANDU), axis)
    told = harbour.claims.filter(rejected=False, event__start__isnull=False, event__background=False)
    assert found.claims == sum(strip.claims for strip in found.each) == told.count()
    jail = next(strip for strip in found.each if strip.type == "jail break")
    assert jail.contested == jail.claims == told.filter(type="jail break").count() > 1
    assert not found.partial


TEXT = "one two three four five six seven eight nine ten"
SPANS = st.lists(st.tuples(st.integers(0, 47), st.integers(1, 20)), max_size=6)


def row(start, length, number, **more):
    return SimpleNamespace(start=start, end=min(start + length, len(TEXT)), pk=number, **more)


@given(SPANS, SPANS, SPANS)
def test_whatever_the_spans_the_text_comes_back_whole(passages, claims, times):
    passages = [row(start, length, i, role="body") for i, (start, length) in enumerate(sorted(passages))]
    claims = [row(start, length, i) for i, (start, length) in enumerate(claims)]
    times = [row(start, length, i) for i, (start, length) in enumerate(times)]
    found = blocks(TEXT, passages, claims, times)
    whole = "".join(piece.text for block in found for piece in block.pieces)
    assert whole.replace(" ", "") == TEXT.replace(" ", "")


@given(SPANS)
def test_each_claim_opens_once(claims):
    claims = [row(start, length, i) for i, (start, length) in enumerate(claims)]
    found = blocks(TEXT, [row(0, 20, 0, role="body"), row(20, 40, 1, role="promo")], claims, [])
    opened = [number for block in found for piece in block.pieces for number, _ in piece.opens]
    assert sorted(opened) == list(range(1, len(claims) + 1))


@pytest.mark.parametrize(
    ("by", "dated", "says"), [(3, 4, "compatible with 3 of 4 origins"), (1, 1, "1 of 1 origin"), (1, 4, ""), (0, 0, "")]
)
def test_what_one_of_several_origins_tells_is_not_the_most_supported(by, dated, says):
    start, end = at("2023-03-07 10:00", "Asia/Kathmandu"), at("2023-03-07 11:00", "Asia/Kathmandu")
    event = SimpleNamespace(supported_by=by, dated_origins=dated, supported_start=start, supported_end=end)
    told = support_sentence(event, KATHMANDU)
    assert told.endswith(says) and bool(told) == bool(says)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("border police", "border police"),
        ("the gate", "the gate"),
        ("Atlas", "Atlas"),
        ("they", ""),
        ("with a mortar", ""),
        ("opened", ""),
    ],
)
def test_only_what_is_named_is_shown_to_take_part(words, shown):
    assert named(words) == shown
