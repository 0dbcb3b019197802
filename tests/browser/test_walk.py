"""The twenty minutes over the seeds: a zip of files of several formats becomes a timeline in which nothing waits."""

import tomllib

import pytest
from django.conf import settings
from django.contrib.auth.models import User

from tests.walking import Walker, prepare, walk
from timeline.models import Article, Claim, Conflict, Dossier, Doubt, ImportFile, ImportRun, Ruling

SEEDS = settings.BASE_DIR / "seeds"
PASSWORD = "editor-4-ever"


@pytest.fixture
def desk(browser, live_server, transactional_db):
    """The desk in a browser, with an editor logged in."""
    User.objects.create_superuser("edo", password=PASSWORD)
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda line: page.complaints.append(line.text) if line.type == "error" else None)
    page.goto(f"{live_server.url}/admin/login/")
    page.fill("#id_username", "edo")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    yield page
    context.close()
    assert page.complaints == []


def test_the_walk_ends_with_nothing_waiting_in_few_steps(desk, live_server):
    texts = {path.name: path.read_text("utf-8") for path in SEEDS.glob("*.txt")}
    facts = tomllib.loads((SEEDS / "sources.toml").read_text("utf-8"))["article"]
    publishers = {one["file"].rsplit(".", 1)[0]: one["source"] for one in facts if "source" in one}
    walker = Walker(desk)
    walk(walker, live_server.url, prepare(texts), title="The walk", zone="Asia/Kabul", publishers=publishers)

    dossier = Dossier.objects.get()
    assert "/queue/" in desk.url
    assert ImportRun.objects.get().state == "done"
    states = list(ImportFile.objects.values_list("name", "state").order_by("name"))
    assert dict(states)["again.txt"] == "unchanged"
    assert dict(states)["broken.pdf"] == "refused"
    assert {name.rsplit(".", 1)[1] for name, _ in states} == {"txt", "html", "pdf", "docx"}
    copy = Article.objects.get(original__name="copy.txt")
    assert copy.copy_of or copy.copies.exists()
    assert not Claim.objects.filter(judgements=None).exists()
    assert Conflict.objects.exists()
    assert not Conflict.objects.filter(state__in=["open", "doubt"]).exists()
    assert not Doubt.objects.filter(settled=False).exists()
    assert all(ruling.reason for ruling in Ruling.objects.all())
    assert "Nothing here waits for a decision" in desk.inner_text("#content")
    assert {article.source.name for article in dossier.articles.select_related("source")} >= set(publishers.values())
    assert walker.done["clicks"] + walker.done["keys"] < 250
    assert walker.seconds() < 20 * 60


def test_a_long_import_goes_on_by_itself_in_the_page(desk, live_server, monkeypatch):
    monkeypatch.setattr("timeline.admin.runs.A_WHILE", 0.2)
    texts = {
        f"{n}.txt": f"Fire {n}\n\n8 March 2023 16:00\n\nA ship exploded in port {n} on Monday, killing {n} sailors."
        for n in range(1, 28)
    }
    walk(Walker(desk), live_server.url, prepare(texts), title="Many", zone="Asia/Tokyo", publishers={})
    assert ImportRun.objects.get().state == "done"
    assert Article.objects.count() == 28


def test_an_import_is_stopped_by_a_key_and_goes_on_by_another(desk, live_server, monkeypatch):
    monkeypatch.setattr("timeline.admin.runs.A_WHILE", 0.05)
    desk.goto(f"{live_server.url}/admin/timeline/dossier/add/")
    desk.fill("#id_title", "Fire")
    desk.fill("#id_slug", "fire")
    desk.click("input[name=_save]")
    files = [
        {"name": f"{n}.txt", "mimeType": "text/plain", "buffer": f"Ship {n} burned on Monday. It sank.".encode()}
        for n in range(60)
    ]
    desk.set_input_files("#id_files", files)
    # The page's own work waits: the tests' threads share one connection, on which two requests would meet.
    held = lambda route: None if "do=work" in (route.request.post_data or "") else route.continue_()  # noqa: E731
    desk.route("**/imports/*/", held)
    desk.click("input[value='Import at once']")
    desk.wait_for_selector("#import [data-key=x]")
    desk.wait_for_load_state()
    desk.keyboard.press("x")
    desk.wait_for_selector("#import [data-key=g]")
    desk.unroute("**/imports/*/", held)
    left = ImportFile.objects.filter(state="waiting").count()
    assert 0 < left < 60
    desk.keyboard.press("g")
    desk.wait_for_selector("#import [data-key=v]")
    assert not ImportFile.objects.filter(state="waiting").exists()
