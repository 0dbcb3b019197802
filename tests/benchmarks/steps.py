"""What else is done with a generated dossier, each in a process of its own: weaving, exports; time and memory.

    .venv/bin/python -m tests.benchmarks.pages 10000 --keep var/pages.sqlite3
    DATABASE_URL=sqlite:///var/pages.sqlite3 .venv/bin/python -m tests.benchmarks.steps

Weaving comes last, as it groups the claims into other events than were generated. Processor seconds of the process itself
are told beside those by the clock: on PostgreSQL the server's own are not among them.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

EXPORTS = ["json", "csv", "acled", "ics", "svg"]
WEAVE = """
import django
django.setup()
from timeline.models import Dossier
from timeline.services import weave_dossier
weave_dossier(dossier=Dossier.objects.get(slug="generated"))
"""


def run(*arguments):
    """(seconds by the clock, of the processor, MB of memory at most) of a Python process."""
    begun = time.perf_counter()
    pid = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, *arguments])
    _, status, used = os.wait4(pid, 0)
    assert status == 0, arguments
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    folder = Path(tempfile.mkdtemp())
    print("| step | s | of the processor | MB of memory | MB of file |\n|---|---|---|---|---|")
    for name in EXPORTS:
        file = folder / f"out.{name}"
        used = run("manage.py", "export", "generated", "--format", name, "--output", str(file))
        print("| {} | {:.1f} | {:.1f} | {:.0f} | {:.1f} |".format(name, *used, file.stat().st_size / 2**20), flush=True)
        file.unlink()
    print("| weaving | {:.1f} | {:.1f} | {:.0f} | |".format(*run("-c", WEAVE)), flush=True)


if __name__ == "__main__":
    main()
