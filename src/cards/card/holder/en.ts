import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'card.message.code.subject': 'Your identity card code',
  'card.message.code.text':
    'Identity card code: {code}. Asked for {at}, good for {minutes, plural, one {# minute} other {# minutes}}. Give it to nobody; officers never ask for it. It was not you? Ignore this.',
  'card.message.suspended.subject': 'Your identity card is suspended',
  'card.message.suspended.text':
    'Your identity card was reported lost {at} and is suspended. If it was found or it was not you, undo this until {until} at {address}; later only at a counter, showing the card.',
  'card.message.lifted.subject': 'Your identity card is in force again',
  'card.message.lifted.text':
    'Your identity card is in force again since {at}. If it was not you who did this, call your Dukcapil office at once.',
  'card.message.loss_closed.subject': 'The report of your loss can no longer be undone from afar',
  'card.message.loss_closed.text':
    'The report of the loss of your identity card can no longer be undone from afar. The card stays suspended. If you find it, bring it to a Dukcapil counter. If not, ask for a new one at any counter with the letter of loss of the police.',
  'card.message.contact_changed.subject': 'The contact for your identity card was changed',
  'card.message.contact_changed.text':
    'Messages about your identity card go to {contact} from now on. If you did not ask for this, call your Dukcapil office at once.',
};
