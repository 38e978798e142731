/**
 * In: a paragraph. Out: its sentences. The rules of Unicode find them; wrong breaks after abbreviations and initials and
 * inside quotations are undone, and a sentence too long to quote is split at its best punctuation mark.
 */
import { foreignFunctionWords } from './foreign-function-words.ts';
import { sentenceEnds } from './sentence-ends.ts';

/** Half-open UTF-16 range. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

/** No sentence is longer, so that any sentence can be quoted whole. UTF-16 units. */
export const SENTENCE_LIMIT = 600;

/** A full stop after these does not end a sentence. */
const ABBREVIATIONS = [
  'Mr Mrs Ms Mx Dr Prof Sens? Reps? Govs? Gen Col Lt Sgt Capt Cmdr Adm Maj Cpl Pvt Rev Fr Hon Pres Supt Det Insp',
  'Ste? Mt Ft Jr Sr Jan Feb Mar Apr Jun Jul Aug Sept? Oct Nov Dec Nos? vs v al etc approx est fig vol pp? ca cf',
  String.raw`e\.g i\.e Ave Blvd Rd Inc Ltd Corp Co Bros Dept Univ Assn D-[A-Z][a-z]+ R-[A-Z][a-z]+ [ap]\.m`,
  String.raw`\p{Lu} \p{Lu}\.\s?\p{Lu}`,
  String.raw`z z\.\s?B d\.\s?h u\.\s?a v\.\s?a bzw Nr Hr Mio Mrd geb gest evtl ggf inkl Tel Str`,
  'M MM Mme Mlle Mgr env éd Sra? Dra Uds? EE núm pág séc Exmo Gral Avda sig dott avv',
  'św ul ks płk Doç Cad Sok bijv dhr mevr nr kl',
  'им ул св проф акад англ лат нем ред тыс руб долл напр ім вул тис',
]
  .join(' ')
  .replaceAll(' ', '|');
const ABBREVIATION = new RegExp(String.raw`(?:^|[\s("“‘«„[])(?:${ABBREVIATIONS})\.\s*$`, 'u');

/** After these a full stop may end the sentence as well; what follows decides. */
const MAYBE_END = /(?:\b(?:Inc|Ltd|Corp|Co|Jr|Sr|etc|[ap]\.m|[A-Z]\.[A-Z]))\.\s*$/u;
const OPENER =
  /^["“‘(]?(?:The|A|An|It|He|She|They|We|You|I|In|On|At|But|And|Or|So|If|As|For|This|That|These|Those|There|Then|When|While|After|Before|His|Her|Its|Their|Our|My|By|With|From|To|Not|No|Some|Many|Most|One|Two|According|However|Meanwhile|Although|Since|What|Who|Where|Why|How)\b/u;
const CONTINUES = /^\p{Ll}/u;
/** A full stop that begins a name: "released .NET 12". */
const NAME_DOT = /(?:^|\s)\.$/;
const LETTER = /^\p{L}/u;
/** Nothing but the number of an item in a list. */
const ITEM_NUMBER = /^\s*\d{1,3}\.\s*$/;

/** Languages that write "12th" as "12.". */
const WITH_ORDINALS: ReadonlySet<string> = new Set(
  'de da no nb nn fi et lv cs sk pl hr sr bs sl hu tr is'.split(' '),
);
const ORDINAL = /(?:^|[\s(])\d{1,2}\.\s*$/;
const FIRST_WORD = /^\p{L}+/u;

/** "am 12. März": the number of a day or century goes on, unless what follows begins as sentences do. */
const isOrdinal = (left: string, right: string, language: string): boolean =>
  WITH_ORDINALS.has(language) &&
  ORDINAL.test(left) &&
  !foreignFunctionWords(language).has(FIRST_WORD.exec(right)?.[0].toLowerCase() ?? '');

/** Whether two neighbours that Unicode's rules part are one sentence. */
const isOneSentence = (left: string, right: string, language: string): boolean => {
  if (isOrdinal(left, right, language)) return true;
  if (CONTINUES.test(right) || ITEM_NUMBER.test(left)) return true;
  if (NAME_DOT.test(left) && LETTER.test(right)) return true;
  const tail = left.slice(-24);
  return ABBREVIATION.test(tail) && !(MAYBE_END.test(tail) && OPENER.test(right));
};

/** Where to part a sentence that is too long: after its last strong mark, else a comma, else a space, else anywhere. */
const partAt = (text: string, start: number): number => {
  const piece = text.slice(start, start + SENTENCE_LIMIT);
  for (const mark of [/[;:—–。！？]\s*(?=[^;:—–。！？]*$)/u, /[,，、]\s*(?=[^,，、]*$)/u, /\s+(?=\S*$)/u]) {
    const found = mark.exec(piece);
    if (found !== null && found.index > SENTENCE_LIMIT / 4) return start + found.index + found[0].length;
  }
  const isPair = /[\ud800-\udbff]$/.test(piece);
  return start + piece.length - (isPair ? 1 : 0);
};

const pushTrimmed = (text: string, start: number, end: number, into: SentenceSpan[]): void => {
  let to = end;
  while (to > start && /\s/.test(text[to - 1]!)) to -= 1;
  for (let from = start; from < to; ) {
    while (/\s/.test(text[from]!)) from += 1;
    const cut = to - from > SENTENCE_LIMIT ? partAt(text, from) : to;
    into.push({ start: from, end: from + text.slice(from, cut).trimEnd().length });
    from = cut;
  }
};

/** Thai ends a sentence with a space and no mark; phrases have one as well. */
const THAI = /\p{Script=Thai}/u;
/** Shorter pieces belong to what stands before them. UTF-16 units. */
const THAI_PIECE = 100;

/** The ends of the pieces of Thai that are long enough to say something. */
const thaiEnds = (text: string): number[] => {
  const ends: number[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/(?<=\p{Script=Thai}) +/gu)) {
    if (index - start < THAI_PIECE || text.length - index < THAI_PIECE / 2) continue;
    ends.push(index);
    start = index;
  }
  return [...ends, text.length];
};

/** A mark that could end a sentence, with something after it: most short paragraphs have none and need no closer look. */
const INNER_END = /[.!?…。！？।؟][\s"”’'»)\]]*\S/u;

/**
 * The sentences of `text` between `from` and `to`, in order, without the white space around them; none is longer than
 * `SENTENCE_LIMIT`. `language` is an ISO 639-1 code.
 */
export const sentences = (text: string, language: string, from = 0, to = text.length): SentenceSpan[] => {
  const found: SentenceSpan[] = [];
  // Unicode ends a sentence at a line end; a wrapped paragraph goes on. Same length, so offsets stay.
  const piece = text.slice(from, to).replaceAll('\n', ' ');
  if (language === 'th' && THAI.test(piece)) {
    let start = 0;
    for (const end of thaiEnds(piece)) {
      pushTrimmed(text, from + start, from + end, found);
      start = end;
    }
    return found;
  }
  if (!INNER_END.test(piece)) {
    pushTrimmed(text, from, to, found);
    return found;
  }
  let start = 0;
  let end = 0;
  for (const next of sentenceEnds(piece, language)) {
    if (
      end > start &&
      !isOneSentence(piece.slice(Math.max(start, end - 24), end), piece.slice(end, next), language)
    ) {
      pushTrimmed(text, from + start, from + end, found);
      start = end;
    }
    end = next;
  }
  pushTrimmed(text, from + start, from + end, found);
  return found;
};
