"""What can happen: the table of event types, after ACLED's event and sub-event types where they fit (ACLED
Codebook, 2024) and our own where they do not. A new word for a happening is added here, or in `public_life`
where it tells of the law, of offices or of words that are deeds, and nowhere else.

`verbs` are lemmas; "take+over" is a verb with a particle or object word within a few words; "jail~" stands for its past
and "-ing" forms only. `nouns` name the happening
where no verb does; a plural is made. `needs` (a regular expression) must stand in the clause or the sentence, `never` must
not stand in the clause. `family` groups types that may tell of the same happening; `rank` decides between triggers in one
clause: the greater wins.
"""

from timeline.reading.lexicon.alarms_and_works import ALARMS_AND_WORKS, OWN_TYPES
from timeline.reading.lexicon.happening import Happening as Happening
from timeline.reading.lexicon.plain_deeds import PLAIN_PHRASES
from timeline.reading.lexicon.public_life import PUBLIC_LIFE
from timeline.reading.lexicon.reporting import CLAIMED
from timeline.reading.lexicon.seen_and_counted import SEEN_AND_COUNTED

UNHARMED = frozenset("undamaged unharmed unhurt unscathed intact uninjured".split())  # words that deny what they name
PRISON = r"prison|inmate|detainee|jail|captive|convict|custody"
RELEASED = r"\bbail\b|without charge|\blawyers?\b|\bcourt\b|questioning|house arrest"
QUAKE = r"quake|\btremors?\b|\btemblors?\b|aftershock|seism|magnitude"
DISASTER = (
    QUAKE
    + r"|\bflood|\brivers?\b|\bdams?\b|mudslide|hurricane|typhoon|cyclone|tornado|\bstorms?\b|tsunami|erupt|volcano|landslide|avalanche|wildfire"
)
VESSEL = r"\b(?:ferr(?:y|ies)|ships?|boats?|vessels?|trawlers?|tankers?|trains?|bus(?:es)?)\b|\bharbou?r\b|coast ?guard"
# "left Springfield at 7.55 a.m.", "reached the port at 14:20": told to the minute, it is a voyage.
TIMED = r"(?:left|leave|leaving|depart\w*|sail\w*|reached|arriv\w+|landed|docked|touched down)\b[^.;]{0,40}? (?:at|around|about|before|after) (?:about |around )?(?:\d{1,2}[.:]\d\d|\d{1,2} ?[ap]\.?m\b)"
VEHICLE = (
    r"(?:express|trains?|trams?|bus(?:es)?|minibus(?:es)?|cars?|lorr(?:y|ies)|trucks?|vans?|locomotives?|motorcycles?|jeeps?"
    r"|ferr(?:y|ies)|boats?|ships?|barges?|tankers?|vessels?)"
)
HELD_UP = r"hijack"  # an aircraft that is itself the scene
AIRCRAFT = r"warplane|aircraft|airplane|airliner|turboprop|biplane|seaplane|\bflight\b|\bboeing\b|\bairbus\b|hijack|\bplanes?\b|\bjets?\b|helicopter|drone|bomber|missile|air force|\bfrom the air\b|munitions?\b"

HAPPENINGS = (
    Happening(
        "attack",
        "assault",
        "Attack on {place}",
        verbs="""attack storm assault raid invade ambush besiege shell bombard enter infiltrate launch+attack
        launch+offensive launch+assault launch+wave break+into burst+into ride+into push+into move+into reach+entry
        reach+outskirts reach+gates open+fire target pound encircle surround counter-attack counterattack slam+into""",
        nouns="attack offensive assault raid ambush siege incursion",
        never=r"enter(?:ed|s|ing)?\W+(?:\w+\W+){0,3}(?:stage|phase|talks|agreement|race|market|register|log|record|books?|pleas?"
        r"|guilty|force|service|office|politics|history|details?|data|(?:main|loop|branch) line|track|platform|tunnel)\b|\b(?:heart|panic|asthma) attacks?\b|seen entering"
        r"|attack(?:s|ed|ing)? (?:the |his |her |their |its )?(?:\w+ )?(?:plans?|proposals?|decisions?|policy|policies|ideas?|reports?|remarks|comments|bill|budget|record on)\b"
        r"|raid(?:s|ed|ing)? (?:its|their|the) (?:\w+ )?(?:reserves|savings|pension)",
    ),
    Happening(
        "attack",
        "assault",
        "Attack on {place}",
        verbs="hit strike target",
        needs=rf"(?s)\A(?!.*(?:{DISASTER}|\b(?:prices?|econom\w+|tourism|trade|virus|outage|cholera|recession|waves?|winds?|rains?|weather"
        r"|lightning)\b))"
        r".*\b(?:was|were|been|being|are|is)(?: \w+)? (?:hit|struck|targeted)\b"
        r"(?! (?:by|with) (?:an? |the |another )?(?:\w+ ){0,2}(?:trains?|cars?|bus|lorry|trucks?|van|vehicle|boat|ship|ball|stone|bullets?)\b)",
        rank=5,
    ),
    Happening(
        "armed clash",
        "clash",
        "Fighting in {place}",
        verbs="fight clash battle exchange+fire skirmish",
        nouns="clash fighting battle firefight gunfight gunfire skirmish shootout",
        never=r"fight(?:ing)? (?:\w+ ){0,4}back|refused to fight|fight against (?:terror|corruption|crime|disease)"
        r"|\b(?:legal|court|custody|political|price|bidding|election|courtroom) battle|battle (?:for the (?:nomination|title|leadership|presidency)|of wills|against (?:cancer|inflation|disease))",
        rank=4,
    ),
    Happening(
        "government regains territory",
        "regain",
        "{place} retaken",
        verbs="""recapture retake regain take+back win+back clear+out clear+of clear+area drive+out drive+back push+back
        fight+back force+back force+retreat beat+back repel dislodge repulse retreat chase push+out flush+out
        restore+order restore+control put+down+mutiny put+down+revolt clear+square clear+streets clear+building""",
        nouns="recapture",
        rank=7,
        never=r"\bto regain power",
    ),
    Happening(
        "non-state actor overtakes territory",
        "capture",
        "{place} captured",
        verbs="""capture seize overrun topple+district conquer occupy take+over take+control gain+control fall+to fall+into fall
        seize+control raise+flag hoist+flag wrest+control""",
        nouns="takeover",
        never=r"prices?|shares|stocks|\b(?:temperatures?|pound|dollar|euro|yen|rouble|ruble|currency|rates?|profits?|sales|numbers?|exports|imports|output|revenues?|index|attendance)"
        r"\b[^.;,]{0,25}\bf(?:ell|alls?)\b|\bf(?:ell|allen|alls?) (?:on deaf|in the line of|in love|sick|victim|pregnant|\d|to (?:minus|zero|\d)|against the|sharply|slightly)|fell (?:by|asleep|ill|short|apart|off|over|overboard|from|down|silent|behind|through)\b|fell on(?:to)? (?:the|a|an|top|his|her|their|its)\b(?! (?:night|morning|evening|afternoon|day|same|first|second|third|last)\b)|fall(?:s|en|ing)? asleep|\brain\b|snow|weapon|ammunition|building collaps|seize(?:d|s)? power|seized (?:drugs|assets|documents)|captured (?:on|by) (?:camera|video|film)|\bhouses?\b|hospital",
        rank=6,
    ),
    Happening(
        "non-state actor overtakes territory",
        "capture",
        "{place} captured",
        verbs="collapse",
        needs=r"districts?|provinces?|cit(?:y|ies)|towns?|garrisons?|defen[cs]es?|front ?lines?|\barmy\b|forces|government|regime",
        never=r"collapsed? (?:on|onto|under|in (?:the|a) (?:street|heat))|building|houses?|roof|bridge|wall|homes",
        rank=6,
    ),
    Happening(
        "advance",
        "advance",
        "Advances",
        verbs="gain+ground gain+territory make+gains make+strides advance roll+into cross+border",
        rank=5,
    ),
    Happening(
        "advance",
        "advance",
        "Advances",
        verbs="make+progress",
        needs=r"\A(?!.*\b(?:talks|negotiat\w+|mediat\w+|discussions|dialogue|investigat\w+|inquiry|probe)\b)",
        rank=5,
    ),
    Happening(
        "territorial control",
        "control",
        "Who holds {place}",
        verbs="control hold+district hold+territory remain+hands remain+control hold+city defend guard change+hands tighten+grip",
        nouns="",
        rank=3,
        state=True,
        never=r"controlled explosion|under control situation",
    ),
    Happening(
        "air/drone strike",
        "strike",
        "Air strikes on {place}",
        verbs="airstrike strike+warplane hit+warplane carry+strike drop+bomb drop+bombs drop+barrel fire+missile fire+missiles pound+warplane",
        nouns="airstrike air_strike air-strike air_raid drone_strike missile_strike bombardment rocket_fire",
        rank=6,
    ),
    Happening(
        "air/drone strike",
        "strike",
        "Air strikes on {place}",
        verbs="bomb blast target raid",
        nouns="bombing raid",
        needs=AIRCRAFT,
        never=HELD_UP,
        rank=8,
    ),
    Happening(
        "chemical weapon",
        "strike",
        "Chemical attack on {place}",
        verbs="gas use+weapon use+gas use+chlorine use+sarin use+substance use+agent release+gas",
        never=r"tear[ -]?gas|gas (?:station|pipe|leak|heater|cylinder|canister|bottle|main)",
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
        never=RELEASED,
        rank=9,
    ),
    Happening(
        "release",
        "release",
        "Release",
        verbs="release free bail let+go",
        needs=RELEASED + r"|released? (?:from|after|on|late|early)",
        never=r"hostage|hijack|kidnap|abduct|gas\b|video|statement|report|prison break|releas\w+ (?:its|the|a|an|his|her|their) (?:\w+ )?(?:rulings?|verdict|findings?|figures?|names?|lists?|results?|photos?|pictures?|album)\b",
        rank=8,
    ),
    Happening(
        "hostages freed",
        "hostages freed",
        "Hostages freed",
        verbs="let+go",
        never=r"let(?:ting)? go of|staff|employees|workers|balloon|grip|rope",
        rank=6,
    ),
    Happening(
        "casualties",
        "casualties",
        "Killed and injured",
        verbs="""kill wound injure die slay perish hurt maim execute massacre slaughter martyr drown behead succumb unharmed
        unhurt uninjured claim+lives suffer+casualties lose+life lose+lives pass+away shoot+dead treat+injuries
        treat+wounds treat+cuts treat+shock treat+burns treat+smoke take+hospital rush+hospital treat+people
        treat+patients hospitalise hospitalize blow+bits pass+on bleed+death electrocute suffocate choke+death admit+hospital hang+dawn survive+crash survive+attack survive+sinking fall+death fall+deaths cost+lives strangle lynch bludgeon stone+death take+surgery discharge+hospital discharge+treatment rush+surgery""",
        nouns="""casualty death_toll toll death dead fatality injury victim_toll body_count wounded martyrdom martyr
        loss_of_life corpse""",
        never=r"death penalty|death sentence|dead end|kill(?:s|ed|ing)? (?:off )?(?:the |an? |any |their |his |her |its )?(?:\w+ )?(?:project|plan|bill|deal|proposal|idea|hopes?|amendment|merger)s?\b",
        rank=8,
    ),
    Happening(
        "bodies found",
        "casualties",
        "Bodies found",
        verbs="find+body recover+body find+bodies recover+bodies retrieve+body retrieve+bodies pull+body pull+bodies exhume wash+up identify+body identify+bodies bring+up+bodies hand+over+bodies",
        rank=9,
    ),
    Happening(
        "search and rescue",
        "rescue",
        "Search and rescue",
        verbs="""rescue search evacuate+injured airlift transfer+injured pull+alive dig+alive bring+ashore trap~ pluck save+lives
        go+missing comb scour pull+from+water pull+from+sea pull+from+rubble pick+from+water pick+up+survivors list+missing
        report+missing unaccounted call+off+search give+up+search abandon+search find+alive lead+safety lower+lifeboats suspend+search take+safety bring+safety launch+lifeboats winch tow+port""",
        nouns="search rescue rescue_effort rescue_operation missing survivor rescuer search_operation",
        never=r"search(?:es|ed|ing)? for (?:an?|the) (?:new|successor|replacement|answers?|solution|peace|truth|compromise)|search engine",
        needs=r"rescue|missing|rubble|surviv|divers?\b|debris|\bsea\b|water|wreck|trapped|alive|bodies|victims|injured|dug|safety|lifeboat|winch|tow|airlift",
        rank=6,
    ),
    Happening(
        "surrender",
        "surrender",
        "Forces surrender",
        verbs="surrender capitulate lay+arms refuse+fight desert turn+himself+in give+himself+up give+themselves+up",
        rank=7,
    ),
    Happening(
        "withdrawal",
        "withdrawal",
        "Withdrawal from {place}",
        verbs="""withdraw pull+out pull+back fall+back pull+troops pull+forces vacate leave+base leave+airfield leave+country
        leave+airbase evacuate+forces evacuate+base leave+deadline hand+over+base turn+back+convoy""",
        nouns="withdrawal pullout pull-out drawdown",
        rank=7,
        never=r"withdraw(?:n|s|al)? (?:money|cash|funds|consent)",
    ),
    Happening(
        "deployment",
        "deployment",
        "Forces deployed",
        verbs="""deploy dispatch reinforce patrol mobilise mobilize send+troops send+forces send+reinforcements send+team
        set+up+roadblocks set+up+checkpoints take+up+positions send+helicopters send+soldiers send+ships block+bridge""",
        nouns="deployment reinforcement",
        rank=4,
    ),
    Happening(
        "displacement",
        "displacement",
        "People flee",
        verbs="flee evacuate displace leave+home run+street pour+street shelter house accommodate spend+night spend+tent leave+homeless sleep+open sleep+outdoors sleep+cars sleep+tents sleep+streets",
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
        nouns="talks negotiation meeting summit",
        rank=4,
        never=r"meets? (?:the )?(?:need|target|demand|deadline)",
    ),
    Happening(
        "agreement",
        "agreement",
        "Agreement",
        verbs="collapse break violate",
        needs=r"\btruce|cease-?fire|\baccord\b|armistice",
        never=r"break(?:s|ing)? out|broke out",
        rank=7,
    ),
    Happening(
        "agreement",
        "agreement",
        "Agreement",
        verbs="agree sign broker ratify veto accept+offer reject+offer sign+deal",
        nouns="ceasefire truce agreement accord treaty deal",
        never=r"own accord|a (?:great|good) deal\b",
        rank=3,
    ),
    Happening(
        "arrest",
        "arrest",
        "Arrests",
        verbs="""arrest detain apprehend imprison intern incarcerate nab take+custody take+away take+in round+up pick+up
        hold+custody keep+custody hold+suspicion hold+charges hold+station hold+barracks spend+jail spend+prison
        spend+cell serve+sentence drive+buses place+arrest put+arrest lock+up bundle+away""",
        nouns="arrest detention house_arrest imprisonment internment captivity",
        never=r"pick(?:ed|ing)? up (?:speed|pace|the|debris|pieces|signals?|survivors?|passengers)|take(?:n|s)? (?:away|in) (?:by|from|water|the (?:wave|sea|flood))|took in water|ambulances?|(?:an?|no|great|little|much|keen|some) (?:\w+ )?(?:interest|part|pride|role|pleasure) in|away (?:\w+ ){0,2}(?:computers?|documents?|files|papers?|phones?|records)|pickup|t(?:ake|akes|aken|aking|ook) over|taken to (?:\w+ ){0,2}(?:hospitals?|clinics?|safety|shelters?|schools|higher ground)",
        rank=7,
    ),
    Happening(
        "property destruction",
        "destruction",
        "Damage in {place}",
        verbs="""destroy damage~ flatten level~ raze demolish topple wreck ruin collapse burn torch devastate set+fire
        set+ablaze undamaged unscathed intact go+flames knock+down blow+up crush hit+badly crack~ buckle subside give+way cave+in seep breach snap cut+off+village swallow engulf+houses engulf+school engulf+village""",
        nouns="damage destruction",
        rank=6,
        never=r"burn(?:s|t|ed)? (?:patients|victims)|weapons? of mass destruction|burning (?:eyes|skin|throats?|sensation|question|issue|desire)"
        r"|\b(?:talks?|negotiations?|governments?|coalition|deals?|markets?|banks?|currency|economy|firm|company|bid|trial|marriage|regime)\b[^.;,]{0,12}\bcollaps"
        r"|collapse of (?:the |its |their )?(?:\w+ )?(?:talks?|negotiations?|governments?|coalition|deal|market|bank|currency|economy|regime)\b|\bcrushed \d",
    ),
    Happening(
        "weapons seized",
        "weapons",
        "Weapons seized",
        verbs="capture seize confiscate recover find plant defuse make+safe impound hide disarm",
        needs=r"weapon|ammunition|rifle|explosive|\barms\b|munition|grenade|pistol|drugs?\b|hashish|heroin|cocaine|device|\bbombs?\b|detonator",
        never=r"f(?:ind|ound) (?:guilty|no trace)",
        rank=8,
    ),
    Happening(
        "natural disaster",
        "disaster",
        "{thing} at {place}",
        verbs="""hit strike shake jolt rock rattle measure register feel sway last centre center sense bury burst+banks
        break+banks spew erupt sweep+away""",
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
        verbs="distribute deliver supply provide ship+aid ship+food send+aid need+accommodation send+relief receive+aid drop+food drop+blankets hand+out rush+in airdrop",
        nouns="relief aid tent shipment relief_operation",
        never=r"(?:widely|evenly|normally) distributed|tax relief|hearing aid",
        rank=5,
    ),
    Happening(
        "explosion",
        "explosion",
        "Explosion in {place}",
        verbs="bomb explode detonate blast go+off blow+himself blow+herself blow+up rip+through tear+through",
        nouns="explosion blast bombing bomb_blast car_bomb suicide_bombing suicide_bomber bomb_attack car_bombing detonation carbomb fireball shock_wave gas_explosion",
        never=r"(?:prices?|costs?|debts?|sales|demand|laughter|anger|populations?)\b[^.;,]{0,12}\bexplo|explosion (?:of|in) (?:the )?(?:\w+ )?"
        r"(?:prices?|costs?|debts?|sales|demand|interest|anger|violence|numbers?)|explod\w+ (?:the|a|that) myth|exploded in (?:anger|laughter)",
        rank=7,
    ),
    Happening(
        "shooting",
        "shooting",
        "Shooting in {place}",
        verbs="shoot gun+down open+fire fire+shots fire+rounds fire+bullets fire+air fire+crowd fire+protesters fire+at fire+on fire+into fire+from exchange+shots shoot+himself shoot+herself barricade+himself",
        nouns="shooting gunman gunshot live_round live_ammunition shot",
        rank=6,
        never=r"fired from (?:his|her|their|the) (?:jobs?|posts?)|film|photograph|penalt|shooting star|missile|rocket|shots? of (?:whisk|vodka|the film)|shot through with"
        r"|\bfire (?:crews?|brigades?|services?|departments?|engines?|stations?|officers?|chiefs?|officials?|alarms?|exits?|hydrants?)\b"
        r"|\b(?:he|she|they|who) (?:was|were|had been|has been|is|are) fired (?:on \w+day|as|by|for|after|from)\b"
        r"|\bfired (?:his|her|its|their|the) (?:\w+ )?(?:deput|minister|chief|director|manager|coach|head|secretar|general|advis|aide|lawyer|spokes|employee|worker|staff)",
    ),
    Happening(
        "hijacking",
        "hijacking",
        "Hijacking",
        verbs="hijack commandeer",
        nouns="hijacking hijack hijacker skyjacking piracy",
        rank=8,
    ),
    Happening(
        "hijacking",
        "hijacking",
        "Hijacking",
        verbs="""seize take+over take+control divert redirect force+cockpit burst+cockpit enter+cockpit storm+cockpit
        force+land force+down""",
        needs=r"cockpit|\bplane\b|airline|turboprop|aircraft|\bjet\b|\bflight\b|\bpilots?\b|\bship\b|\bferry\b|\bvessel\b|\bbus\b",
        never=r"drugs|weapons|commandos?|flights|power|city|town|capital|palace|station|headquarters",
        rank=7.5,
    ),
    Happening(
        "abduction",
        "arrest",
        "Abduction",
        verbs="abduct kidnap spirit+away bundle+into drag+into drag+from force+into+car force+into+van",
        nouns="abduction kidnapping kidnap",
        rank=8,
    ),
    Happening(
        "abduction",
        "arrest",
        "Abduction",
        verbs="seize grab snatch take lift",
        needs=r"(?:masked|hooded|armed|plain-?clothed?|unidentified|unknown|uniformed) (?:\w+ )?(?:men|man|gunmen|officers|agents)"
        r"|plain[- ]clothes|abduct|kidnap|from (?:his|her|their) (?:home|house|flat|bed)",
        never=r"airliner|plane|aircraft|airport|palace|station|town|city|part\b|place\b|off\b|over\b|aim|responsib|power|weapons|banks?\b|cash",
        rank=8,
    ),
    Happening(
        "hostage taking",
        "hijacking",
        "Hostages held",
        verbs="take+hostage hold+hostage",
        nouns="hostage hostage-taking",
        rank=6,
    ),
    Happening(
        "hostages freed",
        "hostages freed",
        "Hostages freed",
        verbs="""free release rescue liberate let+go let+off let+out bring+out walk+free disembark leave+plane
        leave+aircraft come+steps come+off get+off set+free lead+out reunite""",
        nouns="release",
        needs=r"hostage|hijack|kidnap|abduct|captors?|passengers?|(?:women|ladies) and (?:\w+ )?(?:children|kids)|travell?ers|aboard|on board|unharmed|\bsteps\b",
        never=PRISON + r"|statement|report",
        rank=9,
    ),
    Happening(
        "coup",
        "coup",
        "Coup",
        verbs="""overthrow oust depose unseat mutiny seize+power take+power assume+power stage+coup foil+coup
        plot+coup dissolve+parliament dissolve+government dissolve+assembly suspend+constitution topple+president
        topple+government topple+regime remove+power declare+himself+president thwart+plot foil+plot play+martial""",
        nouns="coup coup_attempt attempted_coup putsch mutiny mutineer putschist junta overthrow power_grab takeover_of_power",
        rank=8,
    ),
    Happening(
        "emergency rule",
        "emergency",
        "Curfew or emergency",
        verbs="""impose+curfew declare+emergency lift+curfew declare+martial extend+curfew announce+curfew lift+emergency
        impose+emergency ban+gatherings ban+rallies""",
        nouns="curfew martial_law state_of_emergency emergency_rule",
        rank=8,
    ),
    Happening(
        "protest",
        "protest",
        "Protests",
        verbs="protest demonstrate rally riot chant block+road block+roads block+crossroads disperse",
        nouns="""protest demonstration riot rally protester demonstrator unrest marcher tear_gas vigil sit-in
        protest_march water_cannon turnout""",
        never=r"rall(?:y|ied) (?:in|on) (?:prices|shares|markets?)|shares? rall|rallying cry",
        rank=5,
    ),
    Happening(
        "accident",
        "accident",
        "Accident",
        verbs="""crash derail sink capsize collide run+aground plunge go+down hit+reef hit+rocks overturn go+under jump+tracks leave+tracks abandon+ship list+heavily
        list+sharply keel+over list+port list+starboard roll+over overshoot leave+rails jump+rails come+off+rails cave+in give+way leave+road founder take+water tilt slam+into plough+into crash-land ditch veer skid jackknife""",
        nouns="crash derailment collision shipwreck wreckage accident sinking capsizing pile-up crash_landing mishap wreck stampede",
        rank=7,
        never=r"stock|market|website|prices|founder(?:s)? of|founder and|whose founder|hearts? s[aiu]nk|sink(?:s|ing)? in\b|windmill",
    ),
    Happening(
        "fire",
        "fire",
        "Fire",
        verbs="ignite engulf catch+fire break+out extinguish douse put+out spread smoulder burn",
        nouns="blaze inferno fire flame",
        needs=r"\bfires?\b(?! (?:services?|engines?|departments?|officers?|chiefs?|trucks?|tenders?|brigades?|stations?|crews?|safety))"
        r"|blaze|flame|inferno",
        never=r"ceasefire|cease-fire|ceas(?:e|es|ed|ing) fire|open(?:ed|ing)? fire|under fire|fire brigade",
        rank=5,
    ),
    Happening(
        "investigation",
        "investigation",
        "Investigation",
        verbs="""investigate probe inspect question~ interrogate look+into open+inquiry launch+inquiry order+inquiry
        open+investigation launch+investigation order+investigation set+up+commission form+committee form+commission
        appoint+commission gather+evidence collect+evidence collect+samples take+samples examine+wreckage search+home search+homes search+house search+flat search+office search+offices launch+manhunt hunt+gunmen hunt+suspects hunt+attackers hunt+men hunt+killers offer+reward find+recorder find+black seize+documents seize+computers seize+passport""",
        nouns="""investigation inquiry enquiry probe inspector investigator autopsy post-mortem interim_report final_report
        preliminary_report commission_of_inquiry panel_of_experts fact-finding_mission forensic""",
        never=r"(?:questions?|questioned) (?:whether|about the future|the wisdom)|space probe",
        rank=4,
    ),
    Happening(
        "departure",
        "departure",
        "Departure",
        verbs="depart set+sail take+off leave sail fly cast+off put+to+sea weigh+anchor leave+port leave+harbour",
        nouns="take-off takeoff departure",
        needs=AIRCRAFT + "|" + VESSEL + "|" + TIMED,
        never=r"le(?:ft|ave|aving) (?:\w+ ){0,4}(?:dead|injured|wounded|homeless|behind|for dead)|le(?:ft|ave) (?:office|the ministry)",
        rank=4.5,
    ),
    Happening(
        "arrival",
        "arrival",
        "Arrival",
        verbs="land touch+down dock reach arrive put+into+port make+landing divert overshoot",
        nouns="landing touchdown emergency_landing arrival",
        needs=AIRCRAFT + "|" + VESSEL + "|" + TIMED,
        rank=6,
    ),
    Happening(
        "demand",
        "demand",
        "Demands",
        nouns="demand ultimatum deadline ransom",
        never=r"demand for (?:oil|gas|goods|power|electricity)|in demand|before (?:the |their |its )?(?:[\w’']+ )?deadline",
        rank=6.5,
    ),
    Happening(
        "demand",
        "demand",
        "Demands",
        verbs="demand threaten+kill threaten+blow threaten+execute set+deadline give+deadline ask+million",
        never=r"demand for (?:oil|gas|goods|power|electricity)|in demand",
        rank=9.5,
    ),
    Happening(
        "overflight",
        "overflight",
        "Aircraft overhead",
        verbs="circle~ hover~ overfly fly+over buzz",
        needs=AIRCRAFT + r"|hover",
        rank=4.6,
    ),
    Happening(
        "attack",
        "assault",
        "Attack on {place}",
        verbs="""storm raid climb+onto climb+wings go+in+through burst+in end+siege end+stand-off end+standoff end+hijack
        end+affair take+control""",
        nouns="raid siege",
        needs=r"commandos?|special forces|special police|security forces|elite (?:unit|troops)|marines",
        never=r"air raid|raids? on the market",
        rank=5.5,
    ),
    Happening(
        "distress call",
        "distress",
        "Distress call",
        verbs="""send+distress issue+distress send+mayday issue+mayday send+sos call+for+help radio+for+help call+help
        transmit+distress transmit+sos send+out+distress""",
        nouns="distress_call distress_signal mayday mayday_call sos",
        rank=7,
    ),
    Happening(
        "election",
        "election",
        "Vote",
        verbs="elect vote go+polls annul+results annul+vote annul+election postpone+vote postpone+election cast+ballots",
        nouns="election referendum ballot polling",
        rank=4,
    ),
    Happening(
        "escape",
        "escape",
        "Escape",
        verbs="escape get+away slip+away make+off flee+scene give+slip run+away",
        never=PRISON + r"|escape(?:s|d)? (?:injury|unhurt|notice|death|punishment|attention)|fire escape",
        rank=4.2,
    ),
    Happening(
        "correction",
        "correction",
        "Reports taken back",
        verbs="""retract correct~ withdraw+report withdraw+story withdraw+statement withdraw+claim take+down+report
        take+down+story take+back+report""",
        nouns="retraction correction erratum",
        never=r"correctional|politically correct|market correction|house of correction",
        rank=7.5,
    ),
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
    *PUBLIC_LIFE,
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
        "claim of responsibility",
        r"\b(?:claim|den|disclaim|admit)\w* (?:any |all )?(?:responsibility|involvement|a (?:role|part|hand)|any (?:role|part|link))\b"
        r"|\b(?:nothing|anything) to do with\b"
        r"|\b(?:no|any) (?:part|role|hand|involvement) in (?:it|this|that|the)\b"
        r"|\b(?:its|our|their|his) (?:members|men|fighters|people) (?:took part|were involved|had taken part)\b"
        r"|\bwere (?:its|our|their) (?:members|men|fighters)\b"
        r"|\b(?:order(?:ed)?|organised|organized|planned|directed) (?:it|the (?:attack|bombing|hijacking|killings?|assault))\b",
    ),
    (
        "abduction",
        r"\b(?:seized|grabbed|dragged|forced|took|taken|lifted)\b[^.;]{0,60}\b(?:into|from|outside) (?:an? |the |his |her |their |its )?"
        r"(?:\w+ ){0,2}(?:car|van|minibus|jeep|vehicle|home|house|flat|apartment|doorstep)\b",
    ),
    (
        "arrest",
        r"\b(?:was|were|been|being|is|are) (?:later |finally |eventually |then )?(?:caught|captured)\b(?! (?:up|on|in (?:a|the) (?:cross|fire|storm|traffic|rain|blast|middle)|by (?:the|a) (?:wave|fire|storm|tide|camera)|off guard|fire|between))"
        r"|\b(?:is|are|was|were|now|remains?|been) (?:\w+ )?(?:in|into) (?:police |army |military )?(?:custody|detention|the hands of (?:the )?(?:justice|police|law|courts?))\b",
    ),
    (
        "shooting",
        r"\b(?:gunfire|shots?|gunshots?|(?:machine|automatic)[- ]?gun fire|bursts? of fire)\b[^.;,]{0,20}\b(?:fell|rang out|were fired|was fired|broke out|erupted|were heard|was heard|could be heard)\b"
        r"|\bmachine[- ]gun fire\b|\bautomatic(?: weapons?)? fire\b",
    ),
    (
        "government regains territory",
        r"\b(?:town|city|village|building|station|television|radio|palace|airport|base|barracks|headquarters|area|district|bridge|port)\b[^,;.]{0,24}"
        r"\b(?:was|were|been|is) (?:freed|liberated|back in (?:government|army|police|loyalist) hands)\b"
        r"|\bback in (?:government|army|loyalist|state) hands\b",
    ),
    ("natural disaster", r"\b(?:dam|levee|dyke|embankment)s? (?:had |has |have )?(?:burst|broke|collapsed|gave way)\b"),
    ("fire", r"\b(?:fires?|blaze|flames|inferno)\b[^.;,]{0,20}\b(?:under control|put out|extinguished)\b"),
    ("cause", r"\b(?:engines?|brakes?|steering|generators?|pumps?|gearbox|rudder|signals?) (?:had |has )?failed\b"),
    (
        "arrival",
        r"\b(?:fire (?:services?|engines?|brigades?|crews?|trucks?)|ambulances?|rescuers|rescue (?:teams?|workers|boats?)"
        r"|paramedics|firefighters)\b[^.;,]{0,25}\b(?:arrived?|reach(?:ed)?|came|come|turned up|got there|on the (?:spot|scene))\b",
    ),
    (
        "accident",
        rf"\b{VEHICLE}\b[^.;,]{{0,30}}?\b(?:hit|struck|rammed|rear-ended|smashed into|ran into)\b"
        rf"(?= (?:[\w’'-]+ ){{0,4}}?(?:{VEHICLE}|walls?|trees?|poles?|pillars?|barriers?|parapet|bridge)\b)",
    ),
    ("protest", r"\bhunger strike\b"),
    (
        "communications cut",
        r"\b(?:telephones?|phones?|lines|networks?|internet)\b[^.;,]{0,15}\b(?:was|were) (?:down|dead|cut)\b",
    ),
    ("warning", r"\bwarnings? (?:was|were|has been|had been) (?:lifted|cancelled|canceled|withdrawn)\b"),
    ("bodies found", r"\bmass graves?\b"),
    ("claim of responsibility", rf"\b{CLAIMED}"),
    (
        "communications cut",
        r"\b(?:shut|shuts|shutting|cut|cuts|cutting|switched|switching) (?:down|off) (?:\w+ ){0,3}(?:internet|(?:phone|telephone|mobile) (?:\w+ )?(?:networks?|lines?|services?))\b",
    ),
    (
        "casualties",
        r"\bf(?:ell|allen|all) (?:in (?:the )?(?:line of duty|battle|combat|action)|on the (?:field|battlefield))\b|\b(?:gave|given|laid down|sacrificed) (?:his|her|their) li(?:fe|ves)\b",
    ),
    (
        "release",
        r"\bprisoners? (?:were |was |had been )?(?:exchanged|swapped)\b|\b(?:exchanged|swapped) prisoners\b|\bprisoner (?:swap|exchange)\b",
    ),
    ("search and rescue", r"\bunaccounted for\b"),
    (
        "bodies found",
        r"\bbod(?:y|ies) (?:was|were|has been|have been|had been) (?:handed|returned|flown|identified|brought|laid)\b",
    ),
    (
        "attack",
        r"\bgrenades?\b[^.;,]{0,15}\b(?:thrown|hurled|lobbed)\b|\b(?:threw|hurled|lobbed) (?:[\w-]+ ){0,2}grenades?\b",
    ),
    ("attack", r"\b(?:c[ao]me|comes|coming) under (?:\w+ )?(?:fire|attack|bombardment|shelling)\b"),
    (
        "casualties",
        r"\b(?:was|were|been) hanged\b|\b(?:cost|claimed) (?:[\w-]+ ){1,3}(?:their )?lives\b|\bno survivors\b",
    ),
    (
        "casualties",
        r"\b(?:toll|tally|death count|number of (?:dead|deaths|injured|wounded|missing|victims|casualties))\b[^.;]{0,25}\b"
        r"(?:rose|risen|climbed|jumped|reached|stood|stands|fell|went up|gone up|raised|lowered|revised|corrected)\b",
    ),
    (
        "casualties",
        r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|sole|only) (?:\w+ )?(?:passengers?|people|crew|others?|men|women|children|of them) survived\b",
    ),
    ("accident", r"\b(?:plane|jet|helicopter|aircraft|glider|balloon|airliner)\b[^.;,]{0,25}\bcame down\b"),
    ("distress call", r"\b(?:disappeared|vanished|dropped|went) (?:from|off) (?:the )?radar\b"),
    ("cause", r"\b(?:ran|passed|jumped|missed) (?:a|the|two) (?:red )?(?:signal|light)s?\b|\bpassed at danger\b"),
    (
        "natural disaster",
        r"\b(?:was|were|is|are|stood) under (?:\w+ )?(?:water|mud)\b|\bwater (?:swept|poured|rushed|surged)\b",
    ),
    (
        "exile",
        r"\bfled (?:to|into|across|abroad)\b[^.;]{0,30}\b(?:exile|abroad|embassy)\b|\bescaped by (?:boat|plane|helicopter)\b",
    ),
    (
        "protest",
        r"\b(?:stones|bottles|petrol bombs?|molotov cocktails?)\b[^.;,]{0,15}\b(?:thrown|hurled)\b|\b(?:threw|hurled) (?:stones|bottles|petrol bombs|rocks|eggs)\b",
    ),
    ("arrest", r"\bextradited\b|\b(?:handed|turned) over to (?:the )?(?:police|authorities|prosecutors)\b"),
    (
        "arrival",
        r"\b(?:rescuers?|ambulances?|crews?|firefighters|police|soldiers|troops|teams?|brigade|helicopters?|journalists|monitors|investigators|aid|convoy)\b[^.;,]{0,25}\b(?:arrived|reached|got (?:to|through)|turned up)\b(?! (?:an? |the )?(?:agreement|deal|verdict|conclusion|compromise|settlement))",
    ),
    ("outbreak", r"\bcases (?:have |had )?(?:doubled|tripled|risen|rose)\b|\b(?:placed|put) (?:in|under) quarantine\b"),
    ("cause", r"\bradiation\b[^.;,]{0,20}\b(?:detected|leaked|measured)\b|\breactor\b[^.;,]{0,20}\bshut down\b"),
    ("protest", r"\b(?:marched|marching)\b|\bgather(?:ed|ing|s)? (?:in|on|at|outside)\b|\btook to the streets\b"),
    (
        "air/drone strike",
        r"\b(?:bombs?|missiles?|rockets?|shells?)\b[^.;,]{0,20}\b(?:hit|struck|fell|landed|exploded|rained)\b",
    ),
    (
        "change of office",
        r"\b(?:was|were|been|be) (?:dismissed|sacked|fired|replaced|removed)\b(?! by (?:a|an) | (?:upon|at|into|from)\b| on (?!\w+day\b))"
        r"|\b(?:relieved|stripped) of (?:his|her|their|its|the) (?:post|command|duties|office|position|job)s?\b",
    ),
    (
        "criminal charge",
        r"\b(?:named|declared|made|considered) (?:as )?an? (?:official )?suspects?\b|\bnamed as suspects\b",
    ),
    (
        "distress call",
        r"\b(?:radioed|called|signalled|signaled) (?:for|that (?:it|they|he|she) needed) (?:help|assistance)\b",
    ),
    (
        "cause",
        r"\b(?:cargo|load|cement|containers?|bags|freight|ballast)\b[^.;]{0,40}\b(?:shift(?:ed|ing)|slid|slipped|sliding|moved)\b",
    ),
    (
        "people aboard",
        r"\b(?:carrying|carried) (?:[\w-]+ ){0,3}\d[\d,]* (?:[\w-]+ ){0,2}(?:people|passengers|crew|persons|pilgrims|migrants|children|students|soldiers)"
        r"|\b\d[\d,]* passengers and (?:[\w-]+ ){0,2}(?:\d+|[a-z]+) crew\b|\bcarrying (?:[\w-]+ ){0,3}\d[\d,]*|\b\d[\d,]* (?:[\w-]+ ){0,4}(?:aboard|on board)\b",
    ),
    (
        "demand",
        r"\b(?:ask(?:ed|ing)?|call(?:ed|ing)?) for the release\b|\bwant(?:ed|s)? [^.;]{0,40}(?:released|freed)\b",
    ),
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
        r"(?<![\d,])(?:\d[\d,]*|dozens of|scores of|hundreds of|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)) (?:\w+ )?bodies\b",
    ),
    (
        "casualties",
        r"\blost (?:\d[\d,]*|dozens|scores|hundreds|two|three|four|five|six|seven|eight|nine|ten) "
        r"(?:of (?:its|their|his|her|our) )?(?:own )?(?:people|men|women|children|soldiers|members|residents|citizens|sons|staff|workers|students)\b",
    ),
    (
        "casualties",
        r"death toll|(?<!\d)\d+ (?:dead|deaths|injured|wounded)\b|among the (?:dead|killed|wounded)|heavy casualties",
    ),
    ("first of its kind", r"\bthe first (?:time|direct|such)\b|\bthe (?:worst|deadliest) (?!affected|hit)"),
    (
        "warning",
        r"\b(?:issu|giv|receiv|sent|ignor)\w* (?:\w+ ){0,2}(?:weather |storm |flood )?(?:warnings?|alerts?)\b|\bweather (?:warning|alert)s?\b|dismissed concerns|tsunami (?:is not|is|was) expected|expect tsunamis|possible (?:civil )?war",
    ),
    *PLAIN_PHRASES,
    *ALARMS_AND_WORKS,
    *SEEN_AND_COUNTED,
)

EXTRA_TYPES = {
    **OWN_TYPES,
    "location": ("location", "Where {place} lies"),
    "first of its kind": ("first", "The first of its kind"),
    "warning": ("warning", "Warnings"),
    "people aboard": ("aboard", "Who was aboard"),
    "statement": ("statement", "Statements"),
    "other": ("other", "Other reports"),
}
BACKGROUND_TYPES = frozenset({"population", "location"})
