import fs from "node:fs";
import path from "node:path";
import { readSettings } from "../../../../provider/client";
import { accounts, headers } from "../../../../provider/contract";
import {
  clientFor,
  closeAll,
  DOCUMENT,
  failureOf,
  inTurn,
  type Handler,
  json,
  LOGIN,
  platform,
  serve,
  temporaryFolder,
} from "../scripted-server";
import { bound, contractFile } from "./contract-file";

afterEach(closeAll);
afterEach(() => jest.restoreAllMocks());

const operations = { getOrganisation: { method: "GET", path: "/orgs/{orgId}" } } as const;
const soest = { id: "7", name: "Soest" };
const args = { path: { orgId: "7" } };
const real = platform((_, response) => json(response, 200, soest), { isReal: true });
const embedded = platform((_, response) => json(response, 200, soest));

/** The program's folder. */
function workIn(folder: string): void {
  jest.spyOn(process, "cwd").mockReturnValue(folder);
}

describe("a contract file of another server", () => {
  const elsewhere = { servers: ["https://one.example", "https://two.example"] };

  it("is an error, and nothing but the question who is there is sent", async () => {
    const server = await serve(real);
    const client = bound(server.url, operations, elsewhere);
    const error = await failureOf(client.call(accounts.getOrganisation, args));
    expect(error.message).toContain(
      `HC1005 The contract file is not for ${server.url} (${client.file}:3:3, \`servers\`)`,
    );
    expect(error.message).toContain("It is for https://one.example and https://two.example.");
    expect(error.message).toContain(`haleconnect contract pull --url ${server.url}`);
    expect(server.paths()).toEqual(["GET /", `GET ${DOCUMENT}`]);
    expect(JSON.stringify(server.seen)).not.toMatch(/authorization|correct horse/);
  });

  it("does not count for an embedded hale»connect, which has the provider's own contract", async () => {
    const server = await serve(embedded);
    const client = bound(server.url, operations, elsewhere);
    await client.call(accounts.getOrganisation, args);
    expect(await client.contract()).toBeUndefined();
    expect(server.paths()).toEqual(["GET /", `POST ${LOGIN}`, "GET /accounts/v1/organisations/7"]);
  });

  it("counts for an embedded hale»connect that rehearses a file", async () => {
    const server = await serve((seen, response, request) => {
      response.setHeader(headers.contract, "digest");
      embedded(seen, response, request);
    });
    await bound(server.url, operations, elsewhere).call(accounts.getOrganisation, args);
    expect(server.paths()).toEqual(["GET /", `POST ${LOGIN}`, "GET /orgs/7"]);
  });

  it("is judged again after a failure of the server", async () => {
    const failing: Handler = (_, response) => response.writeHead(501).end();
    const server = await serve(inTurn(failing, failing, embedded));
    const client = bound(server.url, operations, elsewhere);
    expect(await failureOf(client.contract())).toMatchObject({ code: "HC2500" });
    await expect(client.contract()).resolves.toBeUndefined();
  });
});

describe("a contract file", () => {
  it("is for a server that it names with a slash at its end, beside others", async () => {
    const server = await serve(real);
    const servers = ["https://one.example", `${server.url}/`];
    await bound(server.url, operations, { servers }).call(accounts.getOrganisation, args);
    expect(server.paths()).toEqual([`POST ${LOGIN}`, "GET /orgs/7"]);
  });

  it("is read with the first call, once for all", async () => {
    const server = await serve(real);
    const client = bound(server.url, operations);
    await Promise.all([client.call(accounts.getOrganisation, args), client.call(accounts.getOrganisation, args)]);
    fs.rmSync(client.file);
    await client.call(accounts.getOrganisation, args);
    expect(server.paths().filter((it) => it === "GET /orgs/7")).toHaveLength(3);
  });

  it("that is broken is told by the first call, and nothing is sent", async () => {
    const server = await serve(real);
    const client = clientFor(server.url, { contract: path.join(temporaryFolder(), "none.yaml") });
    expect(server.seen).toEqual([]);
    expect((await failureOf(client.call(accounts.getOrganisation, args))).message).toMatch(
      /HC1005 The contract file has an error \(.*none\.yaml\)/,
    );
    expect(await failureOf(client.admit([accounts.updateUser]))).toMatchObject({ code: "HC1005" });
    expect(server.seen).toEqual([]);
  });
});

describe("the contract file that counts", () => {
  const complete = { HALECONNECT_URL: "https://haleconnect.com", HALECONNECT_TOKEN: "t" };
  const stack = { get: (key: string) => (key === "haleconnect:contract" ? "stack.yaml" : undefined) };

  it("is that of the environment, then that of the stack's configuration", () => {
    expect(readSettings({ ...complete, HALECONNECT_CONTRACT: "env.yaml" }, stack).contract).toBe("env.yaml");
    expect(readSettings(complete, stack).contract).toBe("stack.yaml");
    expect(readSettings(complete)).not.toHaveProperty("contract");
  });

  it("is otherwise the nearest one above the program's folder", async () => {
    const server = await serve(real);
    const file = contractFile(server.url, operations);
    const folder = path.join(path.dirname(file), "programs", "staging");
    fs.mkdirSync(folder, { recursive: true });
    workIn(folder);
    const client = clientFor(server.url);
    await client.call(accounts.getOrganisation, args);
    expect((await client.contract())?.file).toBe(file);
    expect(server.paths().at(-1)).toBe("GET /orgs/7");
  });

  it("is the one that was given, also if there is one in the program's folder", async () => {
    const server = await serve(real);
    workIn(path.dirname(contractFile(server.url, { getOrganisation: { missing: true } })));
    await bound(server.url, operations).call(accounts.getOrganisation, args);
    expect(server.paths().at(-1)).toBe("GET /orgs/7");
  });

  it("is none where there is none, and then nothing is asked for its sake", async () => {
    const server = await serve(real);
    workIn(temporaryFolder());
    const client = clientFor(server.url);
    await expect(client.contract()).resolves.toBeUndefined();
    expect(server.seen).toEqual([]);
  });
});
