"""`python -m variorum`."""

from variorum.faces.cli import main

if __name__ == "__main__":
    main()
