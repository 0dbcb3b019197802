"""How a thing stands, in words that exclude each other: of one thing at one time no two of a row hold."""

# (what the row is about, its poles as patterns). Only states that reports of one happening speak of as they were then;
# not those that come and go ("open", "closed").
STATES = (
    ("colour", (r"red|at danger", r"green|at clear", r"amber")),
    ("force", (r"(?:still )?(?:in force|in effect|binding)", r"(?:over|expired|ended|lapsed|void|dead letter)")),
    ("lock", (r"locked|bolted|padlocked|chained", r"unlocked|unbolted|ajar")),
    ("crew", (r"manned|staffed|guarded", r"unmanned|unstaffed|unguarded|deserted")),
    ("arms", (r"armed", r"unarmed")),
    ("load", (r"loaded", r"unloaded|empty")),
    ("light", (r"lit|switched on", r"unlit|switched off")),
    ("mark", (r"marked|clearly marked", r"unmarked")),
    ("stand", (r"standing|intact", r"collapsed|destroyed|demolished|in ruins")),
    ("drink", (r"sober", r"drunk|intoxicated")),
)  # fmt: skip
# What stands between the thing and its state.
COPULA = r"was|is|were|are|had been|has been|have been|remained|remains|stood|stayed|had|has"
ADVERBS = r"still|already|also|only|now|fully|completely|clearly|apparently"
OWNERS = "The|An?|Our|My|His|Her|Their|Its|This|That|One|Both|Every|Each"
# Words that name no thing by themselves.
NO_THING = frozenset(
    """he she it they we you i who which that there this these those one some all both none nobody everything nothing
    others another something anything what not""".split()
)
