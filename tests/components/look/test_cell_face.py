"""Letters on the colours of a choice can be read."""

from components.look.cell_face import ink_on
from components.look.palette import LEVEL_COLOURS


def test_letters_differ_from_their_ground() -> None:
    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for colour in LEVEL_COLOURS.values():
        light, dark = sorted((luminance(colour), luminance(ink_on((colour,)))), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, colour
