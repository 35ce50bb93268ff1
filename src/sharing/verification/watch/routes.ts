import { may } from '../../../core/access/index.ts';
import { route, silent, writes } from '../../../core/http/index.ts';
import { closeAlarm, seeNumber, takeUpAlarm, viewAlarms } from './alarms.ts';
import * as contracts from './contract.ts';
import { holdPace, liftPace, viewSlowed } from './slowed.ts';

const reading = may('partner.watch.read');
const acting = may('partner.watch.act');

export const watchRoutes = [
  route(contracts.viewAlarmsContract, {
    access: reading,
    ledger: silent('who asked how often; numbers of people are masked'),
    handle: viewAlarms,
  }),
  route(contracts.takeUpAlarmContract, {
    access: acting,
    ledger: writes('verification.alarm_taken_up'),
    handle: takeUpAlarm,
  }),
  route(contracts.closeAlarmContract, {
    access: acting,
    ledger: writes('verification.alarm_closed'),
    handle: closeAlarm,
  }),
  route(contracts.seeNumberContract, {
    access: may('partner.watch.number', { purpose: 'stated' }),
    ledger: writes('verification.number_seen'),
    handle: seeNumber,
  }),
  route(contracts.viewSlowedContract, {
    access: reading,
    ledger: silent('how often partners ask; nobody’s data'),
    handle: viewSlowed,
  }),
  route(contracts.liftPaceContract, { access: acting, ledger: writes('verification.pace_lifted'), handle: liftPace }),
  route(contracts.holdPaceContract, { access: acting, ledger: writes('verification.pace_held'), handle: holdPace }),
];
