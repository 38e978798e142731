/**
 * In: an address from outside. Out: the address as a link of a card may have it: on the web, without a login, no
 * invitation to a server, and short enough.
 */
import { campaignFree, withoutLogin } from '../domain/web-address.ts';

/** Longest address Discord takes in a link button. */
export const BUTTON_URL_MAX = 512;
/** Longest address of a picture. */
export const IMAGE_URL_MAX = 2_048;
/** Longest address in the text of a card, where several share its 4000 characters. */
export const TEXT_URL_MAX = 1_000;
/** Longest address in the text of a card if it is the only one. */
export const SINGLE_URL_MAX = 2_500;

/** Domains whose addresses Discord turns into invitations, gifts and templates, wherever they stand in a text. */
const INVITING_HOST = /discord(app)?\.(gg|gift|new)\.?$/;
const DISCORD_HOST = /discord(app)?\.com\.?$/;
const INVITING_PATH = /^\/+(invite|gifts?|template)\b/i;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const isInvitation = ({ hostname, pathname }: URL): boolean =>
  INVITING_HOST.test(hostname) || (DISCORD_HOST.test(hostname) && INVITING_PATH.test(decoded(pathname)));

/** What would be read as an invitation inside the path or query of another site's address, as its server reads it. */
const withoutInvitations = (url: URL): string => {
  const { origin } = url;
  const rest = url.href.slice(origin.length);
  return origin + rest.replace(/(discord(?:app)?)\.(?=gg|gift|new|com)/gi, '$1%2E');
};

/** The address of a page on the web, or null for anything else. */
const readWebAddress = (address: string): URL | null => {
  const url = URL.parse(withoutLogin(address));
  return url === null || !/^https?:$/.test(url.protocol) || isInvitation(url) ? null : url;
};

/** An address for a link button or a picture, as it is; null if it is not a web address, or too long. */
export const plainAddress = (address: string | null, max: number): string | null => {
  const url = address === null ? null : readWebAddress(address);
  if (url === null) return null;
  const written = withoutInvitations(url);
  return written.length > max ? null : written;
};

/** One character beyond ASCII, as percent signs. */
const ENCODED = /%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-4](?:%[89ab][\da-f]){3}/gi;

/** Letters written as six, nine or twelve characters each, as letters. */
const withLetters = (address: string): string =>
  address.replace(ENCODED, (bytes) => {
    const letter = decoded(bytes);
    return /^[\p{L}\p{M}\p{N}]$/u.test(letter) ? letter : bytes;
  });

const inMarkdown = (address: string): string =>
  address.replace(/[<>\\\s]/g, encodeURIComponent).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'));

/**
 * An address for a link in markdown. One that is too long loses its campaign and fragment, then writes its letters as
 * such; null if that is not enough, and for what is not a web address.
 */
export const linkAddress = (address: string | null, max: number): string | null => {
  const url = address === null ? null : readWebAddress(address);
  if (url === null) return null;
  const full = inMarkdown(withoutInvitations(url));
  const bare = (): string => inMarkdown(withoutInvitations(campaignFree(url)));
  return (
    [() => full, bare, () => withLetters(bare())].map((make) => make()).find((one) => one.length <= max) ??
    null
  );
};
