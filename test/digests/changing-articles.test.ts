import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { FormErrors } from '../../src/sandbox/rest/api-error.ts';
import { countIn, openTestDigests, type TestDigests } from './open-test-digests.ts';

const HOUR = 3_600_000;
const POST = { method: 'POST', route: '/channels/{channel_id}/messages' };

const draftOf = async ({ articles }: TestDigests, seq: number): Promise<ArticleDraft> => {
  const {
    addedAtMs,
    changedAtMs,
    seq: _,
    arrival,
    duplicateOf,
    formerDuplicateOf,
    ...draft
  } = (await articles.get(seq))!;
  return draft;
};

describe('an article that does not stay as and where it was', () => {
  const hourly = async (digests: TestDigests): Promise<void> => {
    digests.wait(HOUR);
    await digests.settle();
  };

  /** Discord refuses the digest of the hour this many times; meanwhile the first article, which is returned, goes away. */
  const missDigest = async (digests: TestDigests, times = 1): Promise<ArticleDraft> => {
    const first = await draftOf(digests, 1);
    digests.sandbox.injectFault({ ...POST, status: 503, times });
    await hourly(digests);
    await digests.articles.remove([first.key], digests.now());
    digests.wait(10 * 60_000);
    await digests.settle();
    return first;
  };

  it('is posted once though it was away at the hour of the digest', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ cadence: 'hourly' });
    await digests.add(['Alpha', 'Bravo']);
    const alpha = await draftOf(digests, 1);
    for (const posts of [0, 1, 1]) {
      await digests.articles.remove([alpha.key], digests.now());
      await hourly(digests);
      expect(countIn(digests.posts(), '[Alpha]')).toBe(posts);
      await digests.articles.add([alpha], 'new', digests.now());
      await digests.settle();
      await hourly(digests);
      expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
    }
    expect(countIn(digests.posts(), '[Bravo]')).toBe(1);
  });

  it('is posted once though it came back while a digest was under way', async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    await digests.add(['Alpha', 'Bravo']);
    const alpha = await draftOf(digests, 1);
    await digests.articles.remove([alpha.key], digests.now());
    digests.sandbox.injectFault({ ...POST, status: 503, times: 1 });
    await digests.settle();
    digests.wait(1);
    await digests.articles.add([alpha], 'new', digests.now());
    await digests.settle();
    await hourly(digests);
    await hourly(digests);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(digests.posts(), word))).toEqual([1, 1]);
  });

  it('is posted once though all of its digest was away while Discord had trouble', async () => {
    const digests = await openTestDigests();
    const { id } = await digests.subscribe({ cadence: 'hourly' });
    await digests.add(['Alpha']);
    const alpha = await missDigest(digests);
    expect(digests.posts()).toEqual([]);
    expect(await digests.subscriptions().get(id)).toMatchObject({ cursor: 1, deliveries: 0 });
    await digests.articles.add([alpha], 'new', digests.now());
    await digests.settle();
    await hourly(digests);
    await hourly(digests);
    expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
  });

  it('is posted once though it was away when the rest of its digest was posted', async () => {
    const digests = await openTestDigests();
    const { id } = await digests.subscribe({ cadence: 'hourly' });
    await digests.add(['Alpha', 'Bravo']);
    const alpha = await missDigest(digests);
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toMatch(/1 story.*\[Bravo\]/s);
    expect(digests.posts()[0]).not.toContain('next digest');
    expect(await digests.subscriptions().get(id)).toMatchObject({ cursor: 2, articles: 1 });
    await hourly(digests);
    await digests.articles.add([alpha], 'new', digests.now());
    await digests.settle();
    await hourly(digests);
    await hourly(digests);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(digests.posts(), word))).toEqual([1, 1]);
    expect(digests.posts()).toHaveLength(2);
  });

  it('is posted once though it came back while its digest waited for others to be sent', async () => {
    const digests = await openTestDigests();
    const crowd = Array.from({ length: 25 }, () => digests.subscribe({ cadence: 'hourly' }));
    const first = (await Promise.all(crowd))[0]!;
    const last = digests.sandbox.channels.news.id;
    await digests.subscribe({ cadence: 'hourly', channelId: last, nextRunMs: first.nextRunMs + 1 });
    await digests.add(['Alpha', 'Bravo']);
    const alpha = await draftOf(digests, 1);
    await digests.articles.remove([alpha.key], digests.now());
    digests.sandbox.injectFault({ ...POST, delayMs: 100, times: 25 });
    digests.wait(HOUR + 1);
    await digests.digests().tick();
    await digests.articles.add([alpha], 'new', digests.now());
    await digests.digests().tick();
    expect(digests.posts(last)).toEqual([]);
    await digests.digests().idle();
    await digests.settle();
    await hourly(digests);
    await hourly(digests);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(digests.posts(last), word))).toEqual([1, 1]);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(digests.posts(), word))).toEqual([25, 25]);
  });

  it('is posted once though it led a story that others tell, and was away when that was posted', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ cadence: 'hourly' });
    const told = 'The harbour of Orl was closed on Monday after a ferry hit its northern pier. ';
    await digests.add([
      { title: 'Orl harbour closed after ferry hits pier', source: 'a.example', body: told.repeat(6) },
      { title: 'Ferry hits pier, Orl harbour closed', source: 'b.example', body: `${told}Nobody was hurt.` },
    ]);
    const lead = await missDigest(digests);
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toMatch(/1 story.*\[Ferry hits pier, Orl harbour closed\]/s);
    await digests.articles.add(
      [{ ...(await draftOf(digests, 2)), title: 'Ferry hits pier of Orl' }],
      'new',
      digests.now(),
    );
    await digests.articles.add([lead], 'new', digests.now());
    await digests.settle();
    expect(digests.posts()[0]).toMatch(/\[Ferry hits pier of Orl\].*updated/s);
    await hourly(digests);
    await hourly(digests);
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toMatch(/2 outlets.*also in: a\.example/s);
  });

  it('is posted once though the bot was killed between leaving it out and posting the rest', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ cadence: 'hourly' });
    await digests.add(['Alpha', 'Bravo']);
    const alpha = await missDigest(digests, 2);
    expect(digests.posts()).toEqual([]);
    await digests.articles.add([alpha], 'new', digests.now());
    await digests.restart();
    await digests.settle();
    digests.wait(10 * 60_000);
    await digests.settle();
    await hourly(digests);
    await hourly(digests);
    expect(['[Alpha]', '[Bravo]'].map((word) => countIn(digests.posts(), word))).toEqual([1, 1]);
    expect(digests.posts()).toHaveLength(2);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ])('is posted once though its file is renamed %s the digest', async (_name, hoursBefore) => {
    const digests = await openTestDigests();
    await digests.subscribe({ cadence: 'hourly' });
    await digests.add(['Alpha']);
    const alpha = await draftOf(digests, 1);
    if (hoursBefore > 0) await hourly(digests);
    const renamed = { ...alpha, key: 'renamed#1', origin: 'file:renamed.jsonl' };
    await digests.articles.add([renamed], 'new', digests.now());
    await digests.articles.retain(alpha.origin, new Set(), digests.now());
    await hourly(digests);
    await hourly(digests);
    expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
  });

  it('is posted once where it matches only after a change, up to 8 days after it came', async () => {
    const digests = await openTestDigests();
    await digests.subscribe({ topic: 'harbour' });
    await digests.add(['Alpha', 'Bravo']);
    await digests.settle();
    digests.wait(HOUR);
    const change = async (seq: number, body: string) =>
      digests.articles.add([{ ...(await draftOf(digests, seq)), body }], 'new', digests.now());
    await change(1, 'The harbour of Orl was closed on Monday after a ferry hit its pier.');
    await hourly(digests);
    await change(1, 'The harbour of Orl was opened again on Tuesday.');
    await hourly(digests);
    expect(countIn(digests.posts(), '[Alpha]')).toBe(1);
    digests.wait(9 * 24 * HOUR);
    await change(2, 'Nothing but the harbour of Orl is told of here.');
    await hourly(digests);
    expect(digests.posts()).toHaveLength(1);
  });
});

/** As Discord says where a form is wrong. */
const faultAt = (...path: string[]): FormErrors =>
  path.reduceRight<FormErrors>((inner, key) => ({ [key]: inner }), {
    _errors: [{ code: 'BASE_TYPE_BAD', message: 'This is not taken.' }],
  });
const textFault = faultAt('components', '0', 'components', '1', 'content');
const pictureFault = faultAt('components', '0', 'components', '1', 'accessory', 'media', 'url');

describe('a posted story', () => {
  const posted = async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    await digests.add(['Alpha', 'Bravo']);
    await digests.settle();
    const change = async (title: string) => {
      await digests.articles.add([{ ...(await draftOf(digests, 1)), title }], 'new', digests.now());
    };
    return { digests, change };
  };

  it('is edited and marked updated where its title changes, never posted again', async () => {
    const { digests, change } = await posted();
    digests.wait(HOUR);
    await change('Alpha corrected');
    await digests.settle();
    await digests.settle();
    expect(digests.posts()).toHaveLength(1);
    expect(digests.posts()[0]).toMatch(/Alpha corrected.*updated/s);
    expect(countIn(digests.posts(), 'updated')).toBe(1);
    expect(digests.sandbox.posted()[0]?.edited).toBe(true);
  });

  it('is edited also where its title changes in the very millisecond in which it came', async () => {
    const { digests, change } = await posted();
    await change('Alpha corrected');
    await digests.settle();
    expect(digests.posts()).toEqual([expect.stringMatching(/Alpha corrected.*updated/s)]);
  });

  it('is edited also where its title changes before Discord has confirmed the post', async () => {
    const digests = await openTestDigests();
    await digests.subscribe();
    await digests.add(['Alpha', 'Bravo']);
    digests.sandbox.injectFault({ ...POST, hangUp: true, when: 'after', times: 1 });
    await digests.settle();
    digests.wait(1);
    const alpha = { ...(await draftOf(digests, 1)), title: 'Alpha corrected' };
    await digests.articles.add([alpha], 'new', digests.now());
    await digests.settle();
    digests.wait(HOUR);
    await digests.settle();
    expect(digests.posts()).toEqual([expect.stringContaining('Alpha corrected')]);
  });

  it('keeps the title it was posted under where it is edited after the topic was changed', async () => {
    const { digests, change } = await posted();
    const [subscription] = await digests.subscriptions().all();
    const changed = { ...subscription!, topic: 'nonexistent', roleId: digests.sandbox.digestRole.id };
    await digests.subscriptions().change(subscription!.id, changed, digests.now(), digests.now());
    digests.wait(HOUR);
    await change('Alpha corrected');
    await digests.settle();
    expect(digests.posts()[0]).toMatch(/Alpha corrected.*New articles/s);
    expect(digests.posts()[0]).not.toContain(digests.sandbox.digestRole.id);
  });

  it('stays as it is after 48 hours', async () => {
    const { digests, change } = await posted();
    digests.wait(49 * HOUR);
    await change('Alpha corrected');
    await digests.settle();
    expect(digests.posts()[0]).not.toContain('corrected');
  });

  it('is edited without pictures where Discord does not take them', async () => {
    const { digests, change } = await posted();
    digests.sandbox.injectFault({
      method: 'PATCH',
      status: 400,
      code: 50035,
      errors: pictureFault,
      times: 1,
    });
    digests.wait(HOUR);
    await change('Alpha corrected');
    await digests.settle();
    expect(digests.posts()[0]).toContain('Alpha corrected');
  });

  it.each([
    ['it was deleted', { status: 404, code: 10008 }],
    ['Discord does not take its text', { status: 400, code: 50035, errors: textFault }],
    ['Discord does not say that its form is at fault', { status: 400, code: 50006 }],
  ])('is not edited where %s, and is not tried again', async (_name, refusal) => {
    const { digests, change } = await posted();
    const edits = () => digests.sandbox.requests().filter(({ method }) => method === 'PATCH');
    digests.sandbox.injectFault({ method: 'PATCH', ...refusal, times: 1 });
    digests.wait(HOUR);
    await change('Alpha corrected');
    for (const _ of [1, 2, 3]) {
      digests.wait(HOUR);
      await digests.settle();
    }
    expect(edits().map(({ status }) => status)).toEqual([refusal.status]);
    expect(digests.posts()[0]).not.toContain('corrected');
  });

  describe.each([
    ['the channel can no longer be seen', { status: 403, code: 50001 }],
    ['its thread is archived', { status: 400, code: 50083 }],
  ])('where %s', (_name, refusal) => {
    it('is edited once that has changed', async () => {
      const { digests, change } = await posted();
      const edits = () => digests.sandbox.requests().filter(({ method }) => method === 'PATCH');
      const isBack = digests.sandbox.injectFault({ method: 'PATCH', ...refusal });
      digests.wait(HOUR);
      await change('Alpha corrected');
      for (const _ of [1, 2, 3]) {
        digests.wait(60_000);
        await digests.settle();
      }
      expect(edits().map(({ status }) => status)).toEqual([refusal.status]);
      isBack();
      digests.wait(10 * 60_000);
      await digests.settle();
      expect(digests.posts()).toEqual([expect.stringMatching(/Alpha corrected.*updated/s)]);
      expect((await digests.subscriptions().all()).map(({ state }) => state)).toEqual(['active']);
    });

    it('is left as it is after 72 hours', async () => {
      const { digests, change } = await posted();
      const edits = () => digests.sandbox.requests().filter(({ method }) => method === 'PATCH');
      digests.sandbox.injectFault({ method: 'PATCH', ...refusal });
      digests.wait(HOUR);
      await change('Alpha corrected');
      await digests.settle();
      digests.wait(72 * HOUR);
      for (const _ of [1, 2, 3]) {
        digests.wait(HOUR);
        await digests.settle();
      }
      expect(edits()).toHaveLength(2);
    });
  });

  it('is edited later where Discord has trouble, and the edit survives a restart', async () => {
    const { digests, change } = await posted();
    digests.sandbox.injectFault({ method: 'PATCH', status: 503, times: 1 });
    digests.wait(HOUR);
    await change('Alpha corrected');
    await digests.settle();
    expect(digests.posts()[0]).not.toContain('corrected');
    await digests.restart();
    await digests.settle();
    expect(digests.posts()[0]).toContain('Alpha corrected');
  });
});
