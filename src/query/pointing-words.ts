/**
 * In: a language. Out: the words by which a question goes on from the one before it: those it begins with ("and", "what about"),
 * prepositions of places, and words that point back.
 */
import { askingPhrases } from '../text/asking-words.ts';
import { AUXILIARY } from '../text/function-words.ts';
import { DEFAULT_LANGUAGE } from '../text/terms.ts';
import { words } from './frames/frames.ts';

export interface PointingWords {
  /** Alternatives of a regular expression, as are the next two. */
  readonly lead: string;
  readonly about: string;
  readonly place: string;
  /** A sentence of its own holds one of these. */
  readonly asking: RegExp;
  /** Persons alone: "it" and "that" stand in many questions that point nowhere. Lower case. */
  readonly persons: ReadonlySet<string>;
  /** A question with one of them is about what was asked before. Lower case. */
  readonly pointers: ReadonlySet<string>;
  /** Every noun has a capital, so that behind "and" one names nobody: "Und wie hoch sind die Kosten?" */
  readonly hasCapitalNouns: boolean;
}

const CAPITAL_NOUNS: ReadonlySet<string> = new Set(['de']);

type Row = readonly [lead: string, about: string, place: string, persons: string, others: string];

/** By ISO 639-1 code. */
// biome-ignore format: a table reads better in rows
const FOREIGN: Readonly<Record<string, Row>> = {
  de: ['und|aber|oder', 'was ist mit|wie (?:ist|sieht|steht) es (?:mit|in|bei)', 'in|im|bei|an|am|auf|für|von|aus|nach|mit|gegen|um', 'er ihn ihm', 'sein seine seinen ihre ihren dort damals dann davon dafür dabei daran dazu deren dessen'],
  fr: ['et|mais|ou', 'qu en est il de|quid de', 'à|au|aux|en|dans|pour|de|du|chez|sur|avec|contre', 'lui eux', 'elle elles leur leurs là alors cela ça celui celle'],
  es: ['y|e|pero|o', 'qué (?:hay|pasa) (?:de|con)|qué tal', 'en|de|del|para|con|contra|sobre|a|al|por', 'él ellos ella ellas', 'su sus allí ahí entonces eso esto ese esa'],
  pt: ['e|mas|ou', 'que tal|e quanto a', 'em|no|na|nos|nas|de|do|da|para|com|contra|sobre|por|às|aos|à|ao', 'ele ela eles elas dele dela', 'seu sua seus suas lá então isso isto esse essa'],
  it: ['e|ed|ma|o', 'che (?:ne è di|dire di)', 'a|ad|in|nel|nella|di|del|della|per|con|contro|su|da', 'lui lei loro', 'suo sua suoi sue lì allora questo quello'],
  nl: ['en|maar|of', 'hoe zit het met|wat (?:dacht je van|met)', 'in|bij|op|voor|van|uit|naar|met|tegen|over', 'hij hem zij', 'zijn haar hun daar toen dan ervan'],
  pl: ['a|i|ale|albo', 'co z|a co z', 'w|we|na|dla|z|ze|do|od|o|przy|u|przeciw', 'on ona oni ją nim nią', 'jego jej ich tam wtedy tego ten ta'],
  ru: ['а|и|но|или', 'что (?:с|со|насчёт|насчет)|как насчёт', 'в|во|на|для|с|со|у|о|об|про|из|к|от|по|против', 'он она они него неё нее ним ней них ему ей', 'его её ее их там тогда это этот эта'],
  uk: ['а|і|й|та|але|або', 'що (?:з|зі|із|щодо)|як щодо', 'в|у|на|для|з|зі|із|про|до|від|по|проти', 'він вона вони нього неї ним нею них йому їй', 'його її їх там тоді це цей ця'],
  tr: ['ve|ya|peki|ama', 'peki ya', '(?!)', 'onun onlar onların', 'orada onda bunu bunun bu şu o zaman'],
  id: ['dan|tapi|atau|lalu', 'bagaimana dengan|gimana dengan|kalau', 'di|ke|dari|untuk|dengan|tentang|pada', 'dia mereka beliau', 'itu ini disana tersebut'],
};

const ENGLISH: PointingWords = {
  lead: 'and|or|but|so|then|ok|okay',
  about: '(?:what|how)\\s+about',
  place: 'in|at|for|from|of|on|by|with|near|under|against|to|about',
  asking: new RegExp(
    `\\b(?:who|what|when|where|why|how|which|whose|he|she|they|it|him|her|them|his|their|${AUXILIARY})\\b`,
    'i',
  ),
  persons: words('he him his she her hers they them their theirs'),
  pointers: words(
    'he him his she her hers it its they them their theirs this that these those there then same',
  ),
  hasCapitalNouns: false,
};

const made = new Map<string, PointingWords>();

const make = (language: string, [lead, about, place, persons, others]: Row): PointingWords => {
  const asking = [...askingPhrases(language).map(({ text }) => text), ...persons.split(' ')].join('|');
  return {
    lead,
    about: about.replaceAll(' ', '\\s+'),
    place,
    asking: new RegExp(`(?<![\\p{L}\\p{M}])(?:${asking})(?![\\p{L}\\p{M}])`, 'iu'),
    persons: words(persons),
    pointers: words(`${persons} ${others}`),
    hasCapitalNouns: CAPITAL_NOUNS.has(language),
  };
};

/** Those of English for a language that is not known. */
export const pointingWords = (language: string): PointingWords => {
  const row = language === DEFAULT_LANGUAGE ? undefined : FOREIGN[language];
  if (row === undefined) return ENGLISH;
  const known = made.get(language) ?? make(language, row);
  made.set(language, known);
  return known;
};
