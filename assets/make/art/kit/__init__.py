"""What the paintings are built from. Blender comes first: its `mathutils` can only be imported after it."""

import bpy

__all__ = ["bpy"]
