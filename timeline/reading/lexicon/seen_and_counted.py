"""Happenings told in plain words (see `plain_deeds`) by what was seen, heard or counted of them, and by who came. (event
type, pattern) over lower-case letters."""

from timeline.reading.lexicon.alarms_and_works import BARRAGE, FUGITIVE

_COUNT = r"(?:(?:at least|no (?:fewer|less) than|more than|some|about|around|up to|over|nearly) )"
_MEN = r"(?:men|people|soldiers|fighters|troops|officers|civilians|comrades|colleagues|sailors)"
_AIR = r"(?:aircraft|jets?|planes?|warplanes?|helicopters?|drones?|air force|bombers?)"
_ARMED = r"(?:soldiers|troops|police|commandos|gunmen|fighters|rebels|paratroopers|guardsmen|militiamen|insurgents)"
_ARMS = r"(?:grenades?|guns?|pistols?|rifles?|explosives|weapons?|bombs?|explosive belts?|detonators?)"
_CROWD = r"(?:people|crowds?|thousands|hundreds|demonstrators|supporters|students|workers|mourners|families)"
_RESCUERS = r"(?:teams?|men|units?|troops|engineers|crews?|rescuers|firefighters|divers|paramedics|doctors)"

SEEN_AND_COUNTED = (
    # In the air.
    (
        "overflight",
        rf"\b{_AIR}\b[^.;,]{{0,30}}\b(?:active|in the air|airborne|aloft|took to the air|flew over|over (?:the |our )?(?:town|city|village|area|district|border|market|site|camp))\b"
        rf"|\bno (?:sorties|flights over|{_AIR})\b|\b(?:flew|flown|fly|carried out|conducted) (?:\w+ ){{0,3}}sorties\b",
    ),
    # What falls, and what it leaves.
    (
        "attack",
        r"\b(?:bomb|shell|impact|blast|fresh|deep|one|two|three|four|five|six|several|saw|left|no) craters?\b(?! (?:lake|rim|on the moon))|\b(?:logged|counted|recorded|registered) (?:[\w,]+ ){0,3}(?:impacts|explosions|rounds|hits)\b"
        r"|\b(?:put|sent|dropped|landed) (?:\w+ ){0,2}(?:mortar rounds?|mortar bombs?|shells|rockets|salvo(?:e?s)?)\b|\b(?:shells|rockets|mortars|mortar rounds|fire) (?:coming|came) from\b"
        rf"|\b{_ARMED}\b[^.;,]{{0,15}}\b(?:went|came|moved|got) in\b(?! (?:for|contact|touch|talks|to (?:talks|view)))|\bmunitions?\b[^.;,]{{0,15}}\b(?:struck|hit|landed|fell)\b",
    ),
    (
        "attack",
        r"\b(?:armed men|attackers|gunmen|assailants|hitmen|raiders)\b[^.;,]{0,40}\b(?:came|arrived|divided|split|rode|drove|approached|surrounded)\b",
    ),
    (
        "shooting",
        r"\bmuzzle flash(?:es)?\b|\b(?:cartridge|shell) (?:cases?|casings?)\b|\bspent (?:cartridges|rounds|casings)\b|\bbullet holes?\b|\b(?:heard|hear) (?:\w+ ){0,3}(?:shots|gunshots|gunfire|bangs)\b",
    ),
    (
        "armed clash",
        r"\b(?:second|third|new|renewed|first|fresh|brief|last) engagement\b|\btrad(?:ed|ing) fire\b|\bcontact with the enemy\b",
    ),
    # Who was taken, who may see them, who gave himself up.
    (
        "arrest",
        r"\b(?:men|officers|agents|policemen|soldiers|gendarmes) (?:had |have )?(?:took|taken|lifted|picked up|grabbed|led away|marched off) (?:him|her|them|his|the (?:man|woman|editor|publisher|owner|two|three))\b(?! (?:to (?:the |a )?(?:hospital|clinic|safety)|home))"
        r"|\bno (?:detainees|arrests|one (?:has been |was )?(?:detained|arrested|held))\b",
    ),
    (
        "access to a detainee",
        r"\b(?:allowed|permitted|able|asked|refused leave|let) to (?:see|visit|meet|speak to|speak with) (?:him|her|them|(?:his|her|their|the) (?:clients?|prisoners?|detainees?|husband|wife|son|brother))\b|\bturned away (?:from|at) the (?:building|gates?|door|prison|court|station)\b|\badmitted to (?:the|his|her) cells?\b",
    ),
    (
        "surrender",
        r"\b(?:walked|came|went) into (?:the |a |an )?(?:[\w-]+ ){0,4}police (?:station|post)\b|\b(?:gave|given|giving) (?:himself|herself|themselves) up\b|\bturned (?:himself|herself|themselves) in\b",
    ),
    (
        "jail break",
        rf"\b{FUGITIVE}\b[^.;,]{{0,15}}\b(?:(?:got|get|gotten|walked|climbed|ran|slipped) (?:out|away|free|over)|(?:are|were|is) gone)\b|\bwalked out of (?:the )?(?:[\w-]+ )?(?:prison|jail)\b|\bopened the (?:prison|jail)\b|\bon the run\b(?! (?:to|for a))|\b(?:number|figures?|count|total) of (?:\d[\d,]* )?(?:or even \d[\d,]* )?(?:escapees|fugitives|runaways)\b",
    ),
    (
        "weapons seized",
        rf"\b{_ARMS}\b[^.;,]{{0,40}}\b(?:dummies|dummy|fakes?|made of|carved|toys?|replicas?|wooden|imitations?)\b|\blive (?:grenades?|explosives|ammunition was)\b",
    ),
    # Who was where.
    (
        "whereabouts",
        r"\b(?:is|was|are|were) (?:safe and|still in charge|at work in|in (?:good health|safe hands|hiding))\b|\bnever left the (?:capital|country|city|building|palace)\b",
    ),
    # How many died, and what is said of it.
    (
        "casualties",
        rf"\b(?:lost|lose|losing|loses)(?= {_COUNT}(?:\d[\d,]*|dozens|scores|hundreds|[a-z]+) (?:of (?:its|their|his|her|our) )?{_MEN}\b)|\bvictims\b[^.;,]{{0,40}}\b(?:include[ds]?|included|numbered|were aged)\b"
        r"|\blists? (?:of|with) (?:[\w-]+ ){0,3}(?:names|dead|victims|the dead)\b|\bmassacres?\b|\bkillings? of (?:\d|at least|more than|two|three|four|five|six|seven|eight|nine|ten)\b",
    ),
    (
        "condemnation",
        r"\bexpress(?:ed|es|ing)? (?:\w+ ){0,3}(?:condolences|sympathy|sorrow|grief|shock|solidarity|alarm)\b|\b(?:gravely|deeply|seriously) concerned\b|\bshock at the loss\b",
    ),
    # Who came, and how late; who was asked to.
    (
        "arrival",
        rf"\b{_RESCUERS}\b[^.;,]{{0,12}}\b(?:was|were) in (?!good|bad|fine|great|high|poor|top|full|favou?r|charge)[a-z]+(?: [a-z]+)? (?:by|within|before|as early as)\b|\b(?:nobody|no one|no help|no ambulance|no rescuer|help|the (?:\w+ )?(?:ship|boat|helicopter|ambulance))\b[^.;,]{{0,15}}\b(?:came|arrived|was seen|turned up|reached us) (?:until|before|only|till|at)\b",
    ),
    (
        "search and rescue",
        rf"\b{_RESCUERS}\b[^.;,]{{0,15}}\b(?:worked|working|at work|toiled|dug|digging) (?:at|on|in|through|for|with) (?:the )?(?:scene|site|spot|wreck|rubble|debris|night|shovels)\b|\bpri(?:ed|sed|zed) open\b|\bbare hands\b",
    ),
    (
        "relief",
        r"\b(?:ask(?:ed|ing|s)?|request(?:ed|ing|s)?|appeal(?:ed|ing|s)?|call(?:ed|ing|s)?) for (?:\w+ ){0,2}(?:help|aid|assistance)\b(?! from the (?:public|witnesses))|\boffer(?:ed|s)? (?:of |their |its )?(?:\w+ )?(?:help|aid|assistance)\b|\bsought (?:help|aid|assistance)\b|\bno request (?:had|has) (?:come|been)\b"
        r"|\brescue teams?\b[^.;]{0,40}\b(?:leave|leaving|left|fly|flew|sent|set out|on (?:its|their) way)\b|\b(?:no|without) (?:food|water|drinking water|assistance|medicines?)\b[^.;,]{0,20}\b(?:since|for|anywhere|left|in)\b",
    ),
    # Gatherings.
    (
        "protest",
        rf"\b{_CROWD}\b[^.;,]{{0,25}}\b(?:walk(?:ed|ing)|stream(?:ed|ing)|converg(?:ed|ing)|turned out|came out) (?:towards?|to|on|in|for|into)\b(?! (?:work|school|hospital))|\b(?:ended|passed off|dispersed) (?:peacefully|without incident)\b",
    ),
    # What was promised and built again, what was without light, what still holds.
    (
        "rebuilding",
        r"\b(?:promis|pledg|vow)\w*\b[^.;]{0,50}\b(?:new (?:houses|homes|flats|schools?|town|village|bridge)|have a (?:house|home|roof))\b|\brebuil(?:d|t|ding)\b|\breconstruct(?:ed|ion|ing)\b(?! of (?:events|the (?:events|crime|accident|evening|night)))|\b(?:is|are|was|were) to be (?:replaced|rebuilt|repaired)\b",
    ),
    (
        "power cut",
        r"\bwithout (?:power|electricity|light)\b|\b(?:power|electricity) (?:supply )?(?:will be |was |has been |is )?(?:fully )?(?:restored|back)\b",
    ),
    ("agreement", r"\bit (?:was|is|remains?) (?:still |no longer )?in force\b|\bto expire at\b"),
    (
        "natural disaster",
        rf"\b{BARRAGE}\b, [^.;]{{3,70}}, (?:had |has )?(?:burst|broke|broken|collapsed|gave way|breached|failed)\b",
    ),
    (
        "gates",
        r"\b(?:had|have|got) the (?:[\w-]+ )?(?:sluices?|gates?|floodgates?|valves?|doors?|cells?) (?:opened|closed|shut|raised|unlocked)\b",
    ),
    (
        "blame",
        r"\b(?:political|criminal|religious|no|any|the) motives?\b|\bthe work of (?:\w+ )?(?:criminals|terrorists|bandits|militants|professionals|rebels|a (?:lone )?(?:gunman|wolf))\b",
    ),
    (
        "duration",
        r"\b(?:lasted|went on for|lasting|goes on for) (?:about |some |around |only |just |more than |less than |over |nearly |almost |at least )?(?:[\w-]+ ){0,2}(?:seconds?|minutes?)\b",
    ),
)
