"""What can happen: the table of event types, after ACLED's event and sub-event types where they fit (ACLED
Codebook, 2024) and our own where they do not. A new word for a happening is added here and nowhere else.

`verbs` are lemmas; "take+over" is a verb with a particle or object word within a few words. `nouns` name the happening
where no verb does; a plural is made. `needs` (a regular expression) must stand in the clause or the sentence, `never` must
not stand in the clause. `family` groups types that may tell of the same happening; `rank` decides between triggers in one
clause: the greater wins.
"""

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
    rank: int = 5
    state: bool = False  # tells of a state, not of something that happens at a time


UNHARMED = frozenset("undamaged unharmed unhurt unscathed intact uninjured".split())  # words that deny what they name
PRISON = r"prison|inmate|detainee|jail|captive|convict|custody"
QUAKE = r"quake|\btremors?\b|\btemblors?\b|aftershock|seism|magnitude"
DISASTER = (
    QUAKE + r"|\bflood|hurricane|typhoon|cyclone|tornado|\bstorms?\b|tsunami|erupt|volcano|landslide|avalanche|wildfire"
)
AIRCRAFT = r"warplane|aircraft|airplane|\bplanes?\b|\bjets?\b|helicopter|drone|bomber|missile|air force"

HAPPENINGS = (
    Happening(
        "attack",
        "assault",
        "Attack on {place}",
        verbs="""attack storm assault raid invade ambush besiege shell bombard enter infiltrate launch+attack
        launch+offensive launch+assault launch+wave break+into burst+into ride+into push+into move+into reach+entry
        reach+outskirts reach+gates open+fire target pound encircle""",
        nouns="attack offensive assault raid ambush siege incursion",
        never=r"enter(?:ed|s|ing)?\W+(?:\w+\W+){0,3}(?:stage|phase|talks|agreement|race|market)",
    ),
    Happening(
        "armed clash",
        "clash",
        "Fighting in {place}",
        verbs="fight clash battle exchange+fire skirmish",
        nouns="clash fighting battle firefight gunfight gunfire skirmish shootout",
        never=r"fight(?:ing)? (?:\w+ ){0,4}back|refused to fight|fight against (?:terror|corruption|crime|disease)",
        rank=4,
    ),
    Happening(
        "government regains territory",
        "regain",
        "{place} retaken",
        verbs="""recapture retake regain take+back win+back clear+out clear+of clear+area drive+out drive+back push+back
        fight+back force+back force+retreat beat+back repel dislodge repulse retreat chase push+out flush+out
        restore+order restore+control""",
        nouns="recapture",
        rank=7,
        never=r"\bto regain power",
    ),
    Happening(
        "non-state actor overtakes territory",
        "capture",
        "{place} captured",
        verbs="""capture seize overrun topple+district topple+government topple+regime topple+president conquer occupy take+over take+control gain+control fall+to fall+into fall
        collapse seize+control wrest+control""",
        nouns="takeover",
        never=r"prices?|shares|stocks|fell (?:by|asleep|ill|short|apart)|\brain\b|snow|weapon|ammunition|building collaps|seize(?:d|s)? power|seized (?:drugs|assets|documents)|captured (?:on|by) (?:camera|video|film)|\bhouses?\b|hospital",
        rank=6,
    ),
    Happening(
        "advance",
        "advance",
        "Advances",
        verbs="gain+ground gain+territory make+gains make+strides make+progress advance",
        rank=5,
    ),
    Happening(
        "territorial control",
        "control",
        "Who holds {place}",
        verbs="control hold+district hold+territory remain+hands remain+control hold+city defend",
        nouns="",
        rank=3,
        state=True,
        never=r"controlled explosion|under control situation",
    ),
    Happening(
        "air/drone strike",
        "strike",
        "Air strikes on {place}",
        verbs="airstrike strike+warplane hit+warplane carry+strike drop+bomb fire+missile pound+warplane",
        nouns="airstrike air_strike air-strike air_raid drone_strike missile_strike bombardment rocket_fire",
        rank=6,
    ),
    Happening(
        "air/drone strike", "strike", "Air strikes on {place}", verbs="bomb", nouns="bombing", needs=AIRCRAFT, rank=8
    ),
    Happening(
        "chemical weapon",
        "strike",
        "Chemical attack on {place}",
        verbs="gas use+weapon use+gas use+chlorine use+sarin use+substance use+agent release+gas",
        nouns="""gas_attack chemical_attack chemical_weapon chemical_weapons_attack toxic_gas poison_gas poisonous_gases
        nerve_agent nerve_gas sarin chlorine mustard_gas toxic_substances toxic_gases""",
        rank=5,
    ),
    Happening(
        "jail break",
        "jail break",
        "Prisoners leave the prison",
        verbs="escape free release break+out break+gate break+prison flee let+out breakout",
        nouns="prison_break jailbreak jail_break prison_escape breakout",
        needs=PRISON,
        rank=9,
    ),
    Happening(
        "casualties",
        "casualties",
        "Killed and injured",
        verbs="kill wound injure die slay perish hurt maim execute massacre unharmed unhurt uninjured claim+lives suffer+casualties lose+life",
        nouns="casualty death_toll toll death dead fatality injury victim_toll body_count wounded",
        never=r"death penalty|death sentence|dead end",
        rank=8,
    ),
    Happening(
        "bodies found",
        "casualties",
        "Bodies found",
        verbs="find+body recover+body find+bodies recover+bodies pull+body pull+bodies exhume",
        rank=9,
    ),
    Happening(
        "search and rescue",
        "rescue",
        "Search and rescue",
        verbs="rescue search evacuate+injured ferry airlift transfer+injured",
        nouns="search rescue rescue_effort rescue_operation missing",
        rank=6,
    ),
    Happening(
        "surrender", "surrender", "Forces surrender", verbs="surrender capitulate lay+arms refuse+fight desert", rank=7
    ),
    Happening(
        "withdrawal",
        "withdrawal",
        "Withdrawal from {place}",
        verbs="""withdraw pull+out pull+troops pull+forces vacate leave+base leave+airfield leave+country
        leave+airbase evacuate+forces evacuate+base leave+deadline hand+over+base""",
        nouns="withdrawal pullout pull-out drawdown",
        rank=7,
        never=r"withdraw(?:n|s|al)? (?:money|cash|funds|consent)",
    ),
    Happening(
        "deployment",
        "deployment",
        "Forces deployed",
        verbs="deploy dispatch reinforce mobilise mobilize send+troops send+forces send+reinforcements send+team",
        nouns="deployment reinforcement",
        rank=4,
    ),
    Happening(
        "displacement",
        "displacement",
        "People flee",
        verbs="flee evacuate displace leave+home run+street pour+street shelter house accommodate spend+night spend+tent",
        nouns="refugee exodus influx evacuation",
        rank=5,
        never=r"White House|House of",
    ),
    Happening(
        "panic",
        "panic",
        "Panic",
        verbs="panic sow+panic cause+panic spark+panic cause+chaos describe+panic",
        nouns="panic chaos disarray mayhem",
        rank=4,
    ),
    Happening(
        "meeting",
        "talks",
        "Talks",
        verbs="meet host negotiate hold+talks hold+meeting hold+meetings attend+meeting begin+talks convene",
        nouns="talk negotiation meeting summit",
        rank=4,
        never=r"meets? (?:the )?(?:need|target|demand|deadline)",
    ),
    Happening(
        "agreement",
        "agreement",
        "Agreement",
        verbs="agree sign broker ratify",
        nouns="ceasefire truce agreement accord treaty deal",
        rank=3,
    ),
    Happening(
        "arrest",
        "arrest",
        "Arrests",
        verbs="arrest detain apprehend imprison charge indict convict take+custody round+up sentence",
        nouns="arrest detention",
        rank=7,
    ),
    Happening(
        "property destruction",
        "destruction",
        "Damage in {place}",
        verbs="""destroy damage flatten level raze demolish topple wreck ruin collapse burn torch devastate set+fire
        set+ablaze undamaged unscathed intact go+flames knock+down blow+up crush hit+badly""",
        nouns="damage destruction",
        rank=6,
        never=r"burn(?:s|t|ed)? (?:patients|victims)",
    ),
    Happening(
        "weapons seized",
        "weapons",
        "Weapons seized",
        verbs="capture seize confiscate recover",
        needs=r"weapon|ammunition|rifle|explosive|arms\b|munition",
        rank=8,
    ),
    Happening(
        "natural disaster",
        "disaster",
        "{thing} at {place}",
        verbs="hit strike shake jolt rock rattle measure register feel sway last centre center sense",
        nouns="earthquake quake tremor temblor aftershock magnitude epicentre epicenter tsunami flood hurricane typhoon "
        "cyclone tornado landslide eruption avalanche wildfire",
        needs=DISASTER,
        rank=7,
    ),
    Happening(
        "power cut",
        "power",
        "Power cut",
        verbs="cut restore knock+down knock+out black+out",
        nouns="blackout power_cut outage",
        needs=r"power|electricity|blackout|outage",
        rank=9,
    ),
    Happening(
        "relief",
        "relief",
        "Relief",
        verbs="distribute deliver supply provide ship+aid ship+food send+aid need+accommodation send+relief receive+aid",
        nouns="relief aid tent shipment relief_operation",
        rank=5,
    ),
    Happening(
        "explosion",
        "explosion",
        "Explosion in {place}",
        verbs="bomb explode detonate blast go+off blow+himself",
        nouns="explosion blast bombing bomb_blast car_bomb suicide_bombing suicide_bomber bomb_attack car_bombing detonation carbomb",
        rank=7,
    ),
    Happening(
        "shooting",
        "shooting",
        "Shooting in {place}",
        verbs="shoot gun+down open+fire fire+shots",
        nouns="shooting gunman",
        rank=6,
        never=r"film|photograph|penalt",
    ),
    Happening("hijacking", "hijacking", "Hijacking", verbs="hijack commandeer", nouns="hijacking hijacker", rank=8),
    Happening(
        "abduction",
        "abduction",
        "Abduction",
        verbs="abduct kidnap take+hostage",
        nouns="abduction kidnapping hostage",
        rank=8,
    ),
    Happening(
        "hostages freed",
        "abduction",
        "Hostages freed",
        verbs="free release rescue let+go",
        needs=r"hostage|hijack|kidnap|abduct|captors?",
        never=PRISON,
        rank=9,
    ),
    Happening(
        "coup",
        "coup",
        "Coup",
        verbs="overthrow oust depose mutiny seize+power stage+coup impose+curfew declare+emergency",
        nouns="coup putsch mutiny martial_law curfew state_of_emergency",
        rank=8,
    ),
    Happening(
        "protest",
        "protest",
        "Protests",
        verbs="protest demonstrate rally riot loot",
        nouns="protest demonstration riot rally protester demonstrator unrest",
        rank=5,
    ),
    Happening(
        "accident",
        "accident",
        "Accident",
        verbs="crash derail sink+ship sink+boat sink+ferry capsize collide run+aground",
        nouns="crash derailment collision shipwreck wreckage accident",
        rank=7,
        never=r"stock|market|website|prices",
    ),
    Happening(
        "fire",
        "fire",
        "Fire",
        verbs="ignite engulf catch+fire break+out",
        nouns="blaze inferno fire",
        needs=r"\bfires?\b|blaze|flame|inferno",
        never=r"ceasefire|cease-fire|open(?:ed|ing)? fire|under fire|fire brigade",
        rank=5,
    ),
    Happening(
        "investigation",
        "investigation",
        "Investigation",
        verbs="investigate probe inspect",
        nouns="investigation inquiry probe inspector",
        rank=4,
    ),
    Happening("election", "election", "Vote", verbs="elect vote", nouns="election referendum ballot", rank=4),
    Happening("change of office", "office", "Change of office", verbs="resign appoint step+down sack", rank=4),
    Happening(
        "outbreak",
        "outbreak",
        "Outbreak",
        verbs="infect contract test+positive",
        nouns="outbreak epidemic infection",
        rank=5,
    ),
    Happening(
        "launch",
        "launch",
        "Launch",
        verbs="test-fire launch+missile launch+rocket launch+satellite fire+rocket",
        nouns="missile_test nuclear_test rocket_launch",
        rank=6,
    ),
    Happening(
        "use of airspace",
        "accident",
        "Aircraft lost",
        verbs="shoot+down disappear vanish lose+contact intercept",
        needs=AIRCRAFT,
        rank=9,
    ),
    Happening(
        "population",
        "population",
        "Population of {place}",
        nouns="population resident inhabitant",
        needs=r"\d",
        rank=2,
        state=True,
    ),
)

# Whole phrases that tell of a happening whatever words they hold, tried before the words of the table.
PHRASES = (
    ("territorial control", r"in the hands of|under (?:[\w’'-]+ ){0,4}control|out of (?:[\w’'-]+ )?hands"),
    (
        "population",
        r"home to (?:\w+ ){0,2}\d[\d,.]*|population of|has (?:\w+ ){0,2}\d[\d,.]* (?:residents|inhabitants|people)",
    ),
    (
        "location",
        r"(?<![\d,.])\d[\d,.]*[- ]?(?:km|kilometers|kilometres|miles)\b[^.;]{0,25}\b(?:north|south|east|west|of)\b",
    ),
    (
        "air/drone strike",
        r"(?:warplanes?|jets?|aircraft|planes|drones?|helicopters?)\b[^.;,]{0,30}\b(?:str(?:uck|ike|ikes|iking)|hit|target(?:ed)?|bomb(?:ed)?|pound(?:ed)?)\b",
    ),
    (
        "casualties",
        r"death toll|(?<!\d)\d+ (?:dead|deaths|injured|wounded)\b|among the (?:dead|killed|wounded)|heavy casualties",
    ),
    ("first of its kind", r"\bthe first (?:time|direct|such)\b|\bthe (?:worst|deadliest) (?!affected|hit)"),
    ("warning", r"dismissed concerns|tsunami (?:is not|is|was) expected|expect tsunamis|possible (?:civil )?war"),
)

EXTRA_TYPES = {
    "location": ("location", "Where {place} lies"),
    "first of its kind": ("first", "The first of its kind"),
    "warning": ("warning", "Warnings"),
    "statement": ("statement", "Statements"),
    "other": ("other", "Other reports"),
}
BACKGROUND_TYPES = frozenset({"population", "location"})
