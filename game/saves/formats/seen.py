"""What a player has seen of a story in all plays of it together: a value that is merged and never shrinks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.play.leaving import offered
from game.play.opening import open_page
from game.play.playthrough import Playthrough
from game.play.situation import Situation, is_stop
from game.saves.formats.coding import decode_run, encode_run
from game.saves.formats.fingerprints import event_fingerprint
from game.saves.formats.saved_run import SavedRun
from game.story.letters import to_nfc
from game.story.model import Story


@dataclass(frozen=True, slots=True)
class Seen:
    """`lines` are fingerprints of what was read, as `event_fingerprint` makes them; `options` were offered and `taken` taken, both as
    (scene, option); `endings` are those met, each with the run that met it first, if that is known. `titles` are what the
    story was called in those plays, or the stories, where several have one id; earlier versions told none.
    """

    lines: frozenset[str] = frozenset()
    scenes: frozenset[str] = frozenset()
    options: frozenset[tuple[str, str]] = frozenset()
    taken: frozenset[tuple[str, str]] = frozenset()
    endings: Mapping[str, SavedRun | None] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()

    def merged(self, more: "Seen") -> "Seen":
        """Both. Of two runs that met one ending the first is kept."""
        new = {id: run for id, run in more.endings.items() if self.endings.get(id) is None}
        return Seen(
            self.lines | more.lines,
            self.scenes | more.scenes,
            self.options | more.options,
            self.taken | more.taken,
            {**self.endings, **new},
            self.titles | more.titles,
        )

    def holds(self, more: "Seen") -> bool:
        """Whether merging `more` would change nothing."""
        return (
            self.lines >= more.lines
            and self.scenes >= more.scenes
            and self.options >= more.options
            and self.taken >= more.taken
            and self.titles >= more.titles
            and all(id in self.endings and (self.endings[id] or not run) for id, run in more.endings.items())
        )


def seen_in(story: Story, playthrough: Playthrough, first: int = 0) -> Seen:
    """What was seen on the pages of a playthrough, from the one numbered `first` on."""
    situations = [*(step.situation for step in playthrough.past[first:]), playthrough.now]
    taken = {(step.situation.scene, step.choice) for step in playthrough.past[first:] if step.choice is not None}
    lines, options = _on_pages(story, situations)
    return Seen(lines, frozenset(situation.scene for situation in situations), options, frozenset(taken))


def _on_pages(story: Story, situations: Iterable[Situation]) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    lines: set[str] = set()
    options: set[tuple[str, str]] = set()
    for situation in situations:
        page = open_page(story, situation)
        lines.update(event_fingerprint(event) for event in page.events[: situation.position] if is_stop(event))
        if situation.position == len(page.events):
            shown = offered(story.scenes[situation.scene], page.state)
            options.update((situation.scene, choice.id) for choice, _ in shown)
    return frozenset(lines), frozenset(options)


def encode_seen(seen: Seen) -> dict[str, Any]:
    """In one order, so that the same is written alike."""
    return {
        "lines": sorted(seen.lines),
        "scenes": sorted(seen.scenes),
        "options": sorted(map(list, seen.options)),
        "taken": sorted(map(list, seen.taken)),
        "endings": {id: encode_run(run) if run else None for id, run in sorted(seen.endings.items())},
        "titles": sorted(seen.titles),
    }


def decode_seen(content: Any) -> Seen:
    """Raises ValueError if it is none that we write."""
    match content:
        case {
            "lines": list(lines),
            "scenes": list(scenes),
            "options": list(options),
            "taken": list(taken),
            "endings": dict(endings),
        } if isinstance(titles := content.get("titles", []), list):
            return Seen(
                frozenset(map(_word, lines)),
                frozenset(map(_word, scenes)),
                frozenset(map(_two_words, options)),
                frozenset(map(_two_words, taken)),
                {to_nfc(id): decode_run(run) if run is not None else None for id, run in endings.items()},
                frozenset(map(_word, titles)),
            )
        case _:
            raise ValueError("this is nothing that was seen")


def _word(content: Any) -> str:
    if not isinstance(content, str):
        raise ValueError("this is no word")
    return to_nfc(content)


def _two_words(content: Any) -> tuple[str, str]:
    match content:
        case [str(one), str(other)]:
            return to_nfc(one), to_nfc(other)
        case _:
            raise ValueError("these are not two words")
