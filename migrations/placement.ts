/**
 * Where each table lives when the store is spread over nodes: with the person, with the family card, a
 * copy on every node, or on the coordinator. A catalog test checks that keys and references fit and that no table is missing.
 */
export type Placement =
  | { readonly by: 'nik'; readonly column: string }
  | { readonly by: 'familyCard'; readonly column: string }
  | { readonly by: 'reference' }
  | { readonly by: 'coordinator'; readonly why: string };

export function byNik(column = 'nik'): Placement {
  return { by: 'nik', column };
}

export function byFamilyCard(column = 'number'): Placement {
  return { by: 'familyCard', column };
}

export const reference: Placement = { by: 'reference' };

export function coordinator(why: string): Placement {
  return { by: 'coordinator', why };
}

/** Every table of ours, as `schema.table`. */
export const placement: Readonly<Record<string, Placement>> = {
  'migration.applied': coordinator('the one ordered history of the schema'),

  'ledger.access': byNik(),
  'ledger.pending': coordinator('one sequencer drains it'),
  'ledger.entry': coordinator('the one order of all entries'),
  'ledger.head': coordinator('the one order of all entries'),

  'region.version': reference,
  'region.load': reference,
  'region.boundary': reference,

  'office.office': reference,
  'office.history': coordinator('small, read with the office'),
  'officer.officer': coordinator('sign-in is one place'),
  'officer.attempt': coordinator('sign-in is one place'),
  'officer.challenge': coordinator('sign-in is one place'),
  'officer.code': coordinator('sign-in is one place'),
  'officer.delegation': coordinator('read with the officer'),
  'officer.history': coordinator('read with the officer'),
  'officer.passkey': coordinator('sign-in is one place'),
  'officer.password': coordinator('sign-in is one place'),
  'officer.post': coordinator('read with the officer'),
  'officer.session': coordinator('sign-in is one place'),

  'idempotency.answer': coordinator('by actor and key, kept 24 hours'),
  'approval.proposal': coordinator('may concern many people, kept short'),
  'file.stored': byNik(),
  'document.issued': byNik(),

  'resident.resident': byNik(),
  'resident.protected': byNik(),
  'resident.history': byNik(),
  'resident.act': coordinator('one act may touch many people'),
  'resident.erasure': byNik(),
  'resident.nik_counter': coordinator('a counter'),
  'resident.merge': coordinator('two people, who may live on two nodes'),
  'resident.deactivation': coordinator('rare, worked through as a list'),
  'resident.identity_case': coordinator('worked through as a list'),
  'resident.import': coordinator('one row a file'),
  'resident.import_batch': coordinator('read with the import'),
  'resident.import_fault': coordinator('read with the import'),
  'resident.staging': coordinator('COPY goes here first; emptied when the import ends'),

  'family.card': byFamilyCard(),
  'family.card_history': byFamilyCard(),
  'family.membership_by_card': byFamilyCard('family_card'),
  'family.membership_by_nik': byNik(),
  'family.card_counter': coordinator('a counter'),

  'application.application': coordinator('worked through as a list, closed within days'),
  'application.requirement': coordinator('read with the application'),
  'application.step': coordinator('read with the application'),
  'application.counter': coordinator('a counter'),

  'civil_event.event': coordinator('has several participants, who may live on several nodes'),
  'civil_event.participant': coordinator('read with the event'),
  'civil_event.move': coordinator('read with the event'),
  'civil_event.certificate_counter': coordinator('a counter'),

  'enrolment.station': reference,
  'enrolment.station_code': coordinator('used once, at one place'),
  'enrolment.intake': coordinator('named by the packet, whose person is not known before it is opened'),
  'enrolment.piece': coordinator('read with the intake'),
  'enrolment.packet': byNik(),
  'enrolment.packet_step': byNik(),
  'enrolment.item': byNik(),
  'enrolment.recording': byNik(),
  'enrolment.appointment': coordinator('numbers of a queue are given in one place'),
  'enrolment.team_visit': coordinator('few rows, of offices'),
  'enrolment.import': coordinator('one row a file'),
  'enrolment.import_fault': coordinator('read with the import'),
  'enrolment.staging': coordinator('COPY goes here first; emptied when the import ends'),

  'uniqueness.search': byNik(),
  'uniqueness.candidate': byNik(),
  'uniqueness.gallery_change': coordinator('the one list that every process follows'),
  'uniqueness.adjudication': coordinator('two people, who may live on two nodes'),
  'uniqueness.opinion': coordinator('read with the adjudication'),
  'uniqueness.followed': coordinator('read with the adjudication'),
  'uniqueness.objection': coordinator('read with the adjudication'),
  'uniqueness.court_search': coordinator('few rows, of the nation'),

  'statement.publication': coordinator('few rows, of the nation'),
  'statement.reading': coordinator('few rows, of the nation'),

  'blank.store': coordinator('one serial in one custody, over the nation'),
  'blank.keeping': coordinator('one serial in one custody, over the nation'),
  'blank.batch': coordinator('one serial in one custody, over the nation'),
  'blank.batch_range': coordinator('one serial in one custody, over the nation'),
  'blank.box': coordinator('one serial in one custody, over the nation'),
  'blank.uid_page': coordinator('one serial in one custody, over the nation'),
  'blank.uid_run': coordinator('one serial in one custody, over the nation'),
  'blank.uid_place': coordinator('one serial in one custody, over the nation'),
  'blank.manifest_line': coordinator('one serial in one custody, over the nation'),
  'blank.numbering': coordinator('numbers without a gap'),
  'blank.shipment': coordinator('one serial in one custody, over the nation'),
  'blank.lot': coordinator('one serial in one custody, over the nation'),
  'blank.holding': coordinator('one serial in one custody, over the nation'),
  'blank.passage': coordinator('one serial in one custody, over the nation'),
  'blank.movement': coordinator('one serial in one custody, over the nation'),
  'blank.movement_serials': coordinator('one serial in one custody, over the nation'),
  'blank.tally': coordinator('one serial in one custody, over the nation'),
  'blank.discrepancy': coordinator('one serial in one custody, over the nation'),
  'blank.find': coordinator('one serial in one custody, over the nation'),
  'blank.incident': coordinator('few rows, of the nation'),
  'blank.closing': coordinator('one row a store and day, made where the movements are'),
  'blank.closing_day': coordinator('few rows, of the nation'),
  'blank.security_hold': coordinator('few rows, of the nation'),
  'blank.request': coordinator('one serial in one custody, over the nation'),
  'blank.incident_event': coordinator('read with the incident'),

  'card.card': byNik(),
  'card.step': byNik(),
  'card.request': byNik(),
  'card.letter': byNik(),
  'card.inspection': byNik(),
  'card.verification': byNik(),
  'card.release': byNik(),
  'card.handover': byNik(),
  'card.import': coordinator('few rows, of the nation'),
  'card.import_fault': coordinator('read with the import'),
  'card.staging': coordinator('rows on their way in'),
  'card.figure_change': coordinator('sums over the nation'),
  'card.figure_day': coordinator('sums over the nation'),
  'card.guess': coordinator('counters of guesses, over the nation'),
  'card.loss': byNik(),
  'card.contact': byNik(),
  'card.ask': coordinator('asked before anybody is known; gone after a day'),
  'card.request_counter': coordinator('a counter'),

  'disposal.bag': coordinator('one piece in one bag, over the nation'),
  'disposal.intake': coordinator('one piece in one bag, over the nation'),
  'disposal.piece': coordinator('many have no NIK that can be read'),
  'disposal.tally': coordinator('one piece in one bag, over the nation'),
  'disposal.difference': coordinator('one piece in one bag, over the nation'),
  'disposal.hold': coordinator('one piece in one bag, over the nation'),
  'disposal.dispatch': coordinator('one piece in one bag, over the nation'),
  'disposal.numbering': coordinator('numbers without a gap'),
  'disposal.plan': coordinator('one piece in one bag, over the nation'),
  'disposal.plan_bag': coordinator('one piece in one bag, over the nation'),
  'disposal.evidence': coordinator('one piece in one bag, over the nation'),
  'disposal.witness': coordinator('one piece in one bag, over the nation'),
  'disposal.report': coordinator('one piece in one bag, over the nation'),
  'disposal.found': coordinator('one piece in one bag, over the nation'),
  'disposal.found_custody': coordinator('one piece in one bag, over the nation'),
  'disposal.found_count': coordinator('one piece in one bag, over the nation'),
  'disposal.found_card': coordinator('many have no NIK that can be read'),

  'partner.institution': coordinator('a few thousand rows, of the nation'),
  'partner.unit': coordinator('read with the institution'),
  'partner.cooperation': coordinator('a few thousand rows, of the nation'),
  'partner.step': coordinator('read with the cooperation'),
  'partner.document': coordinator('read with the cooperation'),
  'partner.numbering': coordinator('numbers without a gap'),
  'partner.access_grant': coordinator('read with the cooperation'),
  'partner.report': coordinator('read with the cooperation'),
  'partner.warning': coordinator('read with the report'),
  'partner.suspension': coordinator('read with the cooperation'),
  'partner.appeal': coordinator('read with the suspension'),
  'verification.key': reference,
  'verification.key_set': reference,
  'verification.change': reference,
  'verification.once': coordinator('what may come once, wherever it comes'),
  'verification.call': coordinator('read by partner and month, without a person'),
  'verification.miss': byNik(),
  'verification.quota': coordinator('counters of the nation'),
  'verification.allowance': coordinator('counters of the nation'),
  'verification.alarm': coordinator('few rows, of the nation'),
  'verification.pulse': coordinator('counters of the nation'),
  'verification.throttle': coordinator('few rows, of the nation'),
  'portal.person': coordinator('a few thousand rows, of institutions'),
  'portal.code': coordinator('used once, at one place'),
  'portal.challenge': coordinator('sign-in is one place'),
  'portal.session': coordinator('sign-in is one place'),
  'portal.maintenance': coordinator('few rows, of the nation'),
  'verification.trial_day': coordinator('counters of the nation'),
  'verification.asked_hour': coordinator('counters of the nation'),
  'verification.refused_hour': coordinator('counters of the nation'),
};
