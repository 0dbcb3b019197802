"""How long until a dossier is drawn in a browser: our page beside vis-timeline and TimelineJS given the same claims.

    npm install --prefix var/npm vis-timeline@7.7.3 @knight-lab/timelinejs@3
    .venv/bin/python -m tests.benchmarks.pages 10000 --keep var/pages.sqlite3
    DATABASE_URL=sqlite:///var/pages.sqlite3 .venv/bin/python -m tests.benchmarks.drawn

The two get all the claims at once, as they have no server; ours is opened on everything, on a day, an hour and an event.
Milliseconds from asking for the page to the first frame after the drawing says it is done, the quicker of two; of ours
the server's time is part of it.
"""

import http.server
import json
import os
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

import django

django.setup()

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Error, sync_playwright

from tests.benchmarks.windows import pages
from timeline.models import Claim, Dossier

NPM = settings.BASE_DIR / "var" / "npm" / "node_modules"
PATIENCE = 120_000
DRAWN = "requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = performance.now() }))"
VIS = """<!doctype html><link rel="stylesheet" href="/npm/vis-timeline/styles/vis-timeline-graph2d.min.css"><div id="t"></div>
<script src="/npm/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script><script>
fetch("/claims.json").then(r => r.json()).then(claims => {
  const items = claims.map((c, i) => ({id: i, content: c.words, start: c.start, end: c.end}));
  const timeline = new vis.Timeline(document.getElementById("t"), new vis.DataSet(items), {maxHeight: 800});
  timeline.on("changed", () => { DRAWN });
})</script>""".replace("DRAWN", DRAWN)
TIMELINEJS = """<!doctype html><link rel="stylesheet" href="/npm/@knight-lab/timelinejs/dist/css/timeline.css">
<div id="t" style="width:100%;height:800px"></div>
<script src="/npm/@knight-lab/timelinejs/dist/js/timeline.js"></script><script>
const when = iso => { const d = new Date(iso); return {year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate(),
  hour: d.getUTCHours(), minute: d.getUTCMinutes()} };
fetch("/claims.json").then(r => r.json()).then(claims => {
  const events = claims.map(c => ({start_date: when(c.start), end_date: when(c.end), text: {headline: c.words}}));
  const timeline = new TL.Timeline("t", {events}, {});
  timeline.on("loaded", () => { DRAWN });
})</script>""".replace("DRAWN", DRAWN)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


class Silent(WSGIRequestHandler):
    def log_message(self, *args):
        pass


class Threaded(ThreadingMixIn, WSGIServer):
    daemon_threads = True


def served(server):
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def claims(dossier, most):
    rows = dossier.claims.exclude(timestamp=None).filter(timestamp__end__isnull=False)
    found = rows.order_by("timestamp__start").values_list("quote", "timestamp__start", "timestamp__end")[:most]
    return [{"words": words, "start": f"{start:%FT%TZ}", "end": f"{end:%FT%TZ}"} for words, start, end in found]


def opened(browser, address, ready):
    """Milliseconds, or what became of it instead."""
    took = []
    for _ in range(2):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        try:
            page.goto(address, wait_until="load", timeout=PATIENCE)
            if not ready:
                page.evaluate(DRAWN)
            page.wait_for_function("window.drawn", timeout=PATIENCE)
            took.append(page.evaluate("window.drawn"))
        except Error as error:
            return f"none in {PATIENCE // 1000} s ({str(error).splitlines()[0][:40]})"
        finally:
            page.close()
    return f"{min(took):.0f}"


def main(sizes):
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    dossier = Dossier.objects.get(slug="generated")
    total = Claim.objects.filter(dossier=dossier).count()
    ours = served(make_server("127.0.0.1", 0, get_wsgi_application(), server_class=Threaded, handler_class=Silent))
    folder = Path(tempfile.mkdtemp())
    (folder / "npm").symlink_to(NPM)
    (folder / "vis.html").write_text(VIS)
    (folder / "timelinejs.html").write_text(TIMELINEJS)
    theirs = served(http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))))
    chosen = ["whole", "one day", "one hour", "event"]
    wanted = pages(dossier, only=chosen)
    with sync_playwright() as playwright:
        path = Path("/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path if path.exists() else None, headless=True)
        print("| claims | drawn | ms |\n|---|---|---|")
        for name, path in wanted.items():
            print(f"| {total:,} | ours, {name} | {opened(browser, ours + path, ready=False)} |", flush=True)
        for size in [size for size in sizes if size <= total]:
            (folder / "claims.json").write_text(json.dumps(claims(dossier, size)))
            for name in ("vis", "timelinejs"):
                print(f"| {size:,} | {name} | {opened(browser, f'{theirs}/{name}.html', ready=True)} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [300, 1000])
