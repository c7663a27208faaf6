"""The options of `onrecord search`: ``parameter_table`` as a terminal writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeVar, get_args, get_origin

import click

from web.parameter_table import PARAMETERS, Parameter

Command = TypeVar("Command", bound=Callable[..., Any])

OPTIONS = {parameter.name: parameter for parameter in PARAMETERS if parameter.name != "q"}
"""The parameters that are options; the query is an argument."""


def search_options(command: Command) -> Command:
    """Give a command an option for each parameter of a search but the query, in their order."""
    for parameter in reversed(OPTIONS.values()):
        command = _option(parameter)(command)
    return command


def fields_of(query: str, options: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the parameters by name with their values, as ``params.parse`` reads them."""
    given = {"q": [query]}
    for name, parameter in OPTIONS.items():
        value = options[_key(name)]
        if value is not None:
            given[name] = list(value) if parameter.repeatable else [value]
    return given


def _option(parameter: Parameter) -> Callable[[Command], Command]:
    choices = get_args(parameter.type) if get_origin(parameter.type) is Literal else None
    default = None if parameter.default is None else str(parameter.default)
    return click.option(
        f"--{_key(parameter.name).replace('_', '-')}",
        _key(parameter.name),
        type=click.Choice(choices) if choices else str,
        multiple=parameter.repeatable,
        default=default,
        show_default=default is not None,
        help=parameter.says,
    )


def _key(name: str) -> str:
    """Return what an option is called among the others: ``not_speaker`` for ``-speaker``."""
    return name.replace("-", "not_")
