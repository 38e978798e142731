/** As much as is taken of one document from outside, wherever it comes from. */
export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;
