"""The depth of a scene alone, where no whole render of it is kept."""

from pathlib import Path

import bpy
import numpy as np
import OpenEXR

from kit import stage
from kit.render import FAR, Image, Setting


def render_depth(path: Path, setting: Setting) -> None:
    """Render how far the scene's surfaces are, without haze, to `path`, an EXR."""
    scene = bpy.context.scene
    stage.set_air_visible(visible=False)
    scene.render.resolution_x, scene.render.resolution_y = setting.width, setting.height
    scene.cycles.samples = 1
    scene.cycles.max_bounces = 0
    scene.cycles.use_denoising = False
    scene.view_layers[0].use_pass_z = True
    scene.render.image_settings.media_type = "MULTI_LAYER_IMAGE"
    scene.render.image_settings.file_format = "OPEN_EXR_MULTILAYER"
    scene.render.image_settings.color_depth = "32"
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"partial_{path.name}")
    scene.render.filepath = str(partial)
    bpy.ops.render.render(write_still=True)
    partial.replace(path)


def read_depth(path: Path) -> Image:
    """Metres from the camera (h, w)."""
    with OpenEXR.File(str(path), separate_channels=True) as file:
        for part in file.parts:
            for name, channel in part.channels.items():
                if name.endswith("Depth.Z"):
                    return np.minimum(np.array(channel.pixels, np.float32), FAR)
    raise ValueError(f"{path} holds no depth")
