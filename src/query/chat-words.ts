/**
 * In: text as typed in a chat. Out: the same in plain English: "wat did ppl say" becomes "what did people say". One table;
 * a word that may be a name ("Wat", "RN", "Wen Jiabao") is read as one unless lower case and its place say otherwise.
 */

/** Written so in lower case these are no words of English and no names. */
const ALWAYS: Readonly<Record<string, string>> = {
  ppl: 'people',
  peeps: 'people',
  plz: 'please',
  pls: 'please',
  plss: 'please',
  thx: 'thanks',
  teh: 'the',
  hte: 'the',
  tht: 'that',
  taht: 'that',
  waht: 'what',
  whta: 'what',
  wut: 'what',
  whut: 'what',
  wot: 'what',
  wht: 'what',
  hwat: 'what',
  wehn: 'when',
  whne: 'when',
  whn: 'when',
  whre: 'where',
  wher: 'where',
  whare: 'where',
  whree: 'where',
  wehre: 'where',
  hwo: 'how',
  hw: 'how',
  whoes: 'whose',
  wats: "what's",
  wuts: "what's",
  wich: 'which',
  whcih: 'which',
  whihc: 'which',
  whyy: 'why',
  wny: 'why',
  becuase: 'because',
  becasue: 'because',
  cuz: 'because',
  coz: 'because',
  bcuz: 'because',
  bcs: 'because',
  abt: 'about',
  abuot: 'about',
  aobut: 'about',
  thier: 'their',
  ther: 'there',
  deos: 'does',
  ddi: 'did',
  hapen: 'happen',
  hapened: 'happened',
  happend: 'happened',
  happnd: 'happened',
  hapening: 'happening',
  hapenning: 'happening',
  happenning: 'happening',
  happeing: 'happening',
  happning: 'happening',
  happenin: 'happening',
  goin: 'going',
  doin: 'doing',
  sayin: 'saying',
  sez: 'says',
  aint: "isn't",
  gonna: 'going to',
  gunna: 'going to',
  wanna: 'want to',
  gotta: 'have to',
  hafta: 'have to',
  tryna: 'trying to',
  tryin: 'trying',
  coulda: 'could have',
  shoulda: 'should have',
  woulda: 'would have',
  hes: "he's",
  shes: "she's",
  thru: 'through',
  tho: 'though',
  altho: 'although',
  govt: 'government',
  prez: 'president',
  pres: 'president',
  pics: 'pictures',
  pic: 'picture',
  vid: 'video',
  vids: 'videos',
  tmrw: 'tomorrow',
  tmw: 'tomorrow',
  tomorow: 'tomorrow',
  yday: 'yesterday',
  yest: 'yesterday',
  ystrday: 'yesterday',
  tdy: 'today',
  atm: 'at the moment',
  nvm: 'never mind',
  idk: '',
  imo: '',
  tbh: '',
  ngl: '',
  afaik: '',
  w8: 'wait',
  m8: 'mate',
  b4: 'before',
  gr8: 'great',
  smth: 'something',
  sth: 'something',
  sum1: 'someone',
  any1: 'anyone',
  every1: 'everyone',
  evry: 'every',
  btwn: 'between',
  dems: 'Democrats',
  repubs: 'Republicans',
  nukes: 'nuclear weapons',
  nuke: 'nuclear weapon',
  homers: 'home runs',
  cops: 'police',
  hubby: 'husband',
  ur: 'your',
  yr: 'year',
  yrs: 'years',
  mins: 'minutes',
  hrs: 'hours',
  recieve: 'receive',
  goverment: 'government',
  definately: 'definitely',
  untill: 'until',
  alot: 'a lot',
  gud: 'good',
  luv: 'love',
  kno: 'know',
  nuthin: 'nothing',
  sumthin: 'something',
  sumthing: 'something',
  somthing: 'something',
  somethin: 'something',
  anythin: 'anything',
  everythin: 'everything',
  defo: 'definitely',
  prolly: 'probably',
  rlly: 'really',
  rly: 'really',
  srsly: 'seriously',
  lil: 'little',
  bday: 'birthday',
  ofc: 'of course',
  asap: 'soon',
  presser: 'press conference',
  scotus: 'Supreme Court',
  potus: 'president',
  flotus: 'first lady',
  vp: 'vice president',
  nyc: 'New York City',
  womens: "women's",
  mens: "men's",
  childrens: "children's",
  peoples: "people's",
  todays: "today's",
  yesterdays: "yesterday's",
  everyones: "everyone's",
};

/** Words as they are typed without the apostrophe; those that are other words ("were", "shell", "its") are left out. */
const contractions = (words: string, ending: string): [string, string][] =>
  words.split(' ').map((word) => [`${word}${ending.replace("'", '')}`, `${word}${ending}`]);

const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ...contractions(
    'is are was were has have had do does did would could should might must need ca wo sha',
    "n't",
  ),
  ...contractions('i you we they who would could should might must', "'ve"),
  ...contractions('you they what where', "'re"),
  ...contractions('you they it that there what who', "'ll"),
  ...contractions('you they it that there what who where how why', "'d"),
  ...contractions('that there here what who where when how why', "'s"),
  ...contractions('i', "'m"),
  ...contractions('y', "'all"),
]);

/** Read so only if what stands beside it says so; `$1` is what stood before. */
const IN_PLACE: readonly (readonly [RegExp, string])[] = [
  [/(^|\s)w(?:tf|th)(?=\s+(?:happened|happens|is|was|are|were|did|does|do|has|have)\b)/g, '$1what'],
  [/(?<!\bgeorge)(\s)w(?=\s+\p{Ll})/gu, '$1with'],
  [
    /(\b(?:happen(?:ed|s|ing)?|want(?:s|ed)?|needs?|got|going|go|goes|talk(?:ing|ed)?|respon[ds]e?|due|according|compared)\s)2(?=\s)/g,
    '$1to',
  ],
  [/(\s)4(?=\s+(?:me|u|us|him|her|them|real|ever|the)\b)/g, '$1for'],
  // In Swedish and Icelandic "finna" is a verb, and a bout is a fight.
  [/(?<=\b(?:is|are|was|were|he|she|they|you|we)\s(?:\S+\s){0,3})finna(?=\s+\p{Ll})/gu, 'going to'],
  [
    /(\b(?:say(?:s|ing)?|said|think(?:s|ing)?|know|knows|talk(?:s|ed|ing)?|heard?|worried|mad|how)\s)bout(?=\s)/g,
    '$1about',
  ],
  [/(\s)rn(?=\s*(?:$|[?!.,]))/g, '$1now'],
  [/(\s)acc\.?(?= to\s)/g, '$1according'],
  // "R & D", which articles write without blanks; "hepatitis B & C" are two.
  [/(?<![\p{L}\d]|& )(?!a & b|b & c|c & d|d & e)(\p{L}{1,2}) & (?=\p{L}(?![\p{L}\d]| &))/giu, '$1&'],
  [/(?<![\p{L}\d]|& )(\p{L}) & (?=\p{L}{2}(?![\p{L}\d]| &))/gu, '$1&'],
  [/(^|\s)w\/o(?=\s)/g, '$1without'],
  [/(^|\s)w\/(?=\s?\S)/g, '$1with '],
  [/(^|\s)b\/c(?=\s|$)/g, '$1because'],
  [
    /(^|[,.;:]\s|\b(?:and|so|but|ok|lol)\s)y(?=\s+(?:is|are|was|were|did|do|does|has|have|had|can|can't|cant|didn't|didnt|don't|dont|isn't|isnt|would|should|r|won't|wont|not|so|the|tf)\b)/g,
    '$1why',
  ],
  [
    /(^\s*|[,.;:]\s|\b(?:and|so|but|ok|lol|bro|dude|guys|hey|yo)\s)wat(?=\s+(?!(?:(?:is|was) (?:de|het|een|er|dit|dat)|zijn|waren|heeft|hebben|zei|zegt|doet|deed|gebeurt?|gebeurde|er|kan|voor|de|het|betekent)\b)\S)/g,
    '$1what',
  ],
  // Behind a temple's name it stays.
  [/(?<!\bangkor)(\s)wat(?=\s+(?:did|do|does|has|have|had|happened|happens|happening)\b)/g, '$1what'],
  [
    /(^|[,.;:]\s|\b(?:and|so|but|ok|lol|since|till)\s)wen(?=\s+(?:is|are|was|were|did|do|does|has|have|had|can|will|would|should|the|r)\b)/g,
    '$1when',
  ],
  [/(\s)wen(?=\s+(?:i|he|she|it|we|you|they|u)\s)/g, '$1when'],
  [
    /(^|[,.;:]\s|\b(?:and|so|but|ok|lol)\s)(?:were|wear|ware)(?=\s+(?:is|are|was|did|do|does|has|have)\b)/g,
    '$1where',
  ],
  // Behind the rules for the words it follows: "wat the heck is".
  [/\b(who|what|where|when|why|how)\s+(?:tf|the\s+(?:fuck|hell|heck))(?=\s)/g, '$1'],
  [/(\s)r(?=\s+(?:\p{Ll}+(?:ing|ed)|not|still|so|all|they|we|you|there|gonna)\b)/gu, '$1are'],
  [/\b(who|what|where|when|why|how|which|there|we|you|they|these|those|u|people|ppl)\s+r(?=\s|$)/g, '$1 are'],
  [
    /(^)r(?=\s+(?:(?:u|you|we|they|there|people|ppl|the|these|those|all|any)\b|\S+\s+(?:still|really|even|being|going|coming|open|closed|safe|required|allowed|banned|real|true|dead|ok|back)\b))/g,
    '$1are',
  ],
  [
    /(^|\s)(?<!\b(?:vitamin|model|plan|series|type|class|grade|section|group)\s)u(?=\s|[?!.,]|$)(?!\s?\.)/g,
    '$1you',
  ],
  [/(^|\s)n(?=\s+(?!korea|carolina|dakota|ireland|macedonia|america|africa|sea\b)\p{L})/gu, '$1and'],
  [/(^|\s)(?:bc)(?=\s+(?:of|the|he|she|it|they|we|i|there)\b)/g, '$1because'],
  [/\bthe us(?=\s|$|[?!.,;])/g, 'the US'],
  [
    /(^|\s)us(?=\s+(?:presidents?|troops|army|military|economy|senate|congress|government|elections?|house|supreme|treasury|borders?|dollar|inflation|navy|open|embassy|midterms?|soldiers)\b)/g,
    '$1US',
  ],
  [/(?<!\d\s?)\bpm(?=\s|$|[?!.,])/g, 'prime minister'],
  // As articles write it, most of which have no word for it.
  [/(?<![$\d.,])(\d[\d.,]*(?:\s*(?:[mb]il|tril)lion)?)\s*(?:bucks|dollars)\b/g, '$$$1'],
  [/(\d)\s*per\s?cent\b/g, '$1%'],
  [/(\d)\s*k(?=\s+(?:people|ppl|dead|troops|soldiers)\b)/g, '$1,000'],
];

const WORD = /(?<![\p{L}\p{N}'’/.@#_-])\p{Ll}[\p{Ll}\d]*(?![\p{L}\p{N}'’/@#_-])/gu;

const plainWord = (word: string): string | undefined =>
  Object.hasOwn(ALWAYS, word) ? ALWAYS[word] : CONTRACTED.get(word);

/** A capital that a phone has put there: before another capital it is that of a name ("Teh Cheang Wan"). */
const OPENING = /^\s*(\p{Lu}\p{Ll}{2,})(?=\s+\p{Ll})/u;
const ASKS_LOUDLY =
  /^\P{Ll}*\b(?:WHO|WHAT|WHEN|WHERE|WHY|HOW|WHICH|IS|ARE|WAS|WERE|DO|DOES|DID|HAS|HAVE)(?:['’]?S|N['’]?T)?\s\P{Ll}*$/u;

/** In lower case if capitals mark no names: "WHATS GOING ON", "Whats going on". */
const withoutLoudness = (text: string): string => {
  if (ASKS_LOUDLY.test(text)) return text.toLowerCase();
  return text.replace(OPENING, (word) => {
    const lower = word.toLowerCase();
    return plainWord(lower.trim()) === undefined ? word : lower;
  });
};

const plainWords = (text: string): string => text.replace(WORD, (word) => plainWord(word) ?? word);

/**
 * Words are put right first, because what stands beside a word is known by them ("who teh heck is"), and again when "w/ppl" has
 * become two. An apostrophe left off behind a name is not put back: stemming finds "trumps" under "trump".
 */
export const plainEnglish = (text: string): string => {
  const quiet = withoutLoudness(text);
  const placed = IN_PLACE.reduce((rest, [pattern, plain]) => rest.replace(pattern, plain), plainWords(quiet));
  return plainWords(placed).replace(/ {2,}/g, ' ').trim();
};
