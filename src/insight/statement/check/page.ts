/** The public page on which anybody checks a press text. What is pasted is in no log and no table. */
import type { Tx } from '../../../core/db/index.ts';
import { publicPage, type PublicRequest } from '../../../core/http/web.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { checkText } from './check.ts';
import { LONGEST_TEXT, type CheckTextPage } from './schema.ts';

export const checkTextPage = publicPage<CheckTextPage>({
  path: '/periksa-pernyataan',
  component: 'check-text',
  takesForm: true,
  rate: { perMinute: 12 },
  status: ({ fault }) => (fault === null ? 200 : 422),
  load: loadCheckText,
});

export async function loadCheckText(tx: Tx, { form, language }: PublicRequest): Promise<CheckTextPage> {
  const text = (form?.['teks'] ?? '').replaceAll('\r\n', '\n');
  if (form === null) return { typed: '', fault: null, checked: null };
  try {
    return { typed: text, fault: null, checked: await checkText(tx, { text, language }) };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    // Also what was too long stays in its field, as far as it could have come from it.
    return {
      typed: text.slice(0, LONGEST_TEXT * 2),
      fault: tx.ground.speaker.say(language, fault.code, fault.values),
      checked: null,
    };
  }
}
