import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Client, type REST, Routes } from 'discord.js';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/open-sandbox.ts';
import { startDemoBot } from '../sandbox/demo-bot.ts';
import { openTestSandbox } from '../sandbox/open-test-sandbox.ts';
import { hasBrowser, openBrowser, openPage } from './open-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every fault that axe-core finds, as readable lines. */
async function accessibilityFaults(page: Page): Promise<string[]> {
  // Through the debugger, as the page's own policy rightly refuses further scripts.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as never as { axe: { run(): Promise<{ violations: never[] }> } }
    ).axe.run();
    return (violations as { id: string; nodes: { html: string; failureSummary: string }[] }[]).flatMap(
      (one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
    );
  });
}

describe.skipIf(!hasBrowser)('the page', () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let bot: Client;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    const examples = [{ command: 'ask', options: { question: 'Did the flood barrier hold?' } }];
    sandbox = await openTestSandbox({ examples });
    bot = await startDemoBot(sandbox);
  });

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await bot.destroy();
    await sandbox.close();
  });

  async function visit(options: BrowserContextOptions = {}): Promise<Page> {
    const { page } = await openPage(browser, sandbox.url, options);
    return page;
  }

  const lastMessage = (page: Page) => page.locator('.message').last();

  test('a visitor is told what to type, and one click fills it in', async () => {
    const page = await visit();
    await page.getByRole('button', { name: '/ask question Did the flood barrier hold?' }).click();
    await page.keyboard.press('Enter');
    await lastMessage(page).getByRole('heading', { name: 'Did the flood barrier hold?' }).waitFor();
    expect(await lastMessage(page).locator('.origin').textContent()).toBe('Ada used /ask');
  });

  test('the keyboard alone asks, chooses an autocompleted source, and turns the page', async () => {
    const page = await visit();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/as');
    await page.getByRole('option', { name: '/ask' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('floods');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('hil');
    await page.getByRole('option', { name: 'Hill Gazette' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('combobox', { name: 'source' }).inputValue()).toBe('Hill Gazette');
    await page.keyboard.press('Enter');
    await lastMessage(page).getByRole('heading', { name: 'floods' }).waitFor();
    await page.getByRole('button', { name: 'Next', exact: true }).focus();
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('page 2').waitFor();
    expect(
      sandbox
        .requests()
        .filter((one) => one.route.endsWith('/callback'))
        .map((one) => one.status),
    ).not.toContain(400);
  });

  test('cards run from right to left for who reads so, each line in the direction of its words, and times in their language', async () => {
    const { member, channels } = sandbox;
    const page = await visit();
    member.say(channels.general, `<t:1735689600:D>\nشارع <#${channels.general.id}>\nstreet \`/help\``);
    const body = lastMessage(page).locator('[dir]');
    await body.getByText('street').waitFor();
    expect(await body.getAttribute('dir')).toBe('ltr');
    await page.getByLabel('Your language').selectOption('ar');
    await page.locator('.message [dir=rtl]').waitFor();
    expect(await body.locator('.stamp').textContent()).toMatch(/2025/);
    expect(await body.locator('.stamp').textContent()).not.toMatch(/[A-Za-z]/);
    await page.locator('#composer-input').fill('/');
    await page.locator('.suggestion-description').first().waitFor();
    for (const part of ['.line', '.mention', '.suggestion-description', '.message code'])
      expect(await page.evaluate(`getComputedStyle(document.querySelector('${part}')).unicodeBidi`)).toBe(
        'plaintext',
      );
  });

  test('of a text that is too long nothing is cut: it is shown by how much, and it is not sent', async () => {
    const page = await visit();
    const box = page.locator('#composer-input');
    await box.focus();
    await page.keyboard.insertText(`${'word '.repeat(400)}and seven.`);
    await page.getByText('A message holds at most 2,000 characters').waitFor();
    expect(await page.locator('.composer-excess').textContent()).toBe('-10');
    await page.keyboard.press('Enter');
    expect((await box.inputValue()).length).toBe(2_010);
    expect(sandbox.owner.sees(sandbox.channels.general)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    for (let n = 0; n < 10; n++) await page.keyboard.press('Backspace');
    expect(await page.locator('.composer-excess').textContent()).toBe('');
    expect(await page.getByText('A message holds at most').count()).toBe(0);
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('word word').waitFor();
    await page.keyboard.type('/ask ');
    await page.getByRole('combobox', { name: 'question' }).focus();
    await page.keyboard.insertText('x'.repeat(6_001));
    await page.keyboard.press('Enter');
    await page.getByText('question takes at most 6000 characters; these are 6001.').waitFor();
  });

  test.each(['/ask who took Tyotkino, and when?', '/ask question: who took Tyotkino, and when?'])(
    'what is pasted behind a command is its first option, and nothing of it is lost: %s',
    async (pasted) => {
      const page = await visit();
      await page.locator('#composer-input').focus();
      await page.keyboard.insertText(pasted);
      const field = page.getByRole('combobox', { name: 'question' });
      expect(await field.inputValue()).toBe('who took Tyotkino, and when?');
      await page.keyboard.press('Enter');
      await lastMessage(page).getByText('who took Tyotkino, and when?').waitFor();
    },
  );

  test('a required option left empty is asked for, not sent', async () => {
    const page = await visit();
    await page.getByRole('button', { name: 'Show commands' }).click();
    await page.getByRole('option', { name: '/ask' }).click();
    await page.keyboard.press('Enter');
    await page.getByText('question is required').waitFor();
    expect(await page.locator('.message').count()).toBe(0);
  });

  test('on a narrow phone, a command of many options leaves room and can be sent', async () => {
    const page = await visit({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });
    await page.locator('#composer-input').fill('/subscribe ');
    const form = page.getByRole('form', { name: 'Command subscribe' });
    for (const name of ['topic', 'when', 'time']) {
      expect((await form.boundingBox())!.height).toBeLessThan(400);
      await page.getByRole('button', { name: 'Send /subscribe' }).click({ trial: true });
      await form.getByRole('button', { name: new RegExp(`^${name}\\b`) }).click();
    }
    await form.getByLabel('time', { exact: true }).waitFor();
  });

  test('a slash right after loading begins a command, and a yes or no that was added is asked for', async () => {
    const page = await visit();
    await page.getByText('messages are kept when Dateline is restarted').waitFor();
    await page.keyboard.press('/');
    await page.getByRole('option', { name: '/ask' }).click();
    await page.keyboard.type('floods');
    await page.getByRole('button', { name: /^private/ }).click();
    await page.getByRole('button', { name: 'Send /ask' }).click();
    await page.getByText('private is required').waitFor();
    expect(await page.locator('.message').count()).toBe(0);
  });

  test('the button of commands leaves a draft alone', async () => {
    const page = await visit();
    const box = page.locator('#composer-input');
    await box.fill('half a thought');
    await page.getByRole('button', { name: 'Show commands' }).click();
    expect(await box.inputValue()).toBe('half a thought');
    await page.getByText('Send or clear your message first').waitFor();
    await box.fill('');
    await page.getByRole('button', { name: 'Show commands' }).click();
    await page.getByRole('option', { name: '/ask' }).waitFor();
  });

  test('who has scrolled back stays there when others write, and goes with what they write themselves', async () => {
    const { owner, member, channels } = sandbox;
    for (let n = 0; n < 40; n++) member.say(channels.general, `line ${n}`);
    const page = await visit();
    await lastMessage(page).getByText('line 39').waitFor();
    await page.evaluate(`document.querySelector('#log').scrollTop = 0`);
    const top = () => page.evaluate(`document.querySelector('#log').scrollTop`);
    member.say(channels.general, 'and one more');
    await lastMessage(page).getByText('and one more').waitFor();
    expect(await top()).toBe(0);
    owner.say(channels.general, 'one of mine');
    await lastMessage(page).getByText('one of mine').waitFor();
    expect(await top()).toBeGreaterThan(0);
  });

  test('what cannot be done because Dateline is gone is shown', async () => {
    const { owner, channels } = sandbox;
    const page = await visit();
    owner.say(channels.general, 'hello');
    await lastMessage(page).getByText('hello').waitFor();
    await page.route('**/page/language', (route) => route.abort());
    const language = page.getByLabel('Your language');
    const before = await language.inputValue();
    await language.selectOption('de');
    await lastMessage(page).getByText('Dateline is not running').waitFor();
    expect(await language.inputValue()).toBe(before);
  });

  test('the last message stays in view as the message box grows, unless one has scrolled back', async () => {
    for (let n = 1; n <= 30; n++) sandbox.member.say(sandbox.channels.general, `Message ${n}`);
    const page = await visit();
    await lastMessage(page).getByText('Message 30').waitFor();
    const hidden = () =>
      page.evaluate<number>(
        `(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)(document.querySelector('#log'))`,
      );
    const box = page.locator('#composer-input');
    await box.fill('one\ntwo\nthree\nfour\nfive\nsix');
    await expect.poll(hidden).toBeLessThan(2);
    await box.fill('');
    await page.evaluate(`document.querySelector('#log').scrollTop = 0`);
    await box.fill('one\ntwo\nthree\nfour\nfive\nsix');
    expect(await hidden()).toBeGreaterThan(100);
  });

  test('with Dateline gone, the head says so and shows no green dot', async () => {
    const page = await visit();
    const dot = () =>
      page.evaluate<string>(
        `getComputedStyle(document.querySelector('.bot-state'), '::before').backgroundColor`,
      );
    await page.getByText('online', { exact: true }).waitFor();
    const green = await dot();
    await sandbox.close();
    await page.locator('body.offline').waitFor();
    expect(await dot()).not.toBe(green);
    expect(await page.locator('.bot-word').isVisible()).toBe(false);
    await page.locator('#composer-input').fill('Is anyone there?');
    await page.keyboard.press('Enter');
    await page.getByText('Dateline is not running. Start it again').waitFor();
    expect(await page.locator('#composer-input').inputValue()).toBe('Is anyone there?');
  });

  test('what was written stays when the commands change, as at a restart of the bot', async () => {
    const page = await visit();
    const rest = bot.rest as REST;
    const route = Routes.applicationCommands(bot.application!.id);
    const commands = await rest.get(route);
    const box = page.locator('#composer-input');
    const slashButton = page.getByRole('button', { name: 'Show commands' });
    await box.fill('half a thought');
    await rest.put(route, { body: [] });
    await slashButton.waitFor({ state: 'detached' });
    expect(await box.inputValue()).toBe('half a thought');
    expect(await page.evaluate('document.activeElement.id')).toBe('composer-input');
    await rest.put(route, { body: commands });
    await slashButton.waitFor();
    await box.fill('/ask ');
    await page.getByRole('combobox', { name: 'question' }).fill('floods');
    await rest.put(route, { body: [] });
    await rest.put(route, { body: commands });
    await page.getByRole('button', { name: 'Send /ask' }).click();
    await lastMessage(page).getByRole('heading', { name: 'floods' }).waitFor();
  });

  test('a form opens, is filled in and answered', async () => {
    const page = await visit();
    await sandbox.owner.slash(sandbox.channels.general, 'ask', { question: 'floods' });
    await page.getByRole('button', { name: 'Follow up' }).click();
    const dialog = page.getByRole('dialog', { name: 'Follow up' });
    await dialog.getByLabel('Your question').fill('and then?');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await lastMessage(page).getByRole('heading', { name: 'and then?' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('a menu in a card is opened and chosen from by keyboard; the answer is for one person and can be dismissed', async () => {
    const page = await visit();
    await sandbox.owner.slash(sandbox.channels.general, 'ask', { question: 'floods' });
    await page.getByRole('button', { name: 'Sort by' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('Chosen: best').waitFor();
    await lastMessage(page).getByText('Only you can see this').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await page.getByText('Chosen: best').waitFor({ state: 'detached' });
  });

  test('a list opened at the foot of a phone is in view, and so is the button that sends a long form', async () => {
    const page = await visit({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 500 } });
    await sandbox.owner.slash(sandbox.channels.general, 'ask', { question: 'floods' });
    await page.getByRole('button', { name: 'Sort by' }).tap();
    const list = (await page.getByRole('listbox', { name: 'Sort by' }).boundingBox())!;
    const log = (await page.locator('#log').boundingBox())!;
    // Both may stand between two pixels.
    expect(list.y + list.height).toBeLessThanOrEqual(log.y + log.height + 1);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 260 });
    await page.getByRole('button', { name: 'Follow up' }).click();
    const submit = (await page.getByRole('button', { name: 'Submit' }).boundingBox())!;
    expect(submit.y + submit.height).toBeLessThan(260 - 16);
  });

  test('what the bot does not answer in time is said', async () => {
    const page = await visit();
    sandbox.world.settings.acknowledgeWithinMs = 100;
    await page.locator('#composer-input').fill('/slow ');
    await page.keyboard.press('Enter');
    await page.getByText('The application did not respond').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    expect(await page.locator('.message').count()).toBe(0);
  });

  test('the apps of a message are reached by mouse, by keyboard and by touch', async () => {
    sandbox.member.say(sandbox.channels.general, 'The barrier held');
    const page = await visit();
    const said = page.locator('.message', { hasText: 'The barrier held' }).first();
    await said.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Find coverage' }).click();
    await page.getByText('Coverage of: The barrier held').waitFor();
    await said.focus();
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.locator('.content', { hasText: 'Coverage of' }).nth(1).waitFor();
    const phone = await visit({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
    await phone.getByRole('button', { name: 'More for the message of Mira' }).tap();
    await phone.getByRole('menuitem', { name: 'Find coverage' }).tap();
    await phone.locator('.content', { hasText: 'Coverage of' }).nth(2).waitFor();
  });

  test('the second member sees neither private answers nor the commands of managers', async () => {
    const page = await visit();
    await sandbox.owner.slash(sandbox.channels.general, 'ask', { question: 'secret', private: true });
    await page.getByText('Only you can see this').waitFor();
    await page.getByLabel('You are').selectOption({ label: 'Mira (member)' });
    await page.getByText('Only you can see this').waitFor({ state: 'detached' });
    await page.locator('#composer-input').fill('/');
    await page.getByRole('option', { name: '/ask' }).waitFor();
    expect(await page.getByRole('option', { name: '/subscribe' }).count()).toBe(0);
  });

  test('a mention is completed as one types, and the bot replies', async () => {
    const page = await visit();
    await page.locator('#composer-input').pressSequentially('@Da');
    await page.keyboard.press('Enter');
    await page.keyboard.type('floods?');
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('You said: @Dateline floods?').waitFor();
    await page.getByRole('button', { name: 'Dateline' }).first().click();
    await page.locator('#composer-input').fill('privately');
    await page.keyboard.press('Enter');
    await page.getByText('You said: privately').waitFor();
  });

  test('text from outside never becomes markup', async () => {
    const { page, errors } = await openPage(browser, sandbox.url);
    const hostile =
      '<img src=x onerror=alert(1)> [click](javascript:alert(1)) **<b>bold</b>** <script>alert(1)</script>';
    sandbox.member.say(sandbox.channels.general, hostile);
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(await page.locator('.message img, .message script, .message b, .message a').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('markdown is shown as Discord shows it', async () => {
    const lines = [
      '# Big',
      '-# small',
      '> quoted **bold _both_**',
      '- one',
      '- two',
      '1. first',
      '`a * b` \\*plain\\* snake_case_name ~~gone~~ __under__ ||secret||',
      '[masked](<https://example.org/a_(b)>) https://example.org/plain. <https://example.org/quiet>',
      `<@${sandbox.owner.id}> <#${sandbox.channels.news.id}> <@&${sandbox.digestRole.id}> <t:1735689600:D>`,
      '```js',
      'const a = "**not bold**";',
      '```',
    ];
    sandbox.member.say(sandbox.channels.general, lines.join('\n'));
    const page = await visit();
    const content = page.locator('.content');
    const texts = (selector: string) => content.locator(selector).allTextContents();
    expect(await texts('[role="heading"]')).toEqual(['Big']);
    expect(await texts('.subtext')).toEqual(['small']);
    expect(await texts('blockquote strong')).toEqual(['bold both']);
    expect(await texts('strong em')).toEqual(['both']);
    expect(await texts('li')).toEqual(['one', 'two', 'first']);
    expect(await texts('code')).toEqual(['a * b', 'const a = "**not bold**";']);
    expect(await texts('s, u')).toEqual(['gone', 'under']);
    expect(await texts('.mention')).toEqual(['@Ada', '#news', '@News readers']);
    expect(await texts('a')).toEqual(['masked', 'https://example.org/plain', 'https://example.org/quiet']);
    expect(await content.textContent()).toContain('*plain* snake_case_name');
    expect(await content.locator('time').getAttribute('datetime')).toBe('2025-01-01T00:00:00.000Z');
    await page.getByRole('button', { name: 'Spoiler' }).click();
    await page.getByRole('button', { name: 'secret' }).waitFor();
  });

  test('a reply names what it replies to', async () => {
    sandbox.member.say(sandbox.channels.general, 'The barrier held');
    const page = await visit();
    await lastMessage(page).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Reply' }).click();
    await page.getByText('Replying to Mira').waitFor();
    await page.keyboard.type('Did it?');
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('Did it?').waitFor();
    expect(await lastMessage(page).locator('.origin').textContent()).toBe('Mira The barrier held');
    expect(await page.getByText('Replying to').count()).toBe(0);
  });

  test('pictures of other hosts are named, never fetched', async () => {
    const { page, strayRequests } = await openPage(browser, sandbox.url);
    const rest = bot.rest as REST;
    const media = { url: 'https://pictures.example/a.png' };
    const components = [{ type: 12, items: [{ media, description: 'A harbour' }] }];
    await rest.post(Routes.channelMessages(sandbox.channels.general.id), {
      body: { flags: 1 << 15, components },
    });
    await page.getByRole('img', { name: 'Picture: A harbour' }).waitFor();
    expect(strayRequests).toEqual([]);
  });

  test('a dropped gateway and a channel without permission are made by the panel', async () => {
    const page = await visit();
    const resumed = new Promise((resolve) => bot.once('shardResume', resolve));
    await page.getByRole('button', { name: 'Make Discord misbehave' }).click();
    await page.getByRole('menuitem', { name: 'Drop the connection' }).click();
    await resumed;
    await page.getByRole('button', { name: 'Make Discord misbehave' }).click();
    await page.getByRole('menuitem', { name: 'Forbid the bot to post here' }).click();
    await page.getByText('bot muted').waitFor();
  });

  const looks: [string, BrowserContextOptions][] = [
    ['dark', { colorScheme: 'dark' }],
    ['light', { colorScheme: 'light' }],
    [
      'phone',
      { colorScheme: 'light', hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } },
    ],
    [
      'dark phone',
      { colorScheme: 'dark', hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } },
    ],
  ];

  test.each(looks)('no accessibility fault and no request elsewhere: %s', async (_, options) => {
    const { page, strayRequests, errors } = await openPage(browser, sandbox.url, options);
    expect(await accessibilityFaults(page)).toEqual([]);
    const { owner, member, channels } = sandbox;
    await owner.slash(channels.general, 'ask', { question: 'floods' });
    await owner.slash(channels.general, 'ask', { question: 'privately', private: true });
    await owner.slash(channels.general, 'file');
    member.say(
      channels.general,
      `**bold** \`code\` ||spoiler|| <@${owner.id}> https://example.org <t:1735689600:R>\n> quote\n- item\n\`\`\`\ncode\n\`\`\``,
    );
    await page.locator('.message').nth(3).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('#composer-input').fill('/');
    await page.getByRole('option', { name: '/ask' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.type('floods');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Sort by' }).first().click();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(strayRequests).toEqual([]);
    expect(errors).toEqual([]);
  });
});
