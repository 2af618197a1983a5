"""The outlook of the story, made beside the frames."""

from concurrent.futures import Executor, Future

from game.prove.explore.outlook import Outlook
from game.story.model import Story


class OutlookService:
    """Nothing waits for the outlook: until it is made, nothing is said of what can still be met."""

    def __init__(self, story: Story, executor: Executor) -> None:
        self._story, self._executor = story, executor
        self._making: Future[Outlook] | None = None

    def begin(self) -> None:
        """Begins to make it, if that has not begun: after the first frame, so that it keeps none from coming."""
        if self._making is None:
            self._making = self._executor.submit(_made, self._story)

    @property
    def outlook(self) -> Outlook | None:
        """The outlook, once it is made."""
        return self._making.result() if self._making and self._making.done() else None


def _made(story: Story) -> Outlook:
    outlook = Outlook(story)
    for _ in outlook.prepare():
        pass
    return outlook
