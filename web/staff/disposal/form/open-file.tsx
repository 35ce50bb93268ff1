import { useState } from 'react';
import type { CallOf, Contract } from '../../../../src/core/http/contract.ts';
import { Failing } from '../../../kit/states.tsx';
import { saveFile } from '../../download.ts';
import { useHouse } from '../../house.tsx';

/** A paper for the device; when it cannot be had, why. */
export function OpenFile<C extends Contract & { kind: 'file' }>({
  contract,
  input,
  label,
}: {
  contract: C;
  input: CallOf<C>;
  label: string;
}) {
  const { client } = useHouse();
  const [error, setError] = useState<unknown>(null);
  const open = async () => {
    try {
      setError(null);
      saveFile((await client.call(contract, input)) as Parameters<typeof saveFile>[0]);
    } catch (fault) {
      setError(fault);
    }
  };
  return (
    <div>
      {error !== null && <Failing error={error} />}
      <button type="button" className="btn quiet" onClick={() => void open()}>
        {label}
      </button>
    </div>
  );
}
