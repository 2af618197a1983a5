"""The orchestra: where each instrument is in the soundfont, where it sits, and how much hall it is heard with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Instrument:
    """`seat` runs from left, -1, to right. One that is `bowed` follows dynamics and speaks a little late."""

    bank: int
    program: int
    seat: float
    wet: float
    bowed: bool = False
    width: float = 0.7
    jitter: float = 0.010


ORCHESTRA = {
    "basses": Instrument(51, 49, 0.45, 0.25, bowed=True),
    "celli": Instrument(41, 49, 0.30, 0.32, bowed=True),
    "violas": Instrument(31, 49, 0.12, 0.36, bowed=True),
    "violins 2": Instrument(26, 49, -0.18, 0.38, bowed=True),
    "violins": Instrument(21, 49, -0.42, 0.36, bowed=True),
    "celli quick": Instrument(41, 48, 0.30, 0.24, bowed=True, jitter=0.006),
    "violas quick": Instrument(31, 48, 0.12, 0.26, bowed=True, jitter=0.006),
    "violins quick": Instrument(26, 48, -0.30, 0.28, bowed=True, jitter=0.006),
    "basses quick": Instrument(51, 48, 0.45, 0.22, bowed=True, jitter=0.006),
    "celli tremolo": Instrument(41, 44, 0.30, 0.34, bowed=True),
    "violas tremolo": Instrument(31, 44, 0.12, 0.36, bowed=True),
    "violins tremolo": Instrument(21, 44, -0.40, 0.42, bowed=True),
    "basses plucked": Instrument(50, 45, 0.42, 0.25, jitter=0.006),
    "celli plucked": Instrument(40, 45, 0.28, 0.28, jitter=0.006),
    "violins plucked": Instrument(20, 45, -0.3, 0.34, jitter=0.006),
    "cello": Instrument(17, 42, 0.18, 0.46, bowed=True),
    "viola": Instrument(17, 41, 0.05, 0.48, bowed=True),
    "violin": Instrument(18, 40, -0.25, 0.50, bowed=True),
    "horns": Instrument(17, 60, -0.15, 0.50, bowed=True),
    "trombones": Instrument(17, 57, 0.25, 0.45, bowed=True),
    "english horn": Instrument(17, 69, -0.06, 0.45, bowed=True),
    "oboe": Instrument(17, 68, -0.10, 0.48, bowed=True),
    "clarinet": Instrument(17, 71, 0.08, 0.46, bowed=True),
    "flute": Instrument(17, 73, -0.12, 0.52, bowed=True),
    "bassoon": Instrument(17, 70, 0.12, 0.42, bowed=True),
    "choir": Instrument(17, 52, 0.0, 0.62, bowed=True),
    "voices": Instrument(17, 53, -0.1, 0.66, bowed=True),
    "harp": Instrument(0, 46, -0.35, 0.34),
    "celesta": Instrument(0, 8, -0.22, 0.50),
    "music box": Instrument(0, 10, -0.15, 0.52),
    "piano": Instrument(8, 0, 0.06, 0.36),
    "vibraphone": Instrument(0, 11, 0.2, 0.5),
    "glass": Instrument(0, 92, 0.0, 0.6),
    "timpani": Instrument(0, 47, 0.25, 0.38, jitter=0.005),
    "taiko": Instrument(0, 116, -0.05, 0.42, jitter=0.005),
    "bass drum": Instrument(8, 116, 0.0, 0.45, jitter=0.005),
    "bell": Instrument(0, 14, 0.35, 0.55, jitter=0.005),
}
