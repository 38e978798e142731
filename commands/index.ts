/** Every command there is: the one list, for registration, dispatch and `/help`. */
import type { Command } from '../src/discord/command.ts';
import { alerts } from './alerts.ts';
import { article } from './article.ts';
import { ask } from './ask.ts';
import { changes } from './changes.ts';
import { checkQuote } from './check-quote.ts';
import { compare } from './compare.ts';
import { digest } from './digest.ts';
import { feeds } from './feeds.ts';
import { findCoverage } from './find-coverage.ts';
import { createHelp } from './help.ts';
import { latest } from './latest.ts';
import { limits } from './limits.ts';
import { privacy } from './privacy.ts';
import { search } from './search.ts';
import { sources } from './sources.ts';
import { status } from './status.ts';
import { story } from './story.ts';
import { subscribe } from './subscribe.ts';
import { subscriptions } from './subscriptions.ts';
import { timeline } from './timeline.ts';
import { unsubscribe } from './unsubscribe.ts';
import { why } from './why.ts';

export const commands: readonly Command[] = [
  ask,
  search,
  latest,
  article,
  sources,
  status,
  findCoverage,
  checkQuote,
  story,
  timeline,
  compare,
  changes,
  alerts,
  digest,
  subscribe,
  subscriptions,
  unsubscribe,
  why,
  feeds,
  limits,
  privacy,
  createHelp(() => commands),
];
