"""The shapes of names: those that authors give, and those that they refer to."""

import re
from dataclasses import dataclass

from game.authoring.shapes.shape import ReadContext, Schema, found
from game.authoring.syntax.nodes import Broken, Node, Scalar, Sequence
from game.story.limits import LONGEST_NAME, LONGEST_STORY
from game.story.names import RESERVED, id_of, is_device, is_id, slug

_STORY_ID = rf"[A-Za-z0-9][A-Za-z0-9_-]{{0,{LONGEST_STORY - 1}}}"
ID_PATTERN = r"^\w*[^\W\d]\w*$"


@dataclass(frozen=True, slots=True)
class Id:
    """A name that the author gives."""

    what: str

    @property
    def expected(self) -> str:
        """What should stand here, in words for messages."""
        return f"the name of {self.what}, one word"

    def read(self, node: Node, reading: ReadContext) -> Scalar | None:
        """The name, if it is one word, none of the language’s, and fits into a save."""
        if not isinstance(node, Scalar):
            if not isinstance(node, Broken):
                reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint="write one word")
            return None
        node = reading.plain(node)
        if not is_id(node.text):
            dash = re.match(r"-(\w+)$", node.text)
            if dash:
                reading.wrong("space-after-dash", node, rest=dash[1])
            else:
                reading.wrong("id-wrong", node, id=node.text, better=id_of(node.text) or "a_word")
            return None
        if node.text in RESERVED:
            reading.wrong("id-reserved", node, id=node.text)
            return None
        return node if short(node, reading) else None

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        return {
            "type": "string",
            "pattern": ID_PATTERN,
            "not": {"enum": sorted(RESERVED)},
            "maxLength": LONGEST_NAME,
        }


def short(node: Scalar, reading: ReadContext) -> bool:
    """Whether a save can hold this name."""
    if len(node.text) > LONGEST_NAME:
        reading.wrong("id-long", node, id=node.text, long=f"{len(node.text):,}", most=f"{LONGEST_NAME:,}")
    return len(node.text) <= LONGEST_NAME


@dataclass(frozen=True, slots=True)
class StoryId:
    """The name of the folder that saves are kept in, on any system."""

    expected: str = f"letters without accents, digits, `-` and `_`, {LONGEST_STORY} at most"

    def read(self, node: Node, reading: ReadContext) -> Scalar | None:
        """The id, if a folder may be called that on every system."""
        if isinstance(node, Broken):
            return None
        node = reading.plain(node) if isinstance(node, Scalar) else node
        text = node.text if isinstance(node, Scalar) else found(node)
        if isinstance(node, Scalar) and re.fullmatch(_STORY_ID, text):
            if not is_device(text):
                return node
            reading.wrong("id-device", node, id=text)
            return None
        hint = f"write it as {(slug(text) if isinstance(node, Scalar) else '') or 'my-story'}"
        reading.wrong("not-an-option", node, text=text, expected=self.expected, hint=hint)
        return None

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        return {"type": "string", "pattern": f"^{_STORY_ID}$"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name given elsewhere: in the story, or if it is `free`, to a file that need not be there."""

    what: str
    free: bool = False

    @property
    def expected(self) -> str:
        """What should stand here, in words for messages."""
        return f"the name of {self.what}"

    def read(self, node: Node, reading: ReadContext) -> Scalar | None:
        """The name as it is written, whether or not there is anything of that name."""
        if not isinstance(node, Scalar) or not node.text.strip():
            if not isinstance(node, Broken):
                items = node.items if isinstance(node, Sequence) else []
                first = items[0] if items else None
                hint = f"write the name of {self.what}"
                hint += f", one alone: `{first.text}`" if isinstance(first, Scalar) and is_id(first.text) else ""
                reading.wrong("wrong-kind", node, expected=self.expected, found=found(node), hint=hint)
            return None
        if self.free:  # and any sign may stand in it
            return node if short(node, reading) else None
        return reading.plain(node)

    def schema(self) -> Schema:
        """The same as JSON Schema, for editors."""
        return {"type": "string", "pattern": r"\S", **({"maxLength": LONGEST_NAME} if self.free else {})}
