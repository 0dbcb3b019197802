"""Our event types in ACLED's words (ACLED Codebook, 2024): (event type, sub-event type), "" where ours does not say.

Only what fits whatever the circumstances: a coup may be a battle or none, a shooting a crime. Those keep our word.
"""

ACLED_TYPES = {
    "attack": ("Battles", "Armed clash"),
    "armed clash": ("Battles", "Armed clash"),
    "government regains territory": ("Battles", "Government regains territory"),
    "non-state actor overtakes territory": ("Battles", "Non-state actor overtakes territory"),
    "air/drone strike": ("Explosions/Remote violence", "Air/drone strike"),
    "chemical weapon": ("Explosions/Remote violence", "Chemical weapon"),
    "explosion": ("Explosions/Remote violence", ""),
    "abduction": ("Violence against civilians", "Abduction/forced disappearance"),
    "protest": ("Protests", ""),
    "arrest": ("Strategic developments", "Arrests"),
    "agreement": ("Strategic developments", "Agreement"),
    "property destruction": ("Strategic developments", "Looting/property destruction"),
    "weapons seized": ("Strategic developments", "Disrupted weapons use"),
    "jail break": ("Strategic developments", "Other"),
    "deployment": ("Strategic developments", "Change to group/activity"),
}
