"""Every read of the pages, in a number of queries that does not grow with the dossier. Nothing here writes.

Rejected claims are left out everywhere; counts, bounds and support come from the columns that weaving fills.
"""
