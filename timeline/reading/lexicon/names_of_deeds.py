"""Words beside a noun for a happening that make it the name of a person, a thing or a time: nothing is told of it there."""

# Behind the noun, singular: "the coup leader", "battle dress", "a quake survivor".
NAMED_AFTER_DEEDS = frozenset(
    """leader plotter planner organiser organizer ringleader mastermind maker dress gear fatigues uniform station line
    zone site scene shelter engine truck brigade crew fighter alarm drill plan insurance specialist expert unit squad
    team officer doctor charge worker agency ministry committee monument memorial cemetery museum ground field
    gun monitor observer helicopter vehicle cell suspect""".split()
)
# Before "of the" and the noun: "the morning of the coup", "the scene of the crash".
DATED_BY_DEEDS = frozenset(
    """morning afternoon evening night day days date hour hours time moment minute minutes start outset height aftermath
    wake anniversary eve scene site place spot cause causes leader leaders victims survivors organisers organizers""".split()
)
