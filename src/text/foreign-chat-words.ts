/**
 * In: text as typed in a chat, in a language but English. Out: the same in plain words: "pq dimitió" becomes "por qué dimitió".
 * For English see `src/query/chat-words.ts`.
 */
import { eachWord } from './words.ts';

/** By ISO 639-1 code: words as typed, in lower case, that are no others of the language, and what they stand for. */
// biome-ignore format: a table reads better in rows
const CHAT_WORDS: Readonly<Record<string, string>> = {
  de: 'is: ist, wiso: wieso, gibts: gibt es, wars: war es, hats: hat es, gabs: gab es, aufm: auf dem, ausm: aus dem, nich: nicht, vllt: vielleicht',
  es: 'q: que, k: que, ke: que, xq: por qué, pq: por qué, porq: por qué, xke: por qué, kien: quién, qn: quién, kn: quién, cdo: cuándo, dnd: dónde, tb: también, tmb: también, vdd: verdad, kiere: quiere',
  fr: 'pk: pourquoi, pq: pourquoi, pkoi: pourquoi, pourkoi: pourquoi, ki: qui, kel: quel, kelle: quelle, koi: quoi, kan: quand, kand: quand, qd: quand, cb: combien, cmb: combien, cmt: comment, bcp: beaucoup, tjs: toujours, tjrs: toujours, ds: dans, pr: pour, dc: donc, q: que',
  id: 'yg: yang, gmn: bagaimana, gimana: bagaimana, knp: kenapa, brp: berapa, dmn: di mana, kpn: kapan, utk: untuk, dgn: dengan, tdk: tidak, gak: tidak, nggak: tidak, skrg: sekarang, sdh: sudah, udah: sudah, kalo: kalau, krn: karena, tsb: tersebut, ttg: tentang',
  it: 'ke: che, ki: chi, xke: perché, xché: perché, xche: perché, xk: perché, perke: perché, qnd: quando, qnt: quanto, qnti: quanti, dv: dove, nn: non, cmq: comunque, cs: cosa',
  nl: 'wrm: waarom, hvl: hoeveel, hoevl: hoeveel, wnr: wanneer, idd: inderdaad, ivm: vanwege',
  pl: 'czm: czemu, dlcz: dlaczego, wgl: w ogóle, kiedys: kiedyś',
  pt: 'q: que, oq: o que, pq: por que, pqe: por que, qm: quem, qdo: quando, qnd: quando, qto: quanto, qtos: quantos, qta: quanta, qtas: quantas, vc: você, vcs: vocês, tb: também, tbm: também, tá: está, ta: está, tao: estão, eh: é, vdd: verdade, hj: hoje, mto: muito, msm: mesmo, pra: para, pro: para o',
  ru: 'че: что, чё: что, чо: что, шо: что, скок: сколько, скока: сколько, скоко: сколько, када: когда, ваще: вообще, щас: сейчас, ща: сейчас, пж: пожалуйста',
  tr: 'noldu: ne oldu, nolmuş: ne olmuş, naptı: ne yaptı, nası: nasıl, nerde: nerede, nezaman: ne zaman, kaçtane: kaç tane, bi: bir',
  uk: 'шо: що, скіки: скільки, скіко: скільки, нащо: навіщо',
};

const read = new Map<string, ReadonlyMap<string, string>>();

/** What words stand for; empty for a language whose chat words are not known. */
export const foreignChatWords = (language: string): ReadonlyMap<string, string> =>
  read.getOrInsertComputed(
    language,
    () =>
      new Map(
        CHAT_WORDS[language]?.split(', ').map((pair): [string, string] => {
          const [typed, plain] = pair.split(': ');
          return [typed!, plain!];
        }),
      ),
  );

/** Words with a capital are names and stay. */
export const plainForeign = (text: string, language: string): string => {
  const plain = foreignChatWords(language);
  if (plain.size === 0) return text;
  let read = '';
  let through = 0;
  eachWord(text, (start, end) => {
    const word = plain.get(text.slice(start, end));
    if (word === undefined) return;
    read += text.slice(through, start) + word;
    through = end;
  });
  return read + text.slice(through);
};
