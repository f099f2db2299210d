"""What a WebUI server has and understands, asked politely and remembered; its jobs, its progress.

Servers differ. Before 1.9 sampler and schedule were one name ("DPM++ 2M Karras") and a separate
schedule was ignored without a word; since then they are two, and the joint name may be a 404. So the
server is asked which it is, and should it still refuse, the other form is tried and remembered.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from pipeline import remote, settings
from pipeline.errors import InputError, NecutError, NeedsSetup, RemoteError
from pipeline.remote import Readiness

if TYPE_CHECKING:
    from pipeline.comic import Recipe

Form = Literal["joint", "apart"]
"""How the server takes sampler and schedule: as one name, or as two fields."""
ASK_SECONDS = 15.0
LISTEN_SECONDS = 0.5
MISSED_POLLS = 5
"""How many progress requests in a row may go unanswered; a busy server misses some."""

_forms: dict[str, Form] = {}
_forms_lock = threading.Lock()


@dataclass(frozen=True)
class Model:
    """A checkpoint on the server: title as the server wants it, plain name, short hash, where it lies."""

    title: str
    name: str
    hash: str
    path: str

    def is_called(self, name: str, short_hash: str = "") -> bool:
        """Whether a name or hash means this checkpoint. A hash that both sides know decides."""
        if self.hash and short_hash:
            return self.hash[:10].lower() == short_hash[:10].lower()
        stem = self.path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
        names = {
            each.lower() for each in (self.title, self.name, stem, self.hash, self.title.partition(" [")[0]) if each
        }
        plain = name.lower()
        return bool(plain) and (plain in names or plain.rpartition(".")[0] in names)


@dataclass(frozen=True)
class Known:
    """What one recipe needs to know about the server: the checkpoint it means, LoRAs and embeddings there."""

    model: Model | None
    current: str
    """The title of the checkpoint that is loaded now."""
    samplers: frozenset[str]
    schedulers: dict[str, str]
    """The server's schedule types, by label and by name."""
    loras: frozenset[str]
    embeddings: frozenset[str]
    skipped_embeddings: frozenset[str]


@dataclass
class Job:
    """A POST on its way, on a thread of its own."""

    task: str
    _finished: threading.Event = field(default_factory=threading.Event)
    _answer: Any = None
    _error: Exception | None = None

    def done(self, seconds: float) -> bool:
        """Whether it is finished, waiting for it that long."""
        return self._finished.wait(seconds)

    def result(self) -> Any:
        """The answer; raises what went wrong."""
        if self._error:
            raise self._error
        return self._answer

    def run(self, send) -> None:
        try:
            self._answer = send()
        except Exception as exc:  # the painter asks for it
            self._error = exc
        finally:
            self._finished.set()


@dataclass(frozen=True)
class Seen:
    """The server's progress: the step it is at and a preview in base64, when the job is ours."""

    step: int = 0
    picture: str = ""
    ours: bool = True


class Server:
    """A connection to one server. A context manager."""

    def __init__(self, url: str) -> None:
        self._address = remote.check_address(url)
        self.url = self._address.url
        self._client = remote.http_client(self._address, ASK_SECONDS)
        self._missed = 0

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_exc: object) -> None:
        self._client.close()

    def ask(self, path: str, body: object = None, seconds: float = ASK_SECONDS) -> Any:
        """The JSON at `/sdapi/v1/path`."""
        return remote.call(self._client, self._address, f"/sdapi/v1/{path}", remote.Deadline(seconds), body)

    def meet(self) -> None:
        """Find out how the server takes samplers. NeedsSetup when it is away or has no API."""
        try:
            with _forms_lock:
                known = _forms.get(self.url)
            listed = [str(entry.get("name") or "") for entry in _dicts(self.ask("samplers"))]
            if known is None:
                joint = any(name.endswith(" Karras") for name in listed) and not self._optional("schedulers")
                self.remember("joint" if joint else "apart")
        except remote.Refused as error:
            raise _not_met(error, self.url) from error
        except RemoteError as error:
            raise (
                NeedsSetup("webui.absent", address=self.url) if error.key == "remote.unreachable" else error
            ) from error

    def forms(self, recipe: Recipe) -> tuple[Form, ...]:
        """The ways to name the recipe's sampler, the likelier first."""
        with _forms_lock:
            first = _forms.get(self.url, "apart")
        return (first, "joint" if first == "apart" else "apart")

    def has_another_form(self, form: Form) -> bool:
        """Whether `form` was the likelier one, so that the other may be tried."""
        with _forms_lock:
            return _forms.get(self.url, "apart") == form

    def remember(self, form: Form) -> None:
        """This form was understood: use it first from now on."""
        with _forms_lock:
            _forms[self.url] = form

    def models(self) -> list[Model]:
        """The checkpoints on the server."""
        return [
            Model(
                title=str(entry.get("title") or ""),
                name=str(entry.get("model_name") or entry.get("title") or ""),
                hash=str(entry.get("hash") or (entry.get("sha256") or "")[:10]),
                path=str(entry.get("filename") or ""),
            )
            for entry in _dicts(self.ask("sd-models"))
        ]

    def what_it_has(self, recipe: Recipe) -> Known:
        """All that `recipe` needs to know. InputError when the server has no such checkpoint."""
        options = self._optional("options") or {}
        embeddings = self._optional("embeddings") or {}
        return Known(
            model=self._model(recipe.checkpoint),
            current=str(options.get("sd_model_checkpoint") or ""),
            samplers=frozenset(
                str(name).lower()
                for entry in _dicts(self.ask("samplers"))
                for name in (entry.get("name"), *(entry.get("aliases") or ()))
            ),
            schedulers={
                str(entry[key]).lower(): str(entry.get("label") or entry["name"])
                for entry in _dicts(self._optional("schedulers"))
                for key in ("name", "label")
                if entry.get(key)
            },
            loras=frozenset(
                str(entry[key]).lower()
                for entry in _dicts(self._optional("loras"))
                for key in ("name", "alias")
                if entry.get(key)
            ),
            embeddings=frozenset(name.lower() for name in embeddings.get("loaded") or ()),
            skipped_embeddings=frozenset(name.lower() for name in embeddings.get("skipped") or ()),
        )

    def _model(self, wanted: str) -> Model | None:
        if not wanted:
            return None
        models = self.models()
        found = next((model for model in models if model.is_called(wanted)), None)
        if found is None:
            known = ", ".join(model.name for model in models[:8]) or "–"
            raise InputError("webui.no_checkpoint", name=wanted, address=self.url, known=known)
        return found

    def sampler_names(self) -> str:
        """The samplers that the server has, for a sentence."""
        return ", ".join(str(entry.get("name")) for entry in _dicts(self._optional("samplers"))) or "–"

    def _optional(self, path: str) -> Any:
        """Like `ask`, None where the server has no such thing."""
        try:
            return self.ask(path)
        except remote.Refused as error:
            if error.status in (404, 405, 500):
                return None
            raise

    def start(self, body: dict[str, Any]) -> Job:
        """Send a picture off to be painted."""
        job = Job(task=f"necut-{uuid.uuid4().hex}")
        seconds = settings.load().picture_seconds
        send = {**body, "force_task_id": job.task}
        work = lambda: self.ask("txt2img", send, seconds)  # noqa: E731
        threading.Thread(target=job.run, args=(work,), daemon=True).start()
        return job

    def progress(self, job: Job) -> Seen:
        """How far the server is. It has one progress for all its users; one that names its task tells ours apart."""
        try:
            told = self.ask("progress")
            self._missed = 0
        except RemoteError:
            self._missed += 1
            if self._missed >= MISSED_POLLS and not job.done(0):
                raise
            return Seen()
        told = told if isinstance(told, dict) else {}
        task = told.get("current_task")
        if task and task != job.task:
            return Seen(ours=False)
        state = told.get("state") if isinstance(told.get("state"), dict) else {}
        return Seen(step=int(state.get("sampling_step") or 0), picture=str(told.get("current_image") or ""))

    def interrupt(self, job: Job) -> None:
        """Stop our picture on the server, and nobody else's."""
        with contextlib.suppress(NecutError):
            if self.progress(job).ours:
                self.ask("interrupt", {}, seconds=3)


def listens(url: str) -> Readiness:
    """Whether anything accepts connections at the address."""
    try:
        found = remote.check_address(url)
        port = _port(found.url)
        socket.create_connection((found.numbers[-1] if found.numbers else found.host, port), LISTEN_SECONDS).close()
        return Readiness(True, "webui.ready", {"address": found.url})
    except NecutError as error:
        return Readiness(False, error.key, error.values)
    except OSError:
        return Readiness(False, "webui.absent", {"address": url})


def greet(url: str) -> Readiness:
    """What the server says when asked who it is."""
    try:
        with Server(url) as server:
            server.meet()
            models = server.models()
            options = server._optional("options") or {}
            current = str(options.get("sd_model_checkpoint") or "–")
            return Readiness(True, "webui.ok", {"address": server.url, "count": len(models), "checkpoint": current})
    except remote.Refused as error:
        told = _not_met(error, url)
        return Readiness(False, told.key, told.values)
    except NecutError as error:
        return Readiness(False, error.key, error.values)


def _not_met(error: remote.Refused, url: str) -> NecutError:
    if error.status in (401, 403):
        return NeedsSetup("webui.locked", address=url)
    return NeedsSetup("webui.no_api", address=url) if error.status == 404 else error


def _port(url: str) -> int:
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    return parts.port or (443 if parts.scheme == "https" else 80)


def _dicts(told: object) -> list[dict[str, Any]]:
    return [entry for entry in told if isinstance(entry, dict)] if isinstance(told, list) else []
