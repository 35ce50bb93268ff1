import { may } from '../../core/access/index.ts';
import { route, silent, writes } from '../../core/http/index.ts';
import { readCatalogue } from './catalogue/read.ts';
import {
  askWarehouseContract,
  dropQueryContract,
  exportAnswerContract,
  keepQueryContract,
  listQueriesContract,
  readCatalogueContract,
} from './contract.ts';
import { askWarehouse } from './query/ask.ts';
import { answerAsFile } from './query/export.ts';
import { mustHaveQuota } from './query/quota.ts';
import { dropQuery, keepQuery, listQueries } from './query/saved.ts';

const asking = may('warehouse.query');

export const routes = [
  route(readCatalogueContract, {
    access: asking,
    ledger: silent('tables and their meaning; no person'),
    handle: readCatalogue,
  }),
  route(askWarehouseContract, {
    access: asking,
    ledger: writes('warehouse.queried'),
    handle: async (tx, actor, query) => {
      await mustHaveQuota(tx, actor);
      return askWarehouse(tx, actor, query);
    },
  }),
  route(exportAnswerContract, {
    access: asking,
    ledger: writes('warehouse.queried'),
    handle: async (tx, actor, { query, format }) => {
      await mustHaveQuota(tx, actor);
      return answerAsFile(tx, await askWarehouse(tx, actor, query), format);
    },
  }),
  route(listQueriesContract, { access: asking, ledger: silent('shapes of questions; no person'), handle: listQueries }),
  route(keepQueryContract, { access: asking, ledger: writes('warehouse.query_saved'), handle: keepQuery }),
  route(dropQueryContract, { access: asking, ledger: writes('warehouse.query_removed'), handle: dropQuery }),
];
