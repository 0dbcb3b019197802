"""The verbs around English times: those that look back or ahead, those that say, those that come after."""

from collections.abc import Mapping

from timeline.reading.lexicon.time_words import Value


def _one(*words: str) -> dict[str, Value]:
    return dict.fromkeys(words, 1)


VERBS: Mapping[str, Mapping[str, Value]] = {
    # Verbs and adjectives that tell whether a clause looks back or ahead.
    "will": _one("will", "would", "'ll", "’ll", "shall", "won't", "won’t", "going to", "is to", "are to"),
    "to_come": _one("due", "scheduled", "expected", "slated", "plans to", "intends", "intend", "hopes to", "set to")
    | _one("planning", "expects", "expect", "extended", "postponed", "delayed", "adjourned", "ending")
    | _one("upcoming", "payable", "effective", "expires", "as soon as", "as early as", "as late as", "no later than")
    | _one(
        "planned to", "plan to", "agreed to", "hope to", "hoped to", "want to", "wants to", "vowed to", "promised to"
    )
    | _one(
        "intended to",
        "prepares to",
        "prepared to",
        "ready to",
        "about to",
        "supposed to",
        "threatened to",
        "agree to",
        "likely to",
    ),
    # Words in -ed that are no past tense.
    "present": _one(
        "need", "speed", "feed", "proceed", "succeed", "exceed", "indeed", "seed", "breed", "embed", "shed"
    ),
    "is": _one("is", "are"),
    "be": _one("be", "being"),
    "had_been": _one("had been", "had"),
    "past_verb": _one(
        "ended", "said", "told", "was", "were", "did", "has", "have", "went", "came", "took", "made", "got", "gave"
    )
    | _one("found", "left", "began", "fell", "rose", "lost", "won", "met", "held", "kept", "led", "ran", "saw", "sent")
    | _one("spoke", "stood", "struck", "thought", "wrote", "shot", "fled", "broke", "brought", "built", "bought")
    | _one("caught", "chose", "drew", "drove", "ate", "fought", "flew", "forgot", "froze", "grew", "heard", "hid")
    | _one("knew", "laid", "lay", "meant", "paid", "rode", "rang", "sang", "sank", "sat", "sold", "shook", "slept")
    | _one("announced", "claimed", "reported", "added", "denied", "confirmed", "tweeted", "released", "published")
    | _one("issued", "posted", "dated", "printed", "happened", "occurred", "took place")
    | _one("spent", "stole", "swore", "swept", "swam", "taught", "threw", "understood", "woke", "wore", "became"),
    # Verbs before a day that dates the saying or the printing, and not what happened.
    "says": _one("said", "told", "says", "claimed", "reported", "added", "tweeted")
    | _one("released", "published", "issued", "posted", "dated", "printed", "wrote"),
    "deadline": _one("deadline", "ultimatum"),
    # Words with a role of their own that are plain words all the same.
    "lower": _one("says", "deadline", "ultimatum"),
}
