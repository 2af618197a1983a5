"""Which chapter this is for the player: they are counted as a run comes to them, as a story may pass some by."""

from game.play.playthrough import Origin, Playthrough
from game.play.situation import Card, Situation
from game.story.model import Chapter, Story, leads


def ordinal(story: Story, playthrough: Playthrough, chapter: Chapter) -> int:
    """Which chapter of this run it is, counted from 1; one come to again keeps its number."""
    met = chapters_met(story, playthrough)
    return met.index(chapter.number) + 1 if chapter.number in met else len(met) + 1


def chapters_met(story: Story, playthrough: Playthrough) -> tuple[int, ...]:
    """The story's numbers of the chapters that a run has come to, in the order in which it did."""
    met = dict.fromkeys(_before(story, playthrough.origin))
    for situation in (*(step.situation for step in playthrough.past), playthrough.now):
        for index in _announced(situation):
            met.setdefault(story.chapters[index].number)
    return tuple(met)


def _announced(situation: Situation) -> list[int]:
    """The chapter that the page begins in, and those whose cards have been shown on it."""
    cards = [event.chapter for event in situation.lead[: situation.position] if isinstance(event, Card)]
    return cards if situation.chapter is None else [situation.chapter, *cards]


def _before(story: Story, origin: Origin) -> list[int]:
    """The chapters that lie before a run which begins in the middle: those it is known to have been in, else those of a
    shortest way there."""
    if origin.situation:
        return sorted({_number(story, scene) for scene in origin.situation.visits if scene in story.scenes})
    came: dict[str, str | None] = {story.start: None}
    for scene in (waiting := [story.start]):
        if scene == origin.scene:
            break
        for goal in leads(story.scenes[scene]):
            if goal not in came:
                came[goal] = scene
                waiting.append(goal)
    way = list[int]()
    before = came.get(origin.scene)
    while before is not None:
        way.append(_number(story, before))
        before = came[before]
    return way[::-1]


def _number(story: Story, scene: str) -> int:
    return story.chapters[story.scenes[scene].chapter].number
