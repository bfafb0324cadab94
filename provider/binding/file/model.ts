import { z } from "zod";
import { bindingType } from "./binding-model";
import { told } from "./value-model";

export { bindingType, type Binding } from "./binding-model";
export { forms, type Form, type PagingForm, type ReceivedSpec, type SentSpec } from "./value-model";

/** The first line of a contract file: what it is, and the version of its form. */
export const FORM = "contract/1";

export const errorsType = z.strictObject({
  message: z.string().min(1).meta(told("Where the body of an error has its message.", "fault.reason")),
  fields: z.string().min(1).optional().meta(told("Where it has the list of invalid fields.", "fault.details")),
  field: z.string().min(1).optional().meta(told("The name of the field, in an item of that list.", "attribute")),
  problem: z.string().min(1).optional().meta(told("What is wrong, in an item of that list.", "problem")),
});

export type ErrorForm = z.output<typeof errorsType>;

const anAddress = "expected scheme, host and port of a server, such as https://haleconnect.com";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits");

export const contractFileType = z.strictObject({
  haleconnect: z.literal(FORM).meta(told("What this file is, and the version of its form.", FORM)),
  servers: z
    .array(
      z
        .url({ protocol: /^https?$/, error: anAddress, abort: true })
        .refine((address) => ["", "/"].includes(address.slice(new URL(address).origin.length)), anAddress),
    )
    .min(1, "expected at least one address")
    .meta(told("The servers that this file is for: scheme, host and port.", ["https://haleconnect.example"])),
  pulled: z.iso
    .date("expected a date, such as 2026-01-31")
    .optional()
    .meta(told("When the documents were last read.", "2026-01-31")),
  documents: z
    .record(
      z.string(),
      z.strictObject({
        from: z.string().meta(told("Address or file name.", "https://haleconnect.example/accounts/swagger.yaml")),
        digest: sha256
          .optional()
          .meta(
            told(
              "SHA-256 of its content, which shows a change. If there is none, the document could not be read.",
              "7abcb8725891681bf9f903af3994f5d38a336b185d501c60a41bd6a2241089a9",
            ),
          ),
        problem: z.string().optional().meta(told("Why it could not be read the last time.", "it is not there (404)")),
      }),
    )
    .default({})
    .meta(
      told("The server's documents as they were last read. `haleconnect contract pull` writes them.", {
        accounts: { from: "https://haleconnect.example/accounts/swagger.yaml" },
      }),
    ),
  errors: errorsType.optional().meta(told("How the server writes an error.", { message: "fault.reason" })),
  operations: z
    .record(z.string(), bindingType)
    .meta(
      told(
        "The provider's operations, and how the server has each. If the file does not name an operation, the provider uses its own form. It sends such a write only if its whole form is publicly known.",
        { deleteUser: { confirmed: true, method: "DELETE", path: "/people/{userId}" } },
      ),
    ),
});

/** A contract file (haleconnect.contract.yaml): how a server's API differs from the provider's contract. */
export type ContractFile = z.output<typeof contractFileType>;
