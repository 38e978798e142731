/**
 * In: a language but English. Out: its words that carry no subject: articles, pronouns, prepositions, conjunctions, particles, and
 * forms of "to be", "to have" and the modal verbs. Names, numbers and words of time are not among them.
 */
import { languagesAlike, listedLanguage } from './languages-alike.ts';

/** By ISO 639-1 code, lower case, as written; words that ask are with the asking words. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  ar: `في من على إلى الى عن مع بعد قبل حتى منذ خلال بين عند لدى حول ضد دون غير سوى أن إن أنّ ان لأن لكن أو او ثم بل كما
    مثل كي لكي إذا لو قد لقد سوف لن لم لا ليس ليست كان كانت كانوا يكون تكون هو هي هم هن هما أنا نحن أنت هذا هذه ذلك تلك هؤلاء
    الذي التي الذين اللذين اللاتي به بها له لها لهم فيه فيها منه منها عليه عليها عنه عنها كل بعض أي أية تم يتم و ف ب ل ك هناك`,
  bg: `и а но или че да не ли в във на от за с със до по при през към между под над пред след без около като ако защото
    е са съм си сме сте бе беше бяха бил била било били ще би се ме те го я ни ви ги му ѝ им той тя то те аз ти ние вие
    този тази това тези онзи онази онова който която което които има няма може могат един една едно едни както така още само`,
  ca: `el la els les l un una uns unes de d del dels al als a en amb per pel pels sense entre sobre fins des cap contra durant i o
    però si no ni que com perquè quan es s em et ens us li hi ho ha han he hem havia era eren és són ser estar està estan va van
    seu seva seus seves aquest aquesta aquests aquestes aquell aquella això més molt també ja`,
  cs: `a i ale nebo ani že aby když protože jestli v ve na do z ze s se si k ke u o od po pro při před pod nad mezi bez za přes
    je jsou jsem jsme byl byla bylo byli být bude budou ho mu ji jí jej jeho její jejich je ten ta to ti ty tento tato toto této
    tohoto těchto který která které kteří já ty on ona ono my vy oni mít má mají měl měla může mohou ne také ještě už jako`,
  da: `og i på af til for fra med om ved under over mellem mod efter før uden at der den det de en et er var være været bliver
    blev blive har havde have vil ville kan kunne skal skulle må ikke men eller som sig sin sit sine han hun hans hendes deres
    dem jeg du vi denne dette disse så også når da hvis end ind ud op ned`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber sondern denn weil dass daß ob als wenn in im ins an
    am auf aus bei beim mit nach von vom zu zum zur für über unter vor hinter zwischen durch gegen ohne um bis seit während wegen
    ist sind war waren sein gewesen wird werden wurde wurden worden hat haben hatte hatten habe kann können konnte konnten soll
    sollen sollte muss müssen musste darf dürfen will wollen wollte möchte er sie es ihn ihm ihr ihre ihren ihrem ihrer seine
    seinen seinem seiner seines ich wir uns du sich man mich mir dich dir euch nicht kein keine keinen auch noch schon nur sehr
    so wie diese dieser dieses diesen diesem jene jener alle allem allen dort hier da dabei dazu davon damit es gibt gab hin her
    laut nun doch etwa`,
  el: `ο η το οι τα τον την του της των τους τις στο στη στην στον στα στις στους στης ένας μια μία ένα ενός μιας και ή αλλά να θα
    δεν μη μην με σε για από προς κατά μετά πριν χωρίς μεταξύ ως σαν αν όταν που ότι πως γιατί είναι ήταν είμαι είχε είχαν έχει
    έχουν έχω αυτός αυτή αυτό αυτοί αυτές αυτά αυτού αυτής αυτών του τους μου σου μας σας εκείνος εκείνη εκείνο μπορεί μπορούν
    επίσης πιο πολύ όπως υπό περί τι`,
  es: `el la los las lo un una unos unas de del al a en con por para sin sobre entre hasta desde hacia contra durante según tras y
    e o u pero sino que si no ni se me te le les nos os su sus mi mis tu tus es son era eran fue fueron ser sido siendo está
    están estaba estaban ha han había habían haber hay he hemos tiene tienen tenía puede pueden podía debe este esta estos estas
    ese esa esos esas aquel aquella esto eso ello él ella ellos ellas yo nosotros muy más también ya como cuyo cuya`,
  fa: `و در به از که را با این آن برای تا بر یا اما اگر چون پس نیز هم هر بی بین روی زیر پیش بعد قبل است هست هستند بود بودند
    باشد شد شده شدند شود می‌شود کرد کرده کردند کند می‌کند دارد داشت دارند خواهد باید او آنها آن‌ها ما شما من خود وی یک ها های`,
  fi: `ja tai mutta että jos kun koska kuin sekä ei eivät en on ovat oli olivat olla ollut olisi se ne hän he minä sinä me te tämä
    tuo nämä nuo sen niiden hänen heidän joka jotka jonka joita myös vain jo vielä niin ennen jälkeen kanssa ilman noin yli alle
    voi voivat`,
  fr: `le la les l un une des du de d au aux à a en dans par pour sur sous avec sans entre vers chez contre depuis pendant avant
    après jusque jusqu et ou mais donc or ni car que qu si ne n pas plus se s me te ce c cet cette ces ceci cela ça il elle ils
    elles on je j tu nous vous lui leur leurs eux son sa ses mon ma mes ton ta tes notre votre nos vos y est sont était étaient
    été être fut furent sera seront soit ai as ont avait avaient avoir eu eut fait peut peuvent doit doivent dont très aussi
    même déjà comme lors ainsi t afin celui celle ceux celles`,
  he: `של על את עם אל מן מ ב ל ה ו כ ש או אבל כי אם לא אין יש הוא היא הם הן אני אנחנו אתה זה זאת זו אלה אלו היה היתה הייתה היו
    להיות יהיה אשר בין לפני אחרי עד גם רק כל כמו לפי תחת נגד ללא בתוך שלו שלה שלהם אותו אותה אותם בו בה לו לה`,
  hi: `का की के को में से पर ने और या लेकिन कि जो तो ही भी तक साथ लिए द्वारा बाद पहले है हैं था थी थे हो होता होती होते हुआ हुई हुए
    गया गई गए किया की करने करना करता करते करती कर रहा रही रहे सकता सकते जा जाता जाती दिया यह वह ये वे इस उस इन उन इसका
    इसकी इसके उसका उसकी उसके उनके उनकी अपने अपनी अपना एक नहीं न जिस जिसे जिसके जब अगर बीच`,
  hr: `i a ali ili da ne li u na od do za s sa iz po pri kroz prema među pod nad pred nakon bez o je su sam smo ste bio bila bilo
    bili biti će bi se me te ga ju je im mu joj njih on ona ono oni ja ti mi vi ovaj ova ovo taj ta to koji koja koje kojih ima
    nema može kao te još samo`,
  hu: `a az egy és vagy de hogy ha mert mint nem ne is csak már még meg el ki be fel le van vannak volt voltak lesz lett lenni ő ők
    én te mi ti ez ezt ezek azt azok aki akik ami amely amelyek sem után előtt alatt között szerint által felé ellen nélkül`,
  id: `yang di ke dari pada dalam untuk dengan dan atau tetapi tapi oleh sebagai adalah ialah itu ini tersebut tidak bukan akan
    telah sudah sedang masih juga bahwa karena jika kalau ketika saat para ia dia mereka kami kita saya anda nya antara tentang
    terhadap bagi agar serta ada dapat bisa`,
  it: `il lo la i gli le l un uno una di del dello della dei degli delle dell a al allo alla ai agli alle all da dal dallo dalla dai
    dagli dalle dall in nel nello nella nei negli nelle nell su sul sullo sulla sui sugli sulle sull con per tra fra senza sotto
    contro durante e ed o ma se non né si ci vi mi ti ne lui lei loro essi egli noi voi io tu suo sua suoi sue mio mia è sono era
    erano fu furono essere stato stata stati state sia ha hanno aveva avevano avere ho può possono deve devono questo questa
    questi queste quello quella quelli quelle anche più molto già come dopo prima c d`,
  ja: `の に は を が で て と も や へ から まで より など な た だ です である であった でした ます ました し する した して さ れ られ せ い いる いた いう
    いて ある あった あり なる なった こと もの ため よう その この それ これ あの そして また しかし ない なかっ ん か ね よ でしょ でしょう う れる られる
    たち ば たら なら ま ます しま しょう ので のは いま です なっ って という において について による によって として`,
  ko: `그 이 저 것 수 등 및 또는 그리고 하지만 그러나 있는 있다 있었다 있던 없는 없다 하는 한 했다 하다 되는 된 되었다 이다 였다 대한 대해 위한
    위해 통해 따라 따른 의한 의해 때 중 후 전 가장 또 더 및 그의 그녀 그들 자신 같은 있나 인가 인가요 입니까 일까 하였는가 했는가 되었는가 했나 했나요 했어 했어요 했습니까 하나요 합니까
    해요 됐나 됐나요 됐어 됐어요 되나 되나요 됩니까 돼 돼요 있나요 있어 있어요 있습니까 없나 없나요 없어 없습니까 지금 제일 게 건 걸 거`,
  nl: `de het een en of maar want dat als in op aan van voor met bij uit naar om over onder tussen tegen door zonder sinds tot na
    is zijn was waren wordt worden werd werden geweest heeft hebben had hadden kan kunnen kon konden zal zullen zou zouden moet
    moeten mag mogen wil hij zij ze het hem haar hun zijn ik wij we je u jullie zich men niet geen ook nog al er die dit deze
    daar hier te`,
  no: `og i på av til for fra med om ved under over mellom mot etter før uten at der den det de en et ei er var være vært blir ble
    bli har hadde ha vil ville kan kunne skal skulle må ikke men eller som seg sin sitt sine han hun hans hennes deres dem jeg
    du vi denne dette disse så også når da hvis enn`,
  pl: `i a ale lub albo oraz że żeby aby gdy jeśli bo ponieważ w we na do z ze za o od po przy przed pod nad między bez dla przez u
    ku jest są był była było były być będzie będą został została zostało zostały się jego jej ich go mu ją im on ona ono oni ja
    ty my wy ten ta to ci te tego tej tych tym który która które którzy których którego której ma mają miał może mogą nie też
    także już jeszcze tylko jako tak`,
  pt: `o a os as um uma uns umas de do da dos das em no na nos nas num numa ao aos à às por pelo pela pelos pelas para pra com sem
    sob sobre entre até desde contra durante e ou mas nem que se não lhe lhes me te nos vos ele ela eles elas eu tu nós você
    seu sua seus suas meu minha dele dela deles delas é são era eram foi foram ser sido está estão estava estavam há havia ter
    tem têm tinha tinham teve pode podem deve devem este esta estes estas esse essa esses essas aquele aquela isto isso aquilo
    muito mais também já como depois antes cujo cuja`,
  ro: `și sau dar ci că să nu în din de la pe cu pentru prin fără între spre către până după înainte sub peste lui ei lor îl o le îi
    își se s a al ai ale un o unui unei unor cel cea cei cele acest această acești aceste acel acea este e sunt era erau fi fost
    fiind va vor ar are au avea aveau am poate pot el ea ei ele eu tu noi voi mai foarte decât dacă iar`,
  ru: `и а но или что чтобы если то же ли не ни в во на с со к ко о об от до из за по при у для без под над перед между через после
    про как так его её ее их им ему ей он она оно они я ты мы вы себя себе свой своя свои своего этот эта это эти этого этой
    этих тот та те того той тех который которая которое которые которого которой которых был была было были быть есть будет
    будут стал является являются бы уже ещё еще только также все всё`,
  sv: `och i på av till för från med om vid under över mellan mot efter före utan att som den det de en ett är var vara varit blir
    blev bli har hade ha ska skulle kan kunde vill ville måste inte men eller sig sin sitt sina han hon hans hennes deras dem
    jag du vi denna detta dessa så också när då än där här`,
  th: `ที่ ของ ใน และ หรือ แต่ เป็น คือ อยู่ มี ได้ ให้ ไป มา จาก ถึง กับ แก่ ต่อ โดย เพื่อ ว่า ซึ่ง อัน นี้ นั้น ๆ ก็ จะ แล้ว ไม่ ถูก ด้วย
    ตาม เมื่อ การ ความ ผู้ เขา เธอ มัน เรา คุณ นั่น ครับ ค่ะ คะ บ้าง`,
  tr: `ve veya ya da de ile için gibi kadar göre sonra önce ama fakat ancak çünkü ki bu şu o bir her bazı daha en çok mi mı mu mü ise
    olarak olan oldu olduğu olduğunu olmuştur olmak olup idi dir dır ne onun onlar bunun kendi değil var yok diye üzere karşı
    tarafından arasında içinde üzerinde hem eden etti`,
  uk: `і й та а але або чи що щоб якщо то ж не ні в у на з із зі до від за по при для без під над перед між через після про як так
    його її їх їм йому їй він вона воно вони я ти ми ви себе свій своя свої цей ця це ці цього цієї той та те ті який яка яке які
    якого якої яких був була було були бути є буде будуть вже ще лише також усі все`,
  vi: `là của và hoặc nhưng thì mà ở trong trên dưới với cho từ đến tại về theo bởi bị được đã đang sẽ có không các những một cái
    con chiếc này đó kia ấy rằng khi nếu vì do để cũng còn rất hơn nhất như vào ra lên xuống lại đi họ ông bà anh chị tôi chúng
    nó mình ta việc sự cuộc điều người nào gì ai đâu sao bao nhiêu mấy thế`,
  zh: `的 了 在 是 和 与 與 或 及 等 也 都 就 而 但 但是 被 把 将 將 从 從 到 由 对 對 于 於 以 为 為 向 其 这 這 那 个 個 位 些 该 該 此 他 她 它
    他们 他們 我 我们 我們 你 有 没有 沒有 不 会 會 能 可以 之 所 着 著 过 過 地 得 吗 嗎 呢 吧 啊 请问 請問 哪 几 幾`,
};

/** Languages that have words here, by ISO 639-1 code. */
export const foreignLanguages: readonly string[] = [...Object.keys(FUNCTION_WORDS), ...languagesAlike];

const sets = new Map<string, ReadonlySet<string>>();

const readSet = (language: string): ReadonlySet<string> => {
  const words = FUNCTION_WORDS[listedLanguage(language)] ?? '';
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
};

/** Empty for English and languages not known here. Lower case. */
export const foreignFunctionWords = (language: string): ReadonlySet<string> => {
  return sets.getOrInsertComputed(language, readSet);
};
