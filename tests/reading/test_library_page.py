"""The page that offers the tagger as a library tells the truth, and the tagger starts fast."""

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "timeline" / "reading" / "README.md"
START = """
import sys
from timeline.reading.timexes import find_timexes
from timeline.reading.resolution import resolve_timexes
find_timexes("They left on Monday.")
print("dateparser" in sys.modules, "django" in sys.modules)
"""


def test_the_example_prints_what_the_page_says():
    page = PAGE.read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", page, re.DOTALL).group(1)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, str(PAGE), "exec"), {})
    for row in re.findall(r"^\| (.+?) \| (\w+) \| (\S+) \| .*? \| (.+?) \|$", page, re.MULTILINE):
        if row[0] in ("words", "---"):
            continue
        words, kind, value, trace = row
        line = next(line for line in printed.getvalue().splitlines() if line.startswith(f"{words} {kind} {value}"))
        assert all(step in line for step in trace.split("; "))


def test_the_tagger_loads_neither_dateparser_nor_django():
    done = subprocess.run(
        [sys.executable, "-c", START], check=True, capture_output=True, text=True, cwd=PAGE.parents[2]
    )
    assert done.stdout.split() == ["False", "False"]
