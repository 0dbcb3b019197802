"""From files to text and known facts: what comes in is checked here, before anything reads or stores it.

`files` finds the article files and their bytes, `given` unpacks those that hold others, `formats` turns bytes into
texts, `sidecar` reads what is known of an article besides its text. Whatever cannot be taken is an `IntakeError` that
names the file and the reason.
"""

from timeline.intake.errors import IntakeError
from timeline.intake.files import Found, find_files, read_bytes
from timeline.intake.given import Given, files_given
from timeline.intake.limits import LIMIT
from timeline.intake.plain import decode
from timeline.intake.sidecar import EVERY_PART, DossierFacts, Sidecar, SourceFacts, load_sidecar, parse_sidecar

__all__ = [
    "EVERY_PART",
    "LIMIT",
    "DossierFacts",
    "Found",
    "Given",
    "IntakeError",
    "Sidecar",
    "SourceFacts",
    "decode",
    "files_given",
    "find_files",
    "load_sidecar",
    "parse_sidecar",
    "read_bytes",
]
