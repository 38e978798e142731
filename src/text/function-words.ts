/** English words that carry no subject: useless for what a topic or a headline is about. */

/** Articles, pronouns, prepositions, auxiliaries, question words, and what headlines say anyway ("latest news"). Lower case. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the of in on at to for from by with without and or but nor not no so as is are was were be been
   being am do does did has have had having will would shall should can could may might must it its he
   him his she her they them their we our you your i me my who whom whose which what when where why
   how that this these those there here than then if about into over after before between during any
   some all many much more most latest news done under out up down off again such only own same too
   very just also s t re ve ll d while because until against through one ones get got near around`
    .trim()
    .split(/\s+/),
);

/** Verbs that help others; a sentence that begins with one asks. */
const AUXILIARIES = 'is are was were do does did has have had will would can could should'.split(' ');

/** The source of a pattern for an auxiliary verb in lower case, by itself or as it is contracted: "did", "isn't", "could've". */
export const AUXILIARY = `(?:(?:${AUXILIARIES.join('|')})(?:n't)?(?:'ve)?|(?:ca|wo|sha|ai)n't(?:'ve)?)`;

/** What is left of contracted words that are not spelled like the word itself. */
const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ["can't", 'can'],
  ["won't", 'will'],
  ["shan't", 'shall'],
  ["ain't", 'is'],
  ["y'all", 'you'],
  ["needn't", 'must'],
  ["let's", 'us'],
  ["'til", 'until'],
  ["'cause", 'because'],
]);

/** What English writes onto a word: "who've", "couldn't've", "it'd". */
const CONTRACTION = /(?:'(?:s|m|re|ve|ll|d))+$/;

/** A word in lower case without what is contracted with it: "did" of "didn't", "ferry" of "ferry's". */
export const uncontracted = (lower: string): string => {
  const straight = lower.replace(/[’ʼ]/g, "'");
  const bare = straight.replace(CONTRACTION, '');
  return CONTRACTED.get(straight) ?? CONTRACTED.get(bare) ?? bare.replace(/n't$/, '');
};

/** Whether a word in lower case carries no subject, contracted or not: "whose", "didn't", "y'all've". */
export const isFunctionWord = (lower: string): boolean => FUNCTION_WORDS.has(uncontracted(lower));
