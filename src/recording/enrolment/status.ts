/**
 * The statuses of a recording (domain: perekaman and uji ketunggalan) as data: where it stands, whether that is the end, who
 * must act next, and which may follow. Codes are stored; never renumber. Pure and safe in a browser.
 */

export const STAGES = ['station', 'transit', 'centre', 'decision', 'print', 'card', 'ended'] as const;
export type Stage = (typeof STAGES)[number];

/** Who must act for it to go on. */
export const ACTORS = ['resident', 'operator', 'supervisor', 'centre', 'adjudicator', 'printer', 'nobody'] as const;
export type Actor = (typeof ACTORS)[number];

interface StatusEntry {
  readonly code: number;
  readonly abbreviation: string;
  readonly stage: Stage;
  readonly terminal: boolean;
  readonly acts: Actor;
  /** Whether the person counts as recorded while a packet stands here. */
  readonly recorded: boolean;
  readonly next: readonly string[];
}

export const STATUSES = {
  UNREGISTERED: {
    code: 1,
    abbreviation: 'UNR',
    stage: 'station',
    terminal: false,
    acts: 'resident',
    recorded: false,
    next: ['BIO_CAPTURED'],
  },
  BIO_CAPTURED: {
    code: 2,
    abbreviation: 'BC',
    stage: 'station',
    terminal: false,
    acts: 'operator',
    recorded: true,
    next: ['PROCESSING', 'PACKET_RETRY'],
  },
  PROCESSING: {
    code: 3,
    abbreviation: 'PRO',
    stage: 'station',
    terminal: false,
    acts: 'supervisor',
    recorded: true,
    next: ['SENT_FOR_ENROLLMENT', 'ENROLL_FAILURE_AT_REGIONAL'],
  },
  SENT_FOR_ENROLLMENT: {
    code: 4,
    abbreviation: 'SFE',
    stage: 'transit',
    terminal: false,
    acts: 'centre',
    recorded: true,
    next: ['RECEIVED_AT_CENTRAL', 'PACKET_RETRY'],
  },
  PACKET_RETRY: {
    code: 5,
    abbreviation: 'RTY',
    stage: 'transit',
    terminal: false,
    acts: 'operator',
    recorded: true,
    next: ['SENT_FOR_ENROLLMENT', 'RECEIVED_AT_CENTRAL'],
  },
  RECEIVED_AT_CENTRAL: {
    code: 6,
    abbreviation: 'RAC',
    stage: 'centre',
    terminal: false,
    acts: 'centre',
    recorded: true,
    next: [
      'PRINT_READY_RECORD',
      'DUPLICATE_RECORD',
      'ADJUDICATE_RECORD',
      'ENROLL_FAILURE_AT_CENTRAL',
      'SEARCH_FAILURE_AT_CENTRAL',
    ],
  },
  SEARCH_FAILURE_AT_CENTRAL: {
    code: 7,
    abbreviation: 'SFC',
    stage: 'centre',
    terminal: false,
    acts: 'centre',
    recorded: true,
    next: ['RECEIVED_AT_CENTRAL'],
  },
  ADJUDICATE_RECORD: {
    code: 8,
    abbreviation: 'ADJ',
    stage: 'decision',
    terminal: false,
    acts: 'adjudicator',
    recorded: true,
    next: ['ADJUDICATE_IN_PROCESS', 'PRINT_READY_RECORD', 'DUPLICATE_RECORD', 'ENROLL_FAILURE_AT_CENTRAL'],
  },
  ADJUDICATE_IN_PROCESS: {
    code: 9,
    abbreviation: 'AIP',
    stage: 'decision',
    terminal: false,
    acts: 'adjudicator',
    recorded: true,
    next: ['PRINT_READY_RECORD', 'DUPLICATE_RECORD', 'ENROLL_FAILURE_AT_CENTRAL'],
  },
  PRINT_READY_RECORD: {
    code: 10,
    abbreviation: 'PRR',
    stage: 'print',
    terminal: false,
    acts: 'printer',
    recorded: true,
    next: ['SENT_FOR_CARD_PRINTING', 'ADJUDICATE_RECORD', 'DUPLICATE_RECORD'],
  },
  ENROLL_FAILURE_AT_CENTRAL: {
    code: 11,
    abbreviation: 'EFAC',
    stage: 'ended',
    terminal: true,
    acts: 'resident',
    recorded: false,
    next: [],
  },
  ENROLL_FAILURE_AT_REGIONAL: {
    code: 12,
    abbreviation: 'EFAR',
    stage: 'ended',
    terminal: true,
    acts: 'resident',
    recorded: false,
    next: [],
  },
  // Reversible: an objection that is granted makes it searched again.
  DUPLICATE_RECORD: {
    code: 13,
    abbreviation: 'DUP',
    stage: 'ended',
    terminal: false,
    acts: 'operator',
    recorded: false,
    next: ['ADJUDICATE_RECORD', 'PRINT_READY_RECORD'],
  },
  SENT_FOR_CARD_PRINTING: {
    code: 15,
    abbreviation: 'SCP',
    stage: 'card',
    terminal: false,
    acts: 'printer',
    recorded: true,
    next: ['CARD_PRINTED', 'PRINT_READY_RECORD'],
  },
  CARD_PRINTED: {
    code: 16,
    abbreviation: 'PRN',
    stage: 'card',
    terminal: false,
    acts: 'printer',
    recorded: true,
    next: ['CARD_SHIPPED', 'CARD_ISSUED', 'PRINT_READY_RECORD'],
  },
  CARD_SHIPPED: {
    code: 17,
    abbreviation: 'SHP',
    stage: 'card',
    terminal: false,
    acts: 'operator',
    recorded: true,
    next: ['CARD_ISSUED', 'PRINT_READY_RECORD'],
  },
  CARD_ISSUED: {
    code: 14,
    abbreviation: 'ISS',
    stage: 'card',
    terminal: true,
    acts: 'nobody',
    recorded: true,
    next: ['PRINT_READY_RECORD'],
  },
} as const satisfies Record<string, StatusEntry>;

export type Status = keyof typeof STATUSES;

/** Whether a packet may go from one status to the other. */
export function mayFollow(from: Status, to: Status): boolean {
  return (STATUSES[from].next as readonly string[]).includes(to);
}

/** The status of a stored code. Refuses one that is in no table with a `RangeError`. */
export function statusOf(code: number): Status {
  const found = (Object.keys(STATUSES) as Status[]).find((status) => STATUSES[status].code === code);
  if (!found) throw new RangeError(`no status has the code ${code}`);
  return found;
}
