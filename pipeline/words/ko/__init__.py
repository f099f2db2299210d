"""Sentences in Korean, one module a room."""
