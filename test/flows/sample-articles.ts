/** A few articles, made up for journeys: people and places of an invented country. */
/** An article as a corpus file holds it. */
export interface FiledArticle {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly source: string;
  readonly url?: string;
  readonly published?: string;
}

const PARAGRAPH =
  'Engineers walked along the crest twice a day and wrote down every crack they saw, however small it was. ';

export const SAMPLE_ARTICLES: readonly FiledArticle[] = [
  {
    id: 'dam',
    title: 'Kessel dam closed after cracks appear',
    source: 'Orl Courier',
    url: 'https://courier.example/dam',
    published: '2024-03-12',
    body: `The Kessel dam was closed on Tuesday after inspectors found cracks in its northern wall. Lena Moor, who heads the river authority, said the closure would last until June.\n\n${Array.from({ length: 12 }, () => PARAGRAPH.repeat(5).trim()).join('\n\n')}\n\nThe last inspection of the wall had been in 2011.`,
  },
  {
    id: 'harvest',
    title: 'Orchards expect the best harvest in years',
    source: 'Valley Herald',
    url: 'https://herald.example/harvest',
    published: '2024-04-02T08:00:00Z',
    body: 'Growers in the valley expect the best apple harvest since 2009. Lena Moor warned that the closure of the Kessel dam could leave orchards without water in July.',
  },
  {
    id: 'bridge',
    title: 'Old bridge opens to cyclists',
    source: 'Orl Courier',
    body: 'The old bridge at Port Ellis opened to cyclists on Sunday. About 400 people rode across it within the first hour.',
  },
];
