"""Files of every format become articles, with what the files say of them; what people say goes before."""

import json
from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps

from tests.intake.formats.made import LEAD, SECOND, answer, meta, page, pdf, rss, warc, word, zipped
from timeline import services
from timeline.exports.exchange import export_json
from timeline.intake import Given, IntakeError, formats
from timeline.models import Article, Original
from timeline.reading.anchors import Known
from timeline.services import State

HEAD = (
    meta("og:site_name", "The Herald")
    + meta("article:published_time", "2021-07-07T14:10:00+04:30")
    + meta("og:url", "https://herald.example.org/a")
)
PAGE = page(head=HEAD).encode()


def bring(dossier, name, data, known=None):
    return services.import_file(dossier=dossier, name=name, data=data, known_by_part=known or {})


FILES = {
    "a.txt": f"Harbour stormed\n\n{LEAD}\n\n{SECOND}".encode(),
    "a.html": PAGE,
    "a.pdf": pdf([LEAD, SECOND]),
    "a.docx": word(LEAD, SECOND, title="Harbour stormed"),
    "a.rss": rss(f"<title>Harbour stormed</title><description>{LEAD}</description>"),
    "a.warc.gz": warc(answer(body=page(head=HEAD))),
    "a.wacz": zipped({"datapackage.json": "{}", "archive/data.warc.gz": warc(answer(body=page(head=HEAD)))}),
    "a.csv": f'text,publisher\n"{LEAD}",The Herald\n'.encode(),
    "a.json": json.dumps([{"text": LEAD, "publisher": "The Herald"}]).encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_every_format_comes_in_with_its_bytes(dossier, name):
    assert bring(dossier, name, FILES[name]).state == State.NEW
    article = Article.objects.get()
    assert "armed men had entered the harbour" in article.text
    for claim in article.claims.all():
        assert article.text[claim.start : claim.end] == claim.quote
    assert bytes(Original.objects.get().data) == FILES[name]
    assert bring(dossier, name, FILES[name]).state == State.UNCHANGED


def test_a_page_says_who_published_it_and_when(dossier):
    bring(dossier, "a.html", PAGE)
    article = Article.objects.get()
    assert (article.source.name, article.title, article.url) == (
        "The Herald",
        "Harbour stormed",
        "https://herald.example.org/a",
    )
    assert (article.start.isoformat(), article.basis) == ("2021-07-07T09:40:00+00:00", "page metadata")
    assert article.original.format == "HTML"


def test_what_people_say_goes_before_what_the_file_says(dossier):
    said = Known(publisher="The Courier", title="Storm", published="8 July 2021 10:00", zone="UTC", basis="the paper")
    bring(dossier, "a.html", PAGE, {0: said})
    article = Article.objects.get()
    assert (article.source.name, article.title, article.start.day) == ("The Courier", "Storm", 8)
    assert (article.basis, article.url) == ("sidecar: the paper", "https://herald.example.org/a")


@pytest.fixture
def better(monkeypatch):
    """From now on the reader of web pages sees more: `better(title=…)` says what."""
    before = formats.read

    def see(text="", **facts):
        def read(name, data):
            return [replace(one, text=one.text + text, facts=replace(one.facts, **facts)) for one in before(name, data)]

        monkeypatch.setattr(formats, "read", read)

    return see


def test_a_better_reader_of_the_format_replaces_what_the_file_said_of_itself(dossier, better):
    bring(dossier, "a.html", PAGE)
    better(title="Harbour taken", publisher="The Evening Herald", published="2021-07-07T15:10:00+04:30", url="")
    assert bring(dossier, "a.html", PAGE).state == State.READ_AGAIN
    article = Article.objects.get()
    assert (article.title, article.source.name, article.url) == ("Harbour taken", "The Evening Herald", "")
    assert article.start.isoformat() == "2021-07-07T10:40:00+00:00"
    assert bring(dossier, "a.html", PAGE).state == State.UNCHANGED


def test_a_better_reader_of_the_format_replaces_the_text_it_found(dossier, better):
    bring(dossier, "a.html", PAGE)
    better(text="\n\nThe harbour was empty by Thursday.")
    assert bring(dossier, "a.html", PAGE).state == State.READ_AGAIN
    assert "empty by Thursday" in Article.objects.get().text


def test_a_better_reader_of_the_format_leaves_what_people_said(dossier, better):
    said = Known(publisher="The Courier", title="Storm", published="8 July 2021 10:00", zone="UTC", basis="the paper")
    bring(dossier, "a.html", PAGE, {0: said})
    services.edit_article(article=Article.objects.get(), changes={"url": "https://courier.example/1"})
    better(title="Taken", publisher="The Evening Herald", published="2021-07-09", url="https://other.example/")
    bring(dossier, "a.html", PAGE)
    article = Article.objects.get()
    assert (article.source.name, article.title, article.start.day) == ("The Courier", "Storm", 8)
    assert (article.url, article.basis) == ("https://courier.example/1", "sidecar: the paper")


def test_a_better_reader_of_the_format_leaves_what_was_said_of_one_fact_and_replaces_the_others(dossier, better):
    bring(dossier, "a.html", PAGE, {1: Known(publisher="The Courier", basis="the paper")})
    better(title="Harbour taken")
    bring(dossier, "a.html", PAGE)
    article = Article.objects.get()
    assert (article.source.name, article.title) == ("The Courier", "Harbour taken")


SAID = {1: Known(publisher="The Courier", basis="the paper")}


@pytest.mark.parametrize(("said", "told"), [(SAID, "publisher: The Courier\nbasis: the paper"), ({}, "")])
@pytest.mark.parametrize("with_import", [True, False])
def test_of_older_articles_is_known_what_people_said(dossier, said, told, with_import):
    run = services.open_run(dossier=dossier, files=[Given("a.html", PAGE, said)])
    services.start_run(run=run)
    services.work_off(run=run)
    if not with_import:
        run.delete()
    Article.objects.update(said="")
    import_module("timeline.migrations.0015_older_articles").tell_said(apps, None)
    article = Article.objects.get()
    assert article.said == (told if with_import or not said else article.known)


def test_a_feed_gives_an_article_an_entry_each_with_its_own_date(dossier):
    entries = [f"<title>Report {n}</title><pubDate>{day}</pubDate><description>{n} {LEAD}</description>" for n, day in
               [(1, "Wed, 07 Jul 2021 10:00:00 GMT"), (2, "Thu, 08 Jul 2021 10:00:00 GMT"), (3, "")]]  # fmt: skip
    assert bring(dossier, "a.rss", rss(*entries)).articles == 3
    first, second, third = Article.objects.order_by("part")
    assert (first.start.day, second.start.day, third.start) == (7, 8, None)
    assert {first.source.name, third.source.name} == {"The Herald"}


def test_articles_of_a_feed_that_are_read_again_stay_apart(dossier):
    bring(dossier, "a.rss", rss(f"<title>1</title><pubDate>7 Jul 2021 10:00 GMT</pubDate><description>{LEAD}</description>",
                                f"<title>2</title><description>Other. {LEAD}</description>"))  # fmt: skip
    services.read_again(articles=Article.objects.all())
    first, second = Article.objects.order_by("part")
    assert not first.weak and second.weak and "other articles" in second.basis


def test_an_address_and_a_publisher_that_no_column_takes_refuse_no_article(dossier):
    head = meta("og:site_name", "H" * 400) + meta("og:url", "https://her_ald.example.org/a")
    bring(dossier, "a.html", page(head=head).encode())
    article = Article.objects.get()
    assert (len(article.source.name), article.url) == (200, "")


def test_a_zone_that_is_none_is_refused_with_its_row(dossier):
    with pytest.raises(IntakeError, match="Port time"):
        bring(dossier, "a.csv", f'text,zone\n"{LEAD}",Port time\n'.encode())
    assert not Original.objects.exists()


def test_an_export_comes_in_again_with_its_articles(dossier):
    bring(dossier, "a.html", PAGE)
    bring(dossier, "b.txt", f"Fire\n\n8 July 2021 16:00\n\n{SECOND}".encode())
    services.weave_dossier(dossier=dossier)
    told = json.dumps(export_json(dossier)).encode()
    other, _ = services.open_dossier(slug="other", zone=dossier.zone)
    assert bring(other, "export.json", told).articles == 2
    for before, after in zip(dossier.articles.order_by("pk"), other.articles.order_by("part"), strict=True):
        for name in ("title", "text", "start", "end", "zone", "url", "source", "via", "weak"):
            assert getattr(after, name) == getattr(before, name), name
    services.weave_dossier(dossier=other)
    assert spans(other) == spans(dossier)


def spans(dossier):
    return list(dossier.claims.order_by("article", "start").values_list("start", "end", "type", "timestamp__start"))
