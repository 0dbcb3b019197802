"""What an event is called: a title from the table of happenings, and the place its accounts name."""

import re
from collections import Counter
from collections.abc import Sequence

from timeline.reading.events import Group
from timeline.reading.lexicon.actors import DISASTERS
from timeline.reading.lexicon.countries import WIDE
from timeline.reading.participants import places_in
from timeline.reading.triggers import happening_of

# Families of happenings that take place at the scene, so that an event no account places is there.
AT_HOME = frozenset("assault regain clash strike disaster destruction explosion control shooting".split())


def main_place(groups: Sequence[Group]) -> str:
    """The place of the happening most is told of."""
    return max(
        (place_of(g) for g in sorted(groups, key=lambda g: -len(g.accounts))[:3]), key=lambda p: p[1], default=("", 0)
    )[0]


def place_of(group: Group) -> tuple[str, int]:
    """(the place a group's accounts name first most often, how often); a country only where nothing narrower is."""
    firsts = [next(iter(places_in(a.text)), "") for a in group.accounts]
    places = Counter(name for name in firsts if name)
    narrow = Counter({n: times for n, times in places.items() if n.lower() not in WIDE and not _is_people(n, places)})
    best = (narrow or places).most_common(1)
    return best[0] if best else ("", 0)


def _is_people(name: str, places: Counter[str]) -> bool:
    """A country's name is made of it, or it of a country's: "Afghan" beside "Afghanistan", "Syrian" beside "Syria"."""
    return any(name != o and o.lower() in WIDE and (o.startswith(name) or name.startswith(o)) for o in places)


def title_of(group: Group, home: str) -> tuple[str, str]:
    """(title, place) of an event, from the table of happenings and the places its accounts name; `home` is the place of
    the dossier's main happening, and where an event is that no account places."""
    title, (place, _) = happening_of(main_type(group)).title, place_of(group)
    family, acted_on = group.topic
    if not place and family in AT_HOME:
        place = home
    thing = _titled_thing(group) if acted_on in {"building", "hospital"} else ""
    if family == "hold":
        title = "How many districts are held" if acted_on == "districts counted" else "Who holds the districts"
    elif family == "destruction" and thing:
        title = f"Damage to {thing}"
    elif place or thing:
        title = title.replace("{place}", thing or place)
    title = (
        re.sub(r" (?:from|on|in|at|of) \{place\}", "", title)
        .replace("{place}", "Place")
        .replace("{thing}", _disaster(group))
    )
    if acted_on == "again":
        title = f"{title}, again"
    return title[:1].upper() + title[1:], place


def _disaster(group: Group) -> str:
    """The kind of disaster most accounts name."""
    told = " ".join(a.text for a in group.accounts)
    counts = {name: len(re.findall(rf"\b(?:{pattern})\b", told, re.I)) for name, pattern in DISASTERS.items()}
    return max(counts, key=counts.__getitem__) if any(counts.values()) else "Disaster"


def _titled_thing(group: Group) -> str:
    """What most accounts say was taken or damaged, without article or number."""
    bare = (re.sub(r"^(?:of )?(?:the|an?|its|their|some|several) ", "", a.target, flags=re.I) for a in group.accounts)
    targets = Counter(target for target in bare if 0 < len(target) < 60)
    return targets.most_common(1)[0][0] if targets else group.topic[1]


def main_type(group: Group) -> str:
    return Counter(a.type for a in group.accounts).most_common(1)[0][0]
