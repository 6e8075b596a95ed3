"""Trains the reader of handwritten digits, and writes its weights where the package reads them.

    npm install --prefix . && pip install -r requirements.txt
    python3 train.py make       pictures to train on and to be measured by, into data/
    python3 train.py train 12   the net, in so many rounds of about three minutes each, into data/net.pt
    python3 train.py measure    how well it reads hands that it was not trained on
    python3 train.py export     its weights, into ../../digit-net.json
"""

from __future__ import annotations

import base64
import json
import multiprocessing
import sys
import time

import numpy as np
import torch
from torch import nn

import compose

DATA = compose.HERE / "data"
WEIGHTS = compose.HERE.parents[1] / "digit-net.json"
# Digits, what is none, and CTC's blank.
CLASSES = compose.NONE + 2
BLANK = CLASSES - 1
CHANNELS = (16, 32, 48, 64)
PER_PART, PARTS = 20_000, 8
BATCH = 64
# Numbers of hands that are not trained on: of people, of typefaces, of the ways of writing in pen.py (those are trained on, shaken otherwise).
HELD_OUT_PARTS = {-1: "people", -2: "typefaces", -3: "ways of writing"}
LEAST = (0.5, 0.7, 0.8, 0.9, 0.95)


def make_part(part: int) -> None:
    held_out = part < 0
    kinds = {-1: ("people",), -2: ("font",), -3: ("pen",)}.get(part, ("people", "pen", "font"))
    pictures, labels = compose.numbers(3_000 if held_out else PER_PART, 1_000 + part, held_out, kinds)
    padded = np.full((len(labels), 6), -1, dtype=np.int8)
    for row, label in zip(padded, labels):
        row[: len(label)] = label
    np.savez_compressed(DATA / f"part{part}.npz", pictures=pictures, labels=padded)


def load(parts: list[int]) -> tuple[np.ndarray, np.ndarray]:
    files = [np.load(DATA / f"part{part}.npz") for part in parts]
    return np.concatenate([f["pictures"] for f in files]), np.concatenate([f["labels"] for f in files])


class Net(nn.Module):
    """From a picture ROWS high to the classes of each second column."""

    def __init__(self) -> None:
        super().__init__()
        a, b, c, d = CHANNELS

        def layer(before: int, after: int, kernel: tuple[int, int], padding: tuple[int, int]) -> nn.Sequential:
            return nn.Sequential(nn.Conv2d(before, after, kernel, padding=padding, bias=False), nn.BatchNorm2d(after), nn.ReLU())

        self.layers = nn.ModuleList([layer(1, a, (3, 3), (1, 1)), layer(a, b, (3, 3), (1, 1)), layer(b, c, (3, 3), (1, 1)), layer(c, d, (3, 3), (1, 1)), layer(d, d, (4, 3), (0, 1)), layer(d, d, (1, 5), (0, 2))])
        self.pools = [nn.MaxPool2d(2), nn.MaxPool2d((2, 1)), nn.MaxPool2d((2, 1)), nn.Identity(), nn.Identity(), nn.Identity()]
        self.dropout = nn.Dropout(0.2)
        self.last = nn.Conv2d(d, CLASSES, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        for layer, pool in zip(self.layers, self.pools):
            x = pool(layer(x))
        return self.last(self.dropout(x)).squeeze(2).permute(2, 0, 1).log_softmax(2)


def widths(pictures: np.ndarray) -> np.ndarray:
    ink = pictures.max(axis=1) > 40
    return pictures.shape[2] - ink[:, ::-1].argmax(axis=1)


def batch_of(pictures: np.ndarray, wide: int) -> torch.Tensor:
    return torch.from_numpy(pictures[:, :, :wide].astype(np.float32) / 255).unsqueeze(1)


def up_to(width: int) -> int:
    return min(compose.COLUMNS, (width + 4 + 7) // 8 * 8)


def jolted(x: torch.Tensor) -> torch.Tensor:
    """Each batch seen a little otherwise: moved, leaning, of other breadth of pen."""
    n, _, h, w = x.shape
    lean, high, wide = torch.randn(n) * 0.08, 1 + torch.randn(n) * 0.05, 1 + torch.randn(n) * 0.04
    theta = torch.zeros(n, 2, 3)
    theta[:, 0, 0], theta[:, 1, 1] = wide, high
    theta[:, 0, 1] = lean * h / w
    theta[:, 0, 2], theta[:, 1, 2] = torch.randn(n) * 2 / w, torch.randn(n) * 0.06
    x = nn.functional.grid_sample(x, nn.functional.affine_grid(theta, list(x.shape), align_corners=False), align_corners=False)
    chance = torch.rand(1).item()
    if chance < 0.2:
        x = nn.functional.max_pool2d(x, 2, 1, 1)[:, :, :h, :w]
    elif chance < 0.35:
        x = nn.functional.avg_pool2d(x, 3, 1, 1)
    elif chance < 0.5:
        x = (nn.functional.avg_pool2d(x, 3, 1, 1) * 3 - 1).clamp(0, 1)
    return x


def train(rounds: int) -> None:
    pictures, labels = load(list(range(PARTS)))
    wide = widths(pictures)
    lengths = (labels >= 0).sum(axis=1)
    net, loss_of = Net(), nn.CTCLoss(blank=BLANK, zero_infinity=True)
    steps = rounds * (len(pictures) // BATCH)
    optimizer = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=steps + 1, pct_start=0.15)
    chance = np.random.default_rng(7)
    began = time.time()
    for number in range(rounds):
        net.train()
        order = np.argsort(wide + chance.uniform(0, 16, len(wide)))
        batches = [order[i : i + BATCH] for i in range(0, len(order) - BATCH + 1, BATCH)]
        chance.shuffle(batches)
        total = 0.0
        for at in batches:
            x = jolted(batch_of(pictures[at], up_to(int(wide[at].max()))))
            scores = net(x)
            targets = torch.from_numpy(np.concatenate([labels[i, : lengths[i]] for i in at]).astype(np.int64))
            loss = loss_of(scores, targets, torch.full((len(at),), scores.shape[0]), torch.from_numpy(lengths[at]))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        torch.save(net.state_dict(), DATA / "net.pt")
        print(f"round {number}: loss {total / len(batches):.4f}, {time.time() - began:.0f} s", flush=True)
        measure(net)


def read(scores: torch.Tensor) -> tuple[list[int], float]:
    """The likeliest path without its repeats, and how sure: the probability of all paths that say the same."""
    path = scores.argmax(1).tolist()
    found = [c for i, c in enumerate(path) if c != BLANK and (i == 0 or path[i - 1] != c)]
    if not found:
        return found, 0.0
    loss = nn.functional.ctc_loss(scores.unsqueeze(1), torch.tensor([found]), torch.tensor([len(scores)]), torch.tensor([len(found)]), blank=BLANK, reduction="sum")
    return found, float(torch.exp(-loss))


@torch.no_grad()
def measure(net: Net) -> None:
    """How many numbers of hands that it was not trained on it reads, by how sure it is, and how many of those are right."""
    net.eval()
    for part, name in HELD_OUT_PARTS.items():
        pictures, labels = load([part])
        wide = widths(pictures)
        results = []
        for picture, label, width in zip(pictures, labels, wide):
            found, sure = read(net(batch_of(picture[None], up_to(int(width))))[:, 0])
            results.append((sure if compose.NONE not in found else 0.0, found == [int(c) for c in label if c >= 0]))
        believed = [[right for sure, right in results if sure >= least] for least in LEAST]
        print(f"  {name}: " + ", ".join(f"≥ {least}: {len(some) / len(results):.3f} read, {sum(some) / max(1, len(some)):.4f} right" for least, some in zip(LEAST, believed)), flush=True)


def folded(layer: nn.Sequential) -> tuple[torch.Tensor, torch.Tensor]:
    """Weights and biases of a layer with what its normalisation does to them."""
    convolution, norm, _ = layer
    factor = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    return convolution.weight * factor.view(-1, 1, 1, 1), norm.bias - norm.running_mean * factor


def written_layer(weights: torch.Tensor, biases: torch.Tensor, rim: tuple[int, int], field: tuple[int, int]) -> str:
    scales = weights.abs().amax(dim=(1, 2, 3)) / 127
    rounded = (weights / scales.view(-1, 1, 1, 1)).round().to(torch.int8).numpy()
    after, before, high, wide = weights.shape
    row = {
        "channels": [before, after], "high": high, "wide": wide, "rim": list(rim), "field": list(field),
        "scales": [float(f"{x:.4g}") for x in scales], "biases": [float(f"{x:.4g}") for x in biases],
        "weights": base64.b64encode(rounded.tobytes()).decode(),
    }
    return "    " + json.dumps(row)


@torch.no_grad()
def export(net: Net) -> None:
    net.eval()
    rims, fields = [(1, 1)] * 4 + [(0, 1), (0, 2)], [(2, 2), (2, 1), (2, 1), (1, 1), (1, 1), (1, 1)]
    layers = [written_layer(*folded(layer), rim, field) for layer, rim, field in zip(net.layers, rims, fields)]
    layers.append(written_layer(net.last.weight, net.last.bias, (0, 0), (1, 1)))
    head = f'"rows": {compose.ROWS}, "ink": {compose.INK}, "columns": {compose.COLUMNS}, "classes": {json.dumps({"none": compose.NONE, "blank": BLANK})}'
    WEIGHTS.write_text("{\n  " + head + ',\n  "layers": [\n' + ",\n".join(layers) + "\n  ]\n}\n")


if __name__ == "__main__":
    what = sys.argv[1]
    DATA.mkdir(exist_ok=True)
    if what == "make":
        with multiprocessing.Pool(2) as pool:
            pool.map(make_part, [*HELD_OUT_PARTS, *range(PARTS)], chunksize=1)
    elif what == "train":
        train(int(sys.argv[2]))
    else:
        net = Net()
        net.load_state_dict(torch.load(DATA / "net.pt"))
        {"export": export, "measure": measure}[what](net)
