"""An accent colour of somebody else's choice, made legible on our paper, light and dark.

Contrast and luminance as WCAG 2.2 defines them (w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

from __future__ import annotations

import re
from typing import Self

RAISED = {"light": "f4f1ec", "dark": "23211f"}
"""What text stands on where contrast is least: the stylesheet's ``--raised``."""

LEGIBLE = 4.6  # WCAG asks for 4.5 of text
STEPS = 50  # from the colour to black or white
WRITTEN = re.compile(r"#?(?P<digits>[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")


class Colour(tuple[int, int, int]):
    """Red, green and blue, each from 0 to 255."""

    __slots__ = ()

    @classmethod
    def of(cls, written: str) -> Self:
        """Read "#00538a", "00538a" or "#05a"; ValueError where it is none of these."""
        found = WRITTEN.fullmatch(written)
        if not found:
            raise ValueError(f"“{written}” is no colour. Write it as #00538a.")
        digits = found["digits"]
        digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
        return cls(int(digits[at : at + 2], 16) for at in (0, 2, 4))

    def __str__(self) -> str:
        return "".join(f"{part:02x}" for part in self)

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 for black and 1 for white."""
        red, green, blue = (
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
            for part in (each / 255 for each in self)
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def towards(self, other: Colour, share: float) -> Colour:
        """Return the colour that lies so far between this one (0) and the other (1)."""
        return Colour(round(a + (b - a) * share) for a, b in zip(self, other, strict=True))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((one.luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)


def legible(colour: Colour, ground: Colour) -> Colour:
    """Return the colour nearest to this one, on its way to black or white, that can be read on a ground."""
    end = Colour.of("000" if ground.luminance > 0.5 else "fff")
    ways = (colour.towards(end, step / STEPS) for step in range(STEPS))
    return next((found for found in ways if contrast(found, ground) >= LEGIBLE), end)


def stylesheet(colour: Colour) -> str:
    """Return the stylesheet that sets the accent, for light and for dark paper."""
    light, dark = (legible(colour, Colour.of(RAISED[scheme])) for scheme in ("light", "dark"))
    return (
        f":root {{ --accent: light-dark(#{light}, #{dark}); "
        "--tint: color-mix(in srgb, var(--accent) 18%, var(--paper)); }\n"
    )
