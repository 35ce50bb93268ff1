import { Refusal, type FieldFault } from '../../core/refusal/index.ts';

/** A use case names fields as its own input has them; where an application asks for it, that input is the application's details. */
export async function withinDetails<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.faults.length === 0) throw fault;
    const { code, status, values, faults, detail } = fault;
    throw new Refusal(code, status, { values, faults: faults.map(inDetails), ...(detail !== undefined && { detail }) });
  }
}

export const inDetails = (fault: FieldFault): FieldFault => ({ ...fault, path: `details.${fault.path}` });
