/** The files that start Dateline elsewhere, as far as can be checked without Docker and systemd: they name what is there. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const SETTINGS = new Set([...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!));

interface Service {
  readonly build?: string;
  readonly image?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: object;
}

describe.each(['compose.yaml', 'compose.cluster.yaml'])('%s', (file) => {
  const { services, volumes } = parse(read(file), { merge: true }) as {
    services: Record<string, Service>;
    volumes: object;
  };
  const all = Object.values(services);

  it('sets what is a setting, and builds what is no image of a version', () => {
    for (const { build, image, environment = {} } of all) {
      if (build === undefined) expect(image).toMatch(/:\d+/);
      else expect(Object.keys(environment).filter((name) => !SETTINGS.has(name))).toEqual([]);
    }
  });

  it('mounts what is there, and opens ports on the machine itself alone', () => {
    for (const [from = ''] of all.flatMap(({ volumes: some = [] }) => some.map((one) => one.split(':'))))
      expect(from.startsWith('.') ? existsSync(path.join(ROOT, from)) : from in volumes).toBe(true);
    for (const port of all.flatMap(({ ports = [] }) => ports)) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('waits for services that it has', () => {
    for (const { depends_on: needed = {} } of all)
      for (const name of Object.keys(needed)) expect(services).toHaveProperty([name, 'healthcheck']);
  });
});

describe('the Dockerfile', () => {
  const text = read('Dockerfile');
  const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files]) => files!.split(' '));

  it('copies what is there and what is sent to the builder', () => {
    const sent = read('.dockerignore').split('\n');
    for (const file of copied) {
      expect(existsSync(path.join(ROOT, file))).toBe(true);
      expect(sent).toContain(`!${file}`);
    }
  });

  it('runs files that are there', () => {
    const run = [...text.matchAll(/\b(?:src|commands)\/[\w/-]+\.ts\b/g)].map(([file]) => file);
    expect(run).toContain('src/main.ts');
    for (const file of run) expect(existsSync(path.join(ROOT, file)), file).toBe(true);
  });

  it('has all that the bot imports', () => {
    const main = /^CMD \["node", "(.+)"\]$/m.exec(text)![1]!;
    const seen = new Set<string>();
    const follow = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      if (!/\.[jt]s$/.test(file)) return;
      for (const [, to] of read(file).matchAll(/(?:from|import|import\(|new URL\()\s*'(\.{1,2}\/[^']+)'/g))
        follow(path.join(path.dirname(file), to!));
    };
    follow(main);
    expect(seen.size).toBeGreaterThan(300);
    const outside = [...seen].filter((file) => !copied.some((one) => `${file}/`.startsWith(`${one}/`)));
    expect(outside).toEqual([]);
  });
});

const hasSystemd = existsSync('/usr/bin/systemd-analyze');
if (!hasSystemd) console.warn('SKIPPED  The unit is verified only where systemd-analyze is.');

describe('dateline.service', () => {
  it('starts what package.json starts', () => {
    expect(read('docs/dateline.service')).toMatch(
      /^ExecStart=\/opt\/dateline\/node_modules\/\.bin\/node src\/main\.ts$/m,
    );
  });

  it.skipIf(!hasSystemd)('is taken by systemd-analyze', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'dateline-unit-'));
    try {
      await mkdir(path.join(dir, 'node_modules/.bin'), { recursive: true });
      await symlink(process.execPath, path.join(dir, 'node_modules/.bin/node'));
      const unit = path.join(dir, 'dateline.service');
      await writeFile(unit, read('docs/dateline.service').replaceAll('/opt/dateline', dir));
      const { stderr } = await promisify(execFile)('systemd-analyze', ['verify', unit]);
      expect(stderr).toBe('');
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
});
