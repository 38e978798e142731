/** In: a place in Discord. Out: what is heard there. The one place that decides it, for commands, digests and alerts. */
import type { Backend, Questions } from './backend/backend.ts';
import { type Audience, audienceKey, EVERYONE } from './domain/audience.ts';
import { settingIn } from './domain/channel-settings.ts';
import type { ArticleReader } from './store/article-store.ts';
import type { SourceChoiceStore, SourceChoices } from './store/source-choice-store.ts';

/** A channel, thread or forum post of a server; both null in direct messages. */
interface HeardPlace {
  readonly guildId: string | null;
  readonly channelId: string | null;
}

/** What can be asked and read in a place. In places of one key everything is heard alike. */
interface Heard {
  readonly questions: Questions;
  readonly articles: ArticleReader;
  readonly key: string;
  /** Whether sources were chosen for that place. */
  readonly isChosen: boolean;
}

export interface HearingSources {
  readonly backend: Pick<Backend, 'hearing'>;
  /** All there are. */
  readonly articles: ArticleReader;
  readonly choices: Pick<SourceChoiceStore, 'of' | 'all'>;
  /** The channel that a thread or forum post is in; null of others. */
  parentOf(channelId: string): Promise<string | null>;
}

interface HearingOptions {
  /** As if no sources were chosen there: to choose others. */
  readonly unchosen?: boolean;
}

/** Null stands for direct messages. */
export interface Hearing {
  at(place: HeardPlace | null, options?: HearingOptions): Promise<Heard>;
  /** In the order of the places, by a few look-ups however many they are. Places of one key share one `Heard`. */
  atEach(places: readonly (HeardPlace | null)[]): Promise<readonly Heard[]>;
}

const audienceOf = (
  guildId: string,
  own: ReadonlySet<string>,
  chosen: readonly string[] | null,
): Audience => ({
  guildId: own.has(guildId) ? guildId : null,
  sources: chosen?.map((name) => name.toLowerCase()) ?? null,
});

/** Servers that have and chose nothing of their own hear the same: digests are planned for them together. */
export const createHearing = ({ backend, articles, choices, parentOf }: HearingSources): Hearing => {
  const chosenIn = async (
    chosen: SourceChoices,
    channelId: string | null,
  ): Promise<readonly string[] | null> =>
    channelId === null ? chosen.server : settingIn(chosen, channelId, parentOf);
  const heardBy = (audience: Audience): Heard => {
    const questions = backend.hearing(audience);
    return {
      questions,
      articles: articles.hearing(audience),
      key: audienceKey(audience),
      isChosen: audience.sources !== null,
    };
  };
  const at: Hearing['at'] = async (place, { unchosen = false } = {}) => {
    if (place === null || place.guildId === null) return heardBy(EVERYONE);
    const { guildId, channelId } = place;
    const chosen = unchosen ? null : await chosenIn(await choices.of(guildId), channelId);
    return heardBy(audienceOf(guildId, await articles.serversWithOwn(), chosen));
  };
  const atEach: Hearing['atEach'] = async (places) => {
    const own = await articles.serversWithOwn();
    const choicesOf = await choices.all();
    const known = new Map<string, Heard>();
    const heard: Heard[] = [];
    for (const place of places) {
      const guildId = place?.guildId ?? null;
      const audience =
        guildId === null
          ? EVERYONE
          : audienceOf(guildId, own, await chosenIn(choicesOf(guildId), place!.channelId));
      const key = audienceKey(audience);
      heard.push(known.getOrInsertComputed(key, () => heardBy(audience)));
    }
    return heard;
  };
  return { at, atEach };
};
