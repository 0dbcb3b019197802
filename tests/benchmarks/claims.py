"""Score the reader on dossiers whose claims, events and conflicts a careful reader has marked.

    python -m tests.benchmarks.claims GOLD.json FOLDER [GOLD.json FOLDER ...] [--errors] [--scorer score.py]

Each FOLDER of articles is imported into a database in memory by `manage.py import_articles`, exported as JSON and
compared with its table GOLD.json by the scorer (`--scorer`, else the variable CLAIMS_SCORER, else `score.py` beside the
first GOLD.json); its output is printed unchanged. The time zone of the place is the table's `about.zone`.
Then: articles of 4,000 characters read a minute, from the same texts, and the seconds it takes to weave them.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["DATABASE_URL"] = "sqlite://:memory:"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

import django

django.setup()

from django.core.management import call_command

from timeline import services
from timeline.exports.exchange import export_json
from timeline.models import Article, Dossier
from timeline.reading.anchors import Known
from timeline.reading.documents import Document
from timeline.reading.reader import read

ARTICLE = 4_000  # characters of a usual article


def imported(gold: Path, folder: Path) -> Dossier:
    """The dossier of a folder, imported as anyone would."""
    zone = json.loads(gold.read_text("utf-8"))["about"]["zone"]
    with open(os.devnull, "w") as silence:
        call_command(
            "import_articles",
            str(folder),
            dossier=gold.stem,
            title=gold.stem,
            zone=zone,
            stdout=silence,
            stderr=silence,
        )
    return Dossier.objects.get(slug=gold.stem)


def scored(gold: Path, dossier: Dossier, scorer: Path, errors: bool) -> str:
    """What the scorer prints of the dossier's export."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.json"
        path.write_text(json.dumps(export_json(dossier)), "utf-8")
        command = [sys.executable, str(scorer), str(gold), str(path), *(["--errors"] if errors else [])]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def reading_speed() -> str:
    """How many usual articles are read in a minute, warm, on one core."""
    texts = list(Article.objects.values_list("text", flat=True))
    for text in texts:
        read(Document(text), Known())
    started = time.process_time()
    for text in texts:
        read(Document(text), Known())
    spent = time.process_time() - started
    return f"{sum(map(len, texts)) / ARTICLE / spent * 60:,.0f} articles of {ARTICLE:,} characters a minute"


def weaving_speed(dossier: Dossier) -> str:
    started = time.process_time()
    services.weave_dossier(dossier=dossier)
    return f"{dossier.claims.count():,} claims woven in {time.process_time() - started:.2f} s"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="+", type=Path, metavar="GOLD FOLDER")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--scorer", type=Path)
    arguments = parser.parse_args()
    if len(arguments.pairs) % 2:
        parser.error("a table needs its folder of articles")
    golds, folders = arguments.pairs[::2], arguments.pairs[1::2]
    scorer = arguments.scorer or Path(os.environ.get("CLAIMS_SCORER") or golds[0].with_name("score.py"))
    call_command("migrate", verbosity=0)
    for gold, folder in zip(golds, folders, strict=True):
        dossier = imported(gold, folder)
        print(f"## {gold.stem}", scored(gold, dossier, scorer, arguments.errors), weaving_speed(dossier), sep="\n")
    print(reading_speed())


if __name__ == "__main__":
    main()
