"""`python -m pipeline`: the command line. Each command is a file in `commands/`."""

from pipeline.commands import run

if __name__ == "__main__":
    run()
