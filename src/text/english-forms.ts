/** In: an English word in lower case. Out: the form of it that the stemmer understands. */

/** Irregular forms common in the news that no stemmer joins. */
// biome-ignore format: a table reads better in rows
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    won: 'win', wins: 'win', winning: 'win', died: 'die', dies: 'die', dying: 'die', dead: 'die', death: 'die', deaths: 'die',
    said: 'say', says: 'say', made: 'make', makes: 'make', making: 'make', became: 'become', becomes: 'become',
    took: 'take', taken: 'take', gave: 'give', given: 'give', went: 'go', gone: 'go', left: 'leave', lost: 'lose',
    bought: 'buy', sold: 'sell', told: 'tell', held: 'hold', led: 'lead', fell: 'fall', fallen: 'fall', rose: 'rise',
    risen: 'rise', ran: 'run', broke: 'break', broken: 'break', began: 'begin', begun: 'begin', chose: 'choose',
    chosen: 'choose', struck: 'strike', shot: 'shoot', sought: 'seek', fought: 'fight', found: 'find', kept: 'keep',
    met: 'meet', paid: 'pay', sent: 'send', spoke: 'speak', spoken: 'speak', stole: 'steal', stolen: 'steal',
    threw: 'throw', thrown: 'throw', withdrew: 'withdraw', withdrawn: 'withdraw', wrote: 'write', written: 'write',
    women: 'woman', men: 'man', children: 'child', people: 'person', countries: 'country', mice: 'mouse', lice: 'louse',
    geese: 'goose', teeth: 'tooth', feet: 'foot', oxen: 'ox', wolves: 'wolf', knives: 'knife', wives: 'wife',
    thieves: 'thief', loaves: 'loaf', shelves: 'shelf', calves: 'calf', halves: 'half', scarves: 'scarf', hooves: 'hoof',
    elves: 'elf', criteria: 'criterion', phenomena: 'phenomenon', bacteria: 'bacterium', larvae: 'larva',
    crises: 'crisis', analyses: 'analysis', hypotheses: 'hypothesis', diagnoses: 'diagnosis', parentheses: 'parenthesis',
    cacti: 'cactus', fungi: 'fungus', nuclei: 'nucleus', alumni: 'alumnus', matrices: 'matrix', indices: 'index',
  }),
);

/** British spellings, brought to the American ones before stemming; longer words only ("four", "rise" stay). */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/^(defen|offen|licen|preten)ce(s|less)?$/, '$1se$2'],
  [/^(\p{L}{3,})our(s|ed|ing|able|ful|ite|ites|er|ers|hood)?$/u, '$1or$2'],
  [/^(\p{L}{4,})is(e|es|ed|ing|er|ers|ation|ations)$/u, '$1iz$2'],
  [/^(cent|theat|met|lit|fib|kilomet|sab|somb)re(s)?$/, '$1er$2'],
  [/^(program)me(s|d|r|rs)?$/, '$1$2'],
  [/^(cancel|travel|level|fuel|label|model|signal|total|marvel|counsel)l(ed|ing|er|ers)$/, '$1$2'],
];

/** "policemen", "businesswomen": but "specimen" is no man. */
const MEN =
  /^(police|fire|business|gun|fisher|sales|states|chair|congress|spokes|crafts|service|country|sports|clergy|noble|french|english|irish|dutch|camera|hit|sea|work|line|horse|middle|alder|assembly|council|anchor|door|mail|milk|super)(wo)?men$/;

/**
 * Words whose stem is that of another word: an organ is no organization, the police no policy. Each by what its own forms
 * begin with, and the term they get.
 */
const UNLIKE: ReadonlyMap<string, RegExp> = new Map([
  ['organiz', /^organi[sz]/],
  ['organic', /^organic/],
  ['universit', /^universit/],
  ['universal', /^universal/],
  ['internation', /^internation/],
  ['internal', /^internal/],
  ['polici', /^polic(?:y|ies|ymakers?)$/],
  ['important', /^importan/],
  ['experiment', /^experiment/],
  ['emergenc', /^emergenc/],
]);
const MAY_BE_UNLIKE = /^(?:organ|univers|intern|polic|import|exper|emerg)/;

/** The term of a word that the stemmer would take for another, else null. */
export const unlikeTerm = (word: string): string | null => {
  if (!MAY_BE_UNLIKE.test(word)) return null;
  for (const [term, words] of UNLIKE) if (words.test(word)) return term;
  return null;
};

const american = (word: string): string => {
  for (const [british, form] of AMERICAN) if (british.test(word)) return word.replace(british, form);
  return word;
};

/** `won` → `win`, `defence` → `defense`; other words as they are. */
export const regularForm = (word: string): string =>
  IRREGULAR.get(word) ?? american(word.replace(MEN, '$1$2man'));
