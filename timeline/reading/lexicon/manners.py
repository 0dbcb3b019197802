"""Ways a thing can have come about that exclude each other. Two accounts of one event that give it two of these disagree
on the manner.

Each table: the families of happenings it is asked of ("" for any), and for every way the words that tell of it.
"""

MANNERS = {
    "how the post was left": (
        "office",
        {
            "resigned": r"resign(?:s|ed|ation)?|step(?:s|ped)? down|quit|own request|of his own accord",
            "was dismissed": r"dismiss(?:ed|al)|sacked|fired from|was fired|ousted|removed from|forced out",
        },
    ),
    "how he died": (
        "casualties",
        {
            "of an illness": r"heart (?:attack|failure|condition)|cardiac|stroke|natural causes|illness|asthma",
            "by a shot": r"gunshot|bullet|shot (?:dead|in|to|by)|sniper",
            "by a blast": r"shrapnel|splinters|blast injur",
            "by drowning": r"drown(?:ed|ing)",
            "by his own hand": r"suicide|hanged (?:him|her)self|took (?:his|her) own life",
            "by a fall": r"fell from|fell out|jumped from|pushed from",
            "by blows": r"beaten to death|torture|blows to",
        },
    ),
    "what caused it": (
        "explosion fire accident destruction disaster strike",
        {
            "a gas leak": r"gas (?:leak|main|pipe|cylinder|canister|explosion)|leaking gas",
            "a bomb or an attack": r"\bbomb(?:ed|s)?\b|explosive device|sabotage|arson|terror(?:ist)? attack|missile|rocket|torpedo",
            "a fault in wiring": r"short[- ]circuit|electrical fault|wiring",
            "stored chemicals": r"ammonium nitrate|fertili[sz]er|fireworks|chemicals stored|welding",
            "the machine": r"engine (?:failure|fault|trouble)|mechanical (?:failure|fault)|brake (?:failure|fault)|technical fault",
            "the weather": r"bad weather|rough seas?|high waves|a storm|strong winds?|freak wave|\bfog\b",
            "too great a load": r"overload(?:ed|ing)?|overcrowd(?:ed|ing)|too many (?:passengers|people)|shifted cargo|cargo shift\w*",
            "a collision": r"collid(?:ed|ing)|collision|hit a (?:rock|reef|sandbank|mine)|ran aground|struck a (?:rock|reef)",
            "human error": r"human error|pilot error|driver error|captain[’']s error|fell asleep|excessive speed|speeding|too fast",
        },
    ),
}
