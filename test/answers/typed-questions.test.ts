/** Questions as people type them in languages other than English: in haste, without marks, in the forms of talk. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import type { Archive } from '../../src/answers/archive.ts';
import { openArticleStore, type SqliteArticleStore } from '../../src/store/sqlite-article-store.ts';
import { articleDraft } from '../article-draft.ts';
import { openArchive } from './open-archive.ts';

const NOW = Date.parse('2024-03-26T12:00:00Z');

type Articles = Readonly<Record<string, string>>;

const POLISH: Articles = {
  most: `W poniedziałek prezydent Krakowa Jan Malicki otworzył nowy most na Wiśle. Budowa trwała trzy lata i kosztowała 412
    milionów złotych. Mieszkańcy skarżyli się na hałas podczas budowy.`,
  strajk: `Kolejarze ze Śląska rozpoczęli w czwartek strajk. Rzeczniczka przewoźnika Anna Wróbel powiedziała, że odwołano 120
    pociągów. Strajk potrwa do niedzieli.`,
  wybory: `Burmistrzynią Łodzi została Maria Kowalska, która zdobyła 53 procent głosów. Frekwencja wyniosła 48,2 procent.`,
  powodz: `Po ulewnych deszczach Nysa Kłodzka wystąpiła z brzegów. Strażacy ewakuowali 340 osób. Zginęły dwie osoby.`,
  mecz: `Lech Poznań pokonał Cracovię 3:1. Dwa gole strzelił Szwed Mikael Ishaan. Trener Cracovii zrezygnował po meczu,
    ponieważ drużyna przegrała piąty raz z rzędu.`,
  muzeum: `Muzeum Narodowe w Warszawie kupiło obraz Olgi Boznańskiej. Dzieło będzie można zobaczyć od 12 marca.`,
  maslo: `Masło podrożało w lutym o 18 procent. Ekonomista Tomasz Lis uważa, że ceny spadną latem.`,
  szpital: `Szpital dziecięcy w Gdańsku dostał nowy oddział onkologii. Otwarcie przesunięto z powodu braku pielęgniarek.`,
  prom: `Nowy prom „Bałtyk” będzie pływał ze Świnoujścia do Ystad. Statek zbudowała stocznia w Szczecinie.`,
  pozar: `W nocy spłonęła hala targowa w Radomiu. Nikt nie został ranny. Straty szacuje się na 30 milionów złotych.`,
};

const KOREAN: Articles = {
  arrest:
    '한빛시 경찰은 12월 18일 오전 한빛대학교에서 운동가 이도현을 체포했다. 그는 석 달 동안 숨어 지냈다.',
  tower: '남빛타워는 1994년 11월에 철거됐다. 그 자리에는 식물원이 들어섰다. 타워는 17층이었다.',
  general: '박무진 장군은 하늬고개 전투에서 전사했다. 그가 탄 정찰기가 격추되었기 때문이다.',
  prize: '시인 최아름이 봄빛문학상을 수상했다. 상금은 3천만 원이다. 시상식은 5월에 열린다.',
  bank: '누리은행은 수수료를 폐지했다. 은행장 오세린은 고객이 줄어든 것을 이유로 들었다.',
  ferry: '새 여객선이 돌섬과 가람항을 오간다. 운항 시간은 40분이고 요금은 9천 원이다.',
  fire: '금요일 밤 솔내시장에서 불이 났다. 상점 23곳이 탔지만 다친 사람은 없었다.',
  school: '가람시 교육청은 9월부터 초등학교에서 휴대전화를 금지한다. 학부모 61퍼센트가 찬성했다.',
  mine: '흰재 광산이 무너져 광부 네 명이 갇혔다. 구조대는 이틀 만에 모두 구조했다.',
  match: '한빛 유나이티드가 가람 FC를 3대1로 이겼다. 감독 정태오는 경기 뒤 사임했다.',
};

const stores: SqliteArticleStore[] = [];
const open = async (articles: Articles, language: string): Promise<Archive> => {
  const store = await openArticleStore(null);
  stores.push(store);
  const drafts = Object.entries(articles).map(([key, body]) =>
    articleDraft({ key, givenId: key, title: key, body: body.replace(/\s+/g, ' '), language }),
  );
  await store.add(drafts, 'backfill', 0);
  return openArchive(store);
};

const ask = async (question: string, archive: Archive) => {
  const { excerpts, missing, verdict, corrections } = await answerQuestion(
    question,
    { asOfMs: NOW },
    archive,
  );
  return { first: excerpts[0]?.articleId, text: excerpts[0]?.text ?? '', missing, verdict, corrections };
};

let polish: Archive;
let korean: Archive;
beforeAll(async () => {
  polish = await open(POLISH, 'pl');
  korean = await open(KOREAN, 'ko');
});
afterAll(async () => {
  for (const store of stores) await store.close();
});

describe('Polish', () => {
  it.each([
    ['Ile kosztował nowy most w Krakowie?', 'most', '412'],
    ['kto otworzyl most na wisle', 'most', 'Malicki'],
    ['Dlaczego trener Cracovii odszedł?', 'mecz', 'piąty raz'],
    ['ile pociagow odwolano przez strajk', 'strajk', '120'],
    ['Kto wygrał wybory w Łodzi?', 'wybory', 'Kowalska'],
    ['jaka byla frekwencja w lodzi', 'wybory', '48,2'],
    ['Kiedy będzie można zobaczyć obraz Boznańskiej?', 'muzeum', '12 marca'],
    ['o ile podrożało masło?', 'maslo', '18'],
    ['dlaczego opozniono otwarcie oddzialu w gdansku', 'szpital', 'pielęgniarek'],
    ['Co spłonęło w Radomiu?', 'pozar', 'hala'],
  ])('%s', async (question, first, answer) => {
    const asked = await ask(question, polish);
    expect(asked).toMatchObject({ first, text: expect.stringContaining(answer) });
    expect(asked.verdict).not.toBe('none');
  });

  it('knows the endings of words typed without their marks', async () => {
    expect(await ask('ile pociagow odwolano', polish)).toMatchObject({ missing: [], corrections: [] });
  });

  it('still says what no article tells of', async () => {
    expect((await ask('Kto jest prezydentem Francji?', polish)).verdict).not.toBe('answered');
    expect((await ask('ile kosztuje benzyna', polish)).missing).toContain('benzyna');
  });
});

describe('Korean', () => {
  it.each([
    ['이도현은 언제 체포됐나요?', 'arrest', '12월 18일'],
    ['남빛타워 언제 철거됐어?', 'tower', '1994년'],
    ['남빛타워 자리에 지금 뭐가 있나', 'tower', '식물원'],
    ['박무진 장군은 어떻게 전사했나', 'general', '격추'],
    ['봄빛문학상 누가 수상했어요?', 'prize', '최아름'],
    ['누리은행이 수수료를 왜 폐지했습니까', 'bank', '고객'],
    ['가람항까지 요금이 얼마예요', 'ferry', '9천 원'],
    ['솔내시장에서 불이 난 게 언제였어', 'fire', '금요일'],
    ['휴대전화를 언제부터 금지하나요?', 'school', '9월'],
    ['정태오 감독 왜 사임했지?', 'match', '3대1'],
  ])('%s', async (question, first, answer) => {
    const asked = await ask(question, korean);
    expect(asked).toMatchObject({ first, text: expect.stringContaining(answer) });
    expect(asked.missing.filter((word) => word !== '난')).toEqual([]);
    expect(asked.verdict).not.toBe('none');
  });
});

describe('a slip of the pen', () => {
  it.each([
    [
      'fr',
      'La ville interdit de nourrir les pigeons de la place.',
      'qui interdit de nourir les pigeons',
      'nourrir',
    ],
    ['de', 'Der Bürgermeister eröffnete den Bahnhof in Felsau.', 'wer hat den Bahnhoff eröffnet', 'Bahnhof'],
    ['ru', 'Губернатор открыл новую библиотеку в Велижском районе.', 'кто открыл библитоеку', 'библиотеку'],
    ['es', 'El alcalde inauguró la biblioteca municipal.', '¿quién inauguró la bibloteca?', 'biblioteca'],
  ])('is forgiven in %s', async (language, body, question, suggestion) => {
    const archive = await open({ a: body, b: body.replace(suggestion, 'xyz') }, language);
    const { first, corrections } = await ask(question, archive);
    expect(first).toBe('a');
    expect(corrections.map((each) => each.suggestion)).toEqual([suggestion]);
  });
});

describe('what is no slip of the pen', () => {
  it.each([
    [
      'fr',
      'Il se souvient de la fermeture de l’usine de Roqueval.',
      'qui soutient la fermeture de l’usine de Roqueval',
    ],
    [
      'de',
      'Das Hochwasser in Felsau wurde als Vorwand verwendet.',
      'Wer wurde beim Hochwasser in Felsau verwundet?',
    ],
    ['tr', 'İzmir’de Newton’un köprüsü açıldı.', 'Newton’un kaybettiği köprü hangisi'],
    ['tr', 'Bu köprünün bir isidir diyen olmadı.', 'köprü birisidir'],
  ])('is left as it is in %s: %s', async (language, body, question) => {
    const archive = await open({ a: body }, language);
    expect((await ask(question, archive)).corrections).toEqual([]);
  });
});

describe('Vietnamese without its marks', () => {
  it('is read as Vietnamese, and what only asks is not searched for', async () => {
    const body = 'Thành phố Hà Nội khai trương cây cầu mới vào thứ hai. Thị trưởng Nguyễn Văn An cắt băng.';
    const archive = await open({ a: body }, 'vi');
    const { first, missing } = await ask('cay cau moi duoc khai truong khi nao', archive);
    expect({ first, missing }).toEqual({ first: 'a', missing: [] });
  });
});
