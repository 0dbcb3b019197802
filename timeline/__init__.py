"""A timeline of contested events.

Conflicting reports of the same happening go in; out comes when it happened, who says so, and where
the accounts cannot all be true. `timeline.reading` is the pure core that reads articles into dated,
attributed claims and weaves them into events; `services` writes, `selectors` reads, and the views,
the admin and the commands call those two.
"""
