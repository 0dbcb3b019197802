"""An import killed (`kill -9`) at random moments, again and again, beside one that nobody disturbs.

    .venv/bin/python -m tests.benchmarks.faults --articles 500 --kills 50

The small version is in tests/safety/test_faults.py. SQLite in a temporary folder; a seed makes it the same each time
but for the machine's own pace.
"""

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SHIPS = ["ferry", "tanker", "trawler", "barge", "tug"]
DAYS = ["Monday", "Tuesday", "on Sunday morning", "on Saturday night", "overnight"]
VOICES = ["the harbour master", "the coast guard", "a union official", "residents", "the operator"]


def write_articles(folder, count, seed=1):
    """That many files of made-up articles that tell of a few happenings differently."""
    chance = random.Random(seed)
    for number in range(count):
        ship, day, voice = chance.choice(SHIPS), chance.choice(DAYS), chance.choice(VOICES)
        dead = chance.randrange(2, 40)
        (folder / f"{number:04}.txt").write_text(
            f"The {ship} off Port Varda\n\nTuesday 7 March 2023 {chance.randrange(10, 22)}:{number % 60:02} GMT\n\n"
            f"A {ship} sank off the port {day}, {voice} said. At least {dead} people were killed, {voice} told report "
            f"number {number}. The crew of the {ship} were rescued by noon. Police arrested the captain on Monday.\n"
        )


def manage(database, *arguments, **options):
    command = [sys.executable, str(ROOT / "manage.py"), *map(str, arguments)]
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{database}"}
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **options
    )


def done(process):
    out, _ = process.communicate()
    assert process.returncode == 0, process.args
    return out


def state(database):
    """What the dossier says, without the numbers that rows happened to get."""
    told = json.loads(done(manage(database, "export", "ferry")))
    articles = {one.pop("id"): one for one in told["articles"]}
    claims = {one["id"]: one for one in told["claims"]}

    def name(pk):
        return (articles[claims[pk]["article"]]["file"], claims[pk]["start"], claims[pk]["type"])

    events = {one["id"]: sorted(map(name, one["claims"])) for one in told["events"]}
    titles = {one["id"]: (one["title"], one["origins"], str(one["supported"])) for one in told["events"]}
    return {
        "articles": sorted(map(str, articles.values())),
        "claims": sorted((*name(pk), one["quote"], str(one["time"])) for pk, one in claims.items()),
        "events": sorted((titles[pk], members) for pk, members in events.items()),
        "conflicts": sorted(
            (events[one["event"]], one["kind"], one["why"], sorted(sorted(map(name, side)) for side in one["sides"]))
            for one in told["conflicts"]
        ),
    }


def half_in(database):
    """Files without an article or articles without a paragraph; and what the database itself finds wrong."""
    with closing(sqlite3.connect(database)) as connection:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
        (bare,) = connection.execute(
            "SELECT (SELECT count(*) FROM timeline_original o WHERE NOT EXISTS"
            " (SELECT 1 FROM timeline_article a WHERE a.original_id = o.id)) + (SELECT count(*) FROM timeline_article a"
            " WHERE NOT EXISTS (SELECT 1 FROM timeline_passage p WHERE p.article_id = a.id))"
        ).fetchone()
    return ([] if sound == "ok" else [sound]) + dangling + ([f"{bare} half in"] if bare else [])


def stored(database):
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT count(*) FROM timeline_article").fetchone()[0]


def kill_at_random(database, folder, kills, longest, seed=1):
    """Begin the import so many times and kill it after a random while; how many articles each left. AssertionError
    where one left the database unsound."""
    chance = random.Random(seed)
    left = []
    for _ in range(kills):
        process = manage(database, "import_articles", folder, "--dossier", "ferry")
        time.sleep(chance.uniform(0.3, longest))
        process.kill()
        process.communicate()
        assert half_in(database) == []
        left.append(stored(database))
    return left


def run(articles, kills):
    """The soak: (articles left by each kill, seconds of the undisturbed import)."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder = place / "articles"
        folder.mkdir()
        write_articles(folder, articles)
        calm, killed = place / "calm.sqlite3", place / "killed.sqlite3"
        for database in (calm, killed):
            done(manage(database, "migrate", "--verbosity", "0"))
        begun = time.perf_counter()
        done(manage(calm, "import_articles", folder, "--dossier", "ferry"))
        took = time.perf_counter() - begun
        left = kill_at_random(killed, folder, kills, max(1.5, 2 * took / kills))
        done(manage(killed, "import_articles", folder, "--dossier", "ferry"))
        assert half_in(killed) == []
        assert state(killed) == state(calm), "the import that was killed ended otherwise"
        return left, took


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--kills", type=int, default=50)
    asked = parser.parse_args()
    found, seconds = run(asked.articles, asked.kills)
    print(f"{asked.articles} articles in {seconds:.0f} s undisturbed; {asked.kills} kills left {found} articles")
    print("After each the database was sound and no article half in; the end was that of the undisturbed import.")
