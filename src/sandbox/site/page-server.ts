/** Requests for the page in: its files, its live stream, what visitors do, and the attachments of messages. */
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { readBody, requestUrl } from '../rest/request-body.ts';
import { guards } from './guards.ts';
import { openLiveStream } from './live-stream.ts';
import { type PageTools, pageActions } from './page-actions.ts';
import type { PageSetting } from './page-state.ts';

export interface Page extends PageTools {
  setting: PageSetting;
  /** Whether a request was made to a name of this machine: no foreign site is to reach the page by a name of its own. */
  isOwnHost: (host: string) => boolean;
}

const folder = new URL('../page/', import.meta.url);
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Files by the address they are served at; nothing else can be asked for. */
const files = new Map(
  readdirSync(folder).map((name) => {
    const path = name === 'index.html' ? '/' : `/page/${name}`;
    return [path, { type: types[extname(name)] ?? 'text/plain', bytes: readFileSync(new URL(name, folder)) }];
  }),
);

/** Answers anything that is not Discord's API. Never throws. */
export async function handlePage(
  page: Page,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = requestUrl(request);
  if (!page.isOwnHost(request.headers.host ?? ''))
    return refuse(
      response,
      421,
      'Unknown host. Open this page by localhost, or by the IP address of this machine.',
    );
  const [, first, second, third] = url.pathname.split('/');
  if (request.method === 'POST' && first === 'page') return act(page, second ?? '', request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'Method not allowed');
  if (url.pathname === '/page/live') return live(page, url, response);
  if (first === 'attachments') return attachment(page, third ?? '', response);
  const file = files.get(url.pathname);
  if (!file) return refuse(response, 404, 'Not found');
  response.writeHead(200, { ...guards, 'content-type': file.type, 'cache-control': 'no-cache' });
  response.end(file.bytes);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { ...guards, 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
}

function live(page: Page, url: URL, response: ServerResponse): void {
  const userId = url.searchParams.get('as') || page.setting.people[0]!.id;
  if (!page.setting.people.some((one) => one.id === userId))
    return void refuse(response, 404, 'No such person');
  openLiveStream(page.world, page.setting, userId, response);
}

/** A JSON body is asked for because no foreign site can send one without permission. */
async function act(
  page: Page,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const action = Object.hasOwn(pageActions, name) ? pageActions[name] : undefined;
  if (!action) return refuse(response, 404, 'Not found');
  if (!request.headers['content-type']?.startsWith('application/json'))
    return refuse(response, 415, 'JSON only');
  try {
    const { json } = await readBody(request);
    const result = await action(page, json as never);
    response.writeHead(200, { ...guards, 'content-type': 'application/json' });
    response.end(JSON.stringify(result ?? {}));
  } catch (error) {
    refuse(response, 400, error instanceof Error ? error.message : 'That did not work.');
  }
}

const inlineImages = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Images are shown, everything else is only ever downloaded. */
function attachment(page: Page, id: string, response: ServerResponse): void {
  const file = page.world.files.get(id);
  if (!file) return void refuse(response, 404, 'Not found');
  const isImage = inlineImages.has(file.type);
  response.writeHead(200, {
    ...guards,
    'content-type': isImage ? file.type : 'application/octet-stream',
    'content-disposition': `${isImage ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  response.end(file.bytes);
}
