/** Which sentences of a text changed: each verbatim, old beside new. */
import { describe, expect, it } from 'vitest';
import { changedSentences } from '../../src/text/changed-sentences.ts';
import { expectLinear } from '../expect-linear.ts';

const TEXT =
  'The dam was closed. Inspectors found 14 cracks. The lake will be lowered. Farmers water at night.';

describe('the changed sentences of a text', () => {
  it('stand old beside new; those added and taken out stand alone', () => {
    const after =
      'The dam was closed. Inspectors found 19 cracks. Farmers water at night. More rain is to come.';
    expect(changedSentences(TEXT, after, 'en')).toEqual([
      { before: 'Inspectors found 14 cracks.', after: 'Inspectors found 19 cracks.' },
      { before: 'The lake will be lowered.', after: null },
      { before: null, after: 'More rain is to come.' },
    ]);
  });

  it('are none where white space alone changed, or the whole text', () => {
    expect(changedSentences(TEXT, TEXT.replaceAll('. ', '.  '), 'en')).toEqual([]);
    expect(
      changedSentences(TEXT, 'A ship came in. It carried salt. Nobody met it. The port was shut.', 'en'),
    ).toEqual([]);
  });

  it('are found in linear time', async () => {
    await expectLinear((length) =>
      changedSentences('A b c. '.repeat(length / 7), 'D e f. '.repeat(length / 7), 'en'),
    );
  });
});
