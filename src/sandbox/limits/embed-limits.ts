/** A message's embeds in; their faults noted. Lengths are Discord's documented ones. */
import type { APIEmbed } from 'discord.js';
import type { Path, Problems } from './problems.ts';
import { checkUrl } from './url-limits.ts';

/** All texts of all embeds of one message. */
const MAX_CHARACTERS = 6000;

export function checkEmbeds(problems: Problems, embeds: APIEmbed[]): void {
  problems.count(['embeds'], embeds.length, { max: 10 });
  embeds.forEach((embed, index) => {
    checkEmbed(problems, ['embeds', index], embed);
  });
  const characters = embeds.flatMap(textsOf).reduce((sum, text) => sum + text.length, 0);
  if (characters > MAX_CHARACTERS) {
    const message = `Embed size exceeds maximum size of ${MAX_CHARACTERS}`;
    problems.add(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', message);
  }
}

function checkEmbed(problems: Problems, path: Path, embed: APIEmbed): void {
  problems.text([...path, 'title'], embed.title, { max: 256 });
  problems.text([...path, 'description'], embed.description, { max: 4096 });
  problems.text([...path, 'footer', 'text'], embed.footer?.text, { max: 2048 });
  problems.text([...path, 'author', 'name'], embed.author?.name, { max: 256 });
  problems.count([...path, 'fields'], embed.fields?.length ?? 0, { max: 25 });
  embed.fields?.forEach((field, index) => {
    problems.text([...path, 'fields', index, 'name'], field.name, { min: 1, max: 256 });
    problems.text([...path, 'fields', index, 'value'], field.value, { min: 1, max: 1024 });
  });
  checkUrl(problems, [...path, 'url'], embed.url);
  checkUrl(problems, [...path, 'author', 'url'], embed.author?.url);
  checkUrl(problems, [...path, 'image', 'url'], embed.image?.url, ['attachment:']);
  checkUrl(problems, [...path, 'thumbnail', 'url'], embed.thumbnail?.url, ['attachment:']);
  if (embed.color != null && !(embed.color >= 0 && embed.color <= 0xffffff)) {
    problems.add(
      [...path, 'color'],
      'NUMBER_TYPE_MAX',
      'int value should be less than or equal to 16777215.',
    );
  }
  if (embed.timestamp != null && Number.isNaN(Date.parse(embed.timestamp))) {
    problems.add([...path, 'timestamp'], 'DATE_TIME_TYPE_PARSE', `Could not parse ${embed.timestamp}.`);
  }
}

function textsOf(embed: APIEmbed): string[] {
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name, ...fields];
  return texts.filter((text) => typeof text === 'string');
}
