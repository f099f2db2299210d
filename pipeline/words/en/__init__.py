"""Sentences in English, one module a room."""
