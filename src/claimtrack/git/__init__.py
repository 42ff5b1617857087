"""git, asked without knowing what for: the one room that starts a program, always this one, and never one that a repository names.

Only what git itself stores is asked for: commits, trees, contents, settings. Nothing here looks at the working tree, so that no filter,
hook, textconv or external diff of a repository is ever run; and nothing is fetched from anywhere, also where a clone is partial.
"""

from claimtrack.git.commits import Commit, Identity, Moved, commits
from claimtrack.git.contents import Read, Stored, contents, files_of, reading
from claimtrack.git.merging import MergedText, merged_as_text
from claimtrack.git.repositories import Repository, commit_id, folder_of, is_ignored, merge_base, repository_of, setting
from claimtrack.git.settings import own_setting, set_own_setting

__all__ = [
    "Commit",
    "Identity",
    "MergedText",
    "Moved",
    "Read",
    "Repository",
    "Stored",
    "commit_id",
    "commits",
    "contents",
    "files_of",
    "folder_of",
    "is_ignored",
    "merge_base",
    "merged_as_text",
    "own_setting",
    "reading",
    "repository_of",
    "set_own_setting",
    "setting",
]
