"""Stage 7: who says so, and through whom."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it. `voice` is the speaker ("" for the article's own voice), `role` what he or she is, `cue` the
    verb ("said"), `via` the relay the text names (agency, paper, platform; a chain is joined with ", ")."""

    voice: str = ""
    role: str = ""
    cue: str = ""
    via: str = ""


OWN_VOICE = Attribution()
