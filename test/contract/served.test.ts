import { allOperations, ErrorInfo, headers, type Operation } from "../../provider/contract";
import { startEmulator, type Emulator } from "../../emulator";
import { implementations } from "../../emulator/services";
import { examples, type Example } from "./examples";

let emulator: Emulator;
let token: string;
beforeAll(async () => {
  emulator = await startEmulator();
  const { body } = await call(operationNamed("login"), examples["login"] ?? {}, undefined);
  ({ token } = body as { token: string });
});
afterAll(() => emulator.close());

const ids = allOperations.map(({ id }) => id);
const withToken = allOperations.filter(({ access }) => access === "token").map(({ id }) => id);
const withBody = allOperations.filter(({ body }) => body !== undefined).map(({ id }) => id);
const withAbsence = allOperations.filter(({ refusals }) => refusals.includes(404)).map(({ id }) => id);

describe("every declared operation", () => {
  it("has one handler", () => {
    expect(implementations.map(({ operation }) => operation.id).sort()).toEqual([...ids].sort());
    expect(new Set(implementations.map(({ operation }) => operation)).size).toBe(allOperations.length);
  });

  it("has an example here", () => {
    expect(Object.keys(examples).sort()).toEqual([...ids].sort());
  });

  it.each(Object.keys(examples))("%s answers with the declared status and model", async (id) => {
    const operation = operationNamed(id);
    const { status, body, response } = await call(operation, examples[id] ?? {}, token);
    expect(status).toBe(operation.status);
    expect(operation.answer.safeParse(body)).toMatchObject({ success: true });
    expect(response.headers.get(headers.emulator)).toMatch(/^\d+\.\d+\.\d+/);
    expect(response.headers.has(headers.totalCount)).toBe(operation.paged);
  });

  it.each(withToken)("%s is refused without a token", async (id) => {
    expectRefusal(await call(operationNamed(id), examples[id] ?? {}, undefined), 401);
  });

  it.each(withBody)("%s refuses a body with a field that is not declared, and names it", async (id) => {
    const refused = await call(operationNamed(id), { ...examples[id], body: () => ({ undeclared: true }) }, token);
    expectRefusal(refused, 422);
    expect(ErrorInfo.parse(refused.body).fields?.map(({ field }) => field)).toContain("undeclared");
  });

  it.each(withAbsence)("%s does not know what is not there", async (id) => {
    const nothing = Object.fromEntries(Object.keys(operationNamed(id).pathParameters).map((name) => [name, "4711"]));
    expectRefusal(await call(operationNamed(id), { ...examples[id], path: nothing }, token), 404);
  });
});

function operationNamed(id: string): Operation {
  const operation = allOperations.find((it) => it.id === id);
  if (operation === undefined) {
    throw new Error(`There is no operation ${id}`);
  }
  return operation;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly response: Response;
}

async function call(operation: Operation, { path = {}, body }: Example, bearer: string | undefined): Promise<Reply> {
  const address = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(path[name] ?? name));
  const response = await fetch(`${emulator.url}${operation.service.basePath}${address}`, {
    method: operation.method,
    headers: {
      "content-type": "application/json",
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body(emulator)) }),
  });
  return { status: response.status, body: await response.json(), response };
}

function expectRefusal({ status, body }: Reply, expected: number): void {
  expect(status).toBe(expected);
  expect(ErrorInfo.parse(body)).toMatchObject({ code: expected, error: true });
}
