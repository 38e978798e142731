/** Recorded requests in; where they break Discord's OpenAPI specification out. Used as the test run's last step. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { RequestRecord } from '../../src/sandbox/rest/request-log.ts';

/** Where the specification is, when it is; it is Discord's and not part of this project. */
const specificationPath = new URL('../../../shared/discord/openapi.json', import.meta.url);

/** Any JSON object of the specification. */
type Json = Record<string, unknown>;

export interface Fault {
  method: string;
  route: string;
  body: unknown;
  /** Ajv's words for what is wrong. */
  problem: string;
}

export function hasSpecification(): boolean {
  return existsSync(specificationPath);
}

/** All records of all `.jsonl` files of a folder, oldest first within each. */
export function readRecords(folder: string): RequestRecord[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const lines = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'));
  return lines.filter(Boolean).map((line) => JSON.parse(line));
}

/** Returns a function that finds the faults of one request's body; needs the specification. */
export function createValidator(): (record: Pick<RequestRecord, 'method' | 'route' | 'body'>) => Fault[] {
  const specification = JSON.parse(readFileSync(specificationPath, 'utf8')) as Json;
  correct(specification);
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  ajv.addSchema(specification, 'discord');
  const compiled = new Map<string, ValidateFunction | undefined>();
  return ({ method, route, body }) => {
    if (body === undefined) return [];
    const key = `${method} ${route}`;
    if (!compiled.has(key)) compiled.set(key, compile(ajv, specification, method, route));
    const validate = compiled.get(key);
    if (!validate) return [{ method, route, body, problem: 'The specification has no body for this route.' }];
    return validate(body) ? [] : [{ method, route, body, problem: ajv.errorsText(validate.errors) }];
  };
}

function compile(
  ajv: Ajv2020,
  specification: Json,
  method: string,
  route: string,
): ValidateFunction | undefined {
  const path = ['paths', route, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'];
  if (at(specification, path) === undefined) return undefined;
  const pointer = path
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent);
  return ajv.compile({ $ref: `discord#/${pointer.join('/')}` });
}

function at(value: unknown, path: string[]): unknown {
  return path.reduce((inner, key) => (inner as Json | undefined)?.[key], value);
}

/** The specification calls these permissions an integer; Discord takes and gives a string of digits. */
function correct(specification: Json): void {
  const schemas = at(specification, ['components', 'schemas']) as Record<string, { properties?: Json }>;
  for (const schema of Object.values(schemas)) {
    if (schema.properties?.default_member_permissions) {
      schema.properties.default_member_permissions = { type: ['string', 'null'], pattern: '^[0-9]+$' };
    }
  }
}
