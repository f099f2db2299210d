"""The cast: who a character is, the library that keeps them across comics, and whether pictures keep them the same.

Read it in this order: `sheets` (changing a character of a script, everywhere they are), `actors` (which
phrase of a scene is about whom), `looks` (a look taken apart into what can be picked, and put together),
`colours` (as Korean says them), `library` (sheets as YAML files), `drift` (does the figure in panel 3 look like
the others?).
"""

from __future__ import annotations

from pipeline.cast.actors import kind_of
from pipeline.cast.sheets import pinned, recast

__all__ = ["kind_of", "pinned", "recast"]
