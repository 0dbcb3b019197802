"""What a row of the table of happenings holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Happening:
    type: str
    family: str
    title: str  # how an event of this type is titled; {place} and {target} are filled in
    verbs: str = ""
    nouns: str = ""
    needs: str = ""
    never: str = ""
    rank: float = 5
    state: bool = False  # tells of a state, not of something that happens at a time
