"""Failures of the tool or of its caller; what is wrong *in a record* is a finding, never one of these."""

from __future__ import annotations


class ClaimtrackError(Exception):
    """Something that claimtrack was asked to do cannot be done.

    The text is one or two plain sentences that a person without a developer can act on. Every failure of this package that a caller
    may want to catch is one of these.
    """


class UsageError(ClaimtrackError):
    """The request itself is wrong: no such folder, no such claim, an option that makes no sense."""


class NotADeskError(UsageError):
    """No ``desk.yaml`` was found in the folder or in any folder above it."""


class NoHistoryError(UsageError):
    """What was asked about the history cannot be told: no git, no repository, no such commit, or a clone that is cut off."""


class MissingExtraError(UsageError):
    """Something was asked for that needs packages which are not installed, and which not everybody wants.

    Attributes:
        extra: the extra of claimtrack that brings them.
    """

    def __init__(self, extra: str, what: str) -> None:
        super().__init__(f"{what} needs `pip install 'claimtrack[{extra}]'`")
        self.extra = extra


class ForeignFaultError(ClaimtrackError):
    """A package of somebody else that adds something to claimtrack fails.

    Attributes:
        package: the package, with its version.
    """

    def __init__(self, package: str, message: str) -> None:
        super().__init__(message)
        self.package = package


class CannotWriteError(ClaimtrackError):
    """A file or folder could not be written; what was there before is untouched."""


class RefusedError(ClaimtrackError):
    """A change was refused, because it could not be made safely or because a rule would refuse what comes out; nothing was written."""


class EditRefusedError(RefusedError):
    """An edit of a file was refused, since it could not be made without touching something else.

    Attributes:
        reason: why, as a clause that fits behind a colon.
        line: the line that stands in the way, from 1.
    """

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(f"cannot edit safely at line {line}: {reason}; edit by hand")
        self.reason = reason
        self.line = line


class ChangedMeanwhileError(RefusedError):
    """A file is not what it was when it was read: somebody else wrote it in between; nothing was written."""


class CannotReadError(ClaimtrackError):
    """A file that was readable a moment ago is gone or has changed, so that a place in it cannot be found again."""


class TemplateError(ClaimtrackError):
    """A template of the desk is faulty; names the template and, where known, the line."""


class RuleCrashError(ClaimtrackError):
    """A rule failed on a record that it should have coped with: a fault of claimtrack, never of the record.

    Attributes:
        code: the code of the rule.
    """

    def __init__(self, code: str, name: str) -> None:
        super().__init__(f"the rule {code} ({name}) failed; this is a fault of claimtrack, please report it with the record")
        self.code = code
