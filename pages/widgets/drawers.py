"""Popovers with fields in them that are filled from the store.

In a closed one the browser draws nothing. What its fields were filled with is old news when it is opened: the browser
takes them for empty, and says so to the server as if a hand had emptied them. So a drawer is filled once it is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st


@contextmanager
def drawer(key: str, label: str, icon: str, **looks: Any) -> Iterator[bool]:
    """A popover; whether it is open, and its content to be drawn. `looks` are further arguments of `st.popover`."""
    popover = st.popover(label, icon=icon, key=key, on_change="rerun", **looks)
    with popover, st.container(key=f"drawer_{key}"):  # the name that the style knows it by
        yield bool(popover.open)
