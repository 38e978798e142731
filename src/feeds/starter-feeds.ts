/**
 * Public news feeds to start with, by language and subject. Their addresses have the form they need; whether each can be
 * reached shows when it is read.
 */

import { languageName } from '../language/customs.ts';
import { languageOf } from '../language/languages.ts';
import { tell } from '../language/message.ts';

export interface StarterFeed {
  readonly name: string;
  readonly url: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly subject: Subject;
}

export const SUBJECTS = ['news', 'world', 'business', 'technology', 'science', 'sport', 'culture'] as const;

type Subject = (typeof SUBJECTS)[number];

type Row = readonly [name: string, subject: Subject, url: string];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  en: [
    ['BBC News', 'news', 'https://feeds.bbci.co.uk/news/rss.xml'],
    ['BBC World', 'world', 'https://feeds.bbci.co.uk/news/world/rss.xml'],
    ['BBC Business', 'business', 'https://feeds.bbci.co.uk/news/business/rss.xml'],
    ['BBC Technology', 'technology', 'https://feeds.bbci.co.uk/news/technology/rss.xml'],
    [
      'BBC Science and Environment',
      'science',
      'https://feeds.bbci.co.uk/news/science_and_environment/rss.xml',
    ],
    ['BBC Sport', 'sport', 'https://feeds.bbci.co.uk/sport/rss.xml'],
    ['The Guardian: World', 'world', 'https://www.theguardian.com/world/rss'],
    ['The Guardian: Business', 'business', 'https://www.theguardian.com/business/rss'],
    ['The Guardian: Culture', 'culture', 'https://www.theguardian.com/culture/rss'],
    ['NPR News', 'news', 'https://feeds.npr.org/1001/rss.xml'],
    ['Al Jazeera', 'world', 'https://www.aljazeera.com/xml/rss/all.xml'],
    ['Deutsche Welle', 'world', 'https://rss.dw.com/rdf/rss-en-all'],
    ['France 24', 'world', 'https://www.france24.com/en/rss'],
    ['The New York Times: World', 'world', 'https://rss.nytimes.com/services/xml/rss/nyt/World.xml'],
    ['PBS NewsHour', 'news', 'https://www.pbs.org/newshour/feeds/rss/headlines'],
    ['UN News', 'world', 'https://news.un.org/feed/subscribe/en/news/all/rss.xml'],
    ['Ars Technica', 'technology', 'https://feeds.arstechnica.com/arstechnica/index'],
    ['The Verge', 'technology', 'https://www.theverge.com/rss/index.xml'],
    ['NASA', 'science', 'https://www.nasa.gov/feed/'],
    ['Nature', 'science', 'https://www.nature.com/nature.rss'],
  ],
  de: [
    ['Tagesschau', 'news', 'https://www.tagesschau.de/index~rss2.xml'],
    ['Deutsche Welle', 'world', 'https://rss.dw.com/rdf/rss-de-all'],
    ['Spiegel', 'news', 'https://www.spiegel.de/schlagzeilen/index.rss'],
    ['Zeit Online', 'news', 'https://newsfeed.zeit.de/index'],
    ['Süddeutsche Zeitung', 'news', 'https://rss.sueddeutsche.de/rss/Topthemen'],
    ['Heise', 'technology', 'https://www.heise.de/rss/heise-atom.xml'],
    ['ORF', 'news', 'https://rss.orf.at/news.xml'],
  ],
  fr: [
    ['Le Monde', 'news', 'https://www.lemonde.fr/rss/une.xml'],
    ['Le Monde: International', 'world', 'https://www.lemonde.fr/international/rss_full.xml'],
    ['France 24', 'world', 'https://www.france24.com/fr/rss'],
    ['France Info', 'news', 'https://www.francetvinfo.fr/titres.rss'],
    ['RFI', 'world', 'https://www.rfi.fr/fr/rss'],
    ['Le Figaro', 'news', 'https://www.lefigaro.fr/rss/figaro_actualites.xml'],
  ],
  es: [
    ['El País', 'news', 'https://feeds.elpais.com/mrss-s/pages/ep/site/elpais.com/portada'],
    ['El Mundo', 'news', 'https://e00-elmundo.uecdn.es/elmundo/rss/portada.xml'],
    ['BBC Mundo', 'world', 'https://feeds.bbci.co.uk/mundo/rss.xml'],
    ['France 24', 'world', 'https://www.france24.com/es/rss'],
    ['RTVE', 'news', 'https://api2.rtve.es/rss/temas_noticias.xml'],
  ],
  it: [
    ['ANSA', 'news', 'https://www.ansa.it/sito/ansait_rss.xml'],
    ['ANSA: Mondo', 'world', 'https://www.ansa.it/sito/notizie/mondo/mondo_rss.xml'],
    ['la Repubblica', 'news', 'https://www.repubblica.it/rss/homepage/rss2.0.xml'],
    ['Il Post', 'news', 'https://www.ilpost.it/feed/'],
  ],
  pt: [
    ['BBC Brasil', 'world', 'https://feeds.bbci.co.uk/portuguese/rss.xml'],
    ['G1', 'news', 'https://g1.globo.com/rss/g1/'],
    ['Folha de S.Paulo', 'news', 'https://feeds.folha.uol.com.br/emcimadahora/rss091.xml'],
    ['Público', 'news', 'https://feeds.feedburner.com/PublicoRSS'],
  ],
  nl: [
    ['NOS Nieuws', 'news', 'https://feeds.nos.nl/nosnieuwsalgemeen'],
    ['NOS Buitenland', 'world', 'https://feeds.nos.nl/nosnieuwsbuitenland'],
    ['NU.nl', 'news', 'https://www.nu.nl/rss/Algemeen'],
    ['Tweakers', 'technology', 'https://feeds.feedburner.com/tweakers/mixed'],
  ],
  sv: [
    ['SVT Nyheter', 'news', 'https://www.svt.se/nyheter/rss.xml'],
    ['Dagens Nyheter', 'news', 'https://www.dn.se/rss/'],
    ['Aftonbladet', 'news', 'https://rss.aftonbladet.se/rss2/small/pages/sections/senastenytt/'],
  ],
  pl: [
    ['TVN24', 'news', 'https://tvn24.pl/najnowsze.xml'],
    ['RMF24', 'news', 'https://www.rmf24.pl/feed'],
    ['Polsat News', 'news', 'https://www.polsatnews.pl/rss/wszystkie.xml'],
  ],
  uk: [
    ['BBC News Україна', 'world', 'https://feeds.bbci.co.uk/ukrainian/rss.xml'],
    ['Українська правда', 'news', 'https://www.pravda.com.ua/rss/'],
    ['Укрінформ', 'news', 'https://www.ukrinform.ua/rss/block-lastnews'],
  ],
  ru: [
    ['Русская служба Би-би-си', 'world', 'https://feeds.bbci.co.uk/russian/rss.xml'],
    ['Meduza', 'news', 'https://meduza.io/rss/all'],
    ['Deutsche Welle', 'world', 'https://rss.dw.com/rdf/rss-ru-all'],
  ],
  ar: [
    ['بي بي سي عربي', 'world', 'https://feeds.bbci.co.uk/arabic/rss.xml'],
    ['فرانس 24', 'world', 'https://www.france24.com/ar/rss'],
    ['دويتشه فيله', 'world', 'https://rss.dw.com/rdf/rss-ar-all'],
  ],
  tr: [
    ['BBC Türkçe', 'world', 'https://feeds.bbci.co.uk/turkce/rss.xml'],
    ['Anadolu Ajansı', 'news', 'https://www.aa.com.tr/tr/rss/default?cat=guncel'],
    ['Deutsche Welle', 'world', 'https://rss.dw.com/rdf/rss-tur-all'],
  ],
  ja: [
    ['NHKニュース', 'news', 'https://www3.nhk.or.jp/rss/news/cat0.xml'],
    ['NHK 国際', 'world', 'https://www3.nhk.or.jp/rss/news/cat6.xml'],
    ['BBCニュース', 'world', 'https://feeds.bbci.co.uk/japanese/rss.xml'],
  ],
  zh: [
    ['BBC 中文', 'world', 'https://feeds.bbci.co.uk/zhongwen/simp/rss.xml'],
    ['德国之声', 'world', 'https://rss.dw.com/rdf/rss-chi-all'],
    ['中央社', 'news', 'https://feeds.feedburner.com/rsscna/politics'],
  ],
  hi: [
    ['BBC हिंदी', 'world', 'https://feeds.bbci.co.uk/hindi/rss.xml'],
    ['NDTV इंडिया', 'news', 'https://feeds.feedburner.com/ndtvkhabar-latest'],
  ],
};

export const STARTER_FEEDS: readonly StarterFeed[] = Object.entries(ROWS).flatMap(([language, rows]) =>
  rows.map(([name, subject, url]) => ({ name, subject, url, language })),
);

/** In the order of the list. */
export const STARTER_LANGUAGES: readonly string[] = Object.keys(ROWS);

/** Those of a language, subject or both; null lets all pass. */
export const starterFeeds = (language: string | null, subject: string | null): readonly StarterFeed[] =>
  STARTER_FEEDS.filter(
    (feed) => (language ?? feed.language) === feed.language && (subject ?? feed.subject) === feed.subject,
  );

/** Those whose name, address, language or subject (in English or as it is spoken) holds every word that was typed. */
export const findStarterFeeds = (typed: string): readonly StarterFeed[] => {
  const words = typed.toLowerCase().split(/\s+/);
  return STARTER_FEEDS.filter(({ name, url, language, subject }) => {
    const names = `${languageName(language)} ${languageName(language, languageOf('en'))} ${tell(subject)}`;
    const text = `${name} ${url} ${language} ${subject} ${names}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};
