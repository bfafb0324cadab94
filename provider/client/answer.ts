import { Readable } from "node:stream";
import { Feedback, type AnswerOf, type Download, type Operation } from "../contract";
import { HaleconnectError } from "../errors";
import { nullAsAbsent } from "./absent";
import { reasonOf } from "./failures";
import type { Answer } from "./outcome";
import { isUnreadable } from "./retry";

/** An answer that is not what the operation's model says; the write itself, if it is one, was executed. */
export class Mismatch extends HaleconnectError {
  constructor(operation: Operation, place: string, why: string) {
    const { name, path, body } = operation.evidence;
    super("HC2003", {
      what: `The answer to ${operation.key} has a form that the provider does not expect`,
      where: place,
      why: `${why} This server may use another form of the operation. Evidence in the public documentation: name ${name}, path ${path}, body ${body}.`,
    });
    this.name = "Mismatch";
  }
}

/** The answer of a call that succeeded, as its model has it. */
export function readAnswer<O extends Operation>(operation: O, answer: Answer, place: string): AnswerOf<O> {
  if (operation.gives === "nothing") {
    return undefined as AnswerOf<O>;
  }
  if (operation.gives === "file") {
    return fileIn(answer) as AnswerOf<O>;
  }
  if (isUnreadable(answer)) {
    throw new Mismatch(operation, place, reasonOf(answer));
  }
  const parsed = operation.answer.safeParse(nullAsAbsent(operation.answer, JSON.parse(answer.text)));
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 3).map(({ path, message }) => `${placeIn(path)}: ${message}`);
    const more = parsed.error.issues.length - issues.length;
    throw new Mismatch(operation, place, `${issues.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`);
  }
  return parsed.data as AnswerOf<O>;
}

/** Where in the answer; the answer itself has no path. */
function placeIn(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "the answer" : `field \`${path.map(String).join(".")}\``;
}

function fileIn({ headers, stream }: Answer): Download {
  const bytes = headers["content-length"];
  return {
    type: headers["content-type"] ?? "application/octet-stream",
    ...(bytes === undefined ? {} : { bytes: Number(bytes) }),
    stream: stream ?? Readable.from([]),
  };
}

/** The message of a soft failure: status 200, `error: true` (docs/platform.md#ids-and-common-models). undefined: it is none. */
export function failureIn(operation: Operation, answer: unknown): string | undefined {
  if (operation.answer.meta()?.id !== Feedback.meta()?.id) {
    return undefined;
  }
  const feedback = Feedback.parse(answer);
  return feedback.error ? (feedback.message ?? "") : undefined;
}
