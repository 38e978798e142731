/**
 * `npm pack` calls it: in: the sources. Out: `dist/`, or the folder named, with the same in JavaScript, since Node strips no
 * types below `node_modules`. Line numbers stay as they are. Tools are called by their names there, as no `npm run` is.
 */
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = process.argv[2] ?? join(ROOT, 'dist');

/** `from './x.ts'`, `import('./x.ts')` and `new URL('./x.ts', …)`: whatever names another file of ours. */
const OUR_FILE = /(\b(?:from |import |import\(|new URL\()'\.{1,2}\/[^'\n]*)\.ts'/g;

const compile = (source: string): string =>
  stripTypeScriptTypes(source, { mode: 'strip' }).replace(OUR_FILE, "$1.js'");

const nameTools = (text: string): string =>
  text.replace(/npm run -s (\w+)(?: --(?= ))?/g, 'dateline $1').replaceAll('npm start', 'dateline');

rmSync(DIST, { recursive: true, force: true });
for (const file of globSync('{src,commands}/**/*.*', { cwd: ROOT })) {
  const from = join(ROOT, file);
  const to = join(DIST, file).replace(/\.ts$/, '.js');
  if (relative(ROOT, from).startsWith(join('src', 'packaging'))) continue;
  mkdirSync(dirname(to), { recursive: true });
  if (file.endsWith('.ts')) writeFileSync(to, nameTools(compile(readFileSync(from, 'utf8'))));
  else if (file.endsWith('.json')) writeFileSync(to, nameTools(readFileSync(from, 'utf8')));
  else cpSync(from, to);
}
cpSync(join(ROOT, 'corpus'), join(DIST, 'corpus'), { recursive: true });
cpSync(join(ROOT, 'package.json'), join(DIST, 'package.json'));
