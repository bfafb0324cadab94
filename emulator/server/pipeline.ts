import { setTimeout as sleep } from "node:timers/promises";
import type { Request, Response } from "express";
import type { Operation } from "../../provider/contract";
import { Refusal } from "../refusal";
import type { Platform } from "../services/implement";
import type { BlobsInHand } from "../storage/blobs";
import { errorAnswer, refusalAnswer, send, sendHalf, type OutgoingAnswer } from "./answer";
import { effects, undisturbed, type Steps } from "./fault-effects";
import type { FaultPlan } from "./fault-plan";
import type { HeldCalls } from "./held-calls";
import { validate } from "./validation";
import { visitorOf } from "./visitor";
import type { Offer, Served } from "./wire";

export interface PipelineOptions {
  readonly platform: Platform;
  /** The bytes of files, for one call. */
  readonly blobs: () => BlobsInHand;
  readonly faults: FaultPlan;
  readonly held: HeldCalls;
  /** An error in the words of the server. */
  readonly inWords: (answer: OutgoingAnswer) => OutgoingAnswer;
}

/** The one way of every call: fault, token, body, types, handler, model of the answer. */
export async function serve(
  offer: Offer,
  options: PipelineOptions,
  request: Request,
  response: Response,
  isFor: (operation: string) => void,
): Promise<void> {
  const blobs = options.blobs();
  try {
    const offered = await offer(request, response, blobs);
    const [first] = offered;
    if (first !== undefined) {
      const { operation } = first.implementation;
      isFor(operation.key);
      const fault = options.faults.take(operation);
      const effect = fault === undefined ? undisturbed : effects[fault.fault];
      const steps = stepsOf(offered, operation, { options, blobs, request, response });
      await effect(steps, fault?.seconds, fault?.alteration);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    send(response, options.inWords(refusalAnswer(error)));
  } finally {
    // A file that is given has to stay until it has left.
    onceClosed(response, blobs.done);
  }
}

/** One call, and what it is served with. */
interface OneCall {
  readonly options: PipelineOptions;
  readonly blobs: BlobsInHand;
  readonly request: Request;
  readonly response: Response;
}

function stepsOf(offered: readonly Served[], operation: Operation, call: OneCall): Steps {
  const { options, request, response } = call;
  return {
    work: () => firstNotRefused(offered, call),
    send: (answer) => {
      send(response, options.inWords(answer));
    },
    sendHalf: (answer) => {
      sendHalf(response, options.inWords(answer));
    },
    reset: () => {
      request.socket.resetAndDestroy();
    },
    hold: (seconds) => hold(response, seconds),
    keep: () => options.held.keep(operation.key, response),
  };
}

/** Where nothing tells which operation a call means, it is one that is not refused. A refused one has done nothing. */
async function firstNotRefused([first, ...others]: readonly Served[], call: OneCall): Promise<OutgoingAnswer> {
  let answer = first === undefined ? errorAnswer(404, "There is no such operation.") : await answerTo(first, call);
  for (const other of others) {
    if (![404, 409, 422].includes(answer.status)) {
      return answer;
    }
    answer = await answerTo(other, call);
  }
  return answer;
}

async function answerTo(
  { implementation: { operation, run }, wire }: Served,
  { options: { platform }, blobs, request, response }: OneCall,
): Promise<OutgoingAnswer> {
  try {
    const visitor = visitorOf(request.headers.authorization, operation.access, platform);
    const desk = { ...platform, blobs };
    const call = validate(operation, await wire.read(request, response, desk));
    const result = await run(call, desk, visitor);
    if (operation.gives === "json") {
      operation.answer.parse(result.body);
    }
    return wire.answer(result, call);
  } catch (error) {
    return error instanceof Refusal ? wire.refusal(error) : defect(operation.key, error);
  }
}

function onceClosed(response: Response, act: () => void): void {
  if (response.closed || response.destroyed) {
    act();
  } else {
    response.once("close", act);
  }
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
