"""The command line: arguments → calls → exit code. One file for each group of commands."""
