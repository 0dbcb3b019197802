"""Two imports and three editors at one dossier at once: no lost update, no deadlock, no fault.

    .venv/bin/python -m tests.benchmarks.together --seconds 120                                # SQLite
    sh tests/postgres.sh .venv/bin/python -m tests.benchmarks.together --seconds 120          # PostgreSQL

The imports bring in their halves of the articles again and again, as with a reader that has changed each time, until
the editors are done. The small version is in tests/safety/test_together.py.
"""

import argparse
import json
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.benchmarks.faults import half_in, write_articles
from tests.benchmarks.scratch import ask, done, manage, on_postgres, python, scratch

EDITORS = ("ann", "ben", "cid")
MAKE = "from django.contrib.auth.models import User\nfor name in {}: User.objects.create_superuser(name)"
# As if the reader had become another: every article is read again by the next import.
FORGET = "from timeline.models import Article; Article.objects.update(reader='older')"


def run(seconds, articles):
    """What the editors tell, summed up, and how many imports ended. AssertionError where anything was lost."""
    with tempfile.TemporaryDirectory() as name, scratch(name, "together") as database:
        halves = _halves(Path(name), articles)
        editors = begin_editors(database, seconds)
        imports = _import(database, halves, editors)
        return checked(database, told_by(editors)), imports


def begin_editors(database, seconds):
    """Set the database up, and three editors to work in it for so long."""
    done(manage(database, "migrate", "--verbosity", "0"))
    done(manage(database, "shell", "--verbosity", "0", "-c", MAKE.format(EDITORS)))
    return [
        python(database, "-m", "tests.benchmarks.editors", editor, seconds, seed) for seed, editor in enumerate(EDITORS)
    ]


def told_by(editors):
    return [json.loads(done(editor)) for editor in editors]


def _halves(place, articles):
    halves = [place / "left", place / "right"]
    for seed, half in enumerate(halves, start=1):
        half.mkdir()
        write_articles(half, articles // 2, seed)
    return halves


def _import(database, halves, editors):
    """Import both halves at once, again and again, until the editors are done; how many imports came through."""
    ended = 0
    while ended == 0 or any(editor.poll() is None for editor in editors):
        both = [manage(database, "import_articles", half, "--dossier", "ferry") for half in halves]
        for one in both:
            done(one)
            ended += 1
        done(manage(database, "shell", "--verbosity", "0", "-c", FORGET))
    return ended


def checked(database, told):
    """The counts of all editors; everything they were told was saved is there."""
    assert half_in(database) == []
    faults = [fault for one in told for fault in one["faults"]]
    assert faults == [], "\n".join(faults)
    places = dict(ask(database, "SELECT id, place FROM timeline_claim"))
    lost = [mark for one in told for claim, mark in one["marks"] if mark not in places[claim]]
    assert lost == [], lost
    counts = sum((Counter(one["counts"]) for one in told), Counter())
    counts["marks"] = sum(len(one["marks"]) for one in told)
    counts["slowest seconds"] = round(max(one["slowest"] for one in told), 1)
    judged = sum(counts[f"{do} 302"] for do in ("accept", "reject", "unsure", "list"))
    assert ask(database, "SELECT count(*) FROM timeline_judgement") == [(judged,)]
    assert ask(database, "SELECT count(*) FROM timeline_ruling") == [(counts["rule 302"],)]
    stamps = ask(database, "SELECT count(*) FROM timeline_timestamp WHERE \"by\" = 'editor'")
    assert stamps == [(counts["retime 302"],)]
    doubled = 'SELECT event_id FROM timeline_ruling WHERE superseded_by_id IS NULL GROUP BY event_id, kind, "of"'
    assert ask(database, f"{doubled} HAVING count(*) > 1") == []
    return counts


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--articles", type=int, default=200)
    asked = parser.parse_args()
    begun = time.monotonic()
    found, ended = run(asked.seconds, asked.articles)
    kind = "PostgreSQL" if on_postgres() else "SQLite"
    print(f"{kind}: {ended} imports and {len(EDITORS)} editors in {time.monotonic() - begun:.0f} s; nothing lost")
    for key, count in sorted(found.items()):
        print(f"  {key}: {count}")
