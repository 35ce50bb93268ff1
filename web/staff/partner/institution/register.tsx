import {
  changeInstitutionContract,
  registerInstitutionContract,
  viewInstitutionContract,
} from '../../../../src/sharing/partner/contract.ts';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { Asked, Go, useAsk, useGo } from '../form/ask.tsx';
import { draftOf, EMPTY, InstitutionForm } from './institution-form.tsx';
import { texts } from './texts.ts';

export function RegisterInstitution() {
  const say = useSay(texts);
  const go = useGo();
  const tell = useTell();
  return (
    <>
      <p className="soft no-print">
        <Go to="/lembaga">{say('list.title')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('register.title')}
      </h1>
      <InstitutionForm
        contract={registerInstitutionContract}
        form="lembaga.baru"
        begin={EMPTY}
        extra={{}}
        submit={say('register.submit')}
        onDone={({ id }, name) => {
          tell('done', say('register.done', { name }));
          void go(`/lembaga/${id}`);
        }}
      />
    </>
  );
}

export function ChangeInstitution() {
  const id = useAddressPart('institutionId');
  const say = useSay(texts);
  const go = useGo();
  const tell = useTell();
  const query = useAsk(viewInstitutionContract, { id });
  return (
    <>
      <p className="soft no-print">
        <Go to={`/lembaga/${id}`}>{query.data?.name ?? say('title')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('change')}
      </h1>
      <p>{say('change.about')}</p>
      <Asked query={query}>
        {(page) => (
          <InstitutionForm
            contract={changeInstitutionContract}
            form={`lembaga.${id}`}
            begin={draftOf(page)}
            extra={{ id }}
            submit={say('change.submit')}
            onDone={(_, name) => {
              tell('done', say('change.done', { name }));
              void go(`/lembaga/${id}`);
            }}
          />
        )}
      </Asked>
    </>
  );
}
