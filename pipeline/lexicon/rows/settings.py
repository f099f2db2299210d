# ruff: noqa: E501  (a row of a table is one line)
"""Where and when: places, times of day and the weather.

id | Korean words | English words | visual words | emoji

Words with a space are phrases: they are looked for at the start of a word and may run on ("비 오" finds 비 오는).
"""

PLACES = """
street | 거리,길,골목,길거리,골목길,횡단보도,동네,길바닥,사거리 | street,road,alley,sidewalk,crosswalk,neighborhood,corner,avenue | street | 🛣️
park | 공원,잔디밭,산책로,놀이공원,동물원 | park,lawn,amusement park,zoo,meadow | park | 🏞️🎡
beach | 바다,바닷가,해변,해수욕장,해운대,섬,제주도 | beach,sea,seaside,shore,island,ocean,coast | beach | 🏖️🌊🏝️
forest | 숲,숲속,정글,밀림 | forest,woods,jungle,wood | forest | 
mountain | 산,등산,한라산,지리산,설악산,산꼭대기,언덕 | mountain,hill,summit,cliff,hiking trail,peak | mountain | ⛰️🏔️🗻
city | 도시,시내,서울,도심,강남,빌딩 | city,downtown,town,Seoul,New York,skyscraper,metropolis | city | 🏙️🌆🌃
classroom | 교실,수업,강의실,학원,교무실,수업시간 | classroom,class,lecture,detention | classroom | 🏫
living_room | 거실,집,집안,우리집,아파트,자취방 | living room,house,home,apartment,flat,lounge | living room | 🏠🏡
bedroom | 침실,방,내 방,이불 속,침대 밑 | bedroom,room,under the bed,dorm | bedroom | 
kitchen | 부엌,주방 | kitchen,pantry | kitchen | 
cafe | 카페,찻집,커피숍,빵집,제과점 | cafe,coffee shop,tea house,bakery,café | cafe | 
office | 회사,사무실,직장,회의실,회의,출근길,면접장,면접 | office,workplace,meeting room,meeting,cubicle,job interview,interview | office | 🏢
school_yard | 운동장,학교,체육시간,운동회,소풍 | school yard,school,schoolyard,field day,gym class | school yard | 
library | 도서관,서점,책방 | library,bookstore,bookshop,archive | library | 
supermarket | 마트,슈퍼,슈퍼마켓,시장,백화점,가게 | supermarket,grocery store,market,mall,store,shop | supermarket | 🛒🏬
subway | 지하철,전철,기차역,지하철역,역 | subway,metro,tube,train station,underground,station | subway | 🚇
bus_stop | 정류장,버스정류장,버스 정류장,터미널 | bus stop,bus station | bus stop | 🚏
hospital | 병원,치과,응급실,보건실,동물병원 | hospital,clinic,emergency room,dentist's office | hospital | 🏥
rooftop | 옥상,지붕,옥탑방,베란다 | rooftop,roof,balcony | rooftop | 
river | 강,강가,한강,개울,호수,연못,낚시터 | river,lake,pond,stream,creek,riverside | river | 
snowy_field | 눈밭,설원,남극,북극,스키장,빙판 | snowy field,Antarctica,Arctic,ski slope,North Pole,South Pole,snowfield | snowy field | ⛷️
space | 우주,달나라,화성,우주정거장,은하,달에,행성,블랙홀 | space,outer space,moon,Mars,galaxy,planet,space station,black hole | space | 🌌🪐🌕🌙
desert | 사막,오아시스,피라미드 | desert,oasis,pyramid,dune | desert | 🏜️🐪
farm | 농장,밭,목장,과수원,논 | farm,barn,ranch,orchard,field | farm | 🚜
playground | 놀이터,모래밭 | playground,sandbox | playground | 
restaurant | 식당,음식점,분식집,맛집,레스토랑,중국집,치킨집,고깃집,뷔페 | restaurant,diner,eatery,buffet,food court,cafeteria | restaurant | 🍽️
stage | 무대,공연장,콘서트,오디션,극장,장기자랑,시상식 | stage,theater,theatre,concert,audition,talent show,open mic | stage | 🎪
underwater | 바닷속,물속,수족관,심해,용궁 | underwater,aquarium,deep sea,bottom of the sea,coral reef | underwater | 🤿
garden | 정원,마당,꽃밭,텃밭,뒷마당 | garden,yard,backyard,greenhouse | garden | 
bathroom | 화장실,욕실,목욕탕,세면대 | bathroom,restroom,toilet,washroom | bathroom | 🚽
convenience_store | 편의점 | convenience store,corner store,gas station,7-Eleven | convenience store | 🏪
countryside | 시골,시골길,시골집,고향,들판,마을 | countryside,village,country road,hometown | countryside | 
castle | 성,궁전,마왕성,탑,던전 | castle,palace,dungeon,tower,fortress | mountain, door | 🏰
gym | 헬스장,체육관,경기장,운동회장,링,축구장,야구장 | gym,stadium,court,arena,track,pitch,ring side | school yard | 🏟️
haunted_house | 폐가,흉가,귀신의 집,귀신의집,지하실,다락방,무덤,공동묘지 | haunted house,basement,attic,cemetery,graveyard,cellar,mansion,crypt | bedroom | 🏚️🪦
pool | 수영장,워터파크 | pool,swimming pool,water park | river | 🏊
airport | 공항 | airport | city | 🛫
lab | 연구실,실험실 | lab,laboratory | office | 🔬
elevator | 엘리베이터,승강기 | elevator,lift | office | 🛗
campsite | 캠핑장,캠핑 | campsite,camp,camping,campfire | forest | 🏕️⛺
"""

TIMES = """
morning | 아침,오전,출근,등교,월요일 아침 | morning,breakfast,sunrise,Monday morning | morning | 🌅
day | 낮,점심,대낮,오후,한낮,정오 | noon,afternoon,lunchtime,midday,daytime | day | ☀
sunset | 저녁,노을,해질녘,해 질 녘,해 질 무렵,석양,퇴근,하교 | evening,sunset,dusk,twilight,dinner | sunset | 🌇
night | 밤,한밤중,심야,밤중,자정,야근,야간 | night,midnight,tonight,bedtime,late night,late at night,up late,stays late,stayed late,late shift | night | 🌃
dawn | 새벽,동틀녘,꼭두새벽 | dawn,daybreak,crack of dawn | dawn | 
"""

WEATHER = """
sunny | 맑은,화창,햇볕,햇살,여름,더운,무더위,폭염,더위,땡볕 | sunny,sunshine,summer,hot day,heat wave,heatwave | sunny | ☀️🌞
cloudy | 흐린,구름,먹구름 | cloudy,cloud,overcast,gray sky | cloudy | ☁️⛅
rain | 비가 오,비 오,비 내리,비가 내리,비오는,비가오,빗속,소나기,장마,장맛비,빗물,비를 맞,비 맞,비 온 | rain,rainy,raining,shower of rain,drizzle,downpour,wet day | rain | 🌧️☔
snow | 눈이 오,눈 오,눈 내리,눈이 내리,눈오는,첫눈,함박눈,겨울,크리스마스,눈싸움,눈 쌓,눈이 쌓 | snow,snowy,snowing,winter,Christmas,snowfall,blizzard | snow | ❄️🌨️
storm | 태풍,폭풍,폭풍우,폭우 | storm,stormy,thunderstorm,hurricane,typhoon,tornado | storm | ⛈️🌪️
wind | 바람,강풍,돌풍,바람 부는 | wind,windy,breeze,gust | wind | 🌬️💨
fog | 안개,안갯속 | fog,foggy,mist,misty | fog | 🌫️
rainbow | 무지개 | rainbow | rainbow | 🌈
starry_sky | 별,별똥별,은하수,별빛,별밤 | star,starry,shooting star,stargazing,constellation,starry sky | starry sky | ⭐🌟🌠✨
"""
