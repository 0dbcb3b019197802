"""An import of many files: each comes in by itself, and it stops, goes on and ends whatever befalls it."""

import hashlib

import pytest

from tests.readings import TEXT
from timeline import services
from timeline.intake import Given
from timeline.models import Article, Dossier, Event, ImportFile, ImportRun, Original
from timeline.reading.anchors import Known

WAITING, RUNNING, STOPPED, DONE = ImportRun.State


def texts(count):
    return [Given(f"{n}.txt", f"{TEXT} Report {n}.".encode()) for n in range(1, count + 1)]


@pytest.fixture
def run(dossier, ship):
    """Three files handed in, nothing begun."""
    return services.open_run(dossier=dossier, files=texts(3))


def states(run):
    return [file.state for file in run.files.all()]


def test_files_handed_in_wait_and_nothing_is_read(run):
    assert (run.state, states(run)) == (WAITING, ["waiting"] * 3)
    services.work_off(run=run)
    assert states(run) == ["waiting"] * 3
    assert Article.objects.count() == 1


def test_a_started_import_brings_in_every_file_and_weaves_at_its_end(run):
    Event.objects.all().delete()
    services.start_run(run=run)
    told = []
    services.work_off(run=run, tell=told.append)
    assert run.state == DONE
    assert [(file.name, file.state, file.articles, file.claims) for file in told] == [
        (f"{n}.txt", "new", 1, 3) for n in (1, 2, 3)
    ]
    assert Event.objects.exists()
    assert not Dossier.objects.get().stale


def test_its_bytes_go_once_they_are_kept_as_an_original(run):
    services.start_run(run=run)
    services.work_off(run=run)
    for file in run.files.all():
        assert bytes(file.data) == b""
        assert hashlib.sha256(bytes(file.original.data)).hexdigest() == file.sha256


def test_it_stops_after_the_file_in_hand_and_goes_on_where_it_stopped(run):
    services.start_run(run=run)
    services.work_off(run=run, tell=lambda file: services.stop_run(run=run))
    assert (run.state, states(run)) == (STOPPED, ["new", "waiting", "waiting"])
    services.work_off(run=run)
    assert states(run) == ["new", "waiting", "waiting"]
    services.start_run(run=run)
    services.work_off(run=run)
    assert (run.state, states(run)) == (DONE, ["new"] * 3)


def test_it_works_for_some_seconds_at_a_time(run):
    services.start_run(run=run)
    services.work_off(run=run, seconds=0)
    assert (run.state, states(run)) == (RUNNING, ["waiting"] * 3)


def test_a_worker_that_dies_in_a_file_leaves_it_waiting(run, monkeypatch):
    class Killed(BaseException):
        pass

    def die(**given):
        services.import_file(**given)
        raise Killed

    monkeypatch.setattr("timeline.services.import_runs.import_file", die)
    services.start_run(run=run)
    with pytest.raises(Killed):
        services.work_off(run=run)
    assert (states(run), run.current) == (["waiting"] * 3, "")
    assert Article.objects.count() == 1
    monkeypatch.undo()
    services.work_off(run=run)
    assert states(run) == ["new"] * 3


def test_a_file_that_cannot_be_taken_is_named_and_the_rest_comes_in(dossier, ship):
    files = [Given("a.txt", b"\x00"), Given("b.pdf", problem="cannot be read"), *texts(1)]
    run = services.open_run(dossier=dossier, files=files)
    services.start_run(run=run)
    services.work_off(run=run)
    told = [(file.state, file.told) for file in run.files.all()]
    assert told[:2] == [("refused", "binary, not text"), ("refused", "cannot be read")]
    assert told[2][0] == "new"


def test_the_same_file_under_two_names_comes_in_once_and_is_linked_to_both(dossier, ship):
    run = services.open_run(dossier=dossier, files=[*texts(1), Given("copy.txt", texts(1)[0].data)])
    services.start_run(run=run)
    services.work_off(run=run)
    first, second = run.files.all()
    assert second.original == first.original
    assert second.told == "the same bytes as “1.txt”, which is here already"
    assert [file.name for file in first.original.arrivals.all()] == ["1.txt", "copy.txt"]


def test_what_is_known_of_a_file_waits_with_it_and_can_be_corrected(dossier, ship):
    known = {0: Known(publisher="The Courier", basis="seen")}
    run = services.open_run(dossier=dossier, files=[Given("a.txt", b"A ship burned on Monday.", known)])
    services.correct_file(file=run.files.get(), known={1: Known(publisher="The Herald", title="Fire", basis="seen")})
    services.start_run(run=run)
    services.work_off(run=run)
    article = Article.objects.get(original__name="a.txt")
    assert (article.source.name, "title: Fire" in article.known) == ("The Herald", True)


def test_files_that_came_in_with_another_import_no_longer_wait(run, dossier):
    services.start_run(run=run)
    services.stop_run(run=run)
    again = services.open_run(dossier=dossier, files=texts(3))
    services.start_run(run=again)
    services.work_off(run=again)
    run.refresh_from_db()
    assert (run.state, states(run)) == (DONE, ["unchanged"] * 3)
    assert run.files.first().original == again.files.first().original


def test_an_import_that_is_still_looked_at_keeps_its_files(run, dossier):
    again = services.open_run(dossier=dossier, files=texts(3))
    services.start_run(run=again)
    services.work_off(run=again)
    run.refresh_from_db()
    assert (run.state, states(run)) == (WAITING, ["waiting"] * 3)


def test_a_discarded_import_is_gone_where_nothing_came_in_and_else_closed(run, dossier):
    services.start_run(run=run)
    services.work_off(run=run, tell=lambda file: services.stop_run(run=run))
    services.discard_run(run=run)
    run.refresh_from_db()
    assert (run.state, states(run)) == (DONE, ["new"])
    other = services.open_run(dossier=dossier, files=texts(2))
    services.discard_run(run=other)
    assert not ImportRun.objects.filter(pk=other.pk).exists()
    assert ImportFile.objects.count() == 1
    assert Original.objects.count() == 2


def test_an_import_that_is_done_does_not_begin_again(run):
    services.start_run(run=run)
    services.work_off(run=run)
    services.start_run(run=run)
    assert run.state == DONE


YEARLESS = (
    "Ferry sinks\n\nNEWPORT, 16 March-A ferry sank off Newport on Thursday, killing nine people, officials said.\n"
)
DATED = "Ferry sinks\n\n17 March 2012\n\nA ferry sank off Newport on Thursday. Nine people died, officials said.\n"


@pytest.mark.parametrize("names", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_a_date_without_a_year_takes_it_from_the_other_articles_in_whatever_order_they_came(dossier, names):
    files = dict(zip(names, (YEARLESS, DATED), strict=True))
    run = services.open_run(dossier=dossier, files=[Given(name, files[name].encode()) for name in sorted(files)])
    services.start_run(run=run)
    services.work_off(run=run)
    yearless = dossier.articles.get(text__contains="16 March-A")
    assert (yearless.start.year, yearless.weak) == (2012, True)
    services.read_again(articles=[yearless])
    yearless.refresh_from_db()
    assert yearless.start.year == 2012


UNDATED = "Ferry sinks: Thursday as it happened\n\nA ferry sank off Newport. Nine people died, officials said.\n"


def test_an_article_without_a_date_takes_the_day_of_the_others_it_fits_and_keeps_it(dossier):
    files = [Given("a.txt", UNDATED.encode()), Given("b.txt", DATED.encode())]
    run = services.open_run(dossier=dossier, files=files)
    services.start_run(run=run)
    services.work_off(run=run)
    undated = dossier.articles.get(text__contains="as it happened")
    assert (undated.start.date().isoformat()[:8], undated.weak) == ("2012-03-", True)
    before = undated.start
    services.read_again(articles=[undated])
    undated.refresh_from_db()
    assert undated.start == before
