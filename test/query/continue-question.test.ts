import { describe, expect, it } from 'vitest';
import type { QueryPiece } from '../../src/domain/query.ts';
import { continueQuestion, pointsBack } from '../../src/query/continue-question.ts';
import { parseQuery } from '../../src/query/parse-query.ts';

const NOW = Date.UTC(2024, 5, 1);
const written = (piece: QueryPiece): string => {
  if (piece.kind === 'filter') return `${piece.name}:${piece.value}`;
  return piece.kind === 'phrase' ? `"${piece.text}"` : piece.text;
};
const follow = (earlier: string, later: string) => {
  const { text, also, carried } = continueQuestion(parseQuery(earlier, NOW), parseQuery(later, NOW));
  return { text: [text, ...also.map(written)].join(' '), carried };
};

describe('a follow-up', () => {
  it.each([
    ['What did Lena Moor say about the dam?', 'And when was that?', ['Lena', 'Moor']],
    ['Lena Moor on the dam', 'why did she resign?', ['Lena', 'Moor']],
    ['Who won the Orlan Cup?', 'how many people watched?', ['Orlan', 'Cup']],
    ['flood damage in the valley', 'what about the harvest?', ['flood', 'damage', 'valley']],
    ['What is NATO planning?', 'Did they agree with Sweden?', ['NATO']],
  ])('after “%s”, “%s” takes over %j', (earlier, later, carried) => {
    expect(follow(earlier, later)).toEqual({ text: `${later} ${carried.join(' ')}`, carried });
  });

  it.each([
    ['What did Lena Moor say?', 'Who is the mayor of Port Ellis?'],
    ['What did Lena Moor say?', '"harvest report"'],
    ['What did Lena Moor say?', 'Port Ellis election'],
  ])('after “%s”, “%s” stands alone', (earlier, later) => {
    expect(follow(earlier, later)).toEqual({ text: later, carried: [] });
  });

  it('keeps the filters and phrases of the question before', () => {
    const { text } = follow(
      '"river Orl" dam source:courier -source:wire after:2024-01-02',
      'how long did it take?',
    );
    expect(text).toBe('how long did it take? Orl "river Orl" source:courier -source:wire after:2024-01-02');
  });

  it('keeps the days that alone were asked for, and takes other days instead', () => {
    expect(follow('what happened yesterday?', 'why?').text).toBe('why? after:2024-05-31 before:2024-05-31');
    expect(follow('Lena Moor after:2024-01-02', 'and yesterday?').text).toBe('and yesterday? Lena Moor');
  });

  it.each([
    ['What happened in Orlan last week?', 'And in Port Ellis?', 'What happened in Port Ellis last week'],
    ['What happened in Orlan last week?', 'who did it?', 'who did it? Orlan last week'],
    ['what did lena moor say yesterday', 'and sven heath', 'what did sven heath say yesterday'],
    ['What happened in Orlan last week?', 'And in Port Ellis today?', 'What happened in Port Ellis today'],
    [
      'What happened in Orlan last week?',
      'Who is the mayor of Port Ellis?',
      'Who is the mayor of Port Ellis?',
    ],
  ])(
    'keeps the days that favour, unless it names others: after “%s”, “%s” asks “%s”',
    (earlier, later, text) => {
      expect(follow(earlier, later).text).toBe(text);
    },
  );

  it.each([
    ['how many ships did they lose?', 'and in Orlan?', 'how many ships did they lose in Orlan'],
    ['how many ships were lost in Port Ellis', 'and in Orlan?', 'how many ships were lost in Orlan'],
    [
      'What did Lena Moor say about the dam?',
      'what about Sven Heath?',
      'What did Sven Heath say about the dam',
    ],
    ['what did lena moor say about the dam', 'and sven heath', 'what did sven heath say about the dam'],
    ['How many ferries does Orlan have?', 'and Port Ellis?', 'How many ferries does Port Ellis have'],
    ['what happened in belgorod', 'what about kursk?', 'what happened in kursk'],
    ['who is liz truss', 'and what about rishi sunak', 'who is rishi sunak'],
    ['who bought orlan air', 'what about amazon', 'who bought amazon'],
    ['how many people did orlanair lay off', 'what about amazon', 'how many people did amazon lay off'],
    ['what is going on with orlanair', 'what about amazon', 'what is going on with amazon'],
    ['what is known about floods', 'and fires?', 'what is known about fires'],
    ['what has changed since brexit', 'what about trade', 'what has changed since trade'],
    ['who said that', 'what about amazon', 'who said that amazon'],
    ['is maravia in a recession', 'and orlan?', 'is orlan in a recession'],
    ['who died in the flood', 'what about the injured', 'who died in the flood the injured'],
    ['why is the ferry late', 'what about the tram', 'why is the ferry late the tram'],
    ['when did the dam burst', 'for how long?', 'for how long? dam burst'],
  ])('after “%s”, “%s” asks “%s”', (earlier, later, text) => {
    expect(follow(earlier, later).text).toBe(text);
  });

  it.each([
    ['who is lena moor', 'why did she resign?', true],
    ['who is lena moor', 'and in Orlan?', true],
    ['who is lena moor', 'why?', true],
    ['who is lena moor', 'is it legal to fish in the orlan', false],
    ['who is lena moor', 'latest on the ferry strike', false],
    ['who is lena moor', 'thanks!', false],
  ])('after “%s”, “%s” needs the question before: %s', (earlier, later, isNeeded) => {
    expect(pointsBack(parseQuery(earlier, NOW), parseQuery(later, NOW))).toBe(isNeeded);
  });

  it('does not repeat a word it already has', () => {
    expect(follow('Lena Moor', 'is it moor or heath?').carried).toEqual(['Lena']);
  });
});

describe('a follow-up in another language', () => {
  it.each([
    ['Wer regiert in Köln?', 'und in Bonn?', 'Wer regiert in Bonn'],
    ['Qui a gagné les élections à Lyon ?', 'et à Marseille ?', 'Qui a gagné les élections à Marseille'],
    ['¿Quién ganó en Sevilla?', '¿Y en Málaga?', 'Quién ganó en Málaga'],
    ['chi ha vinto a Roma', 'e a Milano?', 'chi ha vinto a Milano'],
    ['kto wygrał w Krakowie', 'a w Łodzi?', 'kto wygrał w Łodzi'],
    ['кто выиграл в Киеве', 'а в Харькове?', 'кто выиграл в Харькове'],
    ['siapa menang di Jakarta', 'dan di Bandung?', 'siapa menang di Bandung'],
    ['quanto custa o museu', 'e às terças?', 'quanto custa o museu às terças'],
    ['сколько стоит музей моря', 'а по вторникам?', 'сколько стоит музей моря по вторникам'],
    ['ilu rannych pod Orlem', 'a w Tarnie?', 'ilu rannych w Tarnie'],
    ['скільки поранених у Орлі', 'а в Тарні?', 'скільки поранених в Тарні'],
    ['quantos morreram no incêndio em orla', 'e no tarno?', 'quantos morreram no incêndio no tarno'],
    ['orlada kaç kişi yaralandı', 'peki tarnda?', 'tarnda kaç kişi yaralandı'],
    ["Orla'da kaç kişi yaralandı", "ya Tarn'da?", "Tarn'da kaç kişi yaralandı"],
    ['orla depreminde kaç kişi öldü', 'peki tarnda?', 'orla depreminde kaç kişi öldü tarnda'],
    ['كم شخص مات في طنجة؟', 'وفي صفاقس؟', 'كم شخص مات في صفاقس'],
    ['كم شخص مات في طنجة؟', 'وماذا عن صفاقس؟', 'كم شخص مات في طنجة صفاقس'],
    ['의성에서 몇 명 대피했어?', '그럼 강릉에서는?', '강릉에서 몇 명 대피했어'],
    ['bao nhiêu người bị thương ở Yên Bái?', 'còn ở Huế thì sao?', 'bao nhiêu người bị thương ở Huế'],
    ['bao nhiêu người bị thương ở Yên Bái?', 'thế còn Huế?', 'bao nhiêu người bị thương ở Huế'],
    ['berapa korban di lumajang', 'yang di flores?', 'berapa korban di flores'],
    ['महाराष्ट्र में कितने लोग मरे', 'और गुजरात में?', 'गुजरात में कितने लोग मरे'],
  ])('after “%s”, “%s” asks “%s”', (earlier, later, text) => {
    expect(follow(earlier, later).text).toBe(text);
    expect(pointsBack(parseQuery(earlier, NOW), parseQuery(later, NOW))).toBe(true);
  });

  it.each([
    ['能登の地震でけが人は何人？', 'じゃあ宮崎は？', ['能登', '地震', 'けが人']],
    ['能登の地震でけが人は何人？', '死者は？', ['能登', '地震', 'けが人']],
    ['의성 산불 몇 명 대피했어?', '강릉은요?', ['의성', '산불', '명', '대피했어']],
    ['积石山地震多少人受伤？', '那泸定呢？', ['积', '石山', '地震', '人', '受伤']],
  ])('after “%s”, “%s” goes on, and takes over %j beside its own words', (earlier, later, carried) => {
    expect(follow(earlier, later)).toEqual({ text: `${later} ${carried.join(' ')}`, carried });
    expect(pointsBack(parseQuery(earlier, NOW), parseQuery(later, NOW))).toBe(true);
  });

  it.each([
    ['Warum trat Barthel zurück?', 'was hat er dazu gesagt', ['Barthel']],
    ['Warum trat Barthel zurück?', 'Und wie hoch sind die Kosten?', ['Barthel']],
    ['pourquoi la ministre a démissionné', 'et qui la remplace ?', ['ministre', 'démissionné']],
    ['Quién es Sánchez', 'cuándo nació él', ['Sánchez']],
    ['bao nhiêu người bị thương ở Yên Bái?', 'tại sao?', ['Yên', 'Bái']],
    ['大谷はいつ手術した？', '彼はいつ復帰する？', ['大谷', '手術']],
  ])('after “%s”, “%s” takes over %j', (earlier, later, carried) => {
    expect(follow(earlier, later)).toEqual({ text: `${later} ${carried.join(' ')}`, carried });
  });

  it.each([
    ['Warum trat Barthel zurück?', 'Wer ist Bürgermeister von Köln?'],
    ['Qui est Macron ?', "qu'a dit Mélenchon hier ?"],
    ['ai là Trần Văn', 'ông Kim Sang-sik nói gì sau trận?'],
    ['من هو يونس', 'هل Orlan في الاتحاد'],
  ])('after “%s”, “%s” stands alone', (earlier, later) => {
    expect(follow(earlier, later)).toEqual({ text: later, carried: [] });
    expect(pointsBack(parseQuery(earlier, NOW), parseQuery(later, NOW))).toBe(false);
  });
});
