"""The lexicon's rows: tables that grow by a line. Columns are parted by `|`, words within one by commas."""
