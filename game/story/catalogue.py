"""The catalogue of messages: every code, its severity, its sentence and its hint, in the author's words.

Braces are filled from the details of each case. `by_schema` marks what a JSON Schema of the format also
refuses, so that a test can hold the two against each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.story.diagnostic import Diagnostic, Severity
from game.story.source_location import SourceLocation


@dataclass(frozen=True, slots=True)
class Entry:
    """What one code tells: a message and a hint, both templates whose `{names}` the diagnostic fills in.

    `by_schema` says that an editor tells it too, by the schema of the format.
    """

    message: str
    hint: str
    severity: Severity = Severity.ERROR
    by_schema: bool = False


def _error(message: str, hint: str) -> Entry:
    return Entry(message, hint)


def _warning(message: str, hint: str) -> Entry:
    return Entry(message, hint, Severity.WARNING)


def _shape(message: str, hint: str) -> Entry:
    return Entry(message, hint, by_schema=True)


_READS_SO = "{fix}; it reads so after: {route}"

CATALOGUE: Mapping[str, Entry] = {
    # Files
    "story-missing": _error(
        "there is no story here: {path} has no story.yaml",
        "{hint}",
    ),
    "story-twice": _warning(
        "{name} is not read: the story is in story.yaml", "take over what is wanted of it, and move it away"
    ),
    "scenes-missing": _error(
        "the story has no scenes: there is no .yaml file in {path}",
        "write one file a chapter there; `jaws new FOLDER` makes an example to copy from",
    ),
    "file-not-regular": _error(
        "this is {what}, where a file should be", "put a text file of that name here, or take this away"
    ),
    "file-unreadable": _error("this file cannot be read: {reason}", "check that it is there and that you may read it"),
    "file-empty": _error(
        "there is nothing in this file but comments", "write {write} with what stands under them, or delete the file"
    ),
    "file-large": _error("this file has {size} bytes; the most is {most}", "split it into several chapters' files"),
    "file-long": _error("this file has more than {most} lines", "split it into several chapters' files"),
    "file-not-utf8": _error(
        "this file is not UTF-8 text: {what}",
        "save it again with the encoding set to UTF-8: editors ask for it in “Save As”, or at the foot of the window",
    ),
    "file-ending": _warning("{name} is not read: the files of a story end in .yaml, in small letters", "{hint}"),
    "file-misplaced": _warning("this file is not read: the files of {kind} lie in the folder {kind} itself", "{hint}"),
    "folder-unreadable": _error(
        "this folder cannot be read: {reason}", "check that it is a folder and that you may read it"
    ),
    "problems-many": _error(
        "there are more than {most} problems; what comes after is not looked at yet",
        "mend the first ones, and check again",
    ),
    "control-character": _error(
        "there is a character here that no text holds ({name})", "delete it and type the word around it again"
    ),
    "conflict": _error("{what}", "{hint}"),
    # Signs that cannot be seen, or that pass for others
    "line-break-odd": _error(
        "there is a sign here that ends a line for YAML, and in few editors ({name})",
        "delete it, and press Enter where a line should end",
    ),
    "sign-unseen": _error("there is a sign here that cannot be seen ({name})", "delete it, or type the word again"),
    "sign-turning": _warning(
        "from here on the line is shown in another order than it stands in the file ({name})",
        "delete this sign, which cannot be seen, or type the line again",
    ),
    "sign-alike": _error("‘{sign}’ ({name}) only looks like ‘{like}’", "write `{write}`, with the keyboard’s own"),
    "letter-alike": _error(
        "the ‘{sign}’ in ‘{word}’ is another letter than it seems ({name})", "type the word again: `{write}`"
    ),
    "quote-alike": _error(
        "‘{sign}’ is no quotation mark for YAML, but a part of the text",
        'write `{write}`, without it, or with the keyboard’s "',
    ),
    "prose-unseen": _warning(
        "there is a sign in these words that cannot be seen ({name})", "delete it, or type the words again"
    ),
    "sign-lost": _warning(
        "a letter was lost here ({name}) when this was saved in an encoding that lacks it", "type it again"
    ),
    # YAML, and what it does to prose
    "yaml-syntax": _error("YAML cannot read this: {problem}", "put prose in block style: `|` and indented lines below"),
    "yaml-deep": _error("this is nested more than {most} levels deep", "no story needs that; look for stray brackets"),
    "yaml-large": _error("this file holds more than {most} pieces of YAML", "split it into several chapters' files"),
    "yaml-anchor": _error(
        "YAML reads ‘&{name}’ as an anchor and drops it from the text",
        "for prose start with `- |` or `|` and put the words on the next line; for shared text use `include`",
    ),
    "yaml-alias": _error(
        "YAML reads ‘*{name}’ as an alias, not as stressed words",
        "start with `- |` or `|` and put the words on the next line: there `*{name}*` is stress",
    ),
    "yaml-tag": _error(
        "YAML reads ‘{tag}’ as a tag and drops it",
        "for prose start with `- |` or `|` and put the words on the next line; in conditions write `not`",
    ),
    "yaml-merge": _error("`<<` would merge mappings, which stories do not do", "write the keys out"),
    "yaml-document": _error(
        "a second YAML document begins here", "delete the `---` or `...`: a file holds one document"
    ),
    "yaml-key": _error("this key is not a single word", "a key is one word followed by a colon and a space"),
    "key-twice": _error(
        "‘{key}’ stands here twice; the first is on line {line}",
        "keep one of the two, or give this one another name; if it begins a new item of a list, write `- ` before it",
    ),
    "line-twice": _error("this line stands here twice, one below the other", "delete one of the two"),
    "prose-colon": _error(
        "YAML reads the colon after ‘{before}’ as the end of a key, not as part of a sentence",
        "{fix}",
    ),
    "block-missing": _error(
        "the words that begin here go on over several lines, and YAML trips over a colon in them",
        "write `{written}` and begin the words on the next line, indented deeper",
    ),
    "prose-backslash": _error(
        "in double quotes YAML wants to read ‘{sign}’ as a sign of its own, and knows none",
        "put the text in block style with `|`, where a backslash is ordinary",
    ),
    "prose-comma": _error(
        "inside brackets YAML ends the text at the comma after ‘{before}’",
        "put double quotes around the whole text, or write it on its own line outside the brackets",
    ),
    "prose-hash": _warning(
        "YAML takes ‘{cut}’ for a comment: the text ends before it",
        "put the text in block style with `|`, or in double quotes; a comment that is meant goes on its own line",
    ),
    "prose-apostrophe": _error(
        "the apostrophe that opens this text opens a quotation for YAML",
        "put the text in block style with `|`, or use the typographic ’",
    ),
    "prose-quote": _error(
        "the quotation that opens here ends before the text does: ‘{rest}’ follows it",
        "put the text in block style with `|`, where quotation marks are ordinary",
    ),
    "quote-unclosed": _error(
        "the quotation mark that opens here is never closed",
        "close it, or put the text in block style with `|`, where quotation marks are ordinary",
    ),
    "prose-start": _error(
        "a text that starts with ‘{sign}’ means something else to YAML",
        "start with `- |` or `|` and put the words on the next line",
    ),
    "space-after-dash": _error("there is no space after this ‘-’", "write `- {rest}`"),
    "space-after-colon": _error("there is no space after the colon of ‘{key}’", "write `{key}: {rest}`"),
    "tab": _error(
        "there is a tab here, and YAML wants spaces", "replace it with spaces, as many as the lines beside it"
    ),
    "space-odd": _error(
        "there is a space here that only looks like one ({name})", "delete it and type plain spaces instead"
    ),
    "indentation-deeper": _error(
        "this line is indented deeper than the text below it, which it begins",
        "begin it with {count} spaces, like the lines below it",
    ),
    "indentation": _error(
        "this line is not indented like the lines it belongs to",
        "{hint}",
    ),
    "scenes-unopened": _error(
        "there is no `scenes:` above ‘{name}’",
        "write `scenes:` on a line of its own above it, at the margin",
    ),
    "too-deep": _error("‘{name}’ stands too deep: it is read as a part of ‘{within}’", "{hint}"),
    "not-under": _error(
        "‘{key}’ is empty, and ‘{first}’ does not stand under it",
        "begin ‘{first}’, and all that belongs under `{key}`, two spaces further in",
    ),
    "list-same-line": _error(
        "a list cannot begin on the line of its key",
        "put this `-` and what follows it on a line of their own, two spaces further in than the key",
    ),
    "dash-missing": _error(
        "a list is expected here, and there is no `-` before ‘{key}’",
        "{hint}",
    ),
    "dash-stray": _error(
        "no `-` stands before ‘{key}’ here", "take the `-` away, and begin the line level with its neighbours"
    ),
    "bullet": _error("‘{sign}’ begins no item of a list", "write `- {rest}`"),
    "value-stray": _error(
        "‘{value}’ stands after `{key}:`, and what belongs there stands on the lines below", "delete ‘{value}’"
    ),
    "dash-unwanted": _error(
        "scenes stand under `scenes` by name, not as a list", "take the `- ` away before ‘{name}’, and before others"
    ),
    "bracket-unclosed": _error("the ‘{sign}’ that opens here is never closed", "close it with ‘{close}’"),
    "comma-missing": _error("a comma is missing before ‘{key}’", "write `, {key}: …` there"),
    "bracket-unopened": _error("this ‘{sign}’ closes nothing", "delete it"),
    "colon-missing": _error("a key is expected here, and ‘{text}’ has no colon", "{fix}"),
    # Shape
    "key-unknown": _shape("{what} has no ‘{key}’", "{hint}"),
    "key-missing": _shape("{what} needs ‘{key}’", "add `{key}:` with {expected}"),
    "value-missing": _shape("‘{key}’ is empty", "{hint}"),
    "wrong-kind": _shape("here should be {expected}, and there is {found}", "{hint}"),
    "list-empty": _shape("this list is empty", "give it {expected}, or delete it"),
    "too-few": _shape("here should be {expected}", "{hint}"),
    "text-empty": _shape("this text is empty", "write something, or delete it"),
    "not-yes-or-no": _shape("here should be yes or no, and there is ‘{text}’", "write `yes` or `no`"),
    "number-outside": _shape(
        "here should be {expected}, and there is {text}", "write one in that range, as in {example}"
    ),
    "value-comment": _error(
        "YAML takes ‘{cut}’ for a comment, so ‘{key}’ is empty", 'put it in double quotes: `{key}: "{cut}"`'
    ),
    "not-a-number": _shape("here should be {expected}, and there is ‘{text}’", "write it in digits, as in {example}"),
    "not-an-option": _shape("here should be {expected}, and there is ‘{text}’", "{hint}"),
    "color-wrong": _shape("‘{text}’ is not a color", 'write six hexadecimal digits after # in quotes, as in "#e7c27d"'),
    "range-wrong": _error(
        "‘{text}’ is not a range: it goes from a whole number, 0 or more, up to a larger one, at most {most}",
        "write the two numbers with two dots between them, as in 0..4",
    ),
    "id-wrong": _shape(
        "‘{id}’ cannot be a name: names are letters, digits and _, and not digits alone", "write it as `{better}`"
    ),
    "id-reserved": _shape("‘{id}’ is a word of the story language and cannot be a name", "call it `{id}_` or better"),
    "id-long": _shape(
        "‘{id}’ is too long for a name: it has {long} letters", "write one of at most {most}; fewer are easier to type"
    ),
    "id-device": _error(
        "‘{id}’ is a name that Windows keeps for a device, so saves could have no folder of that name there",
        "write it as {id}-story",
    ),
    "kind-of-variable": _error(
        "the variable ‘{name}’ says what it may be more than once",
        "give it `range`, or `one_of`, or neither for a flag that is yes or no",
    ),
    "value-twice": _error("‘{value}’ stands in this list twice", "delete one of the two"),
    "start-wrong": _error("{name} cannot start as ‘{value}’: it is {kind}", "start it as {example}"),
    # Scenes and choices
    "scene-twice": _error("there are two scenes called ‘{id}’; the first is at {first}", "give this one another name"),
    "ways-several": _error(
        "the scene ‘{scene}’ has both ‘{one}’ and ‘{other}’", "keep one: a scene ends in choices, or go, or an ending"
    ),
    "way-missing": _error(
        "the scene ‘{scene}’ leads nowhere: it has no choices, no go and no ending",
        "add one of them; only a scene that others `include` has none",
    ),
    "silence-alone": _error("the scene ‘{scene}’ has a silence and no choices", "add `choices`, or lead on with `go`"),
    "choice-needs-id": _error(
        "this option’s words give it no name: {why}", "write `id: {better}` beside them, or another name"
    ),
    "choice-twice": _error(
        "two options of ‘{scene}’ are called ‘{id}’; the first is on line {line}",
        "give this one an `id` that no other option here has",
    ),
    "locked-without-if": _warning(
        "‘locked’ says why an option is closed, and this one is never closed", "add an `if`, or delete `locked`"
    ),
    "set-outside": _error("{name} cannot become ‘{value}’: it is {kind}", "{hint}"),
    "set-relative": _error("‘{value}’ adds to a number, and {name} is {kind}", "write the value that it should become"),
    "include-way": _error(
        "the scene ‘{scene}’ is included, and has ‘{key}’ of its own",
        "an included scene is text and directions only; take its text into a scene of its own",
    ),
    "include-cycle": _error("this include comes back to itself: {route}", "take one of these includes away"),
    "include-long": _error(
        "with everything it includes, ‘{scene}’ has more than {most} paragraphs and directions",
        "include less; an include inside an include counts each time",
    ),
    "include-deep": _error(
        "includes are nested more than {most} deep here",
        "include the scenes that are wanted one after another here, and not one through another",
    ),
    "go-cycle": _error(
        "these scenes lead round without ever stopping: {route}",
        "give one of them choices, or text that always shows",
    ),
    "go-endless": _error(
        "from here the story goes round for ever, with no choice and no ending: {route}",
        "give one of these scenes choices or an ending, or let one of them lead out",
    ),
    "passage-goal": _error(
        "the scene ‘{scene}’ leads nowhere: it has no choices, no go and no ending",
        "give it one of them; without, it can only be included",
    ),
    "aftermath-itself": _error("‘{scene}’ is its own aftermath", "name the scene where the story goes on"),
    "renamed-still-there": _error(
        "‘{old}’ is said to be renamed, and there still is one of that name",
        "delete this line, or give the scene or choice of that name its new name",
    ),
    # Names that point nowhere
    "unknown-scene": _error("there is no scene ‘{name}’", "{hint}"),
    "unknown-choice": _error("‘{scene}’ has no choice ‘{name}’", "{hint}"),
    "unknown-ending": _error("there is no ending ‘{name}’", "{hint}"),
    "unknown-variable": _error("there is no variable ‘{name}’", "{hint}"),
    "light-range": _error(
        "the light of a place goes by a number, and {name} is {kind}", "name a variable with a `range`"
    ),
    "unknown-value": _error("{name} is never ‘{value}’", "{hint}"),
    "unknown-place": _error("there is no place ‘{name}’", "{hint}"),
    "unknown-sound": _error("there is no sound ‘{name}’", "{hint}"),
    # Paintings, music, ambiences and sounds
    "asset-unmade": _warning("nobody has made the {kind} ‘{name}’", "{hint}"),
    "asset-unnamed": _warning("nothing in the story names the {kind} {found}", "name it, or delete its file"),
    "letter-missing": _warning("{who} {letters}", "{hint}"),
    # Conditions
    "condition-empty": _error(
        "this condition is empty", "write one before the `?`, as in `{{condition ? words | other words}}`"
    ),
    "condition-long": _error(
        "this condition has more than {most} characters",
        "split it over several scenes, or remember what it asks in a flag",
    ),
    "condition-equals": _error("conditions have no ‘{sign}’", "write `{meant}`"),
    "condition-sign": _error(
        "conditions have no ‘{sign}’", "write the word `{meant}` in its place, with spaces around it"
    ),
    "condition-quote": _error("conditions have no quotation marks", "write the word without them"),
    "condition-stray": _error(
        "‘{sign}’ means nothing in a condition",
        "{hint}",
    ),
    "condition-more": _error(
        "this condition is over before ‘{word}’",
        "join two conditions with `and` or `or`; delete a ‘)’ that no ‘(’ opens",
    ),
    "condition-expected": _error(
        "a variable or a call should stand here, and there is ‘{found}’",
        "{hint}",
    ),
    "condition-expected-value": _error("nothing stands after ‘{sign}’ that could be compared", "write {kind}"),
    "condition-or-value": _error("‘{connector} {word}’ is not a whole comparison", "write `{meant}`"),
    "condition-value-first": _error(
        "‘{word}’ is a value of {variable}, and the variable comes first", "write `{variable} == {word}`"
    ),
    "condition-scene": _error("‘{word}’ is a scene, not a condition", "write `visited({word})`"),
    "condition-alone": _error(
        "‘{name}’ is {kind}, so it cannot be true by itself", "compare it, as in `{name} {sign}`"
    ),
    "condition-operator": _error("‘{sign}’ compares numbers, and {name} is {kind}", "use == or !="),
    "condition-outside": _error("{name} is never {value}: it is {kind}", "compare it with a number it can be"),
    "condition-kinds": _error("{left} and {right} are of different kinds", "compare variables of the same kind"),
    "condition-function": _error("‘{name}’ is unknown in a condition", "{hint}"),
    "condition-call": _error("‘{name}’ is not written like this", "write it as `{example}`"),
    "condition-parenthesis": _error("the parenthesis that opens here is never closed", "close it with ‘)’"),
    "condition-deep": _error(
        "this condition is nested more than {most} deep", "take parentheses away, or split it over several `if`s"
    ),
    # Prose
    "brace-unclosed": _error(
        "the ‘{{’ that opens here is never closed", "close it with ‘}}’, or write `\\{{` for the sign"
    ),
    "brace-unopened": _error("this ‘}}’ closes nothing", "open it with ‘{{’, or write `\\}}` for the sign"),
    "inline-question": _error("‘?’ is missing after ‘{head}’", "{hint}"),
    "inline-empty": _error(
        "‘{{{text}}}’ is neither a variable nor a condition with words",
        "{hint}",
    ),
    "inline-wordings": _error(
        "there are {count} wordings after ‘{head} ?’ and at most two can be chosen from",
        "nest a second condition in the last one: `{{a ? x | {{b ? y | z}}}}`",
    ),
    "inline-deep": _error("wordings are nested more than {most} deep", "use `if` and `then` in a list instead"),
    "cycle-single": _error("a cycle of one wording never changes", "write `{{cycle ? one | another}}`"),
    "flag-shown": _error(
        "‘{name}’ is yes or no, which is no word for prose", "write `{{{name} ? words | other words}}`"
    ),
    "stress-unclosed": _error(
        "the ‘{sign}’ that opens here is not closed in its paragraph",
        "close it right after the last stressed word, or write `\\*` for the sign",
    ),
    "unknown-speaker": _error("‘{word}: ’ opens a spoken line, and nobody of the cast is ‘{word}’", "{hint}"),
    "speaker-space": _warning(
        "‘{opening}’ reads as prose, not as {id} speaking",
        "write `{id}: ` with the colon next to the name and a space after it",
    ),
    "speaker-silent": _error("{id} says nothing here", "write what {id} says on the same line, after the colon"),
    "speaker-in-capitals": _warning(
        "‘{opening}: ’ reads as prose, not as somebody speaking", "write `{id}: ` to let them speak"
    ),
    "direction-in-prose": _error(
        "‘{word}: ’ is no line that somebody speaks, and here it is part of the words", "{hint}"
    ),
    "value-shown": _warning(
        "{name} can be ‘{value}’, and the player reads it as it is written",
        "write `{{{name} == {value} ? {words} | {{{name}}}}}`",
    ),
    "mark-foreign": _warning("‘{mark}’ means nothing here: the player reads it as it stands", "{hint}"),
    "speaker-in-braces": _warning(
        "‘{word}: ’ reads as prose here: a wording in braces cannot be spoken",
        "give it a paragraph of its own, under `- if:` and `then:` in a list under `text`",
    ),
    "inline-colon": _warning(
        "inside these braces there is ‘ : ’ and no ‘|’: the words after it are shown with those before it",
        "write `{{{head} ? {one} | {other}}}`",
    ),
    "inline-space": _warning(
        "the space before this brace is not shown, and a word begins right behind it",
        "write the space behind the brace; what may be left out takes in a whole word beside it: "
        "`{{lit ? very old | old}} man`",
    ),
    "inline-if": _error("in braces the words stand inside, after a ‘?’", "{hint}"),
    "inline-chance": _error("‘{word}’ is unknown in braces", "{hint}"),
    # A story's own tests
    "test-choice-unknown": _error("no option of the story is called ‘{name}’", "{hint}"),
    "test-choice": _error("‘{choice}’ cannot be chosen in ‘{scene}’", "{hint}"),
    "test-ending": _error(
        "this play should end with {ending}, and {found}", "mend the story, or what is expected of it"
    ),
    "test-scene": _error(
        "this play should come to ‘{scene}’, and it comes to ‘{found}’", "mend the story, or what is expected of it"
    ),
    "test-value": _error(
        "{name} should be {expected} in the end, and it is {found}", "mend the story, or what is expected of it"
    ),
    # What the proof finds
    "stuck": _error(
        "the story can get stuck in ‘{scene}’: no option is open, and nothing leads on",
        "let one way be open always; this route gets stuck: {route}",
    ),
    "trap": _error(
        "some routes go round here for ever, with no ending left to them: {round}",
        "let something lead out; this route comes to it: {route}",
    ),
    "ending-unreached": _error("the ending ‘{ending}’ is never reached", "{hint}"),
    "scene-unreached": _warning("nothing ever leads to the scene ‘{scene}’", "lead to it from somewhere, or delete it"),
    "option-unoffered": _warning(
        "the option ‘{choice}’ is never offered: its `if` never holds", "mend the condition, or delete the option"
    ),
    "option-unopened": _warning(
        "the option ‘{choice}’ is never open: its `if` never holds", "mend the condition, or delete the option"
    ),
    "constant-condition": _warning("this condition {always} holds here", "mend it, or write what follows without it"),
    "wording-unseen": _warning(
        "{which} of these wordings is never shown: the scene is never met that often", "delete it, or lead back here"
    ),
    "claim-fails": _warning("what is claimed here does not always hold", "it fails on this route: {route}"),
    "variable-unread": _warning(
        "nothing in the story reads the variable ‘{name}’", "ask for it in a condition, or delete it"
    ),
    "variable-unchanged": _warning(
        "nothing in the story ever changes the variable ‘{name}’",
        "`set` it somewhere, or delete it and what asks for it",
    ),
    "value-untaken": _warning("{name} is never {value}", "`set` it so somewhere, or take the value away"),
    "set-idle": _warning(
        "this never changes anything: {name} always is {value} already", "set it to something else, or delete this"
    ),
    "choice-false": _warning(
        "the option ‘{choice}’ does just what ‘{other}’ does, whenever both are open",
        "let one change something read later, say other words, or lead elsewhere; both are open after: {route}",
    ),
    "options-alike": _warning(
        "the options ‘{other}’ and ‘{choice}’ can be open together and read the same: ‘{reads}’",
        "say what tells them apart; both are open after: {route}",
    ),
    "option-wordless": _warning(
        "the option ‘{choice}’ can be offered with no words at all",
        "let some of its words always show, or give it an `if`; it has none after: {route}",
    ),
    "reason-wordless": _warning(
        "the option ‘{choice}’ can be locked with no reason shown",
        "let some words of `locked` always show; none do after: {route}",
    ),
    "page-blank": _warning(
        "the page of ‘{scene}’ can come up with nothing to read on it",
        "let some words of it always show; it is blank after: {route}",
    ),
    "words-glued": _warning("here words can meet with no space between: ‘{reads}’", _READS_SO),
    "space-stray": _warning("a space can be left over here: ‘{reads}’", _READS_SO),
    "stop-stray": _warning("a stop can be left over here: ‘{reads}’", _READS_SO),
    "marks-empty": _warning("these marks can be left with nothing between them: ‘{reads}’", _READS_SO),
    "paragraph-bare": _warning("this can be all that is left of the paragraph: ‘{reads}’", _READS_SO),
    "proof-unfinished": _warning(
        "the story is too large to prove it all; not proved: {unproved}",
        "at scene ‘{scene}’ it must remember {remembered}: fewer values, and fewer of them that are read far from where they "
        "are set, make it smaller",
    ),
}

LONGEST_DETAIL, LONGEST_HINT = 80, 400
_WHOLE = ("hint", "fix", "route", "letters", "expected", "kind", "unproved", "remembered", "round", "found", "reads")


def diagnostic(code: str, at: SourceLocation, **details: object) -> Diagnostic:
    """The message `code` of the catalogue with its details filled in. An unknown code raises KeyError.

    What an author wrote is quoted in part where it is very long.
    """
    entry = CATALOGUE[code]
    short = {
        key: _cut(value, LONGEST_HINT if key in _WHOLE else LONGEST_DETAIL) if isinstance(value, str) else value
        for key, value in details.items()
    }
    return Diagnostic(code, entry.severity, entry.message.format(**short), entry.hint.format(**short), at)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
