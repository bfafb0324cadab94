import express, { type NextFunction, type Request, type Response, type Router } from "express";
import { BlockList } from "node:net";
import { z } from "zod";
import { allOperations } from "../../provider/contract";
import { Refusal, refuse } from "../refusal";
import { IdentityProvider } from "../services/accounts/sign-in";
import type { Platform } from "../services/implement";
import { JobOrder } from "../services/workflows/job-plan";
import { errorAnswer, json, refusalAnswer, send } from "./answer";
import { readJson } from "./body";
import { Fault, type FaultPlan } from "./fault-plan";
import type { HeldCalls } from "./held-calls";
import type { RequestLog } from "./request-log";
import { check } from "./validation";

/** Where tests switch faults and look at what was asked. It is no part of hale»connect. */
export const controlPath = "/_emulator";

/** What can be looked at and switched. */
export interface Controlled {
  readonly faults: FaultPlan;
  readonly held: HeldCalls;
  readonly requests: RequestLog;
  readonly platform: Platform;
}

/**
 * `/_emulator/faults`, `/held`, `/requests`, `/mails`, `/jobs` and, with single sign-on, `/sign-in`, for processes of this
 * machine only.
 */
export function control({ faults, held, requests, platform }: Controlled): Router {
  const { outbox } = platform;
  const router = express.Router({ caseSensitive: true, strict: true });
  router.use(onlyFromHere);
  router
    .route("/faults")
    .get((_request, response) => {
      send(response, json(200, { faults: faults.list() }));
    })
    .post(async (request, response) => {
      faults.arm(readFault(await readJson(request, response)));
      send(response, json(201, { faults: faults.list() }));
    })
    .delete((_request, response) => {
      faults.clear();
      send(response, json(200, { faults: [] }));
    });
  router
    .route("/held")
    .get(async (_request, response) => {
      send(response, json(200, { held: await held.next(response) }));
    })
    .delete(async (_request, response) => {
      send(response, json(200, { released: await held.release() }));
    });
  router
    .route("/requests")
    .get((_request, response) => {
      send(response, json(200, requests.report()));
    })
    .delete((_request, response) => {
      requests.reset();
      send(response, json(200, requests.report()));
    });
  router
    .route("/mails")
    .get((_request, response) => {
      send(response, json(200, { mails: outbox.list() }));
    })
    .delete((_request, response) => {
      outbox.clear();
      send(response, json(200, { mails: [] }));
    });
  controlJobs(router, platform);
  if (platform.singleSignOn) {
    const provider = new IdentityProvider();
    router.post("/sign-in", async (request, response) => {
      const { username, roles } = check(SignIn, await readJson(request, response));
      send(response, json(200, { token: provider.signIn(platform, username, roles) }));
    });
  }
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof Refusal) {
      send(response, refusalAnswer(error));
    } else {
      next(error);
    }
  });
  return router;
}

function controlJobs(router: Router, platform: Platform): void {
  const { jobPlan } = platform;
  router
    .route("/jobs")
    .get((_request, response) => {
      send(response, json(200, { jobs: jobPlan.list() }));
    })
    .post(async (request, response) => {
      jobPlan.order(check(JobOrder, await readJson(request, response)));
      send(response, json(201, { jobs: jobPlan.list() }));
    })
    .delete((_request, response) => {
      jobPlan.clear();
      send(response, json(200, { jobs: [] }));
    });
  router.route("/jobs/history").delete((_request, response) => {
    const over = platform.world.jobs.all().filter(({ end }) => end !== undefined);
    over.forEach(({ id }) => {
      platform.commit({ type: "jobForgotten", id });
    });
    send(response, json(200, {}));
  });
}

const SignIn = z.strictObject({
  username: z.string().min(1),
  roles: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])).optional(),
});

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

export function isOfThisMachine(address: string): boolean {
  return loopback.check(address, address.includes(":") ? "ipv6" : "ipv4");
}

function onlyFromHere({ socket }: Request, response: Response, next: NextFunction): void {
  if (isOfThisMachine(socket.remoteAddress ?? "")) {
    next();
  } else {
    send(response, errorAnswer(403, `${controlPath} is for processes of the emulator's own machine.`));
  }
}

function readFault(body: unknown): Fault {
  const fault = check(Fault, body);
  if (fault.operation !== "*" && !allOperations.some(({ key }) => key === fault.operation)) {
    throw refuse.invalid([{ field: "operation", message: whyUnknown(fault.operation) }]);
  }
  return fault;
}

function whyUnknown(operation: string): string {
  const meant = allOperations.filter(({ id }) => id === operation).map(({ key }) => key);
  return meant.length === 0
    ? `there is no operation "${operation}"`
    : `several services have an operation "${operation}": ${meant.join(", ")}`;
}
