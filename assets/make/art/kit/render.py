"""Renders the scene to an OpenEXR file and reads it back."""

from dataclasses import dataclass
from pathlib import Path

import bpy
import cv2
import numpy as np
import numpy.typing as npt
import OpenEXR

from kit import stage

Image = npt.NDArray[np.float32]

FAR = 300.0
"""Depth recorded, in metres, where there is nothing."""


@dataclass(frozen=True)
class Setting:
    """How finely to render: the picture's size in pixels, and samples a pixel."""

    width: int
    height: int
    samples: int


@dataclass(frozen=True)
class Render:
    """A finished render: `light` (h, w, 3), linear RGB, and `depth` (h, w), metres from the camera."""

    light: Image
    depth: Image

    def resized(self, width: int, height: int) -> "Render":
        """The same at another size; depth is never blended across an edge."""
        grow = width > self.light.shape[1]
        light = cv2.resize(self.light, (width, height), interpolation=cv2.INTER_CUBIC if grow else cv2.INTER_AREA)
        depth = cv2.resize(self.depth, (width, height), interpolation=cv2.INTER_NEAREST)
        return Render(np.maximum(light, 0), depth)


def render(path: Path, setting: Setting) -> None:
    """Render the scene to `path`, an EXR, and its depth without haze beside it."""
    scene = bpy.context.scene
    scene.render.resolution_x, scene.render.resolution_y = setting.width, setting.height
    scene.cycles.samples = setting.samples
    scene.view_layers[0].use_pass_z = True
    scene.render.image_settings.media_type = "MULTI_LAYER_IMAGE"
    scene.render.image_settings.file_format = "OPEN_EXR_MULTILAYER"
    scene.render.image_settings.color_depth = "32"
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path)
    stage.set_air_visible(visible=False)
    scene.cycles.samples = 1
    scene.cycles.max_bounces = 0
    scene.cycles.use_denoising = False
    _write(_depth_path(path))


def read(path: Path) -> Render:
    """What `render` wrote to `path`."""
    light = _channels(path)
    rgb = np.stack([light[f"Combined.{c}"] for c in "RGB"], -1)
    depth = np.minimum(_channels(_depth_path(path))["Depth.Z"], FAR)
    return Render(rgb, depth)


def is_done(path: Path) -> bool:
    """Whether `render` has finished writing to `path`."""
    return path.exists() and _depth_path(path).exists()


def _depth_path(path: Path) -> Path:
    return path.with_name(f"{path.stem}_depth.exr")


def _write(path: Path) -> None:
    """Render to a file of another name first, so that a broken-off render is never taken for a whole one."""
    partial = path.with_name(f"partial_{path.name}")
    bpy.context.scene.render.filepath = str(partial)
    bpy.ops.render.render(write_still=True)
    partial.replace(path)


def _channels(path: Path) -> dict[str, Image]:
    """Channels by their name without the layer, such as `Combined.R`."""
    with OpenEXR.File(str(path), separate_channels=True) as file:
        return {
            ".".join(name.split(".")[-2:]): np.array(channel.pixels, np.float32)
            for part in file.parts
            for name, channel in part.channels.items()
        }
