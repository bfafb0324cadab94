import { z } from "zod";
import { checksum } from "./files";

/**
 * The models of the API. A model has a name (its class in generated clients).
 * Answers may carry more than is known here, so models that are read are loose; bodies that are sent are strict.
 */
export function readModel<Shape extends z.ZodRawShape>(id: string, description: string, shape: Shape) {
  return z.looseObject(shape).meta({ id, description });
}

export function sentModel<Shape extends z.ZodRawShape>(id: string, description: string, shape: Shape) {
  return z.strictObject(shape).meta({ id, description });
}

/** A JSON object of which nothing more is declared (`type: object`, as the generated Java client needs it). */
export const untypedObject = z.record(z.string(), z.unknown());

/** A moment: milliseconds since 1970-01-01T00:00Z (docs/platform.md#bucket-service). */
export const milliseconds = z.number().int().meta({ format: "int64" });

/** What is told of a file that the platform keeps, without the file. */
export const FileInfo = readModel("FileInfo", "A file that the platform keeps (designed).", {
  name: z.string().optional(),
  type: z.string().describe("Media type."),
  bytes: z.number().int().meta({ format: "int64" }),
  sha256: checksum,
  stored: milliseconds.describe("When the file was stored."),
});

/** The body of every refusal (certain for the login, docs/platform.md#login-and-tokens; implied elsewhere). */
export const ErrorInfo = readModel("ErrorInfo", "Why a call was refused.", {
  code: z.number().int().describe("The HTTP status."),
  message: z.string().describe("The reason, for people."),
  error: z.boolean().describe("Always true."),
  fields: z
    .array(
      readModel("InvalidField", "One invalid field of the body.", {
        field: z.string().describe("Path of the field, with dots."),
        message: z.string(),
      }),
    )
    .optional()
    .describe("With 422: all invalid fields."),
});

/** The soft result of many writes: status 200, and a failure all the same when `error` is true (docs/platform.md#ids-and-common-models). */
export const Feedback = readModel("Feedback", "The result of an action.", {
  error: z.boolean().describe("true: the action failed, although the status is 200."),
  message: z.string().optional(),
});
