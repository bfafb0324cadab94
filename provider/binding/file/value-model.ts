import { z } from "zod";

/** How the server writes a value that the provider keeps in another form. */
export const forms = ["integer", "number", "text", "boolean", "iso", "seconds"] as const;
export type Form = (typeof forms)[number];

/** What a key means, and how it looks in a file. */
export const told = (description: string, example: unknown) => ({ description, examples: [example] });

const formIn = z
  .enum(forms)
  .meta(
    told(
      "How the server writes the value. `integer`, `number`, `boolean`: the provider has it as text. `text`: the provider has a number or a boolean. `iso`, `seconds`: the provider has milliseconds since 1970; the server writes ISO 8601, or seconds since 1970.",
      "integer",
    ),
  );

export const expression = z
  .string()
  .min(1)
  .meta(
    told(
      "An expression in JSONata. In a body it gets the provider's body, in an answer the server's answer (or each item of a list). `$asked` has the provider's own `path`, `query` and `body` of the call.",
      'active ? "active" : "deactivated"',
    ),
  );

/** Where a value that the provider sends goes: `mail`, `contact.mail`, `path:account_id`, `query:overwrite`, `body:owner.id`. */
const target = z
  .string()
  .min(1)
  .meta(
    told(
      "Where the server takes the value: a name or a path of names, after `path:`, `query:` or `body:` if it is not where the provider has it.",
      "path:account_id",
    ),
  );

export const sent = z
  .union([
    z.null().meta(told("The server does not take it.", null)),
    target,
    z.strictObject({
      to: target,
      as: formIn.optional(),
      default: z.unknown().optional().meta(told("Sent if the provider sends no value.", "s3")),
    }),
  ])
  .describe("Where a value goes that the provider sends.");

export const received = z
  .union([
    z.null().meta(told("The server does not give it.", null)),
    z
      .string()
      .min(1)
      .meta(
        told(
          "Where the server gives the value: a path of names. `asked:path.orgId`: the value that the provider sent.",
          "contact.mail",
        ),
      ),
    z.strictObject({
      from: z.string().min(1).meta(told("Where the server gives the value.", "organization_id")),
      as: formIn.optional(),
    }),
    z.strictObject({ expression }),
  ])
  .describe("Where a value that the provider expects comes from.");

const parameter = (description: string, name: string) => z.string().min(1).default(name).meta(told(description, name));

const firstPage = "expected 0 or 1";

const most = z
  .int()
  .min(1, "expected a whole number of at least 1")
  .optional()
  .meta(told("Items that one page may have. Without it, the provider asks for 500.", 200));

const total = z
  .string()
  .min(1)
  .optional()
  .meta(
    told(
      "Where the answer has the length of the whole list: a path of names, or a header. Without it, the provider reads on until a page is empty.",
      "header:X-Total-Count",
    ),
  );

const offset = parameter("The parameter for the number of items to leave out.", "offset");
const limit = parameter("The parameter for the most items to give.", "limit");

export const paging = z
  .discriminatedUnion("by", [
    z.strictObject({ by: z.literal("offset"), offset, limit, most, total }),
    z.strictObject({
      by: z.literal("page"),
      page: parameter("The parameter for the number of the page.", "page"),
      size: parameter("The parameter for the items of a page.", "size"),
      first: z
        .int()
        .min(0, firstPage)
        .max(1, firstPage)
        .default(1)
        .meta(told("The number of the first page: 0 or 1.", 1)),
      most,
      total,
    }),
    z.strictObject({
      by: z.literal("cursor"),
      cursor: parameter("The parameter for the cursor that the last answer gave.", "cursor"),
      limit,
      next: z.string().min(1).meta(told("Where the answer has the next cursor; null ends the list.", "next_cursor")),
      most,
    }),
    z.strictObject({ by: z.literal("none") }).describe("One answer has the whole list."),
  ])
  .meta(told("How a list comes in pages.", { by: "page", most: 200, total: "page.total_elements" }));

export type SentSpec = z.output<typeof sent>;
export type ReceivedSpec = z.output<typeof received>;
export type PagingForm = z.output<typeof paging>;
