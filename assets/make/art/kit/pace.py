"""How soon Cycles lets go of a pixel."""

import bpy


def hasten(threshold: float = 0.10, least: int = 6) -> None:
    """Stop sampling a pixel once its noise is below `threshold`, but not before `least` samples: for painting over."""
    cycles = bpy.context.scene.cycles
    cycles.adaptive_threshold = threshold
    cycles.adaptive_min_samples = least
