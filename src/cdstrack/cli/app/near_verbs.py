"""Names of commands in other programs, with the name to suggest instead."""

from collections.abc import Collection

from cdstrack.words.parse.search import fold

NEAR_VERBS = {
    "record": ("add", "enter", "insert", "new", "set", "ghi", "them", "nhap"),
    "status": ("list", "ls", "table", "dashboard", "overview", "xem", "danh-sach"),
    "correct": ("edit", "change", "fix", "modify", "update", "sua"),
    "withdraw": ("delete", "remove", "rm", "del", "drop", "xoa", "rut"),
    "undo": ("revert", "rollback", "delete", "remove", "hoan-tac"),
    "show": ("view", "info", "detail", "details", "get", "chi-tiet"),
    "explain": ("why",),
    "log": ("history", "audit", "nhat-ky"),
    "check": ("validate", "verify", "lint", "kiem-tra"),
    "init": ("create", "setup", "start"),
    "import": ("load", "read"),
    "export": ("dump", "save"),
    "summary": ("week", "weekly", "tuan"),
    "owners": ("who", "leads", "responsible"),
    "backup": ("save",),
    "doctor": ("config", "settings", "diagnose"),
}
"""What other programs call a command; whoever types it is pointed to the name here."""


def near_verbs(typed: str, known: Collection[str]) -> list[str]:
    """The commands that other programs call so."""
    folded = fold(typed)
    return [
        name for name, verbs in NEAR_VERBS.items() if name in known and folded in map(fold, verbs)
    ]
