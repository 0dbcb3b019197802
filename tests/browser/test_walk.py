"""The twenty minutes over the seeds: a zip of files of several formats becomes a timeline in which nothing waits."""

import tomllib

from django.conf import settings

from tests.walking import Walker, prepare, walk
from timeline.models import Article, Claim, Conflict, Dossier, Doubt, ImportFile, ImportRun, Ruling

SEEDS = settings.BASE_DIR / "seeds"


def test_the_walk_ends_with_nothing_waiting_in_few_steps(signed_in, live_server):
    texts = {path.name: path.read_text("utf-8") for path in SEEDS.glob("*.txt")}
    facts = tomllib.loads((SEEDS / "sources.toml").read_text("utf-8"))["article"]
    publishers = {one["file"].rsplit(".", 1)[0]: one["source"] for one in facts if "source" in one}
    walker = Walker(signed_in)
    walk(walker, live_server.url, prepare(texts), title="The walk", zone="Asia/Kabul", publishers=publishers)

    dossier = Dossier.objects.get()
    assert "/queue/" in signed_in.url
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
    assert "Nothing here waits for a decision" in signed_in.inner_text("#content")
    assert {article.source.name for article in dossier.articles.select_related("source")} >= set(publishers.values())
    assert walker.done["clicks"] + walker.done["keys"] < 250
    assert walker.seconds() < 20 * 60


def test_a_long_import_goes_on_by_itself_in_the_page(signed_in, live_server, monkeypatch):
    monkeypatch.setattr("timeline.admin.runs.A_WHILE", 0.2)
    texts = {
        f"{n}.txt": f"Fire {n}\n\n8 March 2023 16:00\n\nA ship exploded in port {n} on Monday, killing {n} sailors."
        for n in range(1, 28)
    }
    walk(Walker(signed_in), live_server.url, prepare(texts), title="Many", zone="Asia/Tokyo", publishers={})
    assert ImportRun.objects.get().state == "done"
    assert Article.objects.count() == 28


def test_an_import_is_stopped_by_a_key_and_goes_on_by_another(signed_in, live_server, monkeypatch):
    monkeypatch.setattr("timeline.admin.runs.A_WHILE", 0.05)
    signed_in.goto(f"{live_server.url}/admin/timeline/dossier/add/")
    signed_in.fill("#id_title", "Fire")
    signed_in.fill("#id_slug", "fire")
    signed_in.click("input[name=_save]")
    files = [
        {"name": f"{n}.txt", "mimeType": "text/plain", "buffer": f"Ship {n} burned on Monday. It sank.".encode()}
        for n in range(60)
    ]
    signed_in.set_input_files("#id_files", files)
    # The page's own work waits: the tests' threads share one connection, on which two requests would meet.
    held = lambda route: None if "do=work" in (route.request.post_data or "") else route.continue_()  # noqa: E731
    signed_in.route("**/imports/*/", held)
    signed_in.click("input[value='Import at once']")
    signed_in.wait_for_selector("#import [data-key=x]")
    signed_in.wait_for_load_state()
    signed_in.keyboard.press("x")
    signed_in.wait_for_selector("#import [data-key=g]")
    signed_in.unroute("**/imports/*/", held)
    left = ImportFile.objects.filter(state="waiting").count()
    assert 0 < left < 60
    signed_in.keyboard.press("g")
    signed_in.wait_for_selector("#import [data-key=v]")
    assert not ImportFile.objects.filter(state="waiting").exists()
