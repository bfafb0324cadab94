import { allOperations, ErrorInfo, type Operation } from "../../../../provider/contract";
import { startPlatform, type Platform, type Reply } from "../support/visitor";

let platform: Platform;
const failures: unknown[] = [];
beforeAll(async () => {
  platform = await startPlatform();
  jest.spyOn(console, "error").mockImplementation((...said) => failures.push(said));
});
afterAll(() => platform.emulator.close());
afterEach(() => {
  expect(failures.splice(0)).toEqual([]);
});

/** What looks like a number, a truth value or a path, and is none, or is an enormous one. */
const odd = [
  "007",
  "-00",
  "00.5",
  "0".repeat(100),
  "9".repeat(100),
  "true",
  "null",
  "__proto__",
  "%00",
  "%C3%28",
  "x".repeat(5000),
];

/** The stores of files have the same operations, and the same handlers. */
const operations = allOperations.filter(({ service }) => !/^store\/(?!data)/.test(service.name));

const named = (some: readonly Operation[]) => some.map((one) => [one.key, one] as const);

function addressOf({ service, path }: Operation, value: (name: string) => string): string {
  return service.basePath + path.replace(/\{(\w+)\}/g, (_, name: string) => value(name));
}

/** Refused, or answered: never a fault of the emulator, and an error is what the document says. */
function expectAnswered({ status, headers, body }: Reply): void {
  expect(status).toBeLessThan(500);
  if (status >= 400) {
    expect(headers.get("content-type")).toMatch(/^application\/json/);
    expect(ErrorInfo.parse(body)).toMatchObject({ code: status, error: true });
    expect(JSON.stringify(body)).not.toMatch(/\bat .*\.[tj]s:\d+/);
  }
}

const withParameters = operations.filter(({ pathParameters }) => Object.keys(pathParameters).length > 0);

describe.each(named(withParameters))("%s", (_key, operation) => {
  it("answers to any value in its path", async () => {
    for (const value of odd) {
      for (const parameter of Object.keys(operation.pathParameters)) {
        const address = addressOf(operation, (name) =>
          name === parameter ? value : name === "ownerType" ? "org" : "1",
        );
        const body = operation.method === "GET" ? undefined : { undeclared: true };
        expectAnswered(await platform.admin.send(operation.method, address, body));
      }
    }
  });
});

const queries = operations.filter(({ query, paged }) => paged || Object.keys(query).length > 0);

describe.each(named(queries))("%s", (_key, operation) => {
  const names = [...Object.keys(operation.query), ...(operation.paged ? ["offset", "limit"] : [])];

  it.each(names)("answers to any value of its parameter %s", async (name) => {
    const address = addressOf(operation, (parameter) => (parameter === "ownerType" ? "org" : "1"));
    for (const value of odd) {
      expectAnswered(await platform.admin.send(operation.method, `${address}?${name}=${value}`));
    }
    expectAnswered(await platform.admin.send(operation.method, `${address}?${name}=1&${name}=2`));
  });
});

it.each(["007", "-1", "0", "501", "1.5", "1e2", "true", "", "9".repeat(100)])(
  "a page refuses the limit %p, and names it",
  async (limit) => {
    const { status, body } = await platform.admin.get(`/accounts/v1/users?limit=${limit}`);
    expect(status).toBe(422);
    const { fields } = body as { fields: { field: string }[] };
    expect(new Set(fields.map(({ field }) => field))).toEqual(new Set(["limit"]));
  },
);

const odder: unknown[] = [null, 7, "text", [null], {}, { a: null }];

describe.each(named(operations.filter(({ body }) => body !== undefined)))("%s", (_key, operation) => {
  const address = addressOf(operation, (name) => (name === "ownerType" ? "org" : "4711"));

  it("answers to any body", async () => {
    for (const body of odder) {
      expectAnswered(await platform.admin.send(operation.method, address, body));
    }
  });

  it("answers to any type and length of its body", async () => {
    const authorization = `Bearer ${platform.admin.token ?? ""}`;
    for (const [type, body] of [
      ["application/json", '{"a":'],
      ["application/json; charset=nonsense", "{}"],
      ["text/plain; charset=utf-16", "text"],
      ["multipart/form-data", "text"],
      ["multipart/form-data; boundary=", "text"],
      ["multipart/form-data; boundary=x", "--x\r\n\r\n"],
      ["nonsense", "text"],
      ["application/x-www-form-urlencoded", "a=1"],
    ] as const) {
      const headers = { authorization, "content-type": type };
      const response = await fetch(`${platform.emulator.url}${address}`, { method: operation.method, headers, body });
      expectAnswered({ status: response.status, headers: response.headers, body: await response.json() });
    }
  });
});

describe("a method that a path does not have", () => {
  it.each(named(operations))("is refused at %s, with the methods that it has", async (_key, operation) => {
    const there = allOperations
      .filter(({ service, path }) => service.basePath + path === operation.service.basePath + operation.path)
      .map(({ method }): string => method);
    const address = addressOf(operation, (name) => (name === "ownerType" ? "org" : "1"));
    for (const other of ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"].filter((it) => !there.includes(it))) {
      const reply = await platform.admin.send(other, address);
      expect(reply.status).toBe(405);
      expect(reply.headers.get("allow")?.split(", ").sort()).toEqual([...there].sort());
      expectAnswered(reply);
    }
  });

  it.each(["/", "/accounts/swagger.yaml", "/accounts/v1/roles"])("may be HEAD, too: %s", async (path) => {
    const { status, headers } = await fetch(`${platform.emulator.url}${path}`, { method: "HEAD" });
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("GET");
  });
});
