/** In: a word of an English question, as typed. Out: the word that articles write for it, which counts as the same. */

/** Words of a chat, in lower case, and those of the news with the same meaning. */
const WRITTEN: ReadonlyMap<string, string> = new Map(
  `kids children, kid child, mom mother, moms mothers, mum mother, dad father, dads fathers, grandma grandmother,
  grandpa grandfather, sis sister, gf girlfriend, bf boyfriend, wedding married, married wedding, weed marijuana,
  flick film, flicks films, vax vaccine, vaxxed vaccinated, jab vaccine, jabs vaccines, corona coronavirus, meds medication,
  brits britons, aussies australians, philly philadelphia, cali california, jail prison, tv television, tix tickets,
  noms nominations, nom nomination, champ champion, champs champions, semis semifinals, refs referees, ref referee,
  lawyer attorney, lawyers attorneys, attorney lawyer, quake earthquake, earthquake quake,
  blizzard snowstorm, snowstorm blizzard, airplane plane, docs documents, doc document, crypto cryptocurrency,
  gop republicans, insta instagram, ig instagram, fb facebook, yt youtube, uni university, xmas christmas, vacay vacation`
    .split(',')
    .map((pair) => pair.trim().split(/\s+/) as [string, string]),
);

/** Undefined if articles write the word itself. A word with a capital may be a name. */
export const alsoWritten = (word: string): string | undefined => WRITTEN.get(word);
