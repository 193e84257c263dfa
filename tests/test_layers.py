"""Imports run one way, and commands do not know each other."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from cdstrack.cli.app.command_names import module_name, names

CLI = Path(__file__).parent.parent / "src" / "cdstrack" / "cli" / "commands"


def test_the_layers_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("command", names())
def test_a_command_knows_no_other_command(command: str) -> None:
    commands = {f"cdstrack.cli.commands.{module_name(name)}" for name in names()}
    module = module_name(command)
    tree = ast.parse((CLI / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))
    imported = {
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
    }
    assert imported & commands == set()


def test_only_one_module_writes_to_the_terminal() -> None:
    printing = {
        path.name
        for path in CLI.parent.parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Name) and node.id == "print")
        or (isinstance(node, ast.Attribute) and ast.unparse(node).startswith("sys.stdout"))
    }
    assert printing == {"terminal.py"}
