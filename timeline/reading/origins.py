"""Independent origins: which claims of an event go back to one witness, and which articles are copies."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from timeline.reading.accounts import Account
from timeline.reading.lexicon.numbers import TENS, UNITS
from timeline.reading.voices import head_words, is_speaker, singular
from timeline.reading.words import split_words

# Share of the shorter text's words that a reworded copy keeps, and of its four-word runs that a copied article keeps.
LIKE_WORDING = 0.7
COPIED = 0.4
LEAST_WORDS = 6
_TIME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december morning noon afternoon evening night overnight dawn midnight yesterday
    today""".split()
)
_SMALL = frozenset(
    """the a an of in on at to by and for from with as that was were had has have is are be been their its it""".split()
)


def find_origins(accounts: Sequence[Account], copies: dict[int, int] | None = None) -> tuple[tuple[int, ...], ...]:
    """The claims of one event, grouped by witness, in order of the first claim of each.

    Joined, transitively: the same named voice; the same relay without a named voice; wording nearly alike; an
    article in its own voice with the article it copies. An article's own voice is a witness by itself.
    """
    parents = list(range(len(accounts)))
    for join in _JOINS.values():
        join(accounts, parents, copies or {})
    groups: dict[int, list[int]] = defaultdict(list)
    for place, account in enumerate(accounts):
        groups[_root(parents, place)].append(account.id)
    return tuple(tuple(ids) for ids in groups.values())


def why_one(accounts: Sequence[Account], copies: dict[int, int] | None = None) -> tuple[str, ...]:
    """What makes the claims of one origin one witness: each way of joining that joins two of different articles or
    voices; () where one article alone has them from one voice."""
    return tuple(reason for reason, join in _JOINS.items() if _joins_tellers(join, accounts, copies or {}))


def _joins_tellers(join: "_Join", accounts: Sequence[Account], copies: dict[int, int]) -> bool:
    parents = list(range(len(accounts)))
    join(accounts, parents, copies)
    tellers: dict[int, set[tuple[int, str, str]]] = defaultdict(set)
    for place, account in enumerate(accounts):
        tellers[_root(parents, place)].add((account.article, account.voice, account.via))
    return any(len(group) > 1 for group in tellers.values())


def is_named(account: Account) -> bool:
    """A voice that is one person or body: a name, not "officials" or "residents"."""
    words = account.voice.split()
    return bool(words) and any(w[:1].isupper() for w in words) and not (words[-1].islower() and words[-1].endswith("s"))


def voice_key(account: Account) -> str:
    """What makes a named voice the same in two articles: surname of a person, words of a body's name; "" if unnamed."""
    if not is_named(account):
        return ""
    words = [w for w in account.voice.split() if w[:1].isupper()]
    person = (
        1 < len(account.voice.split()) < 5 and len(words) == len(account.voice.split()) and not _is_body(account.voice)
    )
    return words[-1].lower() if person else " ".join(sorted(head_words(account.voice)))


def _is_body(voice: str) -> bool:
    return any(is_speaker(w.lower()) for w in voice.split())


def _voice_key(account: Account) -> object:
    key = voice_key(account)
    return ("voice", key) if key else None


def _relay_key(account: Account) -> object:
    """Unnamed voices of one relay: "officials" by way of the same agency."""
    if not account.voice or is_named(account) or not account.via:
        return None
    head = next((singular(w) for w in reversed(account.voice.lower().split()) if is_speaker(w)), account.voice.lower())
    return "relay", account.via.lower().split(",")[0], head


def _source_key(account: Account, copies: dict[int, int]) -> object:
    """An article in its own voice is its source's, or its agency's; a copy is its original's."""
    if account.voice:
        return ("article", copies.get(account.article, account.article), account.voice.lower())
    if account.article_via:
        return "agency", account.article_via.lower()
    original = copies.get(account.article, account.article)
    return (
        ("own", account.source.lower())
        if account.source and "unknown" not in account.source.lower()
        else ("own", original)
    )


def _join_spellings(accounts: Sequence[Account], parents: list[int], _: dict[int, int]) -> None:
    """Names spelt almost alike, and "the provincial governor" with the governor who is named."""
    first: dict[tuple[str, str], tuple[int, str, Account]] = {}
    for place, account in enumerate(accounts):
        if account.voice:
            first.setdefault((account.voice, account.role), (place, voice_key(account), account))
    keys = list(first.values())
    for i, (place, key, account) in enumerate(keys):
        for other_place, other_key, other in keys[:i]:
            if (key and other_key and _alike(key, other_key)) or _same_office(account, other):
                _union(parents, other_place, place)


def _alike(one: str, other: str) -> bool:
    return one[0] == other[0] and abs(len(one) - len(other)) < 4 and SequenceMatcher(None, one, other).ratio() >= 0.8


def _same_office(one: Account, other: Account) -> bool:
    """A named holder of an office and the bare office: "Jane Roe (provincial governor)", "the governor"."""
    for named, bare in ((one, other), (other, one)):
        office = bare.voice.lower().split(" of ")[0].split(" for ")[0].split()
        if named.role and is_named(named) and office and office[-1] in _OFFICES and not is_person(bare):
            return office[-1] in named.role.lower().split()
    return False


_OFFICES = frozenset("governor president mayor premier minister commander ambassador".split())


def is_person(account: Account) -> bool:
    words = account.voice.split()
    return len(words) > 1 and all(w[:1].isupper() for w in words) and not _is_body(account.voice)


def _join_wordings(accounts: Sequence[Account], parents: list[int], _: dict[int, int]) -> None:
    """Claims of different articles in nearly the same words; words that stand in few claims lead to the candidates."""
    bags = [_content(a.text) for a in accounts]
    index: dict[str, list[int]] = defaultdict(list)
    for place, bag in enumerate(bags):
        if len(bag) < LEAST_WORDS:
            continue
        shared: dict[int, int] = defaultdict(int)
        for word in bag:
            for other in index[word][-50:]:
                shared[other] += 1
            index[word].append(place)
        for other, count in shared.items():
            alike = count >= LIKE_WORDING * min(len(bag), len(bags[other]))
            if alike and accounts[other].article != accounts[place].article and _facts(bag) == _facts(bags[other]):
                _union(parents, other, place)


def _facts(bag: frozenset[str]) -> frozenset[str]:
    """The figures and the words of time: a rewording keeps them, another report differs in them."""
    return frozenset(w for w in bag if w[0].isdigit() or w in UNITS or w in TENS or w in _TIME)


def _content(text: str) -> frozenset[str]:
    return frozenset(w.lower for w in split_words(text) if w.lower not in _SMALL and w.text[:1].isalnum())


def find_copies(accounts: Sequence[Account]) -> tuple[tuple[int, int], ...]:
    """(copy, original) pairs of articles: a large part of one's runs of four words stands in the other, which was
    published before it or came first."""
    runs: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for account in accounts:
        words = re.findall(r"\w+", account.text.lower())
        runs[account.article].update(tuple(words[i : i + 4]) for i in range(len(words) - 3))
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for article in sorted(runs):
        for run in runs[article]:
            holders[run].append(article)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for articles in holders.values():
        for i, one in enumerate(articles[:20]):
            for other in articles[i + 1 : 20]:
                shared[one, other] += 1
    copies: dict[int, int] = {}
    for (one, other), count in sorted(shared.items(), key=lambda item: -item[1]):
        if count >= COPIED * min(len(runs[one]), len(runs[other])) and other not in copies:
            copies[other] = copies.get(one, one)
    return tuple(sorted(copies.items()))


def _root(parents: list[int], place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place


def _union(parents: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(parents, one), _root(parents, other)))
    parents[second] = first


def _by_key(key_of: Callable[[Account, dict[int, int]], object]) -> "_Join":
    """Join the claims that have the same key; one without a key stays by itself."""

    def join(accounts: Sequence[Account], parents: list[int], copies: dict[int, int]) -> None:
        first: dict[object, int] = {}
        for place, account in enumerate(accounts):
            key = key_of(account, copies)
            if key:
                _union(parents, first.setdefault(key, place), place)

    return join


_Join = Callable[[Sequence[Account], list[int], dict[int, int]], None]
# The ways two claims come to be one witness, each with what it is called to a person.
_JOINS: dict[str, _Join] = {
    "the same named voice": _by_key(lambda account, _: _voice_key(account)),
    "unnamed voices by way of the same relay": _by_key(lambda account, _: _relay_key(account)),
    "one article, its copies, or one agency's text": _by_key(_source_key),
    "one name in two spellings, or an office and its holder": _join_spellings,
    "nearly the same words": _join_wordings,
}
