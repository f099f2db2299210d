"""Everything that can go wrong, as a tree. An error is a sentence for the user, not a stack trace.

    NecutError
    ├── InputError          what the user gave cannot be used (an option, an unknown name)
    ├── PresetError         a preset does not say what a preset may say
    ├── FileError           a file or folder cannot be read or written
    │   ├── DamagedFile     it is there, but broken
    │   └── NewerFile       a newer Necut wrote it
    ├── NeedsSetup          a member lacks what it works with: a key, a server, a checkpoint, a package
    ├── RemoteError         a server answered badly, late or not at all
    ├── RenderError         an artist could not make the picture
    └── Cancelled           the owner asked for it; not a fault

An error carries a key of the catalogue (`pipeline/words`) and the values that its sentence needs, so
that pages and command line tell it in the reader's language: `words.tell(error, language)`.
Foreign exceptions become one of these at the border, with `raise … from exc`.
"""


class NecutError(Exception):
    """The root. `key` names a sentence in the catalogue, `values` fill its blanks."""

    def __init__(self, key: str, /, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(key)

    def __str__(self) -> str:
        """The key and its values, for logs; people get `words.tell`."""
        blanks = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.key}({blanks})"


class InputError(NecutError):
    """What the user gave cannot be used."""


class PresetError(NecutError):
    """A preset does not say what a preset may say."""


class FileError(NecutError):
    """A file or folder cannot be read or written."""


class DamagedFile(FileError):
    """The file is there, but broken."""


class NewerFile(FileError):
    """The file was written by a newer Necut."""


class NeedsSetup(NecutError):
    """A member lacks what it works with: a key, a server, a checkpoint or a package."""


class RemoteError(NecutError):
    """A server answered badly, late or not at all."""


class RenderError(NecutError):
    """An artist could not make the picture."""


class Cancelled(NecutError):
    """The owner of a job asked for it to stop."""

    def __init__(self) -> None:
        super().__init__("errors.cancelled")
