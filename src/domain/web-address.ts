/** In: web addresses as others wrote them. Out: the same without logins, tracking parameters and redirects. */

/** Query parameters that name a campaign or a click, never a page: utm_*, and those of the large ad networks. */
const TRACKING =
  /^(utm_.*|mtm_.*|pk_.*|hsa_.*|_hsenc|_hsmi|(fb|g|ms|dc|tt|tw|yc|irc)clid|[gw]braid|gclsrc|yclid|igshid|igsh|mc_[ce]id|mkt_tok|oly_(anon|enc)_id|vero_id|_ga|_gl|cmpid|ocid|xtor|ns_(campaign|mchannel|source|linkname)|at_(campaign|medium|custom[1-4]|link_.*)|ref_src|ref_url)$/i;

export const isTracking = (parameter: string): boolean => TRACKING.test(parameter);

/** A copy without tracking parameters and fragment. */
export const campaignFree = (address: URL): URL => {
  const url = new URL(address);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (isTracking(name)) url.searchParams.delete(name);
  return url;
};

/** Without user name and password, as it is if it has none: what one reader may read by these is not for all. */
export const withoutLogin = <T extends string | null>(address: T): T | string => {
  if (address === null || !address.includes('@')) return address;
  const url = URL.parse(address);
  if (url === null || (url.username === '' && url.password === '')) return address;
  url.username = '';
  url.password = '';
  return url.href;
};

/** Pages of search engines and networks that lead on to another: host and path. Alerts and news searches link through them. */
const REDIRECT =
  /^(?:(?:www\.)?google(?:\.[a-z]{2,3}){1,2}\/url|(?:www\.)?bing\.com\/news\/apiclick\.aspx|lm?\.facebook\.com\/l\.php|(?:www\.)?youtube\.com\/redirect|duckduckgo\.com\/l\/|out\.reddit\.com\/.*)$/i;
/** The parameters they lead on by. */
const TARGETS = ['url', 'q', 'u', 'uddg'];

/** Where a redirect that shows its target leads; any other address as it is. */
export const redirectTarget = (address: string): string => {
  const url = URL.parse(address);
  if (url === null || !REDIRECT.test(url.hostname + url.pathname)) return address;
  const targets = TARGETS.map((name) => url.searchParams.get(name) ?? '');
  return targets.find((target) => /^https?:\/\/\S+$/i.test(target) && URL.canParse(target)) ?? address;
};
