"""The twenty-minute walk over real files, each folder a dossier, in a real browser on a site of its own.

    .venv/bin/python -m tests.benchmarks.walk FOLDER… [--zone Asia/Kabul …]

Every sixth file is turned into HTML, the next into PDF, the next into Word; one is there twice, one a second time in
another format, and one is broken. Clicks, keys and decisions are counted, the waiting is measured; what a practised
person takes for them is reckoned by the keystroke-level model (`tests.walking`), with the reading of what is unsure or
contrary, without the reading of the articles.
"""

import argparse
import os
import tempfile
from collections import Counter
from pathlib import Path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--zone", nargs="*", default=[], help="of each folder's place, in their order")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ |= {"DATABASE_URL": f"sqlite:///{place}/walk.sqlite3", "DJANGO_SETTINGS_MODULE": "timeline.settings"}
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        walk_all(asked.folders, [*asked.zone, *["UTC"] * len(asked.folders)])


def walk_all(folders, zones):
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import User
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.test.testcases import LiveServerThread
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import SYSTEM_CHROMIUM

    User.objects.create_superuser("edo", password="editor-4-ever")
    server = LiveServerThread("127.0.0.1", StaticFilesHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    path = SYSTEM_CHROMIUM if SYSTEM_CHROMIUM.exists() else None
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, headless=True)
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        site = f"http://127.0.0.1:{server.port}"
        page.goto(f"{site}/admin/login/")
        page.fill("#id_username", "edo")
        page.fill("#id_password", "editor-4-ever")
        page.click("input[type=submit]")
        report([walked(page, site, folder, zone) for folder, zone in zip(folders, zones, strict=False)])
        chromium.close()
    server.terminate()


def walked(page, site, folder, zone):
    """A folder brought to a timeline; the walker who did it."""
    from tests.walking import Walker, prepare, walk

    texts = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))}
    # Who published it, as an editor would know: the files are named by their sites.
    publishers = {name.rsplit(".", 1)[0]: name.rsplit(".", 1)[0].split("_", 1)[-1] for name in texts}
    walker = Walker(page)
    walk(walker, site, prepare(texts), title=folder.name.capitalize(), zone=zone, publishers=publishers)
    print(f"{folder.name}: {len(texts)} files and 3 more, {told(walker)}")
    return walker


def told(walker):
    done = walker.done
    return (
        f"{done['clicks']} clicks, {done['keys']} keys, {done['decisions']} decisions, {done['words']} words read, "
        f"{walker.waited:.0f} s of waiting: about {walker.seconds() / 60:.1f} minutes"
    )


def report(walkers):
    from django.db.models import Count

    from timeline.admin.queue import sections
    from timeline.models import Article, Claim, Conflict, Dossier, Ruling

    total = sum((walker.steps for walker in walkers), Counter())
    for at in dict.fromkeys(at for at, _ in total):
        print(
            f"| {at} | " + " | ".join(str(total[at, what]) for what in ("clicks", "keys", "decisions", "words")) + " |"
        )
    print(f"All: {sum(walker.seconds() for walker in walkers) / 60:.1f} minutes")
    states = dict(Conflict.objects.order_by("state").values_list("state").annotate(Count("pk")))
    rulings = Counter(Ruling.objects.values_list("reason", flat=True))
    words = sum(len(text.split()) for text in Article.objects.values_list("text", flat=True))
    print(f"{Article.objects.count()} articles, {Claim.objects.count()} claims, {Conflict.objects.count()} conflicts")
    print(f"{Claim.objects.filter(judgements=None).count()} claims without a word, conflicts {states}, {dict(rulings)}")
    print(f"{words} words in the articles, which would be {words / 238:.0f} minutes of reading")
    for dossier in Dossier.objects.all():
        waiting = {one.title: one.count for one in sections(Dossier.objects.filter(pk=dossier.pk)) if one.count}
        print(f"What the queue of {dossier} still lists: {waiting}")


if __name__ == "__main__":
    main()
