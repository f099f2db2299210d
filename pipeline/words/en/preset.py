"""What the shipped presets are called, and what each is for."""

WORDS = {
    "classic": "Classic",
    "classic_about": "The setting Necut began with: an anime look, four panels from one seed.",
    "ink": "Ink",
    "ink_about": "Black lines on white paper, ready for the photocopier.",
    "screentone": "Screentone",
    "screentone_about": "A page of a printed manga, greys made of dots.",
    "watercolour": "Watercolour",
    "watercolour_about": "Washes that run into each other, for warm and quiet stories.",
    "pastel": "Pastel",
    "pastel_about": "Light, powdery colours and round shapes, for stories told to children.",
    "noir": "Noir",
    "noir_about": "One lamp and long shadows, for mysteries and for small things that look grave.",
}
