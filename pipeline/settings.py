"""Where Necut keeps its data and what its surroundings tell it.

Environment variables: NECUT_HOME (all data; `--home` wins), NECUT_MODELS, NECUT_WEBUI_URL,
NECUT_DEVICE, NECUT_PRECISION, OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL,
OPENAI_IMAGE_API_KEY, OPENAI_IMAGE_BASE_URL. Everything else, and what Connect
saves, stands in NECUT_HOME/settings.yaml. Keys are never written there.
"""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from pipeline.errors import DamagedFile
from pipeline.files import read_bytes, write_atomic

_FILE = "settings.yaml"
_MAX_BYTES = 64 * 1024
_ENVIRONMENT = {
    "models": "NECUT_MODELS",
    "webui_url": "NECUT_WEBUI_URL",
    "device": "NECUT_DEVICE",
    "precision": "NECUT_PRECISION",
    "openai_base_url": "OPENAI_BASE_URL",
    "openai_model": "OPENAI_MODEL",
    "openai_image_base_url": "OPENAI_IMAGE_BASE_URL",
}


@dataclass(frozen=True)
class Settings:
    """What Connect knows, apart from keys. Empty strings mean "not given"."""

    models: str = ""  # a folder with checkpoints, LoRAs, embeddings
    webui_models: str = ""  # the folder of an existing Stable Diffusion WebUI
    picture_seconds: float = 600.0  # how long one picture may take on a WebUI server
    webui_url: str = ""  # such as http://127.0.0.1:7860
    device: str = ""  # cuda, mps, cpu; empty is the first that works
    precision: str = ""  # float32 paints in full precision; empty is the fastest that this device has
    checkpoint: str = ""  # the checkpoint to paint with when a preset names none
    openai_base_url: str = ""  # any OpenAI-compatible server
    openai_model: str = ""
    reply_seconds: float = 60.0  # how long a writer may take in all, retries included
    openai_image_base_url: str = ""  # where pictures are painted, if not by the server that writes
    openai_image_model: str = ""
    gpt2_model: str = ""  # a local GPT-2 folder or a hub id
    price_prompt: float = 0.0  # per million tokens sent
    price_reply: float = 0.0  # per million tokens received
    price_picture: float = 0.0  # per picture

    def with_changes(self, **changes: object) -> Settings:
        """A changed copy."""
        return replace(self, **changes)


def home() -> Path:
    """The folder that holds all data: NECUT_HOME, else the user's data folder of the system."""
    if given := os.environ.get("NECUT_HOME"):
        return Path(given).expanduser()
    from platformdirs import user_data_path  # imported when needed: it costs the first page otherwise

    return user_data_path("necut", appauthor=False)


def use_home(folder: str | Path) -> None:
    """Keep all data of this process under `folder` (what `--home` does)."""
    os.environ["NECUT_HOME"] = str(folder)


def load() -> Settings:
    """What was saved, overruled by the environment. Raises DamagedFile when settings.yaml is broken."""
    saved = _read_saved(home() / _FILE)
    given = {name: os.environ[variable] for name, variable in _ENVIRONMENT.items() if os.environ.get(variable)}
    return replace(saved, **given)


def save(settings: Settings) -> None:
    """Write settings.yaml. What the environment gives is not copied into the file."""
    path = home() / _FILE
    saved = _read_saved(path)
    kept = {
        name: getattr(saved, name)
        for name, variable in _ENVIRONMENT.items()
        if os.environ.get(variable) and getattr(settings, name) == os.environ[variable]
    }
    import yaml

    text = yaml.safe_dump(asdict(replace(settings, **kept)), allow_unicode=True, sort_keys=False)
    write_atomic(path, text)


def _read_saved(path: Path) -> Settings:
    if not path.exists():
        return Settings()
    import yaml

    try:
        found = yaml.safe_load(read_bytes(path, _MAX_BYTES)) or {}
        known = {field.name: type(field.default) for field in fields(Settings)}
        return Settings(**{name: known[name](value) for name, value in found.items() if name in known})
    except (yaml.YAMLError, TypeError, ValueError, AttributeError) as exc:
        raise DamagedFile("settings.damaged", path=str(path)) from exc
