"""Every write. Views, admin and commands call these; nothing else saves, and nothing here is called by a signal.

`imports` brings files in and `readings` turns what is read into rows, `weaving` works out what follows from them,
`claims`, `events` and `articles` are what an editor does. Arguments are keyword-only; each call is one transaction;
what cannot be taken raises ValidationError or, for files, IntakeError.
"""

from timeline.services.articles import edit_article, read_again
from timeline.services.claims import (
    add_claim,
    edit_claim,
    edit_quantities,
    judge_claim,
    judge_claims,
    retime_claim,
    withdraw_time,
)
from timeline.services.dossiers import UNKNOWN_PUBLISHER, discard_dossier, open_dossier
from timeline.services.events import (
    merge_events,
    move_claims,
    name_event,
    release_claims,
    rule,
    settle_conflict,
    split_event,
)
from timeline.services.imports import Outcome, State, import_file
from timeline.services.weaving import weave_dossier

__all__ = [
    "UNKNOWN_PUBLISHER",
    "Outcome",
    "State",
    "add_claim",
    "discard_dossier",
    "edit_article",
    "edit_claim",
    "edit_quantities",
    "import_file",
    "judge_claim",
    "judge_claims",
    "merge_events",
    "move_claims",
    "name_event",
    "open_dossier",
    "read_again",
    "release_claims",
    "retime_claim",
    "rule",
    "settle_conflict",
    "split_event",
    "weave_dossier",
    "withdraw_time",
]
