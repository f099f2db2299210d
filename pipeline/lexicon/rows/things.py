# ruff: noqa: E501  (a row of a table is one line)
"""What a story can be about: things.

id | Korean words | English words | visual words | what can be done with it | emoji

Abilities: lose, eat, drink, fear, give, buy, break, ride, wear, read, play, cook, open, light, throw, grow,
use. English words that take no article are marked `~` ("~ramen"), plural ones `+` ("+shoes").
"""

TABLE = """
umbrella | 우산,양산,장우산 | umbrella,parasol,brolly | umbrella | lose give buy break use | ☂️☔🌂
balloon | 풍선,열기구 | balloon | balloon | lose give buy break | 🎈
flower | 꽃,꽃다발,장미,해바라기,튤립,벚꽃,코스모스 | flower,rose,bouquet,sunflower,tulip,daisy,blossom | flower | lose give buy grow | 🌸🌹🌻🌷💐🌼
gift | 선물,선물상자,택배 | present,gift,parcel,package | gift box | lose give buy open | 🎁
ball | 공,축구공,농구공,야구공,테니스공,탁구공,배구공 | ball,soccer ball,football,basketball,baseball,tennis ball | ball | lose give buy play throw | ⚽🏀⚾🎾🏐
book | 책,만화책,소설,교과서,동화책,일기장,일기,공책,노트,사전 | book,novel,comic book,textbook,notebook,diary,dictionary | book | lose give buy read | 📚📖📕📒
phone | 휴대폰,핸드폰,스마트폰,전화기,전화,폰 | phone,cell phone,smartphone,telephone,cellphone | phone | lose give buy break use | 📱☎️
letter | 편지,연애편지,러브레터,엽서,초대장,우편 | letter,love letter,postcard,invitation,envelope | letter | lose give read open | 💌✉️📩
cake | 케이크,케익,생일케이크,조각케이크 | cake,birthday cake,cupcake,pie,cheesecake | cake | lose eat give buy cook | 🎂🍰🧁
bread | 빵,식빵,토스트,바게트,샌드위치,붕어빵,호빵,크루아상,베이글 | ~bread,~toast,baguette,sandwich,croissant,bagel,bun | bread | lose eat give buy cook | 🍞🥐🥪🥖🥯
fish | 생선,물고기,붕어,고등어,참치,연어,초밥,회,금붕어,상어 | fish,~tuna,~salmon,~sushi,mackerel,goldfish,shark | fish | lose eat give buy cook fear | 🐟🐠🍣🦈
apple | 사과,복숭아,토마토,배추,딸기,체리 | apple,peach,tomato,strawberry,cherry | apple | lose eat give buy grow throw | 🍎🍏🍑🍅🍓
coffee | 커피,아메리카노,라떼,녹차,홍차,코코아,핫초코 | ~coffee,latte,espresso,~tea,~cocoa,~hot chocolate | coffee cup | drink give buy cook | ☕🍵
ice_cream | 아이스크림,빙수,팥빙수,소프트콘,하드 | ~ice cream,popsicle,~gelato,sundae,ice cream cone | ice cream | lose eat give buy | 🍦🍨🍧
ramen | 라면,컵라면,국수,짜장면,우동,칼국수,냉면,파스타,스파게티,쌀국수 | ~ramen,~noodles,~pasta,~spaghetti,~udon,~instant noodles | ramen | eat give buy cook | 🍜🍝
rice | 밥,쌀밥,비빔밥,볶음밥,김밥,도시락,주먹밥,덮밥,카레 | ~rice,lunch box,~bibimbap,~kimbap,~curry,rice bowl,~fried rice,lunchbox,~lunch | rice bowl | lose eat give buy cook | 🍚🍙🍱🍛
kimchi | 김치,깍두기,배추김치,반찬 | ~kimchi,pickle,~coleslaw | kimchi | eat give buy cook |
soup | 국,찌개,된장찌개,김치찌개,수프,미역국,전골,삼계탕,떡국,국물 | ~soup,~stew,~broth,~chowder,~chili | soup pot | eat give cook | 🍲🥘
banana | 바나나 | banana | banana | lose eat give buy throw | 🍌
carrot | 당근,무,고구마,감자,오이 | carrot,radish,potato,sweet potato,cucumber | carrot | lose eat give buy grow fear | 🥕🥔🍠🥒
pizza | 피자 | ~pizza,slice of pizza | pizza | eat give buy cook | 🍕
egg | 달걀,계란,계란말이,알,삶은달걀 | egg,omelet,omelette | egg | lose eat give buy break cook | 🥚🍳
cookie | 쿠키,과자,비스킷,초콜릿,사탕,젤리,간식,마카롱 | cookie,biscuit,~chocolate,~candy,snack,donut,doughnut,macaron | cookie | lose eat give buy cook | 🍪🍫🍬🍭🍩
bone | 뼈다귀,뼈,개껌 | bone | bone | lose eat give | 🦴
key | 열쇠,차키,집열쇠 | key | key | lose give break use | 🔑🗝️
lamp | 램프,스탠드,전등,손전등,전구,가로등 | lamp,flashlight,light bulb,torch,night light,lantern | lamp | lose buy break light | 💡🔦
clock | 시계,알람,알람시계,자명종,손목시계,모래시계 | clock,alarm clock,watch,alarm,hourglass | clock | lose give buy break | ⏰🕰️⌚
camera | 카메라,사진기,사진 | camera,photo,photograph,picture | camera | lose give buy break use | 📷📸
guitar | 기타,우쿨렐레,바이올린,악기 | guitar,ukulele,violin,banjo | guitar | lose give buy break play | 🎸🎻
microphone | 마이크,노래방 | microphone,mic,karaoke | microphone | lose buy break use | 🎤
laptop | 노트북,컴퓨터,키보드,태블릿 | laptop,computer,keyboard,tablet | laptop | lose buy break use | 💻🖥️⌨️
television | 텔레비전,티비,TV,리모컨,드라마 | television,TV,remote,remote control | television | buy break use | 📺
bicycle | 자전거,세발자전거,킥보드 | bicycle,bike,scooter,tricycle | bicycle | lose give buy break ride | 🚲🛴
car | 자동차,트럭,택시,스포츠카,차 | car,truck,taxi,van,cab | car | lose buy break ride | 🚗🚕🚙
bus | 버스,마을버스,기차,통학버스 | bus,train,school bus | bus | lose ride | 🚌🚂
kite | 연,방패연 | kite | kite | lose give break play | 🪁
box | 상자,박스,종이상자,보물상자,냉장고 | box,cardboard box,crate,treasure chest,fridge,refrigerator | box | lose give open | 📦
trash_can | 쓰레기통,휴지통,쓰레기 | trash can,garbage can,~trash,~garbage,bin,dumpster | trash can | use | 🗑️
shoe | 신발,구두,운동화,슬리퍼,장화,부츠 | shoe,sneaker,boot,slipper,+shoes,+sneakers | shoe | lose give buy break wear | 👟👞🥾👠
sock | 양말,짝양말,장갑 | sock,+socks,glove,mitten | sock | lose give buy wear | 🧦🧤
wallet | 지갑,통장,신용카드 | wallet,purse,credit card | wallet | lose give buy | 👛
coin | 동전,금화 | coin,penny,gold coin | coin | lose give | 🪙
ring | 반지,목걸이,귀걸이 | ring,necklace,engagement ring | ring | lose give buy wear | 💍
mirror | 거울,손거울 | mirror | mirror | lose give buy break fear | 🪞
pillow | 베개,쿠션 | pillow,cushion | pillow | lose give buy use | 
blanket | 이불,담요,전기장판 | blanket,duvet,quilt | blanket | lose give buy use | 
teddy | 곰인형,인형,장난감,피규어 | teddy bear,doll,toy,stuffed animal,action figure,plushie | teddy bear | lose give buy break | 🧸🪆
trophy | 트로피,메달,금메달,상장 | trophy,medal,gold medal,award | trophy | lose give break | 🏆🥇🏅
map | 지도,보물지도,약도 | map,treasure map | map | lose give read | 🗺️
sword | 검,칼,성검,목검 | sword,blade,katana | sword | lose give buy break | ⚔️🗡️
magic_wand | 요술봉,지팡이,마술봉,마법지팡이 | magic wand,wand,staff | magic wand | lose give break use | 🪄
rocket | 로켓,우주선,비행기,비행접시 | rocket,spaceship,airplane,plane,UFO,spacecraft | rocket | break ride | 🚀✈️🛸
chair | 의자,소파,안마의자 | chair,sofa,couch,armchair,recliner | chair | lose buy break use | 🪑🛋️
table | 책상,식탁,탁자 | table,desk | table | buy break use | 
tree | 나무,소나무,은행나무,크리스마스트리 | tree,Christmas tree,pine,oak | tree | grow fear | 🌳🌲🎄
snowman | 꼬마눈사람 | snowball | snowman | break throw | 
puddle | 웅덩이,물웅덩이 | puddle | puddle | fear | 
sign | 간판,표지판,현수막 | sign,billboard,notice,placard | sign | break read | 🪧
mask | 가면,마스크,탈 | mask | mask | lose buy break wear fear | 🎭😷
broom | 빗자루,청소기,대걸레 | broom,mop,vacuum,vacuum cleaner | broom | lose buy break use | 🧹
paint_brush | 붓,물감,그림 | paint brush,paintbrush,paint,painting,crayon | paint brush | lose give buy use | 🖌️🎨🖍️
pencil | 연필,볼펜,샤프,펜,지우개 | pencil,pen,eraser | pencil | lose give buy break use | ✏️🖊️
test_paper | 시험,시험지,숙제,성적표,수능,중간고사,기말고사,쪽지시험,과제,보고서,서류 | test,exam,~homework,quiz,report card,midterm,report,essay,+finals | test paper | lose fear break study | 💯📝📄
medicine | 약,감기약,알약,비타민,주사 | ~medicine,pill,vitamin,potion,shot | medicine | lose give buy fear | 💊💉
battery | 배터리,건전지,충전기,보조배터리 | battery,charger | battery | lose give buy use | 🔋
plant_pot | 화분,선인장,다육이,새싹,씨앗 | plant pot,cactus,houseplant,plant,seed,sprout,succulent | plant pot | lose give buy grow break | 🪴🌵🌱
watermelon | 수박,참외,호박 | watermelon,melon,pumpkin | watermelon | eat give buy grow | 🍉🍈🎃
tteokbokki | 떡볶이,떡,순대,어묵 | ~tteokbokki,rice cake,+rice cakes,fish cake | tteokbokki | eat give buy cook | 
hamburger | 햄버거,치킨,감자튀김,핫도그,통닭,돈까스,고기,삼겹살 | hamburger,burger,hot dog,~fried chicken,+fries,steak,cheeseburger,taco | hamburger | eat give buy cook | 🍔🍟🌭🍗🥩
milk | 우유,요구르트,두유,주스,콜라,음료수 | ~milk,~yogurt,~juice,~soda,smoothie,milkshake,~cola | milk | drink give buy lose | 🥛🧃🥤
candle | 촛불,양초,초 | candle | candle | lose give buy light | 🕯️
door | 문,대문,현관문,창문 | door,gate,window,doorway | door | break open fear | 🚪
ladder | 사다리,계단 | ladder,+stairs,staircase | ladder | fear use | 🪜
bench | 벤치 | bench | bench | use | 
basket | 바구니,장바구니,에코백 | basket,picnic basket,shopping bag | basket | lose give buy | 🧺
newspaper | 신문,잡지,뉴스 | newspaper,magazine,~news | newspaper | read buy | 📰
money | 돈,월급,용돈,세뱃돈,지폐,복권 | ~money,~cash,paycheck,salary,allowance,lottery ticket | money | lose give | 💰💵💸
toothbrush | 칫솔,치약 | toothbrush,~toothpaste | toothbrush | lose buy use | 🪥
bandage | 반창고,붕대,밴드 | bandage,Band-Aid,plaster | bandage | give buy use | 🩹
glasses | 안경,선글라스 | +glasses,+sunglasses,monocle | mirror, glasses | lose give buy break wear | 👓🕶️
hat | 모자,밀짚모자,털모자 | hat,beanie,straw hat | hat | lose give buy wear | 🎩👒
cap | 야구모자,캡모자 | cap,baseball cap | cap | lose give buy wear | 🧢
scarf | 목도리,스카프,머플러 | scarf,shawl | scarf | lose give buy wear | 🧣
bag | 가방,핸드백,쇼핑백 | bag,handbag,suitcase,luggage | bag | lose give buy | 👜👝
backpack | 책가방,배낭,백팩 | backpack,school bag,rucksack | backpack | lose give buy | 🎒
ribbon | 리본 | ribbon | ribbon | lose give buy wear | 🎀
tie | 넥타이 | tie,necktie,bow tie | tie | lose give buy wear | 👔
crown | 왕관 | crown,tiara | crown | lose give wear | 
headphones | 헤드폰,이어폰,에어팟 | +headphones,+earphones,+earbuds | headphones | lose give buy break wear | 🎧
sweater | 스웨터,니트,조끼 | sweater,cardigan,vest,jumper | sweater | lose give buy wear | 
hoodie | 후드티,후디,티셔츠,옷 | hoodie,T-shirt,shirt,jacket | hoodie | lose give buy wear | 👕
coat | 코트,외투,패딩,잠바 | coat,parka,trench coat,winter coat | coat | lose give buy wear | 🧥
pajamas | 잠옷,파자마 | +pajamas,+pyjamas,nightgown | pajamas | lose buy wear | 
hanbok | 한복 | hanbok | hanbok | lose buy wear | 
raincoat | 우비,비옷 | raincoat | raincoat | lose buy wear | 
dress | 드레스,원피스,치마 | dress,skirt,gown | dress | lose buy wear | 👗
uniform | 교복,유니폼,체육복 | school uniform,uniform | school uniform | lose buy wear | 
bed | 침대 | bed,mattress,bunk bed | pillow, blanket | buy use | 🛏️
refrigerator_light | 형광등 | streetlight | lamp | break | 
treasure | 보물,보석,다이아몬드,황금 | treasure,jewel,diamond,gem | ring, coin | lose give | 💎
homework_excuse | 변명 | excuse | test paper | give |
skateboard | 스케이트보드,롤러스케이트 | skateboard,+roller skates | bicycle | lose buy ride | 🛹
boat | 배를 타,배가 뜨,보트,돛단배 | boat,ship,sailboat,canoe | box, river | ride | ⛵🚤
swing | 그네,미끄럼틀,시소 | swing,slide,seesaw | playground | ride | 🛝
pot | 냄비,주전자,프라이팬,솥 | pot,kettle,frying pan,pan,cauldron | soup pot | buy break use | 🍳
cup | 컵,머그컵,찻잔 | cup,mug,teacup | coffee cup | buy break give | 
soap | 비누,샴푸,목욕 | ~soap,~shampoo,bath,shower,bathtub | bathroom | use fear | 🧼🛁🚿
receipt | 영수증,고지서 | receipt,bill,invoice | test paper | lose fear | 🧾
phone_call | 문자,카톡,메시지 | text message,message,voicemail | phone | read | 💬
shadow | 그림자,어둠,어두움,깜깜 | shadow,dark,darkness | night | fear | 🌑
thunder_thing | 천둥,번개,벼락 | thunder,lightning | storm | fear | ⚡🌩️
spider | 거미,벌레,바퀴벌레,모기,지렁이 | spider,bug,cockroach,mosquito,insect,worm,bee | exclamation mark, broom | fear | 🕷️🐛🪳🦟🐝
cheese | 치즈,버터,두부 | ~cheese,~butter,~tofu | bread | eat give buy cook | 🧀🧈
grape | 포도,귤,오렌지,레몬,파인애플,배 한 | grape,orange,lemon,pineapple,tangerine,mango,pear | apple | eat give buy throw | 🍇🍊🍋🍍🥭🍐
dumpling | 만두,딤섬,왕만두,호떡 | dumpling,+dumplings,bao,pancake,waffle | bread | eat give buy cook | 🥟🥞🧇
popcorn | 팝콘,옥수수,땅콩,감자칩 | ~popcorn,~corn,peanut,+chips | basket | eat give buy | 🍿🌽🥜
salad | 샐러드,상추,시금치,브로콜리,채소 | salad,~spinach,~broccoli,vegetable,lettuce | rice bowl | eat fear cook buy | 🥗🥦🥬
honey | 꿀,꿀단지,잼 | ~honey,~jam,honey jar | soup pot | eat give buy lose | 🍯
piano | 피아노,드럼,북,바이올린 | piano,drum,trumpet,flute,cello | guitar | play buy break | 🎹🥁🎺
chess | 체스,바둑,장기,보드게임,카드 | ~chess,board game,card,puzzle | table, box | play lose give | ♟️🃏
robot_vacuum | 세탁기,에어컨,선풍기,전자레인지,밥솥 | washing machine,fan,microwave,toaster,dishwasher,air conditioner | box, steam | buy break use | 
telescope | 망원경,현미경,돋보기 | telescope,microscope,magnifying glass,+binoculars | camera | lose buy use break | 🔭🔬
motorbike | 오토바이,스쿠터,썰매 | motorbike,motorcycle,sled,moped | bicycle | ride buy break lose | 🏍️🛵🛷
elevator_button | 단추,버튼,나사 | button,screw | coin | lose use break | 🔘
rope | 밧줄,끈,실,실뭉치,털실 | rope,string,~yarn,ball of yarn | ball | lose play use | 🧶🧵
scissors | 가위,망치,드라이버,공구 | +scissors,hammer,screwdriver,tool | paint brush | lose use buy | ✂️🔨
comb | 빗,가발,머리핀 | comb,wig,hairpin,hairbrush | flower pin | lose wear give | 
perfume | 향수,로션,립스틱,선크림 | ~perfume,~lotion,lipstick,~sunscreen | medicine | lose give buy use | 💄🧴
towel | 수건,휴지,화장지,손수건 | towel,tissue,handkerchief,~toilet paper | blanket | lose give use buy | 🧻
tent | 텐트,침낭,돗자리 | tent,sleeping bag,picnic mat | blanket | lose buy use | ⛺
firework | 불꽃놀이,폭죽,모닥불 | firework,bonfire,sparkler | sparkles | light fear | 🎆🎇
egg_toast | 계란빵,달걀찜 | custard,pudding | egg | eat cook buy give | 🍮
passport | 여권,비행기표,기차표,표,입장권 | passport,ticket,boarding pass | letter | lose give buy | 🎫
calendar | 달력,시간표,계획표 | calendar,schedule,planner | sign | read lose | 📅📆
statue | 동상,조각상,석상 | statue,sculpture | trophy | fear break | 🗿
feather | 깃털,낙엽,나뭇잎,네잎클로버 | feather,leaf,four-leaf clover | flower | lose give | 🍀🍂🪶
shell | 조개,조개껍데기,소라,불가사리 | shell,seashell,starfish | coin | lose give | 🐚
bridge | 다리를 건,육교,터널 | bridge,tunnel | river | fear | 🌉
"""
