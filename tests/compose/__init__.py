"""Tests of the lettered page."""
