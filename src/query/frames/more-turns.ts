/** What is said most in further languages: greetings and thanks, and how the latest is asked for. */
import type { Turns } from './turns.ts';

/** By ISO 639-1 code. */
// biome-ignore-start format: a table reads better in rows
export const MORE_TURNS: Readonly<Record<string, Partial<Turns>>> = {
  bg: {
    hello: 'здравей|здравейте|привет|здрасти|добър (?:ден|вечер)|добро утро',
    talk: 'благодаря мерси чао извинявай',
    among: 'много ти ви за отговора помощта на всички',
    chat: 'как си|кой си(?: ти)?|какво можеш(?: да правиш)?|кажи виц|лека нощ',
    latest:
      '(?:какво|нещо) ново (?:за|около|с|в|от)|(?:последните|най[- ]новите) новини(?: (?:за|от))?|новини (?:за|от)|какво става (?:с|със|в|във)',
    still: 'все още',
    news: 'новини ново последните случи стана става днес вчера седмица',
  },
  cs: {
    hello: 'ahoj|čau|nazdar|dobrý (?:den|večer)|dobré ráno|zdravím',
    talk: 'díky děkuji děkuju nashle promiň',
    among: 'moc za odpověď pomoc všem',
    chat: 'jak se (?:máš|vede|jmenuješ)|kdo jsi|co umíš|řekni vtip|dobrou noc',
    latest:
      '(?:co je|něco) nového (?:o|ohledně|s|se|v|ve|u)|(?:nejnovější|poslední|aktuální) (?:zprávy|informace|novinky)(?: (?:o|z|ze|ohledně))?|(?:zprávy|novinky) (?:o|z|ze)|co se děje (?:s|se|v|ve|na)',
    still: 'stále|pořád',
    news: 'zprávy novinky nového nejnovější poslední stalo děje dnes včera týden',
  },
  da: {
    hello: 'hejsan|goddag|god (?:morgen|aften)|godmorgen|hejsa',
    talk: 'mange tusind farvel undskyld',
    among: 'tak for svaret hjælpen alle',
    chat: 'tak|mange tak|tusind tak|hvordan (?:går det|har du det)|hvem er du|hvad kan du|fortæl en vittighed|godnat',
    latest:
      '(?:det )?seneste(?: nyt)? (?:om|fra)|(?:noget|hvad er der(?: af)?) nyt (?:om|fra|med)|nyheder (?:om|fra)|hvad sker der (?:med|i)',
    still: 'stadig|stadigvæk',
    news: 'nyheder nyt seneste sket skete sker ugen',
  },
  el: {
    hello: 'γεια|γεια σου|γεια σας|καλημέρα|καλησπέρα|χαίρετε',
    talk: 'ευχαριστώ αντίο συγγνώμη τέλεια',
    among: 'πολύ σε για την απάντηση βοήθεια',
    chat: 'τι (?:κάνεις|γίνεται)|πώς είσαι|ποιος είσαι|τι μπορείς να κάνεις|πες (?:μου )?ένα ανέκδοτο|καληνύχτα',
    latest:
      '(?:τι νέα|κανένα νέο) (?:για|από|με)(?: (?:το|τον|την|τη|τα|τους|τις))?|(?:τα )?(?:τελευταία|πρόσφατα) νέα(?: (?:για|από))?(?: (?:το|τον|την|τη|τα))?|(?:νέα|ειδήσεις) (?:για|από)(?: (?:το|τον|την|τη|τα))?|τι (?:γίνεται|συμβαίνει) (?:με|στο|στη|στην|στον)',
    still: 'ακόμα|ακόμη',
    news: 'νέα ειδήσεις τελευταία συνέβη έγινε γίνεται σήμερα χθες εβδομάδα',
  },
  fa: {
    hello: 'سلام|درود',
    chat: 'ممنون|مرسی|متشکرم|خوبی|چطوری|(?:تو )?کی هستی|شب بخیر',
    latest: '(?:آخرین|جدیدترین) (?:اخبار|خبرها|خبر)(?: (?:درباره|از|در))?|(?:اخبار|خبر) (?:درباره|از)',
    still: 'هنوز',
    news: 'اخبار خبر آخرین جدیدترین امروز دیروز',
  },
  fi: {
    hello: 'moi|moikka|terve|hyvää (?:huomenta|päivää|iltaa)|huomenta',
    talk: 'kiitos kiitti heippa anteeksi',
    among: 'paljon vastauksesta avusta kaikille',
    chat: 'mitä kuuluu|kuka (?:sä |sinä )?(?:oot|olet)|mitä osaat|kerro vitsi|hyvää yötä',
    latest: '(?:viimeisimmät|uusimmat|tuoreimmat) (?:uutiset|tiedot)|uutisia',
    still: 'vielä|edelleen|yhä',
    news: 'uutiset uutisia uutta uusimmat viimeisimmät tapahtui tapahtunut tänään eilen viikolla',
  },
  he: {
    hello: 'שלום|היי|בוקר טוב|ערב טוב',
    chat: 'תודה(?: רבה)?|מה (?:שלומך|נשמע)|מי אתה|לילה טוב|ספר בדיחה',
    latest: '(?:מה )?(?:חדש|החדשות|חדשות)(?: האחרונות)? (?:על|עם)|מה קורה (?:עם)',
    still: 'עדיין',
    news: 'חדשות חדש קרה היום אתמול השבוע',
  },
  hi: {
    hello: 'नमस्ते|नमस्कार|हैलो|हेलो',
    chat: '(?:बहुत )?(?:धन्यवाद|शुक्रिया)|(?:आप|तुम) (?:कैसे|कैसी) (?:हैं|हो)|(?:आप|तुम) कौन (?:हैं|हो)|क्या हाल है|चुटकुला सुनाओ|शुभ रात्रि',
    latestOf:
      '(?:(?:के बारे में|की|के|का) )?(?:ताज़ा|ताजा|नई|नवीनतम) (?:खबर|ख़बर|खबरें|समाचार|जानकारी)(?: क्या है| बताओ)?',
    still: 'अभी भी|अब भी',
    news: 'खबर खबरें समाचार ताज़ा ताजा आज कल हुआ हफ्ते',
  },
  hr: {
    hello: 'bok|zdravo|pozdrav|dobar dan|dobro jutro|dobra večer',
    talk: 'hvala',
    among: 'puno lijepa vam ti na odgovoru pomoći svima',
    chat: 'kako si|t?ko si(?: ti)?|(?:što|šta) znaš|reci vic|laku noć',
    latest:
      '(?:(?:što|šta) je|ima li(?: što| šta)?|(?:što|šta) ima) novo(?:g|ga)? (?:o|s|sa|u|oko)|(?:najnovije|zadnje|posljednje|poslednje) (?:vijesti|vesti)(?: (?:o|iz))?|(?:vijesti|vesti) (?:o|iz)|(?:što|šta) se (?:događa|dešava) (?:s|sa|u)',
    still: 'još (?:uvijek|uvek)|i dalje',
    news: 'vijesti vesti novosti najnovije dogodilo događa danas jučer juče tjedan',
  },
  hu: {
    hello: 'szia|sziasztok|szervusz|üdv|jó (?:reggelt|napot|estét)',
    talk: 'köszi köszönöm viszlát bocs',
    among: 'szépen a választ segítséget mindenkinek',
    chat: 'hogy vagy|mizu|ki vagy(?: te)?|mit tudsz|mondj egy viccet|jó éjt',
    latest: '(?:legfrissebb|legújabb|friss) (?:hírek|híreket)(?: (?:a|az))?',
    still: 'még mindig',
    news: 'hírek híreket legfrissebb történt történik tegnap héten',
  },
  no: {
    hello: 'heisann|god (?:morgen|kveld)|hei',
    talk: 'takk unnskyld',
    among: 'tusen mange for svaret hjelpen alle skal du ha',
    chat: 'hvordan (?:går det|har du det)|hvem er du|hva kan du|fortell en vits|god natt',
    latest:
      '(?:det )?siste(?: nytt)? (?:om|fra)|(?:noe|hva er) nytt (?:om|fra|med)|nyheter (?:om|fra)|hva skjer (?:med|i)',
    still: 'fortsatt|fremdeles',
    news: 'nyheter nytt siste skjedd skjedde skjer uken',
  },
  ro: {
    hello: 'bună(?: ziua| seara| dimineața)?|salutare',
    talk: 'mulțumesc mersi scuze',
    among: 'mult frumos pentru răspuns ajutor tuturor',
    chat: 'ce (?:mai )?faci|cine ești(?: tu)?|ce știi să faci|spune(?:-mi|mi| mi)? (?:o glumă|un banc)|noapte bună',
    latest:
      'ce (?:mai )?(?:e nou|noutăți sunt) (?:cu|despre|în|la)|(?:ultimele|cele mai noi) (?:știri|noutăți|vești)(?: (?:despre|din|de la|cu))?|(?:știri|noutăți|vești) (?:despre|din|de la)|ce se întâmplă (?:cu|în|la)',
    still: 'încă',
    news: 'știri noutăți ultimele întâmplat întâmplă azi ieri săptămâna',
  },
  sv: {
    hello: 'hejsan|tjena|hallå|god (?:morgon|kväll)',
    talk: 'tack tackar förlåt hejdå',
    among: 'så mycket för svaret hjälpen ska du ha alla',
    chat: 'hur (?:mår du|är läget)|vem är du|vad kan du(?: göra)?|berätta ett skämt|god natt',
    latest:
      '(?:vad är )?(?:det )?senaste(?: (?:nytt|nyheterna|nyheter))? (?:om|från|kring)|(?:vad är|något|nåt) nytt (?:om|med|kring|från)|nyheter (?:om|från)|vad händer (?:med|i)',
    still: 'fortfarande',
    news: 'nyheter nytt senaste hänt hände händer idag igår veckan',
  },
  th: {
    hello: '(?:สวัสดี|หวัดดี)(?:ครับ|ค่ะ|คับ)?',
    chat: '(?:ขอบคุณ|ขอบใจ)(?:มาก)?(?:ๆ)?(?:ครับ|ค่ะ|นะ)?|สบายดีไหม|คุณ(?:คือ|เป็น)ใคร|ทำอะไรได้บ้าง|เล่าเรื่องตลก',
    latest: 'ข่าวล่าสุด(?:เกี่ยวกับ|ของ|จาก)?|ข่าวเกี่ยวกับ|ความคืบหน้า(?:ของ|ล่าสุด)?',
    still: 'ยังคง',
    news: 'ข่าว ล่าสุด วันนี้ เมื่อวาน เกิด ขึ้น',
  },
  vi: {
    hello: '(?:xin )?chào(?: bạn)?',
    chat: '(?:cảm|cám) ơn(?: bạn)?(?: nhiều)?|tạm biệt|xin lỗi|bạn (?:khỏe không|là ai|tên(?: là)? gì|làm được gì)|kể chuyện cười|chúc ngủ ngon',
    latest:
      '(?:có )?(?:tin|tin tức|thông tin) (?:gì )?mới(?: nhất)?(?: (?:về|từ|ở))?|(?:có )?gì mới (?:về|ở|với)|chuyện gì đang xảy ra (?:với|ở)',
    still: 'vẫn còn',
    news: 'tin tức mới nhất hôm nay qua tuần',
  },
};
// biome-ignore-end format: a table reads better in rows
