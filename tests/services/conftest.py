from tests.readings import desk

__all__ = ["desk"]
