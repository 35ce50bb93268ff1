import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderDriver } from './driver.ts';

async function givenDriver() {
  const dir = await mkdtemp(join(tmpdir(), 'files-'));
  return { dir, driver: folderDriver(dir) };
}
const addressOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const later = () => new Date(Date.now() + 60_000);

async function addresses(driver: ReturnType<typeof folderDriver>, olderThan: Date) {
  const all: string[] = [];
  for await (const batch of driver.list(olderThan)) all.push(...batch);
  return all.toSorted();
}

describe('the folder of files', () => {
  it('gives back what was written, and nothing for what was not', async () => {
    const { driver } = await givenDriver();
    const bytes = randomBytes(1000);
    await driver.write(addressOf(bytes), bytes);
    expect(await driver.read(addressOf(bytes))).toEqual(bytes);
    expect(await driver.read('0'.repeat(64))).toBeNull();
    await driver.remove(addressOf(bytes));
    expect(await driver.read(addressOf(bytes))).toBeNull();
  });

  it('is readable by its owner only and leaves no drafts', async () => {
    const { dir, driver } = await givenDriver();
    const bytes = randomBytes(10);
    const address = addressOf(bytes);
    await driver.write(address, bytes);
    expect((await stat(join(dir, address.slice(0, 2), address.slice(2, 4), address))).mode & 0o077).toBe(0);
    expect(await readdir(join(dir, 'writing'))).toEqual([]);
  });

  it('lists what is older than asked, and a file written again is young again', async () => {
    const { dir, driver } = await givenDriver();
    const [one, two] = [randomBytes(10), randomBytes(10)];
    for (const bytes of [one, two]) {
      const address = addressOf(bytes);
      await driver.write(address, bytes);
      await utimes(join(dir, address.slice(0, 2), address.slice(2, 4), address), new Date(0), new Date(0));
    }
    await driver.write(addressOf(two), two);
    expect(await addresses(driver, new Date(1000))).toEqual([addressOf(one)]);
    expect(await addresses(driver, later())).toEqual([addressOf(one), addressOf(two)].toSorted());
  });

  it('tidies drafts that a crash left', async () => {
    const { dir, driver } = await givenDriver();
    await mkdir(join(dir, 'writing'));
    await writeFile(join(dir, 'writing', 'half'), 'ha');
    await addresses(driver, later());
    expect(await readdir(join(dir, 'writing'))).toEqual([]);
  });

  it('refuses an address that leads out of it', async () => {
    const { driver } = await givenDriver();
    await expect(async () => driver.read('../../../../etc/passwd')).rejects.toThrow(RangeError);
  });
});
