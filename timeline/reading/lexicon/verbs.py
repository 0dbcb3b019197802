"""English verbs whose past forms no rule gives, and the auxiliaries: lemma, past, past participle."""

IRREGULAR = """
arise arose arisen | awake awoke awoken | bear bore borne | beat beat beaten | become became become | begin began begun
bend bent bent | bet bet bet | bind bound bound | bite bit bitten | bleed bled bled | blow blew blown | break broke broken
bring brought brought | build built built | burn burnt burnt | burst burst burst | buy bought bought | catch caught caught
choose chose chosen | cling clung clung | come came come | cost cost cost | cut cut cut | deal dealt dealt | dig dug dug
do did done | draw drew drawn | drive drove driven | eat ate eaten | fall fell fallen | feed fed fed | feel felt felt
fight fought fought | find found found | flee fled fled | fly flew flown | forbid forbade forbidden | forget forgot forgotten
freeze froze frozen | get got got | give gave given | go went gone | grow grew grown | hang hung hung | have had had
hear heard heard | hide hid hidden | cast cast cast | die died died | tie tied tied | use used used | vie vied vied | hit hit hit | hold held held | hurt hurt hurt | keep kept kept | know knew known
lay laid laid | lead led led | leave left left | lend lent lent | let let let | lie lay lain | lose lost lost
make made made | mean meant meant | meet met met | overrun overran overrun | overtake overtook overtaken
overthrow overthrew overthrown | pay paid paid | put put put | quit quit quit | read read read | retake retook retaken
ride rode ridden | ring rang rung | rise rose risen | run ran run | say said said | see saw seen | seek sought sought
sell sold sold | send sent sent | set set set | shake shook shaken | shoot shot shot | show showed shown | shut shut shut
sink sank sunk | sit sat sat | slay slew slain | sleep slept slept | speak spoke spoken | spend spent spent
split split split | spread spread spread | stand stood stood | steal stole stolen | stick stuck stuck
strike struck struck | swear swore sworn | sweep swept swept | swim swam swum | take took taken | teach taught taught
tear tore torn | tell told told | think thought thought | throw threw thrown | undergo underwent undergone
wear wore worn | win won won | wind wound wound | withdraw withdrew withdrawn | withhold withheld withheld
write wrote written
"""

# Verbs of more than one syllable do not double their last consonant, these do; and these short ones end in one vowel
# and one consonant and are doubled by the rule in `morphology`.
DOUBLING = frozenset(
    """commit admit permit submit acquit refer occur prefer transfer rebel expel repel compel propel patrol cancel travel signal""".split()
)

# Verbs with a regular past beside an irregular one: "burnt" and "burned".
BOTH_PASTS = frozenset(
    "cancel travel signal burn learn spill lean leap spell light hang wake shed bet quit prove saw sew sow".split()
)

AUXILIARIES = frozenset(
    """am is are was were be been being has have had having do does did will would shall should can could may might
    must 's 're 've""".split()
)
BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "get", "gets", "got"])

# Words that look like a past form ("-ed") and are none.
NOT_VERBS = frozenset(
    """united armed hundred red unmanned sacred naked wicked indeed speed need seed feed breed shed bed exceed proceed
    succeed aged crowded populated based so-called alleged unprecedented sophisticated talented limited mohammed
    ahmed mohamed hamed zaed saeed sayed alfred fred ted med""".split()
)
# Words that look like a present participle ("-ing") and mostly name a thing.
NOT_PARTICIPLES = frozenset(
    """morning evening king ring wing thing nothing something anything everything spring string building buildings
    during including according following meeting meetings beijing ceiling briefing housing holding shipping clothing
    wedding sibling pudding viking being bring sing swing sling cling sting fling""".split()
)
# What may belong to a verb and is no thing it is done to.
PARTICLES = frozenset(
    """over out back up down off away on in into to of from through about for at with under after aside home along
    around against ahead ashore aground alive""".split()
)
# What opens words that say where, when or how, and no clause.
PREPOSITIONS = frozenset(
    """in on at to of by from with for into about against over under near outside inside within without through during
    around between among amid towards toward off behind beside beyond across along above below via despite upon onto
    alongside throughout per""".split()
)
