import { may } from '../../../core/access/index.ts';
import { route, silent, writes } from '../../../core/http/index.ts';
import * as contracts from './contract.ts';
import {
  openHandoverMinutes,
  openShipmentMinutes,
  printHandoverMinutes,
  printShipmentMinutes,
  viewMinutes,
} from './minutes.ts';

const reading = may('blank.read');

export const minutesRoutes = [
  route(contracts.listMinutesContract, {
    access: reading,
    ledger: silent('numbers of papers and who handed over; no citizen'),
    handle: viewMinutes,
  }),
  route(contracts.printShipmentMinutesContract, {
    access: reading,
    ledger: writes('blank.minutes_printed'),
    handle: printShipmentMinutes,
  }),
  route(contracts.openShipmentMinutesContract, {
    access: reading,
    ledger: writes('blank.minutes_opened'),
    handle: openShipmentMinutes,
  }),
  route(contracts.printHandoverMinutesContract, {
    access: reading,
    ledger: writes('blank.minutes_printed'),
    handle: printHandoverMinutes,
  }),
  route(contracts.openHandoverMinutesContract, {
    access: reading,
    ledger: writes('blank.minutes_opened'),
    handle: openHandoverMinutes,
  }),
];
