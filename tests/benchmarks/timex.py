"""Score the tagger of time expressions on folders of TimeML documents.

    python -m tests.benchmarks.timex FOLDER... [--part held|tune|all] [--scorer score.py] [--errors]
                                               [--peers [--peers-python PYTHON]]

Reads FOLDER/*.tml (not below it), strips the marks, tags the plain text with the document creation time as anchor, and
prints the scorer's table unchanged, then documents per second, warm. The scorer is `--scorer`, else the variable
TIMEX_SCORER, else ../shared/bench/timex/score.py beside the project. `--part` scores the part of the documents that
rules were tuned on, or the part held back (every fifth by name; see RESULTS.md). `--errors` passes the scorer's list of
errors on, and is refused for anything but the tuning part. `--peers` also runs other tools by the drivers in peers/
beside the scorer, with the Python they are installed in (`--peers-python`); what is not installed is named and left out.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from timeline.reading.anchors import UNKNOWN, Anchor
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.resolution import resolve_timexes
from timeline.reading.timexes import find_timexes

PROJECT = Path(__file__).resolve().parents[2]
DEFAULT_SCORER = PROJECT.parent / "shared" / "bench" / "timex" / "score.py"
PEERS = {
    "dateparser": ("peers.py", "dateparser-default", "{inputs}", "{out}"),
    "dateparser, guarded": ("peers.py", "dateparser-guarded", "{inputs}", "{out}"),
    "Recognizers-Text": ("peers.py", "recognizers", "{inputs}", "{out}"),
    "heideltime with TreeTagger": ("heideltime.py", "{inputs}", "{out}", "TREETAGGER"),
}
HELD_BACK = 5  # every fifth document by name is held back


@dataclass(frozen=True)
class Marked:
    """A TimeML document: its name, its creation time ("1989-11-02", maybe with a time behind it), its plain text."""

    doc: str
    created: str
    text: str
    path: Path


def read_marked(path: Path) -> Marked:
    root = ET.parse(path).getroot()
    body = root.find(".//TEXT")
    times = [*root.iterfind(".//DCT//TIMEX3")]
    times += [timex for timex in root.iter("TIMEX3") if timex.get("functionInDocument") == "CREATION_TIME"]
    created = times[0].get("value", "") if times else ""
    return Marked(path.stem, created, "".join(body.itertext()) if body is not None else "", path)


def part_of(folder: Path, part: str) -> Iterator[Path]:
    for number, path in enumerate(sorted(folder.glob("*.tml"))):
        held = number % HELD_BACK == HELD_BACK - 1
        if part == "all" or held == (part == "held"):
            yield path


def anchor_of(created: str) -> Anchor:
    """The creation time as an anchor of a day, its zone unknown."""
    try:
        local = datetime.fromisoformat(created[:19].removesuffix("TNI"))
    except ValueError:
        try:
            local = datetime.fromisoformat(created[:10])
        except ValueError:
            return UNKNOWN
    day = local.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
    return Anchor(Interval(day, day + timedelta(days=1)), local, Granularity.DAY, "unknown", "page metadata", "unknown")


def tag(document: Marked) -> list[dict[str, object]]:
    timexes = find_timexes(document.text)
    times = resolve_timexes(document.text, timexes, anchor_of(document.created))
    return [{"start": t.timex.start, "end": t.timex.end, "type": t.timex.type, "value": t.value} for t in times]


def write_predictions(documents: list[Marked], path: Path) -> None:
    with path.open("w", encoding="utf-8") as out:
        for document in documents:
            out.write(json.dumps({"doc": document.doc, "timexes": tag(document)}) + "\n")


def score(documents: list[Marked], scorer: Path, extra: list[str], work: Path) -> str:
    """What the scorer prints for these documents alone."""
    gold = work / "gold"
    gold.mkdir()
    for document in documents:
        (gold / document.path.name).write_bytes(document.path.read_bytes())
    predictions = work / "predictions.jsonl"
    write_predictions(documents, predictions)
    command = [sys.executable, str(scorer), str(gold), str(predictions), *extra]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def run_peers(documents: list[Marked], scorer: Path, python: str, work: Path) -> Iterator[str]:
    """The scorer's table and the driver's own timing for every peer that is installed."""
    inputs = work / "inputs.jsonl"
    rows = [{"doc": d.doc, "dct": d.created, "text": d.text} for d in documents]
    inputs.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for name, driver in PEERS.items():
        if name.startswith("heideltime") and shutil.which("java") is None:
            yield f"{name}: no java here"
            continue
        predictions = work / f"{name}.jsonl"
        arguments = [str(part).format(inputs=inputs, out=predictions) for part in driver]
        command = [python, str(scorer.parent / "peers" / arguments[0]), *arguments[1:]]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            yield f"{name}: not run here ({(done.stderr.strip().splitlines() or ['no reason given'])[-1]})"
            continue
        table = [sys.executable, str(scorer), str(work / "gold"), str(predictions)]
        printed = subprocess.run(table, check=True, capture_output=True, text=True).stdout
        yield f"{name}\n{printed}{done.stderr.strip()}"


def speed(documents: list[Marked]) -> str:
    """Documents per second of a warm pass on one core, and what that is for documents of 1,900 characters."""
    for document in documents:
        tag(document)
    began = time.perf_counter()
    for document in documents:
        tag(document)
    seconds = time.perf_counter() - began
    characters = sum(len(document.text) for document in documents)
    return f"{len(documents) / seconds:.0f} documents/s warm; {characters / 1900 / seconds:.0f} documents of 1,900 characters/s"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--part", choices=("held", "tune", "all"), default="all")
    parser.add_argument("--scorer", type=Path, default=Path(os.environ.get("TIMEX_SCORER", DEFAULT_SCORER)))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--peers-python", default=sys.executable)
    arguments = parser.parse_args()
    if arguments.errors and arguments.part != "tune":
        parser.error("--errors is for the tuning part only (--part tune): errors held back are not looked at")
    documents = [read_marked(path) for folder in arguments.folders for path in part_of(folder, arguments.part)]
    with tempfile.TemporaryDirectory() as work:
        print(score(documents, arguments.scorer, ["--errors"] if arguments.errors else [], Path(work)), end="")
        print(speed(documents))
        if arguments.peers:
            for report in run_peers(documents, arguments.scorer, arguments.peers_python, Path(work)):
                print(f"\n{report}")


if __name__ == "__main__":
    main()
