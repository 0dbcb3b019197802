"""An import killed (`kill -9`) at random moments, again and again, beside one that nobody disturbs.

    .venv/bin/python -m tests.benchmarks.faults --articles 500 --kills 50 --weavings 20
    sh tests/postgres.sh .venv/bin/python -m tests.benchmarks.faults --articles 500 --kills 50 --weavings 20
    … --editors          three editors at work beside it: then the end is compared with what they were told was saved

The small version is in tests/safety/test_faults.py. A database of its own; a seed makes it the same each time but for
the machine's own pace.
"""

import argparse
import json
import random
import tempfile
import time
from pathlib import Path

from tests.benchmarks.scratch import ask, done, manage, scratch, unsound

SHIPS = ["ferry", "tanker", "trawler", "barge", "tug"]
DAYS = ["Monday", "Tuesday", "on Sunday morning", "on Saturday night", "overnight"]
VOICES = ["the harbour master", "the coast guard", "a union official", "residents", "the operator"]


def write_articles(folder, count, seed=1, first=0):
    """That many files of made-up articles that tell of a few happenings differently."""
    chance = random.Random(seed)
    for number in range(first, first + count):
        ship, day, voice = chance.choice(SHIPS), chance.choice(DAYS), chance.choice(VOICES)
        dead = chance.randrange(2, 40)
        (folder / f"{number:04}.txt").write_text(
            f"The {ship} off Port Varda\n\nTuesday 7 March 2023 {chance.randrange(10, 22)}:{number % 60:02} GMT\n\n"
            f"A {ship} sank off the port {day}, {voice} said. At least {dead} people were killed, {voice} told report "
            f"number {number}. The crew of the {ship} were rescued by noon. Police arrested the captain on Monday.\n"
        )


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


BARE = (
    "SELECT (SELECT count(*) FROM timeline_original o WHERE NOT EXISTS"
    " (SELECT 1 FROM timeline_article a WHERE a.original_id = o.id)) + (SELECT count(*) FROM timeline_article a"
    " WHERE NOT EXISTS (SELECT 1 FROM timeline_passage p WHERE p.article_id = a.id))"
)


def half_in(database):
    """Files without an article or articles without a paragraph; and what the database itself finds wrong."""
    ((bare,),) = ask(database, BARE)
    return unsound(database) + ([f"{bare} half in"] if bare else [])


def stored(database):
    return ask(database, "SELECT count(*) FROM timeline_article")[0][0]


def kill_at_random(database, folder, kills, longest, seed=1):
    """Begin the import so many times and kill it a random while after it has begun to work; how many articles each left.
    AssertionError where one left the database unsound."""
    chance = random.Random(seed)
    left = []
    for _ in range(kills):
        begun = _runs(database)
        process = manage(database, "import_articles", folder, "--dossier", "ferry")
        while process.poll() is None and _runs(database) == begun:
            time.sleep(0.02)
        time.sleep(chance.uniform(0, longest))
        _kill(process, database)
        left.append(stored(database))
    return left


def _runs(database):
    """How many imports were ever begun; before that one has only started Python."""
    return ask(database, "SELECT count(*) FROM timeline_importrun")[0][0]


def _kill(process, database):
    process.kill()
    process.communicate()
    assert half_in(database) == []


def kill_weaving(database, folder, kills, longest, seed=1):
    """Bring in one more article at a time and kill the import a random while after it is in, which is when weaving goes
    on; how many of the kills left the dossier unwoven."""
    chance, unwoven = random.Random(seed), 0
    for number in range(kills):
        write_articles(folder, 1, seed=1000 + number, first=9000 + number)
        whole = stored(database) + 1
        process = manage(database, "import_articles", folder, "--dossier", "ferry")
        while stored(database) < whole and process.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, longest))
        _kill(process, database)
        unwoven += ask(database, "SELECT count(*) FROM timeline_dossier WHERE stale")[0][0]
        assert stored(database) == whole
        done(manage(database, "import_articles", folder, "--dossier", "ferry"))
    return unwoven


def run(articles, kills, weavings=0):
    """The soak: (articles left by each kill, kills that fell into weaving, seconds of the undisturbed import)."""
    with tempfile.TemporaryDirectory() as name, scratch(name, "calm") as calm, scratch(name, "killed") as killed:
        folder = Path(name) / "articles"
        folder.mkdir()
        write_articles(folder, articles)
        for database in (calm, killed):
            done(manage(database, "migrate", "--verbosity", "0"))
        begun = time.perf_counter()
        done(manage(calm, "import_articles", folder, "--dossier", "ferry"))
        took = time.perf_counter() - begun
        left = kill_at_random(killed, folder, kills, max(0.3, 2 * took / kills))
        done(manage(killed, "import_articles", folder, "--dossier", "ferry"))
        unwoven = kill_weaving(killed, folder, weavings, took / 4)
        done(manage(calm, "import_articles", folder, "--dossier", "ferry"))
        assert half_in(killed) == []
        assert state(killed) == state(calm), "the import that was killed ended otherwise"
        return left, unwoven, took


def run_beside_editors(articles, kills, seconds):
    """The same with editors at work: (articles left by each kill, what the editors tell)."""
    from tests.benchmarks import together

    with tempfile.TemporaryDirectory() as name, scratch(name, "beside") as database:
        folder = Path(name) / "articles"
        folder.mkdir()
        write_articles(folder, articles)
        editors = together.begin_editors(database, seconds)
        left = kill_at_random(database, folder, kills, max(0.3, seconds / kills))
        told = together.told_by(editors)
        done(manage(database, "import_articles", folder, "--dossier", "ferry"))
        assert stored(database) == articles
        return left, together.checked(database, told)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--weavings", type=int, default=20)
    parser.add_argument("--editors", action="store_true")
    parser.add_argument("--seconds", type=float, default=100)
    asked = parser.parse_args()
    if asked.editors:
        found, told = run_beside_editors(asked.articles, asked.kills, asked.seconds)
        print(f"{asked.kills} kills left {found} articles; the editors lost nothing: {dict(told)}")
    else:
        found, unwoven, seconds = run(asked.articles, asked.kills, asked.weavings)
        print(f"{asked.articles} articles in {seconds:.0f} s undisturbed; {asked.kills} kills left {found} articles;")
        print(
            f"of {asked.weavings} more after the last article {unwoven} fell into weaving. After each the database was"
        )
        print("sound and no article half in; the end was that of the undisturbed import.")
