"""Words that tell a full stop from the dot of an abbreviation, and where a sentence may begin."""

# Never the end of a sentence where a capital follows.
_TITLES = """mr mrs ms mx dr prof rev fr hon sr jr st gen lt col maj capt cmdr cpl sgt adm brig gov sen rep reps
sens pres supt insp det messrs mme mlle mons amb sec asst assoc pvt ret vs v cf viz eg ie e.g i.e al approx est
dept dist bros mt ft pte lt-gen lt.gen maj-gen brig-gen gen.-maj ph.d m.d"""
ABBREVIATIONS = frozenset(_TITLES.split())

# Before a figure an abbreviation, else a sentence's end: "No. 5", "Nov. 3", "p. 7".
_FIGURES = """no nos p pp vol ch sec art fig par jan feb mar apr jun jul aug sep sept oct nov dec ca c"""
BEFORE_FIGURES = frozenset(_FIGURES.split())

# Abbreviations that also end sentences: then a word that opens sentences follows.
_ENDING = """inc ltd co corp llc plc bros etc ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md
mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo u.s u.k u.n e.u u.a.e d.c a.m p.m am pm b.c
a.d ave blvd rd ont que"""
ENDING_TOO = frozenset(_ENDING.split())

# Words that open sentences, and hardly ever stand with a capital inside one.
OPENERS = (
    r"The|A|An|It|He|She|They|We|I|You|This|These|Those|That|There|But|And|In|On|At|As|If|For|From|By|After|Before|When|"
    r"While|Since|During|According|Meanwhile|However|Although|Though|Despite|Earlier|Later|Some|Many|Most|Several|Another|"
    r"Both|Also|Among|His|Her|Its|Their|Our|My|Then|Now|Today|Yesterday|Officials|Residents|Witnesses|Police|No|Not|So|What|"
    r"Who|Why|How|Where|More|Local|Last|Following|With|Under|To|One|Two|Three|Authorities|Other|Others|Each"
)

# Words after which a capital opens a name and no sentence: "said The", "of The".
_NOT_BEFORE = """of the a an and or in on at to for from by with as said says say told that than citing cited per
via into onto over under between among near quoted according like called named titled newspaper daily magazine band
film book reports report reported reporting is was are were be been being has have had but not nor if while when
where who which whose what"""
NOT_BEFORE = frozenset(_NOT_BEFORE.split())
