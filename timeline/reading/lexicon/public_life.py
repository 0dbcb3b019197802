"""Rows of the table of happenings (see `happenings`) for public life: the law, offices and power, words that are deeds,
what is shut and opened, and what is done to single people."""

from timeline.reading.lexicon.happening import Happening

PLACES_SHUT = (
    r"airports?|borders?|schools?|shops?|roads?|bridges?|\bposts?\b|checkpoints?|crossings?|offices?|\bports?\b|stations?"
    r"|airspace|universit|factor(?:y|ies)|banks?\b|markets?|embass|consulate|internet|streets?|highways?|motorways?"
    r"|runways?|terminals?|mosques?|church|newspapers?|banks|courts?|squares?|flights?|lines?\b|hospitals?"
    r"|websites?|trains?|plants?|mines?\b|quarries|theatres?|pubs?\b"
)
LAWYER = r"\blawyers?\b|attorney|legal advis|\bclients?\b|in custody|\bcells?\b|detainee|\bprison\b|\bjail\b|relatives"
HELD = r"police|custody|prison|jail|detain|station|ministry|suspect|captive|authorit|border|asylum|illegal"

PUBLIC_LIFE = (
    Happening(
        "claim of responsibility",
        "responsibility",
        "Who was behind it",
        verbs="claim+responsibility accept+responsibility deny+responsibility deny+involvement deny+role deny+part",
        nouns="claim_of_responsibility culprit mastermind ringleader",
        rank=6,
    ),
    Happening(
        "transfer",
        "transfer",
        "Handed over or moved",
        verbs="""hand+police hand+authorities hand+over+to extradite deport transfer+prison transfer+jail transfer+custody
        move+prison move+jail bring+ministry bring+station bring+police take+station take+barracks""",
        nouns="extradition deportation handover",
        needs=HELD,
        never=r"hand(?:ed|s|ing)? over (?:power|the base|control)|pushed",
        rank=7.5,
    ),
    Happening(
        "return",
        "return",
        "Brought home",
        verbs="bring+back fly+back fly+home return+home send+home come+home repatriate",
        nouns="repatriation homecoming",
        never=r"brings? back (?:memories|the death)|br(?:ing|ought)(?:ing)? back (?:memories|the death|to mind)",
        rank=5.5,
    ),
    Happening(
        "visit",
        "visit",
        "Visits",
        verbs="visit~ tour~ pay+visit",
        nouns="visit",
        never=r"visit(?:s|ing)? (?:our|the) (?:web|page|site)|tour(?:s|ed|ing)? (?:the )?(?:album|band|stage)",
        rank=4,
    ),
    Happening(
        "access to a detainee",
        "visit",
        "Access to the prisoner",
        verbs="see meet visit admit+cell allow+see let+see turn+away examine",
        needs=LAWYER,
        never=r"see[sn]? (?:as|by)\b|\bas seen\b|seen (?:leaving|entering|walking)|saw (?:off|through)",
        rank=5,
    ),
    Happening(
        "ill-treatment",
        "ill-treatment",
        "Ill-treatment",
        verbs="""beat torture mistreat maltreat punch kick slap whip flog bruise waterboard hit+face hit+head hit+butt
        break+rib break+ribs break+wrist pull+bag""",
        nouns="beating torture ill-treatment mistreatment bruise broken_rib fractured_rib concussion",
        never=r"beat(?:s|en|ing)? (?:back|off|by \d|the|a record|down|up a retreat|expectations|\d)|kick(?:ed|s)? off|kicked out"
        r"|\bheart|upbeat|whip(?:ped|s)? up|punch(?:ed)? through",
        rank=7.5,
    ),
    Happening(
        "criminal charge",
        "charge",
        "Charges and suspicions",
        verbs="""charge~ indict suspect~ prosecute embezzle misappropriate misuse defraud launder drop+charge drop+charges open+case+against withdraw+charges drop+case
        open+case bring+charges press+charges face+charges implicate""",
        nouns="charge indictment criminal_case embezzlement extortion money_laundering warrant",
        never=r"in charge|free of charge|charged? (?:at|towards?|fees|up|\$|€|£)|explosive charge|service charge|"
        r"suspects? (?:was|were|is|are|fled|had)|baton|take charge|took charge",
        rank=6.5,
    ),
    Happening(
        "court ruling",
        "court",
        "In court",
        verbs="""remand arraign acquit plead appear+court sentence~ convict~ jail~ fine~ overturn uphold rule~ order+held
        order+custody adjourn testify plead+guilty commute+sentence dismiss+appeal reject+appeal bring+judge bring+court face+years face+trial stand+trial sue""",
        nouns="ruling verdict sentence remand arraignment trial court_hearing hearing acquittal conviction appeal_court",
        never=r"rule(?:s|d)? (?:out|by|over|the)|trial and error|clinical|(?:vaccine|drug|field|medical) trials?|(?:sentence|paragraph)s? (?:in|of) (?:the|a) (?:book|text|speech)"
        r"|ruled (?:the country|since|for)|fine(?:ly|r)|ruling (?:party|coalition|council|junta|family|elite)|public hearing aid",
        rank=7,
    ),
    Happening(
        "change of office",
        "office",
        "Change of office",
        verbs="""resign appoint~ step+down stand+down sack quit+post quit+office dismiss+minister dismiss+chief
        suspend+minister swear+in replace+as name+as promote demote reshuffle leave+ministry leave+post leave+office
        leave+government take+oath take+office fire+minister abdicate impeach lose+vote survive+vote call+elections call+election cashier""",
        nouns="resignation reshuffle inauguration swearing-in dismissal successor",
        never=r"fire(?:d|s)? (?:on|at|shots|tear|rounds|missiles)",
        rank=6,
    ),
    Happening(
        "exile",
        "exile",
        "Into exile",
        verbs="flee+country go+exile seek+asylum take+refuge grant+asylum go+hiding",
        nouns="exile asylum hiding",
        never=r"lunatic asylum",
        rank=6.5,
    ),
    Happening(
        "broadcast",
        "broadcast",
        "On the air",
        verbs="""broadcast televise go+air appear+television appear+tv address+nation read+statement interrupt+programme
        interrupt+programmes interrupt+broadcasts come+air""",
        nouns="broadcast televised_address radio_address proclamation communique",
        rank=4.5,
    ),
    Happening(
        "communications cut",
        "communications",
        "Communications cut",
        verbs="""block+internet cut+internet cut+phone cut+telephone cut+lines jam+signal shut+internet restore+internet
        restore+phone block+facebook block+websites confiscate+newspapers""",
        nouns="internet_shutdown internet_blackout communications_blackout",
        rank=7,
    ),
    Happening(
        "closure",
        "closure",
        "Closures",
        verbs="""shut close reopen seal seal+off suspend+flights cancel+flights divert+flights ground+flights suspend+services
        cancel+services board+up barricade cancel+trains block+website block+site take+off+air""",
        nouns="shutdown closure reopening quarantine",
        needs=PLACES_SHUT,
        never=r"clos(?:e|er|est|ely) (?:to|ally|allies|friend|aide|adviser|associate|relative|range|by|watch|look)"
        r"|closed?[- ](?:doors?|session|circuit)|shut (?:up|out|his|her|their)|clos(?:e|es|ed|ing) (?:\w+ )?(?:up|down|higher|lower|at \d)"
        r"|clos(?:ed|es|ing) (?:his|her|their) eyes|a close|too close|so close",
        rank=5,
    ),
    Happening(
        "sanctions",
        "sanctions",
        "Sanctions and suspensions",
        verbs="""sanction~ suspend expel freeze+assets freeze+aid cut+aid suspend+aid suspend+licence suspend+licences
        suspend+membership recall+ambassador expel+diplomats summon+ambassador summon+envoy expel+consul bar+monitors bar+journalists refuse+access refuse+entry turn+away+inspectors impose+sanctions impose+embargo lift+sanctions ban~ blacklist~""",
        nouns="sanction embargo arms_embargo travel_ban expulsion",
        never=r"suspended (?:sentence|from (?:a|the) (?:ceiling|rope|roof))|flights|expelled? from (?:the )?(?:town|village|cit)",
        rank=4,
    ),
    Happening(
        "arms sales",
        "arms sales",
        "Arms sales",
        verbs="sell+weapons sell+arms export+arms export+weapons supply+arms supply+weapons",
        nouns="arms_sale arms_export arms_deal export_licence export_license",
        rank=5.5,
    ),
    Happening(
        "compensation",
        "compensation",
        "Compensation",
        verbs="compensate indemnify reimburse pay+compensation receive+compensation pay+damages",
        nouns="compensation payout indemnity reparation blood_money",
        rank=7,
    ),
    Happening(
        "apology",
        "apology",
        "Apologies and admissions",
        verbs="apologise apologize admit+error admit+mistake admit+responsibility regret admit+guilt confess",
        nouns="apology confession admission",
        rank=5,
    ),
    Happening(
        "condemnation",
        "condemnation",
        "What others said of it",
        verbs="condemn denounce deplore decry",
        nouns="condemnation outrage",
        never=r"condemned (?:man|men|woman|prisoner|cell|building)",
        rank=2.5,
    ),
    Happening(
        "threat",
        "threat",
        "Threats",
        verbs="threaten intimidate",
        nouns="bomb_threat death_threat ultimatum",
        never=r"threatened (?:species|plant|bird)|life-threatening|endangered",
        rank=4,
    ),
    Happening(
        "labour dispute",
        "labour",
        "Strikes and walkouts",
        verbs="walk+out down+tools go+strike picket call+strike",
        nouns="general_strike walkout work_stoppage industrial_action picket stay-away strike",
        needs=r"workers?|unions?\b|strikers?|dockers|crews?\b|general strike|employees|staff|teachers|nurses|doctors|miners|drivers|industrial|wages?",
        never=r"air|drone|missile|warplanes?|bomb|lightning|struck",
        rank=6,
    ),
    Happening(
        "stabbing",
        "stabbing",
        "Stabbing in {place}",
        verbs="stab knife slash hack+death",
        nouns="stabbing knife_attack",
        never=r"slash(?:ed|es|ing)? (?:\w+ ){0,2}(?:prices?|costs?|jobs|spending|budgets?|revenues?|output|production|tax|taxes|wages|rates?|funding|aid)|stab(?:s|bed)? in the back|back-?stab",
        rank=7,
    ),
    Happening("poisoning", "poisoning", "Poisoning", verbs="poison", nouns="poisoning", never=r"gas", rank=7),
    Happening(
        "robbery",
        "robbery",
        "Robbery and looting",
        verbs="rob steal burgle loot ransack pillage",
        nouns="robbery theft heist burglary looting raid_on_bank",
        never=r"steal(?:s|ing)? the show|stole the show",
        rank=5.5,
    ),
    Happening("rape", "rape", "Rape", verbs="rape~ gang-rape~", nouns="rape gang_rape", rank=7),
    Happening(
        "disappearance",
        "disappearance",
        "Disappearance",
        verbs="disappear vanish",
        nouns="disappearance whereabouts",
        never=r"disappear(?:ed|s|ing)? from (?:the )?(?:market|shelves|screens?|view|radar)",
        rank=6,
    ),
    Happening(
        "funeral",
        "funeral",
        "Mourning",
        verbs="bury mourn cremate lay+wreath lay+rest pay+respects",
        nouns="funeral burial mourning memorial_service cremation",
        never=r"bur(?:ied|y|ying) (?:\w+ ){0,3}(?:under|beneath|rubble|alive|debris|mines?|the hatchet)",
        rank=4.5,
    ),
    Happening(
        "suspension of work",
        "resumption",
        "Back to work",
        verbs="resume restart",
        nouns="resumption",
        rank=3.5,
    ),
    Happening(
        "cause",
        "cause",
        "What caused it",
        verbs="overload~ malfunction~ short-circuit~ misfire~ leak~",
        nouns="""probable_cause overloading malfunction mechanical_failure engine_failure engine_trouble
        short_circuit gas_leak pilot_error human_error negligence sabotage black_box flight_recorder leak""",
        never=r"leak(?:ed|s|ing)? (?:documents?|to the (?:press|media)|report|memo|video|emails?)|gross negligence suit",
        rank=4.5,
    ),
)
