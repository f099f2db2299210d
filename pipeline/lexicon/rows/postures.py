# ruff: noqa: E501  (a row of a table is one line)
"""What a picture shows somebody doing, and the signs of a comic: for reading a description.

visual word | Korean stems | English words
"""

POSES = """
waving | 손을 흔,손 흔,인사하,인사를 | wave,waves,waving,greets
running | 달리,달린,달려,뛰어가,뛰어간,뛰어온,뛰고,쫓,도망 | run,runs,running,chases,flees,dashes
walking | 걷,걸어,산책 | walk,walks,walking,strolls
sitting | 앉아,앉은,앉는,앉았 | sit,sits,sitting,seated
sleeping | 자고,잔다,잠들,잠자,자는,졸고 | sleep,sleeps,sleeping,asleep,naps
lying down | 누워,눕,엎드,누운 | lies,lying,lie,lies down,lying down
pointing | 가리키,가리킨,가리켜,손가락질 | point,points,pointing
thinking | 생각,고민 | think,thinks,thinking,wonders
jumping | 뛰어오,펄쩍,점프,폴짝 | jump,jumps,jumping,leaps
crying | 운다,울고,우는,울어,울음,엉엉,울었 | cry,cries,crying,weeps,sobs
hugging | 안아,안고,끌어안,포옹,껴안,안는다,안긴 | hug,hugs,hugging,gives a hug,embraces
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
standing | 서 있,서서,섰,서 있는 | stand,stands,standing
"""

FACES = """
happy | 기쁜,기뻐,행복,즐거,신난,신나,미소,웃는 | happy,glad,smiling,smiles,cheerful,joyful
laughing | 활짝 웃,깔깔,웃으며,웃고,폭소,웃는다 | laughing,laughs,laugh
sad | 슬픈,슬퍼,우울,시무룩,속상,풀이 죽 | sad,gloomy,unhappy,upset
crying | 눈물,울먹 | in tears,tearful
angry | 화난,화가,화를,화내,성난,짜증 | angry,mad,furious,grumpy
surprised | 놀라,놀란,깜짝,당황 | surprised,shocked,startled,amazed
scared | 겁먹,겁에,무서워,덜덜,떨고,떨며 | scared,afraid,frightened,terrified
sleepy | 졸린,졸려,피곤,나른 | sleepy,tired,drowsy
embarrassed | 부끄,창피,쑥스,민망,머쓱 | embarrassed,shy,bashful,ashamed
proud | 뿌듯,자랑,당당 | proud,beaming with pride
in love | 사랑에 빠,반한,반해 | in love,lovestruck,head over heels
worried | 걱정,불안,초조,근심 | worried,anxious,nervous
determined | 결심,굳은,단호,비장,다짐 | determined,resolute
smug | 의기양양,얄미,우쭐,뻔뻔 | smug,smirking,looking smug
"""

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
