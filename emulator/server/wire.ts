import type { Request, Response } from "express";
import { headers, type Operation } from "../../provider/contract";
import type { Refusal } from "../refusal";
import type { Desk, GivenFile, HandlerResult, Implementation, Platform, ValidCall } from "../services/implement";
import type { BlobsInHand } from "../storage/blobs";
import { file, json, nothing, refusalAnswer, type OutgoingAnswer } from "./answer";
import { readBody } from "./body";
import type { RawCall } from "./validation";

/** How the calls and answers of an operation look. */
export interface Wire {
  readonly read: (request: Request, response: Response, platform: Platform & Desk) => Promise<RawCall>;
  readonly answer: (result: HandlerResult, call: ValidCall) => OutgoingAnswer;
  readonly refusal: (refusal: Refusal) => OutgoingAnswer;
}

/** An operation that a call may mean. */
export interface Served {
  readonly implementation: Implementation;
  readonly wire: Wire;
}

/**
 * The operations that a call may mean, in the order in which they are tried. There are several only where nothing in the
 * call tells which one is meant.
 */
export type Offer = (
  request: Request,
  response: Response,
  blobs: BlobsInHand,
) => readonly Served[] | Promise<readonly Served[]>;

/** As the contract declares it. */
export function ownWire(operation: Operation, withTotalCount: boolean): Wire {
  return {
    read: async (request, response, { blobs }) => ({
      path: request.params,
      query: request.query,
      body: await readBody(operation, request, response, blobs),
    }),
    answer: (result) => answerOf(operation, result, withTotalCount ? totalCountOf(result) : {}),
    refusal: refusalAnswer,
  };
}

/** The answer of a call that succeeded. */
export function answerOf(
  { gives, status }: Operation,
  { body }: HandlerResult,
  ofJson: Record<string, string>,
): OutgoingAnswer {
  switch (gives) {
    case "nothing":
      return nothing(status);
    case "file":
      return file(status, body as GivenFile);
    case "json":
      return json(status, body, ofJson);
  }
}

function totalCountOf({ totalCount }: HandlerResult): Record<string, string> {
  return totalCount === undefined ? {} : { [headers.totalCount]: String(totalCount) };
}
