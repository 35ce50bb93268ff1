import type { Tx } from '../../core/db/index.ts';
import { Refusal } from '../../core/refusal/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { mustBeEnterable, type Biodata } from '../resident/index.ts';

/** The register's own checks of new biodata, with their faults under the event's fields: a name stands in `nameField`. */
export function mustBeRegistrable(tx: Tx, biodata: Biodata, day: CivilDate, nameField: string): void {
  try {
    mustBeEnterable(tx, biodata, day);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const faults = fault.faults.map((one) => ({
      ...one,
      path: `details.${one.path === 'biodata.name' ? nameField : one.path.replace(/^biodata\./, '')}`,
    }));
    throw new Refusal(fault.code, fault.status, { values: fault.values, faults });
  }
}
