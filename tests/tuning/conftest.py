"""The tiny checkpoints of the artists' tests."""

from tests.artists.conftest import models, shelf

__all__ = ["models", "shelf"]
