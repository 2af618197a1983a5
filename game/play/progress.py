"""How far a player is: the place in the chapter, and how many words were read."""

from collections import deque
from dataclasses import dataclass

from game.play.opening import open_page
from game.play.playthrough import Playthrough, Step
from game.play.situation import Paragraph, Situation
from game.story.model import Story, targets


@dataclass(frozen=True, slots=True)
class Counted:
    """The words of the pages up to and with `last`, which is the step at the end of `pages` pages."""

    pages: int = 0
    words: int = 0
    last: Step | None = None


def counted(story: Story, playthrough: Playthrough, before: Counted = Counted()) -> Counted:
    """The words of all pages left behind. `before` spares those of an earlier stage of the same run."""
    past = playthrough.past
    if not 0 < before.pages <= len(past) or past[before.pages - 1] is not before.last:
        before = Counted()
    words = before.words + sum(words_on(story, step.situation) for step in past[before.pages :])
    return Counted(len(past), words, past[-1] if past else None)


def words_on(story: Story, situation: Situation) -> int:
    """The words of a page as far as it has been shown."""
    events = open_page(story, situation).events
    return sum(len(event.text.split()) for event in events[: situation.position] if isinstance(event, Paragraph))


def ahead_of(story: Story) -> dict[str, int]:
    """How many scenes lie at least between each scene and the end of its chapter: an ending, or a later chapter."""
    before: dict[str, list[str]] = {id: [] for id in story.scenes}
    ahead: dict[str, int] = {}
    for scene in story.scenes.values():
        goals = list(targets(scene.exit))
        for goal in goals:
            before[goal].append(scene.id)
        if not goals or any(_chapter(story, goal) > _chapter(story, scene.id) for goal in goals):
            ahead[scene.id] = 0
    waiting = deque(ahead)
    while waiting:
        id = waiting.popleft()
        for earlier in before[id]:
            if earlier not in ahead and _chapter(story, earlier) == _chapter(story, id):
                ahead[earlier] = ahead[id] + 1
                waiting.append(earlier)
    return ahead


def place_in_chapter(story: Story, playthrough: Playthrough, ahead: dict[str, int]) -> float:
    """From 0 where the chapter begins to 1 at its end: the pages of it that were read, of these and those ahead.

    `ahead` is what `ahead_of` says of the story.
    """
    chapter, behind = _chapter(story, playthrough.now.scene), 0
    for step in reversed(playthrough.past):
        if _chapter(story, step.situation.scene) != chapter:
            break
        behind += 1
    left = ahead.get(playthrough.now.scene, 0)
    return behind / (behind + left) if behind + left else 1.0


def _chapter(story: Story, scene: str) -> int:
    return story.chapters[story.scenes[scene].chapter].number
