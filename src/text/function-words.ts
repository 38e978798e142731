/** Words that carry no subject: of no use to tell what a topic or a headline is about. English, lower case. */

/** Articles, pronouns, prepositions, auxiliaries, question words, and what headlines say anyway ("latest news"). */
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
