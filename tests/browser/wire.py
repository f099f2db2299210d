"""A bad wireless network between browser and server: what is sent comes late, in pieces, and at times not for a while.

What a test only sees because both ends share a machine, and what a page only does right when nothing is under way,
comes to light here: `python -m pytest tests/browser --slow-wire`.
"""

from __future__ import annotations

import queue
import random
import socket
import threading
import time

DELAY = (0.08, 0.2)  # seconds, each way
HOLD_UP, HELD_UP = 0.02, 0.6  # how likely a piece is held up, and for how many seconds
PIECE = 400  # bytes
FILE = 20_000  # bytes at once that are part of a file: these are let through, else the tests would take an hour
_ANY_SIZE = 65_536


class SlowWire:
    """Hands on what comes to `port` to the server's port, slowly, in both directions and in order."""

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._door = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._answer, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._door.close()

    def _answer(self) -> None:
        while True:
            try:
                browser, _ = self._door.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self._server_port))
            except OSError:
                browser.close()
                continue
            for one, other in ((browser, server), (server, browser)):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                under_way: queue.Queue[tuple[float, bytes]] = queue.Queue()
                threading.Thread(target=_take, args=(one, under_way), daemon=True).start()
                threading.Thread(target=_bring, args=(other, under_way), daemon=True).start()


def _take(end: socket.socket, under_way: queue.Queue[tuple[float, bytes]]) -> None:
    """Cut what an end says into pieces, each with the time when it arrives; an empty one is the end."""
    chance, arrival, heard = random.Random(), 0.0, b"-"
    while heard:
        try:
            heard = end.recv(_ANY_SIZE)
        except OSError:
            heard = b""
        is_file = len(heard) >= FILE
        size = _ANY_SIZE if is_file else PIECE
        for start in range(0, max(len(heard), 1), size):
            delay = 0.0 if is_file else chance.uniform(*DELAY) + HELD_UP * (chance.random() < HOLD_UP)
            arrival = max(arrival, time.monotonic() + delay)
            under_way.put((arrival, heard[start : start + size]))


def _bring(end: socket.socket, under_way: queue.Queue[tuple[float, bytes]]) -> None:
    """Say each piece at its time."""
    try:
        while True:
            arrival, piece = under_way.get()
            time.sleep(max(0.0, arrival - time.monotonic()))
            if not piece:
                end.shutdown(socket.SHUT_WR)
                return
            end.sendall(piece)
    except OSError:
        return  # the other end has hung up
