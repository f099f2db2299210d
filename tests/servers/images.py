"""A server that speaks OpenAI's image endpoint: draws a picture from the words it is sent, and misbehaves on demand."""

from __future__ import annotations

import base64
import hashlib
import io
import time
from typing import Any

from PIL import Image

from tests.servers import LocalServer, send

SIZES = ("1024x1024", "1536x1024", "1024x1536")
REFUSALS: dict[str, tuple[int, str]] = {
    "wrong key": (401, "Incorrect API key provided: {key}"),
    "unverified": (403, "Your organization must be verified to use the model `gpt-image-1`."),
    "unsafe": (400, "Your request was rejected by the safety system."),
    "no credit": (429, "You exceeded your current quota, please check your plan and billing details."),
    "limit": (400, "Billing hard limit has been reached."),
    "busy": (429, "Rate limit reached for images per minute."),
    "no model": (404, "The model `gpt-image-1` does not exist."),
    "no endpoint": (405, "Method Not Allowed"),
    "broken": (500, "The server had an error while processing your request."),
    "overloaded": (503, "Overloaded"),
}
"""Answers with a status and an error, in OpenAI's form."""


class ImageServer(LocalServer):
    """Paints two by two colours that follow from prompt and size, enlarged to the size asked.

    `answers_by` is "b64_json", "url" or "data" (a data URL). `does` names what goes wrong, "" for nothing;
    with `at` it goes wrong at that picture only, counted from 1.
    """

    def __init__(self, does: str = "", at: int | None = None, answers_by: str = "b64_json") -> None:
        super().__init__()
        self.does, self.at, self.answers_by = does, at, answers_by
        self.seconds = 0.0
        """How long a picture takes."""
        self.keys: list[str] = []
        self.fetch_keys: list[str] = []
        self.elsewhere = ""
        """Where the picture is said to be, instead of here."""
        self._pictures: dict[str, bytes] = {}

    @property
    def asked(self) -> list[dict[str, Any]]:
        """The bodies of the requests for pictures."""
        return [body for method, path, body in self.calls if path.endswith("/images/generations")]

    def answer(self, request, method, path, body) -> None:
        if path.startswith("/made/"):
            self._fetch(request, path)
        elif method == "POST" and path == "/v1/images/generations":
            self.keys.append(request.headers.get("Authorization", ""))
            self._generate(request, body)
        elif path == "/v1/models":
            send(request, {"object": "list", "data": [{"id": "gpt-image-1"}, {"id": "talker"}]})
        else:
            super().answer(request, method, path, body)

    def _generate(self, request, body) -> None:
        does = self.does if self.at in (None, len(self.asked)) else ""
        time.sleep(self.seconds)
        if does in REFUSALS:
            status, words = REFUSALS[does]
            key = request.headers.get("Authorization", "").removeprefix("Bearer ")
            send(request, {"error": {"message": words.format(key=key), "type": "error", "code": None}}, status)
        elif handler := getattr(self, f"_does_{does.replace(' ', '_')}", None):
            handler(request, body)
        else:
            self._paint(request, body)

    def _paint(self, request, body, **more: Any) -> None:
        size = body.get("size") or "512x512"
        if size not in SIZES and body.get("size"):
            send(request, {"error": {"message": f"Invalid value: '{size}'. Supported sizes are …"}}, 400)
            return
        data = self._png(body["prompt"], size)
        name = hashlib.sha256(data).hexdigest()[:12]
        self._pictures[name] = data
        text = base64.b64encode(data).decode()
        entry = {
            "b64_json": {"b64_json": text},
            "url": {"url": self.elsewhere or f"{self.url}/made/{name}.png?sig=a%2Fb"},
            "data": {"url": f"data:image/png;base64,{text}"},
        }[self.answers_by]
        send(request, {"created": 1, "data": [{**entry, **more}]})

    @staticmethod
    def _png(prompt: str, size: str) -> bytes:
        width, height = map(int, size.split("x"))
        digest = hashlib.sha256(f"{prompt}|{size}".encode()).digest()
        picture = Image.frombytes("RGB", (2, 2), digest[:12]).resize((width, height), Image.Resampling.BILINEAR)
        written = io.BytesIO()
        picture.save(written, "PNG", compress_level=1)
        return written.getvalue()

    def _fetch(self, request, path) -> None:
        self.fetch_keys.append(request.headers.get("Authorization", ""))
        if self.does == "fetch fails" or (self.does == "fetch fails once" and len(self.fetch_keys) == 1):
            request.close_connection = True
            request.connection.close()
        elif self.does == "fetch is gone":
            send(request, {"error": "gone"}, 404)
        elif self.does == "fetch leads on":
            send(request, b"", 302, {"Location": "http://127.0.0.1:1/"})
        else:
            send(request, self._pictures[path.removeprefix("/made/").removesuffix(".png")])

    def _does_rewrites(self, request, body) -> None:
        self._paint(request, body, revised_prompt="A cat, *painted*  in oil.")

    def _does_other_sizes(self, request, body) -> None:
        if "size" in body:
            send(request, {"error": {"message": "size must be 512x512", "param": "size"}}, 400)
        else:
            self._paint(request, body)

    def _does_no_data(self, request, _body) -> None:
        send(request, {"created": 1, "data": []})

    def _does_empty_entry(self, request, _body) -> None:
        send(request, {"created": 1, "data": [{}]})

    def _does_a_list(self, request, _body) -> None:
        send(request, [1, 2])

    def _does_no_json(self, request, _body) -> None:
        send(request, b"<html>Welcome</html>")

    def _does_cut_json(self, request, _body) -> None:
        send(request, b'{"data": [{"b64_json": "iVBOR')

    def _does_no_picture(self, request, _body) -> None:
        send(request, {"data": [{"b64_json": base64.b64encode(b"not a picture").decode()}]})

    def _does_bad_base64(self, request, _body) -> None:
        send(request, {"data": [{"b64_json": "@@@@"}]})

    def _does_one_colour(self, request, _body) -> None:
        written = io.BytesIO()
        Image.new("RGB", (64, 64), "black").save(written, "PNG")
        send(request, {"data": [{"b64_json": base64.b64encode(written.getvalue()).decode()}]})

    def _does_redirects(self, request, _body) -> None:
        send(request, b"", 307, {"Location": "http://127.0.0.1:1/v1"})

    def _does_hangs_up(self, request, _body) -> None:
        request.close_connection = True
        request.connection.close()

    def _does_silent(self, request, body) -> None:
        time.sleep(3)
        self._paint(request, body)

    def _does_drips(self, request, _body) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "100000")
        request.end_headers()
        for _ in range(30):
            request.wfile.write(b" ")
            request.wfile.flush()
            time.sleep(0.1)
