/** Every command there is: the one list, for registration, dispatch and `/help`. */
import type { Command } from '../src/discord/command.ts';
import { article } from './article.ts';
import { ask } from './ask.ts';
import { findCoverage } from './find-coverage.ts';
import { createHelp } from './help.ts';
import { latest } from './latest.ts';
import { search } from './search.ts';
import { sources } from './sources.ts';
import { status } from './status.ts';

export const commands: readonly Command[] = [
  ask,
  search,
  latest,
  article,
  sources,
  status,
  findCoverage,
  createHelp(() => commands),
];
