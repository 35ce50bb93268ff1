import { takeInContract } from '../../../../src/cards/disposal/contract.ts';
import { OLDEST_CARD, PIECE_CAUSES, type PieceCause } from '../../../../src/cards/disposal/rules.ts';
import type { IntakeReport } from '../../../../src/cards/disposal/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../form/act-form.tsx';
import type { Question, Values } from '../form/field.tsx';
import { texts as wordTexts } from '../words/texts.ts';
import { texts } from './texts.ts';

const plainUid = (text: string) => text.replaceAll(/[\s:-]/g, '').toUpperCase();
const plainSerial = (text: string) => text.replaceAll(/[\s.]/g, '');

/** One piece as it lies on the counter. A refused one leaves the form as it was typed. */
export function TakeInOne({ cut, onReport }: { cut: boolean; onReport: (report: IntakeReport) => void }) {
  const say = useSay(texts);
  const tell = useTell();
  const questions = useQuestions(cut);
  return (
    <ActForm
      contract={takeInContract}
      form="terima"
      title={say('one')}
      submit={say('submit')}
      keeps={['source', 'kind', 'cause']}
      questions={questions}
      inputOf={inputOf}
      onDone={(report) => {
        onReport(report);
        if (report.kept === 0) return false;
        tell('done', say('done'));
        return true;
      }}
    />
  );
}

function inputOf(values: Values) {
  const { source = '', kind, unreadable, nik = '', serial = '', uid = '', cause, year = '', cut } = values;
  return {
    source: source.trim(),
    piece: {
      kind: kind === 'blank' ? ('blank' as const) : ('card' as const),
      nik: kind === 'blank' || unreadable ? null : nik,
      serial: plainSerial(serial) || null,
      uid: plainUid(uid) || null,
      cause: cause as PieceCause,
      printedYear: year.trim() === '' ? null : Number(year),
      cut: Boolean(cut),
    },
  };
}

function useQuestions(cut: boolean) {
  const say = useSay(texts);
  const words = useSay(wordTexts);
  return ({ kind, unreadable }: Values): readonly Question[] => [
    { name: 'source', label: say('source'), hint: say('source.hint'), most: 120 },
    {
      name: 'kind',
      label: say('kind'),
      kind: 'choice',
      choices: (['card', 'blank'] as const).map((value) => ({ value, label: words(`kind.${value}`) })),
    },
    ...(kind === 'blank' ? [] : [{ name: 'unreadable', label: say('unreadable'), kind: 'tick' } as const]),
    ...(kind === 'blank' || unreadable ? [] : [{ name: 'nik', label: say('nik'), kind: 'nik' } as const]),
    {
      name: 'serial',
      label: say('serial'),
      hint: say('serial.hint'),
      kind: 'code',
      optional: kind !== 'blank',
      check: (text) => (/^[0-9]{1,18}$/.test(plainSerial(text)) ? undefined : say('serial.wrong')),
    },
    {
      name: 'uid',
      label: say('uid'),
      hint: say('uid.hint'),
      kind: 'code',
      optional: true,
      check: (text) => (/^[0-9A-F]{14}$/.test(plainUid(text)) ? undefined : say('uid.wrong')),
    },
    {
      name: 'cause',
      label: say('cause'),
      kind: 'choice',
      choices: PIECE_CAUSES.map((value) => ({ value, label: words(`cause.${value}`) })),
    },
    {
      name: 'year',
      label: say('year'),
      kind: 'count',
      optional: true,
      check: (text) => (Number(text) >= OLDEST_CARD && Number(text) <= 2100 ? undefined : say('year.wrong')),
    },
    ...(cut ? [{ name: 'cut', label: say('cut'), kind: 'tick' } as const] : []),
  ];
}
