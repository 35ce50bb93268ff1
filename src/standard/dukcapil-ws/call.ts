/**
 * One call of an existing client: who asks by the body alone, then the same path as `/v1/verifications`, with the same bounds.
 * Nothing of the body is ever logged, nor stands in a refusal.
 */
import type { Actor } from '../../core/access/index.ts';
import type { Ground, Tx } from '../../core/db/index.ts';
import { Written, type GatheredCall, type Refused } from '../../core/http/index.ts';
import { newId } from '../../core/id/index.ts';
import { Refusal } from '../../core/refusal/index.ts';
import { readAddress } from '../../sharing/partner/index.ts';
import { answerOtherwise, type Otherwise } from '../../sharing/verification/index.ts';
import { sentIn, type Sent } from './fields.ts';
import type { KnownClient } from './gate/gate.ts';
import { readQuestion, type Question } from './read.ts';
import { refuse } from './refusals.ts';
import { enveloped, replyText, told } from './reply.ts';
import { wordOf } from './words.ts';

const VERIFY = 'CALL_VERIFY_BY_ELEMEN';
const VALUES = 'CALL_NIK';

export interface Call {
  readonly question: Question;
  readonly client: KnownClient;
}

type Body = Readonly<Record<string, unknown>> & { readonly callName: string };

/** In order: is the method served, are there credentials, are they right, where does it say it is, what does it ask. */
export async function whoCalls(
  ground: Ground,
  { callName, ...body }: Body,
  { caller: { ip } }: Pick<GatheredCall, 'caller'>,
): Promise<{ actor: Actor; input: Call }> {
  mustBeServed(callName);
  const sent = sentIn(body);
  const [userId, password, from] = ['USER_ID', 'PASSWORD', 'IP_USER'].map((name) => sent.get(name)?.text) as [
    string | undefined,
    string | undefined,
    string | undefined,
  ];
  if (!userId || !password || !from) throw refuse('dukcapil_ws.credentials_missing');
  const client = await ground.dukcapilWs.admit({ userId, password, address: ip });
  mustSayWhereItIs(ground, client, { from, ip });
  ground.dukcapilWs.used(client.credential.id, ground.clock.now());
  return { actor: client.partner.actor, input: { client, question: questionIn(ground, sent) } };
}

function mustBeServed(callName: string): void {
  switch (callName.toUpperCase()) {
    case VERIFY:
      return;
    case VALUES:
      throw refuse('dukcapil_ws.values_refused');
    default:
      throw refuse('dukcapil_ws.method_unknown');
  }
}

/** What it says of its address is compared and never trusted: the address of the call itself is judged with the grant. */
function mustSayWhereItIs(
  ground: Ground,
  { partner, credential }: KnownClient,
  { from, ip }: { from: string; ip: string },
): void {
  const said = readAddress(from);
  const real = readAddress(ip);
  if (said && real && said.family === real.family && said.value === real.value) return;
  const standing = partner.grantFor(credential.purpose, { now: ground.clock.now(), address: said ? from : '' });
  if (standing === 'partner.network_unknown') throw refuse('dukcapil_ws.address_other');
}

function questionIn({ regions }: Ground, sent: ReadonlyMap<string, Sent>): Question {
  return readQuestion(sent, { regionName: (code) => regions.nameOf(code), reference: `ws-${newId()}` });
}

/** Under the one entry, the one bill and the one access row that any verification has. */
export async function answerCalls(tx: Tx, calls: readonly GatheredCall<Call>[]): Promise<(Written | Refusal)[]> {
  const verdicts = await answerOtherwise(tx, calls.map(askedOf));
  return verdicts.map((verdict, i) =>
    verdict instanceof Refusal ? verdict : new Written(replyText(calls[i]!.input.question, verdict)),
  );
}

function askedOf({ actor, caller, input: { client, question } }: GatheredCall<Call>): Otherwise {
  const { purpose, basis, unit, userId, grantId } = client.credential;
  return {
    actor,
    // A client of before knows no keys for repeating: whatever header it sends means something else.
    caller: { ...caller, idempotencyKey: null },
    // Nobody in particular: such clients do not say who sits before them.
    why: { purpose, basis, unit, endUser: userId, via: 'dukcapil-ws' },
    item: question.item,
    grantId,
    threshold: question.threshold,
  };
}

/** A gate's refusal is an answer with a number, as clients expect it; what they could not know keeps its status. */
export const sayRefused: Refused = ({ code, status, values }, say) => {
  const word = wordOf(code);
  return { status: word.keepsStatus ? status : 200, json: enveloped(told(word, say(code, values))) };
};
