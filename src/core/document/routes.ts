import { open } from '../access/index.ts';
import { route, silent } from '../http/route.ts';
import { isUuid } from '../id/index.ts';
import { checkDocument, type PaperInHand } from './check.ts';
import { checkPaperContract } from './contract.ts';
import { refuse } from './refusals.ts';

interface Asked {
  readonly qr?: string | undefined;
  readonly id?: string | undefined;
  readonly number?: string | undefined;
}

export const routes = [
  route(checkPaperContract, {
    access: open('whoever holds a paper may ask whether it is genuine; nothing personal comes back'),
    ledger: silent('no data of a person is shown'),
    handle: async (tx, _actor, input) => {
      const { checkpoint, ...checked } = await checkDocument(tx, inHand(input));
      return { ...checked, checkpoint: checkpoint && { ...checkpoint, root: checkpoint.root.toString('base64') } };
    },
  }),
];

function inHand({ qr, id, number }: Asked): PaperInHand {
  if (qr !== undefined) return number === undefined ? { qr } : { qr, number };
  if (id !== undefined && isUuid(id)) return { id };
  throw refuse('document.code_unreadable');
}
