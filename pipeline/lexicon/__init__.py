"""Bilingual words for things, places, looks and moods: what the offline members understand."""
