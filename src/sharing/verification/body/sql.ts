import type { Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import { MODALITIES } from '../../../recording/biometric/index.ts';
import type { SealedTemplate } from '../../../recording/enrolment/index.ts';
import type { BodyPart } from '../attribute.ts';

export interface TemplateWanted {
  readonly nik: Nik;
  readonly part: BodyPart;
  readonly position: number;
}

const FIND = {
  name: 'verification.find_templates',
  text: `
    select b.packet_id as packet, b.template
      from unnest($1::bigint[], $2::smallint[], $3::smallint[]) with ordinality as q (nik, modality, position, n)
      left join lateral (
        select s.packet_id, s.template from verification.body s
         where s.nik = q.nik and s.modality = q.modality and s.position = q.position
         order by s.recorded_at desc, s.packet_id desc limit 1) b on true
     order by q.n`,
};

/** The newest template of each, sealed, in the order asked: one for each question, as a second one would be a second chance. */
export async function findTemplates(tx: Tx, wanted: readonly TemplateWanted[]): Promise<(SealedTemplate | null)[]> {
  const { rows } = await tx.client.query<{ packet: Uuid | null; template: Buffer | null }>({
    ...FIND,
    values: [
      wanted.map(({ nik }) => nik),
      wanted.map(({ part }) => MODALITIES.indexOf(part) + 1),
      wanted.map(({ position }) => position),
    ],
  });
  return rows.map(({ packet, template }, i) => {
    const { nik, part, position } = wanted[i]!;
    return packet && template ? { nik, packet, modality: part, position, template } : null;
  });
}
