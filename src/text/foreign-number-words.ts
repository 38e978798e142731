/**
 * In: a language but English. Out: its words for the numbers from two to twelve, for the powers of ten that have a name, and for
 * halves, thirds and quarters: how counts are written without digits.
 */
import { listedLanguage } from './languages-alike.ts';

/** By ISO 639-1 code, lower case; forms that stemmers do not join are listed. */
const NUMBER_WORDS: Readonly<Record<string, string>> = {
  ar: `اثنان اثنين اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثمان تسعة تسع عشرة عشر مائة مئة ألف آلاف مليون
    ملايين مليار مليارات نصف ثلث ربع`,
  bg: 'два две три четири пет шест седем осем девет десет единадесет дванадесет сто хиляди милион милиона милиард половина третина',
  ca: 'dos dues tres quatre cinc sis set vuit nou deu onze dotze cent mil milió milions meitat terç quart',
  cs: 'dva dvě tři čtyři pět šest sedm osm devět deset jedenáct dvanáct sto tisíc milion milionů miliarda polovina třetina čtvrtina',
  da: 'to tre fire fem seks syv otte ni ti elleve tolv hundrede tusind million millioner milliard halvdelen tredjedel kvart',
  de: `zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend million millionen milliarde milliarden hälfte
    drittel viertel dutzend`,
  el: `δύο δυο τρεις τρία τέσσερις τέσσερα πέντε έξι επτά εφτά οκτώ οχτώ εννέα εννιά δέκα έντεκα δώδεκα εκατό χίλια χιλιάδες
    εκατομμύριο εκατομμύρια δισεκατομμύρια μισό τρίτο τέταρτο`,
  es: `dos tres cuatro cinco seis siete ocho nueve diez once doce cien ciento mil millón millones mitad tercio cuarto docena`,
  fa: 'دو سه چهار پنج شش هفت هشت نه ده یازده دوازده صد هزار میلیون میلیارد نصف',
  fi: 'kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen sata tuhat miljoona miljoonaa miljardi puolet kolmannes',
  fr: `deux trois quatre cinq six sept huit neuf dix onze douze cent cents mille million millions milliard milliards moitié tiers
    quart douzaine`,
  he: 'שניים שתיים שלושה שלוש ארבעה ארבע חמישה חמש שישה שש שבעה שבע שמונה תשעה תשע עשרה עשר מאה אלף מיליון מיליארד חצי שליש רבע',
  hi: 'दो तीन चार पांच पाँच छह सात आठ नौ दस ग्यारह बारह सौ हज़ार लाख करोड़ मिलियन अरब आधा आधे तिहाई चौथाई',
  hr: 'dva dvije tri četiri pet šest sedam osam devet deset jedanaest dvanaest sto tisuća tisuće hiljada milijun milijuna milijarda polovica trećina',
  hu: 'két kettő három négy öt hat hét nyolc kilenc tíz tizenegy tizenkét száz ezer millió milliárd fele harmada negyede',
  id: 'dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas ratus seratus ribu seribu juta miliar setengah sepertiga',
  it: `due tre quattro cinque sei sette otto nove dieci undici dodici cento mille mila milione milioni miliardo miliardi metà
    terzo quarto dozzina`,
  ja: '二 三 四 五 六 七 八 九 十 百 千 万 億 兆 半分 半数',
  ko: '둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 두 세 네 백 천 만 억 조 절반',
  nl: 'twee drie vier vijf zes zeven acht negen tien elf twaalf honderd duizend miljoen miljard helft derde kwart dozijn',
  no: 'to tre fire fem seks sju syv åtte ni ti elleve tolv hundre tusen million millioner milliard halvparten tredjedel',
  pl: 'dwa dwie dwóch trzy trzech cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście sto tysiąc tysiące tysięcy milion miliony milionów miliard połowa',
  pt: `dois duas três quatro cinco seis sete oito nove dez onze doze cem cento mil milhão milhões bilhão bilhões metade terço
    quarto dúzia`,
  ro: `doi două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece sută sute mie mii milion milioane miliard
    miliarde jumătate treime sfert`,
  ru: `два две двух три трёх трех четыре четырёх пять пяти шесть семь восемь девять десять одиннадцать двенадцать сто тысяча тысяч
    миллион миллионов миллиард миллиардов половина половину треть четверть`,
  sv: 'två tre fyra fem sex sju åtta nio tio elva tolv hundra tusen miljon miljoner miljard hälften tredjedel',
  th: 'สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ ร้อย พัน หมื่น แสน ล้าน ครึ่ง',
  tr: 'iki üç dört beş altı yedi sekiz dokuz on yüz bin milyon milyar yarısı çeyreği',
  uk: 'два дві двох три трьох чотири п’ять шість сім вісім дев’ять десять одинадцять дванадцять сто тисяча тисяч мільйон мільйонів мільярд половина половину',
  vi: 'hai ba bốn năm sáu bảy tám chín mười trăm nghìn ngàn triệu tỷ nửa',
  zh: '二 两 三 四 五 六 七 八 九 十 百 千 万 亿 半数 一半',
};

/** The words in one line, lower case; none for a language that is not known. */
export const foreignNumberWords = (language: string): string => NUMBER_WORDS[listedLanguage(language)] ?? '';
