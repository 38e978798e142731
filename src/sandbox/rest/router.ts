/** A method and a path in, the route that answers it and the ids in the path out. */
import type { APIUser } from 'discord.js';
import type { World } from '../world/world.ts';
import { refusals } from './api-error.ts';
import type { RequestFile } from './request-body.ts';

/** Everything a route may look at. */
export interface RestRequest {
  world: World;
  /** Path parameters by the names of the template, percent-decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** The JSON body, or `payload_json` of a multipart one; undefined without a body. */
  body: unknown;
  files: RequestFile[];
  /** The bot. */
  me: APIUser;
}

/** A route's answer: a JSON body with status 200 unless said otherwise, or undefined for 204. */
export type RestAnswer = { status?: number; json: unknown } | undefined;

type Handler = (request: RestRequest) => RestAnswer | Promise<RestAnswer>;

/** `METHOD /path/{with}/{parameters}`, written as in Discord's OpenAPI specification, to what answers it. */
export type Routes = Record<string, Handler>;

export interface Match {
  method: string;
  /** The template, without the method. */
  route: string;
  params: Record<string, string>;
  handle: Handler;
}

interface CompiledRoute {
  method: string;
  route: string;
  parts: string[];
  handle: Handler;
}

/** Throws 404 or 405 as Discord does; literal segments win over parameters. */
export function createRouter(routes: Routes): (method: string, path: string) => Match {
  const compiled = Object.entries(routes).map(([key, handle]): CompiledRoute => {
    const [method, route] = key.split(' ') as [string, string];
    return { method, route, parts: route.split('/'), handle };
  });
  return (method, path) => {
    const parts = path.split('/').map(decodeURIComponent);
    const fitting = compiled
      .filter((one) => fits(one.parts, parts))
      .sort((a, b) => literals(b) - literals(a));
    if (fitting.length === 0) throw refusals.unknownRoute();
    const found = fitting.find((one) => one.method === method);
    if (!found) throw refusals.wrongMethod();
    return { method, route: found.route, params: paramsOf(found.parts, parts), handle: found.handle };
  };
}

function fits(template: string[], parts: string[]): boolean {
  return (
    template.length === parts.length && template.every((one, i) => one.startsWith('{') || one === parts[i])
  );
}

function literals(route: CompiledRoute): number {
  return route.parts.filter((part) => !part.startsWith('{')).length;
}

function paramsOf(template: string[], parts: string[]): Record<string, string> {
  const named = template.map((one, i) => [one, parts[i]!] as const).filter(([one]) => one.startsWith('{'));
  return Object.fromEntries(named.map(([one, value]) => [one.slice(1, -1), value]));
}
