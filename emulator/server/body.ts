import express, { type Request, type RequestHandler, type Response } from "express";
import { refuse } from "../refusal";

/** Far above the longest declared text. */
const limit = "1mb";

/** Not only objects and arrays: a bucket's author is set with a bare JSON text. */
const parse: RequestHandler = express.json({ limit, strict: false });

/** The JSON body of a request; undefined when there is none. */
export async function readBody(request: Request, response: Response): Promise<unknown> {
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error === undefined) {
        resolve();
      } else {
        reject(refusalFor(error as { readonly status?: number }));
      }
    });
  });
  return request.body;
}

function refusalFor({ status }: { readonly status?: number }): Error {
  return status === 413
    ? refuse.tooLarge(`The body is larger than ${limit}.`)
    : refuse.malformed("The body cannot be read as JSON in UTF-8.");
}
