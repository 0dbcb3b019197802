"""What news pages print around their copy, as regular expressions without flags or groups of their own.

Each table is read without regard to case. `*_LINES` describe a whole line, `*_STARTS` the beginning of a short one,
`*_CUES` words anywhere in a paragraph outside quotation marks.
"""

# Buttons, counters, share bars, players, icon fonts: whole lines.
WIDGET_LINES = (
    r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:\s*/\s*(?:\d{1,3}:)?\d{1,2}:\d{2})?",  # a player's clock
    r"(?:https?://|www\.)\S+",
    r"share (?:this|on|via|with|the|your)\b[^.!?]{0,60}[.!?]?",
    r"like (?:this|loading)\W*",
    r"[\W\d_]+",  # rules, bullets, bare numbers
    r"\d[\d,.]*\s?[km]?\s(?:shares?|likes?|views?|comments?|retweets?|reactions?|reads?)",
    r"\d{1,3}\s?[- ]?min(?:ute)?s?\s(?:read|listen|video)",
    r"(?:photo|image|slide)?\s?\d{1,3}\s(?:of|/)\s\d{1,3}",
    r"(?:share|tweet|pin|print|email|e-mail|save|bookmark|copy link|link copied|listen|watch|play|pause|mute|unmute|"
    r"fullscreen|close|menu|search|home|about(?: us)?|contact(?: us)?|next|previous|prev|more|show more|show less|expand|loading|skip|live|video|"
    r"videos|photos?|gallery|podcasts?|comments?|advertisement|advertisements?|ads?|sponsored|report a typo|"
    r"report this ad|back to top(?: button)?|top|scroll to top|skip to (?:main )?content|accept(?: all)? cookies|"
    r"subscribe|follow|following|like|reply|retweet|translate|breaking(?: news)?|exclusive|live updates|"
    r"toggle navigation|jump to comments|view comments|show comments|hide comments|a ?a ?a?|text size|font size|"
    r"whatsapp|facebook|twitter|telegram|linkedin|pinterest|reddit|instagram|youtube|messenger|"
    r"getting your trinity audio player ready|this video can not be played|media caption|image source|image caption)"
    r"[\s.:…]*",
    r"(?:(?:home|news|world|politics|sports?|business|opinion|culture|tech(?:nology)?|science|health|travel|weather|"
    r"video|photos|more|about|contact|login|log in|sign in|sign up|register|subscribe|search|menu|facebook|twitter|"
    r"whatsapp|telegram|linkedin|email|e-mail|print|copy|link|share|reddit|pinterest|messenger|instagram|youtube|rss|"
    r"entertainment|lifestyle|economy|africa|asia|europe|americas|middle east|uk|us|international|local|national|"
    r"life|arts|education|environment|markets|features|magazine|jobs|comments?)[\s|/•·,>»›-]*){3,40}",
)
WIDGET_STARTS = (
    r"think your friends would (?:be interested|like)",
    r"tweet this",
    r"(?:click|tap|press) (?:to|here to) (?:share|print|email|play|expand|enlarge)",
    r"(?:your )?browser does(?:n[o']?t| not) support",
    r"please (?:enable|turn on) javascript",
    r"we use cookies",
    r"this (?:web)?site uses cookies",
    r"loading\W",
    r"filed under\W",
    r"tags?\s?:",
    r"topics?\s?:",
    r"categor(?:y|ies)\s?:",
    r"(?:this|the) (?:article|story) is more than \d",
    r"(?:article|story|content) continues (?:below|after)",
    r"view (?:image|gallery) in full ?screen",
    r"have an opinion on this story",
    r"media playback is (?:not supported|unsupported)",
    r"(?:close|open) share panel",
    r"about sharing\Z",
    r"share page\Z",
    r"copyright (?:©|\(c\)|\d{4})",
    r"(?:©|\(c\)) ?(?:copyright )?\d{4}",
    r"all rights reserved",
    r"listen to (?:this )?(?:article|story)",
    r"(?:updated|posted|published|last updated)?\s?\d{1,3} (?:second|minute|hour|day|week)s? ago\W*$",
    r"comentarios\W*$",
    r"\((?:adds|re-?leads|recasts|updates|corrects|refiles|rewrites|repeats|writes through|new throughout|clarifies|fixes)\b[^()]*\)$",
    r"(?:found (?:an? )?(?:error|mistake|typo)|spotted (?:an? )?(?:error|mistake|typo))\b",
    r"(?:select|highlight|mark) (?:the|a|this) (?:text|fragment|passage|word)s?\b[^.]*\bctrl\b",
    r"(?:when|if) using (?:our )?materials?\b[^.]*(?:link|reference|mandatory|required)",
    r"scroll (?:down|up) for\b",
    r"warning\s?:? (?:graphic|disturbing|distressing|explicit)",
    r"estimated reading time\b",
    r"download (?:pdf|the pdf|as pdf)\b",
    r"these are external links\b",
    r"from the section\b",
    r"the views expressed\b",
)
# Marks that stand before the lines of a list.
BULLETS = "•*·►▶»>▪◾–— \t"
# The tokens of an icon font, printed where the page shows pictures.
ICON_TOKENS = r"icon|chevron|svg|glyph|btn|hamburger"

# Other stories of the site.
PROMO_STARTS = (
    r"also on (?:[\w-]+\.)+[a-z]{2,6}\b",
    r"also on [^.]*\Z",
    r"also (?:read|see|watch)\s?:?\s",
    r"read (?:more|also|next|the full|our|on)\b",
    r"see (?:also|more)\b",
    r"(?:more|related)(?: (?:on|from|about|in|stories|news|articles|coverage|content|topics|links|posts|reading|"
    r"videos))\b[^.]*$",
    r"related\s?[:|]",
    r"you (?:may|might) (?:also )?(?:like|be interested|want to read)",
    r"(?:don't|do not) miss\s?[:!]?\s",
    r"recommended(?: (?:for you|stories|articles|reading))?\s*:?$",
    r"(?:most|top) (?:read|popular|viewed|shared|stories|news|headlines|commented)\b[^.]*$",
    r"(?:latest|trending)(?: (?:news|stories|now|headlines|articles|videos))?\s*:?$",
    r"editor'?s'? (?:picks?|choice)\s*:?$",
    r"(?:click|tap) (?:here|on)\b",
    r"(?:watch|listen|in pictures|in photos|explainer|analysis|opinion|live blog|timeline|read|video|gallery|factbox|"
    r"interactive)\s?(?:[:|»>]|\s[-–—]\s)",
    r"follow (?:us|our|the latest|live)\b",
    r"like us on\b",
    r"join us on\b",
    r"find us on\b",
    r"(?:get|download) (?:the|our) [^.]{0,30}app\b",
    r"what (?:to|you need to) (?:know|read) next",
    r"up next\b",
    r"list (?:of )?\d+ (?:of \d+|items?)\Z",
    r"end of list\Z",
    r"our standards\s?:",
    r"this (?:article|story) (?:was )?(?:first |originally )(?:appeared|published)\b",
    r"for more (?:news|information|stories|on this|on the)\b",
    r"view (?:the )?(?:original|full|more)\b",
    r"previous (?:article|post|story)\b",
    r"next (?:article|post|story)\b",
    r"[^|.]{8,90}[?\w] \| [A-Z][\w' ]{3,30}\Z",  # "Who is who on the island? | Practical guide"
    r"lire aussi\b",
    r"lea también\b",
    r"leer más\b",
    r"lesen sie auch\b",
    r"leggi anche\b",
    r"leia (?:também|mais)\b",
    r"читайте также\b",
)
# Headings after which a page lists other stories.
PROMO_HEADINGS = (
    r"(?:related|more|latest|recent|popular|top|recommended|trending|featured|other) (?:news|stories|articles|"
    r"posts|reading|"
    r"coverage|headlines|videos|content|links|topics)",
    r"(?:most|top) (?:read|popular|viewed|shared|commented)",
    r"more (?:from|on|in|about) .{2,60}",
    r"(?:read|see) (?:also|more|next)",
    r"you (?:may|might) also (?:like|be interested in)",
    r"recommended(?: for you)?",
    r"trending(?: now)?",
    r"editor'?s'? (?:picks?|choice)",
    r"around the web",
    r"from the web",
    r"related",
    r"keep reading",
    r"don't miss",
    r"promoted(?: stories| content)?",
    r"sponsored(?: stories| content)?",
)

# Money, subscriptions, registration, newsletters.
APPEAL_CUES = (
    r"your (?:support|donation|contribution|subscription|generosity) (?:helps|allows|makes|means|will|ensures|"
    r"enables|is|"
    r"keeps|powers|goes)",
    r"(?:support|fund|back|sustain) (?:our|independent|quality|free|public interest|local|fearless) "
    r"(?:\w+ )?(?:journalism|reporting|work|newsroom|mission|media)",
    r"(?:quality|independent|free|fearless|our) journalism",
    r"paywalls?",
    r"(?:make|consider) (?:making )?a (?:\w+ )?(?:donation|contribution|gift)",
    r"(?:please|kindly) (?:consider )?(?:donat|support|subscrib)",
    r"donate (?:now|today|here|to us)",
    r"become an? (?:\w+ )?(?:member|subscriber|patron|supporter|friend)(?: (?:today|now|here|for|and)\b|\W*\Z)",
    r"subscribe (?:now|today|here|to (?:our|read|continue|unlock|get|us))",
    r"(?:sign|signing) up (?:for|to) (?:our|the|receive|get|read|continue|a|your)",
    r"already (?:a |have a |an )?(?:subscri\w+|member|registered|account)",
    r"(?:log|sign) in to (?:continue|read|comment|access|your)",
    r"(?:create|open) (?:an?|your) (?:free )?account",
    r"register (?:now|for free|free|to (?:continue|read|comment|unlock))",
    r"(?:free|articles?) (?:articles?|remaining|left) (?:this month|left|remaining)",
    r"(?:only|available|exclusive) (?:for|to) (?:paid |our )?subscribers",
    r"cancel (?:any ?time|at any time)",
    r"(?:start|begin) (?:your|a) (?:free )?trial",
    r"(?:our|daily|weekly|morning|evening|free) (?:e-?mail )?newsletters?",
    r"delivered (?:straight |directly |right )?to your inbox",
    r"keep (?:our|us) (?:journalism|reporting|independent|going|free)",
    r"help us (?:tell|keep|continue|report|investigate|fund)",
    r"support us (?:on|via|with|by|from|today)",
    r"turn off your ad ?blocker",
)
# An appeal speaks to its reader: a word of this kind, or an imperative at its beginning.
APPEAL_ADDRESS = r"\b(?:you|your|yours|our|us|we)\b"
APPEAL_IMPERATIVES = (
    r"subscribe|sign|donate|support|become|register|log|join|start|get|create|help|please|already|cancel|keep|consider|"
    r"make|turn|open|available|only|this (?:article|story)|daily|free|begin|back|fund"
)
# Weaker words of an appeal: they count between two paragraphs that are appeals.
APPEAL_WEAK = r"(?:our|we|us|your|you|journalis[mt]s?|reporters?|readers?|newsletter|donat\w+|subscri\w+)"

# What begins the line over an appeal.
APPEAL_HEADINGS = r"support|donate|subscribe|join|help|become|sign up|stand with|back"

# Comment forms and what stands in them.
FORM_STARTS = (
    r"leave (?:a|your) (?:reply|comment|response|thought)",
    r"(?:post|add|write|submit|make) (?:a|your|the first) comment",
    r"(?:join|start) (?:the|our) (?:conversation|discussion|debate|commenting)",
    r"join (?:[\w-]+ )?conversations",
    r"your e-?mail (?:address )?will not be (?:published|shared)",
    r"required fields are marked",
    r"thank you for (?:registering|subscribing|signing up|your (?:comment|feedback|registration))",
    r"please (?:refresh (?:the|this|your)|log ?in|sign in|login|register|enter (?:your|a valid))",
    r"you must be (?:logged in|registered|signed in)",
    r"save my name,? e-?mail",
    r"notify me (?:of|by|when)",
    r"(?:name|e-?mail|website|comment|message|password|username|captcha)\s?\*?:?$",
    r"cancel reply",
    r"post comment",
    r"submit comment",
    r"comments (?:are|have been) (?:closed|turned off|disabled|moderated)",
    r"be the first to (?:comment|leave|reply)",
    r"this site uses akismet",
    r"(?:forgot|lost) (?:your )?password",
    r"remember me$",
    r"deja (?:un comentario|una respuesta)",
    r"laisser un commentaire",
    r"schreibe? einen kommentar",
    r"\d+ (?:responses?|replies|thoughts) (?:to|on) ",
)
# Headings after which everything to the end is the readers' corner.
COMMENTS_HEADINGS = (
    r"leave (?:a|your) (?:reply|comment)",
    r"join (?:the|our) (?:commenting forum|conversation|discussion)",
    r"(?:\d+ )?(?:responses?|replies|thoughts) (?:to|on) .{3,200}",
    r"\d+ (?:comments?|responses?|replies)",
    r"(?:readers?'? |user )comments?\s?(?:\(\d+\))?",
    r"comments? \(\d+\)",
    r"post (?:a|your) comment",
)

# A photograph's words: what begins its caption, what ends it, and the verbs of what it shows.
CAPTION_STARTS = (
    r"(?:file|handout|undated|archive|representational|representative) (?:photo|image|picture|footage|pic)",
    r"file\s?[-–—:]",
    r"(?:in )?this (?:\w+ ){0,3}(?:photo|image|picture|photograph|frame grab|screen ?grab|still|video grab|handout)",
    r"(?:photo|image|picture|graphic|illustration|map|video|caption|photograph)\s?(?:caption|credit|source|by|"
    r"courtesy)?\s?[:|]",
    r"\[?(?:image|media|photo|picture) (?:caption|source|credit|copyright)\b",
    r"an? (?:general |aerial |satellite |screen ?grab |combination )(?:view|photo|image|picture|grab)\b",
    r"an? (?:\w+ )?(?:photo|image|picture|video grab|screenshot|map) (?:shows?|showing|taken|released|provided)\b",
    r"an? (?:\w+ )?(?:photo|image|picture|video grab|screenshot) of\b[^.]*\.?\Z",
    r"map (?:of|showing|highlighting|shows)\b",
    r"pictured\b",
    r"(?:above|below|left|right|top)\s?:",
)
CAPTION_CREDITS = (
    r"photo(?:graph)?s?|image|images|pictures?|picture alliance|pic|courtesy|handout|file|archive|getty|"
    r"getty images|shutterstock|"
    r"alamy|epa|epa-efe|afp|ap|reuters|anadolu|aa|rex|istock|unsplash|screengrab|screenshot|via|creative commons|"
    r"wikimedia commons|zuma|sipa|pa|pa wire|pa media|dpa|tass|sputnik|xinhua|bloomberg|nurphoto|sopa|imago|magnum"
)
CAPTION_CREDIT_LEADS = (
    r"photo(?:graph)?(?: by| credit)?|image(?: credit)?|credit|picture(?: by)?|courtesy(?: of)?|pic(?: by)?"
)
CAPTION_AGENCIES = r"getty images|epa|epa-efe|shutterstock|pool|zuma press|sipa|nurphoto|pa wire|pa images|alamy"
CAPTION_PHOTO_SERVICES = r"AP Photo|AP|REUTERS|Reuters|AFP|EPA|EPA-EFE|Getty Images?|Getty|Anadolu|Xinhua|AA"
CAPTION_VERBS = """stand stands sit sits walk walks rise rises look looks hold holds carry carries attend attends
prepare prepares gather gathers inspect inspects speak speaks ride rides wave waves patrol patrols guard guards
wait waits watch watches mourn mourns pray prays drive drives pass passes react reacts gesture gestures arrive
arrives run runs flee flees line lines pose poses chant chants march marches protest protests clean cleans search
searches stop stops help helps shake shakes greet greets address addresses listen listens fly flies burn burns lie
lies hang hangs queue queues work works fire fires board boards cross crosses smoke billows billow rest rests play
plays sweep sweeps secure secures clear clears"""

# Words of a sentence that tells something: a short line with one has only lost its stop.
TELLING = r"said|says|told|was|were|had|has been|have been|did|could|would"

# Small words and job titles between the names of a byline.
BYLINE_WORDS = """and in for of the with at & de van der den von bin ibn al el la da dos du correspondent
correspondents reporter reporters editor staff writer writers und et y e special to our"""

# Signatures of embedded posts, by platform.
PLATFORMS = {
    "twitter": "Twitter",
    "x": "X",
    "t.me": "Telegram",
    "telegram": "Telegram",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "tiktok": "TikTok",
    "youtube": "YouTube",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "weibo": "Weibo",
    "vk": "VK",
}
POST_LINKS = r"(?:pic\.twitter\.com|t\.co|twitter\.com|x\.com|t\.me|instagram\.com|fb\.watch|facebook\.com)/\S+"

# What leads in the agency a text is taken from, in a line of its own.
AGENCY_LEADS = (
    r"source|sources|via|from|courtesy(?: of)?|with (?:inputs?|reporting|files|material|"
    r"additional reporting) (?:from|by)|"
    r"agency|agencies|staff and|credit|by"
)
AGENCY_TAILS = r"bureau|staff|news agency|news service|newswire|agencies|wire services?|contributed to this report|news|(?:staff )?writers?"
