import { useState } from 'react';
import { Fingers } from '../../../web/staff/enrolment/capture/fingers.tsx';
import { Irises } from '../../../web/staff/enrolment/capture/irises.tsx';
import { packedItems, withItem, type Captured } from '../../../web/staff/enrolment/capture/captured.ts';
import { itemKey } from '../../../src/recording/biometric/schema.ts';

/** Fingers and irises as the capture page holds them, and below what a packet would carry of them. */
export function CaptureParts() {
  const [captured, setCaptured] = useState<readonly Captured[]>([]);
  const part = {
    captured,
    put: (item: Captured) => setCaptured((before) => withItem(before, item)),
    remove: (item: Parameters<typeof itemKey>[0]) =>
      setCaptured((before) => before.filter((each) => itemKey(each) !== itemKey(item))),
  };
  return (
    <>
      <h1>Perekaman</h1>
      <h2>Sepuluh jari</h2>
      <Fingers {...part} />
      <h2>Kedua iris</h2>
      <Irises {...part} />
      <pre id="packed">
        {packedItems(captured)
          .map(({ about, bytes }) =>
            [itemKey(about), about.exception ?? about.format ?? about.mediaType, about.tries, bytes.length > 0].join(
              ' ',
            ),
          )
          .join('\n')}
      </pre>
    </>
  );
}
