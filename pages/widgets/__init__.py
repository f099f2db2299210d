"""What the pages are made of. A page reads widgets, calls one verb and shows one noun."""
