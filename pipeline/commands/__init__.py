"""The command line: a file in this folder is a command, found by its name.

A command's module has a function `command` whose parameters are typer's. The exit code is 0 only on
success; an error is one sentence on stderr, in the language chosen (`--lang`, else the system's).
"""

from __future__ import annotations

import importlib
import locale
import logging
import os
import sys
from collections.abc import Mapping
from typing import Any, NoReturn

from pipeline import words
from pipeline.errors import NecutError
from pipeline.families import member_names

_log = logging.getLogger(__name__)
_FAILURE = 1
_MISREAD = 2


def run(arguments: list[str] | None = None) -> NoReturn:
    """Carry out one command and exit. `arguments` are the process's own by default."""
    import typer

    arguments = (sys.argv[1:] if arguments is None else arguments) or ["--help"]
    language = spoken_language(arguments)
    mistaken = typer.BadParameter.__base__  # typer exports this error, but not the one above it
    try:
        _application(arguments, language)(arguments, standalone_mode=False)
    except NecutError as error:
        fail(error, language)
    except mistaken as fault:
        fail(_misread(fault), language, _MISREAD)
    except typer.Abort:
        sys.exit(_FAILURE)
    except Exception as fault:  # a fault of ours: one sentence for the user, the traceback for who asks for it
        _log.debug("command failed", exc_info=True)
        fail(NecutError("errors.unexpected", kind=type(fault).__name__), language)
    sys.exit(0)


def _application(arguments: list[str], language: str):
    """The command line with the command asked for, or with all of them to list them."""
    import typer

    application = typer.Typer(
        add_completion=False, no_args_is_help=True, rich_markup_mode=None, help=words.say("commands.help", language)
    )
    for name in wanted(arguments):
        module = importlib.import_module(f"{__name__}.{name}")
        application.command(name, help=words.say(f"commands.{name}", language))(module.command)
    application.callback()(lambda: None)  # even one command keeps its name
    built = typer.main.get_command(application)
    _explain_options(built.commands, language)
    return built


def _explain_options(commands: Mapping[str, Any], language: str) -> None:
    """Say in the language chosen what each argument and option is for, where the catalogue knows."""
    for name, command in commands.items():
        for param in command.params:
            keys = (f"options.{name}_{param.name}", f"options.{param.name}")
            if key := next((key for key in keys if words.has(key, language)), ""):
                param.help = words.say(key, language)


def _misread(fault: Exception) -> NecutError:
    """What is wrong with the words of the command line, as ours."""
    param = getattr(fault, "param", None)
    name = getattr(fault, "option_name", None) or (param.opts[-1] if param is not None else "")
    keys = {"MissingParameter": "missing", "NoSuchOption": "no_option", "BadParameter": "bad_value"}
    key = keys.get(type(fault).__name__, "not_understood") if name else "not_understood"
    context = getattr(fault, "ctx", None)
    if not name and context is not None and context.parent is not None:  # the command itself was understood
        key, name = "too_many", context.info_name
    return NecutError(f"commands.{key}", name=name)


def wanted(arguments: list[str]) -> tuple[str, ...]:
    """The commands to load: the one asked for, or all of them to list them."""
    known = member_names(__path__)
    return (arguments[0],) if arguments and arguments[0] in known else known


def fail(error: NecutError, language: str, code: int = _FAILURE) -> NoReturn:
    """Say what went wrong in one sentence and exit."""
    print(words.tell(error, language), file=sys.stderr)
    sys.exit(code)


def spoken_language(arguments: list[str]) -> str:
    """The language to speak: what follows `--lang`, else the system's."""
    for option, value in zip(arguments, [*arguments[1:], ""], strict=False):
        given = value if option == "--lang" else option.removeprefix("--lang=") if "--lang=" in option else ""
        if given in words.LANGUAGES:
            return given
    system = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0]
    return words.guess_language(system)
