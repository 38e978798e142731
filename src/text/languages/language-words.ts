/**
 * What is known of the words of a language, except English. All words are in lower case. A list has spaces between its words;
 * "alternatives" have `|` between them, may hold what regular expressions do, and match with and without marks.
 */
export interface LanguageWords {
  /**
   * Words that carry no subject: articles, pronouns, prepositions, conjunctions, particles, and forms of "to be", "to have" and
   * the modal verbs. Names, numbers and words of time are not among them; words that ask are in `asking`.
   */
  readonly functionWords: string;
  readonly asking: AskingWords;
  /**
   * How counts are written without digits: the numbers from two to twelve, the powers of ten that have a name, halves, thirds and
   * quarters. Forms that the stemmer does not join are listed.
   */
  readonly numbers: string;
  /** Words as typed in a chat that are no others of the language, and what they stand for: "pq: por qué, tb: también". */
  readonly spellings?: string;
  /**
   * Words of events that stand for each other, as people ask and as the news writes: groups with commas between them, all forms
   * that the stemmer does not join. Those behind ">" answer for the others, but not the other way round: "morts > vie", since the
   * news writes "ont perdu la vie".
   */
  readonly sameMeaning?: string;
  readonly pointing?: PointingLists;
  readonly turns?: Partial<Turns>;
  readonly requests?: RequestTurns;
  /** No spaces stand between words, or particles are written onto them. */
  readonly hasJoinedWords?: boolean;
}

/** What a question word asks for; `thing` leaves it open. */
export type AskedFor =
  | 'person'
  | 'place'
  | 'time'
  | 'reason'
  | 'number'
  | 'manner'
  | 'thing'
  | 'year'
  | 'country'
  | 'city';

/** Words that ask, separated by commas. Several words are a phrase: "wie viele" asks for a number, "wie" alone for a manner. */
type AskingWords = Partial<Readonly<Record<AskedFor, string>>>;

/** How a question goes on from the one before it. Alternatives, except where a list is named. */
export interface PointingLists {
  /** What it begins with: "and". */
  readonly lead: string;
  /** The same, written onto the word behind it. */
  readonly joinedLead?: string;
  /** "What about", before what it is about and behind it. */
  readonly about: string;
  readonly aboutEnd?: string;
  /** Prepositions of places; those with `|` between them stand for each other, groups of them have commas between them. */
  readonly place: string;
  /** What stands behind a place instead: a postposition with the space before it, or an ending. */
  readonly placeEnd?: string;
  /** A list: words that point back to persons alone: "it" and "that" stand in many questions that point nowhere. */
  readonly persons: string;
  /** A list: other words that point back. */
  readonly others: string;
  /** Every noun has a capital, so that behind "and" one names nobody: "Und wie hoch sind die Kosten?" */
  readonly hasCapitalNouns?: boolean;
}

/** Turns of phrase, as people type them in a chat. Alternatives, except where a list is named. */
export interface Turns {
  /** Greetings: small talk alone, and said before a question. */
  readonly hello: string;
  /** What is said before a question and says nothing of it: "a quick question", "does anyone know". */
  readonly before: string;
  /** Whether a question's asking word may stand anywhere in it; else it opens what comes behind `before`. */
  readonly asksLate: boolean;
  /** A list: other words of small talk: thanks, praise, yes and no. */
  readonly talk: string;
  /** A list: words that may stand among them. */
  readonly among: string;
  /** What is said to a bot and asks nothing of the news, whole. */
  readonly chat: string;
  /** Words for the day it is: they may stand beside small talk. */
  readonly today: string;
  /** Endings that say nothing. */
  readonly tail: string;
  /** Endings that ask for the newest state. */
  readonly now: string;
  /** Openings that ask for the latest of what follows. */
  readonly latest: string;
  /** Endings that ask for the latest of what stands before. */
  readonly latestOf: string;
  /** Words by which a question without a question word asks whether something is still so. */
  readonly still: string;
  /** Openings that ask whether what follows is true, and endings that ask it of what stands before. */
  readonly whether: string;
  readonly whetherOf: string;
  readonly summary: string;
  readonly summaryOf: string;
  readonly timeline: string;
  readonly timelineOf: string;
  /** Requests that are no news. */
  readonly errands: string;
  /** A list: words that call for news, whatever it is about. */
  readonly news: string;
  /** A list: words that everyone uses and nobody means: never reported as missing. */
  readonly vague: string;
}

/**
 * How people ask who said what, what others think, for a comparison or for a list. Each is a whole question in lower case and without
 * marks: `speaker`, `who` (a crowd) and `what` are kept, `a` and `b` are compared.
 */
export interface RequestTurns {
  /** What is searched for in the place of a question for words, for thoughts, and, with what follows it, for a list. */
  readonly quoted: string;
  readonly thought: string;
  readonly listed: string;
  readonly quote: readonly string[];
  readonly opinion: readonly string[];
  readonly compare: readonly string[];
  readonly list: string;
  /** Openings that ask for several. */
  readonly several?: string;
  /** Lists: words that stand beside what somebody said, and beside what people think. */
  readonly said: string;
  readonly felt: string;
}

/** Puts alternatives together that would not fit on one line. */
export const anyOf = (...alternatives: readonly string[]): string => alternatives.join('|');
