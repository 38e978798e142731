/** Answers as a phone shows them. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJourney } from '../flows/open-journey.ts';
import { hasBrowser, openBrowser, openPage } from './open-browser.ts';

const SCREEN = { width: 390, height: 800 };

const clause =
  'the council of Harrowgate closed the old stone bridge over the river after divers found cracks';
/** Articles whose sentences and paragraphs are short, long, and as long as a sentence is quoted. */
const articles = [1, 2, 4, 6].flatMap((clauses, at) =>
  [0, 1].map((copy) => ({
    id: `${at}-${copy}`,
    title: `Old stone bridge of Harrowgate is closed for repairs, and what that means for commuters ${at} ${copy}`,
    source: 'The Harrowgate and District Evening Gazette',
    url: `https://gazette.example/${at}/${copy}`,
    published: `2024-03-1${at}`,
    body: `${Array.from({ length: 3 }, (_, n) => `On day ${n}${copy} ${Array(clauses).fill(clause).join(', while ')}.`).join('\n\n')}\n\nFerries run until June.`,
  })),
);

let browser: Browser;
beforeAll(async () => {
  if (hasBrowser) browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.skipIf(!hasBrowser)('a command with a file', () => {
  it('sends the file that was chosen', async () => {
    const { sandbox, bot } = await openJourney();
    await bot().app.feeds.poller.close();
    const { page } = await openPage(browser, sandbox.url);
    await page.locator('#composer-input').fill('/feeds import ');
    await page.getByRole('button', { name: /^file/ }).click();
    const opml = '<opml><body><outline text="A" xmlUrl="https://a.example/feed"/></body></opml>';
    const file = { name: 'feeds.opml', mimeType: 'text/xml', buffer: Buffer.from(opml) };
    await page.getByLabel('file', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Send /feeds import' }).click();
    await page.getByText('1 feed added').waitFor();
  });
});

describe.skipIf(!hasBrowser)('commands', () => {
  it('are read in the language of who types them, choices and menus as well, and run as ever', async () => {
    const { sandbox } = await openJourney({ articles });
    const { page } = await openPage(browser, sandbox.url);
    await page.getByLabel('Your language').selectOption('de');
    await page.locator('#composer-input').fill('/sea');
    await page.getByRole('option', { name: 'Listet die passenden Artikel auf' }).waitFor();
    await page.locator('#composer-input').fill('/search stone bridge');
    await page.getByTitle('In welcher Reihenfolge').click();
    await page.getByRole('option', { name: 'Neueste zuerst' }).click();
    await page.getByRole('button', { name: 'Send /search' }).click();
    const shown = page.locator('.message').last();
    await shown.getByText(/neueste zuerst/i).waitFor();
    await shown.click({ button: 'right', position: { x: 5, y: 5 } });
    await page.getByRole('menuitem', { name: 'Berichte finden' }).click();
    await page.locator('.message').nth(1).waitFor();
  });
});

describe.skipIf(!hasBrowser)('an answer on a phone', () => {
  it('has what can be done next in one row, votes in another, and no date that a line can break', async () => {
    const { sandbox } = await openJourney({ articles });
    const { page } = await openPage(browser, sandbox.url, { viewport: SCREEN });
    const { owner, channels } = sandbox;
    const rows = {
      'Why did the council of Harrowgate close the old stone bridge?': [
        ['More', 'Follow up', 'Subscribe'],
        ['Helpful', 'Not helpful'],
      ],
      'zeppelin licence': [['Alert me', 'Subscribe'], ['Not helpful']],
    };
    for (const [question, expected] of Object.entries(rows)) {
      await owner.slash(channels.general, 'ask', { question });
      const shown = page.locator('.message').last();
      await shown.getByText(question).first().waitFor();
      for (const row of expected) {
        const tops = row.map(
          async (name) => (await shown.getByRole('button', { name, exact: true }).boundingBox())!.y,
        );
        expect(new Set(await Promise.all(tops)).size, row.join()).toBe(1);
      }
      expect(await shown.textContent()).toMatch(/\d+\sMar\s2024/);
      expect(await shown.textContent()).not.toMatch(/\d+ Mar|Mar \d+/);
    }
  });

  it('stands within one screen as it comes, and nothing of it is wider', async () => {
    const { sandbox } = await openJourney({ articles });
    const { page } = await openPage(browser, sandbox.url, { viewport: SCREEN });
    const { owner, channels } = sandbox;
    const questions = [
      'Why did the council of Harrowgate close the old stone bridge?',
      'old stone bridge',
      'how long do ferries run',
      'source:gazette',
      'Did divers in Kessel find 400 cracks in the old stone bridge of Harrowgate?',
      'zeppelin licence',
    ];
    for (const question of questions) {
      const answer = await owner.slash(channels.general, 'ask', { question });
      const shown = page.locator('.message').last();
      await shown.getByText(question.slice(0, 20)).first().waitFor();
      const box = (await shown.boundingBox())!;

      expect(box.height, question).toBeLessThanOrEqual(SCREEN.height);
      expect(await shown.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
      expect(answer.message!.buttons.length).toBeGreaterThan(2);
    }
  });
});
