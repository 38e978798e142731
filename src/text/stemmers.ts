/**
 * In: a language code. Out: its stemmer, or null if there is none. English is Porter's second; the others are those of
 * Snowball if it has one, else what is written here.
 */
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import {
  arabic,
  armenian,
  basque,
  catalan,
  czech,
  danish,
  dutch,
  estonian,
  finnish,
  french,
  german,
  greek,
  hindi,
  hungarian,
  indonesian,
  irish,
  italian,
  lithuanian,
  nepali,
  norwegian,
  persian,
  polish,
  portuguese,
  romanian,
  russian,
  serbian,
  spanish,
  swedish,
  tamil,
  turkish,
} from 'multilingual-stemmer';
import { bulgarian } from './stemmers/bulgarian.ts';
import { hebrew } from './stemmers/hebrew.ts';
import { korean } from './stemmers/korean.ts';

type Stem = (word: string) => string;

/** Snowball's, without "and" before the article, and once more: it takes one ending off at a time. */
const arabicTwice: Stem = (word) => arabic(arabic(word.replace(/^[وف](?=ال..)/, '')));

/** "luz" and "luces" are one. */
const spanishOne: Stem = (word) => spanish(word).replace(/z$/, 'c');

/** By ISO 639-1 code. */
const STEMMERS: Readonly<Record<string, Stem>> = {
  ar: arabicTwice,
  bg: bulgarian,
  bs: serbian,
  ca: catalan,
  cs: czech,
  da: danish,
  de: german,
  el: greek,
  en: english,
  es: spanishOne,
  et: estonian,
  eu: basque,
  fa: persian,
  fi: finnish,
  fr: french,
  ga: irish,
  he: hebrew,
  hi: hindi,
  hr: serbian,
  hu: hungarian,
  hy: armenian,
  id: indonesian,
  it: italian,
  ko: korean,
  lt: lithuanian,
  nb: norwegian,
  ne: nepali,
  nl: dutch,
  nn: norwegian,
  no: norwegian,
  pl: polish,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sk: czech,
  sr: serbian,
  sv: swedish,
  ta: tamil,
  tr: turkish,
  uk: ukrainian,
};

/** Those that are stemmed here, by ISO 639-1 code. */
export const STEMMED_LANGUAGES: readonly string[] = Object.keys(STEMMERS);

/** Plurals that have nothing of their singular, or less than a stemmer can see. */
const IRREGULAR: Readonly<Record<string, string>> = {
  fr: 'yeux:oeil travaux:travail vitraux:vitrail cieux:ciel',
  it: 'uomini:uomo buoi:bue templi:tempio',
  nl: 'kinderen:kind steden:stad schepen:schip leden:lid',
  da: 'mænd:mand børn:barn bønder:bonde fødder:fod',
  no: 'menn:mann bønder:bonde føtter:fot',
  sv: 'män:man städer:stad händer:hand fötter:fot',
  pl: 'ludzie,ludzi,ludziom,ludźmi,ludziach:człowiek dzieci,dzieciom,dziećmi,dzieciach:dziecko',
  cs: 'lidé,lidi,lidí,lidem,lidmi,lidech:člověk děti,dětí,dětem,dětmi,dětech:dítě',
  ru: 'люди,людей,людям,людьми,людях:человек дети,детей,детям,детьми,детях:ребёнок',
  uk: 'люди,людей,людям,людьми,людях:людина діти,дітей,дітям,дітьми,дітях:дитина',
  bg: 'хора,хората:човек деца,децата:дете',
  ro: 'oameni,oamenii,oamenilor:om',
};

const irregularIn = (language: string): ReadonlyMap<string, string> =>
  new Map(
    (IRREGULAR[language] ?? '').split(' ').flatMap((entry) => {
      const [plurals = '', singular = ''] = entry.split(':');
      return plurals.split(',').map((plural): [string, string] => [plural, singular]);
    }),
  );

/** A stemmer that fails on a word, or leaves nothing of it, costs no more than the word's stem. */
const guarded = (stem: Stem, irregular: ReadonlyMap<string, string>): Stem => {
  return (typed) => {
    const word = irregular.get(typed) ?? typed;
    try {
      return stem(word) || word;
    } catch {
      return word;
    }
  };
};

const GUARDED: ReadonlyMap<string, Stem> = new Map(
  Object.entries(STEMMERS).map(([language, stem]) => [language, guarded(stem, irregularIn(language))]),
);

/** The stemmer of a language, by ISO 639-1 code, which never throws; null if there is none. */
export const stemmerOf = (language: string): Stem | null => GUARDED.get(language) ?? null;
