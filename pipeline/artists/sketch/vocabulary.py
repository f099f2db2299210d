"""Which words mean what: the lexicon's visual words, and other ways in which people say them.

`SYNONYMS` rewrites what people write into the lexicon's words; adding one is a row.
"""

from __future__ import annotations

from functools import cache

from pipeline.lexicon import looks

SYNONYMS: dict[str, str] = {
    # people and animals
    "kid": "child", "toddler": "child", "baby": "child", "children": "child child", "kids": "child child",
    "person": "woman", "people": "woman man", "lady": "woman", "mother": "woman", "mom": "woman", "mum": "woman",
    "guy": "man", "father": "man", "dad": "man", "husband": "man", "wife": "woman", "women": "woman woman",
    "men": "man man", "grandma": "grandmother", "granny": "grandmother", "old woman": "grandmother",
    "grandpa": "grandfather", "old man": "grandfather", "professor": "teacher", "cook": "chef", "nurse": "doctor",
    "scientist": "doctor glasses", "student": "girl school uniform", "friends": "girl boy", "couple": "woman man",
    "princess": "girl crown dress", "prince": "boy crown", "king": "man crown", "queen": "woman crown dress",
    "kitten": "cat", "kitty": "cat", "puppy": "dog", "bunny": "rabbit", "hare": "rabbit", "teddy": "bear",
    "piglet": "pig", "toad": "frog", "android": "robot", "monster": "alien", "ufo pilot": "alien",
    "dragon": "dinosaur", "dino": "dinosaur", "spirit": "ghost", "1girl": "girl", "1boy": "boy",
    "2girls": "girl girl", "2boys": "boy boy",
    # colours
    "grey": "gray", "violet": "purple", "golden": "yellow", "gold": "yellow", "blonde": "yellow hair",
    "blond": "yellow hair", "turquoise": "mint", "teal": "mint", "cream": "beige", "silver": "gray", "lime": "green",
    "crimson": "red", "scarlet": "red", "tabby": "orange",
    # hair, clothes, accessories
    "bob": "bob hair", "twintails": "pigtails", "braids": "pigtails", "bun": "bun hair", "curls": "curly hair",
    "shorthair": "short hair", "long-haired": "long hair", "short-haired": "short hair", "t-shirt": "shirt",
    "tee": "shirt", "jumper": "sweater", "jacket": "coat", "skirt": "dress", "gown": "dress", "tuxedo": "suit",
    "uniform": "school uniform", "pyjamas": "pajamas", "spectacles": "glasses", "sunglasses": "glasses",
    "beanie": "hat", "handbag": "bag", "schoolbag": "backpack", "bow": "ribbon", "necktie": "tie", "bowtie": "bow tie",
    "tiara": "crown", "headset": "headphones", "hairpin": "flower pin",
    # expressions
    "smiling": "happy", "smile": "happy", "joyful": "happy", "glad": "happy", "grinning": "happy",
    "cheerful face": "happy", "laugh": "laughing", "unhappy": "sad", "upset": "sad", "depressed": "sad",
    "weeping": "crying", "sobbing": "crying", "mad": "angry", "furious": "angry", "annoyed": "angry",
    "shocked": "surprised", "astonished": "surprised", "amazed": "surprised", "afraid": "scared",
    "frightened": "scared", "terrified": "scared", "tired": "sleepy", "drowsy": "sleepy", "yawning": "sleepy",
    "blushing": "embarrassed", "shy": "embarrassed", "ashamed": "embarrassed", "nervous": "worried",
    "anxious": "worried", "confident": "proud", "smirking": "smug", "loving": "in love", "calm face": "neutral",
    # poses
    "stands": "standing", "stand": "standing", "wave": "waving", "waves": "waving", "run": "running",
    "runs": "running", "chasing": "running", "rushing": "running", "walk": "walking", "walks": "walking",
    "strolling": "walking", "sit": "sitting", "sits": "sitting", "seated": "sitting", "asleep": "sleeping",
    "sleeps": "sleeping", "napping": "sleeping", "points": "pointing", "thinks": "thinking",
    "wondering": "thinking", "jump": "jumping", "jumps": "jumping", "leaping": "jumping", "hug": "hugging",
    "hugs": "hugging", "holds": "holding", "carrying": "holding", "eats": "eating", "eat": "eating",
    "drinks": "drinking", "reads": "reading", "studying": "reading", "dance": "dancing", "dances": "dancing",
    "celebrating": "cheering", "arms up": "cheering", "bows": "bowing", "apologizing": "bowing",
    "greeting": "waving", "shrugs": "shrugging", "tripping": "falling", "falls": "falling", "slipping": "falling",
    "hides": "hiding", "peeking": "hiding", "handing": "giving", "offering": "giving", "gives": "giving",
    "looking for": "searching", "searches": "searching", "sings": "singing", "cooks": "cooking", "baking": "cooking",
    "looks up": "looking up", "looks away": "looking away", "talking": "standing", "playing": "cheering",
    # facing and shots
    "from the side": "facing right", "looking at viewer": "facing viewer", "back view": "from behind",
    "rear view": "from behind", "closeup": "close-up", "close up": "close-up", "portrait": "bust shot",
    "upper body": "bust shot", "medium shot": "bust shot", "full body": "full shot", "long shot": "wide shot",
    "bird's eye view": "from above", "top view": "from above", "from below": "low angle",
    # places
    "road": "street", "alley": "street", "sidewalk": "street", "seaside": "beach", "seashore": "beach",
    "woods": "forest", "jungle": "forest", "mountains": "mountain", "hill": "mountain", "hills": "countryside",
    "town": "city", "downtown": "city", "skyline": "city", "school": "classroom", "lounge": "living room",
    "home": "living room", "house": "living room", "room": "living room", "coffee shop": "cafe", "café": "cafe",
    "workplace": "office", "schoolyard": "school yard", "bookstore": "library", "grocery store": "supermarket",
    "market": "supermarket", "shop": "convenience store", "store": "convenience store", "train": "subway",
    "metro": "subway", "station": "subway", "clinic": "hospital", "roof": "rooftop", "lake": "river",
    "stream": "river", "outer space": "space", "moon surface": "space", "planet": "space", "field": "countryside",
    "meadow": "countryside", "diner": "restaurant", "theater": "stage", "concert": "stage", "sea": "beach",
    "ocean": "underwater", "under the sea": "underwater", "washroom": "bathroom", "village": "countryside",
    # time and weather
    "noon": "day", "afternoon": "day", "daytime": "day", "evening": "sunset", "dusk": "sunset",
    "golden hour": "sunset", "midnight": "night", "sunrise": "dawn", "rainy": "rain", "raining": "rain",
    "snowy": "snow", "snowing": "snow", "stormy": "storm", "thunder": "storm", "lightning": "storm",
    "windy": "wind", "foggy": "fog", "mist": "fog", "misty": "fog", "starry": "starry sky", "stars": "starry sky",
    "clouds": "cloudy", "cloud": "cloudy", "sun": "sunny", "moon": "night", "bed": "bedroom", "sofa": "living room",
    "couch": "living room", "overcast": "cloudy", "sunshine": "sunny", "sunlight": "sunny",
    "starry night": "night starry sky",
    # props
    "flowers": "flower", "bouquet": "flower", "rose": "flower", "present": "gift box", "gift": "gift box",
    "football": "ball", "soccer ball": "ball", "books": "book", "smartphone": "phone", "cellphone": "phone",
    "envelope": "letter", "coffee": "coffee cup", "cup": "coffee cup", "tea": "coffee cup", "mug": "coffee cup",
    "icecream": "ice cream", "noodles": "ramen", "rice": "rice bowl", "pot": "soup pot", "soup": "soup pot",
    "cookies": "cookie", "computer": "laptop", "tv": "television", "bike": "bicycle", "taxi": "yellow car",
    "trashcan": "trash can", "bin": "trash can", "shoes": "shoe", "socks": "sock", "purse": "wallet",
    "coins": "coin", "wand": "magic wand", "mic": "microphone", "burger": "hamburger", "test": "test paper",
    "exam": "test paper", "exam paper": "test paper", "pill": "medicine", "plant": "plant pot", "cash": "money",
    "trees": "tree", "balloons": "balloon", "paintbrush": "paint brush", "desk": "table", "signpost": "sign",
    "candles": "candle", "broomstick": "broom", "puddles": "puddle",
    # marks, moods, styles
    "sweat": "sweat drop", "heart": "hearts", "anger": "anger mark", "motion lines": "speed lines",
    "question": "question mark", "exclamation": "exclamation mark", "sparkle": "sparkles", "glitter": "sparkles",
    "gloom": "gloom lines", "notes": "music notes", "music": "music notes", "idea": "light bulb",
    "lightbulb": "light bulb", "zzz": "sleep bubbles", "lonesome": "lonely", "creepy": "scary", "spooky": "scary",
    "peaceful": "calm", "cosy": "warm", "cozy": "warm", "dreamlike": "dreamy", "serious": "tense",
    "flat color": "flat colour", "flat colours": "flat colour", "flat colors": "flat colour", "inked": "ink",
    "line art": "ink", "lineart": "ink", "monochrome": "ink", "black and white": "ink", "manga": "screentone",
    "halftone": "screentone", "watercolor": "watercolour", "aquarelle": "watercolour", "pastels": "pastel",
    "film noir": "noir", "crayons": "crayon", "pixelart": "pixel art", "8-bit": "pixel art", "pixel": "pixel art",
    "newspaper comic": "retro newspaper", "pop art": "retro newspaper", "vintage comic": "retro newspaper",
    "manhwa": "webtoon", "cyanotype": "blueprint", "neon lights": "neon", "cyberpunk": "neon",
}  # fmt: skip

GLUE = frozenset(
    """a an the and or but in on at of to by for from with without into onto near behind under over next beside up
    down is are was be being has have wearing wears dressed his her its their him she he it they them this that
    there while who whose as very so then some one other another each both together around off out front back side
    through during after before toward towards all just little small big large tall young old cute tiny fluffy
    same man's woman's scene view picture style hair face eyes outfit sky ground floor
    """.split()
) - {"hair"}
"""Words that carry no picture of their own, or one that every sketch has anyway."""

QUALITY = frozenset(
    """masterpiece best high highest quality highly detailed detail intricate sharp focus hd 4k 8k uhd comic comics
    cartoon illustration drawing drawn artwork art panel webcomic colorful colourful beautiful professional
    trending artstation vibrant clean lines outline bold simple background score_9 score_8_up absurdres
    """.split()
)
"""Words that ask for quality: a sketch is always drawn as well as it can be."""

FINISH = frozenset(
    """soft hard edges wet washes paper texture textured rough smooth grain film grid white black background
    outlines thick fine technical flat shapes rounded gentle shading cel gradient lighting dramatic deep shadows
    contrast monochrome lineart linework dots solid areas dynamic limited colors colours color colour palette 8-bit
    16-bit yellowed strip print printed bright vivid saturated light dark powdery glowing reflections pen brush
    lights cyan magenta
    children's uneven minimal style styled expressive faces sketch sketchy hand-drawn hand drawn sharp squares
    """.split()
)
"""Words for the finish of a picture, which the named style brings along: understood, but nothing by themselves."""

HAIR_WORD = "hair"
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
NUMBERS = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
HOLDS = frozenset({"holding", "eating", "drinking", "reading", "giving", "singing", "cooking", "hugging"})
"""Poses that take a lone prop into the hand."""

PLACED = frozenset(
    {"bicycle", "car", "bus", "chair", "table", "tree", "snowman", "puddle", "sign", "trash can", "door", "ladder",
     "bench", "television", "rocket"}
)  # fmt: skip
"""Props that stand on the ground; every other one fits into a hand."""

Word = tuple[str, str]
"""A category of the lexicon and a word of it."""

FIRST = ("kind", "clothes", "accessory", "hair", "skin", "prop", "place")
"""Where a word stands in several categories, these come first."""


@cache
def table() -> dict[tuple[str, ...], tuple[Word, ...]]:
    """Every understood phrase, as its words in lower case, with the lexicon words it stands for."""
    known: dict[tuple[str, ...], tuple[Word, ...]] = {}
    order = sorted(looks.CATEGORIES, key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))
    for category in reversed(order):
        for word in looks.CATEGORIES[category]:
            known[tuple(word.split())] = ((category, word),)
    known[("crying",)] = (("pose", "crying"), ("expression", "crying"))
    known[(HAIR_WORD,)] = (("hair", ""),)
    for said, meant in SYNONYMS.items():
        known.setdefault(tuple(said.split()), tuple(_words(meant, known)))
    for category in ("kind", "prop", "accessory"):
        for word in looks.CATEGORIES[category]:
            known.setdefault(tuple(f"{word}s".split()), ((category, word),))
    return known


def _words(text: str, known: dict[tuple[str, ...], tuple[Word, ...]]) -> list[Word]:
    found: list[Word] = []
    words = text.split()
    while words:
        for length in (3, 2, 1):
            if meaning := known.get(tuple(words[:length])):
                found += meaning
                words = words[length:]
                break
        else:
            raise ValueError(f"a synonym stands for a word that nobody knows: {text!r}")
    return found


LONGEST = 4
"""Words in the longest understood phrase."""
