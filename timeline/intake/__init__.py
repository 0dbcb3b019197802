"""From files to text and known facts: what comes in is checked here, before anything reads or stores it.

`files` finds the article files and their bytes, `plain` turns bytes into text, `sidecar` reads what is known of an
article besides its text. Whatever cannot be taken is an `IntakeError` that names the file and the reason.
"""

from timeline.intake.errors import IntakeError
from timeline.intake.files import LIMIT, Found, find_files, read_bytes
from timeline.intake.plain import decode
from timeline.intake.sidecar import EVERY_PART, DossierFacts, Sidecar, SourceFacts, load_sidecar, parse_sidecar

__all__ = [
    "EVERY_PART",
    "LIMIT",
    "DossierFacts",
    "Found",
    "IntakeError",
    "Sidecar",
    "SourceFacts",
    "decode",
    "find_files",
    "load_sidecar",
    "parse_sidecar",
    "read_bytes",
]
