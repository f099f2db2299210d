# ruff: noqa: E501  (a row of a table is one line)
"""Who can be in a story: people, animals and beings.

id | Korean words | English words | look (visual words, kind first) | cries (the set of voices) | emoji

The first word of each language is the one the writer uses by itself. The look holds only what makes
this one different from any other of its kind; hair, clothes and colours are drawn by the writer.
"""

TABLE = """
child | 아이,꼬마,어린이,아기,애기,유치원생,조카 | child,kid,toddler,baby,infant,nephew,niece | child | person | 👶🧒
girl | 소녀,여자아이,여자애,딸,여동생,누나,언니,자매 | girl,daughter,sister,schoolgirl | girl | person | 👧
boy | 소년,남자아이,남자애,아들,남동생,형,오빠,형제,쌍둥이 | boy,son,brother,schoolboy,twin,sibling | boy | person | 👦
student | 학생,고등학생,중학생,초등학생,수험생,고3,여고생,남고생,전학생,반장 | student,pupil,schoolkid,teenager,freshman,classmate | girl, school uniform | person | 🧑‍🎓
college_student | 대학생,대학원생,새내기,취준생,알바생,자취생 | college student,grad student,undergrad,intern,jobseeker | boy, hoodie, backpack | person |
woman | 여자,아줌마,아주머니,엄마,어머니,이모,고모,아내,여자친구,주부 | woman,mother,mom,mum,aunt,wife,lady,girlfriend | woman | person | 👩
man | 남자,아저씨,아빠,아버지,삼촌,남편,남자친구,청년 | man,father,dad,uncle,husband,guy,boyfriend | man | person | 👨
grandmother | 할머니,할매,외할머니 | grandma,grandmother,granny,nana,old woman,old lady | grandmother | elder | 👵
grandfather | 할아버지,할배,외할아버지,노인 | grandpa,grandfather,grandad,old man | grandfather | elder | 👴
teacher | 선생님,교사,담임,교수님,교수,교장,코치,감독 | teacher,professor,tutor,principal,coach,instructor | teacher | person | 🧑‍🏫👩‍🏫👨‍🏫
chef | 요리사,셰프,주방장,제빵사,파티시에 | chef,cook,baker,barista | chef | person | 🧑‍🍳👨‍🍳👩‍🍳
doctor | 의사,수의사,간호사,약사,과학자,박사 | doctor,vet,veterinarian,nurse,scientist,surgeon,dentist | doctor | person | 🧑‍⚕️👩‍⚕️🧑‍🔬
office_worker | 회사원,직장인,신입사원,신입,사원,대리,인턴,과장,개발자,프로그래머,디자이너,공무원 | office worker,employee,accountant,developer,programmer,designer,new hire,clerk,engineer | man, suit, tie | person | 🧑‍💼💼
boss | 부장님,부장,사장님,사장,팀장님,팀장,상사,회장 | boss,manager,CEO,supervisor | man, navy suit, red tie | person |
police | 경찰,경찰관,형사,탐정 | police officer,cop,detective,sheriff,inspector | man, brown coat, brown hat | person | 🕵️👮
singer | 가수,아이돌,래퍼,기타리스트,음악가,피아니스트 | singer,idol,rapper,musician,guitarist,rock star,pianist | woman, headphones | person | 🧑‍🎤
artist | 화가,작가,만화가,웹툰작가,소설가,시인 | artist,painter,writer,author,cartoonist,novelist,poet | woman, glasses, beige sweater | person | 🧑‍🎨
farmer | 농부,어부 | farmer,fisherman,gardener | man, overalls, hat | person | 🧑‍🌾
driver | 운전사,기사님,택시기사,배달원,택배기사,집배원,우체부 | driver,mail carrier,postman,mailman,courier,delivery guy,pilot | man, blue cap, blue shirt | person |
historic_man | 세종대왕,이순신,이순신 장군,광개토대왕,나폴레옹,셰익스피어,아인슈타인,베토벤,모차르트,다빈치,소크라테스,원시인,단군,제갈공명,율곡,퇴계 | Napoleon,Shakespeare,Einstein,Julius Caesar,Caesar,Beethoven,Mozart,Socrates,Da Vinci,Abraham Lincoln,George Washington,Genghis Khan,caveman,pharaoh | man, red coat, black hat |  | 
historic_woman | 신사임당,클레오파트라 | Cleopatra,Marie Antoinette | woman, crown, purple dress |  | 
astronaut | 우주비행사,우주인 | astronaut,spaceman,cosmonaut | man, white overalls, headphones | person | 🧑‍🚀👨‍🚀👩‍🚀
athlete | 선수,축구선수,야구선수,달리기선수,운동선수,골키퍼,마라토너 | athlete,runner,player,goalkeeper,swimmer,boxer,marathoner | boy, red shirt, cap | person | 🏃
knight | 기사,용사,전사,장군,무사,검객,군인,병사,이등병,병장 | knight,hero,warrior,soldier,samurai,paladin | man, gray overalls, scarf | person | 🤺
princess | 공주,여왕,왕비 | princess,queen | girl, crown, pink dress | person | 👸
king | 왕,임금,왕자,황제 | king,prince,emperor | man, crown, red coat | person | 🤴👑
witch | 마녀,마법소녀,무당,점쟁이 | witch,sorceress,fortune teller | woman, black hat, black dress | person | 🧙‍♀️
wizard | 마법사,도사 | wizard,mage,sorcerer,magician | grandfather, purple hat, purple coat | elder | 🧙
fairy | 요정,천사,선녀 | fairy,angel,pixie | girl, flower pin, mint dress | person | 🧚👼
pirate | 해적,선장 | pirate,captain | man, black hat, red scarf | person | 🏴‍☠️
ninja | 닌자,스파이,도둑,괴도 | ninja,spy,thief,burglar,robber | man, black hoodie, black scarf | person | 🥷
clown | 광대,피에로,개그맨,코미디언 | clown,mime,jester,comedian | man, red hat, yellow overalls | person | 🤡
sailor | 선원,뱃사람,등대지기,경비원 | sailor,lighthouse keeper,lifeguard,guard,janitor | man, navy coat, cap | person |
santa | 산타,산타할아버지,산타클로스 | Santa,Santa Claus | grandfather, red coat, red hat | elder | 🎅
superhero | 슈퍼히어로,초능력자,영웅 | superhero | boy, red scarf, blue shirt | person | 🦸
neighbour | 친구,손님,사람,룸메이트,단짝,동료 | friend,customer,person,roommate,somebody,someone,coworker,stranger | child | person | 🧑
cat | 고양이,냥이,야옹이,길고양이,길냥이,새끼고양이,고냥이 | cat,kitty,kitten,tabby,housecat | cat | cat | 🐱🐈😺😸😹😻😿
tiger | 호랑이,사자,표범,치타 | tiger,lion,leopard,cheetah,panther | orange cat | cat | 🐯🦁🐅
dog | 강아지,개,멍멍이,댕댕이,멍뭉이,진돗개,푸들,시바견 | dog,puppy,doggy,pup,hound,corgi,poodle,dachshund,pug | dog | dog | 🐶🐕🐩
wolf | 늑대,늑대인간 | wolf,werewolf,coyote,husky | gray dog | dog | 🐺
rabbit | 토끼,산토끼,토깽이 | rabbit,bunny,hare | rabbit | small | 🐰🐇
hamster | 햄스터,다람쥐,쥐,생쥐,기니피그,고슴도치 | hamster,squirrel,mouse,guinea pig,chipmunk,hedgehog,rat,gerbil | beige rabbit | small | 🐹🐭🐿️🦔
bear | 곰,곰돌이,반달곰,불곰 | bear,grizzly,cub | bear | big | 🐻
polar_bear | 북극곰,백곰 | polar bear | white bear | big | 🐻‍❄️
panda | 판다,팬더,코알라 | panda,koala,sloth | gray bear | big | 🐼🐨🦥
otter | 수달,해달,너구리,오소리,비버 | otter,raccoon,badger,beaver,capybara,raccoon dog | brown bear | big | 🦦🦝🦫
gorilla | 고릴라,원숭이,침팬지 | gorilla,monkey,ape,chimpanzee | black bear | big | 🐵🐒🦍
fox | 여우,구미호 | fox,vixen | fox | small | 🦊
pig | 돼지,꿀꿀이,아기돼지,멧돼지 | pig,piglet,hog,boar | pig | pig | 🐷🐖
cow | 소,젖소,송아지,황소,코끼리,하마 | cow,calf,bull,elephant,hippo,hippopotamus | gray pig | pig | 🐮🐄🐘
penguin | 펭귄,황제펭귄 | penguin | penguin | bird | 🐧
chick | 병아리,닭,오리,새,참새,비둘기,올빼미,부엉이,앵무새,갈매기,까마귀,까치 | chick,chicken,duck,bird,sparrow,pigeon,owl,parrot,crow,goose,rooster,seagull,duckling | yellow penguin | bird | 🐤🐥🐔🦆🐦🦉🦜
frog | 개구리,청개구리,두꺼비,올챙이 | frog,toad,tadpole | frog | frog | 🐸
turtle | 거북이,거북,악어,달팽이,자라 | turtle,tortoise,crocodile,alligator,snail | green frog | frog | 🐢🐊🐌
robot | 로봇,안드로이드,인공지능,로보트,청소기로봇,챗봇 | robot,android,bot,AI,cyborg,chatbot | robot | robot | 🤖
ghost | 유령,귀신,처녀귀신,영혼,몽달귀신 | ghost,phantom,spirit,specter,poltergeist | ghost | ghost | 👻
vampire | 흡혈귀,뱀파이어,드라큘라,저승사자,악마 | vampire,Dracula,grim reaper,reaper,demon | man, pale skin, black coat | ghost | 🧛
zombie | 좀비,미라,강시 | zombie,mummy | green ghost | ghost | 🧟
goblin | 도깨비,괴물,몬스터,괴수,외눈박이 | goblin,monster,ogre,troll,yeti,bigfoot | purple alien | big | 👹👺
alien | 외계인,화성인,우주생물 | alien,martian,extraterrestrial,UFO pilot | alien | alien | 👽👾
dinosaur | 공룡,티라노,티라노사우루스,아기공룡 | dinosaur,T-rex,dino,tyrannosaurus,triceratops | dinosaur | dragon | 🦖🦕
dragon | 용,드래곤,아기용,이무기 | dragon,wyvern,sea serpent | red dinosaur | dragon | 🐉🐲
snowman_figure | 눈사람 | snowman | white ghost | ghost | ⛄☃️
"""
