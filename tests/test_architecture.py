"""The walls of the house: what may import what, who may write, and that the code knows none of the seeds."""

import ast
import hashlib
import re
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from django.conf import settings

PACKAGE = settings.BASE_DIR / "timeline"
CORE = PACKAGE / "reading"
MODULES = {
    ".".join(path.relative_to(settings.BASE_DIR).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
TREES = {name: ast.parse(path.read_text()) for name, path in MODULES.items()}
READING = {name: tree for name, tree in TREES.items() if name.startswith("timeline.reading")}
# In the order of DESIGN.md: a stage may use those before it. What is not a stage serves any that asks.
STAGES = [
    "documents", "furniture", "anchors", "sentences", "timexes", "resolution", "attribution", "claims",
    "origins", "events", "conflicts", "reader",
]  # fmt: skip
STANDARD = {
    "bisect", "collections", "contextlib", "dataclasses", "datetime", "difflib", "enum", "functools", "heapq",
    "itertools", "math", "operator", "re", "string", "types", "typing", "unicodedata", "zoneinfo",
}  # fmt: skip
# Calls that reach outside of the text: files, the process, the clock.
OUTSIDE = {"open", "input", "print", "exec", "eval", "__import__"}
CLOCK = {"now", "today", "utcnow", "time", "localtime", "time_ns", "monotonic"}
WRITES = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete"}


def imports(tree):
    """The modules a tree imports, as far as their names can tell (`from a import b` may be the module a.b)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reached(name):
    """The modules of the project a module imports, however far away."""
    seen, waiting = set(), [name]
    while waiting:
        for found in imports(TREES[waiting.pop()]):
            if found in TREES and found not in seen:
                seen.add(found)
                waiting.append(found)
    return seen


def calls(tree):
    """The calls in a tree: (the node, the name of what is called)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            yield node, called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


@pytest.mark.parametrize("name", READING)
def test_the_core_imports_nothing_but_itself_and_plain_tools(name):
    for found in imports(READING[name]):
        root = found.split(".")[0]
        assert root in STANDARD | {"dateparser"} or found.startswith("timeline.reading"), found


@pytest.mark.parametrize("name", READING)
def test_the_core_opens_no_file_and_reads_no_clock(name):
    for node, called in calls(READING[name]):
        plain = isinstance(node.func, ast.Name)
        assert not (plain and called in OUTSIDE), f"line {node.lineno}: {called}"
        on = getattr(getattr(node.func, "value", None), "id", "")
        assert not (called in CLOCK and on in {"datetime", "date", "time"}), f"line {node.lineno}: {on}.{called}"


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_no_later_one(stage):
    later = {f"timeline.reading.{name}" for name in STAGES[STAGES.index(stage) + 1 :]}
    assert not reached(f"timeline.reading.{stage}") & later


@pytest.mark.parametrize("name", [name for name in READING if ".lexicon" in name])
def test_the_lexicon_is_data(name):
    assert all(found.startswith("timeline.reading.lexicon") for found in reached(name))
    assert not any(isinstance(node, ast.While | ast.Try) for node in ast.walk(READING[name]))


@pytest.mark.parametrize("name", READING)
def test_no_module_imports_itself_by_a_way_round(name):
    assert name not in reached(name)


@pytest.mark.parametrize("name", [name for name in TREES if not re.match(r"timeline\.(services|migrations)", name)])
def test_only_services_write(name):
    for node, called in calls(TREES[name]):
        unsaved = any(word.arg == "commit" and ast.unparse(word.value) == "False" for word in node.keywords)
        assert called not in WRITES or unsaved, f"line {node.lineno}: {ast.unparse(node)}"
        managed = isinstance(node.func, ast.Attribute) and "objects" in ast.unparse(node.func)
        assert not (called == "update" and managed), f"line {node.lineno}: {ast.unparse(node)}"


def test_selectors_and_the_core_know_nothing_of_the_services():
    for name in TREES:
        if name.startswith(("timeline.selectors", "timeline.reading", "timeline.models")):
            assert not any(found.startswith("timeline.services") for found in reached(name)), name


def test_nothing_is_caught_blindly():
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, name
                assert ast.unparse(node.type) not in {"Exception", "BaseException"}, f"{name}, line {node.lineno}"


def test_modules_stay_short():
    tables = CORE / "lexicon"
    allowed = {PACKAGE / "models.py"}
    long = {
        str(path.relative_to(settings.BASE_DIR)): lines
        for path in MODULES.values()
        if tables not in path.parents and path not in allowed and "migrations" not in path.parts
        for lines in [path.read_text().count("\n")]
        if lines > 320
    }
    assert not long


# --- the code knows none of the seeds -----------------------------------------------------------------------------

WORD = re.compile(r"[^\W\d_]+")
# Words that are written with a capital in the seeds, and are anybody's: calendar, countries and peoples, great
# agencies, platforms and armed groups, parts of titles and of page furniture.
GENERAL = set(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    afghan afghans afghanistan american americans asian iran iranian iraq pakistan qatar tajikistan uzbekistan russia
    united states america europe washington west western north northern south southern
    reuters bbc facebook twitter nato pentagon taliban qaeda islamist islamic al
    armed air army force forces base big bureau center centre central chief commander council defence defense deputy
    directorate district foreign governor imam independent intelligence interior media military minister ministry mod
    national office pac police president press prime provincial province regional reply security special spokesman state
    tactical tech training local video videos podcasts
    access across additional all although any as at be because before both breaking but by click comments earlier
    email even every fleeing footage from has here heavy his icon in it last militants more most negotiations officials other
    people please required residents right share since smoke speaking talks thank the their then they this those until
    today up we when where which will with your
    """.split()
)
# Given names that stand in a list of words in a table, for the ending they share.
IN_TABLES = {"sayed"}


def names_of_the_seeds():
    """Words that are written with a capital inside sentences, and never without: names, but for general words."""
    text = "\n".join(path.read_text() for path in sorted((settings.BASE_DIR / "seeds").glob("*.txt")))
    small = set(re.findall(r"(?<![\w-])[a-z]+(?!-)", text))
    cities = {part.lower() for zone in available_timezones() for part in zone.split("/")[1:]}
    inside = {m.group() for m in re.finditer(r"(?<=[a-z,”] )[A-Z][^\W\d_]+|(?<=[A-Z][a-z]{2} )[A-Z][^\W\d_]+", text)}
    # A name may open a sentence too: "Fawad Aman, …"; or stand in capitals or as a handle under a post.
    inside |= {m.group(1) for m in re.finditer(r"(?m)^([A-Z][a-z]+) [A-Z][a-z]+", text)}
    inside |= set(re.findall(r"(?<=[\w-]-)[A-Z][^\W\d_]+|[A-Z][^\W\d_]+(?=-\w-[A-Z])", text))
    inside |= {
        name for m in re.finditer(r"— ([^()\n]+) \(@(\w+)\)", text) for name in (*m.group(1).split(), m.group(2))
    }
    # Written small by one of the articles, which spells it "khaama Press" once.
    inside |= {"Khaama"}
    found = {word.lower() for word in inside if len(word) > 2}
    return {word for word in found if word == "khaama" or word not in small | GENERAL | cities}


def test_the_names_of_the_seeds_are_known_to_this_test():
    names = names_of_the_seeds()
    assert {"shams", "badghis", "qala", "naw", "bek", "khaama", "fawad", "aman", "sarwary", "bagram", "nezami"} <= names
    assert not names & {"july", "wednesday", "reuters", "afghanistan", "fighters", "ministry", "city", "escaped"}
    assert len(names) > 50


@pytest.mark.parametrize("path", MODULES.values(), ids=list(MODULES))
def test_the_code_knows_no_name_of_the_seeds(path):
    allowed = IN_TABLES if path.parent.name == "lexicon" else set()
    words = {word.lower() for word in WORD.findall(path.read_text())}
    assert words & (names_of_the_seeds() - allowed) == set()


def test_the_templates_know_no_name_of_the_seeds():
    names = names_of_the_seeds()
    for folder in ("templates", "static"):
        for path in Path(settings.BASE_DIR / folder).rglob("*.*"):
            if path.suffix == ".png":
                continue
            words = {word.lower() for word in WORD.findall(path.read_text())}
            assert not words & names, path


def test_the_seeds_are_as_they_were_received():
    """Their digests, so that no tool (or editor's white space) ever mends them."""
    seeds = (settings.BASE_DIR / "seeds").glob("*.txt")
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in seeds}
    assert found == DIGESTS


DIGESTS = {
    "000_81125bd3bac9b4ee.txt": "9cd9dfca85fc1ef4",
    "001_abf574ae0a169ab9.txt": "b703eead77576a39",
    "002_6cbc65840eaebfc3.txt": "12d1529759ec13a9",
    "003_10953b9a9339c1bf.txt": "b093746a41179382",
    "004_d25d131acf902c56.txt": "88bbd5a6bad5bbbd",
}
