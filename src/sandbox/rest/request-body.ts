/** An HTTP request in, its JSON and its files out: plain JSON or `payload_json` with `files[n]`, bounded in size. */
import type { IncomingMessage } from 'node:http';
import { refusals } from './api-error.ts';

export interface RequestFile {
  /** The n of `files[n]`, which the body's `attachments` refer to. */
  index: number;
  name: string;
  type: string;
  bytes: Uint8Array;
}

export interface RequestBody {
  json: unknown;
  files: RequestFile[];
}

/** Discord takes 25 MiB in one request. */
const MAX_REQUEST_BYTES = 25 * 1024 * 1024;
/** And 10 MiB in one file of a server without boosts. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Throws 413 when too large and 50109 when it is no JSON. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await readAll(request);
  if (bytes.length === 0) return { json: undefined, files: [] };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  return { json: parseJson(bytes.toString('utf8')), files: [] };
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_REQUEST_BYTES) throw refusals.tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readForm(bytes: Buffer, type: string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files: RequestFile[] = [];
  for (const [field, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(field)?.[1];
    if (typeof value === 'string' || index === undefined) continue;
    if (value.size > MAX_FILE_BYTES) throw refusals.tooLarge();
    const content = new Uint8Array(await value.arrayBuffer());
    files.push({ index: Number(index), name: value.name, type: value.type, bytes: content });
  }
  const payload = form.get('payload_json');
  return { json: typeof payload === 'string' ? parseJson(payload) : {}, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusals.invalidJson();
  }
}

/** The address asked for; the root if it is not one. */
export function requestUrl(request: IncomingMessage): URL {
  return URL.parse(request.url ?? '/', 'http://sandbox') ?? new URL('http://sandbox/');
}
