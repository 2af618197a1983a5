"""The three themes, in D minor.

Hers sighs down, three times, before it lifts: duty. His reaches up, touches the sixth and falls back from it: what he
wants and thinks he may not have. The two are written over one harmony so that they can be sung together, and are, once,
in `credits`. The sisters' turns in three, as one sings to a child, and can follow itself in canon.
"""

from kit.notation import line

GROUND = "Dm | Bb | F | C | Gm | Dm/F | C7/E | A"
GROUND_MAJOR = "D | Bm | F#m | A | G | D/F# | A7/E | A"

HERS = line(
    "F5:2 E5 D5 | D5:2 C5 D5 | F5:2.5 E5:.5 C5 | C5 D5 E5:2 | D5 F5 G5:2 | A5:2 G5 F5 | G5:1.5 F5:.5 E5:2 | E5:3 r"
)
HIS = line(
    "D4:1.5 E4:.5 F4 A4 | Bb4:2 A4 F4 | A4:2.5 G4:.5 F4 | E4:3 C4:.5 D4:.5 |"
    "D4:1.5 Bb3:.5 D4 G4 | F4:2 E4 D4 | E4:1.5 F4:.5 G4 Bb4 | A4:2 E4 C#4"
)
REACH = line("D4:1.5 E4:.5 F4 A4 | Bb4:3 r")  # the head of his

SISTERS = line("A4:2 C5 | D5:2 A4 | G4 F4 G4 | A4:3 | A4:2 C5 | D5:2 F5 | E5 D5 C5 | D5:3", beats=3)
SISTERS_IN_FOUR = line("A4:3 C5 | D5:3 A4 | G4 F4 G4:2 | A4:4 | A4:3 C5 | D5:3 F5 | E5 D5 C5:2 | D5:4")
SISTERS_GROUND_MAJOR = "D | Bm | Em | F#m | D | Bm | A7/E | D"
