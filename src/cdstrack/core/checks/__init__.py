"""The rules that a plan and the recorded figures must satisfy, one small named function each."""
