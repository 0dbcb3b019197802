"""Who may have published an article, where nobody says so: a name to offer, never one to take without asking."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath
from urllib.parse import urlsplit

# The ends of addresses that are read in running text, where many words have dots between them.
_HOST = r"(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|info|news|[a-z]{2})"
_HOSTS = re.compile(rf"(?<![\w@.-]){_HOST}(?![\w.-])", re.IGNORECASE)
_RIGHTS = re.compile(
    r"(?:©|\([Cc]\)|[Cc]opyright)\W{0,6}(?:\d{4}(?:\W{1,3}\d{4})?\W{1,4})?(?:by )?"
    r"([^\W\d_][^.,|©\n]{2,40}?)\s*(?:[.,|\n]|All |\Z)"
)
_TAIL = re.compile(r"\s[|–—-]\s+([A-Z][^|–—]{2,40})\Z")
_NUMBER = re.compile(r"\A[\W\d_]+")
_HASH = re.compile(r"(?=.*\d)[0-9a-f]{8,}|\d{3,}")
# Where everybody writes: whose words stand there is another matter.
_PLATFORMS = re.compile(
    r"(?:.*\.)?(?:twitter|facebook|instagram|youtube|telegram|whatsapp|pinterest|linkedin|t|x)\.\w+"
)
# What files are called that are called after nothing.
_BARE = frozenset(
    "again article articles clipping copy doc document download export feed file final full html image index item "
    "main new news note old page paste pasted pdf post print printable raw report saved scan source story text the "
    "untitled version web".split()
)
_LONGEST = 4  # words of a publisher's name; a longer file name is a headline
_LINE, _LINES = 300, 200  # as much as is looked at: what a page says of itself stands in few words


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A publisher's name, and where it was found, in words."""

    name: str
    why: str


def suggest_publisher(
    *, file: str, url: str = "", title: str = "", furniture: Iterable[str] = (), known: Mapping[str, str] = {}
) -> Suggestion | None:
    """The likeliest publisher, None where nothing points at one.

    `file` is the bare file name, `furniture` the lines of the page that are no article, `known` the names that are
    known already with their home pages (or ""). A known name goes before a new one.
    """
    lines = [line[:_LINE] for line in islice(furniture, _LINES)]
    stem = _NUMBER.sub("", PurePosixPath(file).stem)
    hosts = [(host, why) for host, why in _hosts(url, stem, lines) if not _PLATFORMS.fullmatch(host)]
    found = _known(known, stem, hosts, lines) or _printed(title, lines)
    if found is None and hosts:
        found = Suggestion(*hosts[0])
    return found if found and found.why != "the page" else _called(stem, title) or found


def _hosts(url: str, stem: str, lines: Iterable[str]) -> list[tuple[str, str]]:
    """Addresses that stand for a publisher, the surest first: the article's, the file's, the page's by how often."""
    found = [(_bare(urlsplit(url).hostname or ""), "its address")]
    if re.fullmatch(_HOST, stem.lower()):
        found.append((_bare(stem), "the file's name"))
    seen = Counter(_bare(one) for line in lines for one in _HOSTS.findall(line))
    found += [(host, "the page") for host, _ in seen.most_common()]
    return [(host, why) for host, why in found if host]


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.").removeprefix("m.")


def _known(
    known: Mapping[str, str], stem: str, hosts: Iterable[tuple[str, str]], lines: Iterable[str]
) -> Suggestion | None:
    """A publisher that is known: by its home page or its name in an address, the file's name, or a line of the page."""
    named = {_letters(name): name for name in known}
    homes = {_bare(urlsplit(home).hostname or ""): name for name, home in known.items() if home}
    if name := named.get(_letters(stem)):
        return Suggestion(name, "the file's name")
    for host, why in hosts:
        labels = host.split(".")
        above = [".".join(labels[first:]) for first in range(len(labels) - 1)]
        if name := next(filter(None, (homes.get(one) or named.get(_letters(one)) for one in above)), None):
            return Suggestion(name, why)
    page = "\n".join(lines)
    counted = {name: len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", page)) for name in known if len(name) > 1}
    best = max(counted, key=lambda name: (counted[name], len(name)), default="")
    return Suggestion(best, "named on the page") if best and counted[best] else None


def _printed(title: str, lines: Iterable[str]) -> Suggestion | None:
    """What the page itself prints as its name: behind the headline, or beside the copyright sign."""
    if tail := _TAIL.search(title):
        return Suggestion(tail[1].strip(), "behind the headline")
    rights = (found[1].strip() for line in lines if (found := _RIGHTS.search(line)))
    return next((Suggestion(name, "the copyright line") for name in rights), None)


def _called(stem: str, title: str) -> Suggestion | None:
    """What the file is called, where that may be a name: not a number, a headline or a word for any file."""
    words = re.findall(r"[^\W_]+", stem)
    plain = {word.lower() for word in words}
    if not words or len(words) > _LONGEST or any(_HASH.fullmatch(word) for word in plain) or plain & _BARE:
        return None
    if len("".join(words)) < 3 or plain <= {word.lower() for word in re.findall(r"\w+", title)}:
        return None
    return Suggestion(" ".join(re.split(r"[_\s]+", stem)).strip(), "the file's name")


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
