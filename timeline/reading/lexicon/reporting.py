"""Verbs of saying, the nouns that can speak, and the outlets that carry what others said."""

# Lemmas of verbs that report speech. The ones under `STRONG` report speech whatever stands before them; the others
# only after a speaker (a name, a pronoun or a noun that can speak).
SAY = """say tell add state announce report confirm claim insist warn explain describe declare deny acknowledge admit
estimate complain note argue dismiss reject vow urge tweet write believe allege accuse blame suggest stress reiterate
determine conclude reveal disclose express condemn fear hope think promise pledge predict put cite read call register record"""
# Forms of those verbs that are mostly something else in news: "state media", "Gulf states", "the report".
MOSTLY_NOUNS = frozenset(
    """state states report call calls fear fears estimate blame read pledge promise hope claim cite note""".split()
)
# Verbs that what was said cannot do without: "put the toll at nine", "registered a quake".
KEEPS = frozenset("describe put confirm warn report announce estimate register record measure".split())
# Verbs whose present participle goes on with what was said: "… , adding that".
BY_THE_WAY = frozenset("say add insist claim note warn stress describe state".split())
DENY = "deny reject dismiss refute"
# Verbs that name the speaker's stance more than they pass on content: the happening is the saying itself.
STANCE = "condemn accuse blame vow promise pledge urge call express fear hope"

# Nouns that can speak, singular; plurals are made. A speaker without a name needs one of these as its head.
SPEAKERS = """official officer spokesman spokeswoman spokesperson minister ministry governor mayor president premier
    government authority police policeman army military commander general colonel captain soldier witness eyewitness
    resident villager source report agency media medium newspaper paper channel television radio station reporter
    correspondent journalist analyst expert activist monitor group organisation organization observatory council
    commission committee parliament lawmaker senator representative member deputy chief head leader director
    chairman chairwoman secretary ambassador envoy diplomat doctor medic nurse hospital rescuer coalition opposition
    rebel militant insurgent taliban statement department bureau office agency institute centre center survey
    university professor scientist seismologist woman man father mother survivor relative lawyer prosecutor court
    judge investigator company airline operator union charity administrator administration embassy headquarters
    tribe elder cleric volunteer worker driver passenger pilot inquiry investigation commander-in-chief watchdog
    party movement regime kremlin pentagon regulator intelligence news outlet broadcaster website federation
    association society service civil_defence manager executive king prince pope bishop student teacher neighbour
    neighbor guard sheriff detective inspector superintendent coroner lieutenant sergeant major admiral marshal
    brigadier judge attorney aide adviser advisor fighter villager peasant refugee victim team tribunal assembly
    congress senate cabinet command force side boss owner founder captain crew fisherman coastguard base bases""".split()

# Titles and roles that stand before or after a name and are not part of it.
ROLES = frozenset(
    """governor president minister commander spokesman spokeswoman spokesperson chief head leader general colonel
    captain major lieutenant brigadier admiral mayor deputy vice prime foreign defence defense interior secretary
    senator representative director chairman chairwoman ambassador envoy professor doctor dr mr mrs ms sir king
    prince sheikh sultan judge justice officer sergeant police army provincial regional special forces force press
    news agency council councillor member mp official resident executive programme program department ministry
    administrator gov gen col lt sgt capt maj rep sen rev prof correspondent reporter journalist analyst medic
    attorney""".split()
)

PRONOUNS = frozenset(["he", "she", "they", "it", "who"])

# Words that may stand between a speaker and the verb, and say nothing about either.
ADVERBS = frozenset(
    """also too later earlier then now again repeatedly reportedly has have had was were is are be been previously
    still strongly consistently further however meanwhile both all""".split()
)

# What a saying came through: the words after "in a", "on", "to", and how they are named.
CHANNELS = """statement|facebook post|facebook page|facebook|twitter post|tweet|twitter|telegram channel|telegram post|
telegram|whatsapp message|video message|text message|press release|press conference|news conference|televised address|
interview|letter|report|speech|briefing|blog|state television|state tv|state radio|television|radio|youtube|instagram"""

# Agencies and wire services, the relays most copy comes from; a name followed by agency, news, press, TV, radio … is a
# relay too (see `attribution`).
AGENCIES = """Reuters|AFP|Agence France-Presse|Agence France Presse|AP|Associated Press|The Associated Press|UPI|DPA|dpa|
Xinhua|TASS|ITAR-TASS|Interfax|RIA Novosti|Sputnik|IRNA|ISNA|Fars|Tasnim|Mehr|SANA|Anadolu|Kyodo|Yonhap|PTI|ANI|
EFE|ANSA|BBC|the BBC|CNN|Al Jazeera|Al-Jazeera|Al Arabiya|Bloomberg|CBC|ABC|NBC|CBS|Fox News|Sky News|NPR|PBS|
The New York Times|The Washington Post|The Guardian|The Times|The Wall Street Journal|Der Spiegel|Le Monde|
Voice of America|VOA|Radio Free Europe|RFE/RL|Deutsche Welle|DW|TOLOnews|RT|WAM|MENA|NAN|Bernama|Antara"""

# Words that mark what is only said to be so; "reportedly" makes a claim purported.
HEDGES = (
    r"reportedly|allegedly|purportedly|purported|apparently|supposedly|unconfirmed|believed to|said to have|"
    r"claimed to show|claims? to show|appear(?:s|ed)? to show|purports? to show|it (?:was|is|has been) reported|"
    r"it (?:was|is) claimed|reports? (?:say|says|said|claim|suggest|emerged)|there (?:have been|were|are) (?:also )?reports|rumou?rs?"
)
