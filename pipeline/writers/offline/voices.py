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
        "person": "하루,도담,봄이,새롬,아라,단비,여름,가온,누리,다온,마루,시월,이든,찬솔,초아,한별,라온,이안,보름,은솔",
        "elder": "꽃님,복순,점례,금자,옥분,춘자,막례,달래,분이,순덕",
        "cat": "나비,치즈,까미,모찌,후추,망고,호두,두부,참치,보리,율무,생강,앙꼬,만두,고등어,라떼",
        "dog": "콩이,초코,뭉치,보리,감자,호떡,누룽지,몽실,쿠키,백구,찹쌀,두유,밤톨,구름,인절미,복실",
        "small": "솜이,밤이,도토리,코코,깨비,새싹,달콩,조랭,모모,해솔,쪼꼬,방울",
        "big": "우람,웅이,두리,듬직,묵이,바위,뚝심,반달,도톨,웅치",
        "pig": "꿀떡,분홍,도시락,토실,꽃돼,만복,꾸리,포동",
        "bird": "뽀뽀,빙수,뒤뚱,꽁이,얼음,짹이,푸름,깃털,남극,삐삐",
        "frog": "폴짝,이끼,연잎,초롱,개울,첨벙,완두,청이",
        "robot": "깡통,나사,삐삐,볼트,고철,알파,로비,404호,건전,양철,찌릿,덜컹",
        "ghost": "으스,연기,하양,둥실,스윽,안개,밤손,서늘,흐물,홑이불",
        "alien": "뾰롱,쀼,지지직,삐요,옴므,초록,별똥,우주,쿠쿠,띠용",
        "dragon": "크앙,불똥,쿵쿵,쥬라,알콩,쿵이,화르르,비늘",
    },
    "en": {
        "person": "Robin,Casey,Jules,Pip,Frankie,Sunny,Morgan,Bo,Remy,Indie,Scout,Wren,Dot,Teddy,Marlow,Quinn,Hattie,Ziggy",
        "elder": "Mabel,Edna,Pearl,Opal,Agnes,Winnie,Myrtle,Dottie,Bea,Hazel",
        "cat": "Biscuit,Mochi,Pickles,Waffles,Marmalade,Soup,Olive,Gravy,Toast,Noodle,Beans,Pretzel,Miso,Dumpling,Kevin,Gerald",
        "dog": "Barkley,Nugget,Moose,Peanut,Tater,Banjo,Captain,Muffin,Gus,Duke,Pancake,Meatball,Scout,Otis,Turnip,Rufus",
        "small": "Clover,Button,Thistle,Pip,Acorn,Hops,Nutmeg,Bramble,Fig,Twitch,Radish,Dash",
        "big": "Bruno,Tank,Boulder,Maple,Ursa,Tiny,Grumble,Bigsby,Honey,Cuddles",
        "pig": "Truffle,Hamlet,Wilbur,Petunia,Dumpling,Rosie,Oinkers,Snout",
        "bird": "Waddles,Flap,Pebble,Tux,Sir Honk,Chips,Feathers,Percy,Squawk,Bill",
        "frog": "Lily,Hopper,Puddles,Ribby,Moss,Bogart,Tad,Croaker",
        "robot": "Bolt,Gizmo,Unit 7,Rusty,Sprocket,Toaster,Widget,Dot Exe,Clank,Ohm,Ratchet,Dongle",
        "ghost": "Boo,Wisp,Gasper,Sheet,Mist,Phil,Eerie,Whoosh,Spooks,Pale Dale",
        "alien": "Zorp,Gleeb,Bleep,Quax,Blip,Xo,Vorb,Mip,Nebby,Greg",
        "dragon": "Chomp,Ember,Scales,Rex,Cinder,Stompy,Spike,Toothy",
    },
}


def cry(language: str, voice: str, which: str, pick: int) -> str:
    """A cry of one voice: `which` is one of `CRIES`, `pick` any number."""
    rows = VOICES[language].get(voice, VOICES[language]["person"]).split(" | ")
    options = rows[CRIES.index(which)].split(",")
    return options[pick % len(options)].strip().rstrip("!?.…") or options[0]
