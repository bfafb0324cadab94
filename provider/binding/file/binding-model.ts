import { z } from "zod";
import { expression, paging, received, sent, told } from "./value-model";

const httpMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

const inParameters = z.record(z.string(), z.string());

export const bindingType = z.strictObject({
  confirmed: z
    .boolean()
    .optional()
    .meta(told("true: a person has compared this operation with the server's document. Writes go only then.", true)),
  same: z.literal(true).optional().meta(told("The server has the operation as the provider has it.", true)),
  missing: z.literal(true).optional().meta(told("The server has no such operation.", true)),
  candidates: z
    .array(z.string())
    .optional()
    .meta(
      told("Operations of the server that may correspond to this one. To choose one, write `chosen`.", [
        "dropFile  DELETE /buckets/{uuid}/files/{file} (50 points)",
      ]),
    ),
  chosen: z
    .string()
    .min(1)
    .optional()
    .meta(
      told(
        "The operation of the server that a person chose: its id, its method and path, or its line of `candidates`. The next pull binds it, with its fields, and they wait for a confirmation.",
        "DELETE /buckets/{uuid}/files/{file}",
      ),
    ),
  shared: z
    .literal(true)
    .optional()
    .meta(
      told(
        "Several operations of the provider use this operation of the server, on purpose. Each of them has `shared: true`.",
        true,
      ),
    ),
  document: z.string().optional().meta(told("The document that has the operation.", "directory")),
  id: z.string().optional().meta(told("The operation's id in that document.", "amendOrganization")),
  method: z.enum(httpMethods).optional().meta(told("The method of the server's operation.", "PATCH")),
  path: z
    .string()
    .startsWith("/", "expected a path that begins with /")
    .optional()
    .meta(
      told(
        "From the root of the server, with `{name}` for a parameter.",
        "/directory/v2/organizations/{organization_id}",
      ),
    ),
  parameters: z
    .record(z.string(), sent)
    .optional()
    .meta(
      told("The provider's path and query parameters, and where they go.", {
        orgId: { to: "organization_id", as: "integer" },
      }),
    ),
  body: z
    .record(z.string(), sent)
    .optional()
    .meta(
      told('Fields of the provider\'s body, and where they go. "" is the body itself.', {
        email: "contact.mail",
        state: null,
      }),
    ),
  bodyExpression: expression
    .optional()
    .meta(told("The whole body as an expression. Then `body` does not apply.", '{ "title": name }')),
  fixed: z
    .record(z.string(), z.unknown())
    .optional()
    .meta(told("Values that every call sends, by their place.", { "query:overwrite": true })),
  part: z
    .string()
    .min(1)
    .nullable()
    .optional()
    .meta(
      told(
        "The name of the part of multipart/form-data that holds the file; null: the file is the whole body.",
        "upload",
      ),
    ),
  list: z
    .string()
    .optional()
    .meta(told("Where the answer has the list. Without it the answer is the list.", "content")),
  answer: z
    .record(z.string(), received)
    .optional()
    .meta(
      told("Fields that the provider expects, and where they come from; for a list, of each item.", {
        name: "display_name",
      }),
    ),
  answerExpression: expression
    .optional()
    .meta(
      told("The whole answer (or each item of a list) as an expression. Then `answer` does not apply.", "$.payload"),
    ),
  writeOnly: z
    .array(z.string())
    .optional()
    .meta(
      told(
        "Fields of the answer that the server takes and never gives back. A read keeps them as the program declared them, and finds no drift in them.",
        ["street"],
      ),
    ),
  values: z
    .record(z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])))
    .optional()
    .meta(
      told(
        'By field or parameter: the provider\'s values, and what the server calls each. "*" stands for every field of the body: `{"*": {"": null}}` says that the server clears a field with null.',
        { role: { orgAdmin: "superuser" } },
      ),
    ),
  paging: paging.optional(),
  foundIn: z
    .strictObject({
      list: z.string().meta(told("An operation of the provider that gives a list.", "getMembers")),
      where: inParameters.meta(
        told("A field of its items, and the parameter of this operation whose value it must have.", { user: "userId" }),
      ),
    })
    .optional()
    .meta(
      told("The server has no such operation, but a list in which the provider finds the object.", {
        list: "getMembers",
        where: { user: "userId" },
      }),
    ),
  with: z
    .record(
      z.string(),
      z.strictObject({
        list: z.string().meta(told("An operation of the provider that gives a list.", "store/data.listFiles")),
        path: inParameters.optional().meta(
          told("Its path parameters, each from a field of the answer. Without it, those of this operation.", {
            bucketId: "bucket_uuid",
          }),
        ),
      }),
    )
    .optional()
    .meta(
      told("Fields of the answer that the server gives with another operation.", {
        files: { list: "store/data.listFiles" },
      }),
    ),
  thenRead: z
    .string()
    .optional()
    .meta(
      told(
        "The server answers this write without the object. The provider then reads it with this operation.",
        "getOrganisation",
      ),
    ),
  remarks: z
    .array(z.string())
    .optional()
    .meta(told("What `haleconnect contract pull` has to say. Has no effect.", ["The server calls it deprecated."])),
});

/** How one operation of the provider is called on the server. */
export type Binding = z.output<typeof bindingType>;
