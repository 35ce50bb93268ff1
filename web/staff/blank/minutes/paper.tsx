import {
  openHandoverMinutesContract,
  openShipmentMinutesContract,
  printHandoverMinutesContract,
  printShipmentMinutesContract,
} from '../../../../src/cards/blank/minutes/contract.ts';
import { useHouse } from '../../house.tsx';
import { PaperButton } from '../../register/paper/paper-button.tsx';

/** The minutes of an accepted shipment: set if they are not yet, then handed over. The same facts are never printed twice. */
export function ShipmentMinutes({
  id,
  number,
  label,
  look,
}: {
  id: string;
  number: string;
  label: string;
  look?: 'btn quiet' | 'link';
}) {
  const { client } = useHouse();
  return (
    <PaperButton
      label={label}
      of={number}
      look={look ?? 'btn quiet'}
      fetchPaper={async (idempotencyKey) => {
        await client.call(printShipmentMinutesContract, { id }, { idempotencyKey });
        return client.call(openShipmentMinutesContract, { id });
      }}
    />
  );
}

/** The same of a store's change of keeper: of the last one, or of the one with this number. */
export function HandoverMinutes({
  storeId,
  number,
  label,
  look,
}: {
  storeId: string;
  number?: string;
  label: string;
  look?: 'btn quiet' | 'link';
}) {
  const { client } = useHouse();
  const of = { id: storeId, ...(number === undefined ? {} : { number }) };
  return (
    <PaperButton
      label={label}
      {...(number === undefined ? {} : { of: number })}
      look={look ?? 'btn quiet'}
      fetchPaper={async (idempotencyKey) => {
        await client.call(printHandoverMinutesContract, of, { idempotencyKey });
        return client.call(openHandoverMinutesContract, of);
      }}
    />
  );
}
