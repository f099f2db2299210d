"""The command line: a file in this folder is a command, found by its name.

A command's module has a function `command` whose parameters are typer's. The exit code is 0 only on
success; an error is one sentence on stderr, in the language chosen (`--lang`, else the system's).
"""

from __future__ import annotations

import importlib
import locale
import os
import sys
from typing import NoReturn

from pipeline import words
from pipeline.errors import NecutError
from pipeline.families import member_names

_FAILURE = 1


def run(arguments: list[str] | None = None) -> NoReturn:
    """Carry out one command and exit. `arguments` are the process's own by default."""
    import typer

    arguments = sys.argv[1:] if arguments is None else arguments
    language = spoken_language(arguments)
    application = typer.Typer(add_completion=False, no_args_is_help=True, help=words.say("commands.help", language))
    for name in wanted(arguments):
        module = importlib.import_module(f"{__name__}.{name}")
        application.command(name, help=words.say(f"commands.{name}", language))(module.command)
    application.callback()(lambda: None)  # even one command keeps its name
    try:
        application(arguments, standalone_mode=True)
    except NecutError as error:
        fail(error, language)
    sys.exit(0)


def wanted(arguments: list[str]) -> tuple[str, ...]:
    """The commands to load: the one asked for, or all of them to list them."""
    known = member_names(__path__)
    return (arguments[0],) if arguments and arguments[0] in known else known


def fail(error: NecutError, language: str) -> NoReturn:
    """Say what went wrong in one sentence and exit."""
    print(words.tell(error, language), file=sys.stderr)
    sys.exit(_FAILURE)


def spoken_language(arguments: list[str]) -> str:
    """The language to speak: what follows `--lang`, else the system's."""
    for option, value in zip(arguments, [*arguments[1:], ""], strict=True):
        given = value if option == "--lang" else option.removeprefix("--lang=") if "--lang=" in option else ""
        if given in words.LANGUAGES:
            return given
    system = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0]
    return words.guess_language(system)
