"""A build back end inside the source tree, so that a build needs no package index."""

import base64
import hashlib
import io
import os
import re
import tarfile
import zipfile


def _project():
    with open("pyproject.toml", encoding="utf-8") as file:
        text = file.read()
    name = re.search(r'^name = "(.+)"', text, re.M).group(1)
    version = re.search(r'^version = "(.+)"', text, re.M).group(1)
    listed = re.search(r"^dependencies = \[(.*?)^\]", text, re.M | re.S)
    dependencies = re.findall(r'"(.+?)"', listed.group(1)) if listed else []
    return name, version, dependencies


def _stem():
    name, version, _ = _project()
    return "{}-{}".format(name.replace("-", "_"), version)


def _metadata():
    name, version, dependencies = _project()
    lines = ["Metadata-Version: 2.1", "Name: " + name, "Version: " + version]
    lines += ["Requires-Python: >=3.8"] + ["Requires-Dist: " + one for one in dependencies]
    return "\n".join(lines) + "\n"


def _sources():
    for folder, _, names in sorted(os.walk("src")):
        for name in sorted(names):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    yield os.path.relpath(path, "src").replace(os.sep, "/"), file.read()


def _wheel(directory, files):
    info = _stem() + ".dist-info"
    wheel = "Wheel-Version: 1.0\nGenerator: in-tree\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files = files + [(info + "/METADATA", _metadata().encode()), (info + "/WHEEL", wheel.encode())]
    record = "".join(
        "{},sha256={},{}\n".format(
            path, base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("="), len(data)
        )
        for path, data in files
    )
    files.append((info + "/RECORD", (record + info + "/RECORD,,\n").encode()))
    name = _stem() + "-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(directory, name), "w") as archive:
        for path, data in files:
            entry = zipfile.ZipInfo(path)
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data)
    return name


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    return _wheel(wheel_directory, list(_sources()))


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    link = (_project()[0].replace("-", "_") + ".pth", (os.path.abspath("src") + "\n").encode())
    return _wheel(wheel_directory, [link])


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    info = _stem() + ".dist-info"
    os.makedirs(os.path.join(metadata_directory, info), exist_ok=True)
    with open(os.path.join(metadata_directory, info, "METADATA"), "w", encoding="utf-8") as file:
        file.write(_metadata())
    return info


prepare_metadata_for_build_editable = prepare_metadata_for_build_wheel


def build_sdist(sdist_directory, config_settings=None):
    name = _stem() + ".tar.gz"
    files = [("src/" + path, data) for path, data in _sources()]
    for path in ("pyproject.toml", "_build/backend.py"):
        with open(path, "rb") as file:
            files.append((path, file.read()))
    files.append(("PKG-INFO", _metadata().encode()))
    with tarfile.open(os.path.join(sdist_directory, name), "w:gz", format=tarfile.PAX_FORMAT) as archive:
        for path, data in files:
            entry = tarfile.TarInfo(_stem() + "/" + path)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return name
