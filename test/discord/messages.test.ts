import { MessageFlags } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { md } from '../../src/discord/markup.ts';
import { type Component, renderMessage } from '../../src/discord/messages.ts';
import { type Block, customId } from '../../src/discord/reply.ts';
import { hostileText } from './hostile.ts';

const flatten = (component: Component): Component[] => [
  component,
  ...(component.components ?? []).flatMap(flatten),
  ...(component.accessory ? flatten(component.accessory) : []),
];
const everything = (components: readonly Component[]) => components.flatMap(flatten);
const characters = (components: readonly Component[]) =>
  everything(components).reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
const item = (text: string): Block => ({ kind: 'item', blocks: [{ kind: 'text', text: md`${text}` }] });

describe('a card', () => {
  it('stays within 40 components and 4000 characters, whatever it is made of', () => {
    const block = hostileText(200).map((text): Block => ({ kind: 'text', text: md`x${text}` }));
    const entry = hostileText(400).map(item);
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), fc.array(entry, { maxLength: 60 }), (head, items) => {
        const { components, allowedMentions } = renderMessage({ blocks: [...head, ...items] }, false);
        expect(everything(components).length).toBeLessThanOrEqual(40);
        expect(characters(components)).toBeLessThanOrEqual(4000);
        expect(components[0]?.components?.length).toBeGreaterThan(0);
        expect(allowedMentions).toEqual({ parse: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out items from the last on and keeps what stands after them', () => {
    const long = 'word '.repeat(300);
    const { components } = renderMessage(
      { blocks: [item(`1 ${long}`), item(`2 ${long}`), item(`3 ${long}`), { kind: 'text', text: md`end` }] },
      false,
    );
    const texts = everything(components).flatMap(({ content }) => content ?? []);
    expect(texts.map((text) => text.slice(0, 3))).toEqual(['1 w', '2 w', 'end']);
  });

  it('puts buttons in rows of five', () => {
    const buttons = Array.from({ length: 7 }, (_, index) => ({
      kind: 'action' as const,
      label: `b${index}`,
      customId: customId('ask', 'page', 'x', index),
    }));
    const { components } = renderMessage({ blocks: [{ kind: 'buttons', buttons }] }, false);
    expect(components[0]?.components?.map((row) => row.components?.length)).toEqual([5, 2]);
  });

  it('can be for one person alone', () => {
    const flags = renderMessage({ blocks: [] }, true).flags;
    expect(flags & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);
    expect(flags & MessageFlags.IsComponentsV2).toBe(MessageFlags.IsComponentsV2);
  });

  it('pings the roles it names and nobody else', () => {
    expect(renderMessage({ blocks: [], pingRoleIds: ['7'] }, false).allowedMentions).toEqual({
      parse: [],
      roles: ['7'],
    });
  });

  it('shows attached files at its end', () => {
    const { components, files } = renderMessage(
      { blocks: [], files: [{ name: 'a.opml', content: '<x/>' }] },
      true,
    );
    expect(components.at(-1)).toMatchObject({ file: { url: 'attachment://a.opml' } });
    expect(files[0]).toMatchObject({ name: 'a.opml', attachment: Buffer.from('<x/>') });
  });
});
