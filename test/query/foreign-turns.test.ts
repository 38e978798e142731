/** What is wanted of a question in a language other than English, as it is typed in a chat. */
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/query/parse-query.ts';
import { readIntent } from '../../src/query/read-intent.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');
const read = (text: string) => parseQuery(text, NOW);
const wantedOf = (text: string) => {
  const { intent, sought } = read(text);
  return [intent.kind, intent.newest, sought];
};

const withoutEnd = (text: string): string => text.replace(/[\s?？؟]+$/u, '');

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
    ['últimas notícias barragem de orla', 'barragem de orla'],
    ['ultime notizie diga', 'diga'],
    ['laatste nieuws dijk', 'dijk'],
    ['є новини про греблю?', 'греблю'],
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
    ['summary', 'streszczenie wypadku', 'wypadku'],
    ['summary', 'samenvatting ramp', 'ramp'],
    ['summary', 'orla depremi özet', 'orla depremi'],
    ['summary', '能登地震を要約して', '能登地震'],
    ['summary', '강릉 산불 요약해줘', '강릉 산불'],
    ['timeline', 'cronologia della frana', 'frana'],
    ['timeline', 'хронологія удару', 'удару'],
    ['timeline', 'deprem kronolojisi', 'deprem'],
    ['timeline', '能登地震の経緯', '能登地震'],
    ['timeline', '泸定地震时间线', '泸定地震'],
    ['yesno', 'zam gelecek doğru mu', 'zam gelecek'],
    ['yesno', '大谷が手術したって本当？', '大谷が手術した'],
    ['yesno', 'có đúng là trường đóng cửa', 'trường đóng cửa'],
  ])('asks for a %s, though few words show its language: %s', (kind, text, sought) => {
    expect(wantedOf(text)).toEqual([kind, false, sought]);
  });

  it.each([
    'wer regiert noch in Ungarn',
    'hala madrid orlan',
    'Fox News',
    'Harvard vẫn đứng ở đâu',
    '默哀是为了表示什么',
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
    ['brp lama hujan di orla', 'berapa lama hujan di orla'],
    ['ko ai chết ở Huế', 'không ai chết ở Huế'],
    ['بكام التذكرة في القاهرة', 'بكم التذكرة في القاهرة'],
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
    'ciao come va oggi?',
    'bugün nasılsın',
    'как дела сегодня',
    'apa kabar hari ini',
    '你今天怎么样',
    'chào buổi sáng',
    'tạm biệt nhé',
    '너 봇이야?',
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

describe('a question in another language for words and thoughts', () => {
  it.each([
    ['was hat der Bürgermeister zum Streik gesagt?', 'der Bürgermeister', 'was der Bürgermeister Streik'],
    ['wie reagierte die Regierung auf den Brand', 'die Regierung', 'was die Regierung Brand'],
    ["qu'est-ce que le maire a dit sur la grève ?", 'le maire', 'que le maire grève'],
    ['macron a dit quoi sur la réforme', 'macron', 'que macron réforme'],
    ['qué dijo la ministra sobre la presa', 'la ministra', 'qué la ministra presa'],
    ['o que o presidente disse sobre a greve', 'o presidente', 'o que o presidente greve'],
    ['cosa ha detto il sindaco sullo sciopero', 'il sindaco', 'cosa il sindaco sciopero'],
    ['что мэр сказал о забастовке', 'мэр', 'что мэр забастовке'],
    ['co burmistrz powiedzial o strajku', 'burmistrz', 'co burmistrz strajku'],
    [
      'İstanbul belediye başkanı grev hakkında ne dedi',
      'İstanbul belediye başkanı',
      'İstanbul belediye başkanı grev ne',
    ],
    ['首相は値上げについて何と言った？', '首相', '首相 は 値上げ 何'],
    ['wat heeft de burgemeester over de staking gezegd', 'de burgemeester', 'wat de burgemeester staking'],
    ['що сказав мер про страйк', 'мер', 'що мер страйк'],
    ['apa kata wali kota soal mogok', 'wali kota', 'apa wali kota mogok'],
    ['wali kota bilang apa soal mogok', 'wali kota', 'apa wali kota mogok'],
    ['thị trưởng nói gì về cuộc đình công', 'thị trưởng', 'thị trưởng cuộc đình công gì'],
    ['시장이 파업에 대해 뭐라고 말했나', '시장', '시장 파업 뭐'],
    ['市长对罢工说了什么', '市长', '市长 罢工 什么'],
    ['ماذا قال الوزير عن الإضراب', 'الوزير', 'ماذا الوزير الإضراب'],
  ])('%s', (text, speaker, sought) => {
    expect(read(text)).toMatchObject({ intent: { kind: 'quote', speaker }, sought });
  });

  it.each([
    ['was denken die Leute über die Maut', 'wie die Leute Maut'],
    ['que pensent les gens de la taxe', 'comment les gens taxe'],
    ['que opina la gente del peaje', 'cómo la gente peaje'],
    ['o que as pessoas acham do pedágio', 'como as pessoas pedágio'],
    ['che ne pensate del ponte', 'come ponte'],
    ['что думают люди о пошлине', 'как люди пошлине'],
    ['co ludzie myślą o opłatach', 'jak ludzie opłatach'],
    ['halk zam hakkında ne düşünüyor', 'halk zam nasıl'],
    ['人々は増税についてどう思っていますか', '人々 は 増税 どう'],
    ['wat vinden mensen van de tol', 'hoe mensen tol'],
    ['що люди думають про мито', 'як люди мито'],
    ['apa pendapat warga soal tol', 'bagaimana warga tol'],
    ['网友怎么看罢工', '网友 罢工 如何'],
    ['ماذا يقول الناس عن السعر', 'كيف الناس السعر'],
  ])('%s', (text, sought) => {
    expect(wantedOf(text)).toEqual(['opinion', false, sought]);
  });

  it.each([
    ['Unterschied zwischen Orl und Tarn', 'Orl , Tarn'],
    ['différence entre Orl et Tarn', 'Orl , Tarn'],
    ['diferencia entre Orl y Tarn', 'Orl , Tarn'],
    ['qual é a diferença entre Orl e Tarn', 'Orl , Tarn'],
    ['qual è la differenza tra Orl e Tarn', 'Orl , Tarn'],
    ['разница между Орлом и Тарном', 'Орлом , Тарном'],
    ['jaka jest różnica między Orl a Tarn', 'Orl , Tarn'],
    ['東京と大阪の違いは', '東京 , 大阪'],
    ['verschil tussen Orl en Tarn', 'Orl , Tarn'],
    ['різниця між Орлом і Тарном', 'Орлом , Тарном'],
    ['perbedaan Orl dan Tarn', 'Orl , Tarn'],
    ['so sánh Orl và Tarn', 'Orl , Tarn'],
    ['서울과 부산의 차이', '서울 , 부산'],
    ['上海和北京的区别', '上海 , 北京'],
    ['الفرق بين طنجة وصفاقس', 'طنجة , صفاقس'],
  ])('%s', (text, sought) => {
    expect(wantedOf(text)).toEqual(['compare', false, sought]);
  });

  it.each([
    ['welche Parteien sind im Parlament', 'welche Parteien sind im Parlament'],
    ['quels pays sont touchés', 'quels pays sont touchés'],
    ['lista de los heridos', 'qué heridos'],
    ['quais cidades foram atingidas', 'quais cidades foram atingidas'],
    ['quali paesi hanno votato contro', 'quali paesi hanno votato contro'],
    ['перечисли страны НАТО', 'какие страны НАТО'],
    ['którzy posłowie głosowali przeciw', 'którzy posłowie głosowali przeciw'],
    ['hangi şehirler etkilendi', 'hangi şehirler etkilendi'],
    ['被害を受けた都市の一覧', 'どの 被害を受けた都市'],
    ['lijst van landen die meedoen', 'welke landen die meedoen'],
    ['які компанії брали участь', 'які компанії брали участь'],
    ['kota apa saja yang terdampak', 'kota apa saja yang terdampak'],
    ['những hãng nào rút lui', 'những hãng nào rút lui'],
    ['参赛的选手有哪些', '参赛的选手有哪些'],
  ])('%s', (text, sought) => {
    expect(wantedOf(text)).toEqual(['list', false, sought]);
  });

  it.each([
    'Welches Land hat gewonnen?',
    '¿Qué país ganó?',
    '¿Qué es la OTAN?',
    '¿Qué más dijo la alcaldesa?',
    'Was ist der Unterschied?',
    'Quel pays a voté contre ?',
  ])('%s is a plain question', (text) => {
    expect(wantedOf(text)[0]).toBe('fact');
  });

  it('reads long texts in linear time', () => {
    for (const text of ['was hat ', 'que dit le ', 'что сказал ', 'bakan '].map((one) => one.repeat(60)))
      expect(wantedOf(text.slice(0, 480))).toHaveLength(3);
  });
});

describe('what people say around a question', () => {
  it.each([
    [
      'Wie viele Tore fielen gestern in Kessel?',
      'hallo zusammen, ',
      'kurze Frage: ',
      'sorry falls das schon gefragt wurde, aber ',
    ],
    [
      'Combien de ponts sont fermés à Kessel ?',
      'salut à tous, ',
      "quelqu'un sait ",
      'petite question : ',
      'euh ',
    ],
    ['¿Cuántos puentes están cerrados en Kessel?', 'hola a todos, ', 'tengo una duda: ', 'alguien sabe '],
    ['Quantas pontes estão fechadas em Kessel?', 'oi gente, ', 'uma dúvida: ', 'alguém sabe '],
    ['Quanti ponti sono chiusi a Kessel?', 'ciao a tutti, ', 'una domanda: ', 'raga, '],
    ['Ile mostów zamknięto w Kessel?', 'cześć wszystkim, ', 'ktoś wie '],
    ['Сколько мостов закрыто в Кесселе?', 'всем привет, ', 'вопрос: ', 'кто-нибудь знает, ', 'блин, '],
    ['Скільки мостів закрито в Кесселі?', 'всім привіт, ', 'хтось знає, '],
    ["Kessel'de kaç köprü kapandı?", 'selam arkadaşlar, ', 'bir sorum var: ', 'kanka '],
    ['ケッセルで閉鎖された橋はどこですか？', 'すみません、', '質問です。', '誰か教えて、'],
    ['케셀에서 다리가 몇 개 폐쇄됐나요?', '안녕하세요 ', '질문이요 ', '혹시 '],
    ['卡塞尔关闭了多少座桥？', '请问', '大家好，', '有人知道'],
    ['كم جسرا أغلق في كيسل؟', 'مرحبا، ', 'سؤال: ', 'السلام عليكم، '],
  ])('before it is no part of it: “%s”', (question, ...openings) => {
    const { intent, sought } = parseQuery(question, NOW);
    for (const opening of openings) {
      const read = parseQuery(`${opening}${question}`, NOW);
      expect({ opening, intent: read.intent, sought: withoutEnd(read.sought) }).toEqual({
        opening,
        intent,
        sought: withoutEnd(sought),
      });
    }
  });

  it.each([
    ['Wie viele Tore fielen gestern in Kessel?', ' danke im voraus', ' Quelle?', ' bitte'],
    ['Combien de ponts sont fermés à Kessel ?', " merci d'avance", ' source ?', ' svp'],
    ['¿Cuántos puentes están cerrados en Kessel?', ' gracias de antemano', ' jajaja', ' fuente?'],
    ['Quanti ponti sono chiusi a Kessel?', ' grazie mille', ' fonte?'],
    ['Сколько мостов закрыто в Кесселе?', ' заранее спасибо', ' пруф?'],
    ["Kessel'de kaç köprü kapandı?", ' şimdiden teşekkürler', ' kaynak?'],
    ['ケッセルで閉鎖された橋はどこですか？', '教えてください', 'www'],
    ['케셀에서 다리가 몇 개 폐쇄됐나요?', ' ㅋㅋㅋ', ' 감사합니다'],
    ['卡塞尔关闭了多少座桥？', '谢谢', '哈哈'],
  ])('behind it is no part of it: “%s”', (question, ...endings) => {
    const { intent, sought } = parseQuery(question, NOW);
    for (const ending of endings) {
      const read = parseQuery(`${question}${ending}`, NOW);
      expect({ ending, intent: read.intent, sought: withoutEnd(read.sought) }).toEqual({
        ending,
        intent,
        sought: withoutEnd(sought),
      });
    }
  });
});
