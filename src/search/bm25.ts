/** The usual constants of BM25 (Robertson and Zaragoza 2009, section 3.5); FTS5 has the same built in. */
export const K1 = 1.2;
export const B = 0.75;
