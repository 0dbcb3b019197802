"""How a clause stands to what it tells of: asserted, denied, attempted, expected, or only said to be so."""

import re
from enum import StrEnum

from timeline.reading.attribution import Speech
from timeline.reading.clauses import Clause
from timeline.reading.lexicon.alarms_and_works import OF_A_LACK
from timeline.reading.lexicon.denials import NO_LACK
from timeline.reading.lexicon.happenings import UNHARMED
from timeline.reading.lexicon.reporting import HEDGES
from timeline.reading.lexicon.verbs import BE
from timeline.reading.negation import NOT, is_denied, is_negated, is_negated_behind, is_unconfirmed, is_untrue
from timeline.reading.sentences import Sentence
from timeline.reading.triggers import Trigger


class Status(StrEnum):
    ASSERTED = "asserted"
    DENIED = "denied"
    ATTEMPTED = "attempted"
    EXPECTED = "expected"
    PURPORTED = "purported"


_HEDGE = re.compile(rf"\b(?:{HEDGES})\b", re.IGNORECASE)
_NO_LACK = re.compile(NO_LACK, re.IGNORECASE)
_OR = re.compile(r"\b(?:or|nor)\W*$", re.IGNORECASE)  # "denied that troops had fired or looted"
# "Not a single bus, he said, was able to leave": the subject of what goes on behind the words about the saying.
_NOT_ANY = re.compile(r"\W*(?:no|not (?:an?|one|any)|none|neither|nobody)\b", re.IGNORECASE)
_HAVE = frozenset("has have had did does could can would will".split())
_TRY = re.compile(
    r"\b(?:attempt(?:s|ed|ing)? to|tr(?:y|ied|ies|ying) to|struggl(?:e|ed|ing)\b.{0,20}\bto|seek(?:s|ing)? to|sought to"
    r"|failed to)\b",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"\b(?:will|would|shall|expect(?:s|ed|ing)?"
    r"|plan(?:s|ned|ning)? to|(?:is|are|was|were) (?:also |now )?(?:to\b(?! say\b)|planned|due|scheduled)|set to|due to"
    r"|about to|(?:(?-i:may)|might|could)(?! (?:have|feel|hear|see|smell)\b)|likely to"
    r"|hop(?:e|es|ed|ing) (?:to|that|for)|preparing to|vow(?:s|ed) to|promis(?:e|es|ed) to|fear(?:s|ed)?)\b"
    r"(?! (?:also )?(?:have been reminded|remember|recall|be (?:recalled|remembered|noted)))",
    re.IGNORECASE,
)
# What is told of a noun may stand behind it: "a further rally is planned", "a final report is expected".
_WILL_AFTER = re.compile(
    r"(?: [\w’'-]+){0,5}? (?:(?:is|are|was|were)(?P<no> not)? (?:also |now )?"
    r"(?:expected|planned|due|scheduled|set to|to (?!say\b)[a-z]+|likely to)|(?:could|may|might) be)\b",
    re.IGNORECASE,
)
# "A panel was formed and it will report in a week": what was done comes first.
_GOES_ON = re.compile(
    r"(?<=[a-z]),? and (?:it|he|she|they|(?:the|a|an|its|his|her|their|[\w-]+) (?:[\w-]+ ){0,2})?"
    r"(?=(?:will|would|is to|are to|was to|were to)\b)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(r"\b(?:as|when|while|after|before|because|since|hours after|days after)\b", re.IGNORECASE)


def status_of(
    text: str, clause: Clause, trigger: Trigger | None, speech: Speech, first: bool, sentence: Sentence
) -> Status:
    """The status of a clause. A verb of denial denies what follows it `first`, not the asides that come after."""
    whole = text[clause.start : clause.end]
    at = trigger.start if trigger else clause.end
    before = text[clause.start : at]
    if trigger is None and (aside := _SUBORDINATE.search(whole, 12)):
        before = whole[: aside.start()]  # "he was held as he tried to leave" tells of no attempt
    if (
        (speech.denied and (first or _is_alternative(text, speech, clause)))
        or is_untrue(whole, at - clause.start)
        or is_denied(text[clause.start : at])
    ):
        return Status.DENIED
    if is_negated(_subject(text, clause, speech, sentence) + before, trigger) or (
        trigger and _denies(text, clause, trigger)
    ):
        return Status.DENIED
    if speech.purported or _HEDGE.search(whole) or is_unconfirmed(before):
        return Status.PURPORTED
    if trigger is None and (joined := _GOES_ON.search(before)):
        before = before[: joined.start()]
    if _TRY.search(before):
        return Status.ATTEMPTED
    if trigger and not trigger.verb and (later := _WILL_AFTER.match(text, trigger.end, clause.end)):
        return Status.DENIED if later["no"] else Status.EXPECTED
    told = before + (trigger.text if trigger and trigger.verb else "")  # a phrase may hold the words: "is expected in"
    return Status.EXPECTED if _WILL.search(told) else Status.ASSERTED


def _denies(text: str, clause: Clause, trigger: Trigger) -> bool:
    """The word for the happening says itself that it was not so, or what stands behind it does."""
    lacks = trigger.happening.family in OF_A_LACK and not _NO_LACK.search(trigger.text)  # "the brakes did not hold"
    if trigger.text.lower() in UNHARMED or (NOT.search(trigger.text) and not lacks):
        return True
    return is_negated_behind(text, trigger, clause.end)


def _is_alternative(text: str, speech: Speech, clause: Clause) -> bool:
    """What is denied goes on: "denied that troops had fired or looted"."""
    return _OR.search(text, speech.start, clause.start) is not None


def _subject(text: str, clause: Clause, speech: Speech, sentence: Sentence) -> str:
    """The subject before the words about the saying, where what stands behind these goes on with a verb."""
    lead, mark, _ = text[sentence.start : clause.start].partition(",")
    goes_on = bool(mark) and speech.frame[1] > sentence.start and clause.words[0].lower in BE | _HAVE
    return f"{lead} " if goes_on and _NOT_ANY.match(lead) else ""
