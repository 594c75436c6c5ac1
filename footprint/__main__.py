"""`python -m footprint`: the command line without any windows."""

from footprint.cli import main

if __name__ == "__main__":
    main()
