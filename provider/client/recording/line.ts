import { z } from "zod";

/** Types and formats in place of values. A text of another kind than these is `text`. */
export type RecordedShape =
  | string
  | { readonly list: string; readonly of?: RecordedShape | undefined }
  | { readonly object: Readonly<Record<string, RecordedShape>> }
  | { readonly oneOf: readonly RecordedShape[] };

const shapeType: z.ZodType<RecordedShape> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({ list: z.string(), of: shapeType.optional() }),
    z.strictObject({ object: z.record(z.string(), shapeType) }),
    z.strictObject({ oneOf: z.array(shapeType) }),
  ]),
);

/** What was sent or answered: its shape, or with values what is left after redaction. */
const contentType = z.union([z.strictObject({ shape: shapeType }), z.strictObject({ value: z.unknown() })]);

export type RecordedContent = z.output<typeof contentType>;

export const recordedCallType = z.object({
  haleconnect: z.literal("recording/1"),
  /** The operation's key in the provider's contract. */
  operation: z.string(),
  method: z.string(),
  /** `/accounts/v1/organisations/{orgId: number}`. */
  path: z.string(),
  status: z.int(),
  /** Names of the query's parameters. */
  query: z.array(z.string()),
  /** Present: an embedded hale»connect answered, which proves nothing of a platform. */
  emulator: z.literal(true).optional(),
  /** Present: the contract file translated the call; body and answer are in the provider's words. */
  translated: z.literal(true).optional(),
  body: contentType.optional(),
  /** Missing: the operation answers nothing, or a file. */
  answer: contentType.optional(),
});

/** One call, as a line of the file holds it. */
export type RecordedCall = z.output<typeof recordedCallType>;
