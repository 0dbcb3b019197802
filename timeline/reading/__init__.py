"""The pure core: from an article's text to dated, attributed claims, and from many articles to events.

Nothing below this package imports Django, opens a file or reads a clock.
"""
