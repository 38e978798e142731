/** In: a name as typed. Out: the ways the news writes it: spellings that changed, or that outlets never agreed on. */

/** Each line one name, in lower case. Spellings that are mostly other names (Peking duck, Holland, Nursultan) are left out. */
const NAMES = `
  kyiv kiev kiew kyjiw
  kharkiv kharkov charkiw charkow
  odesa odessa
  lviv lvov lwiw
  luhansk lugansk
  donbas donbass
  zaporizhzhia zaporizhia zaporizhzhya zaporozhye
  chernobyl chornobyl
  zelensky zelenskyy zelenskiy zelenskyi selenskyj
  mumbai bombay
  kolkata calcutta
  bengaluru bangalore
  chennai madras
  gurugram gurgaon
  myanmar burma
  yangon rangoon
  turkey türkiye turkiye
  eswatini swaziland
  macau macao
  mecca makkah
  quran koran
  hezbollah hizbollah hizbullah hezbullah
  qaeda qaida
  isis isil
  taliban taleban
  gaddafi qaddafi gadhafi kadhafi
`;

const SPELLINGS: ReadonlyMap<string, readonly string[]> = new Map(
  NAMES.trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
    .flatMap((spellings) => spellings.map((one) => [one, spellings] as const)),
);

/** Itself among them; undefined for what is written in one way. */
export const spellingsOf = (word: string): readonly string[] | undefined => SPELLINGS.get(word.toLowerCase());
