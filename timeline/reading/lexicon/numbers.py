"""Number words, and the words before and after a number that widen or open it."""

UNITS = {
    w: n
    for n, w in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""".split()
    )
}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
}
FRACTIONS = {
    "half": 1 / 2, "a third": 1 / 3, "one third": 1 / 3, "one-third": 1 / 3, "two thirds": 2 / 3, "two-thirds": 2 / 3,
    "a quarter": 1 / 4, "one quarter": 1 / 4, "three quarters": 3 / 4, "three-quarters": 3 / 4,
}  # fmt: skip

# What is written before an amount, and what it is an amount of.
CURRENCIES = {
    "$": "dollars", "us$": "dollars", "usd": "dollars", "€": "euros", "eur": "euros", "£": "pounds", "₹": "rupees",
    "rs": "rupees", "inr": "rupees", "tk": "taka", "taka": "taka", "¥": "yen",
}  # fmt: skip
# What a body has so many of: "a four-member committee".
BODIES = {
    "member": "members", "man": "men", "woman": "women", "person": "people", "judge": "judges", "truck": "trucks",
    "lorry": "lorries", "vehicle": "vehicles", "car": "cars", "bus": "buses", "ship": "ships", "boat": "boats",
    "wagon": "wagons", "coach": "coaches", "aircraft": "aircraft", "strong": "",
}  # fmt: skip

FLOORS = (
    "or more",
    "more than",
    "over",
    "at least",
    "no fewer than",
    "no less than",
    "upwards of",
    "in excess of",
    "a minimum of",
    "exceeding",
    "not less than",
)
CEILINGS = (
    "or fewer",
    "or less",
    "up to",
    "as many as",
    "at most",
    "no more than",
    "fewer than",
    "less than",
    "under",
    "a maximum of",
    "as much as",
    "not more than",
)
ABOUT = (
    "or so",
    "around",
    "about",
    "some",
    "approximately",
    "roughly",
    "nearly",
    "almost",
    "an estimated",
    "estimated",
    "close to",
    "circa",
    "just over",
    "just under",
)

# What people are called when they are counted, by what was counted: two counts compare only within one group.
PEOPLE = frozenset(
    """citizen citizens people person persons civilian civilians resident residents man men victim victims others villager villagers
    passenger passengers worker workers student students dead injured wounded killed individual individuals tourist
    tourists local locals casualties hurt missing crowd turnout protester protesters demonstrator
    demonstrators marcher marchers mourners guests pilgrims migrants survivors persons souls inhabitants deaths fatalities
    lives townspeople evacuees adults adult""".split()
)
PERSONS = frozenset(
    """person man woman boy girl child baby infant student soldier policeman policewoman officer fighter civilian passenger
    victim protester demonstrator worker patient tourist migrant bystander fisherman pilot guard hostage""".split()
)  # one of them, told of alone
GROUPS = {
    "children": "child children minor minors infant infants boy boys girl girls baby babies schoolchildren pupils toddler",
    "women": "woman women",
    "fighters": """fighter fighters militant militants insurgent insurgents rebel rebels gunman gunmen attacker attackers
        terrorist terrorists extremist extremists hijacker hijackers assailant assailants kidnapper kidnappers plotter
        plotters mutineer mutineers jihadist jihadists bomber bombers militiaman militiamen guerrilla guerrillas""",
    "forces": "soldier soldiers troop troops serviceman servicemen conscript conscripts",
    "police": "officer officers policeman policemen policewoman policewomen police gendarme gendarmes",
    "guards": "guard guards warder warders",
    "prisoners": "prisoner prisoners inmate inmates detainee detainees convict convicts",
    "hostages": "hostage hostages captive captives",
    "crew": "crew crewmen crewmember crewmembers sailor sailors stewards pilots",
    "strikes": "missile missiles bomb bombs raid raids strike strikes airstrike airstrikes rockets rocket",
    "blasts": "blast blasts explosion explosions detonations",
    "suspects": "suspect suspects",
    "trucks": "truck trucks lorry lorries vehicle vehicles",
    "homes": "home homes house houses dwelling dwellings",
}

LIFELESS = frozenset("strikes blasts homes trucks shot bullet shell".split())  # what nobody kills, hurts or frees

# The kind of count, by the verb or noun beside the number; the earliest that matches in the clause wins.
KINDS = (
    (
        "killed",
        r"\bkill|\bdie[ds]?\b|\bsuccumb|\bdead\b|\bdeath|\bslain\b|\bfatal|\bperish|\bloss of life|\blives\b|\bline of duty\b|massacre"
        r"|\blost (?=(?:[\w,]+ ){1,3}?of (?:its|their|our|his|her)\b)"
        r"|\blost (?:(?!contact|touch|sight|track|control)[\w,-]+ ){1,5}?(?:men|soldiers|fighters|troops|policemen|officers)\b"
        r"|martyr|\bbod(?:y|ies)\b|\bcorpses?\b|\bneutrali[sz]ed\b|\bvictims included?\b|\bdrown",
    ),
    ("injured", r"\binjur|\bwound|\bhurt\b"),
    ("affected", r"\baffected\b|\bsuffer|\brespiratory"),
    ("missing", r"\bmissing\b|unaccounted"),
    ("trapped", r"\btrapped\b|\bstranded\b|\bburied alive\b|\bunder the rubble\b"),
    (
        "detained",
        r"\barrest|\bdetain(?:ed|s|ing)?\b|\bin custody|\bcharged\b|\bdriven away|\btaken away|\brounded up"
        r"|\bbehind bars\b|\bin the hands of (?:justice|the police|the law)"
        r"|\bheld (?:in|at) (?:(?!a |an )[\w-]+ ){0,3}?(?:prison|jail|custody|cells?|detention)\b",
    ),
    ("held hostage", r"\bhostage|\babduct|\bkidnap|\bcaptors?\b"),
    (
        "rescued",
        r"\brescue[ds]?\b|\bsaved\b|\bsurviv|\bplucked\b|\bbrought out\b|pulled alive|\b(?:found|dug out|brought out) alive\b",
    ),
    ("capacity", r"\bcapacity\b|\b(?:licen[cs]ed|certified|designed|built) (?:for|to carry)\b"),
    (
        "aboard",
        r"\baboard\b|\bon board\b|\bcarrying\b|\bpassengers and (?:a crew|[\w-]+ crew)"
        r"|\bwere (?:in|on) (?:the|a|an) (?:[\w-]+ ){0,2}(?:train|bus|coach|minibus|ship|boat|ferry|vessel|plane|aircraft|flight)\b",
    ),
    (
        "gathered",
        r"\bprotest|\brall(?:y|ied)\b|\bmarch(?:ed|ing|ers)\b|\bdemonstrat|\bgather|\btook to the streets\b|\bcrowd",
    ),
    (
        "escaped",
        r"\bescap|\bfree(?:d|s|ing)?\b|\breleas|\bbroke\b|\bflee|\bfled\b(?! (?:their|his|her) home)|break out|\bgot (?:out|away)\b(?! of (?!(?:the )?(?:prison|jail)))"
        r"|\b(?:is|are|was|were) gone\b|\bat large\b",
    ),
    (
        "displaced",
        r"\bdisplac|\bhomeless|\bevacuat|\baccommodat|\bhoused\b|\bshelter|\bled (?:out|to safety)\b"
        r"|\b(?:left|leave|leaving|lost|lose|losing|fled|fleeing|from|abandon\w*) (?:their|his|her) (?:homes?|houses?)\b",
    ),
    (
        "destroyed",
        r"\bdestr|\bburn(?:ed|t)\b|\bablaze\b|\bset on fire\b|\bashes\b|\btorched\b|\bgutted\b|\bflatten|\blevel|\braze|\bcollaps|\bdemolish"
        r"|\b(?:to|into) rubble\b|\b(?:in|to) ruins\b",
    ),
    ("damaged", r"\bdamag|worst-hit|hardest-hit|badly hit|worst-affected"),
    (
        "controlled",
        r"\bcontrol|\bhold|\bheld\b|\bhands of\b|\bseize|\bcaptur"
        r"|\b(?:districts?|towns?|cities|villages?|provinces?|capitals?|bases?|posts?|checkpoints?)\b[^.;]{0,40}?\b(?:fell|fall)",
    ),
    ("withdrawn", r"\bwithdr|\bremain(?!\w* (?:missing|unaccounted|trapped|in hospital))|\bpull"),
    ("magnitude", r"magnitude|richter|strength|degree"),
)
MEASURES = frozenset(
    """km/h mph mm cm kg tonne tonnes ton tons litre litres dollars euros pounds rupees taka yen km kilometre kilometres kilometer kilometers mile miles metre metres meter meters second seconds minute minutes
    hour hours day days week weeks month months year years percent % degrees""".split()
)
DURATIONS = frozenset(
    """second seconds minute minutes hour hours day days week weeks month months year years decade decades""".split()
)
