"""The visual words: the English words that writers put into scenes and artists draw.

This is the vocabulary that the offline writer, the cast prompter and the sketch artist share, in the
words that a Stable Diffusion checkpoint knows as well. Later versions only add: pictures, scripts
and trained models refer to it. Adding a word is one entry in its tuple; a test then asks the sketch
artist to draw it.
"""

from __future__ import annotations

VERSION = 1

KINDS = (
    "child", "girl", "boy", "woman", "man", "grandmother", "grandfather", "teacher", "chef", "doctor",
    "cat", "dog", "rabbit", "bear", "fox", "pig", "penguin", "frog", "robot", "ghost", "alien", "dinosaur",
)  # fmt: skip
PEOPLE = KINDS[:10]

COLOURS = (
    "red", "orange", "yellow", "green", "mint", "blue", "navy", "purple", "pink", "brown", "black", "white",
    "gray", "beige",
)  # fmt: skip

# A character's look is a kind with an optional body colour ("orange cat"), then any of these.
HAIR = (
    "short hair", "long hair", "ponytail", "pigtails", "bob hair", "curly hair", "spiky hair", "bun hair",
    "bald",
)  # fmt: skip  # with a colour: "black short hair"
SKIN = ("pale skin", "light skin", "tan skin", "brown skin", "dark skin")
CLOTHES = (
    "shirt", "sweater", "hoodie", "dress", "suit", "overalls", "school uniform", "apron", "raincoat",
    "pajamas", "hanbok", "coat", "lab coat",
)  # fmt: skip  # with a colour: "red hoodie"
ACCESSORIES = (
    "glasses", "hat", "cap", "scarf", "bag", "backpack", "ribbon", "tie", "crown", "headphones", "bow tie",
    "flower pin",
)  # fmt: skip  # with a colour: "red scarf"

EXPRESSIONS = (
    "neutral", "happy", "laughing", "sad", "crying", "angry", "surprised", "scared", "sleepy",
    "embarrassed", "proud", "in love", "worried", "determined", "smug",
)  # fmt: skip

# What somebody does: "cat running". Holding and eating take a prop: "girl holding umbrella".
POSES = (
    "standing", "waving", "running", "walking", "sitting", "sleeping", "lying down", "pointing", "thinking",
    "jumping", "crying", "hugging", "holding", "eating", "drinking", "reading", "dancing", "cheering",
    "bowing", "shrugging", "falling", "hiding", "looking up", "looking away", "giving", "searching",
    "singing", "cooking",
)  # fmt: skip
FACINGS = ("facing left", "facing right", "facing viewer", "facing away")

PLACES = (
    "street", "park", "beach", "forest", "mountain", "city", "classroom", "living room", "bedroom",
    "kitchen", "cafe", "office", "school yard", "library", "supermarket", "subway", "bus stop", "hospital",
    "rooftop", "river", "snowy field", "space", "desert", "farm", "playground", "restaurant", "stage",
    "underwater", "garden", "bathroom", "convenience store", "countryside",
)  # fmt: skip
INDOORS = (
    "classroom", "living room", "bedroom", "kitchen", "cafe", "office", "library", "supermarket", "subway",
    "hospital", "restaurant", "stage", "bathroom", "convenience store",
)  # fmt: skip

TIMES = ("morning", "day", "sunset", "night", "dawn")
WEATHER = ("sunny", "cloudy", "rain", "snow", "storm", "wind", "fog", "rainbow", "starry sky")

PROPS = (
    "umbrella", "balloon", "flower", "gift box", "ball", "book", "phone", "letter", "cake", "bread", "fish",
    "apple", "coffee cup", "ice cream", "ramen", "rice bowl", "kimchi", "soup pot", "banana", "carrot",
    "pizza", "egg", "cookie", "bone", "key", "lamp", "clock", "camera", "guitar", "microphone", "laptop",
    "television", "bicycle", "car", "bus", "kite", "box", "trash can", "shoe", "sock", "wallet", "coin",
    "ring", "mirror", "pillow", "blanket", "teddy bear", "trophy", "map", "sword", "magic wand", "rocket",
    "chair", "table", "tree", "snowman", "puddle", "sign", "mask", "broom", "paint brush", "pencil",
    "test paper", "medicine", "battery", "plant pot", "watermelon", "tteokbokki", "hamburger", "milk",
    "candle", "door", "ladder", "bench", "basket", "newspaper", "money", "toothbrush", "bandage",
)  # fmt: skip

MARKS = (
    "sweat drop", "hearts", "anger mark", "speed lines", "question mark", "exclamation mark", "sparkles",
    "gloom lines", "impact star", "music notes", "sleep bubbles", "light bulb", "steam", "tears",
)  # fmt: skip

SHOTS = ("close-up", "bust shot", "full shot", "wide shot", "from above", "from behind", "low angle")
MOODS = (
    "calm", "cheerful", "gloomy", "tense", "mysterious", "romantic", "funny", "lonely", "warm", "exciting",
    "scary", "dreamy",
)  # fmt: skip

STYLES = (
    "flat colour", "ink", "screentone", "watercolour", "pastel", "noir", "crayon", "pixel art",
    "retro newspaper", "webtoon", "blueprint", "neon",
)  # fmt: skip

CATEGORIES: dict[str, tuple[str, ...]] = {
    "kind": KINDS,
    "hair": HAIR,
    "skin": SKIN,
    "clothes": CLOTHES,
    "accessory": ACCESSORIES,
    "expression": EXPRESSIONS,
    "pose": POSES,
    "facing": FACINGS,
    "place": PLACES,
    "time": TIMES,
    "weather": WEATHER,
    "prop": PROPS,
    "mark": MARKS,
    "shot": SHOTS,
    "mood": MOODS,
    "style": STYLES,
    "colour": COLOURS,
}
