# ruff: noqa: E501  (a row of a table is one line)
"""How somebody cries out: the voices of the figures, by the lexicon's `cries`. Rows: gasp | sob | cheer | hm."""

from __future__ import annotations

VOICES = {
    "ko": {
        "person": "헉,어라,앗 | 흑흑,으앙,훌쩍 | 야호,만세,오예 | 음,흠,어디 보자",
        "elder": "아이고,어이쿠,에구머니 | 아이고 참,에구 | 얼씨구,옳거니,좋다 | 가만있자,어디 보자,그러니까",
        "cat": "냐앗,야옹?,먀? | 냐아…,먀아앙 | 냐하,갸르릉,냥! | 냐음,그르릉,먀",
        "dog": "멍?!,왈?!,컹! | 끼잉,낑낑 | 왈왈!,멍멍! | 킁킁,멍,크흠",
        "small": "뀨?!,깡총?!,찍! | 뀨우…,뀨잉 | 뀨뀨!,깡총! | 킁킁,뀨음",
        "big": "우워?,어흥?,크헉 | 우우…,으허엉 | 우워어!,우하하 | 음냐,우음",
        "pig": "꿀?!,꾸익! | 꾸우…,꿀쩍 | 꿀꿀!,꾸이익! | 꿀음,킁",
        "bird": "꾸엑!,삐약?! | 삐이…,꾸엉 | 꾸꾸!,삐약! | 꾸음,삐",
        "frog": "개굴?!,폴짝?! | 개구울…,꾸욱 | 개굴개굴!,폴짝! | 개굴,끄음",
        "robot": "삐빅?!,오류! | 삐이…,누수 감지 | 삐리릭!,삐빕! | 계산 중,위이잉",
        "ghost": "으힉!,흐엑! | 으흐흑,스으윽 | 히히히!,우후! | 흐음,스스스",
        "alien": "뾰?!,우르륵?! | 뾰로로…,쀼우 | 뾰뵤!,쀼쀼! | 뾰음,지직",
        "dragon": "크앙?!,쿠엑! | 크르릉…,크흐흥 | 크와앙!,쿠아! | 크음,그르르",
    },
    "en": {
        "person": "Wait,Uh,Gah | Sniff,Oh no | Woo,Yes,Ha | Hmm,Okay,So",
        "elder": "Good heavens,Mercy,Well I never | Oh dear,Sigh | Hot dog,Splendid | Now then,Let me see,In my day",
        "cat": "Mrow?!,Hiss,Mew?! | Mewww,Mrrr | Purrr,Prrrow | Mrrm,Meh,Prrt",
        "dog": "Woof?!,Arf?!,Bork?! | Whine,Awoo | Woof woof,Arf arf | Sniff sniff,Ruff,Boof",
        "small": "Eep,Squeak?! | Sniffle,Eeep | Boing,Squee | Twitch,Munch munch",
        "big": "Rawr?!,Grr? | Hrrmph,Moan | Rawr,Roar | Hrm,Grumble",
        "pig": "Oink?!,Snort?! | Oiiink,Snff | Oink oink,Squee | Snrf,Oink",
        "bird": "Squawk,Honk?!,Peep?! | Peep,Honnnk | Flap flap,Tweet | Coo,Peep",
        "frog": "Ribbit?!,Croak?! | Croooak,Ribb | Ribbit,Boing | Croak,Rib",
        "robot": "ERROR,Beep?!,Bzzt | Leaking,Sad beep | Beep boop,Whirr | Computing,Processing,Beep",
        "ghost": "Eek,Boo?! | Wooo,Moan | Boo-yah,Hee hee | Wooo,Hmmoo",
        "alien": "Zorp?!,Bleep?! | Zorrrp,Glorb | Zorp,Glee-glorp | Glorb,Zzp",
        "dragon": "Grawr?!,Snort | Grrumph,Smoke puff | RAWR,Graaah | Grrm,Hrrn",
    },
}

CRIES = ("gasp", "sob", "cheer", "hm")

NAMES = {
    "ko": {
        "person": "하윤,도은,서율,지담,유온,민솔,예람,가율,나린,다별,시온,은결,소담,채온,윤슬,태오,선율,주하,이솔,하람,도율,서온,지별,유담,민결,예솔,나율,다솜,시율,은별,소율,채람,태온,선우리,주담,하루,도담,봄이,새롬,아라,단비,여름,가온,누리,다온,마루,시월,이든,찬솔,초아,한별,라온,이안,보름,은솔",
        "elder": "꽃님,복순,점례,금자,옥분,춘자,막례,달래,분이,순덕",
        "cat": "삼색,얼룩,찐빵,탄이,밀키,달이,노을,연두,포도,쑥이,깜지,호빵,살구,모카,시루,자두,나비,치즈,까미,모찌,후추,망고,호두,두부,참치,보리,율무,생강,앙꼬,만두,고등어,라떼",
        "dog": "복덩,밀떡,단추,꼬물,해피,바우,점박,솜털,동글,미숫,강냉,알밤,유자,맥스,토토,깨강,콩이,초코,뭉치,보리,감자,호떡,누룽지,몽실,쿠키,백구,찹쌀,두유,밤톨,구름,인절미,복실",
        "small": "하양,깡총,귀리,자몽,땅콩,앵두,토란,메밀,포슬,쫑긋,솜이,밤이,도토리,코코,깨비,새싹,달콩,조랭,모모,해솔,쪼꼬,방울",
        "big": "꿀단,태산,곰곰,도롱,무던,느긋,연어,든든,우람,웅이,두리,듬직,묵이,바위,뚝심,반달,도톨,웅치",
        "pig": "꿀떡,분홍,도시락,토실,꽃돼,만복,꾸리,포동",
        "bird": "꼬꼬,눈송,둥이,퐁퐁,파닥,도도,구구,조조,물결,뽀뽀,빙수,뒤뚱,꽁이,얼음,짹이,푸름,깃털,남극,삐삐",
        "frog": "맹꽁,물방울,초록,이슬,갈대,폴짝,이끼,연잎,초롱,개울,첨벙,완두,청이",
        "robot": "태엽,톱니,알루,미니,콘센,배선,7호,9호,삐용,찰칵,전구,회로,철컥,깜빡,나노,깡통,나사,삐삐,볼트,고철,알파,로비,404호,건전,양철,찌릿,덜컹",
        "ghost": "흐릿,휘잉,소복,달무리,그믐,희미,서리,잔향,으스,연기,하양,둥실,스윽,안개,밤손,서늘,흐물,홑이불",
        "alien": "삐리,무무,즈즈,오로라,행성,띠띠,플루,게게,은하,뾰롱,쀼,지지직,삐요,옴므,초록,별똥,우주,쿠쿠,띠용",
        "dragon": "크앙,불똥,쿵쿵,쥬라,알콩,쿵이,화르르,비늘",
    },
    "en": {
        "person": "Alma,Benji,Cleo,Dez,Elsie,Fern,Gwen,Ike,Juno,Kit,Lark,Mabs,Nell,Odie,Poppy,Rafi,Sol,Tess,Uma,Vince,Willa,Xan,Yara,Zeke,Birdie,Cosmo,Dilly,Etta,Fitz,Goldie,Huck,Iggy,Josie,Koa,Lou,Milo,Nixie,Robin,Casey,Jules,Pip,Frankie,Sunny,Morgan,Bo,Remy,Indie,Scout,Wren,Dot,Teddy,Marlow,Quinn,Hattie,Ziggy",
        "elder": "Ethel,Walter,Mabel,Edna,Pearl,Opal,Agnes,Winnie,Myrtle,Dottie,Bea,Hazel",
        "cat": "Nacho,Figaro,Tofu,Sir Fluff,Velcro,Ginger,Pudding,Mittens,Paprika,Socks,Chairman,Pepper,Sardine,Widget,Biscuit,Mochi,Pickles,Waffles,Marmalade,Soup,Olive,Gravy,Toast,Noodle,Beans,Pretzel,Miso,Dumpling,Kevin,Gerald",
        "dog": "Waldo,Sausage,Ziggy,Domino,Chewie,Bandit,Roscoe,Hank,Murphy,Bagel,Fudge,Clyde,Barkley,Nugget,Moose,Peanut,Tater,Banjo,Captain,Muffin,Gus,Duke,Pancake,Meatball,Scout,Otis,Turnip,Rufus",
        "small": "Basil,Juniper,Pebbles,Hazel,Sprout,Willow,Tansy,Rosehip,Chestnut,Peep,Clover,Button,Thistle,Pip,Acorn,Hops,Nutmeg,Bramble,Fig,Twitch,Radish,Dash",
        "big": "Bruno,Tank,Boulder,Maple,Ursa,Tiny,Grumble,Bigsby,Honey,Cuddles",
        "pig": "Truffle,Hamlet,Wilbur,Petunia,Dumpling,Rosie,Oinkers,Snout",
        "bird": "Gus,Dash,Iceberg,Nibbles,Tweed,Mortimer,Snowy,Quill,Plume,Wally,Waddles,Flap,Pebble,Tux,Sir Honk,Chips,Feathers,Percy,Squawk,Bill",
        "frog": "Lily,Hopper,Puddles,Ribby,Moss,Bogart,Tad,Croaker",
        "robot": "Cog,Rivet,Servo,Tinny,Beepo,Chip,Axle,Socket,Diode,Unit 12,Lug,Flux,Bolt,Gizmo,Unit 7,Rusty,Sprocket,Toaster,Widget,Dot Exe,Clank,Ohm,Ratchet,Dongle",
        "ghost": "Drift,Moaner Lisa,Vapor,Hush,Linen,Chilly,Fadey,Gus,Boo,Wisp,Gasper,Sheet,Mist,Phil,Eerie,Whoosh,Spooks,Pale Dale",
        "alien": "Oog,Trill,Fizz,Lurp,Zaz,Umlo,Pog,Wix,Klee,Doop,Zorp,Gleeb,Bleep,Quax,Blip,Xo,Vorb,Mip,Nebby,Greg",
        "dragon": "Chomp,Ember,Scales,Rex,Cinder,Stompy,Spike,Toothy",
    },
}

GIRLISH = frozenset(
    "Alma Cleo Elsie Fern Gwen Mabs Nell Poppy Tess Uma Willa Yara Birdie Dilly Etta Goldie Josie Nixie Wren Dot Hattie Frankie "
    "예람 나린 다별 소담 채온 윤슬 이솔 유담 예솔 다솜 은별 봄이 새롬 아라 단비 여름 초아 보름 소율 보라".split()
)
BOYISH = frozenset(
    "Benji Dez Ike Rafi Vince Zeke Cosmo Fitz Huck Iggy Milo Bo Teddy Marlow Ziggy Xan Koa 태오 태온 찬솔 이든 주담 선우리".split()
)
"""Names that a reader hears as a girl's or as a boy's."""

SURNAMES = {
    "ko": "김,이,박,최,정,강,조,윤,장,임,한,오,서,신,권,황,안,송,류,홍,고,문,양,손,배,백,허,남,노,하,곽,마,차,주,우,구,민,나,진,지,엄,채,원,천,방,공,현,함,변,염,봉,표",
    "en": "Abbot,Bloom,Crumb,Dobbs,Eddy,Finch,Grubb,Hobbs,Inch,Jolly,Knox,Lumley,Moss,Nibley,Oates,Pym,Quigley,Rudge,Stubbs,Tuck,Upton,Voss,Wick,Yates,Zimm,Park,Kim,Lee,Ortega,Singh,Okafor,Rossi,Novak,Haddad,Chen",
}


def cry(language: str, voice: str, which: str, pick: int) -> str:
    """A cry of one voice: `which` is one of `CRIES`, `pick` any number."""
    rows = VOICES[language].get(voice, VOICES[language]["person"]).split(" | ")
    options = rows[CRIES.index(which)].split(",")
    return options[pick % len(options)].strip().rstrip("!?.…") or options[0]
