import { X509Certificate } from 'node:crypto';

/** The authority that issues real papers, by the certificate (PEM) that an operator configured. */
export interface Authority {
  readonly subject: string;
  readonly validTo: Date;
}

/**
 * Reads the issuing authority's certificate. A configured certificate that cannot be read or is not valid at `now` stops
 * the start with a `RangeError`: papers that say nothing of being specimens are never made by mistake.
 */
export function readAuthority(pem: string, now: Date): Authority {
  const certificate = parse(pem);
  const { subject, validFromDate, validToDate } = certificate;
  if (now < validFromDate || now > validToDate) {
    throw new RangeError(
      `the issuing authority's certificate is valid from ${validFromDate.toISOString()} to ${validToDate.toISOString()} only`,
    );
  }
  return { subject, validTo: validToDate };
}

function parse(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new RangeError("the issuing authority's certificate is not an X.509 certificate in PEM");
  }
}
