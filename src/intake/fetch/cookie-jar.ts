/** In: the cookies that answers on one way of redirects set. Out: those to be sent with the next request of it. */

export interface CookieJar {
  /** Keeps what an answer from `url` set. */
  keep(url: URL, setCookies: readonly string[]): void;
  /** The `Cookie` header for a request to `url`, or null if none is to be sent. */
  headerFor(url: URL): string | null;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  /** The host and port that set it, if no domain is given: sent to these only. */
  readonly host: string;
  readonly domain: string | null;
  readonly path: string;
  readonly isSecure: boolean;
}

/** More than any site needs to recognise a visitor. */
const MAX_COOKIES = 50;
const MAX_COOKIE_CHARS = 4_096;
const MAX_HEADER_CHARS = 8_192;

/** What may stand in a header: no control characters. */
const PRINTABLE = /^[\x20-\x7e\x80-\xff]*$/;
/** Second-level names under which everybody registers, such as `co.uk` and `com.au`: no site's own domain. */
const PUBLIC_SUFFIX =
  /^((com?|org|net|edu|gov|gob|gouv|mil|ac|sch|ltd|plc|me|ne|or|go|in|web|info|asn|id|nom)\.[a-z]{2}|[^.]+)$/;

const isAddress = (hostname: string): boolean => /^\[|^\d+(\.\d+){3}$/.test(hostname);

const isWithin = (hostname: string, domain: string): boolean =>
  hostname === domain || hostname.endsWith(`.${domain}`);

const defaultPath = ({ pathname }: URL): string => pathname.slice(0, pathname.lastIndexOf('/')) || '/';

const isUnder = (pathname: string, path: string): boolean =>
  pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);

const attributesOf = (parts: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    parts.map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name.trim().toLowerCase(), value.join('=').trim()];
    }),
  );

/** As RFC 6265 has it, except that each port has its own cookies. Null for a cookie that may not be kept. */
const readCookie = (url: URL, written: string): Cookie | null => {
  if (written.length > MAX_COOKIE_CHARS || !PRINTABLE.test(written)) return null;
  const [pair = '', ...rest] = written.split(';');
  const at = pair.indexOf('=');
  const name = pair.slice(0, Math.max(at, 0)).trim();
  if (name === '') return null;
  const attributes = attributesOf(rest);
  const { hostname, host } = url;
  const given = attributes.get('domain')?.replace(/^\./, '').toLowerCase() ?? '';
  const domain = given === '' || given === hostname || isAddress(hostname) ? null : given;
  if (given !== '' && !isWithin(hostname, given)) return null;
  if (domain !== null && PUBLIC_SUFFIX.test(domain)) return null;
  const isSecure = attributes.has('secure');
  if (isSecure && url.protocol !== 'https:') return null;
  const path = attributes.get('path')?.startsWith('/') ? attributes.get('path')! : defaultPath(url);
  return { name, value: pair.slice(at + 1).trim(), host, domain, path, isSecure };
};

const isExpired = (written: string, nowMs: number): boolean => {
  const age = /;\s*max-age\s*=\s*(-?\d+)/i.exec(written)?.[1];
  if (age !== undefined) return Number(age) <= 0;
  return Date.parse(/;\s*expires\s*=\s*([^;]*)/i.exec(written)?.[1] ?? '') <= nowMs;
};

const fits = ({ host, domain, path, isSecure }: Cookie, url: URL): boolean =>
  (domain === null ? host === url.host : isWithin(url.hostname, domain)) &&
  isUnder(url.pathname, path) &&
  (!isSecure || url.protocol === 'https:');

/** An empty jar, to be thrown away after one fetch. `now`: epoch milliseconds. */
export const createCookieJar = (now: () => number): CookieJar => {
  const cookies = new Map<string, Cookie>();
  return {
    keep(url, setCookies) {
      for (const written of setCookies.slice(0, MAX_COOKIES)) {
        const cookie = readCookie(url, written);
        if (cookie === null) continue;
        const key = JSON.stringify([cookie.domain ?? cookie.host, cookie.path, cookie.name]);
        if (isExpired(written, now())) cookies.delete(key);
        else if (cookies.has(key) || cookies.size < MAX_COOKIES) cookies.set(key, cookie);
      }
    },
    headerFor(url) {
      const sent = [...cookies.values()].filter((cookie) => fits(cookie, url));
      const header = sent.map(({ name, value }) => `${name}=${value}`).join('; ');
      return header === '' || header.length > MAX_HEADER_CHARS ? null : header;
    },
  };
};
