"""Fit the weights by which claims are grouped into events, on dossiers whose events a careful reader has marked.

    python -m tests.benchmarks.linkage GOLD.json FOLDER [GOLD.json FOLDER ...] [--scorer score.py] [--write]

For each dossier in turn the weights are fitted on the others and the events they give are scored (CoNLL F1), beside those
by weights fitted on all; `--write` puts the latter into `timeline/reading/lexicon/linkage.py`. Every dossier counts alike,
however many claims it has. The method is logistic regression with a small ridge, by Newton's steps (C. Bishop, "Pattern
Recognition and Machine Learning", 2006, section 4.3.3), over all pairs of marked claims.
"""

import argparse
import importlib.util
import json
import math
import os
import sys
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType

os.environ["DATABASE_URL"] = "sqlite://:memory:"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

from django.core.management import call_command

from tests.benchmarks.claims import imported
from timeline.exports.exchange import export_json
from timeline.reading import events, linkage
from timeline.reading.accounts import Account
from timeline.reading.lexicon import linkage as lexicon
from timeline.services.accounts import accounts_of

RIDGE = 0.5  # against weights that a handful of pairs decide
STEPS = 12
JOINING = 1.5  # added to what any two claims have against them: the mean over an event's claims is a strict judge
# What is asked only of two claims that both have a word for a happening, and only where one has none.
OF_BOTH = {"one family", "one topic", "name shared"}
OF_BARE = {"both bare", "one bare", "one figure", "one hour"}
# What a careful editor would never set aside, however rare it is among the marked pairs: these are not fitted.
FIXED = {"days apart by their own words": -8.0, "other places": -4.0}
TARGET = Path(lexicon.__file__)

Pair = tuple[dict[str, float], bool]
Weights = dict[str, float]


class Marked:
    """A dossier's accounts and, for those a marked claim was found for, its number and the events it may be in."""

    def __init__(self, gold: Path, folder: Path, scorer: ModuleType) -> None:
        self.name = gold.stem
        dossier = imported(gold, folder)
        export = json.loads(json.dumps(export_json(dossier)))
        wanted = list(scorer.gold_claims(json.loads(gold.read_text("utf-8"))))
        told = list(scorer.predicted_claims(export, {claim.file for claim in wanted}))
        pairs, _ = scorer.match(wanted, told)
        self.apart = 0.0  # CoNLL F1 with weights fitted on the other dossiers
        self.accounts: list[Account] = list(accounts_of(dossier))
        self.events = {p.id: (pairs[p.id].id, tuple(pairs[p.id].events)) for p in told if p.id in pairs}

    def pairs(self) -> list[Pair]:
        evidence = linkage.Evidence(self.accounts)
        found = [(evidence.facts[i], frozenset(marked)) for i, (_, marked) in self.events.items()]
        return [
            (evidence.questions(one, other), bool(here & there))
            for place, (one, here) in enumerate(found)
            for other, there in found[:place]
        ]

    def score(self, scorer: ModuleType) -> float:
        """CoNLL F1 of the events made with the weights as they stand."""
        groups = events.group_accounts(self.accounts)
        mine = {a.id: number for number, group in enumerate(groups) for a in group.accounts if a.id in self.events}
        company: dict[int, Counter[str]] = defaultdict(Counter)
        for account, number in mine.items():
            company[number][self.events[account][1][0]] += 1
        gold = {self.events[a][0]: max(self.events[a][1], key=lambda e: company[n][e]) for a, n in mine.items()}
        return float(100 * scorer.grouping(gold, {self.events[a][0]: n for a, n in mine.items()})[0])


def fit(dossiers: list[list[Pair]], bare: bool) -> Weights:
    """The weights under which the marked pairs are likeliest: those in which a claim has no word for a happening, or the
    others."""
    unasked = FIXED.keys() | (OF_BOTH if bare else OF_BARE)
    names = [name for name in dossiers[0][0][0] if name not in unasked]
    weights = [0.0] * len(names)
    rows = [
        ([q[n] for n in names], sum(w * q[n] for n, w in FIXED.items()), same, 1000 / len(pairs))
        for pairs in dossiers
        for q, same in pairs
        if bool(q["both bare"] or q["one bare"]) == bare
    ]
    for _ in range(STEPS):
        gradient = [-RIDGE * w for w in weights]
        hessian = [[RIDGE * (i == j) for j in range(len(names))] for i in range(len(names))]
        for values, given, same, share in rows:
            held = [(i, v) for i, v in enumerate(values) if v]
            odds = given + sum(weights[i] * v for i, v in held)
            likely = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
            slope, bend = share * (same - likely), share * likely * (1 - likely)
            for i, v in held:
                gradient[i] += slope * v
                row, scaled = hessian[i], bend * v
                for j, u in held:
                    row[j] += scaled * u
        weights = [w + step for w, step in zip(weights, solve(hessian, gradient), strict=True)]
    return dict(zip(names, weights, strict=True)) | FIXED


def solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """The x with matrix · x = vector, by elimination with the greatest pivot."""
    size = len(vector)
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda r: abs(rows[r][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(column + 1, size):
            factor = rows[row][column] / rows[column][column]
            rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    result = [0.0] * size
    for row in reversed(range(size)):
        known = sum(rows[row][k] * result[k] for k in range(row + 1, size))
        result[row] = (rows[row][size] - known) / rows[row][row]
    return result


def use(dossiers: list[list[Pair]]) -> None:
    """From now on claims are grouped by the weights fitted on these pairs."""
    for bare, weights in enumerate((lexicon.WEIGHTS, lexicon.BARE)):
        weights.clear()
        weights.update(fit(dossiers, bool(bare)))
    lexicon.WEIGHTS["any two"] += JOINING


def written() -> str:
    tables = ""
    for table, weights in (("WEIGHTS", lexicon.WEIGHTS), ("BARE", lexicon.BARE)):
        lines = "".join(f'    "{name}": {weight:.2f},\n' for name, weight in weights.items())
        tables += f"\n{table}: dict[str, float] = {{\n{lines}}}\n"
    return TARGET.read_text("utf-8").split("\nWEIGHTS:", 1)[0] + tables


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path, metavar="GOLD.json FOLDER")
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--write", action="store_true", help="keep the weights fitted on all")
    arguments = parser.parse_args()
    golds, folders = arguments.paths[::2], arguments.paths[1::2]
    spec = importlib.util.spec_from_file_location("score", arguments.scorer or golds[0].parent / "score.py")
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(Path(spec.origin or "").parent))
    spec.loader.exec_module(scorer)
    call_command("migrate", verbosity=0)
    dossiers = [Marked(gold, folder, scorer) for gold, folder in zip(golds, folders, strict=True)]
    pairs = [dossier.pairs() for dossier in dossiers]
    for place, dossier in enumerate(dossiers):
        if len(dossiers) > 1:
            use(pairs[:place] + pairs[place + 1 :])
            dossier.apart = dossier.score(scorer)
    use(pairs)
    for dossier in dossiers:
        print(f"{dossier.name:<24} left out {dossier.apart:5.1f}   all {dossier.score(scorer):5.1f}")
    for weights in (lexicon.WEIGHTS, lexicon.BARE):
        print("", *(f"{weight:6.2f}  {name}" for name, weight in weights.items()), sep="\n")
    if arguments.write:
        TARGET.write_text(written(), "utf-8")


if __name__ == "__main__":
    main()
