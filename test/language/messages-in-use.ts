/** In: the sources. Out: every message in them, and where one is written so that no catalogue could hold it. */
import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  type CallExpression,
  type Expression,
  type Node,
  type SourceFile,
  SyntaxKind,
  type TaggedTemplateExpression,
} from 'typescript/unstable/ast';
import {
  isArrowFunction,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isFunctionDeclaration,
  isFunctionExpression,
  isIdentifier,
  isMethodDeclaration,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isStringLiteral,
  isTaggedTemplateExpression,
  isTemplateExpression,
  isTemplateSpan,
} from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';
import { commands } from '../../commands/index.ts';
import type { Command, Option, Routine } from '../../src/discord/command.ts';
import { SUGGESTED_DAYS } from '../../src/discord/suggestions.ts';
import { WEEKDAYS } from '../../src/domain/schedule.ts';
import { SUBJECTS } from '../../src/feeds/starter-feeds.ts';
import { LANGUAGES } from '../../src/language/languages.ts';
import { KEPT_DATA } from '../../src/store/kept-data.ts';

const ROOT = join(import.meta.dirname, '../..');
const TAGS = new Set(['md', 'spoken', 'sentence']);
const COUNTING = new Set(['counted', 'whether']);

/** Errors from here are met on the terminal, in the log and by other programs alone. */
const OPERATORS =
  /^src\/(?:cli|api|backup|http|store|intake|config|main\.ts|join-cluster\.ts|search\/opensearch|text\/within-time\.ts|feeds\/open-feeds\.ts|discord\/(?:client|login-problem|reply)\.ts)/;

export interface InUse {
  /** What each message may be at most by Discord's limits, in characters; null if nothing sets one. */
  readonly messages: ReadonlyMap<string, number | null>;
  /** What is written wrongly, with file and line. */
  readonly faults: readonly string[];
}

/** Words that are to be translated, not signs and places alone. */
const hasWords = (key: string): boolean =>
  /\p{L}/u.test(key.replace(/\{\d+\}|\\?`[^`]*`/g, '').replace(/^-# $/, ''));

const wordsIn = (node: Node): readonly string[] => {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node))
    return /\p{L}/u.test(node.text) ? [node.text] : [];
  if (isTemplateExpression(node)) return ['a template'];
  if (isConditionalExpression(node)) return [...wordsIn(node.whenTrue), ...wordsIn(node.whenFalse)];
  return isBinaryExpression(node) && node.operatorToken.kind !== SyntaxKind.PlusToken
    ? wordsIn(node.right)
    : [];
};

const isCounting = (node: Node): node is CallExpression =>
  isCallExpression(node) && isIdentifier(node.expression) && COUNTING.has(node.expression.text);

const slotOf = (node: Expression, index: number): string => {
  if (!isCounting(node)) return `{${index}}`;
  const [, one, other] = node.arguments.map((argument) => ('text' in argument ? String(argument.text) : ''));
  const isPlain = isIdentifier(node.expression) && node.expression.text === 'counted';
  const forms = isPlain ? [`# ${one}`, `# ${other ?? `${one}s`}`] : [one, other];
  return `{${index}, plural, one {${forms[0]}} other {${forms[1]}}}`;
};

const keyOf = ({ template }: TaggedTemplateExpression): string =>
  isTemplateExpression(template)
    ? template.head.text +
      template.templateSpans.map((span, index) => slotOf(span.expression, index) + span.literal.text).join('')
    : template.text;

/** The strictest limit of the field of a component or form that the sentence is for. */
const LIMITS: Readonly<Record<string, number>> = {
  label: 80,
  placeholder: 100,
  title: 45,
  hint: 100,
  name: 100,
};

const fieldOf = (node: Node): string => {
  const { parent } = node;
  const name = parent !== undefined && 'name' in parent ? (parent.name as Node) : undefined;
  return name !== undefined && isIdentifier(name) && parent?.kind === SyntaxKind.PropertyAssignment
    ? name.text
    : '';
};

const isFunction = (node: Node): boolean =>
  isArrowFunction(node) ||
  isFunctionDeclaration(node) ||
  isFunctionExpression(node) ||
  isMethodDeclaration(node);

const readFile = (
  source: SourceFile,
  file: string,
  add: (key: string, max: number | null) => void,
): string[] => {
  const faults: string[] = [];
  const fault = (node: Node, what: string): void => {
    const line = source.text.slice(0, node.pos).split('\n').length;
    faults.push(`${file}:${line}: ${what}`);
  };
  const visit = (node: Node, isInFunction: boolean): void => {
    if (isTaggedTemplateExpression(node) && isIdentifier(node.tag) && TAGS.has(node.tag.text)) {
      const key = keyOf(node);
      if (hasWords(key)) {
        add(key, LIMITS[fieldOf(node)] ?? null);
        if (!isInFunction && node.tag.text !== 'sentence')
          fault(node, `“${key}” is told before anyone reads it`);
      }
    }
    if (isTemplateSpan(node) && isTaggedTemplateExpression(node.parent.parent)) {
      const { tag } = node.parent.parent;
      if (isIdentifier(tag) && TAGS.has(tag.text))
        for (const words of wordsIn(node.expression)) fault(node, `“${words}” is put in untranslated`);
    }
    if (isNewExpression(node) && isIdentifier(node.expression) && node.expression.text === 'DatelineError') {
      const message = node.arguments?.[1];
      if (!OPERATORS.test(file) && message !== undefined && wordsIn(message).length > 0)
        fault(node, 'an error is told in English alone');
    }
    if (isCounting(node) && !isTemplateSpan(node.parent))
      fault(node, 'a number is counted outside of its sentence');
    node.forEachChild((child) => visit(child, isInFunction || isFunction(node)));
  };
  visit(source, false);
  return faults;
};

const ofOptions = (options: Readonly<Record<string, Option>> = {}): [string, number][] =>
  Object.values(options).flatMap((option): [string, number][] => [
    [option.description, 100],
    ...(option.kind === 'string' ? (option.choices ?? []) : []).map(({ name }): [string, number] => [
      name,
      100,
    ]),
  ]);

const ofRoutine = ({ description, options }: Routine): [string, number][] => [
  [description, 100],
  ...ofOptions(options),
];

const ofCommand = (command: Command): [string, number][] => {
  if (command.kind === 'slash') return ofRoutine(command);
  if (command.kind === 'message')
    return [
      [command.name, 32],
      [command.description, 200],
    ];
  return [[command.description, 100], ...Object.values(command.subcommands).flatMap(ofRoutine)];
};

/** Keys that stand in lists and are used one by one. */
const listed = (): [string, number | null][] => [
  ...commands.flatMap(ofCommand),
  ...KEPT_DATA.flatMap(({ what, purpose, until }) => [what, purpose, until]).map((key): [string, null] => [
    key,
    null,
  ]),
  ...[...SUBJECTS, ...SUGGESTED_DAYS, ...WEEKDAYS].map((key): [string, number] => [key, 100]),
];

export const messagesInUse = (): InUse => {
  const messages = new Map<string, number | null>();
  const names = new Set(LANGUAGES.map(({ name }) => name));
  const add = (key: string, max: number | null): void => {
    const known = messages.get(key) ?? null;
    if (!names.has(key))
      messages.set(key, known === null || max === null ? (known ?? max) : Math.min(known, max));
  };
  for (const [key, max] of listed()) add(key, max);
  const api = new API({ cwd: ROOT });
  try {
    const [project] = api.updateSnapshot({ openProject: join(ROOT, 'tsconfig.json') }).getProjects();
    const faults = globSync('{src,commands}/**/*.ts', { cwd: ROOT })
      .toSorted()
      .filter((file) => !file.startsWith(join('src', 'language')))
      .flatMap((file) => {
        const source = project!.program.getSourceFile(join(ROOT, file));
        return source === undefined ? [`${file} cannot be read`] : readFile(source, relative('.', file), add);
      });
    return { messages, faults };
  } finally {
    api.close();
  }
};
