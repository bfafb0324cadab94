import { setTimeout as sleep } from "node:timers/promises";
import type { Request, Response } from "express";
import { headers, type Operation } from "../../provider/contract";
import { Refusal } from "../refusal";
import type { GivenFile, Implementation, HandlerResult, Platform } from "../services/implement";
import type { BlobsInHand } from "../storage/blobs";
import { errorAnswer, file, json, nothing, refusalAnswer, send, sendHalf, type OutgoingAnswer } from "./answer";
import { readBody } from "./body";
import { effects, undisturbed, type Steps } from "./fault-effects";
import type { FaultPlan } from "./fault-plan";
import type { HeldCalls } from "./held-calls";
import { validate } from "./validation";
import { visitorOf } from "./visitor";

export interface PipelineOptions {
  readonly platform: Platform;
  /** The bytes of files, for one call. */
  readonly blobs: () => BlobsInHand;
  readonly faults: FaultPlan;
  readonly held: HeldCalls;
  readonly withTotalCount: boolean;
}

/** The one way of every call: fault, token, body, types, handler, model of the answer. */
export async function serve(
  implementation: Implementation,
  options: PipelineOptions,
  request: Request,
  response: Response,
): Promise<void> {
  const fault = options.faults.take(implementation.operation);
  const effect = fault === undefined ? undisturbed : effects[fault.fault];
  await effect(stepsOf(implementation, options, request, response), fault?.seconds, fault?.alteration);
}

function stepsOf(
  implementation: Implementation,
  options: PipelineOptions,
  request: Request,
  response: Response,
): Steps {
  return {
    work: () => answerTo(implementation, options, request, response),
    send: (answer) => {
      send(response, answer);
    },
    sendHalf: (answer) => {
      sendHalf(response, answer);
    },
    reset: () => {
      request.socket.resetAndDestroy();
    },
    hold: (seconds) => hold(response, seconds),
    keep: () => options.held.keep(implementation.operation.key, response),
  };
}

async function answerTo(
  { operation, run }: Implementation,
  { platform, blobs: all, withTotalCount }: PipelineOptions,
  request: Request,
  response: Response,
): Promise<OutgoingAnswer> {
  const blobs = all();
  try {
    const visitor = visitorOf(request.headers.authorization, operation.access, platform);
    const body = await readBody(operation, request, response, blobs);
    const call = validate(operation, { path: request.params, query: request.query, body });
    const result = await run(call, { ...platform, blobs }, visitor);
    return answerOf(operation, result, withTotalCount);
  } catch (error) {
    return error instanceof Refusal ? refusalAnswer(error) : defect(operation.key, error);
  } finally {
    // A file that is given has to stay until it has left.
    onceClosed(response, blobs.done);
  }
}

function onceClosed(response: Response, act: () => void): void {
  if (response.closed || response.destroyed) {
    act();
  } else {
    response.once("close", act);
  }
}

function answerOf(operation: Operation, result: HandlerResult, withTotalCount: boolean): OutgoingAnswer {
  switch (operation.gives) {
    case "nothing":
      return nothing(operation.status);
    case "file":
      return file(operation.status, result.body as GivenFile);
    case "json":
      operation.answer.parse(result.body);
      return json(operation.status, result.body, withTotalCount ? totalCountOf(result) : {});
  }
}

function totalCountOf({ totalCount }: HandlerResult): Record<string, string> {
  return totalCount === undefined ? {} : { [headers.totalCount]: String(totalCount) };
}

/** Nobody asked for this one. It goes to the terminal in full, and to the client in short. */
function defect(operation: string, error: unknown): OutgoingAnswer {
  console.error(`The emulator failed in ${operation}:`, error);
  return errorAnswer(500, `The emulator failed in ${operation}: ${(error as Error).message}`);
}

/** Ends early when the client goes away, so that nothing stays behind it. */
async function hold(response: Response, seconds: number | undefined): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => {
    gone.abort();
  });
  if (response.closed || response.destroyed) {
    return;
  }
  const longest = 2 ** 31 - 1;
  await sleep(seconds === undefined ? longest : seconds * 1000, undefined, { signal: gone.signal }).catch(
    () => undefined,
  );
}
