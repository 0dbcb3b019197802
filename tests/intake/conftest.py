def pytest_make_parametrize_id(val):
    """A short name for a test of a long file."""
    return f"{val[:24]!r} of {len(val)}" if isinstance(val, str | bytes) and len(val) > 60 else None
