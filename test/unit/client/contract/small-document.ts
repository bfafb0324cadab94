const field = (name: string) =>
  `      - {name: body, in: body, schema: {type: object, properties: {${name}: {type: string}}}}`;

/** A document with one operation, `PATCH /members/{userId}`, that takes a field. */
export const documentWith = (name: string, title = "Accounts"): string =>
  [
    'swagger: "2.0"',
    `info: {title: ${title}, version: "1"}`,
    "paths:",
    "  /members/{userId}:",
    "    patch:",
    "      operationId: amend",
    "      parameters:",
    "      - {name: userId, in: path, required: true, type: string}",
    field(name),
    "      responses: {200: {description: done, schema: {type: object, properties: {id: {type: string}}}}}",
    "",
  ].join("\n");
