import express, { type Request, type RequestHandler, type Response } from "express";
import type { Operation } from "../../provider/contract";
import { refuse } from "../refusal";
import type { BlobsInHand } from "../storage/blobs";
import { readFile } from "./upload";

/** Far above the longest declared text. */
const limit = "1mb";

/** Not only objects and arrays: a bucket's author is set with a bare JSON text. */
const parseJson: RequestHandler = express.json({ limit, strict: false });
const parseText: RequestHandler = express.text({ limit, type: "text/plain" });

/** The body of a call, in the form that its operation takes; undefined when there is none. */
export function readBody(
  { body, sends, largestFile }: Operation,
  request: Request,
  response: Response,
  blobs: BlobsInHand,
) {
  if (body === undefined) {
    return undefined;
  }
  return {
    json: () => readJson(request, response),
    text: () => readText(request, response),
    file: () => readFile(request, blobs, largestFile),
  }[sends]();
}

export function readJson(request: Request, response: Response): Promise<unknown> {
  return parsed(parseJson, request, response, "The body cannot be read as JSON in UTF-8.");
}

async function readText(request: Request, response: Response): Promise<unknown> {
  const text = await parsed(parseText, request, response, "The body cannot be read as text in UTF-8.");
  if (typeof text !== "string") {
    throw refuse.malformed("The body is expected as text/plain, bare, not as JSON.");
  }
  return text;
}

async function parsed(
  parse: RequestHandler,
  request: Request,
  response: Response,
  complaint: string,
): Promise<unknown> {
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error === undefined) {
        resolve();
      } else {
        reject(refusalFor(error as { readonly status?: number }, complaint));
      }
    });
  });
  return request.body;
}

function refusalFor({ status }: { readonly status?: number }, complaint: string): Error {
  return status === 413 ? refuse.tooLarge(`The body is larger than ${limit}.`) : refuse.malformed(complaint);
}
