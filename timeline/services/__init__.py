"""Every write. Views, admin and commands call these; nothing else saves, and nothing here is called by a signal.

`import_runs` brings files in one by one, through `imports`, and `readings` turns what is read into rows; `weaving`
works out what follows from them. `claims`, `events` and `articles` are what an editor does, `memory` keeps it and
`undoing` takes it back. Arguments are keyword-only; each call is one transaction; what cannot be taken raises
ValidationError or, for files, IntakeError.
"""

from timeline.services.articles import delete_article, edit_article, read_again, settle_doubts
from timeline.services.claims import (
    add_claim,
    delete_claim,
    edit_claim,
    edit_quantities,
    judge_claim,
    judge_claims,
    retime_claim,
    withdraw_time,
)
from timeline.services.dossiers import (
    delete_dossier,
    delete_source,
    discard_dossier,
    edit_dossier,
    open_dossier,
    save_source,
)
from timeline.services.events import (
    delete_event,
    merge_events,
    move_claims,
    name_event,
    open_event,
    prefer_side,
    release_claims,
    rule,
    settle_conflict,
    split_event,
)
from timeline.services.holding import hold, hold_source
from timeline.services.import_runs import (
    correct_file,
    discard_run,
    open_run,
    start_run,
    stop_run,
    work_off,
)
from timeline.services.imports import Outcome, State, import_file
from timeline.services.memory import acting
from timeline.services.previewing import preview_files
from timeline.services.queueing import hand_over, has_workers
from timeline.services.sources import UNKNOWN_PUBLISHER
from timeline.services.taking_back import take_back_run
from timeline.services.two_factor import begin_two_factor, confirm_two_factor, end_two_factor
from timeline.services.undoing import undo
from timeline.services.weaving import together, weave_dossier

__all__ = [
    "UNKNOWN_PUBLISHER",
    "Outcome",
    "State",
    "acting",
    "add_claim",
    "begin_two_factor",
    "confirm_two_factor",
    "correct_file",
    "delete_article",
    "delete_claim",
    "delete_dossier",
    "delete_event",
    "delete_source",
    "discard_dossier",
    "discard_run",
    "edit_article",
    "edit_claim",
    "edit_dossier",
    "edit_quantities",
    "end_two_factor",
    "hand_over",
    "has_workers",
    "hold",
    "hold_source",
    "import_file",
    "judge_claim",
    "judge_claims",
    "merge_events",
    "move_claims",
    "name_event",
    "open_dossier",
    "open_event",
    "open_run",
    "prefer_side",
    "preview_files",
    "read_again",
    "release_claims",
    "retime_claim",
    "rule",
    "save_source",
    "settle_conflict",
    "settle_doubts",
    "split_event",
    "start_run",
    "stop_run",
    "take_back_run",
    "together",
    "undo",
    "weave_dossier",
    "withdraw_time",
    "work_off",
]
