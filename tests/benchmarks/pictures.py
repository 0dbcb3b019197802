"""The pictures of the README, taken from the pages of the first dossier as `make run` serves them.

make run                                     # in another terminal
.venv/bin/python -m tests.benchmarks.pictures [ADDRESS]
"""

import os
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

import django

django.setup()

from django.conf import settings
from playwright.sync_api import sync_playwright

from timeline.models import Conflict, Dossier
from timeline.selectors.dossiers import source_styles, sources
from timeline.selectors.moments import moments
from timeline.templatetags.words import stamp

FOLDER = settings.BASE_DIR / "static" / "readme"
SIZE = {"width": 1440, "height": 900}


def pages(dossier):
    """(name, path, what stands at the top, what is opened or pointed at) of each picture."""
    contested = list(dossier.events.filter(conflict_count__gt=0).order_by("-hard_count", "-claim_count")[:3])
    times = dossier.events.filter(conflicts__kind=Conflict.Kind.TIME).order_by("-conflict_count", "-claim_count")
    doubted = times.filter(conflicts__kind=Conflict.Kind.IMPOSSIBLE).first() or times[0]
    shown = dossier.claims.filter(event=doubted, timestamp__granularity="hour", timestamp__timex__isnull=False).first()
    steps = moments(dossier, source_styles(dossier, sources(dossier)), ZoneInfo(dossier.zone)).steps
    chosen = "&".join(f"event={event.pk}" for event in contested)
    return [
        ("timeline", f"?event={doubted.pk}", ".masthead", ""),
        ("known", f"?as_of={stamp(steps[len(steps) // 2].at)}", ".sections", ""),
        ("event", f"events/{doubted.pk}/", ".sections", ".event-axis summary"),
        ("compare", f"compare/?{chosen}", ".sections", ""),
        ("lineage", "lineage/", "main h1", ""),
        ("article", f"articles/{shown.article_id}/", f"#claim-{shown.pk}", f"#claim-{shown.pk} ~ .claimed a.timex"),
    ]


def take(page, address, name, top, pointed):
    page.goto(address)
    page.wait_for_timeout(300)
    above = SIZE["height"] // 3 if top.startswith("#") else 16
    page.locator(top).first.evaluate(f"(it) => scrollTo(0, it.getBoundingClientRect().top + scrollY - {above})")
    if pointed.endswith("summary"):
        page.locator(pointed).first.click()
    elif pointed:
        page.locator(pointed).first.hover()
    page.wait_for_timeout(500)
    page.screenshot(path=FOLDER / f"{name}.png")


def main(site):
    dossier = Dossier.objects.order_by("pk")[0]
    found = pages(dossier)
    path = Path("/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path if path.exists() else None)
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        for name, path, top, pointed in found:
            take(page, f"{site}/{dossier.slug}/{path}", name, top, pointed)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:] or ["http://127.0.0.1:8000"])
