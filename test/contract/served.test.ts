import { allOperations, describeOperation, ErrorInfo, headers, type Operation } from "../../provider/contract";
import type { Emulator } from "../../emulator";
import { startForTest } from "../support/emulator";
import { implementations } from "../../emulator/services";
import type { Example } from "./example";
import { examples } from "./examples";

let emulator: Emulator;
let administrator: string;
beforeAll(async () => {
  emulator = await startForTest();
  administrator = await tokenOf(emulator);
});
afterAll(() => emulator.close());

const keysOf = (operations: readonly Operation[]) => operations.map(({ key }) => key);
const keys = keysOf(allOperations);
const withToken = keysOf(allOperations.filter(({ access }) => access === "token"));
/** What a property may be depends on its name, so that its handler says so (test/unit/emulator/services/store). */
const isDeclaredBody = ({ id, body, sends }: Operation) =>
  body !== undefined && sends === "json" && id !== "setBucketProperty";
const withJson = keysOf(allOperations.filter(isDeclaredBody));
const withFile = keysOf(allOperations.filter(({ sends }) => sends === "file"));
const withAbsence = keysOf(allOperations.filter(({ refusals }) => refusals.includes(404)));

describe("every declared operation", () => {
  it("has one handler", () => {
    expect(implementations.map(({ operation }) => operation.key).sort()).toEqual([...keys].sort());
    expect(new Set(implementations.map(({ operation }) => operation)).size).toBe(allOperations.length);
  });

  it("has an example here", () => {
    expect(Object.keys(examples).sort()).toEqual([...keys].sort());
  });

  it("has an address of its own", () => {
    const addresses = allOperations.map((operation) => describeOperation(operation).replace(/\{\w+\}/g, "{}"));
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(Object.keys(examples))("%s answers with the declared status and model", async (key) => {
    const operation = operationNamed(key);
    const example = exampleOf(key);
    if (example.nextJob !== undefined) {
      const jobs = `${emulator.url}/_emulator/jobs`;
      const headers = { "content-type": "application/json" };
      await fetch(jobs, { method: "POST", headers, body: JSON.stringify(example.nextJob) });
    }
    if (example.before !== undefined) {
      await call(operationNamed(example.before.operation), example.before.example);
    }
    const token = example.as === undefined ? administrator : await tokenOf(example.as);
    const reply = await call(operation, example, token);
    expect(reply).toMatchObject({ status: operation.status });
    expectDeclared(operation, reply);
    expect(reply.response.headers.get(headers.emulator)).toMatch(/^\d+\.\d+\.\d+/);
    expect(reply.response.headers.has(headers.totalCount)).toBe(operation.paged);
  });

  it.each(withToken)("%s is refused without a token", async (key) => {
    expectRefusal(await call(operationNamed(key), exampleOf(key), null), 401);
  });

  it.each(withJson)("%s refuses a body with a field that is not declared, and names it", async (key) => {
    const refused = await call(operationNamed(key), { ...examples[key], body: () => ({ undeclared: true }) });
    expectRefusal(refused, 422);
    const fields = ErrorInfo.parse(refused.body).fields?.map(({ field }) => field.split(".").at(-1));
    expect(fields).toContain("undeclared");
  });

  it.each(withFile)("%s refuses a body that is no form", async (key) => {
    const { path } = exampleOf(key);
    expectRefusal(await call(operationNamed(key), { ...(path && { path }), body: () => ({ file: "text" }) }), 400);
  });

  it.each(withAbsence)("%s does not know what is not there", async (key) => {
    // Keys of links are in the body: those of the examples above were used, so they are gone.
    // What kind of owner there is not has to be one of the two.
    const nothing = Object.fromEntries(
      Object.keys(operationNamed(key).pathParameters).map((name) => [name, name === "ownerType" ? "org" : "4711"]),
    );
    expectRefusal(await call(operationNamed(key), { ...examples[key], path: nothing }), 404);
  });
});

function operationNamed(key: string): Operation {
  const operation = allOperations.find((it) => it.key === key);
  if (operation === undefined) {
    throw new Error(`There is no operation ${key}`);
  }
  return operation;
}

function exampleOf(key: string): Example {
  return examples[key] ?? {};
}

interface Reply {
  readonly status: number;
  readonly bytes: Buffer;
  readonly body: unknown;
  readonly response: Response;
}

async function call(operation: Operation, example: Example, token: string | null = administrator): Promise<Reply> {
  const { path = {} } = example;
  const made = await whatIsMade();
  const address = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = path[name] ?? name;
    return encodeURIComponent(typeof value === "function" ? value(made) : value);
  });
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
  noteBucket(operation, bytes);
  noteMade(operation, bytes);
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  const body = isJson ? (JSON.parse(bytes.toString("utf8")) as unknown) : undefined;
  return { status: response.status, bytes, body, response };
}

/** The body as it travels; fetch says itself how a form is divided. */
async function contentOf({ body, text, file }: Example): Promise<{ type?: string; content?: string | FormData }> {
  if (file !== undefined) {
    const form = new FormData();
    form.append("file", new Blob([file.content], { type: file.type }), file.name);
    return { content: form };
  }
  if (text !== undefined) {
    return { type: "text/plain; charset=utf-8", content: text() };
  }
  return body === undefined ? {} : { type: "application/json", content: JSON.stringify(body(await whatIsMade())) };
}

async function whatIsMade() {
  const response = await fetch(`${emulator.url}/_emulator/mails`);
  const { mails } = (await response.json()) as { mails: { to: string; key?: string }[] };
  const keyMailedTo = (address: string) => mails.filter(({ to, key }) => to === address && key).at(-1)?.key ?? "none";
  return { emulator, keyMailedTo, bucketOf: (store: string) => buckets.get(`store/${store}`) ?? "none", idOf };
}

/** Ids of buckets cannot be told beforehand. */
const buckets = new Map<string, string>();

function noteBucket({ id, service }: Operation, answer: Buffer): void {
  if (id === "createBucketWithOwner") {
    const { orgId: _owner, error: _none, ...ident } = JSON.parse(answer.toString("utf8")) as Record<string, unknown>;
    buckets.set(service.name, "message" in ident ? (buckets.get(service.name) ?? "") : String(Object.values(ident)[0]));
  }
}

/** What schemas, profiles and themes are made is told with their combined ids. */
const made = new Map<string, string>();
const idOf = (operation: string) => made.get(operation) ?? "none";

function noteMade({ id }: Operation, answer: Buffer): void {
  if (["createSchema", "createSchemaProfile", "copySchemaProfile", "createTheme"].includes(id)) {
    const { id: combinedId } = JSON.parse(answer.toString("utf8")) as { id?: string };
    made.set(id, combinedId?.split(".")[2] ?? idOf(id));
  }
  if (id === "getTestRuns") {
    made.set(id, (JSON.parse(answer.toString("utf8")) as { id?: string }[])[0]?.id ?? idOf(id));
  }
  if (id === "startJob") {
    made.set(id, (JSON.parse(answer.toString("utf8")) as { id?: string }).id ?? idOf(id));
  }
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
      expect([null, String(bytes.length)]).toContain(response.headers.get("content-length"));
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
