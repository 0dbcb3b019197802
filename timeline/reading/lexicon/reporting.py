"""Verbs of saying, the nouns that can speak, and the outlets that carry what others said."""

# Lemmas of verbs that report speech. The ones under `STRONG` report speech whatever stands before them; the others
# only after a speaker (a name, a pronoun or a noun that can speak).
SAY = """say tell add state announce report confirm claim insist warn explain describe declare deny acknowledge admit
estimate complain note argue dismiss reject vow urge tweet write believe allege accuse blame suggest stress reiterate
determine conclude reveal disclose express condemn fear hope think promise pledge predict put cite read call register record
affirm assert contend concede caution testify recount weep cry shout scream sob repeat recall reply respond remark comment
maintain indicate find count list show name measure see learn suspect specify clarify underline underscore emphasise
emphasize assure retort boast lament proclaim"""
# What stands for a verb of saying in more words than one; the last is where the saying ends.
SAY_PHRASES = (
    "made it clear", "makes it clear", "made clear", "pointed out", "points out", "pointing out", "spoke of", "speak of",
    "speaks of", "went on to say", "let it be known", "gave the toll", "gave the final toll", "gave a toll", "gave the number",
    "gave the figure", "gives a final toll", "gives a preliminary magnitude", "gave a preliminary magnitude", "gave a magnitude", "gives a toll", "gives the toll", "gave a preliminary toll", "gave a provisional toll", "gave a figure", "gave the death toll",
    "revised the death toll", "revised the toll", "revised its toll", "revised its figure", "revised its count", "raised the death toll",
    "raised the toll", "raised its toll", "lowered the death toll", "lowered the toll", "lowered its toll", "corrected the toll",
    "appears to show", "appear to show", "appeared to show", "seems to show", "seem to show", "purports to show",
)  # fmt: skip
# What the phrases for a figure begin with.
GIVES = frozenset("gave gives revised raised lowered corrected".split())
# These report speech only where "that", a colon or a quotation follows, or what was said stands before them.
WEAK = frozenset(
    """weep cry shout scream sob repeat recall reply respond remark comment maintain indicate affirm assert caution
    concede contend testify recount suspect assure retort boast lament proclaim underline underscore""".split()
)
# And these only of a document or a body that looked into something: "the report counts", "the panel found".
FINDINGS = frozenset("find count list show name see learn".split())
# What a journalist tells to have seen or heard of is said by him; so is what anybody counted.
EYES = frozenset("reporter correspondent journalist photographer cameraman stringer newspaper bbc cnn".split())
FINDERS = frozenset(
    """paper affidavit indictment report panel inquiry investigation survey study commission committee document note file record list footage video
    picture photograph image map log transcript recording memo cable figure data statistics inspector expert auditor
    watchdog findings leaflet poll census it""".split()
)
# "Claimed the bombing" says who did it, "claimed the bombing was staged" only what somebody says.
CLAIMED = (
    r"claim(?:s|ed|ing)? (?:responsibility|credit|(?:the|this|that|these|those|an?|both|\w+day[’']s) (?:[\w-]+ )?"
    r"(?:killing|attack|bombing|assault|murder|ambush|raid|kidnapping|abduction|shooting|hijacking|explosion|blast)s?"
    r"(?=[.,;”\"]|$| (?:in|on|at|as|through|via|by|and|late|early)\b))"
)
# Forms of those verbs that are mostly something else in news: "state media", "Gulf states", "the report".
MOSTLY_NOUNS = frozenset(
    """state states report call calls fear fears estimate blame read pledge promise hope claim cite note cry shout recall reply replies remark remarks comment
    comments count find list name names repeat see sees measure measures learn""".split()
)
# Verbs that what was said cannot do without: "put the toll at nine", "registered a quake".
KEEPS = frozenset(
    """describe put confirm warn report announce estimate register record measure find count list show name repeat see""".split()
) | {"speak of"}
# Forms that tell a deed of the story where no content follows them at once: "wrote to the company about the cracks".
DEEDS = frozenset("wrote written writes complained complains warned warns repeated repeats argued".split())
# Verbs whose present participle goes on with what was said: "… , adding that".
BY_THE_WAY = frozenset(
    "say add insist claim note warn stress describe state explain argue admit acknowledge specify".split()
)
# What "warning" is only said of: "fired warning shots".
NO_WARNING = frozenset(
    "shot shots sign signs system systems light lights siren sirens letter strike centre center".split()
)
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
    brigadier judge attorney aide adviser advisor wife husband spouse widow partner girlfriend boyfriend brother
    sister son daughter cousin uncle aunt nephew niece grandmother grandfather parent kin family mum mom dad friend buddy
    colleague organiser organizer campaigner supporter critic shopkeeper trader merchant seller vendor farmer sailor
    seaman skipper crewman steward stewardess attendant co-pilot controller dispatcher paramedic firefighter fireman
    surgeon physician pathologist engineer technician researcher historian scholar academic author columnist negotiator
    mediator hijacker kidnapper gunman caller protester demonstrator marcher tourist traveller shopper motorist
    passer-by bystander onlooker prisoner inmate detainee monk nun priest imam rabbi pastor candidate clerk registrar
    ombudsman auditor regulator insurer shipowner schoolteacher lecturer pupil youth boy girl child pensioner miner
    labourer hotelier landlord dealer panel mission charity junta front brigade alliance bloc mutineer guardsman
    footage video picture photograph photo image document note file record log transcript recording memo cable figure
    organizer businessman businesswoman colleague representative adviser elder harbourmaster harbormaster rower boatman fighter villager peasant refugee victim team tribunal assembly
    employee staffer cook cleaner baker barber butcher mechanic janitor concierge waiter waitress receptionist housewife
    retiree blogger legislator congressman congresswoman paratrooper cadet recruit conscript deserter defector
    militiaman tribesman bodyguard chauffeur trucker porter stallholder grocer customer guest host plaintiff defendant
    suspect meteorologist geologist volcanologist epidemiologist economist curator biologist chemist toxicologist vet
    veterinarian ranger warden lifeguard diver purser navigator mate boatswain keeper smuggler migrant asylum-seeker
    consul attache chancellor speaker legislature ngo league foundation trust federation syndicate secretariat
    indictment paper affidavit communique bulletin photographer cameraman cameraperson stringer
    message version
    firm corporation contractor utility subsidiary directorate navy gendarmerie gendarme militia faction presidency chancellery delegation
    congress senate cabinet command force side boss owner founder captain crew fisherman coastguard base bases room hotline helpline""".split()

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

# One more of those heard last: "A resident said … Another said …".
OTHERS = frozenset(["another", "others"])
PRONOUNS = frozenset(["he", "she", "they", "it", "who"])

# What may follow a speaker in the place of "who was": "officials briefed on the matter said".
REDUCED = frozenset(
    """briefed familiar close involved interviewed reached contacted stationed based speaking identified named known
    present trapped living quoted posted published released shared
    circulated circulating filmed recorded obtained""".split()
)

# Words that may stand between a speaker and the verb, and say nothing about either.
ADVERBS = frozenset(
    """also too later earlier then now again repeatedly reportedly has have had was were is are be been previously
    still strongly consistently further however meanwhile both all itself himself herself themselves initially
    subsequently likewise similarly equally simply emphatically firmly vehemently quickly incorrectly wrongly mistakenly erroneously falsely inaccurately immediately flatly categorically publicly privately angrily calmly""".split()
)

# What a saying came through: the words after "in a", "on", "to", and how they are named.
CHANNELS = """statement|facebook post|facebook page|facebook|twitter post|tweet|twitter|telegram channel|telegram post|
telegram|whatsapp message|video message|text message|press release|press conference|news conference|televised address|
interview|letter|report|speech|briefing|blog|state television|state tv|state radio|television|radio|youtube|instagram"""

# Of those the ones that carry nothing: what is said there is heard by all.
NO_RELAYS = frozenset(
    """statement report letter speech interview briefing press\xa0release press\xa0conference news\xa0conference
    televised\xa0address""".replace("\xa0", "_").split()
)

# What tells a man from a woman in the words for a speaker.
FEMALE = frozenset(
    """wife spokeswoman mother daughter sister mrs ms miss woman girl widow mum mom aunt niece grandmother girlfriend
    chairwoman policewoman businesswoman actress nun queen princess schoolgirl stewardess lady""".split()
)
MALE = frozenset(
    """husband spokesman father son brother mr man boy widower dad uncle nephew grandfather boyfriend chairman policeman
    businessman king prince schoolboy fisherman salesman sheikh imam sir""".split()
)

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
