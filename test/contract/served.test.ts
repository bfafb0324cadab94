import { allOperations, describeOperation, ErrorInfo, headers, type Operation } from "../../provider/contract";
import { startEmulator, type Emulator } from "../../emulator";
import { implementations } from "../../emulator/services";
import { examples, type Example } from "./examples";

let emulator: Emulator;
let administrator: string;
beforeAll(async () => {
  emulator = await startEmulator();
  administrator = await tokenOf(emulator);
});
afterAll(() => emulator.close());

const idsOf = (operations: readonly Operation[]) => operations.map(({ id }) => id);
const ids = idsOf(allOperations);
const withToken = idsOf(allOperations.filter(({ access }) => access === "token"));
const withJson = idsOf(allOperations.filter(({ body, sends }) => body !== undefined && sends === "json"));
const withFile = idsOf(allOperations.filter(({ sends }) => sends === "file"));
const withAbsence = idsOf(allOperations.filter(({ refusals }) => refusals.includes(404)));

describe("every declared operation", () => {
  it("has one handler", () => {
    expect(implementations.map(({ operation }) => operation.id).sort()).toEqual([...ids].sort());
    expect(new Set(implementations.map(({ operation }) => operation)).size).toBe(allOperations.length);
  });

  it("has an example here", () => {
    expect(Object.keys(examples).sort()).toEqual([...ids].sort());
  });

  it("has an address of its own", () => {
    const addresses = allOperations.map((operation) => describeOperation(operation).replace(/\{\w+\}/g, "{}"));
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(Object.keys(examples))("%s answers with the declared status and model", async (id) => {
    const operation = operationNamed(id);
    const example = exampleOf(id);
    const token = example.as === undefined ? administrator : await tokenOf(example.as);
    const reply = await call(operation, example, token);
    expect(reply).toMatchObject({ status: operation.status });
    expectDeclared(operation, reply);
    expect(reply.response.headers.get(headers.emulator)).toMatch(/^\d+\.\d+\.\d+/);
    expect(reply.response.headers.has(headers.totalCount)).toBe(operation.paged);
  });

  it.each(withToken)("%s is refused without a token", async (id) => {
    expectRefusal(await call(operationNamed(id), exampleOf(id), null), 401);
  });

  it.each(withJson)("%s refuses a body with a field that is not declared, and names it", async (id) => {
    const refused = await call(operationNamed(id), { ...examples[id], body: () => ({ undeclared: true }) });
    expectRefusal(refused, 422);
    const fields = ErrorInfo.parse(refused.body).fields?.map(({ field }) => field.split(".").at(-1));
    expect(fields).toContain("undeclared");
  });

  it.each(withFile)("%s refuses a body that is no form", async (id) => {
    const { path } = exampleOf(id);
    expectRefusal(await call(operationNamed(id), { ...(path && { path }), body: () => ({ file: "text" }) }), 400);
  });

  it.each(withAbsence)("%s does not know what is not there", async (id) => {
    // Keys of links are in the body: those of the examples above were used, so they are gone.
    const nothing = Object.fromEntries(Object.keys(operationNamed(id).pathParameters).map((name) => [name, "4711"]));
    expectRefusal(await call(operationNamed(id), { ...examples[id], path: nothing }), 404);
  });
});

function operationNamed(id: string): Operation {
  const operation = allOperations.find((it) => it.id === id);
  if (operation === undefined) {
    throw new Error(`There is no operation ${id}`);
  }
  return operation;
}

function exampleOf(id: string): Example {
  return examples[id] ?? {};
}

interface Reply {
  readonly status: number;
  readonly bytes: Buffer;
  readonly body: unknown;
  readonly response: Response;
}

async function call(operation: Operation, example: Example, token: string | null = administrator): Promise<Reply> {
  const { path = {} } = example;
  const address = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(path[name] ?? name));
  const { type, content } = await contentOf(example);
  const response = await fetch(`${emulator.url}${operation.service.basePath}${address}`, {
    method: operation.method,
    headers: {
      ...(type === undefined ? {} : { "content-type": type }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(content === undefined ? {} : { body: content }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  const body = isJson ? (JSON.parse(bytes.toString("utf8")) as unknown) : undefined;
  return { status: response.status, bytes, body, response };
}

/** The body as it travels; fetch says itself how a form is divided. */
async function contentOf({ body, file }: Example): Promise<{ type?: string; content?: string | FormData }> {
  if (file !== undefined) {
    const form = new FormData();
    form.append("file", new Blob([file.content], { type: file.type }), file.name);
    return { content: form };
  }
  return body === undefined ? {} : { type: "application/json", content: JSON.stringify(body(await surroundings())) };
}

async function surroundings() {
  const response = await fetch(`${emulator.url}/_emulator/mails`);
  const { mails } = (await response.json()) as { mails: { to: string; key?: string }[] };
  const keyMailedTo = (address: string) => mails.filter(({ to, key }) => to === address && key).at(-1)?.key ?? "none";
  return { emulator, keyMailedTo };
}

async function tokenOf({ username, password }: { username: string; password: string }): Promise<string> {
  const login = { body: () => ({ username, password }) };
  return ((await call(operationNamed("login"), login, null)).body as { token: string }).token;
}

function expectDeclared({ answer, gives, produces }: Operation, { body, bytes, response }: Reply): void {
  const type = response.headers.get("content-type");
  switch (gives) {
    case "json":
      expect(type).toMatch(/^application\/json/);
      expect(answer.safeParse(body)).toMatchObject({ success: true });
      break;
    case "file":
      expect(produces).toContain(type);
      expect(response.headers.get("content-length")).toBe(String(bytes.length));
      expect(bytes.length).toBeGreaterThan(0);
      break;
    case "nothing":
      expect(bytes).toHaveLength(0);
      break;
  }
}

function expectRefusal({ status, body }: Reply, expected: number): void {
  expect(status).toBe(expected);
  expect(ErrorInfo.parse(body)).toMatchObject({ code: expected, error: true });
}
