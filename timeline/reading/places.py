"""The places that tell happenings apart: names an account gives that are not those the whole dossier is about."""

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from timeline.reading.accounts import Account
from timeline.reading.lexicon.actors import SCENES
from timeline.reading.lexicon.countries import WIDE
from timeline.reading.lexicon.reporting import PRONOUNS
from timeline.reading.participants import places_in
from timeline.reading.triggers import happening_of

SPELT_ALIKE = 0.8  # difflib ratio of two spellings of one name
CORE_SHARE = 0.7  # a name in this share of the articles is what the dossier is about
_REFERENCE = re.compile(r"\bof [A-Z]\w+(?: [A-Z]\w+)*")  # "900 miles south of Newport" is not about Newport
HARM = frozenset("strike explosion shooting casualties accident assault destruction".split())
SAME_SENTENCE = 30  # characters between two claims that one sentence tells
_SCENE = re.compile(rf"(?<![\w-])({'|'.join(sorted(SCENES.split()))})s?\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w’'-]*(?: (?:(?:al|el|of|bin)[ -])?[A-Z][\w’'-]*)*")


def core_names(accounts: Sequence[Account]) -> tuple[frozenset[str], dict[str, str]]:
    """The names that most articles share (plain, lower case), and for every name the spelling it goes by here."""
    articles: dict[str, set[int]] = defaultdict(set)
    for account in accounts:
        for name in (*place_names(account), *_NAME.findall(account.text)):
            for part in (name, *name.split()):
                articles[_plain(part)].add(account.article)
    alias = _spellings({name: len(seen) for name, seen in articles.items()})
    shared: dict[str, set[int]] = defaultdict(set)
    for name, seen in articles.items():
        shared[alias[name]] |= seen
    total = len({a.article for a in accounts})
    least = total - 1 if total == 3 else CORE_SHARE * total  # of three articles one may name it otherwise
    return frozenset(name for name, seen in shared.items() if name and len(seen) >= least), alias


def place_names(account: Account) -> frozenset[str]:
    """The places an account's own words name; where the subject is a pronoun, the place carried over to it as well."""
    words = _REFERENCE.sub(" ", account.text) if account.type == "location" else account.text
    named = {name for name in places_in(words) if len(name) > 2}
    carried = account.place and (account.place in words or account.actor.lower() in PRONOUNS)
    return frozenset(named | {account.place} if carried else named)


def own_names(account: Account, core: frozenset[str], alias: dict[str, str]) -> frozenset[str]:
    """The names that part an account from the dossier's main happening: none, where it names what most articles do."""
    own = set()
    for name in place_names(account):
        parts = {alias[p] for p in map(_plain, (name, *name.split())) if p in alias}
        if parts & core and name.lower() in WIDE:
            continue  # the country it all happens in tells nothing apart
        if parts & core:
            return frozenset()
        own |= {p for p in parts if len(p) > 3}
    return frozenset(own)


def is_home(account: Account, core: frozenset[str], alias: dict[str, str]) -> bool:
    """It names the place most articles share, and not only the country."""
    return any(
        name.lower() not in WIDE and {alias.get(part, "") for part in map(_plain, (name, *name.split()))} & core
        for name in place_names(account)
    )


def scenes(accounts: Sequence[Account]) -> dict[int, frozenset[str]]:
    """For each claim of harm the kind of place that was struck, where it is not the one the dossier is about ("the
    bridge", in a dossier about a market). What the same sentence goes on to tell happened at the same scene."""
    named = {a.id: frozenset(m.group(1).lower() for m in _SCENE.finditer(a.text)) for a in accounts if _is_harm(a)}
    articles: dict[str, set[int]] = defaultdict(set)
    for account in accounts:
        for scene in named.get(account.id, ()):
            articles[scene].add(account.article)
    most = max(map(len, articles.values()), default=0)
    core = {scene for scene, seen in articles.items() if len(seen) == most and most > 1}
    result: dict[int, frozenset[str]] = {}
    before: Account | None = None
    for account in sorted(accounts, key=lambda a: (a.article, a.start)):
        own = named.get(account.id)
        if own is None:
            continue
        goes_on = before is not None and before.article == account.article
        near = goes_on and before is not None and account.start - before.start - len(before.text) < SAME_SENTENCE
        if not own and near and before is not None:
            own = result[before.id]
        result[account.id] = frozenset() if own & core else own
        before = account
    return result


def _is_harm(account: Account) -> bool:
    return happening_of(account.type).family in HARM


def _spellings(names: dict[str, int]) -> dict[str, str]:
    """Names spelt almost alike go by the most frequent spelling; only names with one first letter are compared."""
    chosen: dict[str, list[str]] = defaultdict(list)
    alias = {}
    for name in sorted(names, key=lambda n: (-names[n], n)):
        like = next((c for c in chosen[name[:1]] if len(name) > 4 and _alike(name, c)), name)
        alias[name] = like
        if like == name:
            chosen[name[:1]].append(name)
    return alias


def _alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 3 or len(other) < 5:
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.quick_ratio() >= SPELT_ALIKE and matcher.ratio() >= SPELT_ALIKE


def _plain(name: str) -> str:
    return re.sub(r"[^\w]", "", name.lower())
