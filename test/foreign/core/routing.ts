import type { Express, Request, Response } from "express";
import { type Fault, notFound } from "./fault";
import type { Account } from "./model";
import { authenticated } from "./authentication";
import type { State } from "./state";

/** A request as a service sees it. */
export interface Visit {
  state: State;
  params: Readonly<Record<string, string>>;
  query: unknown;
  body: unknown;
  request: Request;
}

export interface Call extends Visit {
  caller: Account;
  token: string;
}

export interface Answer {
  status: number;
  /** JSON, or the bytes of a file. */
  body?: object;
  headers?: Record<string, string>;
}

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** An operation of a service. An open one wants no login. Parts in braces are parameters. */
export type Route = { method: Method; path: string } & (
  { open: true; answer: (visit: Visit) => Answer } | { open?: never; answer: (call: Call) => Answer | Promise<Answer> }
);

/** Builds the list of a service's routes, all of them below one path. */
export const below = (base: string, routes: readonly Route[]): Route[] =>
  routes.map((route) => ({ ...route, path: `${base}${route.path}` }));

function visitOf(state: State, request: Request): Visit {
  const params = Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)]));
  return { state, params, query: request.query, body: request.body as unknown, request };
}

export function mount(app: Express, state: State, routes: readonly Route[]): void {
  for (const route of routes) {
    app[route.method](route.path.replace(/\{(\w+)\}/g, ":$1"), async (request, response) => {
      const visit = visitOf(state, request);
      send(
        response,
        route.open === true
          ? route.answer(visit)
          : await route.answer({ ...visit, ...authenticated(state, request.get("authorization")) }),
      );
    });
  }
}

function send(response: Response, { status, body, headers = {} }: Answer): void {
  response.status(status).set(headers);
  if (body === undefined) {
    response.end();
  } else if (Buffer.isBuffer(body)) {
    response.send(body);
  } else {
    response.json(body);
  }
}

export function sendFault(response: Response, fault: Fault): void {
  const headers = fault.status === 401 ? { "WWW-Authenticate": "Bearer" } : {};
  send(response, { status: fault.status, body: fault.body, headers });
}

/** The number in a path. An id that is no number belongs to nothing. */
export function idIn(call: Visit, name: string): number {
  const value = call.params[name] ?? "";
  if (!/^[1-9]\d{0,14}$/.test(value)) {
    throw notFound(`${name} ${value}`);
  }
  return Number(value);
}
