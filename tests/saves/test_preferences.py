"""What a player likes is kept, and what is not understood is as usual."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.saves.preferences import OFFERED, PlayerSettings, Preferences, WindowPlace, read_settings, write_settings

preferences = st.builds(Preferences, **{name: st.sampled_from(offered) for name, offered in OFFERED.items()})
measures = st.integers(-10_000, 10_000)
places = st.none() | st.builds(WindowPlace, measures, measures, measures, measures)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(preferences, places)
def test_what_is_written_is_read(tmp_path_factory: Any, preferences: Preferences, window: WindowPlace | None) -> None:
    path = tmp_path_factory.mktemp("kept") / "settings.json"
    write_settings(path, PlayerSettings(preferences, window))
    assert read_settings(path) == PlayerSettings(preferences, window)


def test_nothing_kept_is_as_usual(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.json") == PlayerSettings()


@given(st.dictionaries(st.sampled_from(list(OFFERED)), anything), anything)
def test_what_nobody_offers_is_as_usual(tmp_path_factory: Any, wrong: dict[str, Any], window: Any) -> None:
    path = tmp_path_factory.mktemp("kept") / "settings.json"
    path.write_text(json.dumps({"preferences": wrong, "window": window, "later": 1}), encoding="utf-8")
    kept = read_settings(path).preferences
    for name, offered in OFFERED.items():
        value = getattr(kept, name)
        assert value in offered
        assert type(value) is type(offered[0])
        assert value == getattr(Preferences(), name) or value == wrong[name]


def test_one_wrong_setting_costs_none_of_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"preferences": {"text_size": 150, "typeface": "comic", "music": true}}', encoding="utf-8")
    assert read_settings(path).preferences == Preferences(text_size=150)


@pytest.mark.parametrize("content", ["{", "[]", "3", "\0", ""])
def test_a_damaged_file_is_named_and_set_aside(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"settings\.json .*; it now lies in settings\.damaged\.json"):
        read_settings(path)
    assert (tmp_path / "settings.damaged.json").read_text(encoding="utf-8") == content
    assert read_settings(path) == PlayerSettings()


@given(preferences, st.sampled_from(list(OFFERED)), st.sampled_from([-1, 1]))
def test_a_step_leads_to_something_offered_and_changes_nothing_else(kept: Preferences, name: str, by: int) -> None:
    stepped = kept.stepped(name, by)
    assert getattr(stepped, name) in OFFERED[name]
    assert all(getattr(stepped, other) == getattr(kept, other) for other in OFFERED if other != name)
    if len(OFFERED[name]) == 2:
        assert getattr(stepped, name) != getattr(kept, name)


def test_steps_stop_at_the_ends() -> None:
    kept = Preferences()
    for _ in range(50):
        kept = kept.stepped("text_size", 1)
    assert kept.text_size == 200
    for _ in range(50):
        kept = kept.stepped("text_size", -1)
    assert kept.text_size == 80
