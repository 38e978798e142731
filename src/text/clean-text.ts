/**
 * In: any string from outside (article, feed, page). Out: the same text without the characters that could hide,
 * reorder or break it on a screen.
 */

/** C0 and C1 controls but tab, line feed and carriage return; soft hyphens; bidirectional overrides and isolates. */
const UNSAFE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u202a-\u202e\u2066-\u2069]/g;

/**
 * Drops control characters (but `\t`, `\n`, `\r`), soft hyphens, and bidirectional embeddings, overrides and isolates
 * (U+202A–202E, U+2066–2069), and replaces lone surrogates with U+FFFD. Everything else stays verbatim, white space included.
 */
export const cleanText = (text: string): string => text.replace(UNSAFE, '').toWellFormed();

/** `cleanText` on one line: every run of white space becomes one space, none stays at the ends. */
export const cleanLine = (text: string): string => cleanText(text.replace(/\s+/g, ' ')).trim();
