/** The words of Slavic languages. What each list is for: `language-words.ts`. */
import { anyOf, type LanguageWords } from './language-words.ts';

export const polish: LanguageWords = {
  functionWords: `i a ale lub albo oraz że żeby aby gdy jeśli bo ponieważ w we na do z ze za o od po przy przed pod nad między bez dla przez u
    ku jest są był była było były być będzie będą został została zostało zostały się jego jej ich go mu ją im on ona ono oni ja
    ty my wy ten ta to ci te tego tej tych tym który która które którzy których którego której ma mają miał może mogą nie też
    także już jeszcze tylko jako tak
    ktoś kogoś coś ktokolwiek nikt nic jakiś jakaś jakieś jakichś`,
  asking: {
    person: 'kto, kogo, komu, kim, czyj, czyja',
    place: 'gdzie, dokąd, skąd',
    time: 'kiedy',
    reason: 'dlaczego, czemu',
    number: 'ile, ilu',
    manner: 'jak, w jaki sposób',
    thing: 'co, czego, czym, jaki, jaka, jakie, jakim, jakiej, który, która, które, której, którym, czy',
    year: 'którym roku, jakim roku',
    country: 'którym kraju, jakim kraju, jaki kraj',
    city: 'którym mieście, jakim mieście, jakie miasto',
  },
  sameMeaning: `zginął zginęło zginęli zginęła umarł umarła umarło umarli zmarł zmarła zmarli śmierć zabitych ofiar ofiary >
    życie, ranny ranni rannych ranił rannego poszkodowani poszkodowanych, zrezygnował zrezygnowała rezygnację rezygnacja dymisji
    dymisja odszedł odeszła ustąpił, zastąpi zastąpił następca następczyni, zwolni zwalnia zwolnił zwolnienia zwolnień wywala
    wyrzuca, wygrał wygrała wygrali zwyciężył zwycięstwo zdobył zdobyła zdobywa, zatrzymał zatrzymała zatrzymali zatrzymano
    aresztowano złapali złapano schwytano, napastnik nożownik napad zaatakował atak, lat > wieku, ludzi ludzie osób osoby`,
  numbers:
    'dwa dwie dwóch trzy trzech cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście sto tysiąc tysiące tysięcy milion miliony milionów miliard połowa',
  spellings: 'czm: czemu, dlcz: dlaczego, wgl: w ogóle, kiedys: kiedyś',
  pointing: {
    lead: 'a|i|ale|albo',
    about: 'co z|a co z',
    place: 'w|we|na|pod|przy|u,dla,z|ze,do,od,o,przeciw',
    persons: 'on ona oni ją nim nią',
    others: 'jego jej ich tam wtedy tego ten ta',
  },
  turns: {
    before: anyOf(
      '(?:hej|cześć|siema|witam) (?:wszystkim|ludzie|wam)',
      '(?:mam |takie )?(?:(?:szybkie|krótkie|głupie|jedno) )?pytanie',
      '(?:przepraszam|sorki|sorry)(?:,? jeśli(?: [^ ,]+){1,6})?,? ale|(?:czy )?ktoś wie(?:,? czy)?',
      'powiedz(?:cie)?(?: mi)?|ludzie|serio|kurde|kurwa|słuchajcie',
    ),
    hello: 'cześć|czesc|hej|hejka|siema|siemka|elo|witam|witaj|dzień dobry|dobry wieczór',
    talk: 'dzięki dzieki dziękuję dziekuje dzienks thx ekstra fajnie ok okej okay tak nie no spoko brawo narazie przepraszam sorry lol dobrze świetnie',
    among:
      'bardzo ci wam za odpowiedź pomoc bot dateline wszystkim wszystko jest to i dobranoc noc dnia miłego do jutra zobaczenia wielkie',
    chat: anyOf(
      'co (?:tam|słychać|u ciebie|robisz)(?: u ciebie)?|jak (?:się masz|leci|masz na imię|tam)|(?:kim|czym) jesteś',
      'kto ty jesteś|co (?:umiesz|potrafisz)(?: robić)?',
      '(?:opowiedz|powiedz)(?: mi)?(?: jakiś)? (?:dowcip|żart|kawał)|kocham cię|zamknij się',
      'jesteś (?:botem|człowiekiem|robotem)|kto cię (?:stworzył|zrobił)|dobranoc|do (?:jutra|zobaczenia|widzenia)',
    ),
    tail: 'proszę|prosze|pls|dzięki|lol|właściwie|czy nie|co|no|z góry dzięki|dzięki z góry|dziękuję|źródło|xd|haha',
    now: 'teraz|obecnie|aktualnie|w tej chwili|ostatnio',
    latest: anyOf(
      '(?:co|jest coś|czy jest coś|coś) nowego (?:o|w sprawie|z|ze|w|u)',
      '(?:najnowsze|ostatnie|świeże|aktualne)(?: (?:wiadomości|wieści|informacje|newsy|doniesienia))?(?: (?:o|w sprawie|z|ze|na temat))',
      '(?:wiadomości|wieści|informacje|newsy|info) (?:o|w sprawie|z|ze|na temat)',
      'co (?:się )?(?:(?:dzieje|słychać|tam)(?: się)? (?:z|ze|w|we|u|na)|stało(?: się)? (?:z|ze))',
      'jak (?:tam )?(?:wygląda )?sytuacja (?:z|w|na)|(?:najnowsze|ostatnie) (?:wiadomości|wieści|informacje|newsy)',
      '(?:są|czy są) (?:jakieś )?nowe (?:informacje|wiadomości|wieści) (?:o|w sprawie|z|ze|na temat)',
    ),
    latestOf: 'najnowsze wiadomości|ostatnie wiadomości|newsy|wiadomości',
    still: 'nadal|wciąż|jeszcze|dalej',
    whether: '(?:czy )?(?:to )?prawda,? (?:że|ze)',
    summary:
      '(?:krótkie )?(?:streszczenie|podsumowanie|skrót|tl;?dr)(?: (?:o|w sprawie))?|(?:streść|podsumuj|wyjaśnij)(?: mi)?|o co chodzi (?:z|ze|w)',
    timeline: '(?:chronologia|oś czasu|kalendarium|timeline)(?: (?:o))?',
    errands:
      '^przepis na|tekst piosenki|horoskop|praca domowa|przetłumacz|która (?:jest )?godzina|jaki dziś dzień',
    today: 'dziś|dzisiaj',
    news: 'wiadomości wiadomość newsy nowego nowe najnowsze ostatnie stało dzieje wydarzyło dziś dzisiaj wczoraj tydzień ominęło nagłówki',
    vague:
      'stało dzieje wydarzyło wiadomości newsy nowego najnowsze ostatnie prawda mówi mówią powiedział powiedziała powiedzieli nadal wciąż jeszcze tam robi zrobił zrobiła streszczenie podsumowanie rzecz rzeczy ludzie teraz obecnie dzięki proszę',
  },
  requests: {
    quoted: 'co $<speaker> $<what>',
    thought: 'jak $<who> $<what>',
    listed: 'jakie ',
    quote: [
      'co (?:powiedzia[łl][ay]?|powiedzieli|mówi|mówi[łl][ay]?|stwierdzi[łl][ay]?|oświadczy[łl][ay]?|napisa[łl][ay]?|sądzi|myśli|odpowiedzia[łl][ay]?) (?<speaker>.+?)(?: (?:o|na temat|w sprawie|na) (?<what>.+))?',
      'co (?<speaker>.+?) (?:powiedzia[łl][ay]?|powiedzieli|mówi|mówi[łl][ay]?|stwierdzi[łl][ay]?|oświadczy[łl][ay]?|napisa[łl][ay]?|odpowiedzia[łl][ay]?)(?: (?:o|na temat|w sprawie|na) (?<what>.+))?',
      'jak (?:zareagowa[łl][ay]?|reaguje|odpowiedzia[łl][ay]?) (?<speaker>.+?)(?: na (?<what>.+))?',
    ],
    opinion: [
      '(?:co|jak) (?:(?:myślą|sądzą|mówią|reagują|uważają) )?(?<who>ludzie|mieszkańcy|eksperci|krytycy|fani|kibice|wyborcy|ekonomiści|naukowcy|lekarze|polacy|wszyscy)(?: (?:myślą|sądzą|mówią|reagują|uważają))?(?: (?:o|na temat|na|w sprawie))?(?<what> .+|)',
      '(?:co (?:myślicie|sądzicie|myślisz|sądzisz)|opini[ae]|reakcj[ae]|sondaże?) (?:o|na temat|na|w sprawie)(?<what> .+)',
    ],
    compare: [
      '(?:jaka jest |jakie są )?(?:różnic[ae]|porównanie) (?:między|pomiędzy) (?<a>.+?) (?:a|i) (?<b>.+)',
      'porównaj (?<a>.+?) (?:i|z|ze|do) (?<b>.+)',
      'czym (?:się )?różni się (?<a>.+?) od (?<b>.+)',
    ],
    list: '(?:lista|wykaz|(?:wymień|podaj|wylicz)(?: (?:mi|wszystkie|wszystkich))*)(?<what> .+)',
    several: '(?:którzy|jacy|kim są) ',
    said: 'powiedział powiedziała powiedzieli mówi mówił mówiła stwierdził stwierdziła oświadczył oświadczyła dodał dodała podkreślił zapowiedział napisał odpowiedział skrytykował zaprzeczył potwierdził przekazał zdaniem według',
    felt: 'sondaż procent większość opinia krytyka obawy strach gniew przeciw popierają sprzeciwiają niezadowoleni liczą popularny',
  },
};

export const russian: LanguageWords = {
  functionWords: `и а но или что чтобы если то же ли не ни в во на с со к ко о об от до из за по при у для без под над перед между через вместо после
    про как так его её ее их им ему ей он она оно они я ты мы вы себя себе свой своя свои своего этот эта это эти этого этой
    этих тот та те того той тех который которая которое которые которого которой которых был была было были быть есть будет
    будут стал является являются бы уже ещё еще только также все всё
    никто никого ничего`,
  asking: {
    person: 'кто, кого, кому, кем, чей, чья, чьё',
    place: 'где, куда, откуда',
    time: 'когда',
    reason: 'почему, зачем',
    number: 'сколько, скольких, каков процент, какой процент, какова доля',
    manner: 'как, каким образом',
    thing:
      'как называется, как называлась, как назывался, как называют, что, чего, чем, чему, какой, какая, какое, какие, каким, какую, каких, какого, какова, каково, каковы, каков, который, которая',
    year: 'каком году, какой год',
    country: 'какой стране, какая страна, какие страны',
    city: 'каком городе, какой город',
  },
  sameMeaning: `погиб погибло погибли погибла умер умерла умерли умерло смерть скончался скончалась убит убиты убили жертв
    жертвы > жизни, ранен раненых ранены ранили ранил пострадал пострадали пострадавших, отставка отставку ушёл ушел ушла
    уволился уволилась, вместо преемник сменит сменил сменила > обязанности, увольняет уволят уволили уволит сокращает сократит
    сократят сокращения, выиграл выиграла выиграло победил победила победа взял взяла > завоевал завоевала завоевало обыграл
    обыграла обыграв, задержали задержан арестовали арестован поймали схватили, нападавший нападавшего напал напала нападение
    атака атаковал, лет > года год возраст возрасте`,
  numbers: `два две двух три трёх трех четыре четырёх пять пяти шесть семь восемь девять десять одиннадцать двенадцать сто тысяча тысяч
    миллион миллионов миллиард миллиардов половина половину треть четверть`,
  spellings:
    'че: что, чё: что, чо: что, шо: что, скок: сколько, скока: сколько, скоко: сколько, када: когда, ваще: вообще, щас: сейчас, ща: сейчас, пж: пожалуйста',
  pointing: {
    lead: 'а|и|но|или',
    about: 'что (?:с|со|насчёт|насчет)|как насчёт',
    place: 'в|во|на|под|у,для,с|со,о|об|про,из,к,от,по,против',
    persons: 'он она они него неё нее ним ней них ему ей',
    others: 'его её ее их там тогда это этот эта',
  },
  turns: {
    before: anyOf(
      'всем привет|привет(?:,)? (?:всем|народ|ребята)|здравствуйте|добрый (?:день|вечер)',
      '(?:у меня |есть )?(?:(?:такой|один|быстрый|глупый|еще один) )?вопрос',
      'извините(?:,? если(?: [^ ,]+){1,6})?,? но|кто(?:-| )нибудь знает|кто знает|подскажите(?:,? пожалуйста)?',
      'скажите(?:,? пожалуйста)?|скажи|народ|ребята|ребят|блин|слушай(?:те)?|кстати|короче|серьезно',
    ),
    hello:
      'привет|приветик|прив|здравствуй|здравствуйте|здрасьте|хай|ку|добрый (?:день|вечер)|доброе утро|йо|салют',
    talk: 'спасибо спс спасибки благодарю супер класс круто отлично ок окей да нет неа ага угу хорошо пока бай извини прости лол кек норм молодец понятно ясно',
    among:
      'большое огромное тебе вам за ответ помощь бот всем ребята очень и спокойной ночи до завтра свидания ну вот так ты вы',
    chat: anyOf(
      'как (?:дела|жизнь|ты|сам|поживаешь|тебя зовут|настроение)|(?:ты|вы) кто(?: такой)?|кто (?:ты|вы)(?: такой)?',
      'что (?:ты )?(?:умеешь|можешь)(?: делать)?|(?:расскажи|скажи)(?: мне)?(?: какой нибудь)? (?:анекдот|шутку)',
      'я тебя люблю|заткнись|ты (?:бот|человек|робот|живой)|кто тебя (?:создал|сделал)|спокойной ночи',
      'до (?:завтра|свидания|встречи)|что делаешь|чё как|че как',
    ),
    tail: 'пожалуйста|плиз|пж|плз|пжл|спасибо|лол|или нет|вообще|же|то|а|заранее спасибо|спасибо заранее|пруф|пруфы|источник|лол|ахах[ах]*',
    now: 'сейчас|щас|теперь|на данный момент|в данный момент|сегодня днём|в последнее время|нынче',
    latest: anyOf(
      '(?:что|чё|че|чо|есть что|что то|есть)(?: ли)?(?: (?:там|что))? (?:нового|новенького)(?: (?:про|о|об|обо|с|со|в|во|у|по|насчёт))',
      '(?:самые )?(?:последние|свежие|новые|главные)(?: (?:новости|данные|сводки|известия))?(?: (?:про|о|об|обо|из|с|по|в|во))',
      'последние новости|(?:новости|инфа|информация|сводка) (?:про|о|об|обо|из|с|по)',
      '(?:что|чё|че|чо) (?:(?:там|происходит|творится|слышно)(?: там)? (?:с|со|в|во|у|на|про|по)|случилось (?:с|со))',
      'как (?:там|обстоят дела|дела)(?: (?:с|со|в|во|у|на))',
      'есть (?:ли )?(?:какие то )?(?:новые )?(?:новости|данные|подробности) (?:про|о|об|с|по)',
    ),
    latestOf: 'последние новости|свежие новости|новости',
    still: 'всё ещё|все еще|до сих пор|по прежнему|по-прежнему|ещё',
    whether: '(?:это )?правда(?: ли)?,? (?:что|шо)|верно ли,? что',
    summary: anyOf(
      '(?:краткое )?(?:резюме|содержание|пересказ|сводка|итоги)(?: (?:про|о|об|по))?',
      '(?:кратко|вкратце|коротко) (?:про|о|об)|(?:перескажи|объясни|поясни)(?: мне)?(?: (?:про|кратко))?|в чём суть',
    ),
    timeline: '(?:хронология|таймлайн|хроника)(?: (?:событий))?(?: (?:в|по))?',
    errands:
      '^рецепт|текст песни|гороскоп|домашк[аи]|домашнее задание|переведи|сколько (?:сейчас )?времени$|который час|какой сегодня день',
    today: 'сегодня',
    news: 'новости новость нового новое новые последние главное случилось произошло происходит сегодня вчера неделю неделе пропустил заголовки',
    vague:
      'там случилось произошло происходит новости новость нового последние правда говорит говорят сказал сказала сказали говорил ещё всё делает сделал сделала пересказ хронология вещь вещи люди сейчас теперь спасибо пожалуйста забил',
  },
  requests: {
    quoted: 'что $<speaker> $<what>',
    thought: 'как $<who> $<what>',
    listed: 'какие ',
    quote: [
      '(?:что|чё|че|шо) (?:сказал[аи]?|говорит|говорил[аи]?|заявил[аи]?|ответил[аи]?|написал[аи]?|думает|сообщил[аи]?) (?<speaker>.+?)(?: (?:об|обо|о|про|по поводу|насчет|на) (?<what>.+))?',
      '(?:что|чё|че|шо) (?<speaker>.+?) (?:сказал[аи]?|говорит|говорил[аи]?|заявил[аи]?|ответил[аи]?|написал[аи]?|сообщил[аи]?)(?: (?:об|обо|о|про|по поводу|насчет|на) (?<what>.+))?',
      'как (?:отреагировал[аи]?|реагирует|ответил[аи]?) (?<speaker>.+?)(?: на (?<what>.+))?',
    ],
    opinion: [
      '(?:что|как|чё|че) (?:(?:думают|считают|говорят|относятся|реагируют) )?(?<who>люди|жители|эксперты|критики|фанаты|избиратели|экономисты|ученые|врачи|россияне|горожане|все)(?: (?:думают|считают|говорят|относятся|реагируют))?(?: (?:об|обо|о|про|к|на|по поводу))?(?<what> .+|)',
      '(?:(?:что|чё) (?:думаете|скажете)|мнени[ея]|реакци[яи]|отзывы|опросы?) (?:об|обо|о|про|к|на|по поводу)(?<what> .+)',
    ],
    compare: [
      '(?:(?:в чем|какая|какие) )?(?:разница|отлич(?:ие|ия)|сравнение) (?:между )?(?<a>.+?) и (?<b>.+)',
      'сравни(?:те)? (?<a>.+?) (?:и|с|со) (?<b>.+)',
      'чем (?<a>.+?) отлича[ею]тся от (?<b>.+)',
    ],
    list: '(?:(?:список|перечень)|(?:перечисли|назови)(?:те)?(?: (?:все|всех|мне))*)(?<what> .+)',
    several: 'какие (?!причины)[^ ]+[иыая] |кто такие ',
    said: 'сказал сказала сказали говорит заявил заявила заявили сообщил сообщила отметил отметила добавил добавила написал подчеркнул пообещал раскритиковал опроверг подтвердил ответил словам',
    felt: 'опрос процентов большинство мнение критика страх боятся надеются против поддерживают недовольны возмущены популярный',
  },
};

export const ukrainian: LanguageWords = {
  functionWords: `і й та а але або чи що щоб якщо то ж не ні в у на з із зі до від за по при для без під над перед між через після про як так
    його її їх їм йому їй він вона воно вони я ти ми ви себе свій своя свої цей ця це ці цього цієї той та те ті який яка яке які
    якого якої яких був була було були бути є буде будуть вже ще лише також усі все
    хтось когось щось ніхто нічого якийсь якась якесь якісь хоч`,
  asking: {
    person: 'хто, кого, кому, ким, чий, чия',
    place: 'де, куди, звідки',
    time: 'коли',
    reason: 'чому, навіщо',
    number: 'скільки',
    manner: 'як, яким чином',
    thing: 'що, чого, чим, який, яка, яке, які, якої, яку, яким, чи',
    year: 'якому році, якого року',
    country: 'якій країні, яка країна',
    city: 'якому місті, яке місто',
  },
  sameMeaning: `загинув загинуло загинули загинула помер померла померли померло смерть вбито вбили жертв жертви > життя,
    поранено поранені постраждав постраждали постраждалих травмовано, відставка відставку пішов пішла звільнився, замість
    наступник замінить замінив > обов’язки, звільняє звільнять звільнить скорочує скоротить скорочення, виграв виграла виграло
    переміг перемогла перемога здобув здобула взяв, затримали затримано заарештували арештовано спіймали, нападник напав напала
    напад атака атакував, років > вік віці`,
  numbers:
    'два дві двох три трьох чотири п’ять шість сім вісім дев’ять десять одинадцять дванадцять сто тисяча тисяч мільйон мільйонів мільярд половина половину',
  spellings: 'шо: що, скіки: скільки, скіко: скільки, нащо: навіщо',
  pointing: {
    lead: 'а|і|й|та|але|або',
    about: 'що (?:з|зі|із|щодо)|як щодо',
    place: 'в|у|на|під,для,з|зі|із,про,до,від,по,проти',
    persons: 'він вона вони нього неї ним нею них йому їй',
    others: 'його її їх там тоді це цей ця',
  },
  turns: {
    before: anyOf(
      'всім привіт|привіт (?:усім|всім|народ)|добрий (?:день|вечір)',
      '(?:маю |є )?(?:(?:таке|одне|швидке|дурне) )?питання|вибачте(?:,? якщо(?: [^ ,]+){1,6})?,? але',
      '(?:хтось|хто) знає|підкажіть(?:,? будь ласка)?|скажіть(?:,? будь ласка)?|народ|люди|до речі|блін|серйозно',
    ),
    hello: 'привіт|привітик|вітаю|здоров|добрий (?:день|вечір|ранок)|доброго (?:дня|вечора|ранку)|хай|йо',
    talk: 'дякую дяки спасибі супер клас круто чудово ок окей так ні ага добре бувай вибач лол молодець зрозуміло ясно',
    among:
      'дуже тобі вам за відповідь допомогу бот всім усім друзі і на добраніч до завтра побачення велике щиро ну ти ви',
    chat: anyOf(
      'як (?:справи|ти|життя|тебе звати|ся маєш)|(?:ти|ви) хто|хто (?:ти|ви)(?: такий)?',
      'що (?:ти )?(?:вмієш|можеш)(?: робити)?|(?:розкажи|скажи)(?: мені)?(?: якийсь)? (?:анекдот|жарт)|я тебе люблю',
      'замовкни|ти (?:бот|людина|робот)|хто тебе (?:створив|зробив)|на добраніч|до (?:завтра|побачення|зустрічі)',
      'що робиш',
    ),
    tail: 'будь ласка|будьласка|плиз|дякую|лол|чи ні|взагалі|ж|дякую наперед|наперед дякую|пруф|джерело|ахах[ах]*',
    now: 'зараз|тепер|на даний момент|наразі|нині|останнім часом',
    latest: anyOf(
      '(?:що|шо|є щось|щось)(?: там)? (?:нового|новенького)(?: (?:про|щодо|з|зі|із|у|в|по))',
      '(?:найсвіжіші|останні|свіжі|нові)(?: (?:новини|дані|зведення))?(?: (?:про|щодо|з|зі|із|у|в))|останні новини',
      '(?:новини|інфа|інформація) (?:про|щодо|з|зі|із)',
      '(?:що|шо) (?:(?:там|відбувається|коїться|чути)(?: там)? (?:з|зі|із|у|в|на|про)|сталося (?:з|зі|із))',
      'як (?:там|справи)(?: (?:з|зі|із|у|в|на))',
      '(?:чи )?є (?:якісь )?(?:нові )?(?:новини|дані|подробиці) (?:про|щодо|з|зі|із)',
    ),
    latestOf: 'останні новини|свіжі новини|новини',
    still: 'все ще|усе ще|досі|й досі|ще',
    whether: '(?:це |чи )?правда(?: ли)?,? що|чи правда,? що',
    summary:
      '(?:короткий )?(?:підсумок|зміст|переказ|виклад)(?: (?:про|щодо))?|(?:коротко|стисло) про|(?:перекажи|поясни)(?: мені)?(?: про)?|у чому суть',
    timeline: '(?:хронологія|таймлайн|хроніка)(?: (?:подій))?(?: (?:у|в))?',
    errands: '^рецепт|текст пісні|гороскоп|домашнє завдання|переклади|котра година|який сьогодні день',
    today: 'сьогодні',
    news: 'новини новина нового нове нові останні головне сталося відбувається трапилося сьогодні вчора тиждень тижня пропустив заголовки',
    vague:
      'там сталося відбувається трапилося новини новина нового останні правда каже кажуть сказав сказала сказали ще все робить зробив зробила переказ хронологія річ речі люди зараз тепер дякую',
  },
  requests: {
    quoted: 'що $<speaker> $<what>',
    thought: 'як $<who> $<what>',
    listed: 'які ',
    quote: [
      '(?:що|шо) (?:сказа(?:в|ла|ли)|каже|кажуть|говори(?:в|ла|ли|ть)|заяви(?:в|ла|ли)|відпові(?:в|ла|ли)|написа(?:в|ла|ли)|повідоми(?:в|ла|ли)|думає) (?<speaker>.+?)(?: (?:про|щодо|стосовно|на) (?<what>.+))?',
      '(?:що|шо) (?<speaker>.+?) (?:сказа(?:в|ла|ли)|каже|кажуть|говори(?:в|ла|ли|ть)|заяви(?:в|ла|ли)|відпові(?:в|ла|ли)|написа(?:в|ла|ли)|повідоми(?:в|ла|ли))(?: (?:про|щодо|стосовно|на) (?<what>.+))?',
      'як (?:відреагува(?:в|ла|ли)|реагує|відпові(?:в|ла|ли)) (?<speaker>.+?)(?: на (?<what>.+))?',
    ],
    opinion: [
      '(?:що|як|шо) (?:(?:думають|вважають|кажуть|ставляться|реагують) )?(?<who>люди|мешканці|жителі|експерти|критики|фанати|виборці|економісти|вчені|лікарі|українці|всі)(?: (?:думають|вважають|кажуть|ставляться|реагують))?(?: (?:про|до|на|щодо))?(?<what> .+|)',
      '(?:(?:що|шо) (?:думаєте|скажете)|думк[аи]|реакці[яї]|відгуки|опитування) (?:про|щодо|на)(?<what> .+)',
    ],
    compare: [
      '(?:(?:у чому|в чому|яка|які) )?(?:різниця|відмінн(?:ість|ості)|порівняння) (?:між )?(?<a>.+?) (?:і|й|та) (?<b>.+)',
      'порівняй(?:те)? (?<a>.+?) (?:і|й|та|з|зі|із) (?<b>.+)',
      'чим (?<a>.+?) відрізня[єю]ться від (?<b>.+)',
    ],
    list: '(?:(?:список|перелік)|(?:перелічи|перерахуй|назви)(?:ть)?(?: (?:усі|всі|усіх|мені))*)(?<what> .+)',
    several: 'які (?!причини)[^ ]+[ияіїх] |хто такі ',
    said: 'сказав сказала сказали каже заявив заявила заявили повідомив повідомила зазначив зазначила додав додала написав підкреслив пообіцяв розкритикував спростував підтвердив відповів пояснив пояснила словами',
    felt: 'опитування відсотків більшість думка критика страх бояться сподіваються проти підтримують незадоволені обурені популярний',
  },
};

export const bulgarian: LanguageWords = {
  functionWords: `и а но или че да не ли в във на от за с със до по при през към между под над пред след без около като ако защото
    е са съм си сме сте бе беше бяха бил била било били ще би се ме те го я ни ви ги му ѝ им той тя то те аз ти ние вие
    този тази това тези онзи онази онова който която което които има няма може могат един една едно едни както така още само`,
  asking: {
    person: 'кой, коя, кои, кого, чий, чия',
    place: 'къде',
    time: 'кога',
    reason: 'защо',
    number: 'колко',
    manner: 'как',
    thing: 'какво, какъв, каква, какви, кое, дали',
    year: 'коя година',
    country: 'коя страна, коя държава',
    city: 'кой град',
  },
  numbers:
    'два две три четири пет шест седем осем девет десет единадесет дванадесет сто хиляди милион милиона милиард половина третина',
  turns: {
    hello: 'здравей|здравейте|привет|здрасти|добър (?:ден|вечер)|добро утро',
    talk: 'благодаря мерси чао извинявай',
    among: 'много ти ви за отговора помощта на всички',
    chat: 'как си|кой си(?: ти)?|какво можеш(?: да правиш)?|кажи виц|лека нощ',
    latest:
      '(?:какво|нещо) ново (?:за|около|с|в|от)|(?:последните|най[- ]новите) новини(?: (?:за|от))?|новини (?:за|от)|какво става (?:с|със|в|във)',
    still: 'все още',
    news: 'новини ново последните случи стана става днес вчера седмица',
  },
};

export const czech: LanguageWords = {
  functionWords: `a i ale nebo ani že aby když protože jestli v ve na do z ze s se si k ke u o od po pro při před pod nad mezi bez za přes
    je jsou jsem jsme byl byla bylo byli být bude budou ho mu ji jí jej jeho její jejich je ten ta to ti ty tento tato toto této
    tohoto těchto který která které kteří já ty on ona ono my vy oni mít má mají měl měla může mohou ne také ještě už jako`,
  asking: {
    person: 'kdo, koho, komu, kým, čí',
    place: 'kde, kam, odkud',
    time: 'kdy',
    reason: 'proč',
    number: 'kolik, kolika',
    manner: 'jak',
    thing: 'co, čeho, čem, jaký, jaká, jaké, který, která, které, kterou, jakou, zda',
    year: 'kterém roce, jakém roce',
    country: 'které zemi, jaké zemi',
    city: 'kterém městě',
  },
  numbers:
    'dva dvě tři čtyři pět šest sedm osm devět deset jedenáct dvanáct sto tisíc milion milionů miliarda polovina třetina čtvrtina',
  turns: {
    hello: 'ahoj|čau|nazdar|dobrý (?:den|večer)|dobré ráno|zdravím',
    talk: 'díky děkuji děkuju nashle promiň',
    among: 'moc za odpověď pomoc všem',
    chat: 'jak se (?:máš|vede|jmenuješ)|kdo jsi|co umíš|řekni vtip|dobrou noc',
    latest: anyOf(
      '(?:co je|něco) nového (?:o|ohledně|s|se|v|ve|u)',
      '(?:nejnovější|poslední|aktuální) (?:zprávy|informace|novinky)(?: (?:o|z|ze|ohledně))?',
      '(?:zprávy|novinky) (?:o|z|ze)|co se děje (?:s|se|v|ve|na)',
    ),
    still: 'stále|pořád',
    news: 'zprávy novinky nového nejnovější poslední stalo děje dnes včera týden',
  },
};

export const croatian: LanguageWords = {
  functionWords: `i a ali ili da ne li u na od do za s sa iz po pri kroz prema među pod nad pred nakon bez o je su sam smo ste bio bila bilo
    bili biti će bi se me te ga ju je im mu joj njih on ona ono oni ja ti mi vi ovaj ova ovo taj ta to koji koja koje kojih ima
    nema može kao te još samo`,
  asking: {
    person: 'tko, ko, koga, kome, čiji',
    place: 'gdje, gde, kamo, odakle',
    time: 'kada, kad',
    reason: 'zašto',
    number: 'koliko',
    manner: 'kako',
    thing: 'što, šta, koji, koja, koje, kakav, kojoj, kojem',
    year: 'koje godine, kojoj godini',
    country: 'kojoj državi, koja država',
    city: 'kojem gradu, koji grad',
  },
  numbers:
    'dva dvije tri četiri pet šest sedam osam devet deset jedanaest dvanaest sto tisuća tisuće hiljada milijun milijuna milijarda polovica trećina',
  turns: {
    hello: 'bok|zdravo|pozdrav|dobar dan|dobro jutro|dobra večer',
    talk: 'hvala',
    among: 'puno lijepa vam ti na odgovoru pomoći svima',
    chat: 'kako si|t?ko si(?: ti)?|(?:što|šta) znaš|reci vic|laku noć',
    latest: anyOf(
      '(?:(?:što|šta) je|ima li(?: što| šta)?|(?:što|šta) ima) novo(?:g|ga)? (?:o|s|sa|u|oko)',
      '(?:najnovije|zadnje|posljednje|poslednje) (?:vijesti|vesti)(?: (?:o|iz))?|(?:vijesti|vesti) (?:o|iz)',
      '(?:što|šta) se (?:događa|dešava) (?:s|sa|u)',
    ),
    still: 'još (?:uvijek|uvek)|i dalje',
    news: 'vijesti vesti novosti najnovije dogodilo događa danas jučer juče tjedan',
  },
};
