import { z } from "zod";

/** The first line of a contract file: what it is, and the version of its form. */
export const FORM = "contract/1";

/** How the server writes a value that the provider keeps in another form. */
export const forms = ["integer", "number", "text", "boolean", "iso", "seconds"] as const;
export type Form = (typeof forms)[number];

const formIn = z
  .enum(forms)
  .describe(
    "How the server writes the value. `integer`, `number`, `boolean`: the provider has it as text. `text`: the provider has a number or a boolean. `iso`, `seconds`: the provider has milliseconds since 1970; the server writes ISO 8601, or seconds since 1970.",
  );

const expression = z
  .string()
  .min(1)
  .describe(
    "An expression in JSONata. In a body it gets the provider's body, in an answer the server's answer (or each item of a list). `$asked` has the provider's own `path`, `query` and `body` of the call.",
  );

/** Where a value that the provider sends goes: `mail`, `contact.mail`, `path:account_id`, `query:overwrite`, `body:owner.id`. */
const target = z
  .string()
  .min(1)
  .describe(
    "Where the server takes the value: a name or a path of names, after `path:`, `query:` or `body:` if it is not where the provider has it.",
  );

const sent = z
  .union([
    z.null().describe("The server does not take it."),
    target,
    z.strictObject({
      to: target,
      as: formIn.optional(),
      default: z.unknown().optional().describe("Sent if the provider sends no value."),
    }),
  ])
  .describe("What becomes of a value that the provider sends.");

const received = z
  .union([
    z.null().describe("The server does not give it."),
    z
      .string()
      .min(1)
      .describe(
        "Where the server gives the value: a path of names. `asked:path.orgId`: the value that the provider sent.",
      ),
    z.strictObject({ from: z.string().min(1), as: formIn.optional() }),
    z.strictObject({ expression }),
  ])
  .describe("Where a value that the provider expects comes from.");

const named = z.string().min(1);

const firstPage = "expected 0 or 1";

const atLeastOne = z.int().min(1, "expected a whole number of at least 1");

const paging = z
  .discriminatedUnion("by", [
    z.strictObject({
      by: z.literal("offset"),
      offset: named.default("offset"),
      limit: named.default("limit"),
      most: atLeastOne.optional().describe("Items that one page may have."),
      total: z.string().min(1).optional(),
    }),
    z.strictObject({
      by: z.literal("page"),
      page: named.default("page"),
      size: named.default("size"),
      first: z.int().min(0, firstPage).max(1, firstPage).default(1).describe("Number of the first page."),
      most: atLeastOne.optional(),
      total: z.string().min(1).optional(),
    }),
    z.strictObject({
      by: z.literal("cursor"),
      cursor: named.default("cursor"),
      limit: named.default("limit"),
      next: named.describe("Where the answer has the next cursor."),
      most: atLeastOne.optional(),
    }),
    z.strictObject({ by: z.literal("none") }).describe("One answer has the whole list."),
  ])
  .describe(
    "How a list comes in pages. `total`: where the answer has the length of the whole list, a path of names, or `header:X-Total-Count`.",
  );

const httpMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

export const bindingType = z.strictObject({
  confirmed: z
    .boolean()
    .optional()
    .describe("true: a person has compared this operation with the server's document. Writes go only then."),
  same: z.literal(true).optional().describe("The server has the operation as the provider has it."),
  missing: z.literal(true).optional().describe("The server has no such operation."),
  candidates: z
    .array(z.string())
    .optional()
    .describe("Operations that may be the one. Choose one: write its method and path, and remove this list."),
  shared: z
    .literal(true)
    .optional()
    .describe("Several operations of the provider go to this one of the server, on purpose. Each of them says so."),
  document: z.string().optional().describe("The document in which the operation stands."),
  id: z.string().optional().describe("The operation's id in that document."),
  method: z.enum(httpMethods).optional().describe("The method of the server's operation."),
  path: z
    .string()
    .startsWith("/", "expected a path that begins with /")
    .optional()
    .describe("From the root of the server, with `{name}` for a parameter."),
  parameters: z
    .record(z.string(), sent)
    .optional()
    .describe("The provider's path and query parameters, and where they go."),
  body: z
    .record(z.string(), sent)
    .optional()
    .describe('Fields of the provider\'s body, and where they go. "" is the body itself.'),
  bodyExpression: expression.optional().describe("The whole body as an expression. Then `body` does not apply."),
  fixed: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("Values that every call sends, by their place: `query:overwrite: true`."),
  part: z
    .string()
    .min(1)
    .nullable()
    .optional()
    .describe("The part of multipart/form-data that a file is; null: the file is the whole body."),
  list: z.string().optional().describe("Where the answer has the list. Without it the answer is the list."),
  answer: z
    .record(z.string(), received)
    .optional()
    .describe("Fields that the provider expects, and where they come from; for a list, of each item."),
  answerExpression: expression
    .optional()
    .describe("The whole answer (or each item of a list) as an expression. Then `answer` does not apply."),
  values: z
    .record(z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])))
    .optional()
    .describe(
      'By field or parameter: the provider\'s values, and what the server calls each. "*" stands for every field of the body: `{"*": {"": null}}` says that the server clears a field with null.',
    ),
  paging: paging.optional(),
  foundIn: z
    .strictObject({
      list: z.string().describe("An operation that gives a list."),
      where: z
        .record(z.string(), z.string())
        .describe("A field of its items, and the parameter of this operation whose value it must have."),
    })
    .optional()
    .describe("The server has no such operation, but a list in which the provider finds the object."),
  with: z
    .record(
      z.string(),
      z.strictObject({
        list: z.string().describe("An operation that gives a list."),
        path: z
          .record(z.string(), z.string())
          .optional()
          .describe("Its path parameters, each from a field of the answer. Without it, those of this operation."),
      }),
    )
    .optional()
    .describe("Fields of the answer that the server gives by another operation."),
  thenRead: z
    .string()
    .optional()
    .describe("The server answers this write without the object. The provider then reads it with this operation."),
  remarks: z.array(z.string()).optional().describe("What `haleconnect contract pull` has to say. Has no effect."),
});

/** How one operation of the provider is called on the server. */
export type Binding = z.output<typeof bindingType>;
export type SentSpec = z.output<typeof sent>;
export type ReceivedSpec = z.output<typeof received>;
export type PagingForm = z.output<typeof paging>;

export const errorsType = z.strictObject({
  message: z.string().min(1).describe("Where the body of an error has its message."),
  fields: z.string().min(1).optional().describe("Where it has the list of invalid fields."),
  field: z.string().min(1).optional().describe("The name of the field, in an item of that list."),
  problem: z.string().min(1).optional().describe("What is wrong, in an item of that list."),
});

export type ErrorForm = z.output<typeof errorsType>;

const anAddress = "expected scheme, host and port of a server, such as https://haleconnect.com";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits");

export const contractFileType = z.strictObject({
  haleconnect: z.literal(FORM).describe("What this file is, and the version of its form."),
  servers: z
    .array(
      z
        .url({ protocol: /^https?$/, error: anAddress, abort: true })
        .refine((address) => ["", "/"].includes(address.slice(new URL(address).origin.length)), anAddress),
    )
    .min(1, "expected at least one address")
    .describe("The servers that this file is for: scheme, host and port."),
  pulled: z.iso.date("expected a date, such as 2026-01-31").optional().describe("When the documents were last read."),
  documents: z
    .record(
      z.string(),
      z.strictObject({
        from: z.string().describe("Address or file name."),
        digest: sha256.optional().describe("SHA-256 of its content. Without it, the document could not be read."),
        problem: z.string().optional(),
      }),
    )
    .default({})
    .describe("The server's documents as they were last read. `haleconnect contract pull` writes them."),
  errors: errorsType.optional().describe("How the server writes an error."),
  operations: z
    .record(z.string(), bindingType)
    .describe(
      "The provider's operations, and how the server has each. An operation that the file does not name has the provider's own form, and its writes wait for a confirmation.",
    ),
});

/** A contract file (haleconnect.contract.yaml): how a server's API differs from the provider's contract. */
export type ContractFile = z.output<typeof contractFileType>;
