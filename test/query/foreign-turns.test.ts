/** What is wanted of a question in another language than English, as it is typed in a chat. */
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/query/parse-query.ts';
import { readIntent } from '../../src/query/read-intent.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');
const read = (text: string) => parseQuery(text, NOW);
const wantedOf = (text: string) => {
  const { intent, sought } = read(text);
  return [intent.kind, intent.newest, sought];
};

describe('a question in another language', () => {
  it.each([
    ['was gibts neues zur talsperre?', 'talsperre'],
    ['neueste Nachrichten aus Hollbach', 'Hollbach'],
    ['was ist denn los mit der Bahn', 'der Bahn'],
    ["quoi de neuf sur l'Ukraine ?", "l'Ukraine"],
    ['dernières nouvelles de Lormeuil', 'Lormeuil'],
    ['ultimas noticias de valdeloma', 'valdeloma'],
    ['¿Qué hay de nuevo sobre la presa?', 'presa'],
    ['novidades sobre a barragem', 'barragem'],
    ['che novità su Gaza', 'Gaza'],
    ['laatste nieuws over de dijk', 'dijk'],
    ['co nowego w sprawie Ukrainy', 'Ukrainy'],
    ['что нового про плотину', 'плотину'],
    ['що нового про Харків', 'Харків'],
    ['kayalı barajı son durum ne', 'kayalı barajı'],
    ['kabar terbaru tentang bendungan', 'bendungan'],
    ['キーウの最新情報は', 'キーウ'],
    ['우크라이나의 최근 소식은', '우크라이나'],
    ['乌克兰有什么最新消息', '乌克兰'],
    ['ما آخر أخبار غزة', 'غزة'],
    ['senaste nytt om strejken', 'strejken'],
    ['co je nového s přehradou', 'přehradou'],
    ['ce mai e nou cu barajul', 'barajul'],
    ['τι νέα για το φράγμα', 'φράγμα'],
    ['какво ново за язовира', 'язовира'],
    ['tin mới nhất về đập', 'đập'],
    ['ข่าวล่าสุดเกี่ยวกับเขื่อน', 'เขื่อน'],
    ['आखिर बांध की ताज़ा खबर', 'आखिर बांध'],
  ])('asks for the latest: %s', (text, sought) => {
    expect(wantedOf(text)).toEqual(['latest', true, sought]);
  });

  it.each([
    ['ist die Talsperre immer noch gesperrt', 'ist die Talsperre gesperrt'],
    ['le barrage est toujours fermé ?', 'le barrage est fermé'],
    ['la diga è ancora chiusa?', 'la diga è chiusa'],
    ['плотина все еще закрыта?', 'плотина закрыта'],
    ['هل ما زال السد مغلقا', 'هل السد مغلقا'],
  ])('asks for the state of things: %s', (text, sought) => {
    expect(wantedOf(text)).toEqual(['still', true, sought]);
  });

  it.each([
    'wer regiert noch in Ungarn',
    'Quel pays est encore en guerre ?',
    'Was ist in Nürnberg 1945 passiert?',
    'Wo ist noch Schnee?',
    'wie geht es Schumacher',
    '¿Qué país sigue en la OTAN?',
    'なぜ首相は辞任した',
    'Vấn đề nào bao gồm cả lạm phát?',
    'Von welcher Mauer sind noch heute Reste sichtbar',
    'Er floh. Wie hieß dieser Mann noch mal?',
    '¿Qué pasó con la selva entre 2004 y 2014?',
    'O que há de diferente nas valsas de Chopin?',
    'Сколько времени осталось до конца матча?',
    'a qué empresa le dieron la tarea de restaurarlo',
    '机枪有不少优点，但仍有什么缺点？',
  ])('asks for a fact, and is read as it is typed: %s', (text) => {
    expect(wantedOf(text)).toEqual(['fact', false, read(text).words]);
  });

  it.each([
    ['pq dimitió la ministra', 'por qué dimitió la ministra'],
    ['ki a gagné la coupe', 'qui a gagné la coupe'],
    ['qto custa o museu do mar', 'quanto custa o museu do mar'],
    ['ke è successo alla diga', 'che è successo alla diga'],
    ['скок стоит билет в музей', 'сколько стоит билет в музей'],
    ['knp menteri kebudayaan mundur', 'kenapa menteri kebudayaan mundur'],
    ['wat happened to coolio', 'what happened to coolio'],
    ['PQ plant eine Fabrik in Köln', 'PQ plant eine Fabrik in Köln'],
  ])('is read in plain words: %s', (text, words) => {
    expect(read(text).words).toBe(words);
  });

  it.each([
    ['was ist gestern passiert', '2024-03-25'],
    ['noticias de hoy', '2024-03-26'],
    ["que s'est-il passé hier ?", '2024-03-25'],
    ['notizie di oggi', '2024-03-26'],
    ['что случилось вчера', '2024-03-25'],
    ['今日のニュース', '2024-03-26'],
    ['昨天发生了什么', '2024-03-25'],
    ['ماذا حدث أمس', '2024-03-25'],
  ])('calls for the news of a day: %s', (text, day) => {
    expect(read(text)).toMatchObject({ words: '', within: { from: day, to: day } });
  });

  it.each(['was gibts neues?', 'quoi de neuf', 'что нового', 'son haberler', '오늘 뉴스'])(
    'calls for the newest: %s',
    (text) => {
      expect(read(text).words).toBe('');
    },
  );

  it.each([
    'hola q tal',
    'gracias!',
    'jajaja',
    'slt',
    'merci bcp',
    'ça va ?',
    'raconte moi une blague',
    'moin',
    'danke dir',
    'wer bist du',
    'привет',
    'спасибо',
    'как дела',
    'oi',
    'vlw',
    'kkkk',
    'ciao',
    'chi sei',
    'selam',
    'nasılsın',
    'makasih',
    'wkwkwk',
    'こんにちは',
    '谢谢',
    '안녕하세요',
    'شكرا',
    'jak się masz',
    'hoe gaat het',
    'tusen takk',
    'tack så mycket',
    'jak se máš',
    'mulțumesc frumos',
    'καλημέρα',
    'благодаря',
    'cảm ơn bạn',
    'สวัสดีครับ',
    'नमस्ते',
    'שלום',
  ])('is small talk: %s', (text) => {
    expect(read(text).intent.kind).toBe('talk');
  });

  it.each([
    'Prince',
    'super bowl',
    'top gun',
    'git',
    'massa',
    'Hilfe für Syrien',
    'gut health',
    'Papa',
    'KKK',
    'jars',
    'hawk',
    'SIM',
    'www',
    'come sta il Papa',
  ])('is none, though its words are said in small talk: %s', (text) => {
    expect(read(text).intent.kind).not.toBe('talk');
  });

  it.each([
    ['nb', 'siste nytt om demningen'],
    ['sk', 'novinky o Dunaj'],
    ['bs', 'vijesti o brani'],
  ])('is read by the turns of the language that %s shares words with', (language, text) => {
    expect(readIntent(text, language).intent).toMatchObject({ kind: 'latest', newest: true });
  });
});
