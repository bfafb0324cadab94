import type { Request, Response } from "express";
import type { Received } from "../../../provider/binding/serving/call";
import { hasFixed, meantBy, type Bound } from "../../../provider/binding/serving/choice";
import { fixedIn, placeInWords } from "../../../provider/binding/serving/placement";
import { refuse } from "../../refusal";
import type { Implementation } from "../../services/implement";
import type { BlobsInHand } from "../../storage/blobs";
import { readBody, readJson } from "../body";
import { readBareFile, readFile } from "../upload";

/** An operation of the provider that a path and a method of the server may stand for. */
export interface Candidate extends Bound {
  readonly implementation: Implementation;
  /** The file does not change it. */
  readonly isOwn: boolean;
  /** What it calls the parameters of its path, in their order. */
  readonly names: readonly string[];
}

/** One call, as it comes. Its body is read once, whatever it may mean. */
export class Reception {
  #body: Promise<unknown> | undefined;

  constructor(
    readonly candidates: readonly Candidate[],
    readonly request: Request,
    readonly response: Response,
    readonly blobs: BlobsInHand,
  ) {}

  /** The operations that the call may mean. Where there is only one, its body is not read yet. */
  async meant(): Promise<readonly Candidate[]> {
    const [only] = this.candidates;
    if (this.candidates.length === 1 && only !== undefined) {
      return [only];
    }
    const body = await this.#read();
    const meant = meantBy(
      this.candidates.map((candidate) => ({ ...candidate, received: this.#callOf(candidate, body) })),
    );
    if (meant.length === 0) {
      throw refuse.invalid([{ field: "body", message: `expected ${this.candidates.map(fixedInWords).join(", or ")}` }]);
    }
    return meant;
  }

  /** The call, with the parameters of its path as the operation calls them. */
  async received(candidate: Candidate): Promise<Received> {
    const received = this.#callOf(candidate, await this.#read());
    if (!hasFixed(candidate.binding, received)) {
      throw refuse.invalid([{ field: "body", message: `expected ${fixedInWords(candidate)}` }]);
    }
    return received;
  }

  #callOf({ names }: Candidate, body: unknown): Received {
    const path = Object.fromEntries(names.map((name, at) => [name, this.request.params[`p${at}`]]));
    return { path, query: this.request.query, body };
  }

  #read(): Promise<unknown> {
    return (this.#body ??= this.#readOnce());
  }

  #readOnce(): Promise<unknown> {
    const { request, response, blobs, candidates } = this;
    const sending = candidates.find(({ operation }) => operation.body !== undefined) ?? candidates[0];
    if (sending?.operation.sends === "file") {
      const { binding, operation } = sending;
      return binding.part === null
        ? readBareFile(request, blobs, operation.largestFile)
        : readFile(request, blobs, operation.largestFile, binding.part);
    }
    // A text that became a field of an object travels as JSON.
    return sending?.operation.sends === "text" && sending.binding.body?.[""] === undefined
      ? Promise.resolve(readBody(sending.operation, request, response, blobs))
      : readJson(request, response);
  }
}

function fixedInWords({ operation, binding }: Candidate): string {
  const values = fixedIn(binding).map(({ place, value }) => `${placeInWords(place)} ${JSON.stringify(value)}`);
  return `${values.length === 0 ? "no other value" : values.join(" and ")} (${operation.key})`;
}
