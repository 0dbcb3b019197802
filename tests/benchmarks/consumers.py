"""A dossier's TimelineJS file drawn by TimelineJS itself, in a real browser: how many of its events it draws.

    npm install @knight-lab/timelinejs        # in a folder of its own; no part of `make test`, which has no npm
    .venv/bin/python -m tests.benchmarks.consumers FOLDER DOSSIER [--as-of TIME]

Prints the events of the file, the marks and slides drawn, the messages TimelineJS shows, and what the console says.
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


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """What is asked for is nobody's news."""


def serve(folder):
    """The folder on a free port of loopback, until the process ends."""
    handler = functools.partial(Quiet, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def drawn(address):
    """(marks, slides, messages, errors of the console) of the page."""
    path = Path("/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path if path.exists() else None)
        page = browser.new_page(viewport={"width": 1240, "height": 760})
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        page.wait_for_selector(".tl-timemarker")
        counts = [page.locator(part).count() for part in (".tl-timemarker", ".tl-slide", ".tl-message-full")]
        browser.close()
    return *counts, errors


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("dossier")
    arguments.add_argument("--as-of")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        Path(place, "node_modules").symlink_to((asked.folder / "node_modules").resolve())
        Path(place, "index.html").write_text(PAGE)
        data = Path(place, "data.json")
        call_command("export", asked.dossier, format="timelinejs", output=data, as_of=asked.as_of)
        marks, slides, messages, errors = drawn(serve(place))
        print(
            f"{len(json.loads(data.read_text())['events'])} events: {marks} marks, {slides} slides, {messages} messages"
        )
        print("\n".join(errors) or "no error")


if __name__ == "__main__":
    main()
