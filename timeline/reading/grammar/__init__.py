"""The grammar of time expressions: words get roles, patterns over roles make meanings."""
