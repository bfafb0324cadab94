import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { headers, services, type Service } from "../../provider/contract";
import type { Implementation, Platform } from "../services/implement";
import type { BlobsInHand } from "../storage/blobs";
import { version } from "../version";
import { errorAnswer, send, text, type OutgoingAnswer } from "./answer";
import { control, controlPath } from "./control";
import { FaultPlan } from "./fault-plan";
import { HeldCalls } from "./held-calls";
import { owsRoutes } from "./ows/routes";
import { serve } from "./pipeline";
import { publicMetadataRoutes } from "./public-metadata";
import type { Rehearsal } from "./rehearsal";
import { RequestLog, type LoggedRequest } from "./request-log";
import { routesOf, type Method } from "./routes";
import { ownWire, type Offer } from "./wire";
import { signOnRoutes } from "./sign-on";
import { swaggerRoutes } from "./swagger/routes";

export interface ApplicationOptions {
  readonly platform: Platform;
  readonly blobs: () => BlobsInHand;
  readonly implementations: readonly Implementation[];
  readonly withTotalCount: boolean;
  /** Serves as a contract file says. */
  readonly rehearsal?: Rehearsal | undefined;
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
  const { rehearsal } = options;
  const inWords = rehearsal?.inWords ?? ((answer: OutgoingAnswer) => answer);
  const application = express();
  configure(application);
  application.use(identify(rehearsal?.digest));
  application.use(controlPath, control({ faults, held, requests, platform: options.platform }));
  application.use(recordIn(requests));
  const tracked = (served: Promise<void>): Promise<void> => {
    underWay.add(served);
    return served.finally(() => underWay.delete(served));
  };
  const answerTo = (of: Offer) => async (request: Request, response: Response) => {
    const isFor = (operation: string): void => requests.isFor(entryOf(response), operation);
    await tracked(serve(of, { ...options, faults, held, inWords }, request, response, isFor));
  };
  const places: readonly Place[] = [
    ...(options.platform.singleSignOn ? signOnRoutes : [{ path: "/", methods: { get: greet } }]),
    ...swaggerRoutes.map(([path, methods]) => ({ path, methods })),
    ...owsRoutes(options, tracked),
    ...publicMetadataRoutes(options, tracked),
    ...services.map((service) => documentOf(service, rehearsal?.documentOf ?? ownDocument)),
    ...(rehearsal?.routes(options.withTotalCount) ?? ownRoutes(options)).map(({ path, offers, missing }) => ({
      path,
      ...(missing === undefined ? {} : { missing }),
      methods: Object.fromEntries(Object.entries(offers).map(([method, of]) => [method, answerTo(of)])),
    })),
  ];
  for (const place of places) {
    offer(application, place, inWords);
  }
  application.use(refuseUnknown(inWords));
  application.use(refuseUnreadable(inWords));
  return {
    application,
    settled: async () => {
      await Promise.allSettled(underWay);
    },
  };
}

function ownRoutes({ implementations, withTotalCount }: ApplicationOptions) {
  return routesOf(
    implementations.map((implementation) => {
      const { operation } = implementation;
      const served = { implementation, wire: ownWire(operation, withTotalCount) };
      return {
        method: operation.method,
        path: `${operation.service.basePath}${operation.path}`,
        offer: () => [served],
      };
    }),
  );
}

/** The text of a swagger.yaml. */
function ownDocument(service: Service): string {
  // Loaded when somebody asks: printing YAML is not needed for a quick start.
  const { printSwaggerYaml } =
    require("../../provider/contract/swagger") as typeof import("../../provider/contract/swagger");
  return printSwaggerYaml(service);
}

function documentOf(service: Service, print: (service: Service) => string) {
  const get = (_request: Request, response: Response): void => {
    send(response, text(200, "application/yaml", print(service)));
  };
  return { path: `${service.folder}/swagger.yaml`, methods: { get } };
}

type InWords = (answer: OutgoingAnswer) => OutgoingAnswer;

function configure(application: Express): void {
  application.disable("x-powered-by");
  application.disable("etag");
  application.enable("case sensitive routing");
  application.enable("strict routing");
  application.set("query parser", "simple");
}

type Handlers = Partial<Record<Method, (request: Request, response: Response) => unknown>>;

interface Place {
  readonly path: string;
  readonly methods: Handlers;
  /** Methods of operations that this server does not have. */
  readonly missing?: readonly Method[];
}

/** Any other method is refused with those that there are; Express would answer HEAD as if it were GET. */
function offer(application: Express, { path, methods: handlers, missing = [] }: Place, inWords: InWords): void {
  const route = application.route(path);
  const methods = Object.entries(handlers).map(([method, handler]) => {
    route[method as keyof Handlers](handler);
    return method.toUpperCase();
  });
  missing.forEach((method) => route[method](refuseUnknown(inWords)));
  const refuseMethod = ({ method }: Request, response: Response): void => {
    send(response, inWords(errorAnswer(405, `${method} is not used here.`, { allow: methods.join(", ") })));
  };
  route.head(refuseMethod).all(refuseMethod);
}

/** An emulator that serves as a contract file says tells the digest of the file too. */
function identify(digest: string | undefined) {
  return (_request: Request, response: Response, next: NextFunction): void => {
    response.setHeader(headers.emulator, version);
    if (digest !== undefined) {
      response.setHeader(headers.contract, digest);
    }
    next();
  };
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

function refuseUnknown(inWords: InWords) {
  return (request: Request, response: Response): void => {
    send(response, inWords(errorAnswer(404, `There is no operation ${request.method} ${request.path}.`)));
  };
}

/** Addresses that cannot be decoded; four parameters make it Express's handler of errors. */
function refuseUnreadable(inWords: InWords) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
    } else if ((error as { readonly status?: number }).status === 400) {
      send(response, inWords(errorAnswer(400, "The address of the call cannot be read.")));
    } else {
      console.error("The emulator failed:", error);
      send(response, inWords(errorAnswer(500, `The emulator failed: ${(error as Error).message}`)));
    }
  };
}
