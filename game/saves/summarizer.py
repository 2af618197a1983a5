"""What a list says of a save, told of the run that is saved."""

from collections.abc import Iterable

from game.play.history import last_choice
from game.play.playthrough import Playthrough, ending_of
from game.play.progress import Counted, ahead_of, counted, place_in_chapter, words_on
from game.saves.formats.sibling_runs import SavedTimeline
from game.saves.formats.summary import Summary, in_turn
from game.story.model import Story


class Summarizer:
    """Counts the words of a run once: of the run counted last, only the pages since."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._ahead = ahead_of(story)
        self._counted = Counted()

    def know(self, playthrough: Playthrough, words: int) -> None:
        """That many words were read of a run that was loaded, so that the next save need not count them all."""
        past = playthrough.past
        if past:
            self._counted = Counted(len(past), words - words_on(self._story, playthrough.now), past[-1])

    def summary_of(
        self, playthrough: Playthrough, saved: SavedTimeline, date: str, others: Iterable[Summary]
    ) -> Summary:
        """Of the run that is played in a timeline, as the newest of all saves; `others` are those that are there."""
        story = self._story
        self._counted = counted(story, playthrough, self._counted)
        ending = ending_of(story, playthrough)
        summary = Summary(
            story=story.id,
            chapter=story.chapters[story.scenes[playthrough.now.scene].chapter].title,
            place=place_in_chapter(story, playthrough, self._ahead),
            date=date,
            words=self._counted.words + words_on(story, playthrough.now),
            ending=ending.name if ending else "",
            choice=last_choice(story, playthrough),
            title=story.title,
            choices=saved.choices,
        )
        return in_turn(summary, others)
