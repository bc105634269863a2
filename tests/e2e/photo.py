"""A photo of a paper as a telephone takes it: lines of writing and a round stamp, nothing that can be read."""

import random
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 900, 1270


def paper_photo() -> bytes:
    """A JPEG; the same bytes every time."""
    chance = random.Random(9)
    photo = Image.new("RGB", (WIDTH + 80, HEIGHT + 80), (96, 84, 72))
    photo.paste(Image.new("RGB", (WIDTH, HEIGHT), (250, 248, 240)), (40, 40))
    pen = ImageDraw.Draw(photo)
    pen.rectangle((330, 110, 650, 132), fill=(40, 40, 48))
    pen.rectangle((270, 210, 710, 250), fill=(40, 40, 48))
    for line in range(16):
        top = 330 + 44 * line
        pen.rectangle((120, top, 120 + chance.randint(80, 180), top + 14), fill=(70, 70, 80))
        pen.rectangle((330, top, 330 + chance.randint(160, 480), top + 14), fill=(30, 50, 120))
    pen.ellipse((590, 1010, 790, 1210), outline=(190, 30, 40), width=9)
    pen.ellipse((650, 1070, 730, 1150), outline=(190, 30, 40), width=6)
    kept = BytesIO()
    photo.rotate(1.2, expand=False, fillcolor=(96, 84, 72)).save(kept, "JPEG", quality=80)
    return kept.getvalue()
