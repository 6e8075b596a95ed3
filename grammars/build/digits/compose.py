"""Numbers of one to six digits as hands write them into forms: digits that touch, lean, run over the line, with the form's dots below them and specks around."""

from __future__ import annotations

import json
import pathlib
import random
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

import pen

HERE = pathlib.Path(__file__).parent
PACKAGES = HERE / "node_modules"

# Rows of a picture, and those that its ink fills; columns at most.
ROWS, INK, COLUMNS = 32, 26, 176
# Pixels from head to foot at which digits are put together.
HIGH = 56
# What is no digit: letters, strokes, scrawls.
NONE = 10

# Hands that are never trained on: the reader is measured on them.
HELD_OUT = {"caveat", "cedarville-cursive", "give-you-glory", "homemade-apple", "kalam", "nanum-pen-script", "nothing-you-could-do", "over-the-rainbow", "playwrite-hr", "reenie-beanie", "sue-ellen-francisco", "zeyada"}
HELD_OUT_DIGITS = 0.15


@lru_cache(maxsize=None)
def fonts(held_out: bool) -> list[str]:
    families = sorted(p for p in (PACKAGES / "@fontsource").iterdir() if (p.name in HELD_OUT) == held_out)
    return [str(file) for family in families for file in [next(iter(sorted(family.glob("files/*-latin-400-normal.woff"))), None)] if file]


@lru_cache(maxsize=None)
def scanned(digit: int, held_out: bool) -> list[Image.Image]:
    """Digits of people, cut to their ink."""
    data = np.array(json.loads((PACKAGES / "mnist/src/digits" / f"{digit}.json").read_text())["data"], dtype=np.float32).reshape(-1, 28, 28)
    first = int(len(data) * (1 - HELD_OUT_DIGITS))
    chosen = data[first:] if held_out else data[:first]
    return [cut(Image.fromarray((one * 255).astype(np.uint8))) for one in chosen]


@lru_cache(maxsize=4000)
def font(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, size)


def cut(image: Image.Image) -> Image.Image:
    box = image.point(lambda shade: 255 if shade > 96 else 0).getbbox()
    return image.crop(box) if box else image


def typed(text: str, file: str, size: int) -> Image.Image:
    face = font(file, size)
    left, top, right, bottom = face.getbbox(text)
    image = Image.new("L", (right - left + 8, bottom - top + 8), 0)
    ImageDraw.Draw(image).text((4 - left, 4 - top), text, font=face, fill=255)
    return cut(image)


class Hand:
    """One person's hand: how it leans, how broad its pen is, how near its digits stand."""

    def __init__(self, chance: random.Random, held_out: bool, kinds: tuple[str, ...] = ("people", "pen", "font")) -> None:
        self.chance = chance
        self.held_out = held_out
        self.kind = chance.choice(kinds)
        self.font = chance.choice(fonts(held_out))
        self.thick = chance.randint(3, 8)
        self.fine = chance.random() < 0.5
        self.wide = chance.uniform(0.7, 1.35)
        self.lean = chance.gauss(0.15, 0.2)
        self.gap = chance.choice([chance.uniform(0.02, 0.2), chance.uniform(0.1, 0.6), chance.uniform(-0.16, 0.06)])
        self.uneven = chance.uniform(0, 0.12)

    def digit(self, digit: int) -> Image.Image:
        chance = self.chance
        kind = self.kind if chance.random() > 0.12 else chance.choice(("people", "pen"))
        if kind == "font":
            image = typed(str(digit), self.font, HIGH + 16)
            if chance.random() < 0.3:
                image = image.filter(ImageFilter.MaxFilter(3))
            high = HIGH * chance.uniform(0.9, 1.1)
        elif kind == "people":
            image = chance.choice(scanned(digit, self.held_out))
            image = image.resize((image.width * HIGH // image.height + 1, HIGH), Image.Resampling.BICUBIC)
            if self.fine:
                image = cut(image.filter(ImageFilter.MinFilter(3)))
            high = HIGH * chance.uniform(0.9, 1.1)
        else:
            image = cut(pen.written(digit, HIGH, self.wide * chance.uniform(0.88, 1.12), self.thick, chance))
            high = image.height
        return self.lent(image, high)

    def other(self) -> Image.Image:
        """Something that is no digit."""
        chance = self.chance
        if chance.random() < 0.6:
            letter = chance.choice("abcdeghkmnpqrtuvxyABCDEGHKLMNPQRTUVXY/&?%=+()KHQĐ")
            file = chance.choice(fonts(self.held_out)) if letter.isascii() else self.font
            return self.lent(typed(letter, file, HIGH + 16), HIGH * chance.uniform(0.6, 1.2))
        image = Image.new("L", (HIGH * 2, HIGH * 2), 0)
        points = [(chance.gauss(HIGH, HIGH / 3), chance.gauss(HIGH, HIGH / 3)) for _ in range(chance.randint(5, 12))]
        ImageDraw.Draw(image).line(pen.smooth(points), fill=255, width=self.thick, joint="curve")
        return cut(image)

    def lent(self, image: Image.Image, high: float) -> Image.Image:
        """The digit so high, a little wider or narrower, leaning as the hand does."""
        chance = self.chance
        size = (max(3, round(image.width * high / image.height * chance.uniform(0.85, 1.15) * self.wide**0.5)), max(3, round(high)))
        image = image.resize(size, Image.Resampling.BICUBIC)
        lean = self.lean + chance.gauss(0, 0.05)
        reach = abs(lean) * size[1]
        turned = image.transform((round(size[0] + reach), size[1]), Image.Transform.AFFINE, (1, lean, -reach if lean > 0 else 0, 0, 1, 0), Image.Resampling.BILINEAR)
        return cut(turned)


def composed(labels: list[int], hand: Hand) -> Image.Image:
    """The digits beside one another, white on black."""
    chance = hand.chance
    images = [hand.other() if label == NONE else hand.digit(label) for label in labels]
    canvas = np.zeros((HIGH * 3, sum(image.width for image in images) + HIGH * (len(images) + 3)), dtype=np.uint8)
    x = HIGH
    for image in images:
        array = np.asarray(image)
        y = min(max(2, round(HIGH * 2 - image.height + chance.gauss(0, hand.uneven) * HIGH)), canvas.shape[0] - image.height - 1)
        place = canvas[y : y + image.height, x : x + image.width]
        np.maximum(place, array, out=place)
        # Nearness is of ink to ink, not of box to box: leaning digits stand over one another.
        x += max(round(image.width * 0.55), image.width + round((hand.gap + chance.gauss(0, 0.05)) * HIGH))
    return Image.fromarray(canvas)


def disturbed(image: Image.Image, hand: Hand) -> Image.Image:
    """A number as it is found: turned a little, with the dots of the form, rests of rules, specks."""
    chance = hand.chance
    image = image.rotate(chance.gauss(0, 2.5), Image.Resampling.BILINEAR, expand=True)
    box = image.getbbox() or (0, 0, 1, 1)
    draw = ImageDraw.Draw(image)
    if chance.random() < 0.15:
        y = box[3] - chance.uniform(0, 0.2) * HIGH
        step = chance.uniform(5, 9)
        for i in range(int((box[2] - box[0] + HIGH) / step)):
            draw.ellipse((box[0] - HIGH / 2 + i * step, y, box[0] - HIGH / 2 + i * step + 3, y + 3), fill=255)
    elif chance.random() < 0.05:
        y = box[3] - chance.uniform(0, 0.15) * HIGH
        draw.line((box[0] - 9, y, box[2] + 9, y + chance.gauss(0, 2)), fill=255, width=2)
    for _ in range(chance.choice([0, 0, 1, 3])):
        x, y, size = chance.uniform(box[0] - 12, box[2] + 12), chance.uniform(box[1], box[3]), chance.uniform(1, 4)
        draw.ellipse((x, y, x + size, y + size), fill=255)
    return image


def fitted(image: Image.Image, chance: random.Random | None) -> np.ndarray:
    """The number as the net sees it: its ink INK rows high, centred, at most COLUMNS wide."""
    image = cut(image)
    ink = INK * (chance.uniform(0.85, 1.05) if chance else 1)
    scale = min(ink / image.height, (COLUMNS - 8) / image.width)
    size = (max(2, round(image.width * scale * (chance.uniform(0.92, 1.08) if chance else 1))), max(2, round(image.height * scale)))
    size = (min(size[0], COLUMNS - 8), size[1])
    small = np.asarray(image.resize(size, Image.Resampling.BOX))
    seen = np.zeros((ROWS, COLUMNS), dtype=np.uint8)
    y = (ROWS - size[1]) // 2
    seen[y : y + size[1], 4 : 4 + size[0]] = small
    return seen


def labels_of(chance: random.Random) -> list[int]:
    count = chance.choice([1, 2, 2, 2, 3, 3, 3, 4, 4, 5])
    labels = [chance.randint(0, 9) for _ in range(count)]
    if chance.random() < 0.1:
        for i in range(count):
            if chance.random() < 0.5:
                labels[i] = NONE
    return labels


def numbers(count: int, seed: int, held_out: bool, kinds: tuple[str, ...] = ("people", "pen", "font")) -> tuple[np.ndarray, list[list[int]]]:
    """So many pictures of numbers, and what stands in each."""
    chance = random.Random(seed)
    pictures = np.zeros((count, ROWS, COLUMNS), dtype=np.uint8)
    labels: list[list[int]] = []
    for i in range(count):
        hand = Hand(chance, held_out, kinds)
        wanted = labels_of(chance)
        image = disturbed(composed(wanted, hand), hand)
        if chance.random() < 0.7:
            image = image.point(lambda shade: 255 if shade > 110 else 0)
        pictures[i] = fitted(image, None if held_out else chance)
        labels.append(wanted)
    return pictures, labels
