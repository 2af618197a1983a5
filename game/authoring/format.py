"""The story format, written down once: what the loader reads and the JSON Schema says both come from here."""

from game.authoring.building.directions import CONDITION, DEFINITIONS, MUSIC, PROSE, SCENE, SECONDS, SET, TEXT
from game.authoring.shapes.either import EitherShape
from game.authoring.shapes.mapping import MapOf
from game.authoring.shapes.names import Id, Name, StoryId
from game.authoring.shapes.nullable import Nullable
from game.authoring.shapes.record import Field, Record
from game.authoring.shapes.scalar import Pattern, ValueShape, Word, YesNo
from game.authoring.shapes.sequence import ListOf
from game.authoring.shapes.shape import Ref
from game.story.limits import MOST_RANGE
from game.story.model import DIRECTIONS

_IF = Field(CONDITION, "Only if this holds, as in `belief >= 2 and not at_sunrise`.")
_SCENERY = [key for key in DIRECTIONS if key not in ("if", "set")]  # an option has these itself
_DECLARED = ("variables", "cast", "places", "sounds", "endings", "notes", "credits", "title", "start", "id", "renamed")

_GO = Field(SCENE, "The scene that follows.", required=True)
_CHOICE = Record(
    "an option",
    {
        "say": Field(PROSE, "The option's words.", required=True),
        "id": Field(Id("a choice"), "Its name, where its words give none of its own."),
        "if": _IF,
        "locked": Field(PROSE, "With this it shows, greyed, while its `if` fails; without, it hides."),
        "once": Field(YesNo(), "Whether it can be taken only once."),
        "set": SET,
        "then": Field(TEXT, "A few words on the way, without a scene of their own."),
        "go": _GO,
    },
    outside={
        "choices": "an `if` belongs to one option: write it in each, and the options one below another",
        "text": "a few words on the way stand under `then`",
        "ending": "lead with `go` to a scene that is that ending",
        "else": "write a second option, with `if: not …`",
        "silence": "it belongs to the scene: write it level with `choices`",
        "after": "it belongs to a `silence`, which stands level with `choices`",
        **dict.fromkeys(_SCENERY, "it is a direction: write it in a list under `then`"),
    },
)
_SILENCE = Record(
    "a silence",
    {
        "after": Field(SECONDS, "Seconds until saying nothing is an answer.", required=True),
        "say": Field(PROSE, "Its words; “Say nothing.” unless said otherwise."),
        "id": Field(Id("a choice"), "Its name, where its words give none of its own."),
        "set": SET,
        "then": Field(TEXT, "A few words on the way."),
        "go": _GO,
    },
)
DEFINITIONS["scene"] = Record(
    "a scene",
    {
        "place": Field(Name("a place"), "Where it happens."),
        "music": Field(MUSIC, "The music from here on; `none` stops it."),
        "text": Field(TEXT, "What is told: prose in block style, or a list of prose and directions."),
        "choices": Field(
            ListOf(_CHOICE, "a list of options", example="say: Take his hand."), "What the player may do, at the end."
        ),
        "silence": Field(_SILENCE, "Saying nothing as an option, taken when time runs out."),
        "go": Field(
            EitherShape(
                "a scene, or a list of scenes with conditions",
                scalar=SCENE,
                sequence=ListOf(
                    Record(
                        "a way on",
                        {"if": _IF, "go": _GO},
                        "write each as `- if: …` with `go: {}` below it, the last without its `if`",
                    ),
                    "a list of ways on",
                    example="if: …",
                    openings=("if", "go"),
                ),
            ),
            "Where the story goes on without a choice: a scene, or the first of a list whose `if` holds.",
        ),
        "ending": Field(Name("an ending"), "The ending that this scene is."),
        "aftermath": Field(SCENE, "The scene to go on with for players who skip this one."),
    },
    outside={
        **{
            key: f"`{key}` is a direction: write `- {key}: {{}}` in a list under `text`"
            for key in DIRECTIONS
            if key not in ("place", "music", "if")  # it has the first two itself
        },
        "if": "a scene has no condition: write `if` in what leads to it, or `- if:` in a list under `text`",
        **dict.fromkeys(("then", "else"), "it belongs to an `- if:` in a list under `text`"),
        **dict.fromkeys(("say", "once", "locked", "id"), "it belongs to an option, in a list under `choices`"),
        "after": "it belongs to a `silence`",
        **dict.fromkeys(("chapter", "as"), "it stands once a file, at the margin above `scenes`"),
        **dict.fromkeys(("image", "side", "air", "ambience", "lit_by", "about"), "it belongs to a place in story.yaml"),
        "title": "a scene has none: a file has a `chapter`, a story a `title`",
    },
)

SCENE_FILE = Record(
    "a file of scenes",
    {
        "chapter": Field(PROSE, "The chapter's title.", required=True),
        "as": Field(PROSE, "Who “you” are."),
        "scenes": Field(
            MapOf(Id("a scene"), Ref("scene", DEFINITIONS), "scenes by name"), "The scenes, by name.", required=True
        ),
    },
    outside=dict.fromkeys(_DECLARED, "it belongs in story.yaml"),
)

TEST_FILE = Record(
    "a file of tests",
    {
        "tests": Field(
            MapOf(
                Id("a test"),
                Record(
                    "a test",
                    {
                        "about": Field(PROSE, "What it shows, for authors."),
                        "ended": Field(
                            ListOf(Name("an ending"), "a list of endings", example="home"),
                            "Endings that were met in earlier plays.",
                        ),
                        "choices": Field(
                            ListOf(Name("a choice"), "a list of choices by their ids", example="take_his_hand"),
                            "The options to take, one after another, by their ids.",
                        ),
                        "ending": Field(Name("an ending"), "The ending that this should come to."),
                        "scene": Field(SCENE, "The scene that this should come to."),
                        "values": Field(
                            MapOf(Name("a variable"), ValueShape(), "variables and what they should hold"),
                            "What variables should hold in the end.",
                        ),
                    },
                    "write `choices:` under it, and what should come of them",
                ),
                "tests by name",
            ),
            "Plays to try, by name.",
            required=True,
        ),
    },
)

STORY_FILE = Record(
    "a story",
    {
        "id": Field(
            StoryId(),
            "The story's name for saves: never change it once people play.",
            required=True,
        ),
        "title": Field(PROSE, "The title.", required=True),
        "start": Field(SCENE, "The first scene.", required=True),
        "cast": Field(
            MapOf(
                Id("somebody"),
                Record(
                    "somebody of the cast",
                    {
                        "name": Field(PROSE, "The name as readers see it.", required=True),
                        "color": Field(
                            Pattern("a color", r"^#[0-9A-Fa-f]{6}$", "color-wrong"),
                            "The color of the name, as #rrggbb.",
                        ),
                    },
                ),
                "people by name",
            ),
            "Who may speak.",
        ),
        "variables": Field(
            MapOf(
                Id("a variable"),
                Nullable(
                    Record(
                        "a variable",
                        {
                            "range": Field(
                                Pattern(
                                    "a range",
                                    r"^\d{1,6}\s*\.\.\s*\d{1,6}$",
                                    "range-wrong",
                                    {"most": f"{MOST_RANGE:,}"},
                                    slip=(r"^(\d{1,6})\s*(?:[-–—−‒‐~.…‥]|\.\.\.|to)\s*(\d{1,6})$", r"\1..\2"),
                                ),
                                "A whole number, as in 0..4.",
                            ),
                            "one_of": Field(
                                ListOf(Id("a value"), "a list of two words or more", least=2, example="none"),
                                "One of these words.",
                            ),
                            "start": Field(ValueShape(), "What it is at first; else the lowest, the first, or no."),
                            "about": Field(PROSE, "What it means, for authors."),
                        },
                        "write `range: 0..4` or `one_of: [a, b]` under it, or nothing for yes or no",
                    )
                ),
                "variables by name",
            ),
            "Everything that the story may remember.",
        ),
        "places": Field(
            MapOf(
                Id("a place"),
                Nullable(
                    Record(
                        "a place",
                        {
                            "image": Field(
                                Name("an image", free=True), "The painting, by the name of its file without its ending."
                            ),
                            "side": Field(Word(("left", "right")), "The side that the text stands on."),
                            "air": Field(
                                Word(("dust", "embers", "grit", "fog", "still")),
                                "What floats in the air, or falls; dust unless it says otherwise.",
                            ),
                            "ambience": Field(
                                Name("an ambience", free=True),
                                "What is heard there all the time, by the name of its file.",
                            ),
                            "lit_by": Field(
                                Id("a variable"), "The number that the light goes by: the lower, the darker the place."
                            ),
                            "about": Field(PROSE, "What is seen there: read aloud, and shown where images are off."),
                        },
                    )
                ),
                "places by name",
            ),
            "Where scenes happen.",
        ),
        "sounds": Field(
            MapOf(
                Id("a sound"),
                Nullable(Record("a sound", {"caption": Field(PROSE, "What is heard, in words.")})),
                "sounds by name",
            ),
            "The sounds that the story uses.",
        ),
        "endings": Field(
            MapOf(
                Id("an ending"),
                Record(
                    "an ending",
                    {
                        "name": Field(PROSE, "Its name, shown when it is met.", required=True),
                        "hint": Field(PROSE, "A line that helps to find it."),
                        "image": Field(
                            Name("an image", free=True),
                            "The painting of its card, by the name of its file without its ending; else the last place's.",
                        ),
                    },
                ),
                "endings by name",
            ),
            "The endings.",
            required=True,
        ),
        "notes": Field(ListOf(PROSE, "a list of content notes", example="…"), "Content notes, shown before the game."),
        "credits": Field(
            ListOf(PROSE, "a list of credits", example="…"), "Who made this, and whose it is: shown from the title."
        ),
        "renamed": Field(
            Record(
                "a list of renamings",
                {
                    "scenes": Field(MapOf(Name("an old scene"), SCENE, "old names and new ones"), "old: new"),
                    "choices": Field(
                        MapOf(
                            Pattern(
                                "scene.choice",
                                r"^\w+\.\w+$",
                                "not-an-option",
                                {"hint": "write it as old_scene.old_choice"},
                            ),
                            Name("a choice"),
                            "old names and new ones",
                        ),
                        "old_scene.old_choice: new_choice",
                    ),
                },
            ),
            "Old names of scenes and choices, so that players' saves stay alive.",
        ),
    },
)
