"""Everything that happens in a small story, found by playing all of it: naive, and knowing nothing of the proof.

Situations are kept whole: every value, every count and option that anything asks about, nothing left out for being
dead. Parts of the story are named by where they stand, as in `("s0", "text", 2, "then", 0)`.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import lcm
from typing import Any

from game.prove.explore.readings import as_compared
from game.story.conditions import Chose, Compare, Condition, Constant, Held, Times, Visited, atoms, holds
from game.story.model import Claim, End, If, Include, Line, Menu, Onward, Scene, Set, Story, Text, blocks
from game.story.prose import Cycle, Either, Part, Prose, Shown, Styled, Words, walk
from game.story.seams import faults, shape
from game.story.variables import Add, Assign, Value, changed

Path = tuple[Any, ...]
MOST = 1_500
_SIGNS = ' \u200b\u00a0,.!?…()“”"‘’—«»\x01\x02\x03\x04'  # all that the small stories have


class TooLarge(Exception):
    """The story has more situations than are worth writing down."""


@dataclass(frozen=True)
class Known:
    """All that is known at one instant."""

    values: Mapping[str, Value]
    visits: Mapping[str, int]
    chosen: frozenset[tuple[str, str]]
    ended: frozenset[str]


@dataclass
class Oracle:
    """What was met, each with the plays that must come before it and the fewest choices it takes then."""

    story: Story
    met: dict[Path, tuple[int, int]] = field(default_factory=dict)
    values: set[tuple[str, Value]] = field(default_factory=set)
    stuck: set[str] = field(default_factory=set)
    traps: set[str] = field(default_factory=set)
    same: set[tuple[str, str]] = field(default_factory=set)
    alike: set[tuple[str, str, str]] = field(default_factory=set)
    blank: set[str] = field(default_factory=set)
    situations: dict[Any, tuple[str, Known]] = field(default_factory=dict)


class _Player:
    """Plays the story, noting what is met."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.most, self.period = _counting(story)
        self.notes: dict[Path, int] = {}  # what was met, and whether an option had to be taken for it
        self.choosing = 0
        self.taken: set[tuple[str, Value]] = set()
        self.open: list[tuple[str, str]] = []  # the options of a menu that can be taken, and how they read
        self.reading = False  # whether the scene itself showed anything

    def note(self, event: Path) -> None:
        self.notes[event] = min(self.choosing, self.notes.get(event, 1))

    def text(self, path: Path, text: Text, scene: str, known: Known) -> tuple[Known, tuple[Any, ...]]:
        shown: list[Any] = []
        for number, block in enumerate(text):
            here = (*path, number)
            match block:
                case Line(speaker, prose):
                    words = self.prose(here, prose, scene, known)
                    if words:
                        self.note((*here, "met"))
                        shown.append((speaker, words))
                case Set(changes):
                    self.note((*here, "met"))
                    for index, change in enumerate(changes):
                        known = self.change((*here, index), change, known)
                case If(condition, then, other):
                    self.note((*here, "met"))
                    true = self.ask(here, condition, known)
                    branch = then if true else other
                    known, more = self.text((*here, "then" if true else "else"), branch, scene, known)
                    shown.extend(more)
                case Include(passage):
                    self.note((*here, "met"))
                    known, more = self.text((passage, "text"), self.story.scenes[passage].text, passage, known)
                    shown.extend(more)
                    known = self.left(known, passage)
                case Claim(condition):
                    self.note((*here, "met"))
                    self.ask(here, condition, known)
                case _:
                    self.note((*here, "met"))
                    shown.append(block)
        return known, tuple(shown)

    def prose(self, path: Path, prose: Prose, scene: str, known: Known) -> str:
        """What is read; what is stumbled over is noted."""
        pieces = list(self.words(path, prose, scene, known))
        marked = "".join(piece if isinstance(piece, str) else piece[0] for piece in pieces)
        numbers = [piece[1] for piece in pieces if not isinstance(piece, str)]
        for code, seam in _stumbles(marked):
            number = next(n for n, part in enumerate(walk(prose)) if part is numbers[seam])
            self.note((*path, "stumble", code, number))
        return " ".join(re.sub("[\x01-\x04\u200b]", "", marked).split())

    def words(self, path: Path, prose: Prose, scene: str, known: Known) -> Iterator[str | tuple[str, Part]]:
        for number, part in enumerate(prose):
            here = (*path, number)
            if not isinstance(part, Words | Styled):
                yield ("\x01" if "" in _readings((part,)) else "\x03"), part
            match part:
                case Words(text):
                    yield text
                case Shown(variable):
                    yield str(known.values[variable])
                case Styled(_, parts):
                    yield from self.words((*here, "styled"), parts, scene, known)
                case Either(condition, then, other):
                    true = self.ask(here, condition, known)
                    branch = then if true else other
                    yield from self.words((*here, "then" if true else "else"), branch, scene, known)
                case Cycle(wordings, once):
                    visits = known.visits.get(scene, 0)
                    index = min(visits, len(wordings) - 1) if once else visits % len(wordings)
                    self.note((*here, "wording", index))
                    yield from self.words((*here, index), wordings[index], scene, known)
            if not isinstance(part, Words | Styled):
                yield ("\x02" if "" in _readings((part,)) else "\x04"), part

    def ask(self, path: Path, condition: Condition, known: Known) -> bool:
        true = holds(condition, known)
        self.note((*path, "holds" if true else "fails"))
        return true

    def change(self, path: Path, change: Add | Assign, known: Known) -> Known:
        values = changed(known.values, [change], self.story.variables)
        self.note((*path, "met"))
        if values != known.values:
            self.note((*path, "changes"))
        self.taken.add((change.variable, values[change.variable]))
        return Known(values, known.visits, known.chosen, known.ended)

    def left(self, known: Known, scene: str) -> Known:
        """Counts that nothing can tell apart are one: exact up to `most`, then round and round."""
        count = known.visits.get(scene, 0) + 1
        if count >= self.most + self.period:
            count -= self.period
        return Known(known.values, {**known.visits, scene: count}, known.chosen, known.ended)

    def moves(self, scene: Scene, known: Known) -> Iterator[tuple[int, str, Known, str | None, Any]]:
        """Each way on: its cost in choices, where to, what is known then, the option, and what its `then` shows."""
        path: Path = (scene.id,)
        self.note((*path, "scene"))
        after, shown = self.text((*path, "text"), scene.text, scene.id, known)
        self.open, self.reading = [], any(isinstance(each, tuple) for each in shown)
        stopping = True
        match scene.exit:
            case Menu() as menu:
                for choice in menu.every():
                    yield from self.option((*path, choice.id), choice, scene.id, after)
            case Onward(forks):
                for index, fork in enumerate(forks):
                    here = (*path, "go", index)
                    self.note((*here, "asked"))
                    if fork.condition is None or self.ask(here, fork.condition, after):
                        self.note((*here, "taken"))
                        stopping = self.reading
                        yield 0, fork.go, self.left(after, scene.id), None, ()
                        break
            case End(ending):
                self.note((ending, "ending"))
            case _:
                pass
        if scene.aftermath and stopping:
            yield 1, scene.aftermath, known, None, ()

    def option(self, path: Path, choice: Any, scene: str, known: Known) -> Iterator[tuple[int, str, Known, str, Any]]:
        if choice.once and (scene, choice.id) in known.chosen:
            return
        open_ = choice.condition is None or self.ask(path, choice.condition, known)
        if not open_ and choice.locked is not None:
            reason = self.prose((*path, "locked"), choice.locked, scene, known)
            self.note((*path, "reason") if reason else (*path, "locked", "wordless"))
        if not open_ and choice.locked is None:
            return
        self.note((*path, "offered"))
        words = self.prose((*path, "say"), choice.say, scene, known)
        if not words:
            self.note((*path, "say", "wordless"))
        if not open_:
            return
        self.note((*path, "enabled"))
        self.open.append((choice.id, as_compared(words)))
        self.choosing = 1
        for index, change in enumerate(choice.changes):
            known = self.change((*path, "set", index), change, known)
        known, shown = self.text((*path, "then"), choice.then, scene, known)
        self.choosing = 0
        known = self.left(known, scene)
        yield (
            1,
            choice.go,
            Known(known.values, known.visits, known.chosen | {(scene, choice.id)}, known.ended),
            choice.id,
            shown,
        )


def _counting(story: Story) -> tuple[int, int]:
    """Up to which count, and then modulo what, anything in the story can tell visits apart."""
    most, period = 2, 1
    for prose in _proses(story):
        for part in walk(prose):
            if isinstance(part, Cycle):
                most, period = max(most, len(part.wordings)), lcm(period, len(part.wordings))
    for condition in _conditions(story):
        for atom in atoms(condition):
            if isinstance(atom, Compare):
                values = [v for v in (atom.right,) if isinstance(v, Constant)]
                most = max([most, *(int(v.value) + 1 for v in values if isinstance(atom.left, Times))])
                if isinstance(atom.left, Times) and isinstance(atom.right, Held):
                    most = max(most, story.variables[atom.right.variable].kind.high + 1)  # type: ignore[union-attr]
    return most, period


def _proses(story: Story) -> Iterator[Prose]:
    for scene in story.scenes.values():
        texts = [scene.text]
        if isinstance(scene.exit, Menu):
            for choice in scene.exit.every():
                yield choice.say
                yield choice.locked or ()
                texts.append(choice.then)
        for text in texts:
            yield from (block.prose for block in blocks(text) if isinstance(block, Line))


def _conditions(story: Story) -> Iterator[Condition]:
    for prose in _proses(story):
        yield from (part.condition for part in walk(prose) if isinstance(part, Either))
    for scene in story.scenes.values():
        texts = [scene.text]
        if isinstance(scene.exit, Menu):
            for choice in scene.exit.every():
                texts.append(choice.then)
                yield from [choice.condition] if choice.condition else []
        if isinstance(scene.exit, Onward):
            yield from (fork.condition for fork in scene.exit.forks if fork.condition)
        for text in texts:
            yield from (block.condition for block in blocks(text) if isinstance(block, If | Claim))


def played(story: Story) -> Oracle:
    """All that happens. Raises TooLarge where that is too much."""
    player = _Player(story)
    asked = _asked(story)
    oracle = Oracle(story)
    oracle.values = {(name, variable.start) for name, variable in story.variables.items()}
    start = {name: variable.start for name, variable in story.variables.items()}
    graph: dict[Any, list[Any]] = {}
    menus: dict[tuple[str, str, str], bool] = {}
    lives = _Lives(story)
    profiles = deque([(0, frozenset[str]())])
    begun = {frozenset[str]()}
    while profiles:
        plays, ended = profiles.popleft()
        queue = deque([(0, story.start, Known(start, {}, frozenset(), ended))])
        distance: dict[Any, int] = {}
        while queue:
            choices, scene, known = queue.popleft()
            key = _key(scene, known, asked)
            if key in distance:
                continue
            distance[key] = choices
            oracle.situations[key] = (scene, known)
            if len(graph) > MOST:
                raise TooLarge
            player.notes = {}
            moves = list(player.moves(story.scenes[scene], known))
            for event, more in player.notes.items():
                took = (plays, choices + more)
                oracle.met[event] = min(oracle.met.get(event, took), took)
            oracle.alike |= {
                (scene, one, other)
                for index, (other, words) in enumerate(player.open)
                for one, as_well in player.open[:index]
                if one != other and words == as_well
            }
            graph[key] = [_key(goal, after, asked) for _, goal, after, _, _ in moves]
            for cost, goal, after, _, _ in moves:
                (queue.append if cost else queue.appendleft)((choices + cost, goal, after))
            way = story.scenes[scene].exit
            if isinstance(way, End):
                if (met := ended | {way.ending}) not in begun:
                    begun.add(met)
                    profiles.append((plays + 1, met))
            elif not any(option is not None or cost == 0 for cost, _, _, option, _ in moves):
                oracle.stuck.add(scene)
            _compare(scene, moves, lives, player, menus)
    oracle.values |= player.taken
    oracle.alike = set(_first_of_each(story, oracle.alike))
    oracle.same = {(scene, later) for (scene, _, later), alike in menus.items() if alike}
    oracle.traps = _traps(story, graph)
    oracle.blank = _blank(story, player, asked, begun)
    return oracle


def _blank(story: Story, player: _Player, asked: set[Any], begun: set[frozenset[str]]) -> set[str]:
    """The scenes whose page can come up with nothing to read on it: those that end a play, and menus that begin one."""
    values = {name: variable.start for name, variable in story.variables.items()}
    waiting = [(story.start, Known(values, {}, frozenset(), ended), False, True) for ended in begun]
    met, blank = set[Any](), set[str]()
    while waiting:
        scene, known, led, first = waiting.pop()
        key = (_key(scene, known, asked), led, first)
        if key in met:
            continue
        met.add(key)
        way = story.scenes[scene].exit
        moves = list(player.moves(story.scenes[scene], known))
        if not player.reading and not led and (isinstance(way, End) or (first and isinstance(way, Menu))):
            blank.add(scene)
        for cost, goal, after, option, shown in moves:
            if option is not None:
                led_there = any(isinstance(each, tuple) for each in shown)
            else:
                led_there = led and not cost and not player.reading
            waiting.append((goal, after, led_there, False))
    return blank


def _stumbles(marked: str) -> Iterator[tuple[str, int]]:
    """What is wrong in a text that is written down with its seams, by the number of the seam: word by word."""
    words = [match for match in re.finditer("(?s).", marked) if match[0] not in _SIGNS]
    edges = [(-1, "\n"), *((match.start(), shape(match[0])[1]) for match in words), (len(marked), "\n")]
    for (at, left), (end, right) in pairwise(edges):
        before = len(re.findall("[\x01-\x04]", marked[: at + 1]))
        for fault in faults(left, marked[at + 1 : end], right):
            yield fault.code, before + fault.seam


def _readings(prose: Prose) -> set[str]:
    """All that the prose could show if anything could hold; "" stands for any that has no word or sign."""
    found = {""}
    for part in prose:
        match part:
            case Words(text):
                ways = {text.replace("\u200b", "").strip()}
            case Shown():
                ways = {"1"}
            case Styled(_, parts):
                ways = _readings(parts)
            case Either(_, then, other):
                ways = _readings(then) | _readings(other)
            case Cycle(wordings):
                ways = {reading for each in wordings for reading in _readings(each)}
        found = {(one + other)[:1] for one in found for other in ways}
    return found


def _asked(story: Story) -> set[Any]:
    """The counts and options that something asks for; the others are no part of a situation."""
    asked: set[Any] = {
        scene for scene, prose in _proses_by_scene(story) if any(isinstance(p, Cycle) for p in walk(prose))
    }
    for condition in _conditions(story):
        for atom in atoms(condition):
            match atom:
                case Compare(Times(scene)) | Visited(scene):
                    asked.add(scene)
                case Chose(scene, choice):
                    asked.add((scene, choice))
                case _:
                    pass
    for each in story.scenes.values():
        if isinstance(each.exit, Menu):
            asked |= {(each.id, choice.id) for choice in each.exit.every() if choice.once}
    return asked


def _proses_by_scene(story: Story) -> Iterator[tuple[str, Prose]]:
    for scene in story.scenes.values():
        texts = [scene.text]
        if isinstance(scene.exit, Menu):
            for choice in scene.exit.every():
                texts.append(choice.then)
                yield scene.id, (*choice.say, *(choice.locked or ()))
        for text in texts:
            yield from ((scene.id, block.prose) for block in blocks(text) if isinstance(block, Line))


def _first_of_each(story: Story, alike: set[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Of options that read the same each with the first."""
    for scene, later in {(scene, later) for scene, _, later in alike}:
        way = story.scenes[scene].exit
        assert isinstance(way, Menu)
        yield scene, next(each.id for each in way.every() if (scene, each.id, later) in alike), later


def _key(scene: str, known: Known, asked: set[Any]) -> Any:
    visits = frozenset((each, count) for each, count in known.visits.items() if each in asked)
    return scene, tuple(known.values.items()), visits, known.chosen & asked, known.ended


def _compare(
    scene: str, moves: list[Any], lives: "_Lives", player: _Player, menus: dict[tuple[str, str, str], bool]
) -> None:
    """Notes of each two options open here whether they did the same whenever they were."""
    options = [(goal, after, option, shown) for _, goal, after, option, shown in moves if option is not None]
    for index, (goal, after, option, shown) in enumerate(options):
        for other_goal, other_after, other, other_shown in options[:index]:
            alike = (
                goal == other_goal
                and shown == other_shown
                and all(lives.slot(after, each) == lives.slot(other_after, each) for each in lives.at(goal))
            )
            key = (scene, other, option)
            menus[key] = menus.get(key, True) and alike


def _traps(story: Story, graph: dict[Any, list[Any]]) -> set[str]:
    """The first scene of each set of situations that lead round among themselves and nowhere else."""
    reach: dict[Any, set[Any]] = {}
    for key in graph:
        met, waiting = set(), [key]
        while waiting:
            for following in graph[waiting.pop()]:
                if following not in met:
                    met.add(following)
                    waiting.append(following)
        reach[key] = met
    order = list(story.scenes)
    found = set()
    for key, led in reach.items():
        ends = any(isinstance(story.scenes[each[0]].exit, End) for each in led | {key})
        if led and not ends and all(key in reach[each] for each in led):
            found.add(min((each[0] for each in led), key=order.index))
    return found


class _Lives:
    """What is read from a scene on before it is overwritten, on any way on: looked for way by way."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.edges: dict[Path, list[Path]] = defaultdict(list)
        self.reads: dict[Path, set[Any]] = defaultdict(set)
        self.kills: dict[Path, set[Any]] = defaultdict(set)
        self.most: dict[str, int] = defaultdict(int)
        self.period: dict[str, int] = defaultdict(lambda: 1)
        self.fresh = 0
        self.count()
        for scene in story.scenes.values():
            self.scene(scene)
        self.found: dict[str, set[Any]] = {}

    def slot(self, known: Known, slot: Any) -> Any:
        kind, name = slot
        match kind:
            case "value":
                return known.values[name]
            case "visits":
                count, most = known.visits.get(name, 0), self.most[name]
                return count if count < most else most + (count - most) % self.period[name]
            case _:
                return name in known.chosen

    def at(self, scene: str) -> set[Any]:
        if scene not in self.found:
            slots = {slot for reads in self.reads.values() for slot in reads}
            self.found[scene] = {slot for slot in slots if self.is_read((scene,), slot)}
        return self.found[scene]

    def is_read(self, point: Path, slot: Any) -> bool:
        met, waiting = {point}, [point]
        while waiting:
            at = waiting.pop()
            if slot in self.reads[at]:
                return True
            if slot in self.kills[at]:
                continue
            for following in self.edges[at]:
                if following not in met:
                    met.add(following)
                    waiting.append(following)
        return False

    def count(self) -> None:
        for scene, prose in _proses_by_scene(self.story):
            for part in walk(prose):
                if isinstance(part, Cycle) and part.once:
                    self.most[scene] = max(self.most[scene], len(part.wordings) - 1)
                elif isinstance(part, Cycle):
                    self.period[scene] = lcm(self.period[scene], len(part.wordings))
        for condition in _conditions(self.story):
            for atom in atoms(condition):
                match atom:
                    case Compare(Times(scene), _, Constant(value)):
                        self.most[scene] = max(self.most[scene], int(value) + 1)
                    case Compare(Times(scene), _, Held(name)):
                        kind: Any = self.story.variables[name].kind
                        self.most[scene] = max(self.most[scene], kind.high + 1)
                    case Visited(scene):
                        self.most[scene] = max(self.most[scene], 1)
                    case _:
                        pass

    def point(self, before: list[Path]) -> Path:
        self.fresh += 1
        made = ("point", self.fresh)
        for each in before:
            self.edges[each].append(made)
        return made

    def scene(self, scene: Scene) -> None:
        if scene.aftermath:
            self.edges[scene.id,].append((scene.aftermath,))
        end = self.text(scene.text, scene.id, [(scene.id,)])
        match scene.exit:
            case Menu() as menu:
                asking = self.point(end)
                for choice in menu.every():
                    self.ask(asking, choice.condition)
                    self.prose(asking, (*choice.say, *(choice.locked or ())), scene.id)
                    if choice.once:
                        self.reads[asking].add(("chosen", (scene.id, choice.id)))
                for choice in menu.every():
                    at = self.point([asking])
                    for change in choice.changes:
                        at = self.change(change, [at])
                    end = self.leave(scene.id, self.text(choice.then, scene.id, [at]))
                    mark = self.point(end)
                    self.kills[mark].add(("chosen", (scene.id, choice.id)))
                    self.edges[mark].append((choice.go,))
            case Onward(forks):
                asking = self.point(end)
                for fork in forks:
                    self.ask(asking, fork.condition)
                for each in self.leave(scene.id, [asking]):
                    self.edges[each] += [(fork.go,) for fork in forks]
            case _:
                pass

    def leave(self, scene: str, before: list[Path]) -> list[Path]:
        at = self.point(before)
        if self.most[scene] + self.period[scene] <= 1 or (self.most[scene] == 1 and self.period[scene] == 1):
            self.kills[at].add(("visits", scene))
        return [at]

    def text(self, text: Text, scene: str, before: list[Path]) -> list[Path]:
        for block in text:
            match block:
                case Line(_, prose):
                    at = self.point(before)
                    self.prose(at, prose, scene)
                    before = [at]
                case Set(changes):
                    for change in changes:
                        before = [self.change(change, before)]
                case If(condition, then, other):
                    at = self.point(before)
                    self.ask(at, condition)
                    before = self.text(then, scene, [at]) + self.text(other, scene, [at])
                case Include(passage):
                    before = self.leave(passage, self.text(self.story.scenes[passage].text, passage, before))
                case Claim(condition):
                    at = self.point(before)
                    self.ask(at, condition)
                    before = [at]
                case _:
                    pass
        return before

    def change(self, change: Add | Assign, before: list[Path]) -> Path:
        at = self.point(before)
        kind: Any = self.story.variables[change.variable].kind
        if isinstance(change, Assign) or abs(change.amount) >= kind.high - kind.low:  # nothing of what was is left
            self.kills[at].add(("value", change.variable))
        return at

    def prose(self, at: Path, prose: Prose, scene: str) -> None:
        for part in walk(prose):
            match part:
                case Shown(variable):
                    self.reads[at].add(("value", variable))
                case Either(condition):
                    self.ask(at, condition)
                case Cycle():
                    self.reads[at].add(("visits", scene))
                case _:
                    pass

    def ask(self, at: Path, condition: Condition | None) -> None:
        for atom in atoms(condition) if condition else ():
            match atom:
                case Compare(left, _, right):
                    for term in (left, right):
                        if isinstance(term, Held):
                            self.reads[at].add(("value", term.variable))
                        if isinstance(term, Times):
                            self.reads[at].add(("visits", term.scene))
                case Visited(scene):
                    self.reads[at].add(("visits", scene))
                case Chose(scene, choice):
                    self.reads[at].add(("chosen", (scene, choice)))
                case _:
                    pass
