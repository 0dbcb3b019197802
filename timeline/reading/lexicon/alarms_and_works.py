"""Happenings told in plain words (see `plain_deeds`), of their own kinds: alarms and orders, gates and works, letters and
complaints, fugitives caught again, speed, weather and what a thing was made for. (event type, pattern) over lower-case
letters."""

BARRAGE = r"(?:dams?|embankments?|levees?|dykes?|dikes?|sea ?walls?|reservoirs?|tailings ponds?|barrages?|spillways?)"
_SHELTER = (
    r"(?:schools|shelters?|sports halls?|gymnasiums?|gyms|tents?|tent camps?|containers|stadiums?|mosques?|churches|halls?"
    r"|higher ground|reception cent(?:re|er)s?|safer (?:places?|ground|areas?)|camps?|barracks)"
)
_DANGER = r"(?:flood|danger|disaster|evacuation|exclusion|combat|war|blast) (?:zone|area)|(?:risk|danger)"
_MONEY = r"(?:lakh|crore|rupees?|taka|euros?|dollars?|pounds|francs|rials?|riyals?|pesos?|lira|roubles?|rubles?|shillings|birr|dinars?|[$€£]\d[\d,.]*)"
_KIN = r"(?:famil(?:y|ies)|relatives|next of kin|widows?|orphans|survivors|victims|the injured|the wounded|the dead|deceased|each of (?:the|them)|households?)"
_PAID = r"(?:announc(?:ed?|ing)|promis(?:ed?|ing)|pledg(?:ed?|ing)|pay|pays|paid|paying|offer(?:ed|s|ing)?|grant(?:ed|s|ing)?|award(?:ed|s)?|receiv(?:ed|e|es|ing)|got|get|gets|hand(?:ed|s)? out|give|gives|gave|given|approv(?:ed|es)|owed?|owes)"
_BODY = r"(?:committee|commission|panel|inquiry|board of inquiry|task force|tribunal|fact-finding (?:team|mission)|team of experts)"
_HEAD = r"(?:president|prime minister|premier|minister|king|queen|governor|pope|chancellor|secretary-general|envoy|delegation|commissioner|mayor|vice-president)"
FUGITIVE = r"(?:inmates?|prisoners?|fugitives?|escapees?|convicts?|detainees?|runaways?|absconders?|escapers?)"
_HELPERS = r"(?:troops|soldiers|the army|police|the first units?|units?|reinforcements|help|crews?|firefighters|rescuers|ambulances?|medics|the brigade|the navy|the coast ?guard)"
_WAY = r"(?:borders?|frontiers?|crossings?|checkpoints?|lines?|tracks?|roads?|highways?|motorways?|bridges?|tunnels?|airports?|airspace|runways?|ports?|harbou?rs?|markets?|schools?|shops|stations?|mines?|canals?|straits?|passes)"
_LORRIES = r"(?:convoys?|columns?|trucks|lorries|buses|vehicles)"

OWN_TYPES = {
    "blame": ("responsibility", "Who was behind it"),
    "order": ("order", "Orders and permissions"),
    "signal": ("signal", "Signals"),
    "gates": ("gates", "Gates and doors opened"),
    "defect": ("defect", "Defects and wear"),
    "complaint": ("complaint", "Letters and complaints"),
    "recaptured": ("recapture of fugitives", "Fugitives caught again"),
    "protection": ("protection", "Guards and protection"),
    "speed": ("speed", "How fast it went"),
    "weather": ("weather", "The weather"),
    "capacity": ("capacity", "What it was made for"),
    "construction": ("construction", "When it was built"),
    "rebuilding": ("rebuilding", "What is built again"),
    "whereabouts": ("whereabouts", "Where they were"),
    "duration": ("duration", "How long it lasted"),
}
QUIET_TYPES = frozenset(
    {"blame", "weather", "speed", "capacity", "construction", "duration"}
)  # told beside what happened
OF_A_LACK = frozenset({"defect", "labour", "closure"})  # families whose phrases tell of what did not work

ALARMS_AND_WORKS = (
    # Alarms, calls and messages that reached somebody or did not.
    (
        "warning",
        r"\b(?:sirens?|alarms?|loudspeakers?|church bells|warning systems?|early[- ]warning)\b[^.;,]{0,40}\b(?:activated|sounded|sounding"
        r"|wailed|worked|working|work|silent|failed|into operation|switched (?:on|off)|triggered|set off|heard|out of order|without power"
        r"|tested|used|rang|blared|went)\b"
        r"|\b(?:heard|hear|hearing|heed(?:ed)?|ignored|sounded|activated|triggered|raised|recall|recalled|was|were|got|gave) (?:no|any|a|an|the|one|their) (?:\w+ )?(?:sirens?|alarms?|alert)\b",
    ),
    (
        "warning",
        r"\b(?:first|second|emergency|telephone|phone|private|alarm|warning) calls?\b[^.;,]{0,25}\b(?:came|come|made|received|registered|logged|placed|reached|went|from)\b"
        r"|\bcalls? from\b[^.;,]{0,40}\b(?:registered|received|logged|came|at \d)"
        r"|\b(?:got|get|received|took|logged|answered|made|registered) (?:the|a|an|its|their|no) (?:\w+ )?(?:calls?|alert|alarm|warnings?)\b"
        r"|\b(?:alert|warning|alarm|message|bulletin|information)\b[^.;,]{0,30}\b(?:reached|came|was (?:received|sent|passed|given|issued|raised|brought)|went out|sent out|passed on)\b"
        r"|\b(?:was|were|been) (?:warned|alerted|notified|woken|roused) (?:at|by|of|in time|too late|about|beforehand|in advance)\b|\b(?:was|were|been) (?:told|informed) (?:at \d|only at|in time|too late|beforehand|in advance)",
    ),
    (
        "warning",
        r"\b(?:telephoned|phoned|alerted|notified|alerting|notifying|rang|forewarned|warned)\b (?!that\b)(?:the|a|an|its|their|police|both|residents|people|each|at|all)\b"
        r"|\b(?:coordinates|route|movements?|timing|plans?)\b[^.;]{0,40}\b(?:notified|communicated|shared|passed|acknowledged)\b",
    ),
    # Orders, permissions and signals.
    (
        "order",
        r"\b(?:gave|given|give|gives|giving|issued|issue|signed|sign|received|followed|following|obeyed|carried out) (?:\w+ ){0,3}(?:orders?|instructions?|go-ahead|green light|clearance|permission|line clear)\b(?! for (?:new|\d|more|cars|planes|ships|trucks))"
        r"|\bon (?:the |an? |its |his |her |their |whose )?(?:\w+ ){0,2}(?:orders?|instructions?|initiative|command) (?:of|from)\b|\bon (?:his|her|its|their) own (?:initiative|authority|orders?)\b"
        r"|\b(?:heard|knew|know|know) of (?:any|no|an) (?:\w+ )?(?:order|instruction)\b|\bline clear\b"
        r"|\b(?:was|were|been) (?:ordered|instructed|told|authori[sz]ed|cleared|directed) (?:not )?to\b"
        r"|\bact(?:ed|ing)? (?:on|under|without) (?:an?|the|any|orders?|instructions?)\b"
        r"|\b(?:decision|order|instruction)\b[^.;]{0,30}\b(?:was|were|been) (?:taken|made|given|signed|issued)\b|\bthe decision had been\b",
    ),
    (
        "signal",
        r"\b(?:signals?|lamps?|lights?|flags?|points)\b[^.;,]{0,15}\b(?:was|were|is|showed|stood|turned|shows|set) (?:at |to |for |on )?(?:red|green|amber|yellow|danger|clear|the)\b"
        r"|\b(?:ignored|ran|passed|jumped|missed|overshot|overran|disregarded|running|ignoring|passing|against) (?:a|the|one|its|two|three) (?:\w+ )?(?:signals?|stop signs?|red lights?)\b"
        r"|\b(?:waved|showed|waving|showing|swung|held up|gave|giving|given) (?:a|any|the|no) (?:\w+ )?(?:lamps?|lantern|(?:green|red|white|yellow) flags?|signals?|torch)\b|\bat danger\b(?! of)",
    ),
    # What was to hold back or keep in.
    (
        "gates",
        r"\b(?:sluices?|sluice gates?|gates?|floodgates?|valves?|cells?|doors?|hatch(?:es)?|locks?|bow ramp|valve)\b[^.;,]{0,30}\b(?:was|were|been|be|had|is) (?:\w+ )?(?:opened|closed|raised|lowered|shut|unlocked|forced|left open|broken (?:down|open)|jammed)\b"
        r"|\b(?:open(?:ed|ing|s)?|unlock(?:ed|ing)?|forc(?:ed|ing)|broke|break|shut|clos(?:ed|ing)|rais(?:ed|ing)|lower(?:ed|ing)) (?:up )?(?:the|our|their|its|a|all|both|several|two) (?:[\w-]+ ){0,2}(?:sluices?|gates?|floodgates?|valves?|cells?|doors?|hatch(?:es)?|prison|jail)\b(?! (?:to|for) (?:the )?(?:public|customers|visitors|students|shoppers|tourists|guests|fans|investors|all))",
    ),
    (
        "natural disaster",
        rf"\b{BARRAGE}\b[^.;,]{{0,40}}\b(?:burst|broke|broken|collapsed|gave way|given way|overtopped|breached|eroded|failed|washed (?:away|out)|ruptured|crumbled|spilled over|overflow\w*)\b"
        rf"|\b(?:breach|failure|collapse|rupture|bursting|overtopping|break) of (?:the |an? |this )?(?:[\w-]+ ){{0,4}}{BARRAGE}\b"
        r"|\bmoment of (?:the )?(?:failure|collapse|breach)\b|\b(?:overtopp(?:ed|ing)|swept away|carried away by (?:the )?(?:water|flood|river))\b",
    ),
    (
        "defect",
        r"\b(?:cracks?|fissures?|defects?|faults?|flaws?|wet patches|corrosion|rust|wear|seepage|weak(?:ness|nesses)|metal fatigue)\b[^.;,]{0,30}\b(?:found|discovered|revealed|detected|seen|reported|noticed|noted|appeared|at the foot|in the (?:dam|wall|walls|foundations?|building|rails?|tracks?|wing|fuselage|hull|embankment|pillars?|bridge|concrete|tank|roof|downstream|structure))\b"
        r"|\b(?:found|find|finds|discovered|revealed|reveals|detected|reported|showed|showing|noticed|no|of) (?:any |no |the |two |three |several |serious |small |hairline )*(?:cracks|fissures|defects?|flaws?|faults?)\b(?! in (?:the |his |her |its |their )?(?:coalition|alliance|accounts?|case|argument|logic|plans?|theory|unity|system|markets?|law|policy|party|government))"
        r"|\b(?:brakes?|engines?|steering|rudder|pumps?|boilers?|generators?|doors?)\b[^.;,]{0,40}\b(?:failed|fail|did not (?:hold|work|start)|not (?:hold|holding|working)|lost (?:\w+ )?pressure|faulty|defective|worn|in order|broke down|seized up|gave out)\b"
        r"|\blost (?:brake|oil|air|hydraulic) pressure\b",
    ),
    # Letters, complaints, petitions.
    (
        "complaint",
        r"\bcomplain(?:ed|ing|ts?|s)?\b(?! of (?:pain|chest|headache|nausea|dizziness))|\bpetition(?:ed|s)? (?:the|for|to|signed|against)\b"
        r"|\b(?:wrote|written|writes|writing) to (?!(?:his|her|me|him|my|us|them)\b)\w+|\b(?:in|by) (?:an?|his|her|its|their|the) (?:\w+ )?letter\b"
        r"|\bletters?\b[^.;,]{0,30}\b(?:dated|of \d|sent|received|arrived|forwarded|addressed|in which)\b|\b(?:received|receive|receiving|sent|answered|signed) (?:no|any|the|such|a|an) (?:such )?(?:\w+ )?letters?\b"
        r"|\b(?:asked|asking|ask|asks|appealed) for (?:more (?:men|guards|staff|officers|money|time)|reinforcements|repairs)\b",
    ),
    # Fugitives.
    (
        "recaptured",
        rf"\b{FUGITIVE}\b[^.;]{{0,60}}\b(?:recaptured|re-captured|rearrested|re-arrested|caught|brought back|recovered|rounded up|retaken|returned|back (?:in|behind|at)|gave themselves up|given themselves up|turned themselves in|back so far)\b"
        r"|\b(?:was|were|been|be) (?:already )?(?:recaptured|re-captured|rearrested|re-arrested)\b|\b(?:back|is back|are back|were back|was back) behind bars\b|\bre-?arrest(?:ed|s)? (?:\d|the|some|two|three|most|all)"
        rf"|\b(?:recaptured|rearrested|re-arrested|caught|found|recovered) (?:\w+ ){{0,4}}(?:of the |of its |of )?{FUGITIVE}\b",
    ),
    # Guards.
    (
        "protection",
        r"\b(?:escorts?|bodyguards?|security detail|protection|police guard|close protection|guards)\b[^.;]{0,40}\b(?:reduced|cut|withdrawn|withdrew|doubled|assigned|removed|lowered|strengthened|increased|taken away|scaled (?:back|down)|halved)\b"
        r"|\b(?:reduc|cut|withdr|doubl|remov|strengthen|increas|halv|scal|lower)\w* (?:back |down )?(?:the |his |her |their |its )?(?:\w+ )?(?:escorts?|bodyguards?|security detail|protection|police guard)\b(?! of (?:savers|consumers|workers|data|the environment|nature|wildlife|jobs|species))"
        r"|\bunder (?:police |armed |heavy |military )?guard\b|\b(?:assigned|posted) to (?:the )?(?:night|day|guard)\b",
    ),
    # Who is to answer for it.
    (
        "blame",
        r"\b(?:blam(?:ed|es|ing)|accus(?:ed|es|ing)) (?:the|it|on|its|rebels|militants|each|his|her|their|government|separatists|foreign|an?)\b"
        r"|\b(?:hold|holds|holding|held) (?:[\w’'-]+ ){0,4}responsible\b|\b(?:was|were|is|are|been|be) (?:\w+ )?(?:responsible for|to blame|behind (?:it|the|this|an))\b"
        r"|\b(?:aircraft|forces|troops|men|army|side|police) (?:was|were) responsible\b|\b(?:pointed|points|pointing) (?:the|a) finger\b|\bwas blamed\b|\bwere blamed\b|\bpinned (?:it |the \w+ )?on\b"
        r"|\b(?:it was|that it was) (?:his|our|their|its) (?:men|fighters|people|forces)\b|\bhad done it\b|\bdeny it was\b",
    ),
    # People are brought to safety.
    (
        "displacement",
        rf"\b(?:moved|taken|brought|led|bus(?:s)?ed|transferred|relocated|evacuated|accommodated|housed|put up|registered|living|sheltering|staying|sleeping)\b[^.;]{{0,40}}\b(?:to|into|in|at) (?:the |an? |four |two |three |local |makeshift |temporary |nearby )*{_SHELTER}\b"
        rf"|\b(?:led|moved|taken|brought|got|get) out of (?:the )?(?:{_DANGER})\b|\bled to safety\b|\b(?:left|leaving|leave) (?:on foot|with mattresses|in cars)\b"
        r"|\b(?:people|residents|families|villagers|inhabitants|children|townspeople)\b[^.;,]{0,25}\b(?:left|leaving)\b(?! (?:dead|injured|wounded|homeless|without|behind|in|the (?:meeting|court|building|plane|aircraft|ship|ferry)))"
        r"|\bdisplaced (?:people|persons|families)\b",
    ),
    # Injured and dead, in the words of hospitals.
    (
        "casualties",
        r"\b(?:taken|placed|admitted|brought|rushed|transferred|treated|remain(?:s|ed)?|receiving|received) (?:to|in|into|at) (?:the |a |an |two |three |four |nearby |local |\w+ )?(?:hospitals?|clinics?|medical (?:institutions|centres?|centers?|facilities)|intensive care)\b"
        r"|\b(?:morgue|mortuary|mortuaries|morgues)\b|\bvital signs\b|\bdead on arrival\b|\bfeared dead\b|\bis alive\b|\bare alive\b|\b(?:loss|losses) (?:was|were|of life|in the ranks|among)\b"
        r"|\b(?:bod(?:y|ies)) (?:\w+ )?(?:of|had been|have been|were|was|lay)\b(?! (?:work|evidence|water|the (?:dam|plane|aircraft|car|ship|bus|church|text)))",
    ),
    (
        "search and rescue",
        r"\b(?:being|still|are|were|was) (?:looked|searched|looking|searching) for\b(?! (?:work|a job|jobs|a way|ways|answers|an? (?:new|answer|solution)))|\b(?:is|are|was|were) (?:listed|posted|reported) (?:as )?missing\b"
        r"|\b(?:search|searches|rescue (?:operation|work))\b[^.;,]{0,20}\b(?:is over|ended|went on|will go on|goes on|continu\w+|called off|stopped|resumed|suspended|began|begun|under way|underway)\b",
    ),
    # Money for those who lost something; pay that was not paid.
    (
        "compensation",
        rf"\b{_PAID}\b[^.;]{{0,60}}\b{_MONEY}[^.;]{{0,60}}\b{_KIN}|\b{_PAID}\b[^.;]{{0,30}}\b{_KIN}[^.;]{{0,50}}\b{_MONEY}"
        rf"|\b(?:nobody|no one|none|no family)\b[^.;]{{0,20}}\b(?:received|got|seen|been paid)\b[^.;]{{0,15}}\b{_MONEY}",
    ),
    (
        "labour dispute",
        r"\bon strike (?:since|for|over|until|in|from|at)\b|\b(?:salary|wage|pay) arrears\b|\barrears\b[^.;,]{0,30}\bmonths?\b|\b(?:gone|go|going|went|worked|working|been) (?:\w+ ){0,3}(?:without pay|unpaid|without (?:their )?wages)\b|\bnot been paid\b",
    ),
    # Journeys of those in office, and bodies that look into it.
    (
        "visit",
        rf"\b{_HEAD}\b[^.;,]{{0,60}}\b(?:(?:flew|flown|flying|travell?ed|travell?ing|arrived|arrives?|will travel) (?:to|in|at|into|back|here)\b|(?:expected|due) (?:in|at|here|back|to (?:arrive|visit|travel|fly|tour|reach|come))\b|went (?:to|into) (?:the (?:scene|area|site|town|village|region|front|hospital)|see)\b)"
        r"|\b(?:put off|postponed|cancelled|canceled|cut short|called off) (?:his|her|a|the|its|their) (?:\w+ )?(?:visit|trip|tour|journey)\b|\bchaired (?:a|an|the) (?:\w+ )?(?:meeting|session)\b",
    ),
    (
        "investigation",
        rf"\b(?:formed|set up|setting up|forming|appointed|constituted|established|ordered|named|sent) (?:an? |the |its |his )?(?:[\w-]+ ){{0,4}}{_BODY}\b|\b{_BODY}\b[^.;]{{0,90}}\b(?:formed|set up|appointed|constituted|established|to report|submit (?:its|their) (?:report|findings))\b",
    ),
    # Who came, and when.
    (
        "arrival",
        rf"\b{_HELPERS}\b[^.;,]{{0,30}}\b(?:were|was|be|is|are|been) (?:already )?(?:at|on) (?:the |our )?(?:gates?|scene|spot|site|place|door)\b|\b{_HELPERS}\b[^.;,]{{0,40}}\b(?:turn(?:ed)? up|showed up|got there|reached the)\b|\bon the (?:spot|scene) (?:by|at|within|in|before|after)\b"
        rf"|\b{_LORRIES}\b[^.;,]{{0,30}}\b(?:got through|came through|made it|were let through|turned (?:back|around|round))\b",
    ),
    (
        "departure",
        rf"\b{_LORRIES}\b[^.;,]{{0,40}}\b(?:left|set (?:out|off)|departed|pulled out|moved off)\b(?! (?:behind|burnt|burning|destroyed))",
    ),
    # Ways opened and shut.
    (
        "closure",
        rf"\b{_WAY}\b[^.;,]{{0,25}}\b(?:was|were|been|be|is|are|has|have|had|stayed|remain(?:s|ed)?) (?:\w+ )?(?:re-?opened|opened|closed|shut|cleared|sealed|cancelled|suspended|blocked)\b|\b(?:opened|reopened|closed|shut|sealed) (?:its|the|their) (?:\w+ )?(?:borders?|frontiers?|airspace|crossings?)\b"
        r"|\b(?:trains?|express(?:es)?|flights?|ferries|services|buses)\b[^.;,]{0,25}\b(?:have|has|had|were|was|been) (?:\w+ )?(?:cancelled|canceled|suspended|halted|not resumed|stopped)\b|\b(?:has|have) not (?:re-?)?opened\b|\b(?:let|allowed|waved) through\b"
        r"|\bfirst (?:\w+ )?(?:train|ferry|bus|flight|ship)\b[^.;]{0,40}\b(?:crossed|passed|ran|left|went through)\b",
    ),
    ("government regains territory", r"\bpockets of resistance\b|\bmopp(?:ed|ing) up\b"),
    # What is told beside it.
    (
        "speed",
        r"\b(?:speed|speeding|travell?ing|running|slowed|going|doing|driving|limit)\b[^.;]{0,30}\d[\d.,]* ?(?:km ?/ ?h|kmh|kmph|kph|km per hour|kilomet(?:er|re)s? (?:per|an) hour|miles per hour|mph|knots)\b|\bspeed (?:limit|restriction)\b|\bfigure of \d+ ?(?:kmph|km/h|kph|mph|knots)\b",
    ),
    (
        "weather",
        r"\b(?:dense|thick|heavy|patchy|freezing) fog\b|\bvisibility\b(?! (?:of (?:the|this) (?:issue|problem|party)))|\bwaves (?:were|was|of|up to|reached|as high)\b|\bminus \d+\b|\bdegrees (?:below|celsius|centigrade)\b|\bgusts? of\b|\bwinds? (?:of|up to|reached|gusting)\b|\b(?:torrential|heavy|unusual) rains?\b|\babnormal precipitation\b|\bseas? (?:was|were) (?:rough|calm|high)\b|\b(?:snowed|snowfall|snowstorm)\b",
    ),
    (
        "capacity",
        r"\b(?:licen[cs]ed|certified|built|designed|meant|permitted|allowed|intended|approved) (?:to (?:carry|hold|take|house|seat)|for) (?:only |about |around |some |no more than |up to |at most )?\d|\bcapacity of (?:only |about |some )?\d|\bwith \d+ (?:seats|berths|beds|places)\b",
    ),
    (
        "construction",
        r"\b(?:was|were|been) (?:\w+ )?(?:built|completed|constructed|inaugurated|commissioned|renovated|refurbished|refitted|enlarged|raised)\b[^.;,]{0,30}\b(?:in|between|by|before|since) (?:the )?(?:1[89]\d\d|20\d\d)|\b(?:completed|built|inaugurated|commissioned) in (?:the )?(?:1[89]\d\d|20\d\d)",
    ),
    (
        "people aboard",
        r"\b(?:manifest|passenger list|crew list)\b[^.;]{0,30}\b(?:list|show|nam|record|contain|had|bore)\w* (?:\w+ ){0,3}\d",
    ),
)
