/** Whole numbers from 0 to 2³² − 1 as bytes, small ones in few: LEB128, 7 bits a byte, low bits first. */
import { grown } from './grown.ts';

/** Set in every byte of a number but its last. */
export const MORE = 0x80;
/** The bits of a byte that are the number's. */
export const LOW = 0x7f;
/** The longest number takes five bytes. */
const LONGEST = 5;

export class VarIntWriter {
  #bytes = new Uint8Array(4096);
  #at = 0;

  put(value: number): void {
    if (this.#at + LONGEST > this.#bytes.length) this.#bytes = grown(this.#bytes, this.#at + LONGEST);
    let left = value;
    while (left > LOW) {
      this.#bytes[this.#at++] = (left & LOW) | MORE;
      left >>>= 7;
    }
    this.#bytes[this.#at++] = left;
  }

  /** What was put since the last time, for the caller to keep. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#at);
    this.#at = 0;
    return taken;
  }
}

/** Reads numbers one after the other. Bytes that end too early give zeros, never an endless loop. */
export class VarIntReader {
  readonly bytes: Uint8Array;
  /** Where the next number begins. */
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  next(): number {
    let byte = this.bytes[this.at++]!;
    let value = byte & LOW;
    for (let shift = 7; byte >= MORE; shift += 7) {
      byte = this.bytes[this.at++]!;
      value |= (byte & LOW) << shift;
    }
    return value >>> 0;
  }
}
