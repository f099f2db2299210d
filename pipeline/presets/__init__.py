"""Presets: what a person tunes, as YAML files whose names are the presets' names."""
