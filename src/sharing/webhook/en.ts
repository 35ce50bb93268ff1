import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'webhook.address_https':
    'The address must be whole and begin with https://, without a user name, a port or a #. Example: https://system.institution.example/webhook',
  'webhook.address_internal':
    'The address must carry a name of the internet, no IP number and no name of an inner network. Example: https://system.institution.example/webhook',
  'webhook.address_known': 'This address is in the list already. Change its events there, or delete it first.',
  'webhook.no_events': 'Choose at least one event.',
  'webhook.endpoints_full': 'There are {most} addresses already. Delete one that is not used, then try again.',
  'webhook.endpoint_not_found': 'This address was not found. Perhaps it has just been deleted; reload the page.',
  'webhook.endpoint_not_on': 'This address is not on. Switch it on first, then send.',
  'webhook.secret_turning':
    'The secret of this address was replaced a short while ago, and the old one is good until {until}. Wait until then; if the new one has leaked as well, delete the address and add it again.',
  'webhook.institution_stopped':
    'The access of your institution is suspended. Until that ends only notices about the suspension are sent.',
  'webhook.nothing_to_replay': 'There is nothing of that kind to be sent anew.',
};
