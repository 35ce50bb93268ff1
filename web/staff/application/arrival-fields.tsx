import { DateField } from '../../kit/date-field.tsx';
import { FormSection } from '../../kit/form-section.tsx';
import { Failing } from '../../kit/states.tsx';
import { useSay } from '../../kit/text.tsx';
import { ChoiceField } from '../../kit/text-field.tsx';
import { faultAt, type EventDraft, type Faults } from '../event/draft.ts';
import { AddressField, FamilyField } from '../event/parts.tsx';
import { useEventWords } from '../event/words.ts';
import { useMoves } from '../move/moves.tsx';
import type { ArrivalDraft } from './arrival-values.ts';
import { texts } from './texts.ts';

/** What an application to arrive asks: the letter, the day, and what is otherwise than the letter says. */
export function ArrivalFields(given: {
  move: string;
  event: EventDraft;
  faults: Faults;
  onMove: (move: string) => void;
  onChange: (how: (now: EventDraft) => EventDraft) => void;
}) {
  const { move, event, faults, onMove, onChange } = given;
  const say = useSay(texts);
  const words = useEventWords();
  const { address, card, movers } = event.details as ArrivalDraft;
  const people = useMoves().data?.moves.find((each) => each.id === move)?.people ?? [];
  const relationOf = (ref: string, inLetter: number | null) =>
    movers?.find(({ person }) => person === ref)?.relation ?? inLetter ?? 0;
  const relate = (ref: string, to: number) =>
    set({
      movers: people.map((one) => ({
        person: one.ref,
        relation: one.ref === ref ? to : relationOf(one.ref, one.relation),
      })),
    });
  const set = (part: ArrivalDraft) => onChange((now) => ({ ...now, details: { ...now.details, ...part } }));
  return (
    <FormSection title={say('new.details')}>
      <MoveChoice value={move} error={faults['details.move']} onChange={onMove} />
      <DateField
        label={say('new.arrivedOn')}
        name="details.occurredOn"
        required
        error={faults['details.occurredOn']}
        value={event.occurredOn}
        onChange={(occurredOn) => onChange((now) => ({ ...now, occurredOn }))}
      />
      <details className="seldom" open={[address, card, movers].some((said) => said !== undefined) || undefined}>
        <summary>{say('arrival.otherwise')}</summary>
        <FamilyField
          label={say('arrival.card')}
          hint={say('card.card.hint')}
          name="details.card"
          error={faultAt(faults, 'details.card')}
          value={card}
          onChange={(chosen) => set({ card: chosen })}
        />
        {people.map(({ ref, name, relation }) => (
          <ChoiceField
            key={ref}
            label={say('arrival.relation', { name })}
            name={`details.movers.${ref}`}
            choices={words.choices('relation')}
            value={String(relationOf(ref, relation))}
            onChange={(chosen) => relate(ref, Number(chosen.target.value))}
          />
        ))}
        <AddressField
          label={say('arrival.address')}
          name="details.address"
          error={faults['details.address']}
          errorAt={(inside) => faultAt(faults, `details.address.${inside}`)}
          value={address}
          onChange={(changed) => set({ address: changed })}
        />
      </details>
    </FormSection>
  );
}

function MoveChoice({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (move: string) => void;
}) {
  const say = useSay(texts);
  const query = useMoves();
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  const moves = (query.data?.moves ?? []).filter((move) => move.direction !== 'out');
  return (
    <ChoiceField
      label={say('new.move')}
      hint={query.data && moves.length === 0 ? say('new.move.none') : undefined}
      name="details.move"
      required
      error={error}
      none={say('choose')}
      choices={moves.map((move) => ({
        value: move.id,
        label: `${move.letterNumber} · ${move.people.map((person) => person.name).join(', ')}`,
      }))}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
