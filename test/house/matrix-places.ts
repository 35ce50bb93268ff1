import { BANDUNG, PONDOK_KELAPA } from '../given/people.ts';

/** What a thing of a region is called in requests: the test makes one inside the officer's region and one outside. */
export interface Things {
  readonly officeId: string;
  /** An office under which a new unit may be opened, and that unit's region. */
  readonly unitRegion: string;
  readonly officerId: string;
  readonly personRef: string;
  readonly familyRef: string;
  readonly familyNumber: string;
  /** Somebody else, on whom the great acts are tried. */
  readonly otherRef: string;
}

export interface Asking {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const reason = { reason: 'alasan percobaan' };
const person = ({ personRef }: Things): Asking => ({ params: { ref: personRef } });
const family = ({ familyRef }: Things): Asking => ({ params: { ref: familyRef } });
const officer = ({ officerId }: Things): Asking => ({ params: { officerId }, body: reason });

/** How to ask each route for a thing of a region: outside it must be refused, inside it must not be. */
export const BY_PLACE: Readonly<Record<string, (things: Things) => Asking>> = {
  'POST /v1/offices': ({ officeId, unitRegion }) => ({
    body: {
      kind: 'unit',
      name: `UPT ${unitRegion}`,
      regionCode: unitRegion,
      zone: 'Asia/Jakarta',
      parentId: officeId,
      openedOn: '2018-12-01',
    },
  }),
  'PUT /v1/offices/:officeId': ({ officeId, unitRegion }) => ({
    params: { officeId },
    body: { name: `Kantor baru ${unitRegion}`, zone: 'Asia/Jakarta', occurredOn: '2018-12-01' },
  }),
  'POST /v1/offices/:officeId/close': ({ officeId }) => ({ params: { officeId }, body: { closedOn: '2018-12-11' } }),
  'GET /v1/officers/:officerId': ({ officerId }) => ({ params: { officerId } }),
  'POST /v1/officers/:officerId/code': ({ officerId }) => ({ params: { officerId } }),
  'POST /v1/officers/:officerId/disable': officer,
  'POST /v1/officers/:officerId/enable': officer,
  'POST /v1/officers/:officerId/retire': officer,
  'POST /v1/officers/posts': ({ officerId, officeId }) => ({
    body: { change: { change: 'grant', officerId, officeId, role: 'auditor', from: '2018-12-11', until: null } },
  }),
  'GET /v1/residents/:ref': person,
  'GET /v1/residents/:ref/protected': person,
  'GET /v1/residents/:ref/history': person,
  'GET /v1/residents/:ref/looks': person,
  'GET /v1/residents/:ref/standing': person,
  'GET /v1/residents/:ref/erasure': person,
  'GET /v1/residents/:ref/family': person,
  'GET /v1/families/:ref': family,
  'POST /v1/families/find': ({ familyNumber }) => ({ body: { number: familyNumber } }),
  'POST /v1/residents/:ref/corrections': ({ personRef }) => ({
    params: { ref: personRef },
    body: { seenVersion: 1, changes: { address: 'JALAN CONTOH 2' }, legalBasis: 'percobaan', ...reason },
  }),
  'POST /v1/events': ({ personRef, unitRegion }) => ({ body: stillborn(personRef, unitRegion) }),
  'POST /v1/events/preview': ({ personRef, unitRegion }) => ({ body: stillborn(personRef, unitRegion) }),
  'POST /v1/applications': ({ personRef }) => ({ body: { kind: 'family_card.new', applicant: personRef } }),
  'GET /v1/residents/:ref/recording': person,
  'GET /v1/residents/:ref/uniqueness': person,
  'POST /v1/stations/codes': ({ officeId }) => ({ body: { officeId, name: 'Loket 1', kind: 'fixed' } }),
  'GET /v1/coverage': ({ unitRegion }) => ({ query: { region: unitRegion } }),
  'GET /v1/packets/board': ({ unitRegion }) => ({ query: { region: unitRegion } }),
  'POST /v1/coverage/people': ({ unitRegion }) => ({ body: { region: unitRegion } }),
  'POST /v1/queue': ({ officeId, otherRef }) => ({ body: { person: otherRef, officeId, day: '2099-12-01' } }),
  'GET /v1/queue': ({ officeId }) => ({ query: { officeId } }),
  'GET /v1/queue/along': ({ officeId }) => ({ query: { officeId } }),
  'POST /v1/queue/call': ({ officeId }) => ({ body: { officeId } }),
  'GET /v1/visits/plan': ({ officeId, unitRegion }) => ({ query: { officeId, region: unitRegion } }),
  'POST /v1/visits': ({ unitRegion }) => ({
    body: {
      villageCode: unitRegion === '317507' ? PONDOK_KELAPA : BANDUNG,
      day: '2099-12-01',
      place: 'Balai warga',
    },
  }),
  'POST /v1/blanks/stores': ({ officeId, officerId }) => ({
    body: { officeId, name: 'Gudang', kind: 'regency', keeperId: officerId },
  }),
  'GET /v1/blanks/stores': ({ unitRegion }) => ({ query: { region: unitRegion } }),
  'GET /v1/blanks/discrepancies': ({ unitRegion }) => ({ query: { region: unitRegion } }),
  'GET /v1/disposal/bags': ({ unitRegion }) => ({ query: { region: unitRegion } }),
  'GET /v1/disposal/differences': ({ unitRegion }) => ({ query: { region: unitRegion } }),
  'GET /v1/disposal/plans': ({ unitRegion }) => ({ query: { region: unitRegion } }),
  'GET /v1/disposal/reports': ({ unitRegion }) => ({ query: { region: unitRegion } }),
  'GET /v1/found': ({ unitRegion }) => ({ query: { region: unitRegion } }),
  'POST /v1/found': ({ unitRegion }) => ({
    body: { place: 'Lahan kosong', regionCode: unitRegion, foundOn: '2018-12-08', finder: 'WARGA CONTOH' },
  }),
  'POST /v1/residents/:ref/deactivation': ({ otherRef }) => ({
    params: { ref: otherRef },
    body: { legalBasis: 'percobaan', effectiveOn: '2018-12-31', ...reason },
  }),
};

/** An event that changes nobody. */
function stillborn(mother: string, unitRegion: string) {
  return {
    kind: 'stillbirth',
    occurredOn: '2018-12-10',
    villageCode: unitRegion === '317507' ? PONDOK_KELAPA : BANDUNG,
    details: { mother, sex: 1, birthPlace: 'CONTOH', weeks: 30, proofNumber: 'percobaan' },
  };
}

const EVENT = 'src/register/civil-event tries it from both sides';
const OWN = 'one acts on oneself only';
const LOG = 'the log is one for the nation and names nobody';
const LIST = 'lists what lies in the own region and nothing else';

const BLANKS = 'src/cards/blank tries it from both sides';
const DISPOSAL = 'src/cards/disposal tries it from both sides';
const PAIRS = 'src/recording/uniqueness tries it from both sides';
const PACKETS = 'src/recording/enrolment/intake tries it from both sides';

/** Routes in which no region is asked for, and why that is right. */
export const NOWHERE: Readonly<Record<string, string>> = {
  'GET /v1/regions': 'public reference data',
  'POST /v1/blanks/deliveries': 'only the centre receives; src/cards/blank tries it',
  'POST /v1/blanks/deliveries/:id/manifest': 'only the centre receives; src/cards/blank tries it',
  'GET /v1/blanks/deliveries': 'what the ministry buys is public knowledge',
  'POST /v1/blanks/deliveries/:id/counts': 'only the centre receives; src/cards/blank tries it',
  'GET /v1/blanks/stores/:id': BLANKS,
  'POST /v1/blanks/stores/:id/counts': BLANKS,
  'POST /v1/blanks/stores/:id/differences': BLANKS,
  'POST /v1/blanks/stores/:id/handover-counts': BLANKS,
  'POST /v1/blanks/stores/:id/handover': BLANKS,
  'POST /v1/blanks/shipments': BLANKS,
  'GET /v1/blanks/shipments': BLANKS,
  'GET /v1/blanks/shipments/:id': BLANKS,
  'POST /v1/blanks/shipments/:id/counts': BLANKS,
  'POST /v1/blanks/shipments/:id/differences': BLANKS,
  'POST /v1/blanks/shipments/:id/return': BLANKS,
  'POST /v1/blanks/discrepancies/:id/settlement': BLANKS,
  'POST /v1/blanks/movements/:id/reversal': BLANKS,
  'POST /v1/blanks/trace': 'a blank is traced over the nation; nobody’s data is in it',
  'POST /v1/disposal/pieces': "what comes in lies at the officer's own office",
  'POST /v1/disposal/lists': "what comes in lies at the officer's own office",
  'GET /v1/disposal/pieces': "what comes in lies at the officer's own office",
  'POST /v1/disposal/bags': "what comes in lies at the officer's own office",
  'POST /v1/disposal/reports': "what comes in lies at the officer's own office",
  'POST /v1/disposal/pieces/:id/release': DISPOSAL,
  'GET /v1/disposal/bags/:id': DISPOSAL,
  'POST /v1/disposal/bags/:id/pieces': DISPOSAL,
  'POST /v1/disposal/bags/:id/removals': DISPOSAL,
  'POST /v1/disposal/bags/:id/seal': DISPOSAL,
  'POST /v1/disposal/bags/:id/counts': DISPOSAL,
  'POST /v1/disposal/bags/:id/place': DISPOSAL,
  'POST /v1/disposal/dispatches': DISPOSAL,
  'POST /v1/disposal/bags/:id/receipt': DISPOSAL,
  'POST /v1/disposal/differences/:id/settlement': DISPOSAL,
  'POST /v1/disposal/bags/:id/holds': DISPOSAL,
  'POST /v1/disposal/holds/:holdId/lift': DISPOSAL,
  'POST /v1/disposal/plans': DISPOSAL,
  'GET /v1/disposal/plans/:id': DISPOSAL,
  'POST /v1/disposal/plans/:id/cancellation': DISPOSAL,
  'POST /v1/disposal/plans/:id/beginning': DISPOSAL,
  'POST /v1/disposal/plans/:id/seals': DISPOSAL,
  'POST /v1/disposal/plans/:id/recounts': DISPOSAL,
  'POST /v1/disposal/plans/:id/evidence': DISPOSAL,
  'POST /v1/disposal/plans/:id/witnesses': DISPOSAL,
  'POST /v1/disposal/plans/:id/end': DISPOSAL,
  'GET /v1/disposal/plans/:id/minutes': DISPOSAL,
  'POST /v1/disposal/plans/:id/minutes/again': DISPOSAL,
  'POST /v1/disposal/plans/:id/report': DISPOSAL,
  'GET /v1/found/:id': DISPOSAL,
  'POST /v1/found/:id/custody': DISPOSAL,
  'POST /v1/found/:id/counts': DISPOSAL,
  'POST /v1/found/:id/list': DISPOSAL,
  'POST /v1/found/:id/explanation': DISPOSAL,
  'POST /v1/found/:id/reports': DISPOSAL,
  'GET /v1/found/:id/reports/public': DISPOSAL,
  'GET /v1/found/:id/reports/police': DISPOSAL,
  'POST /v1/stations': 'the code says for which office; src/recording/enrolment/intake tries it',
  'GET /v1/stations': LIST,
  'GET /v1/stations/centre-key': 'public knowledge',
  'POST /v1/stations/:id/revocation': PACKETS,
  'POST /v1/packets': PACKETS,
  'PUT /v1/packets/:id/pieces/:at': PACKETS,
  'POST /v1/packets/:id/completion': PACKETS,
  'GET /v1/packets/:id/receipt': PACKETS,
  'POST /v1/packets/:id/putting-away': PACKETS,
  'GET /v1/packets/quarantine': LIST,
  'POST /v1/packets/:id/decision': PACKETS,
  'GET /v1/packets/exceptions': LIST,
  'POST /v1/packets/:id/approval': PACKETS,
  'POST /v1/packets/:id/return': PACKETS,
  'GET /v1/packets/:id/images/:modality/:position': PACKETS,
  'POST /v1/packets/search': LIST,
  'GET /v1/residents/:ref/recording/standing': 'whoever may be recorded may be anywhere; no biodata leaves',
  'POST /v1/queue/:id': 'src/recording/enrolment tries it',
  'GET /v1/adjudications': LIST,
  'GET /v1/adjudications/:id': PAIRS,
  'GET /v1/adjudications/:id/images/:side/:modality/:position': PAIRS,
  'GET /v1/adjudications/:id/minutiae/:side/:position': PAIRS,
  'POST /v1/adjudications/:id/opinions': PAIRS,
  'POST /v1/adjudications/:id/way': PAIRS,
  'POST /v1/adjudications/:id/letters': PAIRS,
  'GET /v1/adjudications/:id/letters/:side': PAIRS,
  'POST /v1/adjudications/:id/reopening': PAIRS,
  'POST /v1/adjudications/:id/objections': PAIRS,
  'POST /v1/objections/:id/answer': PAIRS,
  'POST /v1/court-searches': 'the gallery is one for the nation',
  'GET /v1/court-searches': 'the gallery is one for the nation',
  'GET /v1/court-searches/:id': 'the gallery is one for the nation',
  'GET /v1/visits': LIST,
  'POST /v1/visits/:id/end': LIST,
  'POST /v1/visits/:id/cancellation': LIST,
  'POST /v1/imports': "each row is checked against the officer's region, as the report says",
  'GET /v1/imports': 'one sees the imports one began',
  'GET /v1/imports/:id': 'one sees the imports one began',
  'GET /v1/imports/:id/faults': 'one sees the imports one began',
  'GET /v1/imports/:id/report': 'one sees the imports one began',
  'POST /v1/imports/:id/mapping': 'one changes the imports one began',
  'POST /v1/imports/:id/apply': 'one changes the imports one began',
  'POST /v1/imports/:id/cancel': 'one changes the imports one began',
  'GET /v1/regions/tiles': 'public reference data',
  'GET /v1/regions/:code': 'public reference data',
  'GET /v1/offices': 'public knowledge',
  'GET /v1/offices/:officeId': 'public knowledge',
  'GET /v1/first-run': 'nobody is signed in yet',
  'POST /v1/first-run/administrators': 'nobody is signed in yet',
  'POST /v1/session': 'nobody is signed in yet',
  'POST /v1/session/passkey/options': 'nobody is signed in yet',
  'POST /v1/session/passkey': 'nobody is signed in yet',
  'POST /v1/session/link': 'nobody is signed in yet',
  'POST /v1/enrolment': 'nobody is signed in yet',
  'GET /v1/session': OWN,
  'POST /v1/session/office': OWN,
  'PUT /v1/session/language': OWN,
  'DELETE /v1/session': OWN,
  'GET /v1/sessions': OWN,
  'DELETE /v1/sessions/:sessionId': OWN,
  'DELETE /v1/sessions': OWN,
  'GET /v1/health': 'the machine, not a region',
  'PUT /v1/me/password': OWN,
  'GET /v1/me/passkeys': OWN,
  'POST /v1/me/passkeys/options': OWN,
  'POST /v1/me/passkeys': OWN,
  'DELETE /v1/me/passkeys/:passkeyId': OWN,
  'GET /v1/delegations': OWN,
  'POST /v1/delegations': OWN,
  'DELETE /v1/delegations/:delegationId': 'src/register/officer/officer.test.ts tries it',
  'POST /v1/officers': 'a new officer serves nowhere until two people give him a post',
  'POST /v1/officers/search': LIST,
  'GET /v1/proposals': LIST,
  'GET /v1/proposals/:proposalId': 'src/core/approval/approval.test.ts tries it',
  'POST /v1/proposals/:proposalId/challenge': 'gives a random challenge',
  'POST /v1/proposals/:proposalId/approve': 'src/core/approval/approval.test.ts tries it',
  'POST /v1/proposals/:proposalId/reject': 'src/core/approval/approval.test.ts tries it',
  'POST /v1/proposals/:proposalId/withdraw': OWN,
  'GET /v1/residents/cases': LIST,
  'GET /v1/residents/cases/:id': 'src/register/resident/resident.test.ts tries it',
  'GET /v1/families/headless': LIST,
  'GET /v1/applications': LIST,
  'GET /v1/events': LIST,
  'GET /v1/moves': LIST,
  'GET /v1/residents/:ref/events': LIST,
  'GET /v1/events/:id': EVENT,
  'GET /v1/events/:id/certificate': EVENT,
  'POST /v1/events/:id/certificate': EVENT,
  'POST /v1/events/:id/undo': EVENT,
  'POST /v1/moves/:id/arrival': EVENT,
  'POST /v1/moves/:id/cancellation': EVENT,
  'POST /v1/residents/search': 'whoever lives elsewhere comes masked; src/register/resident tries it',
  'POST /v1/residents/duplicates': 'a duplicate is most often somewhere else, and comes masked',
  'POST /v1/papers/check': 'tells no person, only whether a paper is genuine',
  'POST /v1/applications/follow': 'number and birth date are the key',
  'GET /v1/ledger/checkpoint': LOG,
  'GET /v1/ledger/consistency': LOG,
  'GET /v1/ledger/entries': LOG,
  'GET /v1/ledger/entries/:entryId': LOG,
  'GET /v1/ledger/key': LOG,
  'GET /v1/ledger/tile/:level/*': LOG,
  'GET /v1/ledger/tile/entries/*': LOG,
  'POST /v1/ledger/tamper': 'demo data only',
  'POST /v1/ledger/verify': LOG,
  'GET /v1/statement': 'figures of the nation, public',
  'POST /v1/statement/publications': 'figures of the nation',
  'GET /v1/statement/provinces': 'figures of provinces, public, small cells withheld',
  'GET /v1/statement/publications': 'figures of the nation, public',
};
