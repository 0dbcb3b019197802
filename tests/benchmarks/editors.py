"""An editor at the desk, for a soak: opens pages, changes something, sends the form, for a while; then tells what came
of it, as JSON.

    DATABASE_URL=… .venv/bin/python -m tests.benchmarks.editors NAME SECONDS SEED

What can be lost is *marks*: words added to a claim's place beside those others added. Who is told that another was
quicker opens the page again and adds the mark to what stands there now.
"""

import json
import random
import re
import sys
import time
from collections import Counter

import django

django.setup()

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.pages import fields_of
from timeline.models import Claim

settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WEIGHTS = {"mark": 5, "judge": 4, "retime": 2, "rule": 2, "move": 1, "list": 1}
# All editors work at the same few claims.
FEW = 8
FINE = {302, 409, 503, 404}


class Editor:
    def __init__(self, name, seed):
        self.name, self.chance = name, random.Random(seed)
        self.client = Client(SERVER_NAME="localhost", raise_request_exception=False)
        self.client.force_login(User.objects.get(username=name))
        self.counts, self.faults, self.marks, self.slowest = Counter(), [], [], 0.0

    def work(self, seconds):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            few = list(Claim.objects.order_by("pk").select_related("event", "article").defer("article__text")[:FEW])
            if not few:
                time.sleep(0.2)
                continue
            claim = self.chance.choice(few)
            (do,) = self.chance.choices(list(WEIGHTS), WEIGHTS.values())
            getattr(self, do)(claim)

    def opened(self, address):
        answer = self.client.get(address)
        if answer.status_code not in {200, 302, 404}:
            self.faults.append(f"GET {address}: {answer.status_code}")
        return fields_of(answer) if answer.status_code == 200 else None

    def send(self, do, address, form):
        begun = time.monotonic()
        answer = self.client.post(address, form)
        self.slowest = max(self.slowest, time.monotonic() - begun)
        self.counts[f"{do} {answer.status_code}"] += 1
        if answer.status_code not in FINE:
            said = re.findall(r'<ul class="errorlist.*?</ul>', answer.text, re.DOTALL)
            self.faults.append(f"{do} {address}: {answer.status_code} {said}")
        return answer

    def insist(self, do, address, answer):
        """Once it was told, save all the same, now and then."""
        if answer.status_code == 409 and self.chance.random() < 0.5:
            self.send(do, address, fields_of(answer))

    def mark(self, claim):
        mark = f"{self.name}{len(self.marks)};"
        address = reverse("admin:timeline_claim_change", args=[claim.pk])
        for _ in range(20):
            form = self.opened(address)
            if form is None or len(form["place"]) > 180:
                return
            time.sleep(self.chance.uniform(0, 0.2))
            if self.send("mark", address, form | {"place": form["place"] + mark}).status_code == 302:
                self.marks.append((claim.pk, mark))
                return

    def _step(self, do, claim, **typed):
        address = reverse("admin:timeline_article_work", args=[claim.article_id])
        if form := self.opened(f"{address}?claim={claim.pk}"):
            time.sleep(self.chance.uniform(0, 0.1))
            kept = {"seen": form["seen"], "claim": claim.pk, "do": do}
            self.insist(do, address, self.send(do, address, kept | typed))

    def judge(self, claim):
        self._step(self.chance.choice(["accept", "reject", "unsure"]), claim)

    def retime(self, claim):
        self._step("retime", claim, when=f"2023-03-0{self.chance.randrange(1, 8)}")

    def move(self, claim):
        self._step("move", claim, title=f"by {self.name}")

    def rule(self, claim):
        address = reverse("admin:timeline_ruling_add")
        if claim.event_id and (form := self.opened(address)):
            form |= {"event": claim.event_id, "reason": f"by {self.name}", "state": "ruled", "confidence": "low"}
            self.insist("rule", address, self.send("rule", address, form))

    def list(self, claim):
        address = reverse("admin:timeline_claim_changelist")
        form = self.opened(address)
        if form is not None:
            form |= {"action": self.chance.choice(["accept", "reject"]), "_selected_action": [claim.pk]}
            self.insist("list", address, self.send("list", address, form))


def main(name, seconds, seed):
    editor = Editor(name, seed)
    editor.work(seconds)
    told = {"counts": editor.counts, "faults": editor.faults, "marks": editor.marks, "slowest": editor.slowest}
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))
