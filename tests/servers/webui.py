"""A server that behaves like AUTOMATIC1111's WebUI: like 1.6, where sampler and schedule are one name, or like 1.10."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import threading
import time
from typing import Any, Literal

from PIL import Image

from tests.servers import LocalServer, send

CHECKPOINTS = ("toon-v1", "ink-v2")
_JOINT = ("Euler a", "Euler", "DDIM", "DPM++ 2M", "DPM++ 2M Karras", "DPM++ SDE Karras")
_APART = ("DPM++ 2M", "DPM++ SDE", "Euler a", "Euler", "DDIM")
_SCHEDULES = {"automatic": "Automatic", "karras": "Karras", "exponential": "Exponential", "uniform": "Uniform"}


def short_hash(name: str) -> str:
    """The ten digits that the server shows for a checkpoint."""
    return hashlib.sha256(name.encode()).hexdigest()[:10]


class WebUIServer(LocalServer):
    """Paints a picture whose colours are made from the prompt and the seed, `steps` steps long."""

    def __init__(self, build: Literal["1.6", "1.10"] = "1.10", step_seconds: float = 0.0) -> None:
        super().__init__()
        self.build = build
        self.step_seconds = step_seconds
        self.loaded = CHECKPOINTS[0]
        self.loads = 0
        self.stubborn = False
        """Ignores a checkpoint override, as a wrong title makes the real one do."""
        self.lies_about_schedulers = False
        self.wants_joint = False
        """Lists schedulers like a new server, but only takes joint names."""
        self.dies_at: int | None = None
        """The picture, counted from 1, in whose middle the connection breaks."""
        self.blank = False
        self.full = False
        """Has no memory left for any picture."""
        self.garbles_previews = False
        self.interrupted = 0
        self.painted: list[dict[str, Any]] = []
        self._state = {"sampling_step": 0, "sampling_steps": 0, "job_count": 0}
        self._task: str | None = None
        self._stop = threading.Event()
        self._one_at_a_time = threading.Lock()
        self.loras = ("inkline",)
        self.embeddings = {"loaded": {"easynegative": {}}, "skipped": {"unaestheticXLv31": {}}}

    @property
    def asked(self) -> list[dict[str, Any]]:
        """The bodies of the txt2img requests."""
        return [body for _, path, body in self.calls if path.endswith("/txt2img")]

    def answer(self, request, method, path, body) -> None:
        name = path.removeprefix("/sdapi/v1/")
        if name == "schedulers" and (self.build == "1.6" or self.lies_about_schedulers):
            send(request, {"detail": "Not Found"}, 404)
        elif handler := getattr(self, f"_{method.lower()}_{name.replace('-', '_')}", None):
            handler(request, body)
        else:
            super().answer(request, method, path, body)

    def _get_samplers(self, request, _body) -> None:
        names = _JOINT if self.build == "1.6" else _APART
        send(request, [{"name": name, "aliases": [f"k_{name.lower()}"], "options": {}} for name in names])

    def _get_schedulers(self, request, _body) -> None:
        send(request, [{"name": name, "label": label, "aliases": None} for name, label in _SCHEDULES.items()])

    def _get_sd_models(self, request, _body) -> None:
        send(request, [
            {"title": self._title(name), "model_name": name, "hash": short_hash(name), "sha256": None,
             "filename": f"/models/Stable-diffusion/{name}.safetensors", "config": None}
            for name in CHECKPOINTS
        ])  # fmt: skip

    def _get_options(self, request, _body) -> None:
        send(request, {"sd_model_checkpoint": self._title(self.loaded), "CLIP_stop_at_last_layers": 1})

    def _get_loras(self, request, _body) -> None:
        send(
            request, [{"name": name, "alias": name, "path": f"/models/Lora/{name}.safetensors"} for name in self.loras]
        )

    def _get_embeddings(self, request, _body) -> None:
        send(request, self.embeddings)

    def _get_progress(self, request, _body) -> None:
        steps = self._state["sampling_steps"]
        told = {
            "progress": self._state["sampling_step"] / steps if steps else 0.0,
            "eta_relative": 0.0,
            "state": {**self._state, "interrupted": self._stop.is_set()},
            "current_image": self._preview() if steps else None,
        }
        send(request, {**told, "current_task": self._task} if self.build == "1.10" else told)

    def _preview(self) -> str:
        return "no picture" if self.garbles_previews else _base64(Image.new("RGB", (64, 64), "gray"))

    def _post_interrupt(self, request, _body) -> None:
        self.interrupted += 1
        self._stop.set()
        send(request, {})

    def _post_txt2img(self, request, body) -> None:
        known = _JOINT if self.build == "1.6" else ("DPM++ 2M Karras",) if self.wants_joint else _APART
        if body.get("sampler_name") not in known:
            send(request, {"detail": "Sampler not found"}, 404)
            return
        if self.full:
            send(request, {"error": "OutOfMemoryError", "detail": "", "errors": "CUDA out of memory."}, 500)
            return
        with self._one_at_a_time:
            self._switch(body)
            if not self._sample(body):
                request.close_connection = True
                request.connection.close()
                return
            self.painted.append(body)
            picture = self._picture(body)
        send(request, {"images": [_base64(picture)], "parameters": body, "info": json.dumps(self._info(body))})

    def _switch(self, body) -> None:
        wanted = (body.get("override_settings") or {}).get("sd_model_checkpoint")
        name = next((name for name in CHECKPOINTS if wanted == self._title(name)), None)
        if name and name != self.loaded and not self.stubborn:
            self.loaded, self.loads = name, self.loads + 1
            if body.get("override_settings_restore_afterwards", True):
                self.loads += 1

    def _sample(self, body) -> bool:
        """Step through; False when the server is to die on the way."""
        self._stop.clear()
        self._task = body.get("force_task_id")
        for step in range(body["steps"]):
            self._state = {"sampling_step": step, "sampling_steps": body["steps"], "job_count": 1}
            if self._stop.wait(self.step_seconds):
                break
            if self.dies_at == len(self.painted) + 1 and step == body["steps"] // 2:
                return False
        self._state = {"sampling_step": 0, "sampling_steps": 0, "job_count": 0}
        self._task = None
        return True

    def _picture(self, body) -> Image.Image:
        size = (body["width"], body["height"])
        if self.blank:
            return Image.new("RGB", size, "black")
        schedule = body.get("scheduler") if self.build == "1.10" else ""  # 1.6 ignores it without a word
        seen = f"{body['prompt']}|{body['seed']}|{body['sampler_name']}|{schedule}|{body['cfg_scale']}|{self.loaded}"
        digest = hashlib.sha256(seen.encode()).digest()
        return Image.frombytes("RGB", (2, 2), digest[:12]).resize(size, Image.Resampling.BICUBIC)

    def _info(self, body) -> dict[str, Any]:
        return {
            "seed": body["seed"],
            "all_seeds": [body["seed"]],
            "sd_model_name": self.loaded,
            "sd_model_hash": short_hash(self.loaded),
            "version": f"v{self.build}.0",
            "infotexts": [f"{body['prompt']}\nSteps: {body['steps']}, Model hash: {short_hash(self.loaded)}"],
        }

    @staticmethod
    def _title(name: str) -> str:
        return f"{name}.safetensors [{short_hash(name)}]"


def _base64(picture: Image.Image) -> str:
    written = io.BytesIO()
    picture.save(written, "PNG")
    return base64.b64encode(written.getvalue()).decode()


def wait_until(condition, seconds: float = 5.0) -> bool:
    """Whether a condition comes true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return False
