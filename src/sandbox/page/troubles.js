/** The panel that makes this Discord misbehave, to see what the bot makes of it. */
import { announce } from './dom.js';
import { attempt } from './failures.js';
import { openMenu } from './menu.js';
import { channel, post } from './store.js';

export function openTroubles(opener) {
  const here = channel();
  const inGuild = here && here.kind !== 'direct';
  const entries = [
    { heading: 'Requests of the bot' },
    deed('fail-next', 'Fail the next one', 'error 500'),
    deed('limit-next', 'Rate limit the next one', '429, 2 s'),
    deed('slow', 'Slow down the next five', '2 s each'),
    deed('too-slow', 'Hold the next one too long', '3.5 s'),
    deed('clear', 'Behave again'),
    { heading: 'Gateway' },
    deed('drop', 'Drop the connection'),
    deed('invalidate', 'Invalidate the session'),
    ...(inGuild
      ? [
          { heading: here.kind === 'thread' ? 'This thread' : `#${here.name}` },
          here.botMuted
            ? deed('unmute', 'Let the bot post here again')
            : deed('mute', 'Forbid the bot to post here'),
          { ...deed('delete-channel', 'Delete the channel'), danger: true },
        ]
      : []),
    { heading: 'Server' },
    { ...deed('kick', 'Remove the bot'), danger: true },
    deed('invite', 'Invite the bot again'),
    deed('forget-nonces', 'Forget message nonces'),
  ];
  openMenu('Make Discord misbehave', entries, opener.getBoundingClientRect(), opener);
}

function deed(trouble, label, hint) {
  const act = async () => {
    await post('trouble', { trouble });
    announce(`Done: ${label}`);
  };
  return { label, hint, act: () => attempt(label, act) };
}
