"""`pytest tests/life --hypothesis-profile long` looks for hours, each time elsewhere."""

from hypothesis import settings

settings.register_profile("long", max_examples=10_000, derandomize=False)
