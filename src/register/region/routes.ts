import { open } from '../../core/access/index.ts';
import { route, silent } from '../../core/http/route.ts';
import { findRegionContract, listRegionsContract, regionTilesContract } from './contract.ts';
import { findRegion, listRegions, regionTiles } from './find-region.ts';

const anybody = { access: open('public reference data'), ledger: silent('no person is in it and nothing changes') };

export const routes = [
  route(listRegionsContract, { ...anybody, handle: listRegions }),
  route(regionTilesContract, { ...anybody, handle: regionTiles }),
  route(findRegionContract, { ...anybody, handle: findRegion }),
];
