# ruff: noqa: E501  (a row of a table is one line)
"""What a picture shows somebody doing, and the signs of a comic: for reading a description.

POSES, FACES, SIGNS: visual word | the starts of Korean words | English words
VERBS, FEELINGS: what a verb looks like where no pose of its own is drawn. Korean ones are stems (the dictionary form
without 다) in all their forms.

A verb's row: pose | prop | more visual words | Korean stems | English words. The prop is what somebody has in hand: "?"
what the sentence names, "? money" the same or else money.
"""

POSES = """
waving | 손을 흔,손 흔,손흔,인사하,인사를,인사한 | wave,waves,waving,greets
running | 달리,달린,달려,뛰어가,뛰어간,뛰어온,뛰고,쫓,도망 | run,runs,running,chases,flees,dashes
walking | 걷,걸어,산책 | walk,walks,walking,strolls
sitting | 앉아,앉은,앉는,앉았 | sit,sits,sitting,seated
sleeping | 자고,잔다,잠들,잠자,자는,졸고 | sleep,sleeps,sleeping,asleep,naps
lying down | 누워,눕,엎드,누운 | lies,lying,lie,lies down,lying down
pointing | 가리키,가리킨,가리켜,손가락질 | point,points,pointing
thinking | 생각,고민 | think,thinks,thinking,wonders
jumping | 뛰어오,펄쩍,점프,폴짝 | jump,jumps,jumping,leaps
crying | 운다,울고,우는,울어,울음,엉엉,울었 | cry,cries,crying,weeps,sobs
hugging | 안아,안고,안은,안는,안긴,끌어안,포옹,껴안,얼싸안 | hug,hugs,hugging,gives a hug,embraces
holding | 들고,든다,든 채,쥐고,잡고,들었,든,펼쳐 | hold,holds,holding,carries,carrying
eating | 먹는,먹고,먹은,먹어 | eat,eats,eating,munches
drinking | 마시,마신 | drink,drinks,drinking,sips
reading | 읽고,읽는,읽어 | read,reads,reading
dancing | 춤,춤추 | dance,dances,dancing
cheering | 환호,만세,응원 | cheer,cheers,cheering,celebrates
bowing | 고개를 숙,절을,절하,꾸벅,사과하 | bow,bows,bowing
shrugging | 어깨를 으쓱,으쓱 | shrug,shrugs,shrugging
falling | 넘어지,넘어진,떨어지,떨어진,미끄러 | fall,falls,falling,slips,trips,falls over
hiding | 숨어,숨은,숨는,숨고,숨었 | hide,hides,hiding
looking up | 올려다,하늘을 보,위를 보,쳐다 | looks up,looking up,gazes up
looking away | 딴 데,외면,고개를 돌 | looks away,looking away,turns away
giving | 건네,건넨,주고,준다,내민,내밀 | give,gives,giving,hands over,offers,hands
searching | 찾고,찾는,찾아,두리번,뒤지,뒤진 | search,searches,searching,looks for,looking for,searches everywhere
singing | 노래 | sing,sings,singing
cooking | 요리,끓이,끓인,굽,볶 | cook,cooks,cooking,bakes
standing | 서 있,서서,섰,서 있는,가만히 | stand,stands,standing
"""

FACES = """
happy | 기쁜,기뻐,기쁘,행복,즐거,신난,신나,미소,웃는 | happy,glad,smiling,smiles,cheerful,joyful
laughing | 활짝 웃,깔깔,웃으며,웃고,폭소,웃는다,웃었,웃음 | laughing,laughs,laugh
sad | 슬픈,슬퍼,슬프,슬펐,우울,시무룩,속상,풀이 죽 | sad,gloomy,unhappy,upset
crying | 눈물,울먹 | in tears,tearful
angry | 화난,화났,화가 난,화가 나,화가 잔뜩,화를,화내,성난,성이 난,짜증,노려 | angry,mad,furious,grumpy
surprised | 놀라,놀란,놀랐,깜짝,당황,어리둥절,눈이 휘둥 | surprised,shocked,startled,amazed
scared | 겁먹,겁에,겁이,무서워,무섭,덜덜,떨고,떨며,오싹,두려 | scared,afraid,frightened,terrified
sleepy | 졸린,졸려,피곤,나른하,나른한,하품,지친,지쳐 | sleepy,tired,drowsy
embarrassed | 부끄,창피,쑥스,민망,머쓱,수줍,얼굴을 붉,얼굴이 빨개 | embarrassed,shy,bashful,ashamed
proud | 뿌듯,자랑,당당 | proud,beaming with pride
in love | 사랑에 빠,반한,반해,설레,사랑스러운 눈 | in love,lovestruck,head over heels
worried | 걱정,불안,초조,근심,긴장,고민하,안절부절 | worried,anxious,nervous
determined | 결심,굳은,단호,비장,다짐,진지,씩씩,용감 | determined,resolute
smug | 의기양양,얄미,우쭐,뻔뻔 | smug,smirking,looking smug
"""

VERBS = """
jumping | | underwater | 수영하,헤엄치 | swim,swims,swimming
jumping | | | 날,날아가,날아오르,뛰,뛰놀,뛰어놀 | fly,flies,flying
running | | speed lines | 도망가,도망치,달아나,뒤쫓,뛰어가,뛰어오,달려가,달려오,서두르 | run away,runs away,running away,escapes
walking | | | 가,오,걸어가,걸어오,나가,나오,들어가,들어오,다가가,다가오,돌아가,돌아오,떠나,지나가,오르,올라가,내려가,내려오,따라가,따라오,향하,출근하,퇴근하,산책하,헤매,건너 | go,goes,going,comes,coming,leaves,enters,arrives,climbs
holding | ? | | 들,쥐,잡,나르,옮기,안고 가,메,꺼내,줍,주워,고르,가지,집어 들,받,훔치 | carry,carries,carrying,grabs,grabbing,receives,picks up,lifts
holding | ? money | money | 사,구매하,계산하 | buy,buys,buying,pays
holding | basket | basket | 쇼핑하,장을 보 | shop,shops,shopping
holding | ? ball | speed lines | 던지,차,치 | throw,throws,throwing,tosses,kicks
holding | broom | broom | 청소하,비질하,치우,닦 | clean,cleans,cleaning,sweeps,sweeping
holding | paint brush | paint brush | 그리,칠하,색칠하 | draw,draws,drawing,paints,painting
holding | pencil | pencil | 쓰,적,낙서하,필기하,메모하 | write,writes,writing
holding | phone | phone | 전화하,통화하,전화를 걸,전화를 받,문자하 | phones,calls,calling,texts,texting
holding | camera | camera | 찍,촬영하 | photograph,photographs,photographing,takes a photo,takes a picture
holding | toothbrush | toothbrush | 양치하,양치질하,이를 닦 | brushes teeth,brushing teeth
holding | plant pot | plant pot | 심,물을 주 | plants,planting,waters
holding | guitar | music notes | 연주하,기타를 치,피아노를 치 | plays guitar,playing guitar
holding | umbrella | umbrella | 우산을 쓰,우산을 펴 | under an umbrella
reading | ? book | book | 공부하,복습하,예습하 | study,studies,studying
reading | ? | | 읽,살펴보 | 
sitting | | laptop, table | 일하,근무하,야근하,회의하,타자 치,게임하,코딩하 | work,works,working,types,typing
sitting | | | 타,운전하,앉,쉬,낚시하,명상하 | ride,rides,riding,drives,driving,rests,resting
sitting | | television | 텔레비전을 보,티비를 보,TV를 보 | watches tv,watching tv
hugging | | hearts | 키스하,뽀뽀하,입을 맞추,입맞추 | kiss,kisses,kissing
hugging | | | 위로하,쓰다듬,토닥이,달래 | pets,petting,comforts
pointing | | anger mark | 싸우,다투,말다툼하,혼내,야단치,따지 | fight,fights,fighting,argues,arguing,scolds
looking away | | | 돌아보,뒤돌아보,외면하 | looks back
pointing | | | 가리키,설명하,가르치,발표하,명령하,시키 | explains,teaches,presents
standing | | clock | 기다리 | wait,waits,waiting
standing | | exclamation mark | 소리치,외치,소리 지르,소리를 지르,고함치,짖,으르렁거리 | shout,shouts,shouting,yells
standing | | impact star | 떨어뜨리,놓치,깨뜨리,망가뜨리 | drops,breaks
standing | | | 보,바라보,지켜보,구경하,말하,대답하,이야기하,묻,대화하,속삭이,듣,들어주,서,입,신,벗,열,닫,두드리,만나,멈추,끄덕이,기대 | talks,talking,says,looks at,watches,meets,listens,opens
lying down | | sweat drop, medicine | 아프,앓,쓰러지,드러눕 | sick,ill,collapses
lying down | | | 눕,누워 쉬,뒹굴 | 
sleeping | | sleep bubbles | 자,잠들,졸,꿈꾸,코를 골 | dreams,snores
eating | ? | | 먹,씹,삼키,맛보,베어 물 | tastes,bites
drinking | ? | | 마시,들이켜,홀짝이 | 
giving | ? gift box | | 주,건네,선물하,내밀,바치,빌려주,나눠 주,먹이 | lends,shares,feeds
searching | | question mark | 찾,뒤지,두리번거리,헤집,잃어버리,잃 | loses,lost
hiding | | | 숨,엿보,몰래 보 | peeks,spies
falling | | impact star | 넘어지,미끄러지,떨어지,부딪히,자빠지 | crashes,bumps
cooking | | steam | 요리하,끓이,굽,구워,볶,튀기,삶,만들 | fries,boils
cheering | | | 놀,환호하,응원하,박수 치,박수치,축하하,이기,만세 부르 | play,plays,playing,claps,clapping,wins
dancing | | music notes | 춤추,춤을 추,춤을 춘 | 
singing | | music notes | 노래하,노래를 부르,부르 | 
bowing | | | 사과하,절하,인사드리,빌,무릎을 꿇,무릎 꿇 | apologizes,kneels,begs
crying | | tears | 울,흐느끼,훌쩍이 | 
laughing | | | 웃,미소 짓 | 
thinking | | | 생각하,고민하,궁리하,상상하 | imagines
jumping | | | 운동하,줄넘기하,체조하 | exercises,exercising
"""

AUXILIARY = frozenset(
    "있다 있는 있고 있었다 있으며 있네 있음 없다 없는 없고 한다 하는 하고 했다 된다 되는 됐다 보인다 보이는 채 중이다 모습이다 얼굴이다 표정이다 "
    "장면이다 상태다 같다 같은 이다 아니다 않는다 않고 않는 못한다 싶다 싶은 버린다 버렸다 준다 둔다 온다 간다 본다 시작한다 나타난다 가득하다 "
    "많다 많은 크다 작다 큰 작은 예쁘다 예쁜 좋다 좋은 그런데 그리고 하지만 그러나 그래서 놓여 떠 비친다 내린다 온 분다 뜬다 진다".split()
)
"""Words of a description that look like doings and add nothing to be seen."""

VAGUE = frozenset(
    "손 양손 두손 한손 무릎 고개 창밖 눈 입 등 어깨 팔 두팔 다리 발 몸 머리 귀 코 꼬리 옆 뒤 앞 위 아래 안 밖 한숨 소리 표정 얼굴 모습 바닥 하품 몸짓 "
    "무언가 뭔가 누군가 서로 혼자 함께 하늘 배경 화면 칸 장면 주변 가운데 왼쪽 오른쪽 구석 허공 자리 말 이름 생각 마음 숨 잠 춤 힘".split()
)
"""Nouns of a description that need no picture of their own."""

SIGNS = """
sweat drop | 땀방울,식은땀,땀 | sweat drop,sweat
hearts | 하트 | hearts,heart
question mark | 물음표 | question mark
exclamation mark | 느낌표 | exclamation mark
sparkles | 반짝,빛나 | sparkles,sparkling
gloom lines | 먹구름처럼,음침 | gloom lines
speed lines | 쏜살,속도선 | speed lines
music notes | 음표 | music notes
light bulb | 아이디어 | idea
steam | 김이,모락,연기 | steam,smoke
close-up | 클로즈업,얼굴만 | close-up,close up
wide shot | 멀리서,전경 | wide shot,from far away
from above | 위에서 내려다 | from above
from behind | 뒤에서 본,뒷모습 | from behind
low angle | 아래에서 올려다 | low angle
"""
