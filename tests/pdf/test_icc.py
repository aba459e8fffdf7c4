"""The colour profile of the output intent."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from briefpress.pdf.icc import srgb_profile


def test_the_profile_is_srgb() -> None:
    """Colour management finds no difference between our profile and its own sRGB of more than two steps of 255."""
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    theirs = ImageCms.createProfile("sRGB")
    image = Image.new("RGB", (8, 8))
    colours = [(r, g, b) for r in (0, 20, 128, 255) for g in (0, 60, 200, 255) for b in (0, 10, 128, 255)]
    image.putdata(colours)
    changed = ImageCms.profileToProfile(image, ours, theirs)
    assert changed is not None
    before = bytes(value for colour in colours for value in colour)
    assert max(abs(a - b) for a, b in zip(before, changed.tobytes(), strict=True)) <= 2


def test_the_profile_names_its_licence() -> None:
    """Whoever opens the profile reads its name and that no rights are reserved."""
    profile = ImageCms.getOpenProfile(BytesIO(srgb_profile()))
    assert "sRGB" in ImageCms.getProfileDescription(profile)
    assert "CC0" in ImageCms.getProfileCopyright(profile)


@pytest.mark.parametrize("at", [0, 36])
def test_the_header_is_whole(at: int) -> None:
    """The size in the header is the profile's, and its signature stands in its place."""
    profile = srgb_profile()
    expected = {0: len(profile).to_bytes(4), 36: b"acsp"}[at]
    assert profile[at : at + 4] == expected
