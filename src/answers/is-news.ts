/**
 * In: a query, the verdict on it and the excerpts, best first. Out: whether news is asked for at all. Whoever asks for a recipe, or says
 * something to someone ("add me on snap"), asks for none; but a title may read so ("Call Me Maybe").
 */
import type { Excerpt } from '../domain/answer.ts';
import type { Query } from '../domain/query.ts';
import type { Judged } from './judge-passages.ts';

/** Recipes and the time of day are no news, but articles may answer them all the same: from this chance on. */
const ERRAND_SURE = 0.8;

/** What people say of themselves, or to others. "Artemis I" and "World War I" are names. */
const ADDRESSES =
  /(?<![.\w])(?:me|my|mine|myself|you|your|yours|you['’]re|you['’]ve)(?![.]?\w)|^(?:i|i['’](?:m|ve|ll|d))\b|\bi(?:['’](?:m|ve|ll|d)| (?:am|was|have|had|will|can|can't|do|don't|did|need|want|love|hate|like|think|got|just|feel|know|see|get|say))\b/;

/** Where one clause ends and the next begins: "my aunt lives there and is it true …", "my aunt lives there is she safe". */
const BETWEEN_CLAUSES =
  /[,.;:!?]+\s*|\b(?:and|so|but|or|if|whether)\s+|\s+(?=(?:is|are|was|were|will|would|can|could|should|did|does|do|has|have)\s+(?:it|he|she|they|there|this|that|the)\b)/i;
const ASKS =
  /^(?:(?:is|are|was|were|will|would|can|could|should|did|does|do|has|have)(?:n['’]?t)?|(?:what|who|where|how)(?:['’]?s)?|when|why|which)\s+(?!(?:i|we|u)\b)\S/i;

/** Whether some clause asks for others than who speaks and who is spoken to: "my aunt lives in Belgorod, should she leave". */
const asksOfOthers = (text: string): boolean =>
  text.split(BETWEEN_CLAUSES).some((clause) => ASKS.test(clause) && !ADDRESSES.test(clause));

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether an excerpt, or its title, holds several words just as they were typed, or the title is that word. */
export const standsIn = (words: string, excerpts: readonly Excerpt[]): boolean => {
  const typed = plain(words);
  // In other scripts an ending is joined to its word.
  const end = /\p{Script=Latin}$/u.test(typed) ? ' ' : '';
  return excerpts.some(
    ({ title, text }) =>
      plain(title) === typed ||
      (typed.includes(' ') && ` ${plain(`${title} ${text}`)} `.includes(` ${typed}${end}`)),
  );
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Whether the excerpts write such a word and one beside it as a name: "My Pillow", "Despicable Me". */
const isInName = (words: string, excerpts: readonly Excerpt[]): boolean => {
  const typed = plain(words).split(' ').map(capital);
  const pairs = typed
    .slice(1)
    .map((word, at) => `${typed[at]} ${word}`)
    .filter((pair) => /\b(?:Me|My|Mine|You|Your)\b/.test(pair));
  return excerpts.some(({ text }) => {
    const written = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    return pairs.some((pair) => written.includes(` ${pair} `));
  });
};

export const isNews = (
  { intent: { kind }, sought, phrases, groups }: Query,
  { asked, verdict, confidence }: Judged,
  excerpts: readonly Excerpt[],
): boolean => {
  if (phrases.length + groups.length > 0) return true;
  const isErrand = kind === 'errand';
  if (asked !== 'keywords') return !isErrand || (verdict === 'answered' && confidence >= ERRAND_SURE);
  const isSaid = (kind === 'fact' || kind === 'yesno') && ADDRESSES.test(sought) && !asksOfOthers(sought);
  return (!isErrand && !isSaid) || standsIn(sought, excerpts) || (isSaid && isInName(sought, excerpts));
};
