"""How a clause stands to what it tells of: asserted, denied, attempted, expected, or only said to be so."""

import re
from enum import StrEnum

from timeline.reading.attribution import Speech
from timeline.reading.clauses import Clause
from timeline.reading.lexicon.happenings import UNHARMED
from timeline.reading.lexicon.reporting import HEDGES
from timeline.reading.triggers import Trigger


class Status(StrEnum):
    ASSERTED = "asserted"
    DENIED = "denied"
    ATTEMPTED = "attempted"
    EXPECTED = "expected"
    PURPORTED = "purported"


_HEDGE = re.compile(rf"\b(?:{HEDGES})\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no(?!\. ?\d)|nor|neither|none|nobody|nothing)\b|n[’']t\b", re.IGNORECASE)
_OR = re.compile(r"\W*(?:or|nor)\b", re.IGNORECASE)  # "denied that troops had fired or looted"
_CLOSING = " ,.;:”\"’'"
_OTHER_CLAUSE = re.compile(r"\band\b|\bbut\b|[,;:]")
_LIGHT = frozenset(
    """the a an any such be been yet ever of in and has have had does do did one was were is are being that so
    far""".split()
)
_NOT_NEGATION = re.compile(
    r"\b(?:not only|no longer|no doubt|not yet clear|not clear|no matter|not enough|no (?:fewer|less|more) than"
    r"|not (?:fewer|less|more) than|(?:who|which) (?:was|were|had|have|has|is|are|did) not "
    r"(?:[a-z]+ly )?[a-z]+|nothing (?:but|less than)|no secret)\b",
    re.IGNORECASE,
)
# "No person of that name was held": who is said not to be at all did not do it, however long the phrase is.
_NOBODY = re.compile(
    r"(?:that|and|but|[\W_])*(?:no|none|nobody|neither|nothing)\b(?P<subject>[^,;]{0,80}?)"
    r"\b(?:was|were|is|are|had|has|have|did|does|could|can|would|will)\b",
    re.IGNORECASE,
)
# What a clause says was never so: "were false", "no trace of", "had nothing to do with".
_UNTRUE = re.compile(
    r"\b(?:was|were|is|are|been|be|as) (?:(?:simply|completely|totally|entirely|all|just|utterly|not) )?"
    r"(?:false|untrue|baseless|unfounded|groundless|incorrect|inaccurate|fabricat\w+|a (?:fabrication|lie|hoax|rumou?r)"
    r"|lies|true\b(?<=not true)|nonsense|rubbish|invent(?:ed|ions?))\b(?! (?:flag|alarm))"
    r"|\bcall(?:ed|s|ing) (?:[\w’'“”\"-]+ ){1,7}?[“\"‘']?(?:an? )?(?:(?:pure|complete|total|absolute|sheer) )?"
    r"(?:lies?|fantasy|fabrication|invention|hoax|fairy ?tale|nonsense|rubbish|baseless|false|absurd|ridiculous)\b"
    r"|\bno (?:trace|evidence|sign|indication|proof|record|truth)s? (?:of|that|in|to)\b"
    r"|\b(?:nothing|anything) to do with\b|\bno (?:part|role|hand|involvement) in\b|\bdoes not correspond to\b",
    re.IGNORECASE,
)
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


def status_of(text: str, clause: Clause, trigger: Trigger | None, speech: Speech, first: bool) -> Status:
    """The status of a clause. A verb of denial denies what follows it `first`, not the asides that come after."""
    whole = text[clause.start : clause.end]
    at = trigger.start if trigger else clause.end
    before = text[clause.start : at]
    if trigger is None and (aside := _SUBORDINATE.search(whole, 12)):
        before = whole[: aside.start()]  # "he was held as he tried to leave" tells of no attempt
    if (
        (speech.denied and (first or _OR.match(whole)))
        or (trigger and trigger.text.lower() in UNHARMED)
        or _UNTRUE.search(whole)
    ):
        return Status.DENIED
    if is_negated(before, trigger) or (trigger and _NOT.search(trigger.text)):
        return Status.DENIED
    if speech.purported or _HEDGE.search(whole):
        return Status.PURPORTED
    if trigger is None and (joined := _GOES_ON.search(before)):
        before = before[: joined.start()]
    if _TRY.search(before):
        return Status.ATTEMPTED
    if trigger and not trigger.verb and (later := _WILL_AFTER.match(text, trigger.end, clause.end)):
        return Status.DENIED if later["no"] else Status.EXPECTED
    return Status.EXPECTED if _WILL.search(before) else Status.ASSERTED


def is_negated(before: str, trigger: Trigger | None) -> bool:
    """A "not" close before the word for the happening: "did not agree to stop fighting" denies no fighting."""
    nobody = _NOBODY.match(_NOT_NEGATION.sub("", before))
    if nobody and trigger is not None and trigger.verb:
        between = [w for w in re.findall(r"[\w’']+", before[nobody.end() :].lower()) if w not in _LIGHT]
        if not between:
            return True
    before = _OTHER_CLAUSE.split(before.rstrip(_CLOSING))[-1]
    negations = list(_NOT.finditer(_NOT_NEGATION.sub("", before)))
    if not negations:
        return False
    between = [w for w in re.findall(r"[\w’']+", before[negations[-1].end() :].lower()) if w not in _LIGHT]
    return trigger is None or len(between) <= (2 if trigger.verb else 1)
