/** The first 128 bits of a text's SHA-256, as 32 hexadecimal digits: it stands for the text in keys that are kept. */
import { hash } from 'node:crypto';

export const textHash = (text: string): string => hash('sha256', text, 'hex').slice(0, 32);
