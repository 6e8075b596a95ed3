"""Heads of plans as an office prints them, number and day written into them: typefaces and people's digits that the reader was not trained on, and the ways of pen.py, shaken otherwise.

    python3 pages.py COUNT FOLDER [SEED]    scans in black and white at 200 dots an inch, and what was written: written.tsv

The typeface is FreeSerif, of Debian's package fonts-freefont-ttf.
"""

from __future__ import annotations

import pathlib
import random
import sys

from PIL import Image, ImageDraw, ImageFont

import compose

SERIF = "/usr/share/fonts/truetype/freefont/FreeSerif{}.ttf"
WIDTH, HEIGHT = 1654, 560
EM = 36
OFFICES = [("UBND TỈNH HÒA AN", "SỞ NỘI VỤ", "SNV"), ("HUYỆN ỦY TÂN LẬP", "UBND HUYỆN", "UBND"), ("UBND QUẬN BẮC HÀ", "PHÒNG Y TẾ", "PYT"), ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT SỐ 2", "THPT"), ("BỘ Y TẾ", "BỆNH VIỆN ĐA KHOA", "BVĐK")]
PLACES = ["Hòa An", "Tân Lập", "Bắc Hà", "Phú Thịnh", "Đông Sơn"]


def face(style: str, size: int = EM) -> ImageFont.FreeTypeFont:
    return compose.font(SERIF.format(style), size)


def printed(draw: ImageDraw.ImageDraw, x: float, y: float, text: str, style: str, size: int = EM) -> float:
    """Prints the text, its baseline at y; where it ends."""
    draw.text((x, y), text, font=face(style, size), fill=0, anchor="ls")
    return x + face(style, size).getlength(text)


def written(page: Image.Image, left: float, right: float, y: float, number: str, hand: compose.Hand) -> None:
    """Writes the number between two places, as high as a hand does and seldom on the line."""
    chance = hand.chance
    ink = compose.cut(compose.composed([int(digit) for digit in number], hand))
    high = EM * chance.uniform(0.75, 1.25)
    scale = min(high / ink.height, (right - left) * 1.05 / ink.width)
    ink = ink.resize((max(2, round(ink.width * scale)), max(2, round(ink.height * scale))), Image.Resampling.LANCZOS)
    x = left + chance.uniform(0, max(0.0, right - left - ink.width))
    black = Image.new("L", ink.size, 0)
    page.paste(black, (round(x), round(y - ink.height + chance.uniform(-0.1, 0.25) * EM)), ink.point(lambda shade: 255 if shade > 100 else 0))


def head(chance: random.Random) -> tuple[Image.Image, str, str, str]:
    page = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(page)
    above, office, code = chance.choice(OFFICES)
    for x, y, text, style in ((400, 90, above, ""), (400, 135, office, "Bold"), (1150, 90, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Bold"), (1150, 135, "Độc lập - Tự do - Hạnh phúc", "Bold")):
        draw.text((x, y), text, font=face(style, 34), fill=0, anchor="ms")
    number = str(chance.choice([chance.randint(1, 99), chance.randint(100, 999), chance.randint(1000, 3999)]))
    day, month = chance.randint(1, 31), chance.randint(1, 12)
    written_day = f"{day:02d}" if day < 10 and chance.random() < 0.8 else str(day)
    hand = compose.Hand(chance, held_out=True)
    y = 225
    after = printed(draw, 230, y, "Số:", "")
    gap = EM * chance.uniform(0.62, 0.9) * len(number) + EM * chance.uniform(0.3, 1.2)
    printed(draw, after + gap, y, f"/KH-{code}", "")
    written(page, after + 4, after + gap - 4, y, number, hand)
    after = printed(draw, 860, y, f"{chance.choice(PLACES)}, ngày", "Italic")
    gap = EM * chance.uniform(1.4, 2.6)
    printed(draw, after + gap, y, f"tháng {month:02d} năm 20{chance.randint(15, 26)}", "Italic")
    written(page, after + 6, after + gap - 6, y, written_day, hand)
    for line, (text, style) in enumerate((("KẾ HOẠCH", "Bold"), ("Thực hiện công tác cải cách hành chính năm tới", "Bold"))):
        draw.text((WIDTH / 2, 340 + 50 * line), text, font=face(style), fill=0, anchor="ms")
    printed(draw, 250, 480, "Để thực hiện tốt nhiệm vụ được giao, đơn vị xây dựng kế hoạch như sau:", "")
    return page.rotate(chance.gauss(0, 0.25), Image.Resampling.BILINEAR, fillcolor=255).point(lambda shade: 255 if shade > 140 else 0), number, str(day), code


if __name__ == "__main__":
    count, folder, seed = int(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 20_000
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["file\tnumber\tday"]
    for i in range(count):
        image, number, day, code = head(random.Random(seed + i))
        image.convert("1").save(folder / f"{i:03d}.png", dpi=(200, 200), optimize=True)
        rows.append(f"{i:03d}.png\t{number}/KH-{code}\t{day}")
    (folder / "written.tsv").write_text("\n".join(rows) + "\n")
