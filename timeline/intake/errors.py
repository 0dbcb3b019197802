class IntakeError(Exception):
    """A file that cannot be taken: `name` says which, `reason` why, both for people."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason
