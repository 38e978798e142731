/** What one word of an article is kept as: a number. */

/** A token is a term id in the low 24 bits and what its spelling shows in the bits above. */
export const TERM_BITS = 0xff_ffff;
/** The lowest of the bits above. */
export const FLAG_SHIFT = 24;
/** Starts with a capital letter. */
export const CAPITAL = 1 << 24;
/** Holds a digit. */
export const NUMBER = 1 << 25;
/** First word of its sentence, if a capital says nothing. */
export const INITIAL = 1 << 26;
/** Stands directly behind the word before: nothing but one space or hyphen separates them. */
export const ADJACENT = 1 << 27;
/** Stands directly behind a currency sign. */
export const MONEY = 1 << 28;
/** Stands inside quotation marks that open on it. */
export const QUOTED = 1 << 29;
/** Stands directly before a percent sign. */
export const PERCENT = 1 << 30;
