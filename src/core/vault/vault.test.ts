import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { asNik } from '../id/index.ts';
import { KeyDestroyed, openVault, restoreVault, SealBroken, type Vault } from './index.ts';

const folders: string[] = [];
const open: Vault[] = [];

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'vault-'));
  folders.push(dir);
  return dir;
}

function vaultIn(dir: string, more: { masterKey?: Buffer; tombstonesOutside?: string } = {}): Vault {
  const vault = openVault({ dir, ...more });
  open.push(vault);
  return vault;
}

function close(vault: Vault): void {
  open.splice(open.indexOf(vault), 1);
  vault.close();
}

afterEach(() => {
  for (const vault of open.splice(0)) vault.close();
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

const place = { table: 'resident.protected', row: '9901010101809001', column: 'sealed' };
const siti = asNik('9901010101809001');
const budi = asNik('9901010101809002');

describe('the key of one matter', () => {
  it('is the same until the matter ends, and is then gone, here and in whatever is restored', () => {
    const dir = folder();
    const vault = vaultIn(dir);
    const key = vault.passingKey('matter.1');
    expect(vault.passingKey('matter.1')).toEqual(key);
    expect(vault.findPassingKey('matter.2')).toBeNull();
    const copy = folder();
    vault.backup(copy);
    vault.destroyPassingKey('matter.1');
    vault.destroyPassingKey('matter.1');
    expect(vault.findPassingKey('matter.1')).toBeNull();
    expect(() => vault.passingKey('matter.1')).toThrow(KeyDestroyed);
    close(vault);
    restoreVault({ from: copy, dir });
    expect(() => vaultIn(dir).passingKey('matter.1')).toThrow(KeyDestroyed);
  });
});

describe('what is sealed', () => {
  it('opens in its own place and costs 29 bytes', () => {
    const vault = vaultIn(folder());
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = vault.seal('protected', place, text);
        expect(sealed.length).toBe(Buffer.byteLength(text) + 29);
        expect(vault.unseal('protected', place, sealed).toString()).toBe(text);
      }),
    );
  });

  it('does not open in another table, row, column, class or for another person', () => {
    const vault = vaultIn(folder());
    const sealed = vault.seal('protected', place, 'SITI');
    const own = vault.sealForPerson(siti, place, 'SITI');
    for (const other of [{ table: 't' }, { row: '9901010101809002' }, { column: 'c' }]) {
      expect(() => vault.unseal('protected', { ...place, ...other }, sealed)).toThrow(SealBroken);
      expect(() => vault.unsealForPerson(siti, { ...place, ...other }, own)).toThrow(SealBroken);
    }
    expect(() => vault.unseal('other', place, sealed)).toThrow(SealBroken);
    expect(() => vault.unsealForPerson(budi, place, own)).toThrow(SealBroken);
  });

  it('does not open when any of its bytes was changed', () => {
    const vault = vaultIn(folder());
    const sealed = vault.seal('protected', place, 'SITI');
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i]! ^= 1;
      expect(() => vault.unseal('protected', place, changed)).toThrow(SealBroken);
    }
    expect(() => vault.unseal('protected', place, Buffer.alloc(0))).toThrow(SealBroken);
  });

  it('stays readable when its class has a new key, under which the next is sealed', () => {
    const vault = vaultIn(folder());
    const old = vault.seal('protected', place, 'old');
    expect(vault.renewClassKey('protected')).toBe(2);
    const fresh = vault.seal('protected', place, 'new');
    expect([old[0], fresh[0]]).toEqual([1, 2]);
    expect(vault.unseal('protected', place, old).toString()).toBe('old');
    expect(vault.unseal('protected', place, fresh).toString()).toBe('new');
  });

  it('opens in the next process, and not under another master key', () => {
    const dir = folder();
    const first = vaultIn(dir, { masterKey: Buffer.alloc(32, 1) });
    const sealed = first.seal('protected', place, 'SITI');
    close(first);
    expect(
      vaultIn(dir, { masterKey: Buffer.alloc(32, 1) })
        .unseal('protected', place, sealed)
        .toString(),
    ).toBe('SITI');
    expect(() => vaultIn(dir, { masterKey: Buffer.alloc(32, 2) })).toThrow(SealBroken);
  });
});

describe('a blind index', () => {
  it('is equal for equal texts only, and differs by name and vault', () => {
    const vault = vaultIn(folder());
    const index = vault.blindIndex('mother', 'SITI');
    expect(index).toEqual(vault.blindIndex('mother', 'SITI'));
    expect(index).toHaveLength(8);
    expect(vault.blindIndex('mother', 'SITI', 16).subarray(0, 8)).toEqual(index);
    for (const other of [
      vault.blindIndex('mother', 'SITA'),
      vault.blindIndex('father', 'SITI'),
      vaultIn(folder()).blindIndex('mother', 'SITI'),
    ]) {
      expect(other).not.toEqual(index);
    }
  });
});

describe('erasure', () => {
  it('makes everything sealed for the person unreadable, and for nobody else', () => {
    const vault = vaultIn(folder());
    const his = vault.sealForPerson(budi, place, 'BUDI');
    const hers = vault.sealForPerson(siti, place, 'SITI');
    vault.erasePerson(siti);
    expect(() => vault.unsealForPerson(siti, place, hers)).toThrow(KeyDestroyed);
    expect(() => vault.sealForPerson(siti, place, 'again')).toThrow(KeyDestroyed);
    expect(vault.unsealForPerson(budi, place, his).toString()).toBe('BUDI');
    expect([vault.isErased(siti), vault.isErased(budi)]).toEqual([true, false]);
  });

  it('holds after an older backup was restored', () => {
    const [dir, backup] = [folder(), folder()];
    const vault = vaultIn(dir);
    const hers = vault.sealForPerson(siti, place, 'SITI');
    const his = vault.sealForPerson(budi, place, 'BUDI');
    vault.backup(backup);
    vault.erasePerson(siti);
    close(vault);
    restoreVault({ from: backup, dir });
    const restored = vaultIn(dir);
    expect(() => restored.unsealForPerson(siti, place, hers)).toThrow(KeyDestroyed);
    expect(restored.unsealForPerson(budi, place, his).toString()).toBe('BUDI');
  });

  it('holds after the folder was lost, by the list kept outside', () => {
    const [dir, backup, fresh] = [folder(), folder(), folder()];
    const tombstonesOutside = join(folder(), 'tombstones');
    const vault = vaultIn(dir, { tombstonesOutside });
    const hers = vault.sealForPerson(siti, place, 'SITI');
    vault.backup(backup);
    vault.erasePerson(siti);
    restoreVault({ from: backup, dir: fresh });
    const restored = vaultIn(fresh, { tombstonesOutside });
    expect(() => restored.unsealForPerson(siti, place, hers)).toThrow(KeyDestroyed);
  });

  it('is heeded at once by another process that has the vault open', () => {
    const dir = folder();
    const [here, there] = [vaultIn(dir), vaultIn(dir)];
    const hers = here.sealForPerson(siti, place, 'SITI');
    expect(there.unsealForPerson(siti, place, hers).toString()).toBe('SITI');
    here.erasePerson(siti);
    expect(() => there.unsealForPerson(siti, place, hers)).toThrow(KeyDestroyed);
  });
});

describe("a month's salts", () => {
  const entry = Buffer.alloc(16, 7);
  it('are the same each time, one for each entry and subject', () => {
    const dir = folder();
    const salts = vaultIn(dir).saltsOf('2026-11')!;
    const salt = salts.of(entry, siti);
    expect(vaultIn(dir).saltsOf('2026-11')!.of(entry, siti)).toEqual(salt);
    for (const other of [salts.of(entry, budi), salts.of(Buffer.alloc(16, 8), siti)]) expect(other).not.toEqual(salt);
    expect(vaultIn(dir).saltsOf('2026-12')!.of(entry, siti)).not.toEqual(salt);
  });

  it('are gone when the month was destroyed, also after an older backup was restored', () => {
    const [dir, backup] = [folder(), folder()];
    const vault = vaultIn(dir);
    vault.saltsOf('2026-11');
    vault.backup(backup);
    vault.destroyMonth('2026-11');
    expect(vault.saltsOf('2026-11')).toBeNull();
    close(vault);
    restoreVault({ from: backup, dir });
    expect(vaultIn(dir).saltsOf('2026-11')).toBeNull();
  });
});

describe('rotation', () => {
  it('wraps every key anew, 2,000 and more a second, while calls go on', async () => {
    const vault = vaultIn(folder());
    const niks = Array.from({ length: 5000 }, (_, i) => asNik(`99010101018${String(i).padStart(5, '0')}`));
    vault.makePersonKeys(niks);
    const sealed = niks.slice(0, 50).map((nik) => vault.sealForPerson(nik, place, nik));
    const startedAt = performance.now();
    let done = false;
    const rotating = vault.rotate().finally(() => (done = true));
    let calls = 0;
    while (!done) {
      const nik = niks[calls % 50]!;
      expect(vault.unsealForPerson(nik, place, sealed[calls % 50]!).toString()).toBe(nik);
      vault.sealForPerson(niks[(calls * 7) % 5000]!, place, 'at load');
      calls += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { rewrapped } = await rotating;
    expect(rewrapped).toBeGreaterThanOrEqual(5000);
    expect(calls).toBeGreaterThan(5);
    expect(rewrapped / ((performance.now() - startedAt) / 1000)).toBeGreaterThan(2000);
  });

  it('by one process does not disturb another that has the vault open', async () => {
    const dir = folder();
    const [here, there] = [vaultIn(dir), vaultIn(dir)];
    const before = there.sealForPerson(siti, place, 'SITI');
    await here.rotate();
    const after = there.sealForPerson(budi, place, 'BUDI');
    expect(here.unsealForPerson(budi, place, after).toString()).toBe('BUDI');
    expect(there.unsealForPerson(siti, place, before).toString()).toBe('SITI');
  });
});

describe('at rest', () => {
  it('no key and no NIK stands in the folder in the clear, and only its owner reads it', () => {
    const dir = folder();
    const vault = vaultIn(dir);
    vault.sealForPerson(siti, place, 'SITI');
    const key = vault.serverKey('cookies');
    for (const name of readdirSync(dir)) {
      const bytes = readFileSync(join(dir, name));
      expect(bytes.includes(key)).toBe(false);
      expect(bytes.includes(siti)).toBe(false);
    }
    expect(statSync(join(dir, 'vault.key')).mode & 0o777).toBe(0o600);
  });

  it('a key file that others may read is refused', () => {
    const dir = folder();
    close(vaultIn(dir));
    chmodSync(join(dir, 'vault.key'), 0o644);
    expect(() => vaultIn(dir)).toThrow(/chmod 600/);
  });
});

describe('a note', () => {
  it('is replaced only by what its last value allows', () => {
    const vault = vaultIn(folder());
    vault.advance('size', (last) => String(Number(last ?? 0) + 1));
    vault.advance('size', (last) => String(Number(last ?? 0) + 1));
    expect(vault.noted('size')).toBe('2');
    expect(() =>
      vault.advance('size', () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(vault.noted('size')).toBe('2');
  });
});
