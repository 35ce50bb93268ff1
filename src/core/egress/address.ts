import { BlockList, isIP } from 'node:net';

// IANA special-purpose address registries (RFC 6890): whatever is not plainly the public internet.
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
] as const;
// Global unicast is 2000::/3; within it Teredo and its neighbours, documentation and 6to4 lead elsewhere.
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'] as const;

const refused = new BlockList();
for (const range of NOT_PUBLIC_4) refused.addSubnet(...parts(range), 'ipv4');
for (const range of NOT_PUBLIC_6) refused.addSubnet(...parts(range), 'ipv6');
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is one of the public internet. IPv4 inside IPv6 (mapped, NAT64) is not: it hides where it leads. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, 'ipv4');
    case 6:
      return globalUnicast.check(address, 'ipv6') && !refused.check(address, 'ipv6');
    default:
      return false;
  }
}

export function isLoopback(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}

function parts(range: string): [string, number] {
  const [network, bits] = range.split('/');
  return [network!, Number(bits)];
}
