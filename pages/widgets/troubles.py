"""What the open comic's last job failed with: told once, on one page, until it is mended, put away or tried again.

It is told where the job was started, where it was watched, or where its stage is at home: on the first of these pages
that is shown afterwards, and on no other. It is over as soon as what was tried is not what stands there any more
(another member, another preset, other connections), or the member can do what it could not do then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets import resources, state
from pipeline.errors import NecutError

if TYPE_CHECKING:
    from pipeline.comic import Comic
    from pipeline.queue import Snapshot

_HERE = "necut.trouble"
_ATTEMPTS = "necut.attempts"
_TOLD = "necut.told_jobs"
_CONNECTED = "necut.times_connected"
_REMEMBERED = 20
_HOMES = {"story": "1_Story", "prompt": "2_Prompt", "picture": "3_Render", "convert": "3_Render"}
FIELDS = {"story": "writer", "prompt": "prompter", "picture": "artist"}
"""Stage → the comic's field that names who works there."""


@dataclass(frozen=True)
class _Attempt:
    """Where a job may be told of, with what each stage was tried, and, once it is told, what its member lacked."""

    pages: tuple[str, ...]
    tried: dict[str, object]
    lacked: str | None = None


def tried(submit: Callable[..., str | None]) -> None:
    """Hand a job of the open comic to the queue, `submit(queue, comic_id, owner)`, and note where and with what."""
    tried_with = _circumstances(state.comic())
    job_id = submit(resources.queue(), state.comic_id(), owner=state.owner())
    if job_id is not None:
        _note(job_id, _Attempt((state.page(),), tried_with))


def watched(job_id: str) -> None:
    """Note that a live job is shown on this page: when it fails before somebody's eyes, it is told before them."""
    attempt = _attempts().get(job_id)
    if attempt is not None and state.page() not in attempt.pages:
        _note(job_id, replace(attempt, pages=(*attempt.pages, state.page())))


def settle(lack: Callable[[str, str], str]) -> None:
    """Find out, at the beginning of a run, what this page has to tell. `lack(family, member)` is the key of what a
    member needs before it can work."""
    try:
        comic = state.comic()
    except NecutError:  # it cannot be read: whoever shows it says so
        comic = None
    job = last(comic) if comic is not None else None
    stands = job is not None and job.error is not None and _is_told_here(job, comic, lack)
    st.session_state[_HERE] = job if stands else None


def here() -> Snapshot | None:
    """The failed job that this page tells of."""
    return st.session_state.get(_HERE)


def concerns(family: str) -> bool:
    """Whether what this page tells of is the failure of a member of this family."""
    job = here()
    return job is not None and f"{FIELDS.get(job.stage)}s" == family


def last(comic: Comic) -> Snapshot | None:
    """The comic's newest job, over or not."""
    jobs = [job for job in resources.queue().jobs(comic_id=comic.id) if not job.aside]
    return jobs[-1] if jobs else None


def put_away(job_id: str) -> None:
    """Say no more of a failed job."""
    st.session_state[_TOLD] = (*st.session_state.get(_TOLD, ()), job_id)
    if (job := here()) is not None and job.id == job_id:
        st.session_state[_HERE] = None


def is_put_away(job_id: str) -> bool:
    """Whether enough was said of a failed job."""
    return job_id in st.session_state.get(_TOLD, ())


def connected_anew() -> None:
    """Connect has changed what members work with: what failed before says nothing about now."""
    st.session_state[_CONNECTED] = st.session_state.get(_CONNECTED, 0) + 1


def _is_told_here(job: Snapshot, comic: Comic, lack: Callable[[str, str], str]) -> bool:
    if is_put_away(job.id):
        return False
    now = _circumstances(comic)
    attempt = _attempts().get(job.id) or _Attempt((), now)  # another session's
    pages = attempt.pages if attempt.lacked is not None else (*attempt.pages, _HOMES.get(job.stage, ""))
    if state.page() not in pages:
        return False
    lacking = _lack(job, comic, lack)
    if attempt.lacked is None:
        attempt = replace(attempt, pages=(state.page(),), lacked=lacking)
        _note(job.id, attempt)
    mended = attempt.lacked and lacking != attempt.lacked
    if mended or attempt.tried.get(job.stage) != now.get(job.stage):
        put_away(job.id)
        return False
    return True


def _lack(job: Snapshot, comic: Comic, lack: Callable[[str, str], str]) -> str:
    field = FIELDS.get(job.stage)
    return lack(f"{field}s", _member(comic, field)) if field else ""


def _circumstances(comic: Comic) -> dict[str, object]:
    """Stage → who would work there now, and with what."""
    from pipeline.comic import fingerprint

    connected = st.session_state.get(_CONNECTED, 0)
    found = {stage: (_member(comic, field), connected) for stage, field in FIELDS.items()}
    return found | {"picture": (*found["picture"], fingerprint(comic.preset))}


def _member(comic: Comic, field: str) -> str:
    from pipeline import cells

    return cells.artist_name(comic) if field == "artist" else getattr(comic, field)


def _attempts() -> dict[str, _Attempt]:
    return st.session_state.get(_ATTEMPTS, {})


def _note(job_id: str, attempt: _Attempt) -> None:
    kept = {**_attempts(), job_id: attempt}
    st.session_state[_ATTEMPTS] = dict(list(kept.items())[-_REMEMBERED:])
