"""What can be taken away: the formats, and how each is written."""
