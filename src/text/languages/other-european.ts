/** The words of other languages of Europe. What each list is for: `language-words.ts`. */
import type { LanguageWords } from './language-words.ts';

export const greek: LanguageWords = {
  functionWords: `ο η το οι τα τον την του της των τους τις στο στη στην στον στα στις στους στης ένας μια μία ένα ενός μιας και ή αλλά να θα
    δεν μη μην με σε για από προς κατά μετά πριν χωρίς μεταξύ ως σαν αν όταν που ότι πως γιατί είναι ήταν είμαι είχε είχαν έχει
    έχουν έχω αυτός αυτή αυτό αυτοί αυτές αυτά αυτού αυτής αυτών του τους μου σου μας σας εκείνος εκείνη εκείνο μπορεί μπορούν
    επίσης πιο πολύ όπως υπό περί τι`,
  asking: {
    person: 'ποιος, ποιον, ποιοι, ποιους, ποιανού',
    place: 'πού, που',
    time: 'πότε',
    reason: 'γιατί',
    number: 'πόσο, πόσα, πόσοι, πόσες, πόσους, πόση, πόσος, πόσων',
    manner: 'πώς',
    thing: 'τι, ποια, ποιο, ποιες, ποιων, ποιας, ποιου',
    year: 'ποιο έτος, ποια χρονιά, ποιο χρόνο',
    country: 'ποια χώρα',
    city: 'ποια πόλη',
  },
  numbers: `δύο δυο τρεις τρία τέσσερις τέσσερα πέντε έξι επτά εφτά οκτώ οχτώ εννέα εννιά δέκα έντεκα δώδεκα εκατό χίλια χιλιάδες
    εκατομμύριο εκατομμύρια δισεκατομμύρια μισό τρίτο τέταρτο`,
  turns: {
    hello: 'γεια|γεια σου|γεια σας|καλημέρα|καλησπέρα|χαίρετε',
    talk: 'ευχαριστώ αντίο συγγνώμη τέλεια',
    among: 'πολύ σε για την απάντηση βοήθεια',
    chat: 'τι (?:κάνεις|γίνεται)|πώς είσαι|ποιος είσαι|τι μπορείς να κάνεις|πες (?:μου )?ένα ανέκδοτο|καληνύχτα',
    latest:
      '(?:τι νέα|κανένα νέο) (?:για|από|με)(?: (?:το|τον|την|τη|τα|τους|τις))?|(?:τα )?(?:τελευταία|πρόσφατα) νέα(?: (?:για|από))?(?: (?:το|τον|την|τη|τα))?|(?:νέα|ειδήσεις) (?:για|από)(?: (?:το|τον|την|τη|τα))?|τι (?:γίνεται|συμβαίνει) (?:με|στο|στη|στην|στον)',
    still: 'ακόμα|ακόμη',
    news: 'νέα ειδήσεις τελευταία συνέβη έγινε γίνεται σήμερα χθες εβδομάδα',
  },
};

export const finnish: LanguageWords = {
  functionWords: `ja tai mutta että jos kun koska kuin sekä ei eivät en on ovat oli olivat olla ollut olisi se ne hän he minä sinä me te tämä
    tuo nämä nuo sen niiden hänen heidän joka jotka jonka joita myös vain jo vielä niin ennen jälkeen kanssa ilman noin yli alle
    voi voivat`,
  asking: {
    person: 'kuka, kenen, ketä, ketkä, keitä, kenelle',
    place: 'missä, mihin, mistä',
    time: 'milloin',
    reason: 'miksi',
    number: 'kuinka monta, kuinka paljon, montako, kuinka moni, kuinka pitkä, kuinka suuri',
    manner: 'miten, kuinka',
    thing: 'mikä, mitä, minkä, mitkä, millainen, mille, millä',
    year: 'minä vuonna',
    country: 'missä maassa, mikä maa',
    city: 'missä kaupungissa, mikä kaupunki',
  },
  numbers:
    'kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen sata tuhat miljoona miljoonaa miljardi puolet kolmannes',
  turns: {
    hello: 'moi|moikka|terve|hyvää (?:huomenta|päivää|iltaa)|huomenta',
    talk: 'kiitos kiitti heippa anteeksi',
    among: 'paljon vastauksesta avusta kaikille',
    chat: 'mitä kuuluu|kuka (?:sä |sinä )?(?:oot|olet)|mitä osaat|kerro vitsi|hyvää yötä',
    latest: '(?:viimeisimmät|uusimmat|tuoreimmat) (?:uutiset|tiedot)|uutisia',
    still: 'vielä|edelleen|yhä',
    news: 'uutiset uutisia uutta uusimmat viimeisimmät tapahtui tapahtunut tänään eilen viikolla',
  },
};

export const hungarian: LanguageWords = {
  functionWords: `a az egy és vagy de hogy ha mert mint nem ne is csak már még meg el ki be fel le van vannak volt voltak lesz lett lenni ő ők
    én te mi ti ez ezt ezek azt azok aki akik ami amely amelyek sem után előtt alatt között szerint által felé ellen nélkül`,
  asking: {
    person: 'ki, kit, kik, kinek, kié',
    place: 'hol, hová, honnan',
    time: 'mikor',
    reason: 'miért',
    number: 'hány, mennyi, hányan',
    manner: 'hogyan, hogy',
    thing: 'mi, mit, melyik, milyen, mely, minek',
    year: 'melyik évben, hányban',
    country: 'melyik országban',
    city: 'melyik városban',
  },
  numbers:
    'két kettő három négy öt hat hét nyolc kilenc tíz tizenegy tizenkét száz ezer millió milliárd fele harmada negyede',
  turns: {
    hello: 'szia|sziasztok|szervusz|üdv|jó (?:reggelt|napot|estét)',
    talk: 'köszi köszönöm viszlát bocs',
    among: 'szépen a választ segítséget mindenkinek',
    chat: 'hogy vagy|mizu|ki vagy(?: te)?|mit tudsz|mondj egy viccet|jó éjt',
    latest: '(?:legfrissebb|legújabb|friss) (?:hírek|híreket)(?: (?:a|az))?',
    still: 'még mindig',
    news: 'hírek híreket legfrissebb történt történik tegnap héten',
  },
};
