import { may, open } from '../../core/access/index.ts';
import { route, silent, writes } from '../../core/http/route.ts';
import {
  listPublicationsContract,
  publishStatementContract,
  readProvincesContract,
  readStatementContract,
} from './contract.ts';
import { publishStatement } from './publish.ts';
import { listPublications, readProvinces, readStatementForPublic } from './read.ts';

const figures = 'published figures about no person';

export const routes = [
  route(readStatementContract, {
    access: open(figures),
    ledger: silent(figures),
    handle: async (tx, actor, input) => {
      const { indicators, ...statement } = await readStatementForPublic(tx, input);
      const say = (code: string) => tx.ground.speaker.say(actor.language, `indicator.${code}`);
      return { ...statement, indicators: indicators.map((figure) => ({ ...figure, label: say(figure.code) })) };
    },
  }),
  route(readProvincesContract, {
    access: open(figures),
    ledger: silent(figures),
    handle: (tx, _actor, input) => readProvinces(tx, input),
  }),
  route(publishStatementContract, {
    access: may('statement.publish'),
    ledger: writes('statement.published'),
    handle: (tx, actor) => publishStatement(tx, actor),
  }),
  route(listPublicationsContract, {
    access: open(figures),
    ledger: silent(figures),
    handle: (tx) => listPublications(tx),
  }),
];
