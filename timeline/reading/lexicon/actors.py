"""Who does things: classes of actors, by the head words that name them. Two accounts that give one deed to actors of
different classes disagree on who did it."""

ACTORS = {
    "prisoners": r"prisoners?|inmates?|detainees?|convicts?|captives?",
    "fighters": r"""taliban|taleban|fighters?|militants?|insurgents?|rebels?|gunm[ae]n|activists?|extremists?|terrorists?|
        jihadists?|islamists?|guerrillas?|militia(?:s|men)?|separatists?|attackers?|mujahideen|islamic state|al-qaeda|
        terrorist groups?|armed group|hijackers?|assailants?|enemy|cartel|gang""",
    "government": r"""government|security forces|special forces|commandos?|regime|ministry|state forces|authorities|
        president|forces|air force|(?:government|regime) (?:warplanes?|aircraft|planes|jets?)""",
    "the army": r"army|troops|soldiers?|military|navy|marines?|paratroopers?|army (?:special forces|commandos?)",
    "the police": r"police(?:m[ae]n)?|gendarmes?|national guard|coast ?guard|police (?:commandos?|special forces|officers?)",
    "the secret service": r"intelligence|secret (?:service|police)|state security|security service",
    "crowd": r"""protesters?|demonstrators?|residents?|villagers?|locals|civilians|crowds?|people(?![’'])|mob|students?|
        workers?|passengers?""",
    "nature": r"earthquake|quake|tremor|temblor|storm|hurricane|flood|fire|tsunami|wind|avalanche|landslide|eruption",
}

FORCES = frozenset({"the army", "the police", "the secret service"})  # of the government, and not of each other

# What a natural disaster is called in a title, by the words accounts use for it.
DISASTERS = {
    "Aftershock": r"aftershocks?",
    "Earthquake": r"earthquakes?|quakes?|temblors?|tremors?",
    "Tsunami": r"tsunamis?",
    "Flood": r"floods?|flooding",
    "Storm": r"storms?|hurricane|typhoon|cyclone|tornado",
    "Eruption": r"eruptions?|volcano",
    "Landslide": r"landslides?|avalanches?|mudslides?",
    "Wildfire": r"wildfires?|bushfires?",
}

# Words for what is acted on: happenings of one family apply to one thing when these agree.
OBJECTS = {
    "building": r"headquarters|hq|offices?|buildings?|police station|stations?|barracks|compound|palace",
    "districts": r"districts?",
    "city": r"city|town|capital|municipality|metropolis",
    "village": r"villages?|hamlets?",
    "province": r"provinces?|region|state|governorate",
    "base": r"base|airbase|airfield|air base|airport",
    "hospital": r"hospitals?|clinics?|medical (?:point|facility|centre|center)",
    "prison": r"prisons?|jails?|gate",
    "home": r"homes?|houses?|buildings",
}

# Where violence strikes: two accounts that name different scenes tell of different deeds.
SCENES = """market bazaar bridge wedding funeral school mosque church temple synagogue hotel restaurant cafe theatre theater
    cinema stadium mall supermarket lorry truck convoy bus minibus train ferry boat
    refinery factory mine plant pipeline checkpoint barracks embassy consulate
    university nightclub port bakery farm shrine parade rally"""
