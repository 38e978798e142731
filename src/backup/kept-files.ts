/** What of a data folder is worth keeping, in the order it is copied. */
import { ARTICLES_FILE } from '../store/sqlite-article-store.ts';
import { STATE_FILE } from '../store/state-database.ts';
import { VOTER_KEY_FILE } from '../store/voter-key.ts';

/** What was posted comes first: the articles, copied later, hold at least those it knows of. */
export const DATABASES = [STATE_FILE, ARTICLES_FILE] as const;

/** `sandbox.jsonl` holds the messages of the sandbox. */
export const OTHER_FILES: readonly string[] = [VOTER_KEY_FILE, 'sandbox.jsonl'];
