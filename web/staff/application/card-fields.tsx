import { FormSection } from '../../kit/form-section.tsx';
import { useSay } from '../../kit/text.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { faultAt, type Faults } from '../event/draft.ts';
import { AddressField, FamilyField, SeatsField } from '../event/parts.tsx';
import { CHANGES, hasAddress, type CardDraft, type CardKind } from './card-values.ts';
import { texts } from './texts.ts';

/** What an application for a family card asks: which card and how it changes, who is in it, where it is. */
export function CardFields({
  kind,
  draft,
  faults,
  onChange,
}: {
  kind: CardKind;
  draft: CardDraft;
  faults: Faults;
  onChange: (part: CardDraft) => void;
}) {
  const say = useSay(texts);
  const error = (name: string) => faultAt(faults, `details.${name}`);
  return (
    <FormSection title={say('new.details')}>
      {kind === 'family_card.change' && (
        <>
          <ChoiceField
            label={say('card.change')}
            name="details.change"
            required
            error={error('change')}
            none={say('choose')}
            choices={CHANGES.map((change) => ({ value: change, label: say(`card.change.${change}`) }))}
            value={draft.change ?? ''}
            onChange={(event) => onChange({ change: event.target.value })}
          />
          <FamilyField
            label={say('card.card')}
            hint={say('card.card.hint')}
            name="details.card"
            required
            error={error('card')}
            value={draft.card}
            onChange={(card) => onChange({ card: card as NonNullable<typeof card> })}
          />
        </>
      )}
      <SeatsField
        label={say('card.members')}
        hint={say('card.members.hint')}
        name="details.members"
        search={say('card.members.search')}
        error={error('members')}
        value={draft.members}
        onChange={(members) => onChange({ members: members ?? [] })}
      />
      {hasAddress(kind, draft) && (
        <AddressField
          label={say('card.address')}
          name="details.address"
          required
          error={error('address')}
          errorAt={(inside) => error(`address.${inside}`)}
          value={draft.address}
          onChange={(address) => onChange({ address: address as NonNullable<typeof address> })}
        />
      )}
      <TextField
        label={say('act.reason')}
        name="details.reason"
        required
        maxLength={500}
        error={error('reason')}
        value={draft.reason ?? ''}
        onChange={(event) => onChange({ reason: event.target.value })}
      />
    </FormSection>
  );
}
