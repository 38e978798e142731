/**
 * Words that ask, by language and by what they ask for; those of English are read with the question itself. A line of
 * several words is a phrase: "wie viele" asks for a number, "wie" alone for a manner.
 */
import { listedLanguage } from './languages-alike.ts';

/** What a question word asks for; `thing` leaves it open. */
export type AskedFor =
  | 'person'
  | 'place'
  | 'time'
  | 'reason'
  | 'number'
  | 'manner'
  | 'thing'
  | 'year'
  | 'country'
  | 'city';

type AskingWords = Partial<Readonly<Record<AskedFor, string>>>;

/** By ISO 639-1 code, lower case, separated by commas. */
// biome-ignore format: a table reads better in rows
const ASKING: Readonly<Record<string, AskingWords>> = {
  ar: { person: 'من, لمن, مَن, من هو, من هي, من الذي', place: 'أين, اين, من أين', time: 'متى, في أي تاريخ, في أي يوم', reason: 'لماذا, لم, ما سبب', number: 'كم, كم عدد, ما عدد', manner: 'كيف', thing: 'ما, ماذا, ما هو, ما هي, أي, بماذا, هل, ما الذي', year: 'في أي عام, في أي سنة, أي عام, ما العام', country: 'أي بلد, أي دولة', city: 'أي مدينة' },
  bg: { person: 'кой, коя, кои, кого, чий, чия', place: 'къде', time: 'кога', reason: 'защо', number: 'колко', manner: 'как', thing: 'какво, какъв, каква, какви, кое, дали', year: 'коя година', country: 'коя страна, коя държава', city: 'кой град' },
  ca: { person: 'qui', place: 'on', time: 'quan', reason: 'per què', number: 'quant, quants, quanta, quantes', manner: 'com', thing: 'què, quin, quina, quins, quines', year: 'quin any', country: 'quin país', city: 'quina ciutat' },
  cs: { person: 'kdo, koho, komu, kým, čí', place: 'kde, kam, odkud', time: 'kdy', reason: 'proč', number: 'kolik, kolika', manner: 'jak', thing: 'co, čeho, čem, jaký, jaká, jaké, který, která, které, kterou, jakou, zda', year: 'kterém roce, jakém roce', country: 'které zemi, jaké zemi', city: 'kterém městě' },
  da: { person: 'hvem, hvis', place: 'hvor', time: 'hvornår', reason: 'hvorfor', number: 'hvor mange, hvor meget, hvor gammel, hvor lang, hvor længe, hvor stor', manner: 'hvordan', thing: 'hvad, hvilken, hvilket, hvilke', year: 'hvilket år', country: 'hvilket land', city: 'hvilken by' },
  de: { person: 'wer, wen, wem, wessen', place: 'wo, wohin, woher', time: 'wann, an welchem tag, welches datum', reason: 'warum, wieso, weshalb, weswegen', number: 'wie viel, wie viele, wieviel, wieviele, wie hoch, wie alt, wie lang, wie lange, wie groß, wie weit, wie oft, wie schnell, wie schwer', manner: 'wie', thing: 'wie heißt, wie heißen, wie hieß, wie lautet, wie nennt, wie nannte, was, welche, welcher, welches, welchen, welchem, wofür, womit, wodurch, woran, worauf, worin, worüber, wovon, wozu, woraus', year: 'welchem jahr, welches jahr', country: 'welches land, welchem land, welche länder', city: 'welche stadt, welcher stadt' },
  el: { person: 'ποιος, ποιον, ποιοι, ποιους, ποιανού', place: 'πού, που', time: 'πότε', reason: 'γιατί', number: 'πόσο, πόσα, πόσοι, πόσες, πόσους, πόση, πόσος, πόσων', manner: 'πώς', thing: 'τι, ποια, ποιο, ποιες, ποιων, ποιας, ποιου', year: 'ποιο έτος, ποια χρονιά, ποιο χρόνο', country: 'ποια χώρα', city: 'ποια πόλη' },
  es: { person: 'quién, quiénes, quien, quienes', place: 'dónde, adónde, donde', time: 'cuándo, cuando, qué día, qué fecha', reason: 'por qué', number: 'cuánto, cuánta, cuántos, cuántas, qué porcentaje, qué cantidad', manner: 'cómo', thing: 'cómo se llama, cómo se llamaba, cómo se denomina, qué, cuál, cuáles, que, cual', year: 'qué año, que año', country: 'qué país, qué países', city: 'qué ciudad, qué ciudades' },
  fa: { person: 'چه کسی, کی, چه کسانی', place: 'کجا, کجاست', time: 'چه زمانی, چه وقت', reason: 'چرا', number: 'چند, چقدر, چه تعداد', manner: 'چگونه, چطور', thing: 'چه, چیست, کدام, آیا, چی', year: 'چه سالی, کدام سال', country: 'کدام کشور, چه کشوری', city: 'کدام شهر, چه شهری' },
  fi: { person: 'kuka, kenen, ketä, ketkä, keitä, kenelle', place: 'missä, mihin, mistä', time: 'milloin', reason: 'miksi', number: 'kuinka monta, kuinka paljon, montako, kuinka moni, kuinka pitkä, kuinka suuri', manner: 'miten, kuinka', thing: 'mikä, mitä, minkä, mitkä, millainen, mille, millä', year: 'minä vuonna', country: 'missä maassa, mikä maa', city: 'missä kaupungissa, mikä kaupunki' },
  fr: { person: 'qui, à qui, de qui', place: 'où, d où', time: 'quand, quelle date, quel jour, quel moment', reason: 'pourquoi, pour quelle raison, pour quelles raisons', number: 'combien, quel pourcentage, quel nombre, quelle distance, quelle proportion', manner: 'comment, de quelle manière, de quelle façon', thing: 'que, quoi, quel, quelle, quels, quelles, lequel, laquelle, lesquels, lesquelles, est ce, qu est, comment s appelle, comment se nomme, comment appelle t', year: 'quelle année, quelles années', country: 'quel pays, quels pays', city: 'quelle ville, quelles villes' },
  he: { person: 'מי, למי, של מי', place: 'איפה, היכן, לאן, מאין', time: 'מתי', reason: 'למה, מדוע', number: 'כמה', manner: 'איך, כיצד', thing: 'מה, מהו, מהי, איזה, איזו, אילו, האם', year: 'באיזו שנה, איזו שנה', country: 'איזו מדינה', city: 'איזו עיר' },
  hi: { person: 'कौन, किसने, किसे, किसको, किसके, किसका, किसकी', place: 'कहाँ, कहां', time: 'कब, किस दिन, किस तारीख', reason: 'क्यों', number: 'कितने, कितनी, कितना', manner: 'कैसे', thing: 'क्या, किस, किन, कौन सा, कौन सी, कौन से, कौनसा, किससे', year: 'किस वर्ष, किस साल', country: 'किस देश, कौन सा देश', city: 'किस शहर, कौन सा शहर' },
  hr: { person: 'tko, ko, koga, kome, čiji', place: 'gdje, gde, kamo, odakle', time: 'kada, kad', reason: 'zašto', number: 'koliko', manner: 'kako', thing: 'što, šta, koji, koja, koje, kakav, kojoj, kojem', year: 'koje godine, kojoj godini', country: 'kojoj državi, koja država', city: 'kojem gradu, koji grad' },
  hu: { person: 'ki, kit, kik, kinek, kié', place: 'hol, hová, honnan', time: 'mikor', reason: 'miért', number: 'hány, mennyi, hányan', manner: 'hogyan, hogy', thing: 'mi, mit, melyik, milyen, mely, minek', year: 'melyik évben, hányban', country: 'melyik országban', city: 'melyik városban' },
  id: { person: 'siapa, siapakah', place: 'di mana, dimana, ke mana, dari mana, manakah', time: 'kapan, kapankah, bilakah', reason: 'mengapa, kenapa', number: 'berapa, berapakah', manner: 'bagaimana, bagaimanakah', thing: 'apa, apakah, mana', year: 'tahun berapa', country: 'negara mana, negara apa', city: 'kota mana, kota apa' },
  it: { person: 'chi, a chi, di chi, da chi', place: 'dove, dov è', time: 'quando, che giorno, quale data', reason: 'perché, perchè', number: 'quanto, quanta, quanti, quante, che percentuale, quale percentuale', manner: 'come', thing: 'come si chiama, come si chiamava, che, cosa, che cosa, quale, quali, qual, cos è', year: 'che anno, quale anno', country: 'quale paese, che paese, quale nazione', city: 'quale città, che città' },
  ja: { person: '誰, だれ, どなた, 何者', place: 'どこ, 何処', time: 'いつ, 何月, 何日, 何時', reason: 'なぜ, 何故, どうして', number: 'いくつ, いくら, 何人, 何個, 何回, 何歳, 何年間, 何メートル, 何キロ, 何本, 何台, 何度, 何曲, 何枚, 何パーセント, どのくらい, どれくらい, どれほど', manner: 'どのように, どうやって, いかに', thing: '何, なに, なん, どの, どれ, どちら, どんな, 何と, 何が, 何を, 何という, 何の, どう', year: '何年', country: 'どの国, 何という国, どこの国', city: 'どの都市, 何市, どこの都市' },
  ko: { person: '누구, 누가, 누굴', place: '어디, 어디에, 어디서, 어느 곳', time: '언제, 며칠, 몇 월', reason: '왜, 이유는', number: '몇, 얼마, 몇 명, 얼마나, 몇명', manner: '어떻게', thing: '무엇, 무슨, 어느, 어떤, 뭐, 뭔, 뭘, 무엇인가', year: '몇 년, 몇년, 어느 해', country: '어느 나라, 어떤 나라', city: '어느 도시, 어떤 도시' },
  nl: { person: 'wie, wiens', place: 'waar, waarheen, waarvandaan', time: 'wanneer', reason: 'waarom', number: 'hoeveel, hoe lang, hoe oud, hoe groot, hoe ver, hoe vaak, hoe hoog', manner: 'hoe', thing: 'hoe heet, hoe heette, wat, welke, welk, waarmee, waarover, waarvoor', year: 'welk jaar', country: 'welk land', city: 'welke stad' },
  no: { person: 'hvem, hvis', place: 'hvor', time: 'når', reason: 'hvorfor', number: 'hvor mange, hvor mye, hvor gammel, hvor lenge, hvor lang, hvor stor', manner: 'hvordan', thing: 'hva, hvilken, hvilket, hvilke', year: 'hvilket år', country: 'hvilket land', city: 'hvilken by' },
  pl: { person: 'kto, kogo, komu, kim, czyj, czyja', place: 'gdzie, dokąd, skąd', time: 'kiedy', reason: 'dlaczego, czemu', number: 'ile, ilu', manner: 'jak, w jaki sposób', thing: 'co, czego, czym, jaki, jaka, jakie, jakim, jakiej, który, która, które, której, którym, czy', year: 'którym roku, jakim roku', country: 'którym kraju, jakim kraju, jaki kraj', city: 'którym mieście, jakim mieście, jakie miasto' },
  pt: { person: 'quem, a quem, de quem', place: 'onde, aonde, de onde', time: 'quando, que dia, que data', reason: 'por que, porque, porquê, por quê', number: 'quanto, quanta, quantos, quantas, que porcentagem, qual porcentagem', manner: 'como', thing: 'como se chama, como se chamava, que, o que, quê, qual, quais', year: 'que ano, qual ano', country: 'que país, qual país', city: 'que cidade, qual cidade' },
  ro: { person: 'cine, cui, al cui, a cui', place: 'unde', time: 'când', reason: 'de ce', number: 'cât, câtă, câți, câte, câţi, ce procent', manner: 'cum', thing: 'ce, care, căror', year: 'ce an, care an', country: 'ce țară, care țară, ce ţară', city: 'ce oraș, care oraș, ce oraş' },
  ru: { person: 'кто, кого, кому, кем, чей, чья, чьё', place: 'где, куда, откуда', time: 'когда', reason: 'почему, зачем', number: 'сколько, скольких, каков процент, какой процент, какова доля', manner: 'как, каким образом', thing: 'как называется, как называлась, как назывался, как называют, что, чего, чем, чему, какой, какая, какое, какие, каким, какую, каких, какого, какова, каково, каковы, каков, который, которая', year: 'каком году, какой год', country: 'какой стране, какая страна, какие страны', city: 'каком городе, какой город' },
  sv: { person: 'vem, vems, vilka', place: 'var, vart, varifrån', time: 'när', reason: 'varför', number: 'hur många, hur mycket, hur gammal, hur länge, hur lång, hur stor', manner: 'hur', thing: 'vad, vilken, vilket', year: 'vilket år', country: 'vilket land', city: 'vilken stad' },
  th: { person: 'ใคร, ผู้ใด', place: 'ที่ไหน, ที่ใด, แห่งใด, ไหน', time: 'เมื่อไร, เมื่อไหร่, เมื่อใด, วันใด, วันไหน', reason: 'ทำไม, เหตุใด, เพราะอะไร, เพราะเหตุใด', number: 'เท่าไร, เท่าไหร่, เท่าใด, กี่, กี่คน, มากแค่ไหน', manner: 'อย่างไร, ยังไง', thing: 'อะไร, ใด, สิ่งใด, หรือไม่', year: 'ปีใด, ปีไหน, ปีอะไร, ปี ใด', country: 'ประเทศใด, ประเทศอะไร, ประเทศไหน', city: 'เมืองใด, เมืองอะไร, เมืองไหน' },
  tr: { person: 'kim, kimin, kime, kimi, kimler, kimdir, kimdi', place: 'nerede, nereye, nereden, neresi, nerededir', time: 'ne zaman, hangi tarihte, hangi gün', reason: 'neden, niçin, niye', number: 'kaç, ne kadar, yüzde kaç, kaçıncı', manner: 'nasıl', thing: 'ne, nedir, neydi, neyi, neyin, hangi, hangisi, hangileri, nelerdir, neler', year: 'hangi yıl, hangi yılda, kaç yılında', country: 'hangi ülke, hangi ülkede', city: 'hangi şehir, hangi şehirde, hangi kent' },
  uk: { person: 'хто, кого, кому, ким, чий, чия', place: 'де, куди, звідки', time: 'коли', reason: 'чому, навіщо', number: 'скільки', manner: 'як, яким чином', thing: 'що, чого, чим, який, яка, яке, які, якої, яку, яким, чи', year: 'якому році, якого року', country: 'якій країні, яка країна', city: 'якому місті, яке місто' },
  vi: { person: 'ai, người nào, của ai', place: 'ở đâu, đâu, nơi nào, từ đâu', time: 'khi nào, bao giờ, lúc nào, ngày nào', reason: 'tại sao, vì sao', number: 'bao nhiêu, mấy, bao lâu, bao xa', manner: 'như thế nào, thế nào, bằng cách nào', thing: 'gì, cái gì, điều gì, nào', year: 'năm nào', country: 'nước nào, quốc gia nào', city: 'thành phố nào' },
  zh: { person: '谁, 誰, 哪位, 何人, 什么人, 什麼人', place: '哪里, 哪裡, 哪儿, 何处, 何處, 什么地方, 什麼地方, 哪个地区, 哪個地區', time: '什么时候, 什麼時候, 何时, 何時, 哪天, 哪一天, 几月, 幾月, 什么时间', reason: '为什么, 為什麼, 为何, 為何, 什么原因, 什麼原因', number: '多少, 几, 幾, 多长, 多長, 多大, 多高, 多远, 多遠, 多久, 多少人', manner: '如何, 怎么, 怎麼, 怎样, 怎樣', thing: '什么, 什麼, 哪, 哪个, 哪個, 哪些, 哪种, 哪種, 何, 何种, 何種, 吗, 嗎, 甚麼', year: '哪一年, 哪年, 何年, 几年, 幾年', country: '哪个国家, 哪個國家, 哪国, 哪國', city: '哪个城市, 哪個城市, 哪座城市' },
};

export interface AskingPhrase {
  readonly askedFor: AskedFor;
  /** The words as written, lower case, one after the other. */
  readonly words: readonly string[];
  /** The asking words as one text, for scripts without spaces. */
  readonly text: string;
}

const byLength = (a: AskingPhrase, b: AskingPhrase): number =>
  b.words.length - a.words.length || b.text.length - a.text.length;

const readPhrases = (language: string): AskingPhrase[] =>
  Object.entries(ASKING[listedLanguage(language)] ?? {})
    .flatMap(([askedFor, list]) =>
      list.split(', ').map((text) => ({ askedFor: askedFor as AskedFor, words: text.split(' '), text })),
    )
    .sort(byLength);

const known = new Map<string, readonly AskingPhrase[]>();

/** The phrases of a language that ask, the longest first; none for English and languages not known here. */
export const askingPhrases = (language: string): readonly AskingPhrase[] => {
  return known.getOrInsertComputed(language, readPhrases);
};
