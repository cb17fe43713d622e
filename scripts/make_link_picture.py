"""Draws the picture that chats and mails show beside a link to the app, from the dataset: `make assets`."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from components.look.palette import EDGE, GROUND, LEVEL_COLOURS, TEXT  # noqa: E402 - found in the folder named above
from model.choices.classes import with_classes  # noqa: E402
from model.dataset.reading import read_table  # noqa: E402
from model.dataset.registry import LEVELS  # noqa: E402
from server.files import FRONTEND  # noqa: E402
from server.pages import LINK_PICTURE  # noqa: E402

WIDTH, HEIGHT = 1200, 630
TASK = "pleegzorg"
SHARPNESS = 3
"""Drawn so many times larger, then made smaller, for smooth edges."""
MARGIN, LEGEND_TOP, LEGEND_STEP = 60, 400, 46
MAP_LEFT = 690
_WIDER_THAN_HIGH = 0.614
"""A degree of longitude over one of latitude, at 52 degrees north."""

Ring = list[tuple[float, float]]


def main() -> None:
    """Writes the picture in static/."""
    path = ROOT / "static" / LINK_PICTURE
    # A palette of colours: a fifth of the size, and no difference to the eye.
    picture().quantize(64).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.1f} kB")


def picture() -> Image.Image:
    """Map of the choices for one task, with the name of the product and a legend."""
    image = Image.new("RGB", (WIDTH * SHARPNESS, HEIGHT * SHARPNESS), GROUND.light)
    draw = ImageDraw.Draw(image)
    _draw_map(draw)
    _write(draw, "Schaalwijzer Jeugd", MARGIN, 70, 64, bold=True)
    _write(draw, "Wie organiseert welke jeugdhulp\nop welke schaal?", MARGIN, 170, 40)
    _write(draw, "Pleegzorg, 42 jeugdregio's, juni 2013", MARGIN, 330, 28)
    for number, level in enumerate(LEVELS):
        top = LEGEND_TOP + number * LEGEND_STEP
        _box(draw, (MARGIN, top, MARGIN + 44, top + 30), LEVEL_COLOURS[level])
        _write(draw, level, MARGIN + 60, top - 3, 28)
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def _draw_map(draw: ImageDraw.ImageDraw) -> None:
    choices = with_classes(read_table("scale_choices"))
    of_task = choices[choices["task_code"] == TASK].set_index("region_code")["leading_class"]
    regions = json.loads((ROOT / "static" / "regions.geo.json").read_text("utf8"))["features"]
    rings = [(region["properties"]["code"], polygon) for region in regions for polygon in _polygons(region["geometry"])]
    points = [point for _, polygon in rings for point in polygon[0]]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    scale = (HEIGHT - 60) / (north - south)
    shift = (WIDTH - MAP_LEFT - (east - west) * _WIDER_THAN_HIGH * scale) / 2

    def placed(ring: Ring) -> Ring:
        return [
            (
                (MAP_LEFT + shift + (x - west) * _WIDER_THAN_HIGH * scale) * SHARPNESS,
                (30 + (north - y) * scale) * SHARPNESS,
            )
            for x, y in ring
        ]

    # From large to small: an enclave lies within the ring of the region around it.
    for code, polygon in sorted(rings, key=lambda item: -_area(item[1][0])):
        # A mixture has the colour of its highest level here: the picture is smaller than stripes.
        colour = LEVEL_COLOURS.get(of_task[code].split("+")[-1], GROUND.light)
        outline = placed(polygon[0])
        draw.polygon(outline, fill=colour)
        draw.line([*outline, outline[0]], fill=EDGE, width=SHARPNESS, joint="curve")


def _polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    parts: list[list[Ring]] = geometry["coordinates"]
    return parts if geometry["type"] == "MultiPolygon" else [parts]  # type: ignore[list-item]


def _area(ring: Ring) -> float:
    return abs(sum(x * y2 - x2 * y for (x, y), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def _box(draw: ImageDraw.ImageDraw, corners: tuple[int, int, int, int], colour: str) -> None:
    draw.rectangle([corner * SHARPNESS for corner in corners], fill=colour, outline=EDGE, width=SHARPNESS)


def _write(draw: ImageDraw.ImageDraw, text: str, left: int, top: int, size: int, bold: bool = False) -> None:
    font = ImageFont.truetype(_text_font(), size * SHARPNESS)
    font.set_variation_by_axes([700 if bold else 400])
    draw.multiline_text((left * SHARPNESS, top * SHARPNESS), text, TEXT.light, font, spacing=8 * SHARPNESS)


def _text_font() -> io.BytesIO:
    """Text font of the app, unpacked."""
    (path,) = (FRONTEND / "static" / "media").glob("SourceSansVF-Upright.*woff2")
    font = TTFont(path)
    font.flavor = None
    unpacked = io.BytesIO()
    font.save(unpacked)
    unpacked.seek(0)
    return unpacked


if __name__ == "__main__":
    main()
