"""Read-only JSON for scripts under /api/v1/: the selectors' rows in the exchange format's shapes, a page at a time.

`document` describes it (OpenAPI), `views` answer, `rows` say what a page holds. Rejected claims are in none of it.
"""
