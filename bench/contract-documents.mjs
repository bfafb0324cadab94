/** Swagger documents as a large platform would publish them: of about so many bytes each, and all different. */
export function largeDocuments(count, bytes) {
  return Array.from({ length: count }, (_, index) => ({ name: `service-${index}`, text: documentOf(index, bytes) }));
}

const things = ["organization", "account", "bucket", "member", "role", "schema", "project", "token", "file", "report"];
const qualities = [
  "archived",
  "shared",
  "public",
  "pending",
  "local",
  "remote",
  "linked",
  "nested",
  "hidden",
  "former",
];

function documentOf(index, bytes) {
  const document = {
    swagger: "2.0",
    info: { title: `Service ${index}`, version: "1" },
    basePath: `/service-${index}/v1`,
    paths: {},
    definitions: { Fault: modelOf("fault", 3) },
  };
  for (let round = 0, size = 0; size < bytes; round += 1) {
    const thing = `${qualities[round % 10]}_${things[Math.floor(round / 10) % 10]}_${Math.floor(round / 100)}`;
    const added = addThing(document, thing);
    size += added;
  }
  return JSON.stringify(document);
}

function addThing({ paths, definitions }, thing) {
  const model = `Model_${thing}`;
  definitions[model] = modelOf(thing, 20);
  const schema = { $ref: `#/definitions/${model}` };
  const fault = { 400: { description: "Refused", schema: { $ref: "#/definitions/Fault" } } };
  const one = { description: "One", schema };
  const operation = (id, rest) => ({
    operationId: `${id}_${thing}`,
    tags: [thing],
    summary: `${id} ${thing}`,
    ...rest,
  });
  const body = [{ name: "body", in: "body", schema }];
  const added = {
    [`/${thing}s`]: {
      get: operation("list", { responses: { 200: { ...one, schema: { type: "array", items: schema } }, ...fault } }),
      post: operation("add", { parameters: body, responses: { 201: one, ...fault } }),
    },
    [`/${thing}s/{${thing}_id}`]: {
      parameters: [{ name: `${thing}_id`, in: "path", required: true, type: "integer" }],
      get: operation("get", { responses: { 200: one, ...fault } }),
      put: operation("change", { parameters: body, responses: { 200: one, ...fault } }),
      delete: operation("remove", { responses: { 204: { description: "Gone" }, ...fault } }),
    },
  };
  Object.assign(paths, added);
  return JSON.stringify(added).length + JSON.stringify(definitions[model]).length;
}

function modelOf(thing, fields) {
  const properties = Object.fromEntries(
    Array.from({ length: fields }, (_, index) => [
      `${thing}_${["id", "name", "title", "owner", "created_on", "mail", "street", "city", "text", "state"][index % 10]}${index < 10 ? "" : index}`,
      { type: index % 3 === 0 ? "integer" : "string", description: `The value number ${index} of the ${thing}.` },
    ]),
  );
  return { type: "object", required: Object.keys(properties).slice(0, 2), properties };
}
