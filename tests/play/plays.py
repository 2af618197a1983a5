"""Small stories for examples, said in few words, and what a player sees of them."""

from collections.abc import Iterable

from game.play.page import page_of
from game.play.playthrough import Playthrough, advance, choose
from game.story.conditions import Compare, Condition, Constant, Held, Op
from game.story.model import (
    Block,
    Chapter,
    Choice,
    Ending,
    Exit,
    Line,
    Menu,
    Passage,
    Person,
    Place,
    Scene,
    Silence,
    Sound,
    Story,
    Text,
)
from game.story.prose import Prose, Words
from game.story.variables import Change, Flag, OneOf, Range, Value, Variable
from tests.play.generated import options_of

PASSAGE = Passage()
VARIABLES = (
    Variable("trust", Range(0, 3), 1),
    Variable("hand", OneOf(("none", "taken")), "none"),
    Variable("lit", Flag(), False),
)


def story(*scenes: Scene, chapters: tuple[Chapter, ...] = (Chapter(1, "The Light"),)) -> Story:
    """A story that starts in the first of the scenes."""
    return Story(
        id="small",
        title="Small",
        start=scenes[0].id,
        chapters=chapters,
        scenes={scene.id: scene for scene in scenes},
        endings={id: Ending(id, id.title()) for id in ("home", "ashes")},
        cast={"ada": Person("ada", "Ada"), "bo": Person("bo", "Bo")},
        variables={variable.name: variable for variable in VARIABLES},
        places={id: Place(id) for id in ("cave", "shore")},
        sounds={"gull": Sound("gull")},
    )


def scene(id: str, *text: str | Block, way: Exit = PASSAGE, chapter: int = 0, aftermath: str | None = None) -> Scene:
    return Scene(id, chapter, tuple(line(block) if isinstance(block, str) else block for block in text), way, aftermath)


def line(words: str, *more: Prose, speaker: str | None = None) -> Line:
    return Line(speaker, (Words(words), *(part for prose in more for part in prose)))


def option(
    id: str,
    go: str,
    *,
    condition: Condition | None = None,
    locked: str = "",
    once: bool = False,
    changes: tuple[Change, ...] = (),
    then: Text = (),
) -> Choice:
    return Choice(id, (Words(id),), go, condition, (Words(locked),) if locked else None, once, changes, then)


def menu(*choices: Choice, silence: Choice | None = None) -> Menu:
    return Menu(choices, Silence(8, silence) if silence else None)


def held(variable: str, value: Value, op: Op = Op.EQ) -> Compare:
    return Compare(Held(variable), op, Constant(value))


def read(story: Story, playthrough: Playthrough) -> Playthrough:
    """The page read to its end."""
    while not page_of(story, playthrough).complete:
        playthrough = advance(story, playthrough)
    return playthrough


def take(story: Story, playthrough: Playthrough, *ids: str) -> Playthrough:
    """The pages read to their ends, and these options taken on them; what leads on by itself is read on."""
    for id in ids:
        playthrough = read(story, playthrough)
        numbers = {option.id: option.number for option in options_of(page_of(story, playthrough))}
        playthrough = choose(story, playthrough, numbers[id])
    return read(story, playthrough)


def texts(story: Story, playthrough: Playthrough) -> list[str]:
    """The paragraphs on the page as it stands."""
    return [paragraph.text for paragraph in page_of(story, playthrough).paragraphs]


def offers(story: Story, playthrough: Playthrough) -> list[str]:
    """The options of the page in order; those that cannot be taken in brackets with their reason."""
    return list(_offers(story, playthrough))


def _offers(story: Story, playthrough: Playthrough) -> Iterable[str]:
    for each in options_of(page_of(story, playthrough)):
        reason = "".join(run.text for run in each.reason)
        yield each.id if each.enabled else f"({each.id}: {reason})"
