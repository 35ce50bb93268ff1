import { orderContract, payContract, proposeReversalContract } from '../../../../src/sharing/metering/contract.ts';
import { BILLING_CODE, NTPN } from '../../../../src/sharing/metering/rules.ts';
import { Empty } from '../../../kit/states.tsx';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useGo, useMay, useRefresh } from '../form/ask.tsx';
import type { Account } from './account.tsx';
import { readRupiah } from './money.ts';
import { texts } from './texts.ts';

type Order = Account['orders'][number];
type Payment = Order['payments'][number];

const STANDING: Readonly<Record<Order['state'], Standing>> = { waiting: 'waiting', paid: 'done', expired: 'plain' };

/** What was ordered and paid, the latest first; what can be entered stands beside what it belongs to. */
export function Orders({ account }: { account: Account }) {
  const say = useSay(texts);
  const mayManage = useMay('metering.manage');
  return (
    <section aria-labelledby="pesanan">
      <h2 id="pesanan">{say('orders')}</h2>
      {mayManage && account.pays && !account.closed && (
        <details className="act no-print">
          <summary>{say('order.enter')}</summary>
          <EnterOrder account={account} />
        </details>
      )}
      {account.orders.length === 0 ? (
        <Empty will={say('orders.none')} />
      ) : (
        <ul className="timeline-list">
          {account.orders.map((order) => (
            <li key={order.id}>
              <OneOrder order={order} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function EnterOrder({ account: { id, tariff } }: { account: Account }) {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <ActForm
      contract={orderContract}
      form={`pesanan.${id}`}
      title={say('order.enter')}
      about={say('order.enter.about')}
      submit={say('order.submit')}
      questions={() => [
        {
          name: 'billingCode',
          label: say('order.billingCode'),
          hint: say('order.billingCode.hint'),
          kind: 'code',
          most: 30,
          check: (typed) =>
            BILLING_CODE.test(typed.replaceAll(/[\s.-]/g, '')) ? undefined : say('metering.field.billing_code'),
        },
        {
          name: 'amount',
          label: say('order.amountField'),
          hint: say('order.amountField.hint'),
          most: 24,
          check: (typed) => ((readRupiah(typed) ?? 0) >= 1_000 ? undefined : say('metering.field.amount')),
        },
        { name: 'orderedOn', label: say('order.orderedOn'), kind: 'date' },
        { name: 'validUntil', label: say('order.validUntil'), kind: 'date' },
      ]}
      before={({ amount = '' }) => {
        const rupiah = readRupiah(amount);
        return rupiah !== null && tariff ? (
          <p className="soft" role="status">
            {say('order.means', { n: Math.floor(rupiah / tariff.question.nik) })}
          </p>
        ) : null;
      }}
      inputOf={({ billingCode = '', amount = '', orderedOn = '', validUntil = '' }) => ({
        id,
        billingCode,
        amount: readRupiah(amount) ?? 0,
        orderedOn,
        validUntil,
      })}
      onDone={(_, { amount = '' }) => {
        tell('done', say('order.done', { amount: format.rupiah(readRupiah(amount) ?? 0) }));
        refresh();
      }}
    />
  );
}

function OneOrder({ order }: { order: Order }) {
  const say = useSay(texts);
  const format = useFormat();
  const mayManage = useMay('metering.manage');
  const { billingCode, amount, orderedOn, validUntil, state, payments } = order;
  return (
    <>
      <p>
        <strong>{say('order.code', { code: billingCode })}</strong>{' '}
        <Tag standing={STANDING[state]}>{say(`order.state.${state}`)}</Tag>
        <span className="soft block">
          {say('order.amount', {
            amount: format.rupiah(amount),
            on: format.date(orderedOn),
            until: format.date(validUntil),
          })}
        </span>
      </p>
      {payments.map((payment) => (
        <OnePayment key={payment.id} order={order} payment={payment} />
      ))}
      {state !== 'paid' && mayManage && (
        <details className="act no-print">
          <summary>{say('pay.enter', { amount: format.rupiah(amount) })}</summary>
          <EnterPayment order={order} />
        </details>
      )}
    </>
  );
}

function EnterPayment({ order: { id, amount } }: { order: Order }) {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <ActForm
      contract={payContract}
      form={`bayar.${id}`}
      title={say('pay.enter', { amount: format.rupiah(amount) })}
      about={say('pay.about')}
      submit={say('pay.submit')}
      questions={() => [
        {
          name: 'ntpn',
          label: say('pay.ntpn'),
          hint: say('pay.ntpn.hint'),
          kind: 'code',
          most: 30,
          check: (typed) =>
            NTPN.test(typed.replaceAll(/[\s.-]/g, '').toUpperCase()) ? undefined : say('metering.field.ntpn'),
        },
        { name: 'paidOn', label: say('pay.paidOn'), kind: 'date' },
      ]}
      inputOf={({ ntpn = '', paidOn = '' }) => ({ id, ntpn, paidOn })}
      onDone={({ balance }) => {
        tell('done', say('pay.done', { balance: format.rupiah(balance) }));
        refresh();
      }}
    />
  );
}

function OnePayment({ order, payment }: { order: Order; payment: Payment }) {
  const say = useSay(texts);
  const format = useFormat();
  const mayPropose = useMay('metering.reversal.propose');
  const { ntpn, paidOn, enteredAt, enteredBy, reversed } = payment;
  return (
    <div className="payment">
      <p>
        {say('payment', { ntpn, on: format.date(paidOn) })}{' '}
        <Tag standing={reversed ? 'stopped' : 'done'}>{say(reversed ? 'payment.isReversed' : 'payment.counts')}</Tag>
        <span className="soft block">{say('payment.by', { by: enteredBy ?? '-', at: format.instant(enteredAt) })}</span>
        {reversed && (
          <span className="block">
            {say('payment.reversed', { at: format.instant(reversed.at), reason: reversed.reason })}
          </span>
        )}
      </p>
      {!reversed && mayPropose && (
        <details className="act no-print">
          <summary>{say('reverse')}</summary>
          <Reverse amount={order.amount} payment={payment} />
        </details>
      )}
    </div>
  );
}

function Reverse({ amount, payment: { id } }: { amount: number; payment: Payment }) {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const refresh = useRefresh();
  const go = useGo();
  const rupiah = format.rupiah(amount);
  return (
    <ActForm
      contract={proposeReversalContract}
      form={`balik.${id}`}
      title={say('reverse')}
      about={say('reverse.about', { amount: rupiah })}
      submit={say('reverse.submit', { amount: rupiah })}
      questions={() => [
        {
          name: 'reason',
          label: say('reverse.reason'),
          hint: say('reverse.reason.hint'),
          kind: 'words',
          least: 10,
          most: 1_000,
        },
      ]}
      inputOf={({ reason = '' }) => ({ id, reason: reason.trim() })}
      onDone={({ proposalId }) => {
        tell('waiting', say('reverse.done'));
        refresh();
        void go(`/usul/${proposalId}`);
      }}
    />
  );
}
