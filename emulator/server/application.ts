import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { headers, services, type Operation, type Service } from "../../provider/contract";
import type { Implementation, Platform } from "../services/implement";
import type { BlobsInHand } from "../storage/blobs";
import { version } from "../version";
import { errorAnswer, send, text } from "./answer";
import { control, controlPath } from "./control";
import { FaultPlan } from "./fault-plan";
import { HeldCalls } from "./held-calls";
import { serve } from "./pipeline";
import { RequestLog, type LoggedRequest } from "./request-log";
import { swaggerRoutes } from "./swagger/routes";

export interface ApplicationOptions {
  readonly platform: Platform;
  readonly blobs: () => BlobsInHand;
  readonly implementations: readonly Implementation[];
  readonly withTotalCount: boolean;
}

export interface Application {
  readonly application: Express;
  /** Returns when no call is under way any more. */
  readonly settled: () => Promise<void>;
}

/** The whole server, from the declared operations; nothing here knows one of them by name. */
export function createApplication(options: ApplicationOptions): Application {
  const faults = new FaultPlan();
  const held = new HeldCalls();
  const requests = new RequestLog();
  const underWay = new Set<Promise<void>>();
  const application = express();
  configure(application);
  application.use(identify);
  application.use(controlPath, control({ faults, held, requests, outbox: options.platform.outbox }));
  application.use(recordIn(requests));
  const answerTo = (implementation: Implementation) => async (request: Request, response: Response) => {
    requests.isFor(entryOf(response), implementation.operation.key);
    const served = serve(implementation, { ...options, faults, held }, request, response);
    underWay.add(served);
    await served.finally(() => underWay.delete(served));
  };
  for (const [path, handlers] of [
    ["/", { get: greet }] as const,
    ...swaggerRoutes,
    ...services.map((service) => [`${service.folder}/swagger.yaml`, { get: documentOf(service) }] as const),
    ...byPath(options.implementations, answerTo),
  ]) {
    offer(application, path, handlers);
  }
  application.use(refuseUnknown);
  application.use(refuseUnreadable);
  return {
    application,
    settled: async () => {
      await Promise.allSettled(underWay);
    },
  };
}

function documentOf(service: Service) {
  return (_request: Request, response: Response): void => {
    // Loaded when somebody asks: printing YAML is not needed for a quick start.
    const { printSwaggerYaml } =
      require("../../provider/contract/swagger") as typeof import("../../provider/contract/swagger");
    send(response, text(200, "application/yaml", printSwaggerYaml(service)));
  };
}

function configure(application: Express): void {
  application.disable("x-powered-by");
  application.disable("etag");
  application.enable("case sensitive routing");
  application.enable("strict routing");
  application.set("query parser", "simple");
}

type Handlers = Partial<Record<"get" | "post" | "put" | "delete", (request: Request, response: Response) => unknown>>;

/** What is done at each path; one without parameters comes before those that would take it for a value of theirs. */
function byPath(
  implementations: readonly Implementation[],
  answerTo: (implementation: Implementation) => Handlers["get"],
): [string, Handlers][] {
  const handlers = new Map<string, Handlers>();
  for (const implementation of implementations) {
    const { operation } = implementation;
    const path = pathOf(operation);
    handlers.set(path, { ...handlers.get(path), [methodOf(operation)]: answerTo(implementation) });
  }
  const parameters = (path: string) => path.split(":").length;
  return [...handlers].sort(([a], [b]) => parameters(a) - parameters(b));
}

/** Any other method is refused with those that there are; Express would answer HEAD as if it were GET. */
function offer(application: Express, path: string, handlers: Handlers): void {
  const route = application.route(path);
  const methods = Object.entries(handlers).map(([method, handler]) => {
    route[method as keyof Handlers](handler);
    return method.toUpperCase();
  });
  const refuseMethod = ({ method }: Request, response: Response): void => {
    send(response, errorAnswer(405, `${method} is not used here.`, { allow: methods.join(", ") }));
  };
  route.head(refuseMethod).all(refuseMethod);
}

function methodOf({ method }: Operation): keyof Handlers {
  return method.toLowerCase() as keyof Handlers;
}

/** `/organisations/{orgId}` is `/organisations/:orgId` for Express. */
function pathOf({ service, path }: Operation): string {
  return service.basePath + path.replace(/\{(\w+)\}/g, ":$1");
}

function identify(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader(headers.emulator, version);
  next();
}

/** The status is noted when the head is written, so that whoever has an answer finds it in the list. */
function recordIn(requests: RequestLog) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const entry = requests.begin(request.method, request.originalUrl);
    response.locals["entry"] = entry;
    const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => Response;
    response.writeHead = ((...args: unknown[]) => {
      entry.status = args[0] as number;
      return writeHead(...args);
    }) as typeof response.writeHead;
    next();
  };
}

function entryOf(response: Response): LoggedRequest {
  return response.locals["entry"] as LoggedRequest;
}

function greet(_request: Request, response: Response): void {
  send(response, greeting);
}

const greeting = text(
  200,
  "text/plain",
  `This is an embedded hale»connect, version ${version}, made to try things on. Try out its operations at /swagger/. Its services: ${services
    .map(({ folder }) => `${folder}/swagger.yaml`)
    .join(", ")}\n`,
);

function refuseUnknown(request: Request, response: Response): void {
  send(response, errorAnswer(404, `There is no operation ${request.method} ${request.path}.`));
}

/** Addresses that cannot be decoded; four parameters make it Express's handler of errors. */
function refuseUnreadable(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error);
  } else if ((error as { readonly status?: number }).status === 400) {
    send(response, errorAnswer(400, "The address of the call cannot be read."));
  } else {
    console.error("The emulator failed:", error);
    send(response, errorAnswer(500, `The emulator failed: ${(error as Error).message}`));
  }
}
