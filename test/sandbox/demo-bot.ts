/** A small discord.js bot for the sandbox's own tests: a command of each kind, buttons, a menu, a form, autocomplete. */
import {
  ActionRowBuilder,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  ContainerBuilder,
  ContextMenuCommandBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  Partials,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Sandbox } from '../../src/sandbox/open-sandbox.ts';

const commands = [
  new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Ask a question about the news')
    .addStringOption((o) => o.setName('question').setDescription('What you want to know').setRequired(true))
    .addStringOption((o) => o.setName('source').setDescription('Only this source').setAutocomplete(true))
    .addIntegerOption((o) => o.setName('count').setDescription('How many').setMinValue(1).setMaxValue(5))
    .addBooleanOption((o) => o.setName('private').setDescription('Only you see the answer')),
  new SlashCommandBuilder().setName('slow').setDescription('Answers too late'),
  new SlashCommandBuilder().setName('later').setDescription('Thinks first'),
  new SlashCommandBuilder().setName('file').setDescription('Sends a file'),
  new SlashCommandBuilder()
    .setName('subscribe')
    .setDescription('Subscribe a channel')
    .setDefaultMemberPermissions('32')
    .addChannelOption((o) => o.setName('channel').setDescription('Where digests go'))
    .addRoleOption((o) => o.setName('role').setDescription('Whom to ping'))
    .addStringOption((o) => o.setName('topic').setDescription('Words that must appear'))
    .addStringOption((o) => o.setName('source').setDescription('Only this source'))
    .addStringOption((o) => o.setName('when').setDescription('How often'))
    .addStringOption((o) => o.setName('time').setDescription('The hour'))
    .addStringOption((o) => o.setName('day').setDescription('The day'))
    .addStringOption((o) => o.setName('timezone').setDescription('The time zone of the hour'))
    .addIntegerOption((o) => o.setName('max').setDescription('Stories at most'))
    .addBooleanOption((o) => o.setName('quiet_line').setDescription('Say when nothing is new'))
    .addBooleanOption((o) => o.setName('publish').setDescription('Publish to followers')),
  new ContextMenuCommandBuilder().setName('Find coverage').setType(ApplicationCommandType.Message),
].map((command) => command.toJSON());

/** Connects the bot, registers its commands, and resolves when both are done. Destroy the client at the end. */
export async function startDemoBot(
  sandbox: Sandbox,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: sandbox.apiUrl },
    ...options,
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot || !message.mentions.has(client.user!) === message.inGuild()) return;
    void message.reply({ content: `You said: ${message.content}`, allowedMentions: { parse: [] } });
  });
  await client.login(sandbox.token);
  const connected = await ready;
  await connected.application.commands.set(commands);
  return connected;
}

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const sources = ['Harbour Post', 'Hill Gazette', 'Valley Times'].filter((one) =>
      one.toLowerCase().includes(typed),
    );
    await interaction.respond(sources.map((name) => ({ name, value: name })));
  } else if (interaction.isChatInputCommand()) {
    await runCommand(interaction);
  } else if (interaction.isMessageContextMenuCommand()) {
    const flags = MessageFlags.Ephemeral;
    await interaction.reply({ content: `Coverage of: ${interaction.targetMessage.content}`, flags });
  } else if (interaction.isButton()) {
    await pressed(interaction);
  } else if (interaction.isStringSelectMenu()) {
    await interaction.reply({
      content: `Chosen: ${interaction.values.join(', ')}`,
      flags: MessageFlags.Ephemeral,
    });
  } else if (interaction.isModalSubmit()) {
    await interaction.reply({ ...card(interaction.fields.getTextInputValue('question'), 1) });
  }
}

async function pressed(interaction: Interaction & { isButton(): boolean }): Promise<void> {
  if (!interaction.isButton()) return;
  if (interaction.customId === 'follow-up') await interaction.showModal(form());
  else await interaction.update(card('the next page', Number(interaction.customId.split(':')[1])));
}

async function runCommand(interaction: ChatInputCommandInteraction): Promise<void> {
  switch (interaction.commandName) {
    case 'ask': {
      const payload = card(interaction.options.getString('question', true), 1);
      const isPrivate = interaction.options.getBoolean('private') ?? false;
      const flags = isPrivate ? ((payload.flags | MessageFlags.Ephemeral) as never) : payload.flags;
      await interaction.reply({ ...payload, flags });
      break;
    }
    case 'later':
      await interaction.deferReply();
      await interaction.editReply(card('later', 1));
      break;
    case 'file':
      await interaction.reply({
        content: 'Here it is.',
        files: [new AttachmentBuilder(Buffer.from('the whole article'), { name: 'article.txt' })],
      });
      break;
    case 'subscribe':
      await interaction.reply({
        content: `Channel: ${interaction.options.getChannel('channel')?.name ?? 'this'}`,
      });
      break;
  }
}

/** A card of the second kind of components, as Dateline's are. */
function card(question: string, page: number) {
  const container = new ContainerBuilder()
    .setAccentColor(0x2563eb)
    .addTextDisplayComponents((text) => text.setContent(`### ${question}\n-# page ${page}`))
    .addSeparatorComponents((line) => line)
    .addSectionComponents((section) =>
      section
        .addTextDisplayComponents((text) =>
          text.setContent(
            '> The harbour **flood** barrier held through the night.\n[Harbour Post](https://example.org/flood) · <t:1735689600:D>',
          ),
        )
        .setButtonAccessory((button) =>
          button.setCustomId('read').setLabel('Read on').setStyle(ButtonStyle.Secondary).setDisabled(true),
        ),
    )
    .addActionRowComponents<ButtonBuilder | StringSelectMenuBuilder>(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder()
          .setCustomId(`page:${page + 1}`)
          .setLabel('Next')
          .setStyle(ButtonStyle.Primary),
        new ButtonBuilder().setCustomId('follow-up').setLabel('Follow up').setStyle(ButtonStyle.Secondary),
        new ButtonBuilder().setURL('https://example.org/').setLabel('Source').setStyle(ButtonStyle.Link),
      ),
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder()
          .setCustomId('sort')
          .setPlaceholder('Sort by')
          .addOptions(
            { label: 'Newest', value: 'newest', description: 'Latest first' },
            { label: 'Best', value: 'best' },
          ),
      ),
    );
  const flags: MessageFlags.IsComponentsV2 = MessageFlags.IsComponentsV2;
  return { components: [container], flags, allowedMentions: { parse: [] as never[] } };
}

function form(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('follow-up-form')
    .setTitle('Follow up')
    .addLabelComponents((label) =>
      label
        .setLabel('Your question')
        .setDescription('It keeps the subject of the first one')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('question').setStyle(TextInputStyle.Short).setMaxLength(200),
        ),
    );
}
