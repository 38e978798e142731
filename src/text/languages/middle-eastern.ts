/** The words of languages of the Middle East. What each list is for: `language-words.ts`. */
import type { LanguageWords } from './language-words.ts';

export const turkish: LanguageWords = {
  functionWords: `ve veya ya da de ile için gibi kadar göre sonra önce ama fakat ancak çünkü ki bu şu o bir her bazı daha en çok mi mı mu mü ise
    olarak olan oldu olduğu olduğunu olmuştur olmak olup idi dir dır ne onun onlar bunun kendi değil var yok diye üzere karşı
    tarafından arasında içinde üzerinde hem eden etti
    biri birisi birileri kimse hiç herhangi mıydı miydi`,
  asking: {
    person: 'kim, kimin, kime, kimi, kimler, kimdir, kimdi',
    place: 'nerede, nereye, nereden, neresi, nerededir',
    time: 'ne zaman, hangi tarihte, hangi gün',
    reason: 'neden, niçin, niye',
    number: 'kaç, ne kadar, yüzde kaç, kaçıncı',
    manner: 'nasıl',
    thing: 'ne, nedir, neydi, neyi, neyin, hangi, hangisi, hangileri, nelerdir, neler',
    year: 'hangi yıl, hangi yılda, kaç yılında',
    country: 'hangi ülke, hangi ülkede',
    city: 'hangi şehir, hangi şehirde, hangi kent',
  },
  sameMeaning: `öldü ölmüş ölü ölüm öldürüldü öldürdü vefat > hayatını, yaralandı yaralı yaralılar, istifa ayrıldı > bıraktı
    görevinden, yerine halefi, kovuyor kovdu kovuldu çıkarıyor çıkaracak çıkardı, kazandı kazanan aldı şampiyon galip yendi >
    yenerek, yakalandı yakaladı gözaltına tutuklandı, saldırgan saldırı saldırdı bıçakladı`,
  numbers: 'iki üç dört beş altı yedi sekiz dokuz on yüz bin milyon milyar yarısı çeyreği',
  spellings:
    'noldu: ne oldu, nolmuş: ne olmuş, naptı: ne yaptı, nası: nasıl, nerde: nerede, nezaman: ne zaman, zmn: zaman, kaçtane: kaç tane, bi: bir',
  pointing: {
    lead: 've|ya|peki|peki ya|ama',
    about: 'peki ya',
    aboutEnd: 'peki|nasıl|ne durumda',
    place: '(?!)',
    placeEnd: "['’][dt][ae]|(?<![iıuü]n)[dt][ae]",
    persons: 'onun onlar onların',
    others: 'orada onda bunu bunun bu şu o zaman',
  },
  turns: {
    before:
      '(?:selam|merhaba|herkese merhaba)(?: (?:arkadaşlar|millet|herkese|gençler))?|(?:bir |ufak bir |kısa bir )?soru(?:m var)?|bilen var mı|bilginiz var mı|(?:söyler misin|söyler misiniz)|kanka|abi|millet|arkadaşlar|gençler|pardon ama|bu arada|lan',
    asksLate: true,
    hello:
      'selam|slm|selamlar|merhaba|mrb|mrhb|selamün aleyküm|günaydın|iyi (?:günler|akşamlar)|hey|naber|nbr',
    talk: 'teşekkürler teşekkür sağol sağolun saol eyvallah tşk süper harika güzel mükemmel tamam tmm ok okay evet hayır yok bye hoşçakal görüşürüz özür pardon lol aferin bravo',
    among:
      'çok ederim ederiz sana size cevap yardımın için bot dateline herkese arkadaşlar geceler iyi ve sonra yarın ol olsun',
    chat: "(?:sen )?(?:bot|robot|insan) m[ıiuü]s[ıiuü]n|nasıls[ıi]n(?: iyi misin)?|nasıls[ıi]n[ıi]z|ne(?: ha)?ber|n'?aber|ne yap[ıi]yorsun|napıyon|napıyorsun|iyi misin|(?:sen )?kimsin(?: sen)?|ad[ıi]n ne|(?:sen )?nesin|neler? yapabil[ie]yorsun|neler? yapabilirsin|(?:bana )?(?:bir )?(?:fıkra|şaka|espri) (?:anlat|yap|söyle)|seni seviyorum|kes sesini|bot musun|insan mısın|robot musun|seni kim (?:yaptı|yarattı)|iyi geceler|görüşürüz",
    tail: 'lütfen|ltf|pls|teşekkürler|lol|acaba|ki|ya|yani|şimdiden teşekkürler|şimdiden sağ ?olun|teşekkürler|sağ ?ol|kaynak|xd',
    now: 'şimdi|şu an|şu anda|şuan|bugünlerde|son zamanlarda|halihazırda',
    latest: 'son (?:dakika|haberler|durum)(?: haberleri)?[:,]?',
    latestOf:
      "(?:(?:ile ilgili|hakkında|hakkındaki|için)? ?)(?:son (?:durum(?: ne(?:dir)?)?|haberler(?:i)?|gelişmeler(?:i)?|dakika)|yeni (?:ne var|bir şey var mı|gelişme var mı)|ne durumda|ne oldu|noldu|n'oldu|ne oluyor|neler oluyor|haberleri|haberler)",
    still: 'hâlâ|hala|halen|hâlen',
    whether: '(?:doğru mu|gerçekten mi),?',
    summary: '(?:kısa )?(?:özet|özeti)[:,]?|özetle',
    timeline: '(?:kronoloji|zaman çizelgesi)[:,]?',
    errands: 'tarifi$|şarkı sözleri|ödevim|saat kaç$|bugün günlerden ne',
    today: 'bugün',
    whetherOf: '(?:doğru|gerçek) (?:mu|mi)',
    summaryOf: '(?:kısa )?(?:özet|özeti|özetle|özetler misin)',
    timelineOf: 'kronoloji(?:si)?|zaman çizelgesi',
    news: 'haberler haber haberleri son yeni gelişmeler oldu oluyor olan neler bugün dün hafta kaçırdım manşetler dakika',
    vague:
      'oldu oluyor noldu haberler haber haberleri son yeni durum durumda gelişmeler doğru dedi diyor söyledi hâlâ hala halen yaptı yapıyor özet özeti şey şeyler insanlar şimdi peki hakkında ilgili teşekkürler lütfen',
  },
  requests: {
    quoted: '$<speaker> $<what> ne',
    thought: '$<who> $<what> nasıl',
    listed: 'hangi ',
    quote: [
      '(?<speaker>(?!(?:halk|insanlar|herkes|uzmanlar) ).+) (?<what>[^ ]+) (?:hakkında|konusunda|için|ile ilgili) ne (?:dedi|diyor|dediler|söyledi|söylüyor|yazdı|açıkladı)',
      '(?<speaker>(?!(?:halk|insanlar|herkes|uzmanlar) ).+?) ne (?:dedi|diyor|dediler|söyledi|söylüyor|yazdı|açıkladı)(?: (?<what>.+))?',
    ],
    opinion: [
      '(?<who>halk|insanlar|herkes|uzmanlar|vatandaşlar|seçmenler|taraftarlar|eleştirmenler|doktorlar|ekonomistler)(?<what> .+?)?(?: (?:hakkında|konusunda|için|ile ilgili))? ne (?:düşünüyor|diyor|dedi)',
      '(?<what>.+?) (?:hakkında (?:ne düşünüyorsunuz|görüşler|yorumlar)|anketi|anketleri)',
    ],
    compare: [
      '(?<a>.+?) (?:ile|ve) (?<b>.+?) (?:arasındaki fark(?:lar)?|karşılaştır(?:ması)?)(?: ne| nedir| nelerdir)?',
    ],
    list: '(?<what>.+?) (?:listesi|listele|sırala)',
    several: '.*(?:kimlerdir|hangileri|nelerdir|(?:^| )hangi [^ ]+l[ae]r)',
    said: 'dedi söyledi belirtti açıkladı vurguladı ekledi kaydetti ifade yazdı eleştirdi yalanladı doğruladı uyardı göre konuştu',
    felt: 'anket yüzde çoğunluk görüş eleştiri korku öfke umut karşı destekliyor tepki endişe memnun',
  },
};

export const arabic: LanguageWords = {
  functionWords: `في من على إلى الى عن مع بعد قبل حتى منذ خلال بين عند لدى حول ضد دون غير سوى أن إن أنّ ان لأن لكن أو او ثم بل كما
    مثل كي لكي إذا لو قد لقد سوف لن لم لا ليس ليست كان كانت كانوا يكون تكون هو هي هم هن هما أنا نحن أنت هذا هذه ذلك تلك هؤلاء
    الذي التي الذين اللذين اللاتي به بها له لها لهم فيه فيها منه منها عليه عليها عنه عنها كل بعض أي أية تم يتم و ف ب ل ك هناك`,
  asking: {
    person: 'من, لمن, مَن, من هو, من هي, من الذي',
    place: 'أين, اين, من أين',
    time: 'متى, في أي تاريخ, في أي يوم',
    reason: 'لماذا, لم, ما سبب',
    number: 'كم, بكم, كم عدد, ما عدد',
    manner: 'كيف',
    thing: 'ما, ماذا, ما هو, ما هي, أي, بماذا, هل, ما الذي',
    year: 'في أي عام, في أي سنة, أي عام, ما العام',
    country: 'أي بلد, أي دولة',
    city: 'أي مدينة',
  },
  pointing: {
    lead: 'ثم|طيب|لكن|او|أو',
    joinedLead: 'و(?=(?:في|عن|من|ماذا|على|مع|شو|بالنسبة)\\s)',
    about: 'ماذا عن|ماذا بشأن|شو عن|بالنسبة إلى|بالنسبة الى',
    place: 'في,عن,من,إلى|الى,على,مع,ضد',
    persons: 'عنه عنها منه منها إليه إليها معه معها لديه لديها',
    others: 'هذا هذه ذلك تلك هناك له لها',
  },
  spellings:
    'ليش: لماذا, ليه: لماذا, وين: أين, فين: أين, امتى: متى, ايمتى: متى, مين: من, كام: كم, بكام: بكم, قديش: كم, ازاي: كيف',
  numbers: `اثنان اثنين اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثمان تسعة تسع عشرة عشر مائة مئة ألف آلاف مليون
    ملايين مليار مليارات نصف ثلث ربع`,
  turns: {
    before:
      'مرحبا(?: (?:جميعا|بكم))?|السلام عليكم(?: ورحمة الله(?: وبركاته)?)?|(?:عندي |لدي )?سؤال(?: سريع)?|هل (?:يعرف|تعرف|تعرفون) (?:احد|أحد|احدكم|أحدكم)?|من يعرف|قل لي|اخبرني|أخبرني|يا جماعة|يا شباب',
    hello:
      'مرحبا|مرحبًا|أهلا|اهلا|أهلًا|هلا|هاي|السلام عليكم(?: ورحمة الله(?: وبركاته)?)?|سلام|صباح الخير|مساء الخير|هلو',
    talk: 'شكرا شكرًا مشكور تسلم رائع ممتاز جميل حلو تمام طيب اوكي ok نعم لا اي ايوه باي وداعا آسف عفوا ههههه هههه ههه',
    among: 'جزيلا جزيلًا لك لكم على الإجابة المساعدة جدا بوت يا الجميع صديقي كثيرا كل شيء',
    chat: 'كيف (?:حالك|الحال|حالكم|انت)|شلونك|شو اخبارك|كيفك|(?:من|مين|ما) (?:أنت|انت)|(?:أنت|انت) (?:مين|من)|ما اسمك|شو اسمك|ماذا (?:تستطيع|يمكنك) أن تفعل|(?:احك|احكي|قل|قول)(?: لي)? نكتة|أحبك|احبك|اسكت|هل أنت (?:بوت|روبوت|إنسان)|تصبح على خير|إلى اللقاء',
    tail: 'من فضلك|لو سمحت|رجاء|شكرا|بليز|شكرا جزيلا|شكرا مسبقا|شكرا لكم|المصدر|ههه+',
    now: 'الآن|الان|حاليا|حاليًا|في الوقت الحالي|مؤخرا',
    latest:
      '(?:ما |ما هي |شو |ايش |وش )?(?:آخر|اخر|أحدث|احدث)(?: (?:الأخبار|الاخبار|أخبار|اخبار|مستجدات|التطورات|تطورات))?(?: (?:عن|حول|بشأن|في|من))?|(?:ما |ما هي |شو )?(?:أخبار|اخبار|مستجدات)(?: (?:عن|حول))?|(?:ما )?(?:الجديد|جديد)(?: (?:عن|في|حول|بشأن))|ماذا (?:(?:يحدث|يجري) (?:مع|في|ل)|(?:حدث|جرى|حصل) (?:مع|ل))|شو صار (?:مع|في|ب)|(?:ما )?(?:الجديد|جديد) (?:بخصوص|عن|حول)',
    latestOf: 'آخر الأخبار|اخر الاخبار|آخر المستجدات',
    still: 'ما زال|ما زالت|مازال|مازالت|لا يزال|لا تزال|لسه',
    whether: '(?:هل )?(?:صحيح|حقا|فعلا|من الصحيح|صح)(?: (?:أن|ان|أنه|أنها))',
    summary: '(?:ملخص|خلاصة|لخص)(?: (?:عن|لي))?|(?:اشرح|اشرحلي)(?: لي)?',
    timeline: '(?:تسلسل|الخط الزمني|جدول زمني)(?: (?:أحداث|ل))?',
    errands: '^وصفة|كلمات أغنية|برجي اليوم|ترجم|كم الساعة|ما اليوم',
    today: 'اليوم',
    news: 'أخبار اخبار الأخبار خبر جديد الجديد آخر اخر أحدث حدث يحدث جرى حصل صار اليوم أمس الأسبوع عناوين',
    vague:
      'أخبار اخبار خبر جديد الجديد آخر أحدث حدث يحدث جرى حصل صار صحيح قال قالت قالوا زال يزال الآن حاليا شيء أشياء الناس ملخص',
  },
  requests: {
    quoted: 'ماذا $<speaker> $<what>',
    thought: 'كيف $<who> $<what>',
    listed: 'ما هي ',
    quote: [
      '(?:ماذا|ما الذي|شو|ايش|وش) (?:قال|قالت|قاله|يقول|تقول|صرح|صرحت|كتب|كتبت|أعلن|اعلن) (?<speaker>.+?)(?: (?:عن|حول|بشأن|على|في|بعد) (?<what>.+))?',
      'كيف (?:رد|ردت|علق|علقت) (?<speaker>.+?)(?: على (?<what>.+))?',
    ],
    opinion: [
      '(?:ماذا|ما الذي|كيف|شو) (?:يقول|يرى|يعتقد|يظن|قال) (?<who>الناس|الجمهور|الخبراء|السكان|المواطنون|النشطاء|المشجعون|الناخبون)(?: (?:عن|حول|في|بشأن))?(?<what> .+|)',
      '(?:ما )?(?:رأي الناس|ردود الفعل|آراء الناس|استطلاعات الرأي) (?:في|على|حول|عن|بشأن)(?<what> .+)',
    ],
    compare: [
      '(?:ما )?(?:هو )?(?:الفرق|الفروق|الاختلاف|مقارنة) بين (?<a>.+?) و ?(?<b>.+)',
      'قارن بين (?<a>.+?) و ?(?<b>.+)',
    ],
    list: '(?:قائمة|لائحة|اذكر)(?: (?:كل|جميع|أسماء))?(?<what> .+)',
    several: 'من هم ',
    said: 'قال قالت أضاف أضافت صرح أعلن أكد أكدت أوضح ذكر كتب رد نفى انتقد وعد اعتبر',
    felt: 'استطلاع المئة غالبية رأي انتقاد خوف غضب يأملون معارضة تأييد قلق',
  },
};

export const persian: LanguageWords = {
  functionWords: `و در به از که را با این آن برای تا بر یا اما اگر چون پس نیز هم هر بی بین روی زیر پیش بعد قبل است هست هستند بود بودند
    باشد شد شده شدند شود می‌شود کرد کرده کردند کند می‌کند دارد داشت دارند خواهد باید او آنها آن‌ها ما شما من خود وی یک ها های`,
  asking: {
    person: 'چه کسی, کی, چه کسانی',
    place: 'کجا, کجاست',
    time: 'چه زمانی, چه وقت',
    reason: 'چرا',
    number: 'چند, چقدر, چه تعداد',
    manner: 'چگونه, چطور',
    thing: 'چه, چیست, کدام, آیا, چی',
    year: 'چه سالی, کدام سال',
    country: 'کدام کشور, چه کشوری',
    city: 'کدام شهر, چه شهری',
  },
  numbers: 'دو سه چهار پنج شش هفت هشت نه ده یازده دوازده صد هزار میلیون میلیارد نصف',
  turns: {
    hello: 'سلام|درود',
    chat: 'ممنون|مرسی|متشکرم|خوبی|چطوری|(?:تو )?کی هستی|شب بخیر',
    latest: '(?:آخرین|جدیدترین) (?:اخبار|خبرها|خبر)(?: (?:درباره|از|در))?|(?:اخبار|خبر) (?:درباره|از)',
    still: 'هنوز',
    news: 'اخبار خبر آخرین جدیدترین امروز دیروز',
  },
};

export const hebrew: LanguageWords = {
  functionWords: `של על את עם אל מן מ ב ל ה ו כ ש או אבל כי אם לא אין יש הוא היא הם הן אני אנחנו אתה זה זאת זו אלה אלו היה היתה הייתה היו
    להיות יהיה אשר בין לפני אחרי עד גם רק כל כמו לפי תחת נגד ללא בתוך שלו שלה שלהם אותו אותה אותם בו בה לו לה`,
  asking: {
    person: 'מי, למי, של מי',
    place: 'איפה, היכן, לאן, מאין',
    time: 'מתי',
    reason: 'למה, מדוע',
    number: 'כמה',
    manner: 'איך, כיצד',
    thing: 'מה, מהו, מהי, איזה, איזו, אילו, האם',
    year: 'באיזו שנה, איזו שנה',
    country: 'איזו מדינה',
    city: 'איזו עיר',
  },
  numbers:
    'שניים שתיים שלושה שלוש ארבעה ארבע חמישה חמש שישה שש שבעה שבע שמונה תשעה תשע עשרה עשר מאה אלף מיליון מיליארד חצי שליש רבע',
  turns: {
    hello: 'שלום|היי|בוקר טוב|ערב טוב',
    chat: 'תודה(?: רבה)?|מה (?:שלומך|נשמע)|מי אתה|לילה טוב|ספר בדיחה',
    latest: '(?:מה )?(?:חדש|החדשות|חדשות)(?: האחרונות)? (?:על|עם)|מה קורה (?:עם)',
    still: 'עדיין',
    news: 'חדשות חדש קרה היום אתמול השבוע',
  },
};
