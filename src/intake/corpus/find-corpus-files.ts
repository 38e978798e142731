/** In: the folders and files that make up a corpus. Out: every file in them that holds articles. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { CorpusProblem, CorpusReason } from '../../domain/corpus-reason.ts';
import { isServerId, SERVERS_FOLDER } from '../../domain/corpus-server.ts';
import { READ_ENDINGS, readerOf } from './corpus-formats.ts';
import type { CorpusFileRef } from './corpus-item.ts';

/** One folder or file of articles. `name` stands before its files' names; empty if it is the only root. */
export interface CorpusRoot {
  readonly path: string;
  readonly name: string;
}

export interface FoundFiles {
  /** In order of name. */
  readonly files: readonly CorpusFileRef[];
  readonly problems: readonly CorpusProblem[];
  /** False if a folder could not be listed: files not found may still be there. */
  readonly isComplete: boolean;
}

/**
 * Files that nobody expects to be read as articles: what systems and editors leave behind or have in the making, and what
 * describes the folder.
 */
const NO_ARTICLES =
  /^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|~\$.*|#.*#|.*~|.*\.(?:tmp|temp|part|partial|crdownload|swp|swx|lock|bak|orig))$|^(?:readme|licen[cs]e|copying|notice|changelog|contributing|makefile|dockerfile)(?:\.[a-z]*)?$/i;

/** Files of one kind in a folder that are reported one by one; how many more there are is one report. */
const MAX_TOLD = 5;

/** Deeper folders are a loop or an accident. */
const MAX_DEPTH = 32;

/** The roots of a corpus: absolute paths, each with a name of its own if there are several. */
export const corpusRoots = (paths: readonly string[]): CorpusRoot[] => {
  const absolute = [...new Set(paths.map((path) => resolve(path)))];
  if (absolute.length === 1) return [{ path: absolute[0]!, name: '' }];
  const taken = new Set<string>();
  return absolute.map((path) => {
    let name = basename(path);
    for (let n = 2; taken.has(name); n++) name = `${basename(path)}~${n}`;
    taken.add(name);
    return { path, name };
  });
};

interface Walk {
  readonly root: CorpusRoot;
  /** The root with every link in it followed. */
  readonly realRoot: string;
  readonly files: CorpusFileRef[];
  readonly problems: CorpusProblem[];
  isComplete: boolean;
  /** Files that are not read, by folder and ending. */
  readonly unread: Map<string, string[]>;
}

const nameOf = ({ root }: Walk, path: string): string => {
  const inside = relative(root.path, path).split(sep).join('/') || basename(path);
  return root.name === '' || inside === root.name ? inside : `${root.name}/${inside}`;
};

const report = (walk: Walk, path: string, reason: CorpusReason): void => {
  walk.problems.push({ file: nameOf(walk, path), line: null, reason });
};

const isInside = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}${sep}`);

/** Whether walking the folder comes across the path without following links: no part of it is hidden. */
const isWalked = (walk: Walk, path: string): boolean =>
  !relative(walk.realRoot, path)
    .split(sep)
    .some((part) => part.startsWith('.'));

/**
 * Follows a link only to what the folder holds but walking it would not see (mounted configuration keeps its files
 * in hidden folders); whatever else lies inside is found without it, and what lies outside is refused.
 */
const visitLink = async (walk: Walk, path: string, depth: number): Promise<void> => {
  let target: string;
  try {
    target = await realpath(path);
  } catch {
    return report(walk, path, { kind: 'dead-link' });
  }
  if (!isInside(target, walk.realRoot)) return report(walk, path, { kind: 'outside-link' });
  if (!isWalked(walk, target)) await visit(walk, path, depth);
};

const visitFile = (
  walk: Walk,
  path: string,
  found: { size: number; mtimeMs: number; ctimeMs: number },
): void => {
  const { size, mtimeMs, ctimeMs } = found;
  if (readerOf(path) !== null) walk.files.push({ name: nameOf(walk, path), path, size, mtimeMs, ctimeMs });
  else if (!NO_ARTICLES.test(basename(path))) {
    const kind = `${dirname(path)}\n${extname(path).toLowerCase()}`;
    walk.unread.getOrInsertComputed(kind, () => []).push(path);
  }
};

/** Reports files that are not read, so that a folder of pictures does not hide what else is wrong. */
const reportUnread = (walk: Walk): void => {
  for (const paths of walk.unread.values()) {
    const more = paths.length - MAX_TOLD;
    const one = { kind: 'unknown-kind', endings: READ_ENDINGS } as const;
    const others = { ...one, kind: 'unknown-kinds', more, ending: extname(paths[0]!) } as const;
    for (const [at, path] of paths.slice(0, MAX_TOLD).entries())
      report(walk, path, more > 0 && at === MAX_TOLD - 1 ? others : one);
  }
};

const visitFolder = async (walk: Walk, path: string, depth: number): Promise<void> => {
  if (depth > MAX_DEPTH) return report(walk, path, { kind: 'too-deep', folders: MAX_DEPTH });
  const entries: Dirent[] = await readdir(path, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const isOfServers = relative(walk.root.path, path) === SERVERS_FOLDER;
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const child = join(path, entry.name);
    // Read for everyone, what was meant for one server would be shown to all.
    if (isOfServers && !isServerId(entry.name)) {
      if (!NO_ARTICLES.test(entry.name)) report(walk, child, { kind: 'no-server' });
    } else if (entry.isSymbolicLink()) await visitLink(walk, child, depth + 1);
    else if (entry.isDirectory() || entry.isFile()) await visit(walk, child, depth + 1);
    else report(walk, child, { kind: 'not-a-file' });
  }
};

const visit = async (walk: Walk, path: string, depth: number): Promise<void> => {
  try {
    const found = await stat(path);
    if (found.isDirectory()) await visitFolder(walk, path, depth);
    else if (found.isFile()) visitFile(walk, path, found);
  } catch (error) {
    // A file that went since its folder was listed is simply gone; a root or a folder may only be out of reach.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && basename(path).includes('\ufffd'))
      return report(walk, path, { kind: 'odd-name' });
    if (code === 'ENOENT' && depth > 0) return;
    walk.isComplete = false;
    report(walk, path, code === 'ENOENT' ? { kind: 'absent' } : { kind: 'unreadable', code: code ?? '' });
  }
};

/** Lists all folders of the corpus, hidden ones (`.name`) left out. Never throws; problems come with the files. */
export const findCorpusFiles = async (roots: readonly CorpusRoot[]): Promise<FoundFiles> => {
  const files: CorpusFileRef[] = [];
  const problems: CorpusProblem[] = [];
  let isComplete = true;
  for (const root of roots) {
    const realRoot = await realpath(root.path).catch(() => root.path);
    const walk: Walk = { root, realRoot, files, problems, isComplete: true, unread: new Map() };
    await visit(walk, root.path, 0);
    reportUnread(walk);
    isComplete &&= walk.isComplete;
  }
  return { files, problems, isComplete };
};
