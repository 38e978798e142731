/** In: a language and a subject. Out: the public feeds of both, with one button that adds them. */

import { STARTER_FEEDS, STARTER_LANGUAGES, SUBJECTS, starterFeeds } from '../../feeds/starter-feeds.ts';
import { languageName } from '../../language/customs.ts';
import { counted, spoken, tell } from '../../language/message.ts';
import { currentLanguage } from '../../language/speaking.ts';
import { joinMarkup, md } from '../markup.ts';
import { actionButton, type Block, type Button, customId, type Reply } from '../reply.ts';
import { stepItem } from './feed-card.ts';

/** In place of a language or subject: all. */
export const ALL = 'all';

const MAX_LISTED = 25;

const capital = (word: string): string =>
  word[0]!.toLocaleUpperCase(currentLanguage().customs) + word.slice(1);

const menus = (language: string, subject: string): Block[] => [
  {
    kind: 'select',
    customId: customId('feeds', 'language', subject),
    placeholder: spoken`Language`,
    chosen: language,
    choices: [
      { name: spoken`All languages`, value: ALL },
      ...STARTER_LANGUAGES.map((value) => ({ name: languageName(value), value })),
    ],
  },
  {
    kind: 'select',
    customId: customId('feeds', 'subject', language),
    placeholder: spoken`Subject`,
    chosen: subject,
    choices: [
      { name: spoken`All subjects`, value: ALL },
      ...SUBJECTS.map((value) => ({ name: capital(tell(value)), value })),
    ],
  },
];

const orNull = (value: string): string | null => (value === ALL ? null : value);

/** The feeds of the button's arguments. */
export const chosenFeeds = (language = ALL, subject = ALL) => starterFeeds(orNull(language), orNull(subject));

export const starterFeedsCard = (language: string, subject: string): Reply => {
  const feeds = chosenFeeds(language, subject);
  const title = md`### Public news feeds to start with\n${counted(STARTER_FEEDS.length, 'feed')} in ${STARTER_LANGUAGES.length} languages; \`/feeds starter feed:…\` searches them. Whether each can be reached shows once it is read.`;
  const items = feeds
    .slice(0, MAX_LISTED)
    .map((feed) =>
      joinMarkup(
        [
          md`${feed.name}`,
          language === ALL && md`${languageName(feed.language)}`,
          subject === ALL && md`${tell(feed.subject)}`,
        ],
        ' · ',
      ),
    );
  const more = feeds.length > MAX_LISTED && md`and ${feeds.length - MAX_LISTED} more`;
  const add: Button = {
    ...actionButton(
      spoken`Add ${counted(feeds.length, 'feed')}`,
      ['feeds', 'addstarter', language, subject],
      'primary',
    ),
    disabled: feeds.length === 0,
  };
  return {
    visibility: 'private',
    blocks: [
      { kind: 'text', text: title },
      ...menus(language, subject),
      stepItem(
        items.length === 0
          ? md`No feed has this language and this subject.`
          : joinMarkup([...items, more], '\n-# '),
      ),
      { kind: 'buttons', buttons: [add] },
    ],
  };
};

/** If there is no article yet: the way to some, for those who manage feeds. */
export const starterButtons = (mayManageFeeds: boolean): Block[] =>
  mayManageFeeds
    ? [
        {
          kind: 'buttons',
          buttons: [actionButton(spoken`Add starter feeds`, ['feeds', 'starters'], 'primary')],
        },
      ]
    : [];
