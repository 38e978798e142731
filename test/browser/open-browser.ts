/** Debian's chromium for tests of the page, if it is installed. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

/** False if the tests that need a browser have to be skipped. */
export const hasBrowser = executablePath !== undefined;

if (!hasBrowser) console.warn('SKIPPED  The browser tests need chromium: apt-get install chromium');

export function openBrowser(): Promise<Browser> {
  const flags = [
    'no-sandbox',
    'disable-gpu',
    'disable-quic',
    'no-first-run',
    'disable-background-networking',
  ];
  const more = ['disable-component-update', 'disable-sync'];
  const args = [...flags, ...more].map((flag) => `--${flag}`);
  return chromium.launch({ executablePath: executablePath!, args, timeout: 120_000 });
}

/** A page that notes every request to another host and every error of its scripts. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; strayRequests: string[]; errors: string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  // A browser on a busy machine takes its time.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const strayRequests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) strayRequests.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  await page.locator('.welcome').waitFor();
  return { page, strayRequests, errors };
}
