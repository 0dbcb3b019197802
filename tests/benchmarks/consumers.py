"""A dossier's files drawn by those who read such, in a real browser: TimelineJS its own, vis-timeline the JSON.

    npm install @knight-lab/timelinejs vis-timeline        # in a folder of its own; no part of `make test`, which has no npm
    .venv/bin/python -m tests.benchmarks.consumers FOLDER DOSSIER [--as-of TIME]

Prints of TimelineJS the events of the file, the marks and slides drawn and the messages it shows; of vis-timeline the
claims with a time, the bars it draws of them and the groups, an event each; of both what the console says.
"""

import argparse
import functools
import http.server
import json
import os
import tempfile
import threading
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

import django

django.setup()

from django.core.management import call_command
from playwright.sync_api import sync_playwright

PACKAGE = "node_modules/@knight-lab/timelinejs/dist"
PAGE = f"""<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{PACKAGE}/css/timeline.css">
<div id="t" style="width: 1200px; height: 700px"></div><script src="{PACKAGE}/js/timeline.js"></script>
<script>fetch("data.json").then((answer) => answer.json()).then((data) => new TL.Timeline("t", data, {{}}))</script>"""

VIS_PACKAGE = "node_modules/vis-timeline"
VIS_PAGE = f"""<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="{VIS_PACKAGE}/styles/vis-timeline-graph2d.min.css"><div id="t"></div>
<script src="{VIS_PACKAGE}/standalone/umd/vis-timeline-graph2d.min.js"></script><script>
fetch("data.json").then((answer) => answer.json()).then(({{ claims, events }}) => {{
  const timed = claims.filter((claim) => claim.time);
  const items = timed.map(({{ id, event, quote, time }}) => (
    {{ id, group: event, content: quote.replaceAll("<", "&lt;"), start: time.start || time.end, end: time.start && time.end }}));
  const groups = events.filter(({{ id }}) => timed.some((claim) => claim.event === id)).map(({{ id, title }}) => ({{ id, content: title }}));
  new vis.Timeline(document.getElementById("t"), new vis.DataSet(items), new vis.DataSet(groups), {{ stack: true }});
}})</script>"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """What is asked for is nobody's news."""


def serve(folder):
    """The folder on a free port of loopback, until the process ends."""
    handler = functools.partial(Quiet, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def drawn(address, *parts):
    """How many of each of these parts the page has once the first is there, and the errors of the console."""
    path = Path("/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path if path.exists() else None)
        page = browser.new_page(viewport={"width": 1240, "height": 760})
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        page.wait_for_selector(parts[0], state="attached")
        page.wait_for_timeout(2000)
        counts = [page.locator(part).count() for part in parts]
        browser.close()
    return *counts, "; ".join(errors) or "no error"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("dossier")
    arguments.add_argument("--as-of")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        Path(place, "node_modules").symlink_to((asked.folder / "node_modules").resolve())
        data, page, address = Path(place, "data.json"), Path(place, "index.html"), serve(place)
        page.write_text(PAGE)
        call_command("export", asked.dossier, format="timelinejs", output=data, as_of=asked.as_of)
        marks, slides, messages, errors = drawn(address, ".tl-timemarker", ".tl-slide", ".tl-message-full")
        events = len(json.loads(data.read_text())["events"])
        print(f"TimelineJS: {events} events: {marks} marks, {slides} slides, {messages} messages, {errors}")
        page.write_text(VIS_PAGE)
        data.unlink()
        call_command("export", asked.dossier, format="json", output=data, as_of=asked.as_of)
        bars, groups, errors = drawn(address, ".vis-foreground .vis-item", ".vis-label")
        timed = sum(bool(claim["time"]) for claim in json.loads(data.read_text())["claims"])
        print(f"vis-timeline: {timed} claims with a time: {bars} bars in {groups} groups, {errors}")


if __name__ == "__main__":
    main()
