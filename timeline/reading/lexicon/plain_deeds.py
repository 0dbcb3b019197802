"""Happenings told in plain words, where no single verb or noun of the table does: whole phrases, as in
`happenings.PHRASES`, (event type, pattern)."""

_BUILT = (
    r"(?:roofs?|walls?|ceilings?|chimneys?|towers?|minarets?|steeples?|bridges?|balcon(?:y|ies)|scaffold(?:s|ing)|pylons?|houses?|"
    r"homes?|buildings?|blocks?|stands?|tunnels?|trees?)"
)
_GROUND = r"(?:ground|earth|floor|walls?|house|building|whole (?:town|city|village))"
_SHOTS = r"(?:guns?|cannons?|artillery|howitzers?|mortars?|batteries|weapons)"
_SHELLS = r"(?:shells?|mortar (?:rounds?|bombs?|shells?)|mortars?|rockets?|missiles?|bombs?|rounds?)"
_HEIGHT = (
    r"(?:heights?|hill(?:top)?s?|ridges?|outposts?|posts?|positions?|strongholds?|garrisons?|barracks|bases?|airfields?|"
    r"crossings?|bridgeheads?|trench(?:es)?|camps?|forts?)"
)
_VEHICLE = r"(?:car|van|minibus|minivan|jeep|pick-?up|truck|lorry|bus|boat|helicopter|boot|vehicle)"
_MANY = r"(?:\d[\d,]*|dozens|scores|hundreds|thousands|many|most|half|all|some|families|villagers|residents|people)"
_TAKEN = r"(?:took|taken|take|takes|taking|captured|seized|held|stormed|overran|overrun|occupied)"
_LOST = (
    r"(?:lost|lose|loses|losing|abandoned|evacuated|given up|gave up|driven (?:off|from|out of)|thrown (?:off|out of))"
)

PLAIN_PHRASES = (
    # What was built is no longer whole.
    (
        "property destruction",
        rf"\b{_BUILT}\b[^.;,]{{0,30}}\b(?:came|come|comes|coming|fell|fallen|fell in|caved|blown) (?:down|in|off)\b",
    ),
    (
        "property destruction",
        r"\b(?:lost|lose|losing|without) (?:its|their|the|his|her) (?:\w+ )?(?:roofs?|windows?|walls?|spire|chimneys?)\b",
    ),
    (
        "property destruction",
        r"\b(?:reduced|turned|pounded|bombed|razed) to (?:rubble|ruins?|ashes|dust|cinders)\b|\b(?:lies?|lay|left|is|are|was|were) in ruins\b",
    ),
    (
        "property destruction",
        r"\b(?:windows?|panes|glass|shop ?fronts?)\b[^.;,]{0,20}\b(?:shattered|smashed|broken|blown (?:out|in)|burst)\b|\b(?:smashed|shattered|broke) (?:\w+ )?windows?\b",
    ),
    (
        "property destruction",
        r"\b(?:was|were|been|completely|partly|badly) (?:gutted|charred|crushed|torched|wrecked)\b|\buninhabitable\b|\bcracked (?:walls?|roofs?|pillars?)\b|\bwalls? (?:\w+ )?cracked\b",
    ),
    ("property destruction", r"\bhouses? (?:\w+ ){0,3}(?:are|were|was|is) (?:flat|gone|down|rubble)\b"),
    # The earth moves.
    (
        "natural disaster",
        rf"\b{_GROUND}\b[^.;,]{{0,15}}\b(?:shook|shaken|shaking|shakes|trembled|trembling|moved|heaved|swayed|jolted)\b",
    ),
    (
        "natural disaster",
        r"\bfelt (?:the )?(?:earth|ground|floor|house|building)\b|\bshaken (?:out of|from) (?:their|his|her) (?:beds?|sleep)\b|\bthe (?:first |second |main )?(?:shock|jolt|tremors?)\b[^.;,]{0,20}\b(?:came|was|were|struck|lasted|felt)\b",
    ),
    (
        "natural disaster",
        r"\b(?:made|makes?|making) landfall\b|\bthe (?:river|water|waters|lake|sea)\b[^.;,]{0,20}\b(?:rose|risen|rising|swelled|overflowed|receded)\b",
    ),
    # A place changes hands.
    ("non-state actor overtakes territory", r"\bchang(?:ed|es|ing) hands\b"),
    (
        "non-state actor overtakes territory",
        rf"\b{_TAKEN} (?:the |an? |its |their |two |three )?(?:[\w’'-]+ ){{0,3}}{_HEIGHT}\b(?! (?:of|as|that|in the (?:ministry|government)))",
    ),
    (
        "government regains territory",
        rf"\b{_LOST} (?:the |it|an? |its |their |from )?(?:[\w’'-]+ ){{0,3}}{_HEIGHT}\b|\b(?:driven|thrown|pushed) off it\b",
    ),
    (
        "territorial control",
        r"\bflags?\b[^.;,]{0,25}\b(?:fl(?:y|ies|ew|ying)|wav(?:es|ed|ing)|flutter\w*|hoisted|raised)\b|\b(?:fl(?:ies|ew|ying)|flying) (?:\w+ ){0,2}flag\b",
    ),
    # Guns speak and fall silent.
    (
        "attack",
        rf"\b{_SHELLS}\b[^.;,]{{0,25}}\b(?:fell|fallen|landed|rained|came down|dropped|poured)\b|\b(?:rain(?:ed|ing)|pour(?:ed|ing)|lobb(?:ed|ing)|fir(?:ed|ing)) (?:\w+ ){{0,3}}{_SHELLS}\b",
    ),
    (
        "attack",
        rf"\b{_SHOTS}\b[^.;,]{{0,20}}\b(?:opened up|started up|began to|roared|thundered)\b|\bopened up (?:on|at)\b|\bfired (?:first|upon)\b|\bcame under (?:\w+ )?(?:fire|attack)\b|\b(?:was|were|been) (?:fired (?:on|upon)(?! (?:mon|tues|wednes|thurs|fri|satur|sun)day)|attacked|shelled)\b",
    ),
    (
        "agreement",
        rf"\b{_SHOTS}\b[^.;,]{{0,20}}\b(?:silent|silenced|quiet)\b|\b(?:cease|ceases|ceased|ceasing|hold|held|stop|stopped|halt|halted) (?:their |its |the |all )?(?:fire|firing|shelling|hostilities)\b",
    ),
    # People are taken and held.
    (
        "abduction",
        rf"\b(?:snatched|bundled|dragged|shoved|forced|pushed|hustled|pulled|driven)\b[^.;,]{{0,40}}\b(?:into|in) (?:an? |the |his |her |their )?(?:[\w-]+ ){{0,2}}{_VEHICLE}\b",
    ),
    (
        "abduction",
        r"\b(?:snatched|kidnapped|grabbed) (?:him|her|them|anyone|nobody|the (?:man|woman|boy|girl))\b|\b(?:was|were|been) (?:snatched|bundled|spirited) (?:away|off|from|outside)?\b",
    ),
    (
        "arrest",
        r"\b(?:is|are|was|were|being|been) (?:still |now |being )*held (?:at|in|by|without|for questioning|incommunicado)\b(?! (?:account|esteem|common|place|high|(?:the )?(?:town hall|city hall|stadium|parliament|capital)))",
    ),
    (
        "court ruling",
        r"\b(?:brought|led|taken|appeared|hauled) before (?:an? |the )?(?:\w+ ){0,2}(?:judge|court|magistrate|tribunal)\b|\bthr(?:ew|own|ows) out (?:the|his|her|their) (?:case|appeal|charges?)\b|\bclear(?:ed|s) of (?:all |the |any )?(?:charges?|wrongdoing|blame)\b",
    ),
    (
        "disappearance",
        r"\blast seen\b|\b(?:not|never|no one|nobody|n[’']t)\b[^.;,]{0,25}\b(?:seen|heard from|been seen)\b[^.;,]{0,15}\bsince\b|\b(?:do|does|did) not know where (?:he|she|they) (?:is|are|was|were)\b|\b(?:whereabouts|fate)\b[^.;,]{0,20}\bunknown\b",
    ),
    # People are got out.
    (
        "search and rescue",
        r"\b(?:brought|carried|got|taken|came|come|pulled|dug|lifted|helped|found)\b[^.;,]{0,12}\b(?:out|ashore|free) alive\b|\b(?:was|were|been|is|are) dug (?:out|free)\b|\bdug (?:him|her|them|out (?:the )?(?:survivors?|people))\b",
    ),
    ("search and rescue", r"\b(?:under|beneath|in|from) the (?:rubble|ruins|debris|wreckage|mud|snow|avalanche)\b"),
    (
        "search and rescue",
        r"\b(?:call(?:ed|s|ing)?|gave|broke|breaking) off the (?:\w+ )?search\b|\b(?:rescuers?|rescue (?:teams?|workers?|boats?|helicopters?)|lifeboats?|coast ?guards?|fire(?:men|fighters)|ambulances?)\b[^.;]{0,40}\b(?:reach(?:ed|es|ing)?|arriv(?:ed|ing|es?)|got to|get to|came|reaching)\b",
    ),
    (
        "casualties",
        r"\b(?:washed|swept|thrown|fell|fallen|gone) overboard\b|\b(?:dead|bodies|victims) (?:\w+ )?(?:lay|lie|lying)\b|\bfought for (?:his|her|their) li(?:fe|ves)\b|\b(?:stable|critical|serious) condition\b|\bin intensive care\b",
    ),
    # People go.
    (
        "displacement",
        rf"\b{_MANY}\b[^.;]{{0,40}}\b(?:left|had left|have left|were leaving|walked out of|moved out of|ran out of|poured out of) (?:the |their |its )?(?:village|town|city|valley|district|area|region|island|quarter|neighbourhood|houses?|homes?|camp|coast)\b",
    ),
    (
        "displacement",
        r"\b(?:left|leaving|abandoned|fled|locked) (?:their|his|her) (?:houses?|homes?|flats?|apartments?|villages?|fields|land)\b|\b(?:slept|sleeping|sleep|night|nights) (?:in|under) (?:the open|tents?|cars|the street|parks?)\b|\b(?:ran|rushed|poured|came) (?:out )?into the (?:streets?|open|yard|square)s?\b",
    ),
    # Ships, trains, planes and cars come to grief.
    (
        "accident",
        r"\b(?:list(?:ed|ing)|heel(?:ed|ing)|lean(?:ed|ing)) (?:heavily |sharply |badly |over )?to (?:port|starboard|one side)\b|\b(?:left|leaving|jumped|came off|off) the (?:rails|tracks|road|runway)\b|\boversh(?:ot|oot\w*) the runway\b|\b(?:drifted|driven|washed) ashore\b",
    ),
    (
        "accident",
        r"\b(?:water|sea ?water|waves)\b[^.;,]{0,20}\b(?:came|come|poured|rushed|flooded|broke|burst) (?:in|into|over|through|on board|aboard)\b",
    ),
    (
        "fire",
        r"\bsmoke\b[^.;,]{0,20}\b(?:poured|pour(?:s|ing)|rose|rising|billow\w*|filled|came from|seen)\b|\bblaze under control\b|\bwent up in (?:flames|smoke)\b|\bset (?:\w+ ){0,3}(?:alight|on fire|ablaze)\b",
    ),
    # Public order and public life.
    (
        "protest",
        r"\b(?:stones?|bottles|eggs|petrol bombs|molotov cocktails)\b[^.;,]{0,15}\b(?:thrown|hurled|flung)\b|\b(?:threw|hurled|throwing|hurling) (?:\w+ ){0,2}(?:stones?|rocks|bottles|petrol bombs|molotov cocktails)\b|\btear[- ]?gas\b",
    ),
    (
        "warning",
        r"\b(?:sirens?|alarms?)\b[^.;,]{0,20}\b(?:sounded|wailed|rang|went off|sounding|heard)\b|\b(?:told|urged|advised|ordered|asked|warned) (?:\w+ ){0,3}to stay (?:indoors|at home|away|inside)\b",
    ),
    ("warning", r"\badvis(?:es|ed|ing) (?:\w+ ){0,3}against\b|\btravel (?:advice|warnings?)\b"),
    (
        "power cut",
        r"\b(?:electricity|power|lights?|current)\b[^.;,]{0,25}\b(?:failed|went (?:out|off)|was (?:out|off|back|cut|lost|gone)|were (?:out|off)|back on|came back)\b",
    ),
    (
        "closure",
        r"\b(?:roads?|pass|tunnels?|bridges?|railway|lines?|village|valley)\b[^.;,]{0,20}\b(?:blocked|impassable|cut off|closed off|snowed in|buried)\b|\b(?:trains?|buses|ferries|trams|trolleybuses)\b[^.;,]{0,12}\b(?:not running|were halted|stopped running|cancelled)\b",
    ),
    (
        "closure",
        r"\b(?:classes|lessons|schools?)\b[^.;,]{0,20}\b(?:resumed?|began again|cancelled|suspended|will stay closed)\b",
    ),
    (
        "change of office",
        r"\b(?:lost|loses|leaves|gave up|given up|clung to|kept|left) (?:his|her|their) (?:post|job|seat|office|command)\b",
    ),
    (
        "change of office",
        r"\b(?:took|takes|taken|taking) (?:over|office|up (?:his|her) post) as (?:\w+ )*(?:minister|president|chief|head|director|commander|spokes\w+)\b",
    ),
    (
        "broadcast",
        r"\b(?:went|spoke|appeared|came|goes|speech) on (?:state |national |local )?(?:television|tv|radio|air)\b|\b(?:televised|radio) (?:speech|address|statement)\b",
    ),
    (
        "sanctions",
        r"\b(?:summon(?:s|ed|ing)|expell?(?:s|ed|ing)|recall(?:s|ed|ing)|withdr(?:ew|awn|aws)) (?:the |its |their )?(?:\w+ )?(?:ambassador|envoy|diplomats?|consul)\b|\bambassador (?:was|has been) (?:summoned|recalled|expelled)\b|\bnotes? of protest\b",
    ),
    (
        "condemnation",
        r"\b(?:sent|sends|offer(?:ed|s)|express(?:ed|es)) (?:his|her|their|its) (?:\w+ )?(?:condolences|sympathy|sorrow|grief|shock|solidarity)\b",
    ),
    ("funeral", r"\bminute(?:’s|'s)? (?:of )?silence\b|\bhalf[- ](?:mast|staff)\b|\bday(?:s)? of mourning\b"),
    (
        "correction",
        r"\b(?:with(?:drew|drawn|draws)|pulled|deleted|removed) (?:its|his|her|their|the|that) (?:report|story|claim|statement|article|post|tweet|video|message)\b|\b(?:earlier|previous|first) (?:version|report)s? of this\b|\bturn(?:ed|s) out to be (?:old|false|fake|untrue)\b",
    ),
    (
        "demand",
        r"\b(?:kidnappers?|hijackers?|captors?|gunmen|abductors?|pirates|hostage-takers?)\b[^.;,]{0,20}\b(?:want(?:ed)?|ask(?:ed|ing)? for|insist(?:ed)?)\b",
    ),
    (
        "cause",
        r"\b(?:driver|pilot|captain|helmsman|engineer)\b[^.;,]{0,25}\b(?:drunk|drinking|asleep|on the (?:phone|telephone)|lost control|too fast)\b|\bhad no (?:permit|licence|license)\b|\bnot (?:seaworthy|licensed|insured)\b",
    ),
    ("weapons seized", r"\b(?:made safe|defused|deactivated|disarmed)\b"),
    (
        "deployment",
        r"\btanks?\b[^.;,]{0,20}\b(?:rolled|moved|stood|took up)\b|\b(?:patrols?|sentr(?:y|ies)|armoured vehicles?|tanks?|police vans?)\b[^.;,]{0,20}\b(?:in|on) the streets\b",
    ),
)
