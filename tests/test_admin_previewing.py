"""What will be read is shown before it is stored, and can be corrected there; then it comes in, and may be stopped."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.intake.formats.made import meta, page, pdf, zipped
from tests.pages import fields_of, inline_code
from timeline import services
from timeline.admin import previewing, runs
from timeline.models import Article, Claim, Event, ImportFile, ImportRun, Original, Source

TEXT = "Fire in the port\n\n8 March 2023 16:00\n\nA ship exploded in the port on Tuesday, killing 12 sailors.\n"
FACTS = '[[article]]\nfile = "a.txt"\nsource = "The Courier"\nbasis = "seen"\n'


@pytest.fixture
def address(dossier):
    return reverse("admin:timeline_dossier_import", args=[dossier.pk])


def look(client, address, files=(), **sent):
    sent |= {"files": [SimpleUploadedFile(name, data) for name, data in files]} if files else {}
    return client.post(address, {"look": "1"} | sent, follow=True)


def step(client, do, **changes):
    """Press a button of the import's page, with what the page holds and what was typed over it."""
    address = runs.address(ImportRun.objects.latest("pk"))
    return client.post(address, fields_of(client.get(address)) | changes | {"do": do}, follow=True)


def field(name, part=1):
    return f"{name}-{ImportFile.objects.get().pk}-{part}"


def stored():
    return [model.objects.count() for model in (Original, Article, Claim, Source)]


def test_what_will_be_read_is_shown_and_not_stored(address, edo):
    answer = look(edo, address, pasted=TEXT)
    told = answer.content.decode()
    assert "Fire in the port" in told
    assert "8 March 2023 16:00" in told
    assert "A ship exploded in the port on Tuesday" in told
    assert inline_code(answer) == []
    assert stored() == [0, 0, 0, 0]


def test_a_publisher_is_offered_where_none_is_known_and_not_taken_without_being_asked(address, edo):
    told = look(edo, address, [("harbourpost.txt", TEXT.encode())]).content.decode()
    assert 'data-with="harbourpost"' in told and "Take the 1 publisher offered" in told
    step(edo, "start")
    assert Article.objects.get().source.kind == Source.Kind.UNKNOWN


def test_no_publisher_is_offered_where_one_is_known(address, edo):
    told = look(edo, address, [("harbourpost.csv", f'text,publisher\n"{TEXT}",The Herald\n'.encode())]).content.decode()
    assert "data-with" not in told and "data-fills-all" not in told


def test_an_empty_file_is_named_and_the_others_come_in(address, edo):
    told = look(edo, address, [("empty.txt", b""), ("fire.txt", TEXT.encode())]).content.decode()
    assert "Not taken: empty." in told
    step(edo, "start")
    states = dict(ImportFile.objects.values_list("name", "state"))
    assert states == {"empty.txt": "refused", "fire.txt": "new"}


def test_two_files_of_one_name_both_come_in(address, edo):
    look(edo, address, [("fire.txt", TEXT.encode()), ("fire.txt", TEXT.replace("12", "13").encode())])
    step(edo, "start")
    assert Article.objects.count() == 2


def test_what_was_shown_is_stored_with_its_corrections(address, edo):
    look(edo, address, pasted=TEXT)
    said = {"title": "The fire", "publisher": "The Courier", "published": "9 March 2023 10:00", "zone": "Asia/Tokyo"}
    answer = step(edo, "start", **{field(name): value for name, value in said.items()})
    assert "New, 1 claim" in answer.content.decode() or "New, 2 claims" in answer.content.decode()
    article = Article.objects.get()
    assert (article.title, article.source.name, article.zone) == ("The fire", "The Courier", "Asia/Tokyo")
    assert (article.start.day, article.text) == (9, TEXT)
    assert bytes(article.original.data) == TEXT.encode()
    assert "basis: said when it was brought in" in article.known
    assert Event.objects.exists()


def test_a_correction_is_looked_at_again_before_it_is_stored(address, edo):
    look(edo, address, pasted=TEXT)
    told = step(edo, "page 1", **{field("published"): "9 March 2024 10:00"}).content.decode()
    assert "9 March 2024 10:00" in told
    assert stored() == [0, 0, 0, 0]
    step(edo, "start")
    assert Article.objects.get().start.year == 2024


def test_what_was_not_corrected_stays_the_readers(address, edo):
    look(edo, address, pasted=TEXT)
    step(edo, "start")
    article = Article.objects.get()
    assert (article.source.name, article.start.day, article.edited, article.known) == ("unknown publisher", 8, "", "")


def test_files_of_several_formats_and_those_in_a_zip_are_shown(address, edo):
    head = meta("og:site_name", "The Herald")
    files = [
        ("a.zip", zipped({"x/b.html": page(head=head), "x/c.txt": TEXT})),
        ("d.pdf", pdf(["A boat sank on Monday."])),
        ("e.pdf", b"words"),
    ]
    told = look(edo, address, files).content.decode()
    assert 'value="The Herald"' in told
    for words in ("a.zip/x/b.html", "a.zip/x/c.txt", "d.pdf", "e.pdf</b> is not taken: named as PDF but none"):
        assert words in told
    step(edo, "start")
    assert set(Original.objects.values_list("name", "format")) == {
        ("b.html", "HTML"),
        ("c.txt", "plain text"),
        ("d.pdf", "PDF"),
    }


def test_a_sources_file_among_the_files_says_what_is_known(address, edo):
    told = look(edo, address, [("a.txt", TEXT.encode()), ("sources.toml", FACTS.encode())]).content.decode()
    assert 'value="The Courier"' in told
    answer = look(edo, address, [("a.txt", TEXT.encode()), ("sources.toml", b"[[article]]")])
    assert "needs a file" in answer.content.decode()
    assert ImportRun.objects.count() == 1


def test_a_second_name_for_the_same_bytes_is_shown_as_such(address, edo):
    told = look(edo, address, [("a.txt", TEXT.encode()), ("b.txt", TEXT.encode())]).content.decode()
    assert "The same bytes as “a.txt”" in told


def test_a_file_that_cannot_be_taken_is_told_and_left_out(address, edo):
    answer = look(edo, address, [("b.txt", b"\x00\x01"), ("a.txt", TEXT.encode())])
    assert "Not taken: binary" in answer.content.decode()
    told = step(edo, "start").content.decode()
    assert "Not taken" in told
    assert [article.file for article in Article.objects.all()] == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("zone", "Port time", "no IANA time zone"),
        ("published", "soon", "No date can be read"),
        ("publisher", "x" * 300, "at most 200"),
    ],
)
def test_a_correction_that_will_not_do_is_told_and_nothing_comes_in(address, edo, name, value, reason):
    look(edo, address, pasted=TEXT)
    assert reason in step(edo, "start", **{field(name): value}).content.decode()
    assert stored() == [0, 0, 0, 0]


def test_many_files_are_shown_a_page_at_a_time_and_keep_their_corrections(address, edo, monkeypatch):
    monkeypatch.setattr(previewing, "FILES_A_PAGE", 1)
    look(edo, address, [("a.txt", TEXT.encode()), ("b.txt", TEXT.replace("12", "13").encode())])
    first = ImportFile.objects.first()
    told = step(edo, "page 2", **{f"publisher-{first.pk}-1": "The Courier"}).content.decode()
    assert "page 2 of 2" in told
    assert "b.txt" in told
    step(edo, "start")
    assert set(Article.objects.values_list("source__name", flat=True)) == {"The Courier", "unknown publisher"}


def test_what_waits_can_be_discarded_and_is_offered_until_then(address, edo):
    look(edo, address, pasted=TEXT)
    assert "go on with it" in edo.get(address).content.decode()
    step(edo, "discard")
    assert "go on with it" not in edo.get(address).content.decode()
    assert not ImportFile.objects.exists()


def test_a_long_import_comes_in_a_while_at_a_time_and_tells_how_far_it_is(address, edo, monkeypatch):
    monkeypatch.setattr(runs, "A_WHILE", 0)
    files = [(f"{n}.txt", TEXT.replace("12", str(n)).encode()) for n in range(3)]
    answer = edo.post(address, {"files": [SimpleUploadedFile(*one) for one in files]}, follow=True)
    assert "0 of 3 files" in answer.content.decode()
    assert inline_code(answer) == []
    monkeypatch.setattr(runs, "A_WHILE", 60)
    run = ImportRun.objects.get()
    part = edo.post(runs.address(run), {"do": "work"}, headers={"HX-Request": "true"}).content.decode()
    assert "3 of 3 files" in part
    assert "<html" not in part
    assert Article.objects.count() == 3


def test_an_import_is_stopped_and_goes_on(address, edo, monkeypatch):
    monkeypatch.setattr(runs, "A_WHILE", 0)
    edo.post(address, {"pasted": TEXT})
    told = step(edo, "stop").content.decode()
    assert "Stopped" in told
    assert "hx-vals=" not in told
    monkeypatch.setattr(runs, "A_WHILE", 60)
    step(edo, "work")
    assert not Article.objects.exists()
    assert "Done" in step(edo, "go on").content.decode()
    assert Article.objects.exists()


def test_the_page_of_an_import_that_a_worker_does_only_watches(address, dossier, edo):
    look(edo, address, pasted=TEXT)
    run = ImportRun.objects.get()
    services.start_run(run=run, queued=True)
    told = edo.get(runs.address(run)).content.decode()
    assert "hx-get=" in told
    assert "hx-post=" not in told


def test_no_more_queries_for_more_files(address, edo, django_assert_max_num_queries):
    files = [SimpleUploadedFile(f"{n}.txt", TEXT.replace("12", str(n)).encode()) for n in range(20)]
    edo.post(address, {"files": files})
    run = ImportRun.objects.get()
    with django_assert_max_num_queries(20):
        edo.get(runs.address(run))


def test_who_may_not_import_may_not_look(address, dossier, ada, edo):
    assert ada.post(address, {"look": "1", "pasted": TEXT}).status_code == 302
    look(edo, address, pasted=TEXT)
    run = ImportRun.objects.get()
    assert ada.get(runs.address(run)).status_code == 302
    ada.post(runs.address(run), {"do": "start"})
    assert stored() == [0, 0, 0, 0]


def test_an_import_of_another_dossier_is_not_there(address, dossier, edo):
    look(edo, address, pasted=TEXT)
    other, _ = services.open_dossier(slug="other")
    run = ImportRun.objects.get()
    wrong = reverse("admin:timeline_import_run", args=[other.pk, run.pk])
    assert edo.get(wrong).status_code == 404
