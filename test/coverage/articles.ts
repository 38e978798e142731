/** Articles of an invented country that tell one event, for tests of what many make of it together. */
const WIRE =
  'The Kessel dam was closed on Tuesday after inspectors found 14 cracks in its northern wall, the river authority said. Lena Moor, who heads the authority, told reporters that 2,300 people below the dam would be taken to safety before the weekend. The lake behind the wall will be lowered by six metres within ten days, and farmers were told to water their fields at night only.';

/** A wire's report, a copy with a line of its own, and an account that differs in a number and a day. */
export const DAM_ARTICLES = [
  {
    id: 'wire',
    title: 'Kessel dam closed after inspectors find cracks',
    source: 'Orl Wire',
    url: 'https://wire.example/dam',
    published: '2024-03-12T08:00:00Z',
    body: WIRE,
  },
  {
    id: 'herald',
    title: 'Kessel dam closed, inspectors find cracks in wall',
    source: 'Valley Herald',
    url: 'https://herald.example/dam',
    published: '2024-03-12T09:10:00Z',
    body: `${WIRE} Readers of this paper remember the flood of the spring of 1987.`,
  },
  {
    id: 'courier',
    title: 'Inspectors find cracks, Kessel dam is closed',
    source: 'Orl Courier',
    url: 'https://courier.example/dam',
    published: '2024-03-12T11:30:00Z',
    body: 'Inspectors found 19 cracks in the northern wall of the Kessel dam, which was closed on Monday. Lena Moor of the river authority said 2,300 people below the dam would be taken to safety. A former engineer, Tomas Vey, told the Courier that he had warned the ministry of cracks as early as 2019.',
  },
];

/** What came of it later. */
export const DAM_SEQUEL = [
  {
    id: 'moved',
    title: 'Families below the Kessel dam moved to schools',
    source: 'Valley Herald',
    url: 'https://herald.example/moved',
    published: '2024-03-15T10:00:00Z',
    body: 'Some 600 families who live below the Kessel dam spent Thursday night on camp beds in schools of the upper valley. Volunteers cooked soup for them.',
  },
  {
    id: 'repair',
    title: 'Repairs of the Kessel dam to cost 40 million crowns',
    source: 'Orl Courier',
    url: 'https://courier.example/repair',
    published: '2024-04-02T08:00:00Z',
    body: 'Repairing the wall of the Kessel dam will cost 40 million crowns and take until autumn, parliament heard on Tuesday. The money comes from the reserve.',
  },
];
