export const MIB = 1024 ** 2;

/** As much as is taken of one document from outside, wherever it comes from. */
export const MAX_DOCUMENT_BYTES = 10 * MIB;
